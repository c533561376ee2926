// What the home screen puts forward.
#include <algorithm>

#include "content/schedule.h"
#include "kiosk/featured.h"
#include "kiosk/screens/home.h"
#include "kiosk/words.h"

namespace kiosk {
namespace {

constexpr std::size_t kSmallDoors = 4;

}  // namespace

bool HomeScreen::enter(const Context& context) {
  const content::City& city = context.catalog.city;
  city_line_ = context.texts.format("home.place", {city.name, city.campaign});
  date_ = date_text(context.now, context.texts);
  lunar_date_ = lunar_date_text(context.now, context.texts);
  fetch_doors(context);
  fetch_today(context);
  fetch_feast(context);

  small_doors_.clear();
  for (const auto* series : content::filter_visible(context.catalog.series, context.now)) {
    const bool has_articles = std::ranges::any_of(context.catalog.articles, [&](const content::Article& article) {
      return article.series == series->id && content::visible(article, context.now);
    });
    if (has_articles && small_doors_.size() < kSmallDoors) {
      small_doors_.push_back({series->id, series->icon, series->name, series->summary});
    }
  }
  return true;
}

void HomeScreen::fetch_doors(const Context& context) {
  const content::Catalog& catalog = context.catalog;
  const auto figures = content::filter_visible(catalog.figures, context.now).size();
  const auto merchants = std::ranges::count_if(
      catalog.merchants, [&](const content::Merchant& merchant) { return content::merchant_shown(merchant, context.now); });
  const auto products = content::filter_visible(catalog.products, context.now).size();
  const auto articles = content::filter_visible(catalog.articles, context.now).size();
  const Texts& texts = context.texts;

  doors_.clear();
  const auto add = [&](ScreenKind screen, std::string_view title, std::string fact, std::size_t place, bool dark, bool any) {
    if (any) {
      doors_.push_back({screen, std::string(texts(title)), std::move(fact), catalog.city.doors_tall[place],
                        catalog.city.doors_wide[place], dark, any});
    }
  };
  add(ScreenKind::Publicity, "section.publicity", std::string(texts("home.door.publicity")), 0, true, articles > 0);
  add(ScreenKind::HonourWall, "section.honour", texts.format("home.door.honour", {std::to_string(figures)}), 1, false,
      figures > 0);
  add(ScreenKind::Street, "section.street", texts.format("home.door.street", {std::to_string(merchants)}), 2, true,
      merchants > 0);
  add(ScreenKind::Products, "section.products", std::string(texts("home.door.products")), 3, false, products > 0);
}

void HomeScreen::fetch_today(const Context& context) {
  const content::Catalog& catalog = context.catalog;
  const Texts& texts = context.texts;
  today_.clear();
  if (const auto* article = lead_article(catalog, context.now)) {
    today_.push_back({ScreenKind::Article, {.record = article->id, .series = {}, .filter = {}, .neighbours = {}},
                      texts.format("home.news", {texts(text_key(article->category))}), article->title,
                      article->kicker.empty() ? article->caption : article->kicker, article->picture});
  }
  if (const auto* figure = figure_of_day(catalog, context.now)) {
    today_.push_back({ScreenKind::Figure, {.record = figure->id, .series = {}, .filter = {}, .neighbours = {}},
                      texts.format("home.figure", {texts(text_key(figure->category))}), figure->name, figure->citation,
                      figure->portrait});
  }
  if (const auto* merchant = merchant_of_day(catalog, context.now)) {
    const auto* street = catalog.find_street(merchant->street);
    const auto offer = std::ranges::find_if(merchant->offers, [&](const auto& o) { return content::offer_valid(o, context.now); });
    const std::string line = offer->proof_line.empty() ? offer->title : offer->proof_line + ' ' + offer->title;
    today_.push_back({ScreenKind::Merchant, {.record = merchant->id, .series = {}, .filter = {}, .neighbours = {}},
                      texts.format("home.merchant", {street != nullptr ? street->name : merchant->category}), merchant->name,
                      line, merchant->thumb.empty() ? merchant->picture : merchant->thumb});
  }
}

void HomeScreen::fetch_feast(const Context& context) {
  feast_.clear();
  const auto* theme = content::active_theme(context.catalog.themes, context.now);
  const auto days = theme != nullptr ? content::days_until_feast(*theme, context.now) : std::nullopt;
  if (!days) return;
  feast_ = *days == 0 ? context.texts.format("home.feast_today", {theme->feast_name})
                      : context.texts.format("home.until", {theme->feast_name, std::to_string(*days)});
}

}  // namespace kiosk
