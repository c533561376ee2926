#include "content/tables/sheet.h"

#include <algorithm>

#include "content/error.h"
#include "content/tables/cell_text.h"
#include "content/tables/row_sort.h"
#include "content/utf8.h"

namespace content::tables {
namespace {

constexpr std::size_t kLongestHeader = 400;   // bytes; an article's text is none

// 联系电话*, 价格（元）, "签订日期\n(年/月/日)" → the name alone.
std::string header_name(std::string_view cell) {
  std::string name = fold_width(one_line(cell));
  while (name.ends_with('*') || name.starts_with('*')) name.erase(name.starts_with('*') ? 0 : name.size() - 1, 1);
  return trimmed(std::string_view(name).substr(0, name.find('(') == 0 ? std::string::npos : name.find('(')));
}

std::string headers_of(const KindSpec& spec, bool chinese) {
  std::string names;
  for (const Field& field : spec.fields) {
    if (field.is_english()) continue;
    names += (names.empty() ? "" : chinese ? "、" : ", ") + std::string(chinese ? field.zh : field.en);
  }
  return names + (chinese ? "；文字各列另可有“…（英文）”" : "; texts also as “… in English”");
}

void note(std::vector<SheetNote>* notes, int row, std::string zh, std::string en) {
  if (notes != nullptr) notes->push_back({row, {std::move(zh), std::move(en)}});
}

std::size_t filled(const GridRow& row) {
  return static_cast<std::size_t>(std::ranges::count_if(row.cells, [](const std::string& cell) { return !trimmed(cell).empty(); }));
}

int header_row_of(const KindSpec& spec, const Grid& grid) {
  int named_row = 0, full_row = 0;
  std::size_t named = 0, full = 0;
  for (std::size_t i = 0; i < std::min(kHeaderSearchRows, grid.rows.size()); ++i) {
    const GridRow& row = grid.rows[i];
    if (const std::size_t known = known_headers(spec, row.cells); known > named) {
      named = known;
      named_row = row.number;
    }
    if (const std::size_t words = filled(row); words > full) {
      full = words;
      full_row = row.number;
    }
  }
  return named > 0 ? named_row : full_row;
}

std::size_t same_cells(const GridRow& row, const GridRow& header) {
  std::size_t same = 0;
  for (std::size_t i = 0; i < std::min(row.cells.size(), header.cells.size()); ++i) {
    same += !row.cells[i].empty() && row.cells[i] == header.cells[i] ? 1U : 0U;
  }
  return same;
}

GridRow corrected(const GridRow& row, const Layout& layout) {
  GridRow copy = row;
  for (auto one = layout.corrections.lower_bound({row.number, 0}); one != layout.corrections.end() && one->first.first == row.number; ++one) {
    const std::size_t column = one->first.second;
    if (copy.cells.size() <= column) copy.cells.resize(column + 1);
    copy.cells[column] = one->second;
    std::erase_if(copy.troubles, [column](const CellTrouble& trouble) { return trouble.column == column; });
  }
  return copy;
}

// Columns right of all others for what every row says alike, each at its field's own place: a correction stays with its field.
std::size_t add_alike(Sheet& sheet, const KindSpec& spec, const Grid& grid, const Layout& layout) {
  std::size_t width = layout.fields.size();
  for (const GridRow& row : grid.rows) width = std::max(width, row.cells.size());
  for (std::size_t i = 0; i < spec.fields.size(); ++i) {
    const Field& field = spec.fields[i];
    const auto words = layout.same_for_all.find(&field);
    const bool has_column = std::ranges::find(layout.fields, &field) != layout.fields.end();
    if (words != layout.same_for_all.end() && !words->second.empty() && !has_column) sheet.columns.push_back({width + i, &field, std::string(field.zh)});
  }
  return width;
}

void say_alike(const Sheet& sheet, const Layout& layout, std::size_t width, GridRow& row) {
  for (const Column& column : sheet.columns) {
    if (column.index < width) continue;
    if (row.cells.size() <= column.index) row.cells.resize(column.index + 1);
    if (!layout.corrections.contains({row.number, column.index})) row.cells[column.index] = layout.same_for_all.at(column.field);
  }
}

void take_records(Sheet& sheet, const KindSpec& spec, const Grid& grid, const Layout& layout, std::size_t title_index) {
  const std::size_t known = sheet.columns.size();
  const std::size_t width = add_alike(sheet, spec, grid, layout);
  const GridRow nothing;
  const GridRow* header = row_at(grid, sheet.header_row);
  for (const GridRow& row : grid.rows) {
    if (row.number <= sheet.header_row || layout.left_out.contains(row.number)) continue;
    GridRow copy = corrected(row, layout);
    const RowSort sort = sort_of_row(copy.cells, title_index, same_cells(copy, header == nullptr ? nothing : *header), known);
    if (sort == RowSort::Record) {
      say_alike(sheet, layout, width, copy);
      sheet.rows.push_back(std::move(copy));
    } else if (sort != RowSort::Blank) {
      const Text why = words_for(sort);
      note(&sheet.notes, row.number, why.zh + "，已略过", why.en + ", left out");
    }
  }
}

}  // namespace

const Field* field_named(const KindSpec& spec, std::string_view header) {
  if (header.size() > kLongestHeader) return nullptr;
  const std::string whole = one_line(header);
  if (whole.empty()) return nullptr;
  const Field* field = spec.find_header(whole);
  return field != nullptr ? field : spec.find_header(header_name(header));
}

std::size_t known_headers(const KindSpec& spec, const std::vector<std::string>& cells) {
  return static_cast<std::size_t>(std::ranges::count_if(cells, [&](const std::string& cell) { return field_named(spec, cell) != nullptr; }));
}

const GridRow* row_at(const Grid& grid, int number) {
  const auto found = std::ranges::lower_bound(grid.rows, number, {}, &GridRow::number);
  return found == grid.rows.end() || found->number != number ? nullptr : &*found;
}

Layout guess_layout_at(const KindSpec& spec, const Grid& grid, int header_row, std::vector<SheetNote>* notes) {
  Layout layout{.header_row = header_row, .fields = {}, .corrections = {}, .left_out = {}, .same_for_all = {}};
  const GridRow* header = row_at(grid, header_row);
  if (header == nullptr) return layout;
  layout.fields.resize(header->cells.size(), nullptr);
  for (std::size_t i = 0; i < header->cells.size(); ++i) {
    const std::string name = one_line(header->cells[i]);
    const Field* field = field_named(spec, name);
    if (field == nullptr) {
      if (!name.empty()) note(notes, 0, "不认识的列“" + name + "”，已略过", "column “" + name + "” is not known and was left out");
      continue;
    }
    const auto same = std::ranges::find(layout.fields, field);
    if (same == layout.fields.end()) {
      layout.fields[i] = field;
      continue;
    }
    const std::string other = one_line(header->cells[static_cast<std::size_t>(same - layout.fields.begin())]);
    const bool better = name == field->zh && other != field->zh;
    if (better) {
      *same = nullptr;
      layout.fields[i] = field;
    }
    const std::string left_out = better ? other : name;
    note(notes, 0, "有两列都是“" + std::string(field->zh) + "”，“" + left_out + "”这一列已略过",
         "two columns are “" + std::string(field->en) + "”; column “" + left_out + "” was left out");
  }
  return layout;
}

Layout guess_layout(const KindSpec& spec, const Grid& grid, std::vector<SheetNote>* notes) {
  return guess_layout_at(spec, grid, header_row_of(spec, grid), notes);
}

const KindSpec* guess_kind(const Grid& grid) {
  const KindSpec* best = nullptr;
  std::size_t most = 1;   // one name alone, 名称, says little
  for (const KindSpec& spec : all_kinds()) {
    const Layout layout = guess_layout(spec, grid);
    const bool titled = std::ranges::find(layout.fields, spec.find_field(spec.title_key)) != layout.fields.end();
    const auto known = static_cast<std::size_t>(std::ranges::count_if(layout.fields, [](const Field* field) { return field != nullptr; }));
    if (!titled || known <= most) continue;
    most = known;
    best = &spec;
  }
  return best;
}

Sheet lay_out(const KindSpec& spec, const Grid& grid, const Layout& layout, const std::string& file_name) {
  Sheet sheet;
  sheet.header_row = layout.header_row;
  const GridRow* header = row_at(grid, layout.header_row);
  for (std::size_t i = 0; i < layout.fields.size(); ++i) {
    if (layout.fields[i] != nullptr) sheet.columns.push_back({i, layout.fields[i], header == nullptr ? std::string() : one_line(header->cell(i))});
  }
  const auto title = std::ranges::find_if(sheet.columns, [&](const Column& column) { return column.field->key == spec.title_key; });
  if (title == sheet.columns.end()) {
    const Field* field = spec.find_field(spec.title_key);
    throw Error(file_name + " 的前 10 行里没有找到表头“" + std::string(field->zh) + "”。" + std::string(spec.zh) + "表可用的表头：" +
                    headers_of(spec, true) + "。",
                file_name + " has no header “" + std::string(field->en) + "” in its first 10 rows. Headers of a " + std::string(spec.word) +
                    " table: " + headers_of(spec, false) + ".");
  }
  take_records(sheet, spec, grid, layout, title->index);
  return sheet;
}

}  // namespace content::tables
