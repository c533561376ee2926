#include "content/tables/cell_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "content/days.h"
#include "content/utf8.h"

namespace content::tables {
namespace {

constexpr std::array<std::string_view, 10> kBlanks = {" ",      "\t",     "\n",     "\r",     "\v",
                                                      "\u3000", "\u00A0", "\u200B", "\uFEFF", "\u2003"};
constexpr std::array<std::string_view, 12> kNothing = {"无", "暂无", "没有", "-",  "--",  "—",
                                                       "——", "－",   "/",    "／", "N/A", "n/a"};

std::size_t blank_at(std::string_view text) {
  for (const std::string_view blank : kBlanks) {
    if (text.starts_with(blank)) return blank.size();
  }
  return 0;
}

bool ascii_digit(char c) { return c >= '0' && c <= '9'; }

std::string without(std::string_view text, std::string_view dropped) {
  std::string out;
  for (const char c : text) {
    if (dropped.find(c) == std::string_view::npos) out += c;
  }
  return out;
}

void strip_suffix(std::string& text, std::string_view suffix) {
  if (text.size() > suffix.size() && text.ends_with(suffix)) text.resize(text.size() - suffix.size());
}

std::optional<int> small_int(std::string_view text, std::size_t max_digits) {
  if (text.empty() || text.size() > max_digits || !std::all_of(text.begin(), text.end(), ascii_digit))
    return std::nullopt;
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

std::optional<Day> day_from_serial(std::string_view digits) {
  constexpr int kFirstSerial = 20000;
  constexpr int kLastSerial = 80000;
  const std::optional<int> serial = small_int(digits, 5);
  if (!serial || *serial < kFirstSerial || *serial > kLastSerial) return std::nullopt;
  const auto excel_zero = std::chrono::sys_days{std::chrono::year{1899} / 12 / 30};
  return Day{excel_zero + std::chrono::days{*serial}};
}

constexpr std::chrono::year kFirstYear{1800};
constexpr std::chrono::year kLastYear{2199};

// " 0:00", " 00:00:00", "T00:00:00": what spreadsheets add to a date; another time of day is not a date.
std::string_view without_midnight(std::string_view text) {
  const std::size_t blank = text.find_first_of(" T");
  if (blank == std::string_view::npos) return text;
  const std::string_view time = text.substr(text.find_last_of(" T") + 1);
  const bool midnight = time.find_first_not_of("0:.") == std::string_view::npos;
  return midnight ? text.substr(0, blank) : text;
}

// "1.8763170669E+10": mantissa d.ddd and exponent. The digits are whole only when the mantissa has all of them.
std::optional<Phone> from_scientific(std::string_view text) {
  const std::size_t e = text.find_first_of("eE");
  if (e == std::string_view::npos || e == 0) return std::nullopt;
  std::string_view exponent = text.substr(e + 1);
  if (exponent.starts_with('+')) exponent.remove_prefix(1);
  const std::optional<int> power = small_int(exponent, 2);
  std::string_view mantissa = text.substr(0, e);
  const std::size_t point = mantissa.find('.');
  const std::string digits = without(mantissa, ".");
  if (!power || digits.empty() || !std::all_of(digits.begin(), digits.end(), ascii_digit)) return std::nullopt;
  const std::size_t before_point = point == std::string_view::npos ? mantissa.size() : point;
  if (digits.size() != before_point + static_cast<std::size_t>(*power)) return Phone{{}, PhoneFault::LostDigits};
  return Phone{digits, std::nullopt};
}

}  // namespace

std::string trimmed(std::string_view cell) {
  std::string out;
  const std::string text = trim(cell);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\r') {
      out += text[i];
    } else if (i + 1 >= text.size() || text[i + 1] != '\n') {
      out += '\n';
    }
  }
  return out;
}

std::string one_line(std::string_view cell) {
  std::string out;
  const std::string kept = trim(cell);
  std::string_view text = kept;
  while (!text.empty()) {
    bool broken = false;
    std::size_t blanks = 0;
    while (const std::size_t n = blank_at(text.substr(blanks))) {
      broken = broken || text[blanks] == '\n' || text[blanks] == '\r';
      blanks += n;
    }
    if (blanks == 0) {
      out += text.front();
      text.remove_prefix(1);
      continue;
    }
    text.remove_prefix(blanks);
    const auto wide = [](char c) { return (static_cast<unsigned char>(c) & 0x80U) != 0; };
    if (!(broken && !out.empty() && wide(out.back()) && wide(text.front()))) out += ' ';
  }
  return out;
}

bool says_nothing(std::string_view trimmed_cell) {
  return trimmed_cell.empty() || std::find(kNothing.begin(), kNothing.end(), trimmed_cell) != kNothing.end();
}

std::string guarded(std::string_view text) {
  const bool special = !text.empty() && std::string_view("=+-@'").find(text.front()) != std::string_view::npos;
  return special || (!text.empty() && says_nothing(text)) ? "'" + std::string(text) : std::string(text);
}

std::string unguarded(std::string_view cell) {
  if (!cell.starts_with('\'') || cell.size() < 2) return std::string(cell);
  const std::string_view rest = cell.substr(1);
  const bool special = std::string_view("=+-@'").find(rest.front()) != std::string_view::npos;
  return std::string(special || says_nothing(rest) ? rest : cell);
}

std::optional<std::int64_t> read_whole(std::string_view cell) {
  std::string text = without(fold_width(trimmed(cell)), ", ");
  for (const std::string_view unit : {"年", "家", "户", "%", "秒"}) strip_suffix(text, unit);
  const std::size_t point = text.find('.');
  if (point != std::string::npos && point > 0 && point + 1 < text.size() &&
      text.find_first_not_of('0', point + 1) == std::string::npos) {
    text.resize(point);
  }
  std::int64_t value = 0;
  const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || code != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<double> read_decimal(std::string_view cell) {
  const std::string text = fold_width(trimmed(cell));
  double value = 0;
  const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
  if (text.empty() || code != std::errc{} || end != text.data() + text.size() || !std::isfinite(value))
    return std::nullopt;
  return value;
}

std::optional<std::int64_t> read_fen(std::string_view cell) {
  std::string text = fold_width(trimmed(cell));
  for (const std::string_view sign : {"¥", "￥", "RMB"}) {
    if (text.starts_with(sign)) text.erase(0, sign.size());
  }
  strip_suffix(text, "元");
  text = without(text, ", ");
  const std::size_t point = text.find('.');
  const std::string yuan = text.substr(0, point);
  std::string rest = point == std::string::npos ? "" : text.substr(point + 1);
  while (rest.size() > 2 && rest.back() == '0') rest.pop_back();
  constexpr std::size_t kMostDigits = 12;
  const bool digits =
      std::all_of(yuan.begin(), yuan.end(), ascii_digit) && std::all_of(rest.begin(), rest.end(), ascii_digit);
  if (yuan.empty() || yuan.size() > kMostDigits || rest.size() > 2 || !digits) return std::nullopt;
  if (point != std::string::npos && rest.empty()) return std::nullopt;
  rest.resize(2, '0');
  std::int64_t fen = 0;
  const std::string all = yuan + rest;
  std::from_chars(all.data(), all.data() + all.size(), fen);
  return fen;
}

std::string write_fen(std::int64_t fen) {
  const std::string cents = std::to_string(fen % 100);
  return std::to_string(fen / 100) + (cents.size() < 2 ? ".0" : ".") + cents;
}

std::string write_decimal(double value) {
  std::array<char, 64> text{};
  const auto result = std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
  return std::string(text.data(), result.ptr);
}

std::optional<Day> read_date_cell(std::string_view cell) {
  std::string text(without_midnight(fold_width(one_line(cell))));
  text = without(text, " ");
  if (const std::optional<Day> day = content::read_day(text)) {
    const bool likely = day->year() >= kFirstYear && day->year() <= kLastYear;
    return likely ? day : std::nullopt;
  }
  if (text.ends_with(".0")) text.resize(text.size() - 2);
  const bool digits = std::all_of(text.begin(), text.end(), ascii_digit);
  if (digits && text.size() == 8)
    return content::read_day(text.substr(0, 4) + "-" + text.substr(4, 2) + "-" + text.substr(6));
  return digits ? day_from_serial(text) : std::nullopt;
}

Phone read_phone(std::string_view cell) {
  std::string text = fold_width(one_line(cell));
  for (const std::string_view dash : {"–", "—", "‐", "‑"}) text = replace_all(text, dash, "-");
  if (const std::optional<Phone> digits = from_scientific(text)) return *digits;
  if (text.ends_with(".0")) text.resize(text.size() - 2);
  const bool plain =
      std::none_of(text.begin(), text.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
  const bool digits = std::any_of(text.begin(), text.end(), ascii_digit);
  if (!plain || !digits) return {{}, PhoneFault::Letters};
  return {text, std::nullopt};
}

}  // namespace content::tables
