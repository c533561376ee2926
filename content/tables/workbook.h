// The parts of an .xlsx file (ECMA-376) that a table needs: its sheets, shared strings, number formats, and one sheet's cells.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "content/tables/excel_number.h"
#include "content/tables/grid.h"
#include "content/tables/table_limits.h"
#include "content/tables/zip_parts.h"

namespace content::tables {

// Cells of many styles have the same format.
using SharedFormat = std::shared_ptr<const NumberFormat>;

class Workbook {
 public:
  // `bytes` must outlive it. Reads everything but the cells. Throws Error.
  Workbook(std::string_view bytes, const std::string& file, std::function<bool(float)> go_on, TableLimits limits = {});

  const std::vector<SheetName>& sheets() const { return names_; }
  // Rows of a sheet by rising number; empty ones are left out. A value merged over several rows stands in each of them. Throws
  // Error.
  std::vector<GridRow> read_rows(std::size_t sheet, std::vector<SheetNote>& notes);

 private:
  void read_relations();
  void read_sheet_names();
  void read_formats();
  void read_strings();
  void scan(std::string_view part, class XmlVisitor& visitor, float from, float to);

  std::string file_;
  std::function<bool(float)> go_on_;
  TableLimits limits_;
  ZipParts parts_;
  std::string book_part_;
  std::vector<SheetName> names_;
  std::vector<std::string> sheet_parts_;     // beside names_
  std::vector<std::pair<std::string, std::string>> relations_;   // of the workbook to its sheets: id, part
  std::string strings_part_, formats_part_;
  std::vector<std::string> strings_;
  std::vector<SharedFormat> formats_;        // by a cell's style
  DaySystem days_ = DaySystem::From1900;
};

// "AB12" → column 27, row 12 (column from 0, row from 1); {0, 0} rows for what is no such place.
struct CellPlace {
  std::size_t column = 0;
  int row = 0;
};
CellPlace cell_place(std::string_view reference);

// _x000D_ and its like, which Excel writes for characters that XML does not allow.
std::string unescaped(std::string_view text);

}  // namespace content::tables
