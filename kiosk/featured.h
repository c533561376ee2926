// Who and what is put forward today: the office's own choice, else a fair rotation by the calendar.
#pragma once

#include <optional>

#include "content/catalog.h"
#include "content/model.h"

namespace kiosk {

// 今日人物 / 本周人物: never 英烈. Null when the release shows no figure now.
const content::Figure* figure_of_day(const content::Catalog& catalog, content::LocalMinute now);
const content::Figure* figure_of_week(const content::Catalog& catalog, content::LocalMinute now);
// 今日商户: among those that are shown and have an offer that holds today.
const content::Merchant* merchant_of_day(const content::Catalog& catalog, content::LocalMinute now);
// The 双拥 day counted down to: the feast of the theme that is on, else the one that comes first. Nothing without one ahead.
struct Feast {
  const content::Theme* theme = nullptr;
  int days = 0;   // 0 = today
};
std::optional<Feast> next_feast(const content::Catalog& catalog, content::LocalMinute now);
// 头条: the newest visible lead article, else the newest visible one.
const content::Article* lead_article(const content::Catalog& catalog, content::LocalMinute now);

}  // namespace kiosk
