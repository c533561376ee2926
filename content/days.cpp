#include "content/days.h"

#include <array>
#include <cstdio>
#include <span>

#include "content/utf8.h"

namespace content {
namespace {

// Takes 1 to `most` digits off the front; nullopt when there are none or more.
std::optional<int> take_number(std::string_view& text, std::size_t least, std::size_t most) {
  std::size_t digits = 0;
  int value = 0;
  while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9') {
    if (++digits > most) return std::nullopt;
    value = value * 10 + (text[digits - 1] - '0');
  }
  if (digits < least) return std::nullopt;
  text.remove_prefix(digits);
  return value;
}

std::optional<std::string_view> take_any(std::string_view& text, std::span<const std::string_view> words) {
  for (const std::string_view word : words) {
    if (!text.starts_with(word)) continue;
    text.remove_prefix(word.size());
    return word;
  }
  return std::nullopt;
}

std::optional<Day> checked(int year, int month, int day) {
  const Day result{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                   std::chrono::day{static_cast<unsigned>(day)}};
  if (!result.ok() || year < 1) return std::nullopt;
  return result;
}

}  // namespace

std::optional<Day> day_from_iso(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  std::string_view year = text.substr(0, 4);
  std::string_view month = text.substr(5, 2);
  std::string_view day = text.substr(8, 2);
  const auto y = take_number(year, 4, 4);
  const auto m = take_number(month, 2, 2);
  const auto d = take_number(day, 2, 2);
  if (!y || !m || !d) return std::nullopt;
  return checked(*y, *m, *d);
}

std::string day_to_iso(Day day) {
  std::array<char, 24> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(day.year()),
                static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
  return text.data();
}

std::optional<Day> read_day(std::string_view raw) {
  constexpr std::array<std::string_view, 4> kAfterYear{"年", "-", "/", "."};
  constexpr std::array<std::string_view, 4> kAfterMonth{"月", "-", "/", "."};
  constexpr std::array<std::string_view, 2> kAfterDay{"日", "号"};
  // Sheets often carry a midnight along.
  std::string folded = trim(fold_width(raw));
  for (const char* midnight : {" 00:00:00", " 0:00:00", " 00:00", " 0:00", "T00:00:00"}) {
    if (folded.ends_with(midnight)) folded.erase(folded.size() - std::string_view(midnight).size());
  }
  folded = without_blanks(folded);
  std::string_view text = folded;
  const auto year = take_number(text, 4, 4);
  if (!year || !take_any(text, kAfterYear)) return std::nullopt;
  const auto month = take_number(text, 1, 2);
  if (!month || !take_any(text, kAfterMonth)) return std::nullopt;
  const auto day = take_number(text, 1, 2);
  if (!day) return std::nullopt;
  take_any(text, kAfterDay);
  if (!text.empty()) return std::nullopt;
  return checked(*year, *month, *day);
}

Day day_of(LocalMinute minute) { return Day{std::chrono::floor<std::chrono::days>(minute)}; }

int minute_of_day(LocalMinute minute) {
  return static_cast<int>((minute - std::chrono::floor<std::chrono::days>(minute)).count());
}

int weekday_of(Day day) {
  return static_cast<int>(std::chrono::weekday{std::chrono::local_days{day}}.iso_encoding()) - 1;
}

LocalMinute minute_at(Day day, int minute) { return std::chrono::local_days{day} + std::chrono::minutes{minute}; }

Day add_days(Day day, int days) { return Day{std::chrono::local_days{day} + std::chrono::days{days}}; }

int days_between(Day from, Day to) {
  return static_cast<int>((std::chrono::local_days{to} - std::chrono::local_days{from}).count());
}

Day add_months(Day day, int months) {
  const Day moved = day + std::chrono::months{months};
  return moved.ok() ? moved : Day{moved.year() / moved.month() / std::chrono::last};
}

}  // namespace content
