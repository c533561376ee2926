// A number in an Excel cell as its reader sees it: dates, times, percentages, leading zeros; and never 1.88E+10.
#pragma once

#include <string>
#include <string_view>

namespace content::tables {

enum class NumberShape { Plain, Percent, Date, DateTime, Time, Duration };

struct NumberFormat {
  NumberShape shape = NumberShape::Plain;
  std::string mask;   // "00000000000", "000-0000-0000": digits to fill in from the right; else empty
};

// Day numbers count from 1899-12-30 (as 1900 does from March on), or from 1904-01-01 in workbooks of old Macs.
enum class DaySystem { From1900, From1904 };

// ECMA-376 part 1, 18.8.30: `id` of a format, `code` of those that a workbook defines itself. Built-in ones as Chinese Excel has them.
NumberFormat number_format(int id, std::string_view code);

// 18870669, 39.8, 85%, 2026-07-30, 2026-07-30 09:30, 09:30, 26:00. `digits`: as the file has the number; a text that is none is
// answered as it stands.
std::string number_text(std::string_view digits, const NumberFormat& format, DaySystem days);

// Whole numbers of more than 15 digits have lost their last ones in Excel.
bool lost_digits(std::string_view digits);

}  // namespace content::tables
