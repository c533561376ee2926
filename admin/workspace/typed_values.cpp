#include "admin/workspace/typed_values.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <vector>

#include "content/days.h"
#include "content/offer_read.h"
#include "content/utf8.h"

namespace admin {

namespace {

using content::Day;

std::string plain(std::string_view typed) { return content::without_blanks(content::fold_width(typed)); }

bool cut_end(std::string_view& text, std::string_view end) {
  if (!text.ends_with(end) || text.size() == end.size()) return false;
  text.remove_suffix(end.size());
  return true;
}

std::string without_commas(std::string_view text) {
  std::string digits(text);
  std::erase(digits, ',');
  return digits;
}

template <typename Number>
std::optional<Number> whole_text(std::string_view text) {
  Number number{};
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (fault != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

Day last_of_month(Day day) { return Day{std::chrono::year_month_day_last{day.year(), std::chrono::month_day_last{day.month()}}}; }

// The next one from `today` on; 2月29日 may be years away.
std::optional<Day> next_such(int month, int day, Day today) {
  for (int years = 0; years <= 8; ++years) {
    const Day found{today.year() + std::chrono::years(years), std::chrono::month(static_cast<unsigned>(month)), std::chrono::day(static_cast<unsigned>(day))};
    if (found.ok() && found >= today) return found;
  }
  return std::nullopt;
}

// The numbers of "8月1日", "8-1", "8/1", "8.1".
std::vector<int> numbers_in(std::string_view text) {
  std::vector<int> numbers;
  std::string run;
  const auto close = [&] {
    if (!run.empty() && run.size() <= 4) numbers.push_back(std::stoi(run));
    else if (!run.empty()) numbers.push_back(-1);
    run.clear();
  };
  for (const char c : text) {
    if (c >= '0' && c <= '9') run += c;
    else close();
  }
  close();
  return numbers;
}

bool only_of_a_date(std::string_view text) {
  constexpr std::array<std::string_view, 6> kBetween{"月", "日", "号", "-", "/", "."};
  while (!text.empty()) {
    if (text.front() >= '0' && text.front() <= '9') {
      text.remove_prefix(1);
      continue;
    }
    const auto* found = std::ranges::find_if(kBetween, [text](std::string_view mark) { return text.starts_with(mark); });
    if (found == kBetween.end()) return false;
    text.remove_prefix(found->size());
  }
  return true;
}

std::optional<Day> named_day(std::string_view text, Day today) {
  if (text == "今天") return today;
  if (text == "明天") return content::add_days(today, 1);
  if (text == "后天") return content::add_days(today, 2);
  if (text == "月底" || text == "本月底") return last_of_month(today);
  if (text == "年底") return Day{today.year(), std::chrono::December, std::chrono::day(31)};
  return std::nullopt;
}

std::optional<Day> checked(int year, int month, int day) {
  const Day found{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)), std::chrono::day(static_cast<unsigned>(day))};
  return found.ok() ? std::optional(found) : std::nullopt;
}

}  // namespace

std::optional<Day> read_typed_day(std::string_view typed, Day today) {
  const std::string text = plain(typed);
  if (text.empty()) return std::nullopt;
  if (const auto named = named_day(text, today)) return named;
  if (const auto day = content::read_day(text)) return day;
  const bool digits = std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
  if (digits && text.size() == 8) return checked(std::stoi(text.substr(0, 4)), std::stoi(text.substr(4, 2)), std::stoi(text.substr(6, 2)));
  if (digits && text.size() == 4) return next_such(std::stoi(text.substr(0, 2)), std::stoi(text.substr(2, 2)), today);
  if (digits || !only_of_a_date(text)) return std::nullopt;
  const std::vector<int> numbers = numbers_in(text);
  if (numbers.size() != 2 || numbers[0] < 1 || numbers[0] > 12 || numbers[1] < 1 || numbers[1] > 31) return std::nullopt;
  return next_such(numbers[0], numbers[1], today);
}

std::optional<std::int64_t> read_typed_number(std::string_view typed) {
  const std::string text = without_commas(plain(typed));
  std::string_view rest = text;
  for (const std::string_view unit : {"家", "个", "年", "秒", "%", "号", "次"}) cut_end(rest, unit);
  return whole_text<std::int64_t>(rest);
}

std::optional<double> read_typed_real(std::string_view typed) {
  const std::string text = without_commas(plain(typed));
  std::string_view rest = text;
  const bool percent = cut_end(rest, "%");
  cut_end(rest, "°");
  cut_end(rest, "度");
  const auto number = whole_text<double>(rest);
  if (!number || !std::isfinite(*number)) return std::nullopt;
  return percent ? *number / 100 : *number;
}

std::optional<std::int64_t> read_typed_money(std::string_view typed) {
  const std::string text = without_commas(plain(typed));
  std::string_view rest = text;
  for (const std::string_view sign : {"¥", "￥"}) {
    if (rest.starts_with(sign)) rest.remove_prefix(sign.size());
  }
  cut_end(rest, "元");
  return content::offers::read_fen(rest);
}

std::string money_words(std::int64_t fen) {
  const bool less = fen < 0;
  const std::int64_t amount = less ? -fen : fen;
  std::string words = (less ? "-" : "") + std::to_string(amount / 100);
  const std::int64_t rest = amount % 100;
  if (rest == 0) return words;
  words += "." + std::to_string(rest / 10);
  if (rest % 10 != 0) words += std::to_string(rest % 10);
  return words;
}

std::string real_words(double value) {
  std::array<char, 64> buffer{};
  const int length = std::snprintf(buffer.data(), buffer.size(), "%.6f", value);
  std::string words(buffer.data(), static_cast<std::size_t>(std::clamp(length, 0, 63)));
  while (words.ends_with('0')) words.pop_back();
  if (words.ends_with('.')) words.pop_back();
  return words.empty() || words == "-0" ? "0" : words;
}

std::optional<std::string> read_typed_colour(std::string_view typed) {
  std::string text = plain(typed);
  if (text.starts_with('#')) text.erase(0, 1);
  if (text.size() != 6) return std::nullopt;
  for (char& c : text) {
    if (c >= 'a' && c <= 'f') c = static_cast<char>(c - 'a' + 'A');
    if (!((c >= '0' && c <= '9') || (c >= 'A' && c <= 'F'))) return std::nullopt;
  }
  return "#" + text;
}

}  // namespace admin
