// Comma separated values as RFC 4180 has them, and as Excel and WPS write them: quoted cells may hold separators,
// doubled quotes and line breaks; rows end in LF, CRLF or CR; the separator may be a comma, a semicolon or a tab.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace content::tables {

struct CsvRow {
  int number = 0;         // as Excel counts: 1-based, blank rows count, a line break inside quotes does not
  std::size_t begin = 0;  // byte range in the text: [begin, end)
  std::size_t end = 0;
  std::vector<std::string> cells;  // as they stand, not trimmed
};

struct CsvText {
  std::vector<CsvRow> rows;
  int open_quote_row = 0;  // the row whose quote is never closed, or 0; that row and the rest of the file are one cell
};

// At most `max_rows` rows from the start; 0 = all.
CsvText parse_csv(std::string_view text, char separator, std::size_t max_rows = 0);

// One row with CRLF at its end. A cell is quoted when it holds a separator, a quote, a line break or outer blanks.
std::string csv_line(const std::vector<std::string>& cells);

}  // namespace content::tables
