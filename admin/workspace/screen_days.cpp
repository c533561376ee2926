#include "admin/workspace/screen_days.h"

#include <spdlog/fmt/fmt.h>

#include <algorithm>

#include "content/record.h"
#include "content/schedule.h"

namespace admin {
namespace {

using content::Day;
using nlohmann::json;

std::optional<Day> day_at(const json& body, std::string_view key) {
  const json* value = content::value_at(body, key);
  return value != nullptr && value->is_string() ? content::day_from_iso(value->get<std::string>()) : std::nullopt;
}

void sooner(std::optional<ScreenEnd>& end, std::optional<Day> day, std::string_view why) {
  if (day && (!end || *day < end->last)) end = ScreenEnd{*day, std::string(why)};
}

}  // namespace

std::optional<ScreenEnd> screen_end(content::Kind kind, const json& body) {
  std::optional<ScreenEnd> end;
  if (kind == content::Kind::Merchant) {
    const auto signed_on = day_at(body, "pledge.signed_on");
    if (!signed_on) return std::nullopt;
    const Day since = std::max(*signed_on, day_at(body, "pledge.verified_on").value_or(*signed_on));
    sooner(end, day_at(body, "pledge.until"), "承诺书到期");
    sooner(end, content::add_months(since, content::kPledgeHiddenAfterMonths), "18 个月没有核验");
  }
  sooner(end, day_at(body, "valid_until"), "展示结束");
  return end;
}

std::optional<Day> screen_start(const json& body) { return day_at(body, "valid_from"); }

std::string short_day(Day day, Day today) {
  if (day.year() != today.year()) return content::day_to_iso(day);
  return fmt::format("{}-{}", static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
}

}  // namespace admin
