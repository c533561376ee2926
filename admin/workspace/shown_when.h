// Whether the screens show a record at a minute, and if not, why: for the line below a preview.
#pragma once

#include <optional>
#include <string>

#include "content/catalog.h"

namespace admin {

struct NotShown {
  std::string reason;                    // "优惠承诺 2026 年 7 月 15 日到期，屏上不再显示它"
  std::optional<content::Day> see_on{};  // the nearest day on which it is shown, when only the day is wrong
};

// nullopt: it is shown, or its kind has no rule of its own. A record that `catalog` does not hold is not shown.
std::optional<NotShown> not_shown(const content::Catalog& catalog, content::Kind kind, const content::RecordId& id,
                                  content::LocalMinute now);

// "7 月 30 日"; with the year when it is not `now`'s.
std::string day_words(content::Day day, content::LocalMinute now);

}  // namespace admin
