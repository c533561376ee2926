#include "admin/moments.h"

#include <spdlog/fmt/fmt.h>

#include <chrono>

#include "content/days.h"

namespace admin {

std::string moment_words(std::int64_t milliseconds) {
  using std::chrono::floor;
  constexpr std::chrono::hours kCityOffset{8};
  const content::LocalMinute minute{floor<std::chrono::minutes>(std::chrono::milliseconds(milliseconds)) + kCityOffset};
  const int of_day = content::minute_of_day(minute);
  return fmt::format("{} {:02}:{:02}", content::day_to_iso(content::day_of(minute)), of_day / 60, of_day % 60);
}

}  // namespace admin
