// What people type into cells, made plain: pure functions from text to text or value. All text is UTF-8.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "content/model.h"

namespace content::tables {

// Without outer blanks (also U+3000, U+00A0, zero-width ones). Line breaks become "\n".
std::string trimmed(std::string_view cell);

// One line: trimmed; a run of blanks and line breaks becomes one space, or nothing where it holds a line break between
// two Chinese characters (a name broken to fit its column).
std::string one_line(std::string_view cell);

// Empty, 无, 暂无, -, —, /, N/A and the like.
bool says_nothing(std::string_view trimmed_cell);

// A cell that a spreadsheet would take for a formula, or this importer for nothing or a file name, is written with an
// apostrophe before it, as Excel itself marks text; reading takes it off again. unguarded(guarded(x)) == x for any
// trimmed x.
std::string guarded(std::string_view text);
std::string unguarded(std::string_view cell);

// Whole number: 12, １２, 1,234, 12.0, "2026年", "60家" with the unit given. nullopt: not a whole number that fits.
std::optional<std::int64_t> read_whole(std::string_view cell);
// Decimal fraction: 0.0714, -15, ３.５. Not 1e5, not nan.
std::optional<double> read_decimal(std::string_view cell);
// Yuan to fen, exactly: 39.8, ¥39.80, 39.8元, 1,280. nullopt: not an amount, or finer than a fen.
std::optional<std::int64_t> read_fen(std::string_view cell);
std::string write_fen(std::int64_t fen);  // 39.80
std::string write_decimal(double value);  // shortest text that reads back as the same number

// What content::read_day() reads, with blanks and a time of midnight after it; 20260730; Excel's day number 20000–80000
// (1954 to 2119, counted from 1899-12-30). nullopt: none of these, no such day, or a year outside 1800–2199.
std::optional<Day> read_date_cell(std::string_view cell);

enum class PhoneFault { Letters, LostDigits };
struct Phone {
  std::string text;  // empty with a fault
  std::optional<PhoneFault> fault;
};
// Full-width digits become ASCII, a number in Excel's scientific notation its digits when all of them are there
// (1.8763170669E+10), else LostDigits (1.87632E+10).
Phone read_phone(std::string_view cell);

}  // namespace content::tables
