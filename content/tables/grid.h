// A table as it stands in its file, before anybody knows what its columns mean: a text (CSV) or one sheet of a workbook (.xlsx).
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "content/error.h"
#include "content/language.h"
#include "content/tables/encoding.h"

namespace content::tables {

// A cell whose text must not be taken: bytes that mean nothing, a formula's error.
struct CellTrouble {
  std::size_t column = 0;
  Text reason;
  Text advice;
};

struct GridRow {
  int number = 0;                      // as Excel shows it
  bool hidden = false;                 // by a filter or by hand
  std::vector<std::string> cells;      // as they stand, not trimmed
  std::vector<CellTrouble> troubles;

  std::string_view cell(std::size_t column) const { return column < cells.size() ? std::string_view(cells[column]) : std::string_view(); }
};

// A remark for the clerk: a row that was left out, a column nobody knows. Row 0: the whole sheet.
struct SheetNote {
  int row = 0;
  Text text;
};

struct SheetName {
  std::string name;
  bool hidden = false;
};

struct Grid {
  Encoding encoding = Encoding::Utf8;
  std::vector<SheetName> sheets;       // of a workbook, in its order; none for a text
  std::size_t sheet = 0;               // the one that was read
  std::vector<GridRow> rows;           // by rising number; a workbook's empty rows are left out
  std::vector<SheetNote> notes;
};

// Somebody asked to stop; nothing was written.
class Stopped : public Error {
 public:
  Stopped() : Error("已停下，什么都没有写入。", "Stopped; nothing was written.") {}
};

struct GridWish {
  std::string sheet{};                 // of a workbook, a text has none; empty: the first that is seen and not empty
  // Asked now and then with the share that is done, 0–1; false: stop, read_grid() throws Stopped.
  std::function<bool(float share)> go_on{};
};

// Throws Error when nothing can be read: not a table, damaged, locked, larger than any list, a quote that is never closed, no
// such sheet.
Grid read_grid(const std::filesystem::path& file, const GridWish& wish = {});
// The same from the file's bytes.
Grid read_grid(std::string_view bytes, const std::string& file_name, const GridWish& wish = {});

}  // namespace content::tables
