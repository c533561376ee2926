// The cells of one sheet of a workbook, taken while its XML goes by.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "content/tables/workbook.h"
#include "content/tables/xml_scan.h"

namespace content::tables {

// The words of a string that may be split into runs of different fonts; readings written above characters are left out.
class TextRuns {
 public:
  void open(std::string_view name);
  void close(std::string_view name);
  void text(std::string_view piece);
  std::string take() { return std::exchange(words_, {}); }

 private:
  std::string words_;
  bool in_text_ = false;
  int in_reading_ = 0;
};

// What cells refer to; all must outlive the SheetCells.
struct SheetContext {
  const std::string& file;
  const TableLimits& limits;
  const std::vector<std::string>& strings;
  const std::vector<SharedFormat>& formats;
  DaySystem days = DaySystem::From1900;
};

class SheetCells final : public XmlVisitor {
 public:
  explicit SheetCells(const SheetContext& context) : context_(context) {}
  void open(std::string_view name, const XmlAttributes& attributes) override;
  void close(std::string_view name) override;
  void text(std::string_view piece) override;
  // The rows, values merged over several rows in each of them. Throws Error, Stopped.
  std::vector<GridRow> take(std::vector<SheetNote>& notes, const std::function<bool(float)>& go_on = {});

 private:
  struct Merge {
    CellPlace first, last;
  };
  void begin_row(const XmlAttributes& attributes);
  void begin_cell(const XmlAttributes& attributes);
  void end_cell();
  std::string words_of_cell();
  void trouble(Text reason, Text advice);
  void put(GridRow& row, std::size_t column, std::string words);
  void fill_merges(const std::function<bool(float)>& go_on);
  // False: there was nothing to fill with.
  bool fill_merge(const Merge& merge);
  void tell_hidden(std::vector<SheetNote>& notes) const;

  SheetContext context_;
  std::vector<GridRow> rows_;
  std::vector<Merge> merges_;
  GridRow row_;
  int row_number_ = 0;
  std::size_t column_ = 0;                 // of the cell
  std::size_t next_column_ = 0;
  std::string type_;                       // of the cell: "s", "str", "inlineStr", "b", "e", "d", "n" or ""
  std::size_t style_ = 0;
  std::string value_;
  TextRuns runs_;
  bool in_cell_ = false, in_value_ = false, in_inline_ = false, formula_ = false;
  std::size_t slots_ = 0, text_ = 0, troubles_ = 0, filled_ = 0;
  bool too_wide_ = false;
};

}  // namespace content::tables
