#include "content/tables/excel_number.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <optional>

namespace content::tables {
namespace {

constexpr double kExact = 1e15;        // Excel keeps 15 digits
constexpr double kLastDay = 2958465;   // 9999-12-31
constexpr int kDaysTo1904 = 1462;
constexpr std::int64_t kSecondsADay = 86400;

std::optional<double> read_double(std::string_view digits) {
  double value = 0;
  const auto [end, code] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (code != std::errc{} || end != digits.data() + digits.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

// The letters of a format's first section that say something, lower case; "[" for a count of hours or minutes beyond a day.
std::string meaningful(std::string_view code) {
  std::string out;
  for (std::size_t i = 0; i < code.size() && code[i] != ';'; ++i) {
    const char c = code[i];
    if (c == '"') {
      i = std::min(code.find('"', i + 1), code.size() - 1);
    } else if (c == '\\' || c == '_' || c == '*') {
      if (c == '\\' && code.substr(i + 1).starts_with('-')) out += '-';
      ++i;
    } else if (c == '[') {
      const std::size_t end = std::min(code.find(']', i), code.size() - 1);
      const bool counts = end == i + 2 || (end > i + 2 && code[i + 1] == code[i + 2]);
      if (counts && std::string_view("hHmMsS").find(code[i + 1]) != std::string_view::npos) out += '[';
      i = end;
    } else {
      out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    }
  }
  return out;
}

std::optional<NumberShape> built_in(int id) {
  if (id == 9 || id == 10) return NumberShape::Percent;
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id == 36) return NumberShape::Date;
  if ((id >= 50 && id <= 54) || id == 57 || id == 58) return NumberShape::Date;
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || id == 45 || id == 47 || id == 55 || id == 56) return NumberShape::Time;
  if (id == 22) return NumberShape::DateTime;
  if (id == 46) return NumberShape::Duration;
  return std::nullopt;
}

std::string clock(std::int64_t seconds) {
  const std::string text = fmt::format("{:02}:{:02}", seconds / 3600, seconds / 60 % 60);
  return seconds % 60 == 0 ? text : text + fmt::format(":{:02}", seconds % 60);
}

std::string date(std::int64_t day, DaySystem system) {
  if (system == DaySystem::From1904) day += kDaysTo1904;
  if (system == DaySystem::From1900 && day < 60) ++day;   // 1900 had no 29 February, Excel says it had
  const std::chrono::year_month_day ymd{std::chrono::sys_days{std::chrono::year{1899} / 12 / 30} + std::chrono::days{day}};
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(ymd.year()), static_cast<unsigned>(ymd.month()), static_cast<unsigned>(ymd.day()));
}

std::string moment(double value, NumberShape shape, DaySystem system) {
  const auto seconds = static_cast<std::int64_t>(std::llround(value * kSecondsADay));
  const std::int64_t of_day = seconds % kSecondsADay;
  switch (shape) {
    case NumberShape::Duration: return clock(seconds);
    case NumberShape::Time: return clock(of_day);
    case NumberShape::DateTime:
      if (of_day != 0) return date(seconds / kSecondsADay, system) + " " + clock(of_day);
      return date(seconds / kSecondsADay, system);
    default: return date(static_cast<std::int64_t>(value), system);
  }
}

// 39.799999999999997 is 39.8 to everybody: 15 digits, as Excel shows at most.
std::string plain(double value) {
  if (value == 0) return "0";
  if (value == std::floor(value) && std::abs(value) < kExact) return fmt::format("{}", static_cast<std::int64_t>(value));
  if (std::abs(value) >= kExact || std::abs(value) < 1e-9) return fmt::format("{:.15g}", value);
  const int whole = std::max(0, static_cast<int>(std::floor(std::log10(std::abs(value)))) + 1);
  std::string text = fmt::format("{:.{}f}", value, std::max(0, 15 - whole));
  if (text.find('.') != std::string::npos) {
    while (text.back() == '0') text.pop_back();
    if (text.back() == '.') text.pop_back();
  }
  return text;
}

// 7722810088 in "00000000000" is 07722810088.
std::string masked(double value, const std::string& mask) {
  std::string digits = plain(value);
  if (value < 0 || digits.find_first_not_of("0123456789") != std::string::npos) return digits;
  std::string out;
  for (std::size_t i = mask.size(); i-- > 0;) {
    if (mask[i] == '-') {
      out += '-';
    } else if (digits.empty()) {
      out += '0';
    } else {
      out += digits.back();
      digits.pop_back();
    }
  }
  std::reverse(out.begin(), out.end());
  return digits + out;
}

}  // namespace

NumberFormat number_format(int id, std::string_view code) {
  if (code.empty()) return {built_in(id).value_or(NumberShape::Plain), {}};
  const std::string letters = meaningful(code);
  if (letters.starts_with("general") || code.starts_with("G/")) return {};
  if (letters.find('[') != std::string::npos) return {NumberShape::Duration, {}};
  if (letters.find('%') != std::string::npos) return {NumberShape::Percent, {}};
  const std::size_t zeros = static_cast<std::size_t>(std::count(letters.begin(), letters.end(), '0'));
  if (zeros > 1 && letters.find_first_not_of("0-") == std::string::npos) return {NumberShape::Plain, letters};
  if (letters.find("e+") != std::string::npos || letters.find("e-") != std::string::npos) return {};
  const bool time = letters.find_first_of("hs") != std::string::npos;
  const bool day = letters.find_first_of("yde") != std::string::npos || (!time && letters.find('m') != std::string::npos);
  if (day) return {time ? NumberShape::DateTime : NumberShape::Date, {}};
  return {time ? NumberShape::Time : NumberShape::Plain, {}};
}

std::string number_text(std::string_view digits, const NumberFormat& format, DaySystem days) {
  const std::optional<double> value = read_double(digits);
  if (!value) return std::string(digits);
  if (format.shape == NumberShape::Percent) return plain(*value * 100) + "%";
  if (format.shape == NumberShape::Plain) return format.mask.empty() ? plain(*value) : masked(*value, format.mask);
  if (*value < 0 || *value > kLastDay) return plain(*value);
  return moment(*value, format.shape, days);
}

bool lost_digits(std::string_view digits) {
  const std::optional<double> value = read_double(digits);
  return value && std::abs(*value) >= kExact && *value == std::floor(*value);
}

}  // namespace content::tables
