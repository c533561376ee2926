// Days and minutes as words, for the tests of what holds when.
#pragma once

#include <optional>
#include <string>

#include "content/schedule.h"

namespace tests {

using namespace content;

inline Day day(const char* iso) { return day_from_iso(iso).value(); }

// "2026-07-30 10:26"
inline LocalMinute at(const std::string& text) {
  return minute_at(day(text.substr(0, 10).c_str()), std::stoi(text.substr(11, 2)) * 60 + std::stoi(text.substr(14, 2)));
}

inline std::string words(const std::optional<LocalMinute>& minute) {
  if (!minute) return "";
  const int of_day = minute_of_day(*minute);
  const auto two = [](int value) { return (value < 10 ? "0" : "") + std::to_string(value); };
  return day_to_iso(day_of(*minute)) + " " + two(of_day / 60) + ":" + two(of_day % 60);
}

inline Theme theme_of(const char* first, const char* last, bool yearly) {
  Theme theme;
  theme.first = day(first);
  theme.last = day(last);
  theme.yearly = yearly;
  return theme;
}

}  // namespace tests
