// Until when a record stays on the screens by itself, and why it goes then.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "content/days.h"
#include "content/kinds.h"

namespace admin {

struct ScreenEnd {
  content::Day last;   // the last day on which it is shown
  std::string why;     // 展示结束 承诺书到期 18 个月没有核验
};

// The earliest end that the record has; nullopt: without end. A merchant without a signed pledge is not shown at all and has none.
std::optional<ScreenEnd> screen_end(content::Kind kind, const nlohmann::json& body);

// The first day on which it is shown, when that is said.
std::optional<content::Day> screen_start(const nlohmann::json& body);

// "7-15", another year than today's "2027-07-15".
std::string short_day(content::Day day, content::Day today);

}  // namespace admin
