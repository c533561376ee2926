// A table as a person keeps it in Excel: which row is the header, which columns are known, which rows are records, and
// which are titles, districts, totals or signatures.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "content/kinds.h"
#include "content/language.h"
#include "content/tables/encoding.h"

namespace content::tables {

struct Column {
  std::size_t index = 0;  // place in a row's cells
  const Field* field = nullptr;
  std::string header;  // as it stands in the sheet
};

struct SheetRow {
  int number = 0;  // as Excel shows it
  std::vector<std::string> cells;
  std::string bad_bytes;  // hex of what could not be decoded, "" = all is well

  // "" when the row is shorter.
  std::string_view cell(const Column& column) const;
};

// A remark for the clerk: a row that was left out, a column nobody knows. Row 0: the whole sheet.
struct SheetNote {
  int row = 0;
  Text text;
};

struct Sheet {
  Encoding encoding = Encoding::Utf8;
  int header_row = 0;
  std::vector<Column> columns;  // known ones, no field twice, the title's among them
  std::vector<SheetRow> rows;   // records only
  std::vector<SheetNote> notes;
};

// Throws Error when nothing can be read at all: not a text, no header, a quote that is never closed.
Sheet read_sheet(const KindSpec& spec, std::string_view bytes, const std::string& file_name);

}  // namespace content::tables
