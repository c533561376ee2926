#include "kiosk/merchant_words.h"

#include <algorithm>

#include "content/days.h"
#include "content/romanise.h"
#include "kiosk/nearby.h"

namespace kiosk {
namespace {

using content::LocalMinute;
using content::OpenState;

std::string time_words(int minute_of_day) {
  const int minutes = minute_of_day % 60;
  return std::to_string(minute_of_day / 60) + (minutes < 10 ? ":0" : ":") + std::to_string(minutes);
}

std::string date_words(content::Day day, const Texts& texts) {
  return texts.format("date.month_day",
                      {std::to_string(static_cast<unsigned>(day.month())), std::to_string(static_cast<unsigned>(day.day()))});
}

std::string until_words(LocalMinute until, LocalMinute now, const Texts& texts) {
  const int days = content::days_between(content::day_of(now), content::day_of(until));
  const int minute = content::minute_of_day(until);
  if (days == 0) return time_words(minute);
  if (days == 1) return minute == 0 ? "24:00" : texts.format("shop.next_day", {time_words(minute)});
  return date_words(content::day_of(until), texts) + ' ' + time_words(minute);
}

std::string opening_words(LocalMinute opens, LocalMinute now, const Texts& texts) {
  const content::Day day = content::day_of(opens);
  const int days = content::days_between(content::day_of(now), day);
  const std::string time = time_words(content::minute_of_day(opens));
  if (days == 0) return time;
  if (days == 1) return texts.format("shop.tomorrow", {time});
  if (days > 6) return date_words(day, texts) + ' ' + time;
  return std::string(texts("date.weekday." + std::to_string(content::weekday_of(day) + 1))) + ' ' + time;
}

}  // namespace

const content::Offer* first_offer(const content::Merchant& merchant, LocalMinute now) {
  const auto found = std::ranges::find_if(merchant.offers, [&](const auto& offer) { return content::offer_valid(offer, now); });
  return found == merchant.offers.end() ? nullptr : &*found;
}

std::string first_offer_words(const content::Merchant& merchant, LocalMinute now) {
  const content::Offer* offer = first_offer(merchant, now);
  if (offer == nullptr) return {};
  return offer->proof_line.empty() ? offer->title : offer->proof_line + ' ' + offer->title;
}

std::string_view open_word(const OpenState& state, const Texts& texts) {
  if (state.state == OpenState::State::Unknown) return {};
  return texts(state.state == OpenState::State::Open ? "shop.open" : "shop.closed");
}

std::string open_words(const OpenState& state, LocalMinute now, const Texts& texts) {
  if (state.state == OpenState::State::Unknown) return {};
  if (state.all_day) return std::string(texts("shop.all_day"));
  if (state.state == OpenState::State::Open) {
    return state.until ? texts.format("shop.open_until", {until_words(*state.until, now, texts)})
                       : std::string(texts("shop.open"));
  }
  return state.opens ? texts.format("shop.opens", {opening_words(*state.opens, now, texts)}) : std::string(texts("shop.closed"));
}

bool offers_for(const content::Merchant& merchant, content::Who who, LocalMinute now) {
  return std::ranges::any_of(merchant.offers, [&](const content::Offer& offer) {
    return content::offer_valid(offer, now) && (offer.who.empty() || std::ranges::find(offer.who, who) != offer.who.end());
  });
}

bool takes_cards_of_any_province(const content::Merchant& merchant, LocalMinute now) {
  return std::ranges::any_of(merchant.offers, [&](const content::Offer& offer) {
    return offer.cards == content::Cards::AnyProvince && content::offer_valid(offer, now);
  });
}

std::string category_words(const std::string& category, const Texts& texts) {
  if (texts.language() != ui::Language::English || category.empty()) return category;
  const std::string key = "kind." + category;
  if (texts.has(key)) return std::string(texts(key));
  const std::string latin = texts.romaniser().name(category);
  return latin.empty() ? category : category + ' ' + latin;
}

std::string_view text_key(content::Who who) {
  switch (who) {
    case content::Who::Serving: return "who.serving";
    case content::Who::Veteran: return "who.veteran";
    case content::Who::MilitaryFamily: return "who.military_family";
    case content::Who::Bereaved: return "who.bereaved";
    case content::Who::Disabled: return "who.disabled";
    case content::Who::CardHolder: return "who.card_holder";
    case content::Who::FireRescue: return "who.fire_rescue";
  }
  return {};
}

}  // namespace kiosk
