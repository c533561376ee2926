#include "kiosk/can_use_rules.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <limits>
#include <tuple>

#include "kiosk/nearby.h"

namespace kiosk {
namespace {

using content::Cards;
using content::LocalMinute;
using content::Merchant;
using content::Offer;
using content::OpenState;
using content::Proof;
using content::Who;

constexpr std::size_t kMostLifts = 3;

// What each group carries, likeliest first. Serving soldiers and fire-rescue staff hold the card of their service, the others
// the 优待证 that the law on veterans gives them, then the paper of their own group.
std::span<const Proof> carried_by(Who who) {
  static constexpr std::array kServing{Proof::ServiceCard, Proof::BenefitCard};
  static constexpr std::array kVeteran{Proof::BenefitCard, Proof::HonourPlaque};
  static constexpr std::array kFamily{Proof::BenefitCard, Proof::FamilyProof, Proof::HonourPlaque};
  static constexpr std::array kBereaved{Proof::BenefitCard, Proof::BereavedCard, Proof::HonourPlaque};
  static constexpr std::array kDisabled{Proof::DisabilityCard, Proof::BenefitCard};
  static constexpr std::array kCardHolder{Proof::BenefitCard};
  static constexpr std::array kFireRescue{Proof::FireRescueCard, Proof::BenefitCard};
  switch (who) {
    case Who::Serving: return kServing;
    case Who::Veteran: return kVeteran;
    case Who::MilitaryFamily: return kFamily;
    case Who::Bereaved: return kBereaved;
    case Who::Disabled: return kDisabled;
    case Who::CardHolder: return kCardHolder;
    case Who::FireRescue: return kFireRescue;
  }
  return {};
}

bool counts(const Offer& offer, Proof proof, bool other_province) {
  if (proof == Proof::BenefitCard && other_province && offer.cards == Cards::LocalOnly) return false;
  return std::ranges::find(offer.proofs, proof) != offer.proofs.end();
}

// Sooner first: it has to be used sooner.
LocalMinute closing(const OpenState& open) { return open.until.value_or(LocalMinute::max()); }

auto rank(const UsableOffer& usable) {
  const double tens = usable.metres ? std::round(*usable.metres / 10) : std::numeric_limits<double>::infinity();
  return std::tuple(tens, usable.open.state == OpenState::State::Open ? 0 : 1, closing(usable.open));
}

std::vector<UsableOffer> passing(std::span<const Merchant> merchants, const CanUseFilter& filter, const Place& place, LocalMinute now) {
  std::vector<UsableOffer> found;
  for (const Merchant& merchant : merchants) {
    if (!filter.category.empty() && merchant.category != filter.category) continue;
    if (!content::merchant_shown(merchant, now)) continue;
    const OpenState open = content::open_state(merchant.hours, now);
    if (filter.open_now && open.state != OpenState::State::Open) continue;
    const auto metres = metres_to(place, merchant);
    for (const Offer& offer : merchant.offers) {
      if (!content::offer_valid(offer, now) || !applies_to(offer, filter.who, filter.other_province)) continue;
      found.push_back({&merchant, &offer, metres, open, proof_to_show(offer, filter.who, filter.other_province)});
    }
  }
  return found;
}

}  // namespace

std::optional<Proof> proof_to_show(const Offer& offer, std::optional<Who> who, bool other_province) {
  if (who) {
    const auto carried = carried_by(*who);
    const auto found = std::ranges::find_if(carried, [&](Proof proof) { return counts(offer, proof, other_province); });
    if (found != carried.end()) return *found;
    // Another paper only where the offer is for them by name and asks for none of theirs.
    const bool asks_for_theirs = std::ranges::any_of(carried, [&](Proof proof) { return counts(offer, proof, false); });
    const bool named = std::ranges::find(offer.who, *who) != offer.who.end();
    if (asks_for_theirs || !named) return std::nullopt;
  }
  const auto any = std::ranges::find_if(offer.proofs, [&](Proof proof) { return counts(offer, proof, other_province); });
  if (any == offer.proofs.end()) return std::nullopt;
  return *any;
}

bool applies_to(const Offer& offer, std::optional<Who> who, bool other_province) {
  if (who && !offer.who.empty() && std::ranges::find(offer.who, *who) == offer.who.end()) return false;
  return offer.proofs.empty() || proof_to_show(offer, who, other_province).has_value();
}

std::vector<UsableOffer> usable_offers(std::span<const Merchant> merchants, const CanUseFilter& filter, const Place& place,
                                       LocalMinute now) {
  auto found = passing(merchants, filter, place, now);
  std::ranges::stable_sort(found, {}, rank);
  return found;
}

std::vector<std::pair<std::string, int>> usable_categories(std::span<const Merchant> merchants, CanUseFilter filter,
                                                           const Place& place, LocalMinute now) {
  filter.category.clear();
  std::vector<std::pair<std::string, int>> counted;
  for (const UsableOffer& usable : passing(merchants, filter, place, now)) {
    const std::string& category = usable.merchant->category;
    if (category.empty()) continue;
    const auto at = std::ranges::find(counted, category, &std::pair<std::string, int>::first);
    if (at == counted.end()) {
      counted.emplace_back(category, 1);
    } else {
      ++at->second;
    }
  }
  std::ranges::stable_sort(counted, std::greater<>{}, &std::pair<std::string, int>::second);
  return counted;
}

std::vector<CanUseLift> lifts_for(std::span<const Merchant> merchants, const CanUseFilter& filter, const Place& place, LocalMinute now) {
  using What = CanUseLift::What;
  std::vector<CanUseLift> lifts;
  const auto offer = [&](What what, CanUseFilter loosened) {
    if (loosened == filter || lifts.size() >= kMostLifts) return;
    const auto count = static_cast<int>(passing(merchants, loosened, place, now).size());
    if (count > 0) lifts.push_back({what, std::move(loosened), count});
  };
  CanUseFilter loosened = filter;
  loosened.open_now = false;
  offer(What::OpenNow, loosened);
  loosened = filter;
  loosened.category.clear();
  offer(What::Category, loosened);
  loosened = filter;
  loosened.other_province = false;
  offer(What::Province, loosened);
  loosened = filter;
  loosened.who.reset();
  offer(What::Who, loosened);
  if (lifts.empty()) offer(What::All, {.who = {}, .other_province = false, .open_now = false, .category = {}});
  return lifts;
}

}  // namespace kiosk
