#include "content/tables/grid.h"

#include <algorithm>
#include <array>
#include <utility>

#include "content/durable_file.h"
#include "content/error.h"
#include "content/kinds.h"
#include "content/tables/cell_text.h"
#include "content/tables/csv.h"
#include "content/tables/sheet.h"
#include "content/tables/workbook.h"
#include "content/tables/workbook_faults.h"

namespace content::tables {
namespace {

constexpr std::size_t kLargestText = 128U << 20U;      // bytes; 100,000 full rows are some 50 MB
constexpr std::size_t kLargestWorkbook = 64U << 20U;   // packed; the same rows are some 10 MB
constexpr std::array<char, 3> kSeparators = {',', ';', '\t'};
constexpr std::size_t kNamedBytes = 8;                  // of a row
constexpr std::string_view kReplacement = "\uFFFD";

// Pages that a web system sends under the name of an .xls.
bool is_web_page(std::string_view bytes) {
  const std::string head = one_line(bytes.substr(0, 200));
  return head.starts_with("<html") || head.starts_with("<HTML") || head.starts_with("<!DOCTYPE") || head.starts_with("<table") ||
         head.starts_with("<?xml");
}

void refuse_what_is_no_table(std::string_view bytes, const std::string& file) {
  switch (recognise(bytes)) {
    case SheetFile::Text:
      if (is_web_page(bytes)) throw other_format(file, "网页格式的表格", "a web page");
      return;
    case SheetFile::ExcelWorkbook:
      return;
    case SheetFile::Empty:
      throw Error(file + " 是空文件，请检查是否保存成功。", file + " is empty; check that it was saved.");
    case SheetFile::OldExcelWorkbook:
      throw old_office_file(file, bytes);
    case SheetFile::Binary:
      throw Error(file + " 不是表格，请另存为 .xlsx 或 CSV 后再导入。",
                  file + " is not a table; save the sheet as .xlsx or CSV and import that file.");
  }
}

// The separator whose columns some kind of record knows best; without any, the one that makes the most cells.
char separator_of(std::string_view text, const TableLimits& limits) {
  std::pair<std::size_t, std::size_t> best{0, 0};
  char separator = kSeparators.front();
  for (const char candidate : kSeparators) {
    std::pair<std::size_t, std::size_t> found{0, 0};
    for (const CsvRow& row : parse_csv(text, candidate, {.max_rows = kHeaderSearchRows, .limits = &limits}).rows) {
      for (const KindSpec& spec : all_kinds()) found.first = std::max(found.first, known_headers(spec, row.cells));
      found.second = std::max(found.second, row.cells.size());
    }
    if (found <= best) continue;
    best = found;
    separator = candidate;
  }
  return separator;
}

// Walks the bytes that mean nothing beside the rows, which rise as they do.
class BadBytesOfRows {
 public:
  BadBytesOfRows(const DecodedText& decoded, const std::string& file, std::size_t most) : bad_(decoded.bad), file_(file), left_(most) {}

  // Marks every cell of the row that holds a stand-in for such bytes; the row's first ones are named in each.
  void mark(const CsvRow& from, GridRow& row) {
    const std::string hex = hex_of(from);
    if (hex.empty()) return;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      if (row.cells[i].find(kReplacement) == std::string::npos) continue;
      if (left_-- == 0) throw too_large_text(file_);
      row.troubles.push_back({i,
                              {"有无法辨认的字节 " + hex, "holds bytes that mean nothing in this encoding: " + hex},
                              {"请在原表里重打这一格，再另存为 CSV UTF-8", "type the cell again in the original sheet and save it as CSV UTF-8"}});
    }
  }

 private:
  std::string hex_of(const CsvRow& from) {
    std::string hex;
    while (next_ < bad_.size() && bad_[next_].offset < from.begin) ++next_;
    for (std::size_t named = 0; next_ < bad_.size() && bad_[next_].offset <= from.end; ++next_, ++named) {
      if (named < kNamedBytes) hex += (hex.empty() ? "" : " ") + bad_[next_].hex;
      if (named == kNamedBytes) hex += " …";
    }
    return hex;
  }

  const std::vector<BadBytes>& bad_;
  const std::string& file_;
  std::size_t left_;
  std::size_t next_ = 0;
};

CsvText read_rows(const DecodedText& decoded, const std::string& file, const GridWish& wish, const TableLimits& limits) {
  const auto go_on = [&wish] { return !wish.go_on || wish.go_on(0.5F); };
  CsvText csv = parse_csv(decoded.text, separator_of(decoded.text, limits), {.limits = &limits, .go_on = go_on});
  if (csv.is_stopped) throw Stopped();
  if (csv.is_too_large) throw too_large_text(file);
  if (csv.open_quote_row == 0) return csv;
  const std::string row = std::to_string(csv.open_quote_row);
  throw Error(file + " 第 " + row + " 行的引号没有配对，后面的内容无法分辨，请补上引号。",
              file + " row " + row + ": a quote is never closed, so the rest cannot be told apart; close the quote.");
}

Grid read_text_grid(std::string_view bytes, const std::string& file, const GridWish& wish) {
  if (!wish.sheet.empty()) {
    throw Error(file + " 里没有工作表“" + wish.sheet + "”：文本表格（CSV）只有一张表，不写工作表就能导入。",
                file + " has no sheet “" + wish.sheet + "”: a text table (CSV) is one table; leave the sheet out.");
  }
  const TableLimits limits;
  if (bytes.size() > kLargestText) throw too_large_text(file);
  const DecodedText decoded = decode_sheet(bytes);
  if (decoded.is_cut) throw Error(file + " 不是表格，请另存为 .xlsx 或 CSV 后再导入。", file + " is not a table; save the sheet as .xlsx or CSV and import that file.");
  CsvText csv = read_rows(decoded, file, wish, limits);
  Grid grid;
  grid.encoding = decoded.encoding;
  BadBytesOfRows bad(decoded, file, limits.troubles);
  for (CsvRow& from : csv.rows) {
    GridRow row{.number = from.number, .hidden = false, .cells = std::move(from.cells), .troubles = {}};
    bad.mark(from, row);
    grid.rows.push_back(std::move(row));
  }
  if (csv.is_too_wide) {
    const std::string most = std::to_string(limits.columns);
    grid.notes.push_back({0, {"第 " + most + " 列以后的内容没有读", "what lies beyond column " + most + " was not read"}});
  }
  return grid;
}

std::string names_of(const std::vector<SheetName>& sheets, std::size_t but) {
  std::string names;
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    if (i == but) continue;
    names += (names.empty() ? "“" : "、“") + sheets[i].name + "”" + (sheets[i].hidden ? "（隐藏）" : "");
  }
  return names;
}

Grid read_named_sheet(Workbook& book, Grid grid, const std::string& file, const std::string& name) {
  const auto found = std::ranges::find(grid.sheets, name, &SheetName::name);
  if (found == grid.sheets.end()) {
    const std::string there = names_of(grid.sheets, grid.sheets.size());
    throw Error(file + " 里没有工作表“" + name + "”；有的是：" + there + "。", file + " has no sheet “" + name + "”; it has: " + there + ".");
  }
  grid.sheet = static_cast<std::size_t>(found - grid.sheets.begin());
  grid.rows = book.read_rows(grid.sheet, grid.notes);
  return grid;
}

Grid read_workbook_grid(std::string_view bytes, const std::string& file, const GridWish& wish) {
  if (bytes.size() > kLargestWorkbook) throw too_large(file);
  Workbook book(bytes, file, wish.go_on);
  Grid grid;
  grid.encoding = Encoding::Workbook;
  grid.sheets = book.sheets();
  if (!wish.sheet.empty()) return read_named_sheet(book, std::move(grid), file, wish.sheet);
  for (const bool hidden : {false, true}) {
    for (grid.sheet = 0; grid.sheet < grid.sheets.size(); ++grid.sheet) {
      if (grid.sheets[grid.sheet].hidden != hidden) continue;
      grid.rows = book.read_rows(grid.sheet, grid.notes);
      if (!grid.rows.empty()) return grid;
      grid.notes.clear();
    }
  }
  throw Error(file + " 的工作表都是空的，请检查是否保存成功。", file + ": all of its sheets are empty; check that it was saved.");
}

}  // namespace

Grid read_grid(std::string_view bytes, const std::string& file_name, const GridWish& wish) {
  refuse_what_is_no_table(bytes, file_name);
  if (recognise(bytes) != SheetFile::ExcelWorkbook) return read_text_grid(bytes, file_name, wish);
  Grid grid = read_workbook_grid(bytes, file_name, wish);
  if (grid.sheets.size() > 1) {
    const std::string name = grid.sheets[grid.sheet].name;
    const std::string others = names_of(grid.sheets, grid.sheet);
    grid.notes.insert(grid.notes.begin(), {0, {"读的是工作表“" + name + "”；没有读的：" + others, "sheet “" + name + "” was read; not read: " + others}});
  }
  return grid;
}

Grid read_grid(const std::filesystem::path& file, const GridWish& wish) {
  std::error_code code;
  if (std::filesystem::is_directory(file, code)) {
    throw Error(file.string() + " 是文件夹，请给出一个 Excel 或 CSV 文件。", file.string() + " is a folder; name an Excel or CSV file.");
  }
  return read_grid(read_text(file, kLargestText), file.filename().string(), wish);
}

}  // namespace content::tables
