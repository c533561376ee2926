// What the street's page shows, prepared from the catalog.
#include <algorithm>

#include "content/romanise.h"
#include "content/schedule.h"
#include "kiosk/merchant_words.h"
#include "kiosk/nearby.h"
#include "kiosk/said.h"
#include "kiosk/screens/street.h"
#include "kiosk/screens/street_shops.h"

namespace kiosk {
namespace {

constexpr std::size_t kMostLifts = 3;

bool english(const Texts& texts) { return texts.language() == ui::Language::English; }

}  // namespace

bool StreetScreen::enter(const Context& context) {
  if (!choose_street(context)) return false;
  if (!entered_) lift_what_hides(context);
  fetch(context);
  entered_ = true;
  return true;
}

// Keeps the visitor's street while the release has it.
bool StreetScreen::choose_street(const Context& context) {
  const auto streets = streets_with_shops(context);
  const auto shown = [&](const content::RecordId& id) { return std::ranges::any_of(streets, [&](const auto* street) { return street->id == id; }); };
  if (entered_ && !streets.empty() && (filter_.street.empty() || shown(filter_.street))) return true;
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

// A shop that was asked for by name stands in the list whatever was chosen on an earlier page: as few choices as need be go.
void StreetScreen::lift_what_hides(const Context& context) const {
  Visitor& visitor = context.visitor;
  const auto stands = [&](bool open_only, std::optional<content::Who> who) {
    const StreetFilter filter{.street = filter_.street, .category = {}, .who = who, .open_now_only = open_only};
    return std::ranges::any_of(shops_on(context, filter), [&](const auto* shop) { return shop->id == target_.record; });
  };
  if (!stands(false, {}) || stands(visitor.open_now_only, visitor.who)) return;
  const bool closed = !stands(true, {});
  const bool not_theirs = !stands(false, visitor.who);
  if (closed) visitor.open_now_only = false;
  if (not_theirs) visitor.who.reset();
}

// In a chip or a button: 江滩; for English visitors in Latin letters alone, for there is little room.
std::string StreetScreen::street_word(const Context& context, const content::RecordId& id) const {
  const content::Street* street = context.catalog.find_street(id);
  if (street == nullptr) return std::string(context.texts("street.all"));
  const std::string& shortest = street->short_name.empty() ? street->name : street->short_name;
  if (!english(context.texts)) return shortest;
  const Said given = said(*street, "short_name", {}, context.texts);
  if (!given.empty()) return given.text;
  const std::string latin = context.texts.romaniser().name(shortest);
  return latin.empty() ? shortest : latin;
}

void StreetScreen::fetch(const Context& context) {
  const content::Street* street = context.catalog.find_street(filter_.street);
  filter_.who = context.visitor.who;
  filter_.open_now_only = context.visitor.open_now_only;
  street_name_ = street == nullptr ? std::string(context.texts("street.all_streets"))
                                   : said_name(*street, "name", street->name, {}, context.texts);
  street_value_ = street_word(context, filter_.street);
  fetch_options(context);
  fetch_rows(context);
  fetch_coverage(context);
  fetch_lifts(context);
  map_street_ = {};
  show_on_map(context);
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
  if (rows_.empty()) {
    turner_.reset();
    page_ = 0;
  }
}

StreetScreen::Row StreetScreen::make_row(const Context& context, const content::Merchant& merchant, std::size_t index) const {
  const Texts& texts = context.texts;
  const auto state = content::open_state(merchant.hours, context.now);
  const auto metres = metres_to(context.place, merchant);
  Row row;
  row.id = merchant.id;
  row.street = merchant.street;
  row.label = texts.format("street.shop", {merchant.name}) + "##" + merchant.id.text;
  row.pin_label = texts.format("street.pin", {merchant.name}) + "##" + merchant.id.text;
  row.number = std::to_string(index + 1);
  row.name = said_name(merchant, "name", merchant.name, merchant.pinyin, texts);
  row.offer = first_offer_words(merchant, context.now);
  if (const content::Offer* offer = first_offer(merchant, context.now); offer != nullptr && english(texts)) {
    const Said words = said_offer(*offer, texts);
    row.offer = words.text;
    row.offer_chinese = words.chinese;
  }
  if (metres) row.distance = distance_words(*metres, texts);
  row.state = open_word(state, texts);
  row.open = state.state == content::OpenState::State::Open;
  row.closed = state.state == content::OpenState::State::Closed;
  row.address = said_name(merchant, "address", merchant.address, {}, texts);
  row.way = way_words(context.place, merchant, texts);
  row.any_province = takes_cards_of_any_province(merchant, context.now);
  row.picture = merchant.picture.empty() ? merchant.thumb : merchant.picture;
  if (merchant.map_x && merchant.map_y) row.at = MapPoint{*merchant.map_x, *merchant.map_y};
  return row;
}

// The diagram of the selected shop's street with the pins of all its shops in the list; with an empty list hollow dots.
void StreetScreen::show_on_map(const Context& context) {
  const bool all = filter_.street.empty();
  content::RecordId wanted = filter_.street;
  if (all && !rows_.empty()) wanted = rows_[selected_row()].street;
  if (all && rows_.empty() && street_ids_.size() > 1) wanted = street_ids_[1];
  if (wanted == map_street_) return;
  const content::Street* street = context.catalog.find_street(wanted);
  if (street == nullptr) return;
  map_street_ = wanted;
  map_.show(*street, context.place.street == street->name ? context.place.map : std::nullopt, context.texts);
  std::vector<MapPin> pins;
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    const Row& row = rows_[i];
    if (!row.at || row.street != wanted) continue;
    pins.push_back({.label = row.pin_label,
                    .number = row.number,
                    .group = context.texts.format("street.group", {row.number}),
                    .at = *row.at,
                    .row = i,
                    .closed = row.closed});
  }
  std::vector<MapPoint> dots;
  if (rows_.empty()) {
    for (const content::Merchant* shop : shops_on(context, {.street = wanted, .category = {}, .who = {}})) {
      if (shop->map_x && shop->map_y) dots.push_back({*shop->map_x, *shop->map_y});
    }
  }
  map_.set_pins(std::move(pins), std::move(dots));
}

void StreetScreen::fetch_coverage(const Context& context) {
  int count = 0;
  int shops = 0;
  int target = 0;
  for (const content::Street& street : context.catalog.streets) {
    const bool wanted = filter_.street.empty() ? content::visible(street, context.now) : street.id == filter_.street;
    if (!wanted || street.shops <= 0) continue;
    const int signed_here = signed_shops(context.catalog, street.id, context.now);
    count += signed_here;
    shops += std::max(street.shops, signed_here);
    target = std::max(target, street.target_percent);
  }
  coverage_.meter = {.signed_shops = count, .shops = shops, .target_percent = target};
  coverage_.signed_count = std::to_string(count);
  coverage_.of_all = " / " + context.texts.format("street.signed", {std::to_string(shops)});
  coverage_.percent = std::to_string(coverage_percent(count, shops, target)) + "%";
  coverage_.target = std::to_string(target) + "%";
}

void StreetScreen::fetch_options(const Context& context) {
  const Texts& texts = context.texts;
  const auto count = [&](const StreetFilter& filter) { return static_cast<int>(shops_on(context, filter).size()); };
  StreetFilter any = filter_;
  any.street = {};
  street_ids_ = {{}};
  street_options_ = {{std::string(texts("street.all_streets")), count(any)}};
  for (const content::Street* street : streets_with_shops(context)) {
    any.street = street->id;
    street_ids_.push_back(street->id);
    street_options_.push_back({said_name(*street, "name", street->name, {}, texts), count(any)});
  }
  categories_ = categories_on(context, filter_.street);
  // A category that another street has stays chosen: the empty list offers to lift it.
  const bool elsewhere = std::ranges::find(categories_, filter_.category) == categories_.end();
  if (!filter_.category.empty() && elsewhere) categories_.push_back(filter_.category);
  any = filter_;
  any.category.clear();
  category_options_ = {{std::string(texts("street.all")), count(any)}};
  for (const std::string& category : categories_) {
    any.category = category;
    category_options_.push_back({category_words(category, texts), count(any)});
  }
  any = filter_;
  any.who.reset();
  who_options_ = {{std::string(texts("street.anybody")), count(any)}};
  for (int i = 0; i <= static_cast<int>(content::Who::FireRescue); ++i) {
    any.who = static_cast<content::Who>(i);
    who_options_.push_back({std::string(texts(text_key(*any.who))), count(any)});
  }
  category_value_ = filter_.category.empty() ? std::string(texts("street.all")) : category_words(filter_.category, texts);
  who_value_ = std::string(texts(filter_.who ? text_key(*filter_.who) : "street.anybody"));
  open_only_tile_ = std::string(texts("street.only")) + '\n' + std::string(texts("street.open_now"));
}

// 这里暂时没有营业中的影院
std::string StreetScreen::missing_words(const Context& context) const {
  const Texts& texts = context.texts;
  const std::string what = filter_.category.empty() ? std::string(texts("street.missing.shops")) : category_words(filter_.category, texts);
  const std::string who = filter_.who ? std::string(texts(text_key(*filter_.who))) : std::string{};
  if (filter_.who && filter_.open_now_only) return texts.format("street.missing.both", {what, who});
  if (filter_.who) return texts.format("street.missing.who", {what, who});
  if (filter_.open_now_only) return texts.format("street.missing.open", {what});
  return filtered() ? texts.format("street.missing", {what}) : texts.format("street.none", {street_name_});
}

std::string StreetScreen::rest_words(const Context& context, const StreetFilter& filter) const {
  const Texts& texts = context.texts;
  std::string words = filter.street.empty() ? std::string(texts("street.all_streets")) : street_word(context, filter.street);
  const auto add = [&](std::string_view more) { words += std::string(" ・ ") + std::string(more); };
  if (!filter.category.empty()) add(category_words(filter.category, texts));
  if (filter.who) add(texts(text_key(*filter.who)));
  if (filter.open_now_only) add(texts("shop.open"));
  return words;
}

// Each lifts one filter and says how many shops that finds; none that finds nothing.
void StreetScreen::fetch_lifts(const Context& context) {
  lifts_.clear();
  empty_words_.clear();
  if (!rows_.empty()) return;
  empty_words_ = missing_words(context);
  const Texts& texts = context.texts;
  const auto add = [&](std::string_view icon, std::string_view key, const StreetFilter& filter) {
    const auto count = shops_on(context, filter).size();
    if (count == 0 || lifts_.size() >= kMostLifts) return;
    lifts_.push_back({icon, std::string(texts(key)), rest_words(context, filter), texts.format("street.count", {std::to_string(count)}), filter});
  };
  StreetFilter lifted = filter_;
  lifted.open_now_only = false;
  if (filter_.open_now_only) add("clock", "street.lift.open", lifted);
  lifted = filter_;
  lifted.who.reset();
  if (filter_.who) add("user", "street.lift.who", lifted);
  lifted = filter_;
  lifted.street = {};
  if (!filter_.street.empty()) add("map", "street.lift.street", lifted);
  lifted = filter_;
  lifted.category.clear();
  if (!filter_.category.empty()) add("grid", "street.lift.category", lifted);
  // Two filters together hide everything: only without any is something found.
  if (lifts_.empty() && filtered()) add("close", "street.clear", {.street = filter_.street, .category = {}, .who = {}});
}

}  // namespace kiosk
