#include "content/tables/sheet.h"

#include <algorithm>
#include <array>

#include "content/error.h"
#include "content/tables/cell_text.h"
#include "content/tables/csv.h"
#include "content/tables/row_sort.h"
#include "content/utf8.h"

namespace content::tables {
namespace {

constexpr std::size_t kHeaderSearchRows = 10;  // titles and dates above the header: offices use up to about five rows
constexpr std::array<char, 3> kSeparators = {',', ';', '\t'};

// 联系电话*, 价格（元）, "签订日期\n(年/月/日)" → the name alone.
std::string header_name(std::string_view cell) {
  std::string name = fold_width(one_line(cell));
  while (name.ends_with('*') || name.starts_with('*')) name.erase(name.starts_with('*') ? 0 : name.size() - 1, 1);
  return trimmed(std::string_view(name).substr(0, name.find('(') == 0 ? std::string::npos : name.find('(')));
}

const Field* field_of(const KindSpec& spec, std::string_view cell) {
  const std::string whole = one_line(cell);
  if (whole.empty()) return nullptr;
  const Field* field = spec.find_header(whole);
  return field != nullptr ? field : spec.find_header(header_name(cell));
}

struct Header {
  char separator = ',';
  int row = 0;
  std::size_t known = 0;
};

std::size_t known_names(const KindSpec& spec, const CsvRow& row) {
  return static_cast<std::size_t>(std::count_if(
      row.cells.begin(), row.cells.end(), [&](const std::string& cell) { return field_of(spec, cell) != nullptr; }));
}

Header find_header(const KindSpec& spec, std::string_view text) {
  Header best;
  for (const char separator : kSeparators) {
    for (const CsvRow& row : parse_csv(text, separator, kHeaderSearchRows).rows) {
      const std::size_t known = known_names(spec, row);
      if (known > best.known) best = {separator, row.number, known};
    }
  }
  return best;
}

void refuse_what_is_no_text(std::string_view bytes, const std::string& file) {
  switch (recognise(bytes)) {
    case SheetFile::Text:
      return;
    case SheetFile::Empty:
      throw Error(file + " 是空文件，请检查是否保存成功。", file + " is empty; check that it was saved.");
    case SheetFile::ExcelWorkbook:
    case SheetFile::OldExcelWorkbook:
      throw Error(file + " 是 Excel 工作簿，请在 Excel 或 WPS 里另存为“CSV UTF-8”后再导入。",
                  file + " is an Excel workbook; save it as “CSV UTF-8” in Excel or WPS and import that file.");
    case SheetFile::Binary:
      throw Error(file + " 不是文本表格，请另存为 CSV 后再导入。",
                  file + " is not a text table; save the sheet as CSV and import that file.");
  }
}

std::string known_headers(const KindSpec& spec, bool chinese) {
  std::string names;
  for (const Field& field : spec.fields) {
    if (field.is_english()) continue;
    names += (names.empty() ? "" : chinese ? "、" : ", ") + std::string(chinese ? field.zh : field.en);
  }
  return names + (chinese ? "；文字各列另可有“…（英文）”" : "; texts also as “… in English”");
}

void note(Sheet& sheet, int row, std::string zh, std::string en) {
  sheet.notes.push_back({row, {std::move(zh), std::move(en)}});
}

// A label beats an alias when two columns could be the same field; the other column is named in a note.
void choose_columns(Sheet& sheet, const KindSpec& spec, const CsvRow& header) {
  for (std::size_t i = 0; i < header.cells.size(); ++i) {
    const std::string name = one_line(header.cells[i]);
    const Field* field = field_of(spec, header.cells[i]);
    if (field == nullptr) {
      if (!name.empty())
        note(sheet, 0, "不认识的列“" + name + "”，已略过", "column “" + name + "” is not known and was left out");
      continue;
    }
    const auto same =
        std::find_if(sheet.columns.begin(), sheet.columns.end(), [&](const Column& c) { return c.field == field; });
    if (same == sheet.columns.end()) {
      sheet.columns.push_back({i, field, name});
      continue;
    }
    std::string left_out = name;
    if (name == field->zh && same->header != field->zh) {
      left_out = same->header;
      *same = {i, field, name};
    }
    note(sheet, 0, "有两列都是“" + std::string(field->zh) + "”，“" + left_out + "”这一列已略过",
         "two columns are “" + std::string(field->en) + "”; column “" + left_out + "” was left out");
  }
}

std::string hex_in(const DecodedText& decoded, const CsvRow& row) {
  std::string hex;
  for (const BadBytes& bad : decoded.bad) {
    if (bad.offset >= row.begin && bad.offset <= row.end) hex += (hex.empty() ? "" : " ") + bad.hex;
  }
  return hex;
}

std::size_t same_cells(const CsvRow& row, const CsvRow& header) {
  std::size_t same = 0;
  for (std::size_t i = 0; i < std::min(row.cells.size(), header.cells.size()); ++i) {
    same += !row.cells[i].empty() && row.cells[i] == header.cells[i] ? 1U : 0U;
  }
  return same;
}

void sort_rows(Sheet& sheet, const KindSpec& spec, const DecodedText& decoded, std::vector<CsvRow>& rows) {
  const auto title = std::find_if(sheet.columns.begin(), sheet.columns.end(),
                                  [&](const Column& c) { return c.field->key == spec.title_key; });
  const std::size_t title_index = title->index;
  const CsvRow header = rows[static_cast<std::size_t>(sheet.header_row) - 1];
  for (CsvRow& row : rows) {
    if (row.number <= sheet.header_row) continue;
    const RowSort sort = sort_of_row(row.cells, title_index, same_cells(row, header), sheet.columns.size());
    if (sort == RowSort::Record) {
      sheet.rows.push_back({row.number, std::move(row.cells), decoded.bad.empty() ? "" : hex_in(decoded, row)});
    } else if (sort != RowSort::Blank) {
      const Text why = words_for(sort);
      note(sheet, row.number, why.zh + "，已略过", why.en + ", left out");
    }
  }
}

}  // namespace

std::string_view SheetRow::cell(const Column& column) const {
  return column.index < cells.size() ? std::string_view(cells[column.index]) : std::string_view();
}

Sheet read_sheet(const KindSpec& spec, std::string_view bytes, const std::string& file_name) {
  refuse_what_is_no_text(bytes, file_name);
  const DecodedText decoded = decode_sheet(bytes);
  const Header header = find_header(spec, decoded.text);
  CsvText csv = parse_csv(decoded.text, header.separator);
  if (csv.open_quote_row != 0) {
    const std::string row = std::to_string(csv.open_quote_row);
    throw Error(
        file_name + " 第 " + row + " 行的引号没有配对，后面的内容无法分辨，请补上引号。",
        file_name + " row " + row + ": a quote is never closed, so the rest cannot be told apart; close the quote.");
  }
  Sheet sheet;
  sheet.encoding = decoded.encoding;
  sheet.header_row = header.row;
  if (header.row > 0) choose_columns(sheet, spec, csv.rows[static_cast<std::size_t>(header.row) - 1]);
  const bool titled = std::any_of(sheet.columns.begin(), sheet.columns.end(),
                                  [&](const Column& c) { return c.field->key == spec.title_key; });
  if (!titled) {
    const Field* title = spec.find_field(spec.title_key);
    throw Error(file_name + " 的前 10 行里没有找到表头“" + std::string(title->zh) + "”。" + std::string(spec.zh) +
                    "表可用的表头：" + known_headers(spec, true) + "。",
                file_name + " has no header “" + std::string(title->en) + "” in its first 10 rows. Headers of a " +
                    std::string(spec.word) + " table: " + known_headers(spec, false) + ".");
  }
  sort_rows(sheet, spec, decoded, csv.rows);
  return sheet;
}

}  // namespace content::tables
