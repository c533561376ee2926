// A table as a person keeps it in Excel: which row is the header, which columns are known, which rows are records, and
// which are titles, districts, totals or signatures.
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "content/kinds.h"
#include "content/language.h"
#include "content/tables/grid.h"

namespace content::tables {

inline constexpr std::size_t kHeaderSearchRows = 10;  // titles and dates above the header: offices use up to about five rows

struct Column {
  std::size_t index = 0;  // place in a row's cells
  const Field* field = nullptr;
  std::string header;  // as it stands in the sheet
};

// How a grid is to be read: guessed by guess_layout(), put right by the clerk.
struct Layout {
  int header_row = 0;                       // 0: there is none
  std::vector<const Field*> fields;         // of each column; null: left out. No field twice
  std::map<std::pair<int, std::size_t>, std::string> corrections;  // by row and column: what a cell shall say instead
  std::set<int> left_out;                   // rows
  std::map<const Field*, std::string> same_for_all;  // what every row says for a field that no column has
};

struct Sheet {
  int header_row = 0;
  std::vector<Column> columns;  // those with a field
  std::vector<GridRow> rows;    // records only
  std::vector<SheetNote> notes;
};

// How many of the cells are headers of the kind.
std::size_t known_headers(const KindSpec& spec, const std::vector<std::string>& cells);

// The field that a header names: 联系电话*, 价格（元）, "签订日期\n(年/月/日)" name theirs too. Null: none of the kind.
const Field* field_named(const KindSpec& spec, std::string_view header);

// The row among the first ten that names the most fields of the kind; none does: the first of those with the most words. Its
// columns by their names; of two columns for one field the one that has the field's own name. Why a column was left out is added to
// `notes`.
Layout guess_layout(const KindSpec& spec, const Grid& grid, std::vector<SheetNote>* notes = nullptr);
// The same with the header in this row.
Layout guess_layout_at(const KindSpec& spec, const Grid& grid, int header_row, std::vector<SheetNote>* notes = nullptr);

// The kind whose fields the table's headers name best, its title among them; null: none's.
const KindSpec* guess_kind(const Grid& grid);

// The row of this number; null: there is none.
const GridRow* row_at(const Grid& grid, int number);

// Throws Error when no column holds the kind's title.
Sheet lay_out(const KindSpec& spec, const Grid& grid, const Layout& layout, const std::string& file_name);

}  // namespace content::tables
