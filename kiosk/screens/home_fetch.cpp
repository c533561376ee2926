// What the home screen puts forward.
#include <algorithm>
#include <cstdint>
#include <utility>

#include "content/schedule.h"
#include "kiosk/featured.h"
#include "kiosk/said.h"
#include "kiosk/screens/home.h"
#include "kiosk/words.h"

namespace kiosk {
namespace {

constexpr std::size_t kSmallDoors = 5;

// 今日人物 ・ 兵妈妈. The English words need the whole line.
std::string in_short(const Texts& texts, std::string_view key, std::string_view kind) {
  if (texts.language() == ui::Language::English) return std::string(texts(key));
  return texts.format("home.place", {texts(key), kind});
}

}  // namespace

bool HomeScreen::enter(const Context& context) {
  const content::City& city = context.catalog.city;
  const Texts& texts = context.texts;
  city_name_ = said_name(city, "name", city.name, {}, texts);
  const Said campaign = said(city, "campaign", city.campaign, texts);
  city_line_ = campaign.empty() || campaign.chinese ? city_name_ : texts.format("home.place", {city_name_, campaign.text});
  date_ = date_text(context.now, texts);
  lunar_date_ = lunar_date_text(context.now, texts);
  fetch_doors(context);
  fetch_today(context);
  fetch_feast(context);
  fetch_small_doors(context);
  return true;
}

// What one can use comes first; it needs a shop with an offer.
void HomeScreen::fetch_small_doors(const Context& context) {
  const Texts& texts = context.texts;
  small_doors_.clear();
  const bool offers = std::ranges::any_of(context.catalog.merchants, [&](const auto& merchant) { return content::merchant_shown(merchant, context.now); });
  if (offers) {
    small_doors_.push_back({{ScreenKind::CanUse, {}}, "care", std::string(texts("home.can_use")), std::string(texts("home.can_use_line"))});
  }
  for (const auto* series : content::filter_visible(context.catalog.series, context.now)) {
    const bool has_articles = std::ranges::any_of(context.catalog.articles, [&](const content::Article& article) {
      return article.series == series->id && content::visible(article, context.now);
    });
    if (!has_articles || small_doors_.size() >= kSmallDoors) continue;
    Target target;
    target.series = series->id;
    const Said line = said(*series, "summary", series->summary, texts);
    small_doors_.push_back({{ScreenKind::Publicity, std::move(target)}, series->icon, said_name(*series, "name", series->name, {}, texts),
                            line.chinese ? std::string{} : line.text, series->name});
  }
}

void HomeScreen::fetch_doors(const Context& context) {
  const content::Catalog& catalog = context.catalog;
  const auto figures = content::filter_visible(catalog.figures, context.now).size();
  const auto merchants = std::ranges::count_if(
      catalog.merchants, [&](const content::Merchant& merchant) { return content::merchant_shown(merchant, context.now); });
  const auto products = content::filter_visible(catalog.products, context.now).size();
  const auto articles = content::filter_visible(catalog.articles, context.now).size();
  struct Row {
    std::string_view key;
    ScreenKind screen;
    ui::Section section;
    std::string_view icon;
    std::int64_t count;
    bool dark;
  };
  const Row rows[] = {{"publicity", ScreenKind::Publicity, ui::Section::Publicity, "horn", static_cast<std::int64_t>(articles), true},
                      {"honour", ScreenKind::HonourWall, ui::Section::Honour, "medal", static_cast<std::int64_t>(figures), false},
                      {"street", ScreenKind::Street, ui::Section::Street, "shop", merchants, true},
                      {"products", ScreenKind::Products, ui::Section::Products, "jar", static_cast<std::int64_t>(products), false}};
  const Texts& texts = context.texts;
  doors_.clear();
  std::size_t place = 0;
  for (const Row& row : rows) {
    const std::string key(row.key);
    const std::string count = std::to_string(row.count);
    if (row.count > 0) {
      doors_.push_back({row.screen, row.section, row.icon, std::string(texts("home.title." + key)), texts.format("home.door." + key, {count}),
                        texts.format("home.short." + key, {count}), catalog.city.doors_tall[place], catalog.city.doors_wide[place], row.dark});
    }
    ++place;
  }
}

void HomeScreen::fetch_today(const Context& context) {
  const content::Catalog& catalog = context.catalog;
  const Texts& texts = context.texts;
  today_.clear();
  const auto of = [](const content::RecordId& id) {
    Target target;
    target.record = id;
    return target;
  };
  if (const auto* article = lead_article(catalog, context.now)) {
    const Said title = said(*article, "title", article->title, texts);
    const Said line = article->kicker.empty() ? said(*article, "caption", article->caption, texts) : said(*article, "kicker", article->kicker, texts);
    today_.push_back({ScreenKind::Article, of(article->id), texts.format("home.news", {texts(text_key(article->category))}), title.text,
                      line.chinese && !title.chinese ? std::string{} : line.text, article->picture, title.chinese});
  }
  if (const auto* figure = figure_of_day(catalog, context.now)) {
    const Said citation = said(*figure, "citation", figure->citation, texts);
    today_.push_back({ScreenKind::Figure, of(figure->id), in_short(texts, "home.figure", texts(text_key(figure->category))),
                      said_person(*figure, "name", figure->name, figure->pinyin, texts), citation.chinese ? std::string{} : citation.text,
                      figure->portrait, false});
  }
  if (const auto* merchant = merchant_of_day(catalog, context.now)) {
    const auto* street = catalog.find_street(merchant->street);
    const auto offer = std::ranges::find_if(merchant->offers, [&](const auto& o) { return content::offer_valid(o, context.now); });
    const std::string title = said_offer(*offer, texts).text;
    const bool chinese = texts.language() == ui::Language::Chinese;
    const std::string line = !chinese || offer->proof_line.empty() ? title : offer->proof_line + ' ' + title;
    const std::string where = street != nullptr ? said_name(*street, "name", street->name, {}, texts) : merchant->category;
    today_.push_back({ScreenKind::Merchant, of(merchant->id), in_short(texts, "home.merchant", where),
                      said_name(*merchant, "name", merchant->name, merchant->pinyin, texts), line,
                      merchant->thumb.empty() ? merchant->picture : merchant->thumb, false});
  }
}

void HomeScreen::fetch_feast(const Context& context) {
  feast_.clear();
  const Texts& texts = context.texts;
  const auto feast = next_feast(context.catalog, context.now);
  if (!feast) return;
  const Said name = said(*feast->theme, "feast_name", feast->theme->feast_name, texts);
  feast_ = feast->days == 0 ? texts.format("home.feast_today", {name.text}) : texts.format("home.until", {name.text, std::to_string(feast->days)});
}

}  // namespace kiosk
