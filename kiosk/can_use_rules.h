// "What can I use?": which offers apply to this visitor, here and now, and in which order. Pure.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "content/model.h"
#include "content/schedule.h"
#include "kiosk/config.h"

namespace kiosk {

struct CanUseFilter {
  std::optional<content::Who> who;   // nobody said yet: whoever an offer is for
  bool other_province = false;       // the visitor's 优待证 was issued in another province
  bool open_now = true;              // 只看营业中
  std::string category{};            // of the shop; empty = all
  friend bool operator==(const CanUseFilter&, const CanUseFilter&) = default;
};

// One offer that applies. Pointers into the list that was asked.
struct UsableOffer {
  const content::Merchant* merchant = nullptr;
  const content::Offer* offer = nullptr;
  std::optional<double> metres;            // on foot; nullopt when a position is not known
  content::OpenState open;
  std::optional<content::Proof> proof;     // the one to show; nullopt when the offer names none
};

// Of the proofs that the offer counts, the one that `who` is most likely to carry; another one only where the offer names them
// and asks for none that they carry. With a card of another province the 优待证 is left out where only local cards count.
// nullopt: nothing the visitor has will do, or the offer names no proof at all.
std::optional<content::Proof> proof_to_show(const content::Offer& offer, std::optional<content::Who> who, bool other_province);

// The offer is for `who` (an offer that names nobody is for all), and some proof will do.
bool applies_to(const content::Offer& offer, std::optional<content::Who> who, bool other_province);

// Offers of shown merchants that pass. Nearest first, by tens of metres as visitors read them, unknown distances last; at one
// distance open before closed, then what closes first; then the list's own order.
std::vector<UsableOffer> usable_offers(std::span<const content::Merchant> merchants, const CanUseFilter& filter, const Place& place,
                                       content::LocalMinute now);

// Categories among what passes when the category is left out, with their offers, most first.
std::vector<std::pair<std::string, int>> usable_categories(std::span<const content::Merchant> merchants, CanUseFilter filter,
                                                           const Place& place, content::LocalMinute now);

// What an empty list offers: each lifts exactly one filter and finds at least one offer; when no single one helps, one that
// lifts all. At most three. Nothing when not even that finds any.
struct CanUseLift {
  enum class What { OpenNow, Category, Province, Who, All };
  What what = What::All;
  CanUseFilter filter;
  int offers = 0;
};
std::vector<CanUseLift> lifts_for(std::span<const content::Merchant> merchants, const CanUseFilter& filter, const Place& place,
                                  content::LocalMinute now);

}  // namespace kiosk
