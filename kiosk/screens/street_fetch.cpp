// What the street's page shows, prepared from the catalog.
#include <algorithm>

#include "content/schedule.h"
#include "kiosk/merchant_words.h"
#include "kiosk/nearby.h"
#include "kiosk/screens/street.h"
#include "kiosk/screens/street_shops.h"

namespace kiosk {
namespace {

constexpr std::size_t kMostLifts = 3;

}  // namespace

bool StreetScreen::enter(const Context& context) {
  if (!choose_street(context)) return false;
  fetch(context);
  entered_ = true;
  return true;
}

// Keeps the visitor's street while the release has it.
bool StreetScreen::choose_street(const Context& context) {
  const auto streets = streets_with_shops(context);
  const auto shown = [&](const content::RecordId& id) { return std::ranges::any_of(streets, [&](const auto* street) { return street->id == id; }); };
  if (entered_ && shown(filter_.street)) return true;
  if (const auto* merchant = context.catalog.find_merchant(target_.record)) {
    filter_.street = merchant->street;
    if (!entered_) selected_ = merchant->id;
  } else {
    filter_.street = target_.record;
  }
  // A named street opens even when none of its shops may be shown: its page says so.
  const auto* named = context.catalog.find_street(filter_.street);
  if (named != nullptr && content::visible(*named, context.now)) return true;
  if (streets.empty()) return false;
  const auto here = std::ranges::find_if(streets, [&](const auto* street) { return street->name == context.place.street; });
  filter_.street = (here == streets.end() ? streets.front() : *here)->id;
  return true;
}

void StreetScreen::fetch(const Context& context) {
  const content::Street* street = context.catalog.find_street(filter_.street);
  if (street == nullptr) return;
  filter_.who = context.visitor.who;
  filter_.open_now_only = context.visitor.open_now_only;
  street_name_ = street->name;
  street_short_ = street->short_name.empty() ? street->name : street->short_name;
  map_.show(*street, context.place.street == street->name ? context.place.map : std::nullopt);
  fetch_options(context);
  fetch_rows(context);
  fetch_coverage(context, *street);
  fetch_lifts(context, *street);
}

void StreetScreen::fetch_rows(const Context& context) {
  rows_.clear();
  for (const content::Merchant* merchant : shops_on(context, filter_)) rows_.push_back(make_row(context, *merchant, rows_.size()));
  const auto count = std::to_string(rows_.size());
  count_landscape_ = context.texts.format("street.count", {count});
  count_portrait_ = context.texts.format("street.matching", {count});
  const bool kept = std::ranges::any_of(rows_, [&](const Row& row) { return row.id == selected_; });
  if (!kept) selected_ = rows_.empty() ? content::RecordId{} : rows_.front().id;
  page_to_selected_ = true;
}

StreetScreen::Row StreetScreen::make_row(const Context& context, const content::Merchant& merchant, std::size_t index) const {
  const Texts& texts = context.texts;
  const auto state = content::open_state(merchant.hours, context.now);
  const auto metres = metres_to(context.place, merchant);
  Row row;
  row.id = merchant.id;
  row.label = texts.format("street.shop", {merchant.name}) + "##" + merchant.id.text;
  row.pin_label = texts.format("street.pin", {merchant.name}) + "##" + merchant.id.text;
  row.number = std::to_string(index + 1);
  row.name = merchant.name;
  row.offer = first_offer_words(merchant, context.now);
  if (metres) row.distance = distance_words(*metres, texts);
  row.state = open_word(state, texts);
  row.open = state.state == content::OpenState::State::Open;
  row.closed = state.state == content::OpenState::State::Closed;
  row.where = address_words(merchant, context.place, texts, " ・ ");
  if (metres) row.walk = texts.format("shop.walk", {std::to_string(walking_minutes(*metres))});
  row.any_province = takes_cards_of_any_province(merchant, context.now);
  row.picture = merchant.picture.empty() ? merchant.thumb : merchant.picture;
  if (merchant.map_x && merchant.map_y) row.at = MapPoint{*merchant.map_x, *merchant.map_y};
  return row;
}

void StreetScreen::fetch_coverage(const Context& context, const content::Street& street) {
  const int count = signed_shops(context.catalog, street.id, context.now);
  const int shops = std::max(street.shops, count);
  coverage_.meter = {.signed_shops = count, .shops = street.shops > 0 ? shops : 0, .target_percent = street.target_percent};
  coverage_.signed_count = std::to_string(count);
  coverage_.of_all = " / " + context.texts.format("street.signed", {std::to_string(shops)});
  coverage_.percent = std::to_string(coverage_percent(count, shops, street.target_percent)) + "%";
  coverage_.target = std::to_string(street.target_percent) + "%";
}

void StreetScreen::fetch_options(const Context& context) {
  const Texts& texts = context.texts;
  const auto count = [&](const StreetFilter& filter) { return static_cast<int>(shops_on(context, filter).size()); };
  street_ids_.clear();
  street_options_.clear();
  for (const content::Street* street : streets_with_shops(context)) {
    StreetFilter filter = filter_;
    filter.street = street->id;
    filter.category.clear();
    street_ids_.push_back(street->id);
    street_options_.push_back({street->name, count(filter)});
  }
  categories_ = categories_on(context, filter_.street);
  if (std::ranges::find(categories_, filter_.category) == categories_.end()) filter_.category.clear();
  StreetFilter any = filter_;
  any.category.clear();
  category_options_ = {{std::string(texts("street.all")), count(any)}};
  for (const std::string& category : categories_) {
    any.category = category;
    category_options_.push_back({category, count(any)});
  }
  any = filter_;
  any.who.reset();
  who_options_ = {{std::string(texts("street.anybody")), count(any)}};
  for (int i = 0; i <= static_cast<int>(content::Who::FireRescue); ++i) {
    any.who = static_cast<content::Who>(i);
    who_options_.push_back({std::string(texts(text_key(*any.who))), count(any)});
  }
  category_value_ = filter_.category.empty() ? std::string(texts("street.all")) : filter_.category;
  who_value_ = std::string(texts(filter_.who ? text_key(*filter_.who) : "street.anybody"));
  open_only_tile_ = std::string(texts("street.only")) + '\n' + std::string(texts("street.open_now"));
}

// Each lifts one filter and says how many shops that finds; none that finds nothing.
void StreetScreen::fetch_lifts(const Context& context, const content::Street& street) {
  lifts_.clear();
  empty_words_.clear();
  if (!rows_.empty()) return;
  const auto add = [&](std::string_view key, const StreetFilter& filter) {
    const auto count = shops_on(context, filter).size();
    if (count > 0 && lifts_.size() < kMostLifts) lifts_.push_back({context.texts.format(key, {std::to_string(count)}), filter});
  };
  StreetFilter lifted = filter_;
  if (filter_.open_now_only) {
    lifted.open_now_only = false;
    add("street.lift.open", lifted);
  }
  lifted = filter_;
  if (!filter_.category.empty()) {
    lifted.category.clear();
    add("street.lift.category", lifted);
  }
  lifted = filter_;
  if (filter_.who) {
    lifted.who.reset();
    add("street.lift.who", lifted);
  }
  if (lifts_.empty()) add("street.lift.all", {.street = street.id, .category = {}, .who = {}});
  empty_words_ = context.texts.format(lifts_.empty() ? "street.none" : "street.empty", {street.name});
}

}  // namespace kiosk
