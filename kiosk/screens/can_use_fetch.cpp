#include <algorithm>
#include <utility>

#include "content/words.h"
#include "kiosk/merchant_words.h"
#include "kiosk/nearby.h"
#include "kiosk/said.h"
#include "kiosk/screens/can_use.h"

namespace kiosk {
namespace {

using content::Who;

// The groups behind 其他优抚对象, in the sheet's order.
constexpr std::array kOthers{Who::Disabled, Who::CardHolder, Who::FireRescue};
constexpr std::array kGroups{Who::Serving, Who::Veteran, Who::MilitaryFamily, Who::Bereaved};

std::string who_words(Who who, const Texts& texts) {
  return std::string(texts("can_use.who." + std::string(content::kWhoWords[static_cast<std::size_t>(who)].value)));
}

std::optional<Who> who_of(std::string_view value) {
  const auto found = std::ranges::find(content::kWhoWords, value, &content::EnumWord::value);
  if (found == content::kWhoWords.end()) return std::nullopt;
  return static_cast<Who>(found - content::kWhoWords.begin());
}

// "至 21:30", "24 小时": what a row has room for.
std::string until_words(const content::OpenState& open, content::LocalMinute now, const Texts& texts) {
  if (open.state != content::OpenState::State::Open) return std::string(open_word(open, texts));
  if (open.all_day) return std::string(texts("can_use.all_day"));
  const std::string whole = open_words(open, now, texts);
  // open_words() says "营业中 ・ 至 21:30": the part after the dot.
  const std::string dot = texts.format("home.place", {"", ""});
  const auto at = whole.find(dot);
  return at == std::string::npos ? whole : whole.substr(at + dot.size());
}

std::string proof_words(const UsableOffer& usable, const Texts& texts) {
  if (!usable.proof) return {};
  const content::EnumWord& word = content::kProofWords[static_cast<std::size_t>(*usable.proof)];
  return std::string(texts.language() == ui::Language::English ? word.en : word.zh);
}

}  // namespace

bool CanUseScreen::enter(const Context& context) {
  if (!target_.filter.empty()) {
    if (const auto who = who_of(target_.filter)) context.visitor.who = who;
    target_.filter.clear();
  }
  fetch(context);
  return true;
}

void CanUseScreen::fetch(const Context& context) {
  changed_ = false;
  if (lifted_) {
    filter_ = *std::exchange(lifted_, std::nullopt);
    context.visitor.who = filter_.who;
  }
  filter_.who = context.visitor.who;
  const auto usable = usable_offers(context.catalog.merchants, filter_, context.place, context.now);
  const std::size_t before = selected_row();
  rows_.clear();
  for (std::size_t i = 0; i < usable.size(); ++i) rows_.push_back(make_row(context, usable[i], i));
  fetch_words(context, usable.size());
  fetch_filters(context);
  lifts_.clear();
  if (rows_.empty()) fetch_lifts(context);
  keep_selection(before);
  show_detail(context);
}

// An offer that went gives its place to the next one, so that the list stays where the visitor reads.
void CanUseScreen::keep_selection(std::size_t before) {
  if (rows_.empty()) return;
  const bool there = std::ranges::any_of(rows_, [&](const Row& row) { return row.merchant == selected_ && row.offer_index == selected_offer_; });
  const Row& row = rows_[there ? selected_row() : std::min(before, rows_.size() - 1)];
  selected_ = row.merchant;
  selected_offer_ = row.offer_index;
}

CanUseScreen::Row CanUseScreen::make_row(const Context& context, const UsableOffer& usable, std::size_t index) const {
  const Texts& texts = context.texts;
  const content::Merchant& merchant = *usable.merchant;
  const Said offer = said_offer(*usable.offer, texts);
  const content::Street* street = context.catalog.find_street(merchant.street);
  Row row{.merchant = merchant.id,
          .offer_index = static_cast<std::size_t>(usable.offer - merchant.offers.data()),
          .label = {},
          .number = std::to_string(index + 1),
          .offer = offer.text,
          .chinese = offer.chinese,
          .shop = said_name(merchant, "name", merchant.name, merchant.pinyin, texts),
          .proof = proof_words(usable, texts),
          .distance = usable.metres ? distance_words(*usable.metres, texts) : std::string{},
          .until = until_words(usable.open, context.now, texts),
          .open = usable.open.state == content::OpenState::State::Open,
          .on_map = street != nullptr && content::visible(*street, context.now)};
  row.label = texts.format("can_use.row", {row.number, row.offer});
  return row;
}

void CanUseScreen::fetch_words(const Context& context, std::size_t count) {
  const Texts& texts = context.texts;
  const std::string number = std::to_string(count);
  title_ = texts("can_use.title");
  if (filter_.who) {
    note_ = texts.format(filter_.open_now ? "can_use.note" : "can_use.note.closed_too", {who_words(*filter_.who, texts), number});
    const bool by_distance = count > 1 && std::ranges::any_of(rows_, [](const Row& row) { return !row.distance.empty(); });
    if (by_distance) note_ += texts("can_use.note.nearest");
  } else {
    note_ = texts.format(filter_.open_now ? "can_use.note.anybody" : "can_use.note.anybody.closed_too", {number});
  }
  short_note_ = texts.format("can_use.count", {number});
  tile_ = kTiles;
  for (std::size_t i = 0; i < kGroups.size(); ++i) {
    tiles_[i] = who_words(kGroups[i], texts);
    if (filter_.who == kGroups[i]) tile_ = i;
  }
  tiles_.back() = texts("can_use.who.others");
  if (!filter_.who || tile_ != kTiles) return;
  tile_ = kTiles - 1;
  tiles_.back() = who_words(*filter_.who, texts);
}

// What each choice of the sheets would find.
void CanUseScreen::fetch_filters(const Context& context) {
  const Texts& texts = context.texts;
  const auto count_words = [&](int count) { return texts.format("can_use.count", {std::to_string(count)}); };
  categories_.clear();
  category_rows_ = {{.label = std::string(texts("can_use.all")), .note = {}}};
  int all = 0;
  for (auto& [category, count] : usable_categories(context.catalog.merchants, filter_, context.place, context.now)) {
    const auto merchant = std::ranges::find(context.catalog.merchants, category, &content::Merchant::category);
    category_rows_.push_back({.label = said_name(*merchant, "category", category, {}, texts), .note = count_words(count)});
    categories_.push_back(category);
    all += count;
  }
  category_rows_.front().note = count_words(all);
  category_value_ = filter_.category.empty() ? std::string(texts("can_use.all")) : filter_.category;
  const auto chosen = std::ranges::find(categories_, filter_.category);
  if (chosen != categories_.end()) category_value_ = category_rows_[static_cast<std::size_t>(chosen - categories_.begin()) + 1].label;

  other_rows_.clear();
  for (const Who who : kOthers) {
    CanUseFilter as_they = filter_;
    as_they.who = who;
    const auto found = usable_offers(context.catalog.merchants, as_they, context.place, context.now).size();
    other_rows_.push_back({.label = who_words(who, texts), .note = count_words(static_cast<int>(found))});
  }
  const auto on_off = [&](bool on) { return std::string(texts(on ? "can_use.on" : "can_use.off")); };
  filter_rows_ = {{.label = std::string(texts("can_use.open_only")), .note = on_off(filter_.open_now)},
                  {.label = std::string(texts("can_use.other_card")), .note = on_off(filter_.other_province)}};
  const int active = (filter_.open_now ? 1 : 0) + (filter_.other_province ? 1 : 0);
  filters_value_ = std::to_string(active);
}

void CanUseScreen::fetch_lifts(const Context& context) {
  const Texts& texts = context.texts;
  using What = CanUseLift::What;
  for (CanUseLift& lift : lifts_for(context.catalog.merchants, filter_, context.place, context.now)) {
    std::string_view key = "can_use.lift.all";
    if (lift.what == What::OpenNow) key = "can_use.lift.open";
    if (lift.what == What::Category) key = "can_use.lift.category";
    if (lift.what == What::Province) key = "can_use.lift.province";
    if (lift.what == What::Who) key = "can_use.lift.who";
    lifts_.push_back({texts.format(key, {std::to_string(lift.offers)}), std::move(lift.filter)});
  }
  if (lifts_.empty()) {
    empty_words_ = texts("can_use.none");
    return;
  }
  // 残疾军人 ・ 餐饮 ・ 外省优待证: what was asked for.
  std::string asked;
  const auto add = [&](std::string_view words) { asked = asked.empty() ? std::string(words) : texts.format("home.place", {asked, words}); };
  if (filter_.who) add(who_words(*filter_.who, texts));
  if (!filter_.category.empty()) add(category_value_);
  if (filter_.other_province) add(texts("can_use.other_card"));
  if (filter_.open_now) add(texts("can_use.open_only"));
  empty_words_ = texts.format("can_use.empty", {asked});
}

void CanUseScreen::show_detail(const Context& context) {
  reselected_ = false;
  detail_ = {};
  if (rows_.empty()) return;
  const content::Merchant* merchant = context.catalog.find_merchant(selected_);
  if (merchant == nullptr || selected_offer_ >= merchant->offers.size()) return;
  const content::Offer& offer = merchant->offers[selected_offer_];
  detail_ = make_detail(context,
                        {.merchant = merchant,
                         .offer = &offer,
                         .metres = metres_to(context.place, *merchant),
                         .open = content::open_state(merchant->hours, context.now),
                         .proof = proof_to_show(offer, filter_.who, filter_.other_province)},
                        filter_.other_province);
}

// A second touch takes the choice back; the last tile asks which of the other groups.
void CanUseScreen::choose_tile(std::size_t tile, Visitor& visitor) {
  if (tile + 1 == kTiles) {
    sheet_ = Sheet::Others;
    sheet_page_ = 0;
    return;
  }
  if (tile == tile_) {
    visitor.who.reset();
  } else {
    visitor.who = kGroups[tile];
  }
  filter_changed();
}

void CanUseScreen::choose_in_sheet(std::size_t row, Visitor& visitor) {
  const Sheet sheet = std::exchange(sheet_, Sheet::None);
  if (sheet == Sheet::Others) {
    visitor.who = kOthers[row];
    filter_changed();
  }
  if (sheet == Sheet::Category) {
    filter_.category = row == 0 ? std::string{} : categories_[row - 1];
    filter_changed();
  }
  if (sheet != Sheet::Filters) return;
  if (row == 0) filter_.open_now = !filter_.open_now;
  if (row == 1) filter_.other_province = !filter_.other_province;
  filter_changed();
}

}  // namespace kiosk
