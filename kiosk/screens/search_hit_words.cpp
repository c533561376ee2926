#include "kiosk/screens/search_hit_words.h"

#include <algorithm>
#include <cctype>
#include <map>

#include "content/romanise.h"
#include "content/schedule.h"
#include "content/utf8.h"
#include "kiosk/merchant_words.h"
#include "kiosk/nearby.h"
#include "kiosk/said.h"
#include "kiosk/screens/street_shops.h"
#include "kiosk/words.h"

namespace kiosk {
namespace {

constexpr std::string_view kDot = " ・ ";

std::vector<ui::TextMark> marks_of(const std::vector<content::Mark>& marks, std::size_t shift = 0) {
  std::vector<ui::TextMark> moved;
  for (const content::Mark& mark : marks) moved.push_back({mark.begin + shift, mark.end + shift});
  return moved;
}

void join(std::string& line, std::string_view more) {
  if (more.empty()) return;
  if (!line.empty()) line += kDot;
  line += more;
}

// Chinese words that an English visitor cannot read give way to those that are there already.
void join_said(HitRow& row, const Said& more) {
  if (more.chinese && !row.line.empty()) return;
  join(row.line, more.text);
  row.chinese = row.chinese || (more.chinese && !more.empty());
}

// `name` as the visitor reads it. Where that is the Chinese name with its pinyin, the pinyin begins the line. Marks stay with
// the Chinese name; an English name that was found is marked itself; else the Chinese name stands in the line.
void set_title(HitRow& row, const content::Hit& hit, std::string name) {
  row.title = std::move(name);
  if (row.title.starts_with(hit.title)) {
    if (row.title.size() > hit.title.size() + 1) row.line = row.title.substr(hit.title.size() + 1);
    row.pinyin = row.line.size();
    row.title.resize(hit.title.size());
    row.marks = marks_of(hit.marks);
  } else if (hit.detail == row.title) {
    row.marks = marks_of(hit.detail_marks);
  } else if (!hit.marks.empty()) {
    row.line = hit.title;
    row.line_marks = marks_of(hit.marks);
    row.chinese = true;
  }
}

// The text in which the hit lies, marked, unless the title says it; else `otherwise`. What is said already is not said twice.
void add_detail(HitRow& row, const content::Hit& hit, const Said& otherwise, const Context& context) {
  if (hit.detail_marks.empty() || hit.detail == row.title) {
    join_said(row, otherwise);
    return;
  }
  if (row.line == hit.detail) row.line.clear();
  const bool only = row.line.empty();
  join(row.line, hit.detail);
  if (only) row.pinyin = row.pinyin == row.line.size() ? row.pinyin : 0;
  row.line_marks = marks_of(hit.detail_marks, row.line.size() - hit.detail.size());
  const bool latin = std::ranges::all_of(hit.detail, [](char c) { return static_cast<unsigned char>(c) < 0xE3; });
  row.chinese = row.chinese || (context.texts.language() == ui::Language::English && !latin);
}

bool fill_merchant(HitRow& row, const content::Hit& hit, const Context& context) {
  const auto* merchant = context.catalog.find_merchant(hit.id);
  if (merchant == nullptr || !content::merchant_shown(*merchant, context.now)) return false;
  row.screen = ScreenKind::Merchant;
  row.picture = merchant->thumb.empty() ? merchant->picture : merchant->thumb;
  row.icon = "shop";
  row.label = context.texts.format("search.shop", {hit.title});
  set_title(row, hit, said_name(*merchant, "name", merchant->name, merchant->pinyin, context.texts));
  if (hit.detail != merchant->address) join_said(row, said(*merchant, "address", merchant->address, context.texts));
  add_detail(row, hit, {}, context);
  if (const content::Offer* offer = first_offer(*merchant, context.now); offer != nullptr) {
    if (hit.detail.find(offer->title) == std::string::npos && (offer->title_english.empty() || hit.detail.find(offer->title_english) == std::string::npos)) {
      join_said(row, said_offer(*offer, context.texts));
    }
  }
  const content::OpenState state = content::open_state(merchant->hours, context.now);
  row.state = open_word(state, context.texts);
  row.open = state.state == content::OpenState::State::Open;
  if (const auto metres = metres_to(context.place, *merchant)) row.distance = distance_words(*metres, context.texts);
  return true;
}

bool fill_street(HitRow& row, const content::Hit& hit, const Context& context) {
  const auto* street = context.catalog.find_street(hit.id);
  if (street == nullptr || !content::visible(*street, context.now)) return false;
  const int count = signed_shops(context.catalog, street->id, context.now);
  row.screen = ScreenKind::Street;
  row.picture = street->diagram;
  row.icon = "map";
  row.label = context.texts.format("search.street", {hit.title});
  set_title(row, hit, said_name(*street, "name", street->name, {}, context.texts));
  join(row.line, context.texts.format("search.street_facts", {std::to_string(std::max(street->shops, count)), std::to_string(count)}));
  return true;
}

bool fill_figure(HitRow& row, const content::Hit& hit, const Context& context) {
  const auto* figure = context.catalog.find_figure(hit.id);
  if (figure == nullptr || !content::visible(*figure, context.now)) return false;
  row.screen = ScreenKind::Figure;
  row.picture = figure->portrait;
  row.icon = "medal";
  set_title(row, hit, said_person(*figure, "name", figure->name, figure->pinyin, context.texts));
  join(row.line, context.texts(text_key(figure->category)));
  add_detail(row, hit, said(*figure, "community", figure->community, context.texts), context);
  return true;
}

bool fill_article(HitRow& row, const content::Hit& hit, const Context& context) {
  const auto* article = context.catalog.find_article(hit.id);
  if (article == nullptr || !content::visible(*article, context.now)) return false;
  row.screen = ScreenKind::Article;
  row.picture = article->picture;
  row.icon = "horn";
  const Said title = said(*article, "title", article->title, context.texts);
  row.chinese = title.chinese;
  set_title(row, hit, title.text);
  join(row.line, context.texts(text_key(article->category)));
  const auto month = std::to_string(static_cast<unsigned>(article->published.month()));
  const auto day = std::to_string(static_cast<unsigned>(article->published.day()));
  add_detail(row, hit, {context.texts.format("date.month_day", {month, day}), false}, context);
  return true;
}

bool fill_product(HitRow& row, const content::Hit& hit, const Context& context) {
  const auto* product = context.catalog.find_product(hit.id);
  if (product == nullptr || !content::visible(*product, context.now)) return false;
  row.screen = ScreenKind::Product;
  row.picture = product->picture;
  row.icon = "jar";
  set_title(row, hit, said_name(*product, "name", product->name, {}, context.texts));
  join(row.line, context.texts("section.products"));
  add_detail(row, hit, said(*product, "category", product->category, context.texts), context);
  return true;
}

bool fill_row(HitRow& row, const content::Hit& hit, const Context& context) {
  switch (hit.kind) {
    case content::Kind::Merchant: return fill_merchant(row, hit, context);
    case content::Kind::Street: return fill_street(row, hit, context);
    case content::Kind::Figure: return fill_figure(row, hit, context);
    case content::Kind::Article: return fill_article(row, hit, context);
    case content::Kind::Product: return fill_product(row, hit, context);
    default: return false;
  }
}

std::string upper(std::string text) {
  for (char& letter : text) letter = static_cast<char>(std::toupper(static_cast<unsigned char>(letter)));
  return text;
}

constexpr std::size_t kMostSuggestions = 3;

void add_section(std::vector<Suggestion>& all, const Context& context, Suggestion section, std::string_view key, std::size_t count) {
  if (count == 0 || all.size() >= kMostSuggestions) return;
  const std::string name(key);
  section.title = context.texts(name);
  if (section.line.empty()) section.line = context.texts(name + ".line");
  section.count = context.texts.format(name + ".count", {std::to_string(count)});
  all.push_back(std::move(section));
}

// The street that this screen stands on, else the first one that has shops.
void add_street(std::vector<Suggestion>& all, const Context& context) {
  const auto streets = streets_with_shops(context);
  if (streets.empty()) return;
  const auto here = std::ranges::find_if(streets, [&](const auto* street) { return street->name == context.place.street; });
  const content::Street& street = here == streets.end() ? *streets.front() : **here;
  StreetFilter filter;
  filter.street = street.id;
  add_section(all, context, {.icon = "shop", .title = {}, .line = said_name(street, "name", street.name, {}, context.texts), .count = {},
                             .typed = {}, .screen = ScreenKind::Street, .record = street.id},
              "search.look.street", shops_on(context, filter).size());
}

Suggestion section(std::string_view icon, ScreenKind screen) {
  return {.icon = icon, .title = {}, .line = {}, .count = {}, .typed = {}, .screen = screen};
}

template <typename T, typename Shown>
void add_hidden(std::vector<content::RecordId>& hidden, const std::vector<T>& records, Shown shown) {
  for (const T& record : records) {
    if (!shown(record)) hidden.push_back(record.id);
  }
}

}  // namespace

std::optional<HitRow> make_hit_row(const content::Hit& hit, const Context& context) {
  HitRow row;
  row.id = hit.id;
  row.label = context.texts.format("search.other", {hit.title});
  if (!fill_row(row, hit, context)) return std::nullopt;
  row.label += "##" + hit.id.text;
  return row;
}

std::vector<Suggestion> suggestions_for(const SearchAnswer& answer, const Context& context) {
  std::vector<Suggestion> all;
  for (const content::Loosened& shorter : answer.loosened) {
    all.push_back({.icon = "search", .title = context.texts.format("search.shorter", {upper(shorter.text)}),
                   .line = std::string(context.texts("search.shorter.line")),
                   .count = context.texts.format("search.shorter.count", {std::to_string(shorter.total)}), .typed = upper(shorter.text)});
  }
  const content::LocalMinute now = context.now;
  add_street(all, context);
  add_section(all, context, section("medal", ScreenKind::HonourWall), "search.look.people", content::filter_visible(context.catalog.figures, now).size());
  add_section(all, context, section("jar", ScreenKind::Products), "search.look.goods", content::filter_visible(context.catalog.products, now).size());
  add_section(all, context, section("horn", ScreenKind::Publicity), "search.look.articles", content::filter_visible(context.catalog.articles, now).size());
  return all;
}

SearchView search_view(const Context& context) {
  const auto& city = context.catalog;
  const auto visible = [&](const content::Common& record) { return content::visible(record, context.now); };
  SearchView view;
  add_hidden(view.hidden, city.merchants, [&](const content::Merchant& shop) { return content::merchant_shown(shop, context.now); });
  add_hidden(view.hidden, city.streets, visible);
  add_hidden(view.hidden, city.figures, visible);
  add_hidden(view.hidden, city.articles, visible);
  add_hidden(view.hidden, city.products, visible);
  std::vector<std::pair<double, const content::RecordId*>> shops;
  for (const content::Merchant& shop : city.merchants) {
    if (const auto metres = metres_to(context.place, shop)) shops.emplace_back(*metres, &shop.id);
  }
  std::ranges::stable_sort(shops, {}, &std::pair<double, const content::RecordId*>::first);
  for (const auto& [metres, id] : shops) view.nearest.push_back(*id);
  return view;
}

namespace {

// The words that most shops have in their English names: Noodle, Pharmacy.
std::vector<std::string> english_words(const Context& context, std::size_t most) {
  constexpr std::size_t kShortest = 4;
  std::map<std::string, int> counts;
  for (const content::Merchant& shop : context.catalog.merchants) {
    const auto name = shop.english.find("name");
    if (name == shop.english.end() || !content::merchant_shown(shop, context.now)) continue;
    for (const std::string& word : content::split_any(name->second, {" "})) {
      const bool letters = std::ranges::all_of(word, [](unsigned char c) { return std::isalpha(c) != 0; });
      if (letters && word.size() >= kShortest) ++counts[word];
    }
  }
  std::vector<std::pair<int, std::string>> ranked;
  for (const auto& [word, count] : counts) ranked.emplace_back(-count, word);
  std::ranges::sort(ranked);
  std::vector<std::string> words;
  for (std::size_t i = 0; i < std::min(most, ranked.size()); ++i) words.push_back(ranked[i].second);
  return words;
}

}  // namespace

std::vector<std::string> first_words(const Context& context) {
  const bool english = context.texts.language() == ui::Language::English;
  std::vector<std::string> words = english ? english_words(context, 2) : std::vector<std::string>();
  for (const content::Street* street : streets_with_shops(context)) {
    if (street->short_name.empty()) continue;
    words.push_back(english ? context.texts.romaniser().name(street->short_name, {}) : street->short_name);
  }
  return words;
}

}  // namespace kiosk
