// Comma separated values as RFC 4180 has them, and as Excel and WPS write them: quoted cells may hold separators,
// doubled quotes and line breaks; rows end in LF, CRLF or CR; the separator may be a comma, a semicolon or a tab.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "content/tables/table_limits.h"

namespace content::tables {

struct CsvRow {
  int number = 0;         // as Excel counts: 1-based, blank rows count, a line break inside quotes does not
  std::size_t begin = 0;  // byte range in the text: [begin, end)
  std::size_t end = 0;
  std::vector<std::string> cells;  // as they stand, not trimmed
};

struct CsvText {
  std::vector<CsvRow> rows;
  bool is_too_wide = false;   // cells right of the limits' columns were left out
  bool is_too_large = false;
  bool is_stopped = false;
  int open_quote_row = 0;  // the row whose quote is never closed, or 0; that row and the rest of the file are one cell
};

struct CsvWish {
  std::size_t max_rows = 0;                  // from the start; 0: all
  const TableLimits* limits = nullptr;       // beyond them is_too_large, and what was read so far
  std::function<bool()> go_on{};             // asked every some thousand rows; false: is_stopped
};
CsvText parse_csv(std::string_view text, char separator, const CsvWish& wish = {});

// One row with CRLF at its end. A cell is quoted when it holds a separator, a quote, a line break or outer blanks.
std::string csv_line(const std::vector<std::string>& cells);

}  // namespace content::tables
