#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

#include "content/schedule.h"
#include "kiosk/article_text.h"
#include "kiosk/said.h"
#include "kiosk/screens/publicity.h"
#include "kiosk/words.h"

namespace kiosk {
namespace {

using content::ArticleCategory;

constexpr std::array kCategories{ArticleCategory::Policy, ArticleCategory::Activity, ArticleCategory::Experience,
                                 ArticleCategory::PosterFilm};

}  // namespace

PublicityScreen::PublicityScreen(Target target) : target_(std::move(target)) {
  if (target_.filter.size() == 1 && target_.filter[0] >= '0' && target_.filter[0] < '4') {
    chosen_ = kCategories[static_cast<std::size_t>(target_.filter[0] - '0')];
  }
}

bool PublicityScreen::enter(const Context& context) {
  const content::Catalog& catalog = context.catalog;
  const Said title = said(catalog.city, "publicity_title", catalog.city.publicity_title, context.texts);
  title_ = title.chinese ? std::string() : title.text;
  note_.clear();
  stages_.clear();
  if (target_.series.empty()) {
    stages_ = timeline_stages(catalog.stages, context.now, context.texts);
  } else {
    const auto* series = catalog.find_series(target_.series);
    if (series == nullptr || !content::visible(*series, context.now)) return false;
    title_ = said_name(*series, "name", series->name, {}, context.texts);
    const Said note = said(*series, "summary", series->summary, context.texts);
    if (!note.chinese) note_ = note.text;
  }
  if (title_.empty()) title_ = context.texts("section.publicity");
  fetch_chips(context);
  fetch_entries(context);
  return true;
}

bool PublicityScreen::in_scope(const content::Article& article, const Context& context) const {
  return content::visible(article, context.now) && (target_.series.empty() || article.series == target_.series);
}

void PublicityScreen::fetch_chips(const Context& context) {
  chips_ = {std::string(context.texts("publicity.all"))};
  chip_categories_ = {std::nullopt};
  for (const auto category : kCategories) {
    const bool any = std::ranges::any_of(context.catalog.articles, [&](const content::Article& article) {
      return article.category == category && in_scope(article, context);
    });
    if (!any) continue;
    chips_.emplace_back(context.texts(text_key(category)));
    chip_categories_.push_back(category);
  }
  if (chips_.size() < 3) {  // a single category needs no choice
    chips_.resize(1);
    chip_categories_.resize(1);
  }
}

// The newest lead article first, the others by day.
void PublicityScreen::fetch_entries(const Context& context) {
  const Texts& texts = context.texts;
  entries_.clear();
  std::unordered_map<std::string, int> same_titles;
  for (const content::Article& article : context.catalog.articles) {
    if (!in_scope(article, context) || (chosen_ && article.category != *chosen_)) continue;
    const std::string day = article_day(article.published, context.now, texts);
    const std::string minutes = texts.format("publicity.minutes", {std::to_string(reading_minutes(article.body))});
    std::string meta = texts.format("home.place", {day, minutes});
    const Said title = said(article, "title", article.title, texts);
    const Said kicker = said(article, "kicker", article.kicker, texts);
    const bool with_kicker = !kicker.empty() && (!kicker.chinese || title.chinese);
    std::string lead_meta = with_kicker ? texts.format("publicity.three", {kicker.text, day, minutes}) : meta;
    std::string label = texts.format("publicity.article", {title.text});
    if (const int twin = ++same_titles[title.text]; twin > 1) label += ' ' + std::to_string(twin);
    entries_.push_back({article.id, article.category, std::move(label), title.text, std::move(meta), std::move(lead_meta),
                        article.picture, article.lead, title.chinese});
  }
  const auto lead = std::ranges::find_if(entries_, &Entry::lead);
  if (lead != entries_.end()) std::rotate(entries_.begin(), lead, lead + 1);
  ids_.clear();
  for (const Entry& entry : entries_) ids_.push_back(entry.id);
  count_ = texts.format("publicity.count", {std::to_string(entries_.size())});
}

void PublicityScreen::choose(std::optional<ArticleCategory> category, const Context& context) {
  chosen_ = category;
  turner_.reset();
  fetch_entries(context);
}

}  // namespace kiosk
