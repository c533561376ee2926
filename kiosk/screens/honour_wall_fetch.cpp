#include <algorithm>
#include <charconv>

#include "content/schedule.h"
#include "kiosk/featured.h"
#include "kiosk/numbers.h"
#include "kiosk/said.h"
#include "kiosk/screens/honour_wall.h"
#include "kiosk/words.h"

namespace kiosk {

using content::Figure;
using content::FigureCategory;

HonourWallScreen::HonourWallScreen(Target target) {
  int number = -1;
  const auto& text = target.filter;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  if (read.ec == std::errc{} && number >= 0 && number <= static_cast<int>(FigureCategory::Martyr)) {
    filter_.category = static_cast<FigureCategory>(number);
  }
}

bool HonourWallScreen::enter(const Context& context) {
  fetch(context);
  return true;
}

bool HonourWallScreen::passes(const Figure& figure, const Filter& filter) const {
  return (!filter.category || figure.category == *filter.category) && (!filter.year || figure.year == *filter.year);
}

void HonourWallScreen::choose(Filter filter) {
  filter_ = filter;
  turner_.reset();
  changed_ = true;
}

void HonourWallScreen::fetch(const Context& context) {
  changed_ = false;
  const content::City& city = context.catalog.city;
  const Said title = said(city, "honour_title", city.honour_title, context.texts);
  title_ = title.empty() || title.chinese ? std::string(context.texts("section.honour")) : title.text;
  fetch_filters(context);
  fetch_cards(context);
  const auto shown = cards_.size() + (featured_ ? 1 : 0);
  count_ = context.texts.format("honour-wall.count", {said_name(city, "name", city.name, {}, context.texts), std::to_string(shown)});
  fetch_lifts(context);
}

HonourWallScreen::Card HonourWallScreen::make_card(const Context& context, const Figure& figure) const {
  return {.id = figure.id,
          .label = context.texts.format("honour-wall.person", {figure.name}),
          .name = said_person(figure, "name", figure.name, figure.pinyin, context.texts),
          .category = std::string(context.texts(text_key(figure.category))),
          .martyr = figure.category == FigureCategory::Martyr,
          .portrait = figure.portrait};
}

void HonourWallScreen::fetch_cards(const Context& context) {
  featured_.reset();
  cards_.clear();
  arranged_for_ = 0;
  const Figure* week = figure_of_week(context.catalog, context.now);
  if (week != nullptr && passes(*week, filter_)) {
    const Said voice = week->voice.empty() ? said(*week, "citation", week->citation, context.texts) : said(*week, "voice", week->voice, context.texts);
    featured_ = Featured{.card = make_card(context, *week),
                         .line = context.texts.format("honour-wall.week", {context.texts(text_key(week->category))}),
                         .voice = voice.text,
                         .chinese = voice.chinese,
                         .count = 0,
                         .tributes = {},
                         .tributes_words = {}};
    fetch_tributes(context);
  }
  for (const Figure* figure : content::filter_visible(context.catalog.figures, context.now)) {
    if (!passes(*figure, filter_) || (featured_ && figure->id == featured_->card.id)) continue;
    Card card = make_card(context, *figure);
    const auto same = [&card](const Card& other) { return other.label == card.label; };
    const bool taken = (featured_ && featured_->card.label == card.label) || std::ranges::any_of(cards_, same);
    if (taken) card.label.append(" ").append(std::to_string(cards_.size() + 1));   // namesakes
    cards_.push_back(std::move(card));
  }
}

// Each page closes with one of the fallen, so that none of them begins a page of smiling faces and none waits for the
// last page; the others' order stays.
void HonourWallScreen::arrange(std::size_t per_page, bool with_featured) {
  if ((arranged_for_ == per_page && arranged_with_featured_ == with_featured) || per_page == 0) return;
  arranged_for_ = per_page;
  arranged_with_featured_ = with_featured;
  std::vector<Card> fallen;
  std::vector<Card> others;
  if (with_featured && featured_) others.push_back(featured_->card);
  for (const Card& card : cards_) (card.martyr ? fallen : others).push_back(card);
  shown_.clear();
  for (auto next = others.begin(), last = fallen.begin(); next != others.end() || last != fallen.end();) {
    const bool closes = shown_.size() % per_page + 1 == per_page;
    const bool martyr = next == others.end() || (closes && last != fallen.end());
    shown_.push_back(std::move(martyr ? *last++ : *next++));
  }
  order_.clear();
  if (featured_ && !with_featured) order_.push_back(featured_->card.id);
  for (const Card& card : shown_) order_.push_back(card.id);
}

void HonourWallScreen::fetch_tributes(const Context& context) {
  Featured& person = *featured_;
  person.count = context.tributes.count(person.card.id);
  person.tributes = person.count > 0 ? grouped(person.count) : std::string{};
  person.tributes_words = context.texts.format("honour-wall.tributes", {person.tributes});
}

void HonourWallScreen::fetch_filters(const Context& context) {
  const Texts& texts = context.texts;
  const auto figures = content::filter_visible(context.catalog.figures, context.now);
  years_.clear();
  categories_.clear();
  for (int i = 0; i <= static_cast<int>(FigureCategory::Martyr); ++i) {
    const auto category = static_cast<FigureCategory>(i);
    if (std::ranges::any_of(figures, [category](const Figure* figure) { return figure->category == category; })) categories_.push_back(category);
  }
  for (const Figure* figure : figures) {
    if (figure->year != 0 && std::ranges::find(years_, figure->year) == years_.end()) years_.push_back(figure->year);
  }
  std::ranges::sort(years_, std::greater<>{});
  // A filter whose last figure went with a new day or release is lifted.
  if (filter_.category && std::ranges::find(categories_, *filter_.category) == categories_.end()) filter_.category.reset();
  if (filter_.year && std::ranges::find(years_, *filter_.year) == years_.end()) filter_.year.reset();

  const auto left = [&](const Filter& wanted) {
    return texts.format("honour-wall.left", {std::to_string(std::ranges::count_if(figures, [&](const Figure* figure) { return passes(*figure, wanted); }))});
  };
  category_labels_ = {std::string(texts("honour-wall.all"))};
  category_counts_ = {left({.category = {}, .year = filter_.year})};
  for (const FigureCategory category : categories_) {
    category_labels_.emplace_back(texts(text_key(category)));
    category_counts_.push_back(left({.category = category, .year = filter_.year}));
  }
  year_labels_ = {std::string(texts("honour-wall.all"))};
  year_counts_ = {left({.category = filter_.category, .year = {}})};
  for (const int year : years_) {
    year_labels_.push_back(texts.format("honour-wall.year_of", {std::to_string(year)}));
    year_counts_.push_back(left({.category = filter_.category, .year = year}));
  }
}

void HonourWallScreen::fetch_lifts(const Context& context) {
  lifts_.clear();
  const Texts& texts = context.texts;
  const auto figures = content::filter_visible(context.catalog.figures, context.now);
  if (figures.empty()) {
    empty_words_ = texts("honour-wall.none");
    return;
  }
  const std::string year = filter_.year ? texts.format("honour-wall.year_of", {std::to_string(*filter_.year)}) : std::string{};
  empty_words_ = texts.format("honour-wall.empty", {year, filter_.category ? texts(text_key(*filter_.category)) : std::string_view{}});
  const auto add = [&](std::string_view key, std::string_view value, Filter filter) {
    const auto found = std::ranges::count_if(figures, [&](const Figure* figure) { return passes(*figure, filter); });
    if (found > 0) lifts_.push_back({texts.format(key, {value, std::to_string(found)}), filter});
  };
  if (filter_.year && filter_.category) {
    add("honour-wall.lift.year", texts(text_key(*filter_.category)), {.category = filter_.category, .year = {}});
    add("honour-wall.lift.category", year, {.category = {}, .year = filter_.year});
  }
}

Action HonourWallScreen::open(const Card& card) const {
  return Open{ScreenKind::Figure, {.record = card.id, .series = {}, .filter = {}, .neighbours = order_}};
}

}  // namespace kiosk
