#include "kiosk/featured.h"

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "content/schedule.h"

namespace kiosk {
namespace {

using content::Catalog;
using content::LocalMinute;

// Every record once before any comes again; consecutive days are far apart in the list, so that neighbours in pinyin
// order do not follow each other.
template <typename T>
const T* by_turn(const std::vector<const T*>& records, std::int64_t turn) {
  if (records.empty()) return nullptr;
  const auto count = static_cast<std::int64_t>(records.size());
  std::int64_t step = std::max<std::int64_t>(1, count * 5 / 8);
  const auto common_divisor = [](std::int64_t a, std::int64_t b) {
    while (b != 0) a = std::exchange(b, a % b);
    return a;
  };
  while (common_divisor(step, count) != 1) ++step;
  return records[static_cast<std::size_t>((turn % count) * step % count)];
}

std::int64_t day_number(LocalMinute now) {
  return std::chrono::floor<std::chrono::days>(now).time_since_epoch().count();
}

// Weeks begin on Monday; 1 January 1970 was a Thursday.
std::int64_t week_number(LocalMinute now) { return (day_number(now) + 3) / 7; }

const content::Figure* figure_by_turn(const Catalog& catalog, LocalMinute now, std::int64_t turn) {
  const auto* chosen = catalog.find_figure(catalog.city.featured_figure);
  const auto may_lead = [now](const content::Figure& figure) {
    return figure.category != content::FigureCategory::Martyr && content::visible(figure, now);
  };
  if (chosen != nullptr && may_lead(*chosen)) return chosen;
  std::vector<const content::Figure*> figures;
  for (const auto& figure : catalog.figures) {
    if (may_lead(figure)) figures.push_back(&figure);
  }
  return by_turn(figures, turn);
}

}  // namespace

const content::Figure* figure_of_day(const Catalog& catalog, LocalMinute now) {
  return figure_by_turn(catalog, now, day_number(now));
}

const content::Figure* figure_of_week(const Catalog& catalog, LocalMinute now) {
  return figure_by_turn(catalog, now, week_number(now));
}

const content::Merchant* merchant_of_day(const Catalog& catalog, LocalMinute now) {
  const auto may_lead = [now](const content::Merchant& merchant) {
    return content::merchant_shown(merchant, now) &&
           std::ranges::any_of(merchant.offers, [now](const auto& offer) { return content::offer_valid(offer, now); });
  };
  const auto* chosen = catalog.find_merchant(catalog.city.featured_merchant);
  if (chosen != nullptr && may_lead(*chosen)) return chosen;
  std::vector<const content::Merchant*> merchants;
  for (const auto& merchant : catalog.merchants) {
    if (may_lead(merchant)) merchants.push_back(&merchant);
  }
  return by_turn(merchants, day_number(now));
}

std::optional<Feast> next_feast(const Catalog& catalog, LocalMinute now) {
  if (const auto* theme = content::active_theme(catalog.themes, now)) {
    if (const auto days = content::days_until_feast(*theme, now)) return Feast{theme, *days};
  }
  std::optional<Feast> next;
  for (const auto& theme : catalog.themes) {
    const auto days = content::visible(theme, now) ? content::days_until_feast(theme, now) : std::nullopt;
    if (days && (!next || *days < next->days)) next = Feast{&theme, *days};
  }
  return next;
}

const content::Article* lead_article(const Catalog& catalog, LocalMinute now) {
  const content::Article* newest = nullptr;
  for (const auto& article : catalog.articles) {  // newest first
    if (!content::visible(article, now)) continue;
    if (article.lead) return &article;
    if (newest == nullptr) newest = &article;
  }
  return newest;
}

}  // namespace kiosk
