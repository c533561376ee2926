// Days and minutes of the city: reading, writing, counting.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "content/model.h"

namespace content {

// "2026-07-30", exactly so; nullopt for anything else and for days that no month has.
std::optional<Day> day_from_iso(std::string_view text);
std::string day_to_iso(Day day);

// As people write it: 2026-07-30, 2026/7/30, 2026.7.30, 2026年7月30日, full-width digits, blanks around.
std::optional<Day> read_day(std::string_view text);

Day day_of(LocalMinute minute);
int minute_of_day(LocalMinute minute);       // 0–1439
int weekday_of(Day day);                     // 0 = Monday … 6 = Sunday, as Hours::week counts
LocalMinute minute_at(Day day, int minute);  // minutes from that day's midnight; may exceed a day
Day add_days(Day day, int days);
int days_between(Day from, Day to);   // to − from
Day add_months(Day day, int months);  // 31 January + 1 month = the month's last day

}  // namespace content
