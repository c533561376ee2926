#include "kiosk/screens/search_hits.h"

#include <algorithm>
#include <cctype>
#include <cstdio>
#include <optional>

#include "content/schedule.h"
#include "content/utf8.h"
#include "kiosk/merchant_words.h"
#include "kiosk/screens/street_shops.h"
#include "kiosk/words.h"

namespace kiosk {
namespace {

constexpr std::size_t kMostCandidates = 6;
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

// `before ・ found`, the found part marked where the search says.
void set_line(HitRow& row, std::string before, const content::Hit& hit, std::string_view otherwise) {
  if (hit.detail_marks.empty()) {
    join(before, otherwise);
    row.line = std::move(before);
    return;
  }
  // What is said already is not said twice.
  if (before == hit.detail) before.clear();
  join(before, hit.detail);
  row.line_marks = marks_of(hit.detail_marks, before.size() - hit.detail.size());
  row.line = std::move(before);
}

bool fill_merchant(HitRow& row, const content::Hit& hit, const Context& context) {
  const auto* merchant = context.catalog.find_merchant(hit.id);
  if (merchant == nullptr || !content::merchant_shown(*merchant, context.now)) return false;
  const content::Offer* offer = first_offer(*merchant, context.now);
  const std::string given = offer == nullptr ? std::string{} : offer->title;
  row.screen = ScreenKind::Merchant;
  row.picture = merchant->thumb.empty() ? merchant->picture : merchant->thumb;
  row.icon = "shop";
  row.label = context.texts.format("search.shop", {hit.title});
  const bool in_address = hit.detail == merchant->address;
  set_line(row, in_address ? std::string{} : merchant->address, hit, {});
  if (hit.detail.find(given) == std::string::npos) join(row.line, given);
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
  row.line = context.texts.format("search.street_facts", {std::to_string(std::max(street->shops, count)), std::to_string(count)});
  return true;
}

bool fill_figure(HitRow& row, const content::Hit& hit, const Context& context) {
  const auto* figure = context.catalog.find_figure(hit.id);
  if (figure == nullptr || !content::visible(*figure, context.now)) return false;
  row.screen = ScreenKind::Figure;
  row.picture = figure->portrait;
  row.icon = "medal";
  set_line(row, std::string(context.texts(text_key(figure->category))), hit, figure->community);
  return true;
}

bool fill_article(HitRow& row, const content::Hit& hit, const Context& context) {
  const auto* article = context.catalog.find_article(hit.id);
  if (article == nullptr || !content::visible(*article, context.now)) return false;
  row.screen = ScreenKind::Article;
  row.picture = article->picture;
  row.icon = "horn";
  const auto month = std::to_string(static_cast<unsigned>(article->published.month()));
  const auto day = std::to_string(static_cast<unsigned>(article->published.day()));
  set_line(row, std::string(context.texts(text_key(article->category))), hit, context.texts.format("date.month_day", {month, day}));
  return true;
}

bool fill_product(HitRow& row, const content::Hit& hit, const Context& context) {
  const auto* product = context.catalog.find_product(hit.id);
  if (product == nullptr || !content::visible(*product, context.now)) return false;
  row.screen = ScreenKind::Product;
  row.picture = product->picture;
  row.icon = "jar";
  set_line(row, std::string(context.texts("section.products")), hit, product->category);
  return true;
}

std::optional<HitRow> make_row(const content::Hit& hit, const Context& context) {
  HitRow row;
  row.id = hit.id;
  row.title = hit.title;
  row.marks = marks_of(hit.marks);
  row.label = context.texts.format("search.other", {hit.title});
  bool shown = false;
  switch (hit.kind) {
    case content::Kind::Merchant: shown = fill_merchant(row, hit, context); break;
    case content::Kind::Street: shown = fill_street(row, hit, context); break;
    case content::Kind::Figure: shown = fill_figure(row, hit, context); break;
    case content::Kind::Article: shown = fill_article(row, hit, context); break;
    case content::Kind::Product: shown = fill_product(row, hit, context); break;
    default: break;
  }
  if (!shown) return std::nullopt;
  row.label += "##" + hit.id.text;
  return row;
}

HitGroup make_group(const content::SearchPage& page, std::string_view icon, std::string_view title, const Context& context) {
  HitGroup group{.icon = icon, .title = std::string(context.texts(title)), .total = page.total, .rows = {}};
  for (const content::Hit& hit : page.hits) {
    if (auto row = make_row(hit, context)) {
      group.rows.push_back(std::move(*row));
    } else {
      --group.total;
    }
  }
  return group;
}

bool letters_only(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](unsigned char c) { return std::isalpha(c) != 0; });
}

// The first part that matched: of the title, else of the detail.
std::string matched_part(const content::Hit& hit) {
  const bool in_title = !hit.marks.empty();
  const auto& marks = in_title ? hit.marks : hit.detail_marks;
  const std::string& text = in_title ? hit.title : hit.detail;
  if (marks.empty() || marks.front().end > text.size() || marks.front().begin >= marks.front().end) return {};
  return text.substr(marks.front().begin, marks.front().end - marks.front().begin);
}

void add_candidates(Hits& hits, const content::SearchPage& page) {
  for (const content::Hit& hit : page.hits) {
    if (hits.candidates.size() >= kMostCandidates) return;
    std::string part = matched_part(hit);
    if (content::count_chars(part) < 2 || part == hits.text) continue;
    if (std::ranges::find(hits.candidates, part) == hits.candidates.end()) hits.candidates.push_back(std::move(part));
  }
}

bool typed_initials(const SearchAnswer& answer) {
  if (!letters_only(answer.text)) return false;
  for (const auto* page : {&answer.merchants, &answer.streets, &answer.others}) {
    for (const content::Hit& hit : page->hits) {
      const std::string part = matched_part(hit);
      if (!part.empty()) return content::count_chars(part) == answer.text.size();
    }
  }
  return false;
}

}  // namespace

Hits group_hits(const SearchAnswer& answer, const Context& context) {
  Hits hits;
  hits.text = answer.text;
  hits.initials = typed_initials(answer);
  HitGroup merchants = make_group(answer.merchants, "shop", "search.group.merchants", context);
  merchants.shops = true;
  HitGroup others = make_group(answer.others, "medal", "search.group.others", context);
  const bool goods = std::ranges::any_of(others.rows, [](const HitRow& row) { return row.screen == ScreenKind::Product; });
  if (goods) others.title = context.texts("search.group.others_goods");
  hits.groups.push_back(std::move(merchants));
  hits.groups.push_back(make_group(answer.streets, "pin", "search.group.streets", context));
  hits.groups.push_back(std::move(others));
  std::erase_if(hits.groups, [](const HitGroup& group) { return group.rows.empty(); });
  for (const HitGroup& group : hits.groups) hits.total += group.total;
  for (const auto* page : {&answer.streets, &answer.merchants, &answer.others}) add_candidates(hits, *page);
  return hits;
}

}  // namespace kiosk
