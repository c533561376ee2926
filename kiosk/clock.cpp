#include "kiosk/clock.h"

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <string>
#include <system_error>

namespace kiosk {

using namespace std::chrono;

UtcSeconds sane_time(UtcSeconds system, std::optional<UtcSeconds> highest, std::optional<UtcSeconds> made) {
  if (!made) return std::max(system, highest.value_or(UtcSeconds{}));
  const auto believed = [&](UtcSeconds time) { return time <= *made + duration_cast<seconds>(kLongestShelfLife); };
  const UtcSeconds floor = highest && believed(*highest) ? std::max(*highest, *made) : *made;
  return believed(system) ? std::max(system, floor) : floor;
}

content::LocalMinute city_minute(UtcSeconds time) {
  return content::LocalMinute{floor<minutes>(time.time_since_epoch() + hours(8))};
}

UtcSeconds utc_of(content::LocalMinute minute) { return UtcSeconds{minute.time_since_epoch() - hours(8)}; }

std::optional<UtcSeconds> parse_utc(std::string_view text) {
  int year = 0;
  unsigned month = 0, day = 0;
  int hour = 0, minute = 0, second = 0;
  char zone = 0;
  const std::string copy(text);
  if (std::sscanf(copy.c_str(), "%4d-%2u-%2uT%2d:%2d:%2d%c", &year, &month, &day, &hour, &minute, &second, &zone) != 7) return {};
  const year_month_day date{std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
  if (zone != 'Z' || !date.ok() || hour > 23 || minute > 59 || second > 60) return {};
  return UtcSeconds{sys_days(date).time_since_epoch() + hours(hour) + minutes(minute) + seconds(second)};
}

std::optional<UtcSeconds> read_highest_time(const std::filesystem::path& file) {
  std::ifstream in(file);
  std::int64_t value = 0;
  // 2020 to 2100: anything else is damage.
  if (!(in >> value) || value < 1577836800 || value > 4102444800) return {};
  return UtcSeconds{seconds(value)};
}

void write_highest_time(const std::filesystem::path& file, UtcSeconds time) noexcept {
  try {
    const auto temporary = file.string() + ".new";
    {
      std::ofstream out(temporary, std::ios::trunc);
      out << time.time_since_epoch().count() << '\n';
      if (!out.flush()) return;
    }
    std::error_code ignored;
    std::filesystem::rename(temporary, file, ignored);
  } catch (...) {
    // The state folder is full or gone; the clock's memory is not worth the picture.
  }
}

}  // namespace kiosk
