#include "content/tables/sheet_cells.h"

#include <algorithm>
#include <charconv>
#include <tuple>

#include "content/tables/workbook_faults.h"

namespace content::tables {
namespace {

constexpr int kLastRow = 1'048'576;
constexpr std::size_t kNamedRows = 8;   // of hidden ones, in a note
constexpr std::size_t kMergesBetweenLooks = 64;

template <typename Number>
Number number(std::string_view digits, Number otherwise) {
  Number value{};
  const auto [end, code] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return code == std::errc{} && end == digits.data() + digits.size() ? value : otherwise;
}

}  // namespace

void TextRuns::open(std::string_view name) {
  if (name == "rPh") ++in_reading_;
  in_text_ = name == "t" && in_reading_ == 0;
}

void TextRuns::close(std::string_view name) {
  if (name == "rPh") --in_reading_;
  if (name == "t") in_text_ = false;
}

void TextRuns::text(std::string_view piece) {
  if (in_text_) words_ += piece;
}

void SheetCells::open(std::string_view name, const XmlAttributes& attributes) {
  if (name == "row") return begin_row(attributes);
  if (name == "c") return begin_cell(attributes);
  if (name == "mergeCell") {
    const std::string_view range = attributes.get("ref");
    const std::size_t colon = range.find(':');
    if (colon == std::string_view::npos) return;
    if (merges_.size() >= context_.limits.merges) throw too_large(context_.file);
    merges_.push_back({cell_place(range.substr(0, colon)), cell_place(range.substr(colon + 1))});
  }
  if (!in_cell_) return;
  if (name == "v") in_value_ = true;
  if (name == "f") formula_ = true;
  if (name == "is") in_inline_ = true;
  if (in_inline_) runs_.open(name);
}

void SheetCells::close(std::string_view name) {
  if (name == "row") {
    const bool empty = std::ranges::all_of(row_.cells, [](const std::string& cell) { return cell.empty(); }) && row_.troubles.empty();
    if (!empty) rows_.push_back(std::move(row_));
    row_ = {};
    return;
  }
  if (!in_cell_) return;
  if (name == "v") in_value_ = false;
  if (in_inline_) runs_.close(name);
  if (name == "is") in_inline_ = false;
  if (name == "c") end_cell();
}

void SheetCells::text(std::string_view piece) {
  if (!in_cell_) return;
  text_ += piece.size();
  if (text_ > context_.limits.text) throw too_large(context_.file);
  if (in_value_) value_ += piece;
  if (in_inline_) runs_.text(piece);
}

// Numbers may be left out, then a row or cell follows the one before it; they never go back.
void SheetCells::begin_row(const XmlAttributes& attributes) {
  row_number_ = std::max(number(attributes.get("r"), row_number_ + 1), row_number_ + 1);
  if (row_number_ > kLastRow) throw damaged_workbook(context_.file);
  row_ = {};
  row_.number = row_number_;
  row_.hidden = attributes.get("hidden") == "1" || attributes.get("hidden") == "true";
  next_column_ = 0;
}

void SheetCells::begin_cell(const XmlAttributes& attributes) {
  const std::string_view place = attributes.get("r");
  column_ = place.empty() ? next_column_ : std::max(cell_place(place).column, next_column_);
  next_column_ = column_ + 1;
  type_ = attributes.get("t");
  style_ = number(attributes.get("s"), std::size_t{0});
  value_.clear();
  runs_ = {};
  in_cell_ = true;
  in_value_ = in_inline_ = formula_ = false;
}

void SheetCells::trouble(Text reason, Text advice) {
  if (++troubles_ > context_.limits.troubles) throw too_large(context_.file);
  row_.troubles.push_back({column_, std::move(reason), std::move(advice)});
}

std::string SheetCells::words_of_cell() {
  if (type_ == "s") {
    const std::size_t index = number(value_, context_.strings.size());
    if (!value_.empty() && index >= context_.strings.size()) throw damaged_workbook(context_.file);
    return value_.empty() ? std::string() : context_.strings[index];
  }
  if (type_ == "inlineStr") return unescaped(runs_.take());
  if (type_ == "str") return unescaped(value_);
  if (type_ == "b") return value_.empty() ? "" : value_ == "0" || value_ == "false" ? "否" : "是";
  if (type_ == "d") return value_.substr(0, value_.find("T00:00"));
  if (type_ == "e") {
    trouble({"公式的结果是错误值", "the formula's result is an error"}, {"请在表里改好公式，或直接写上内容", "correct the formula, or write the value itself"});
    return value_;
  }
  if (formula_ && value_.empty()) {
    trouble({"公式还没有算出结果", "the formula has no result yet"}, {"请用 Excel 或 WPS 打开并保存一次，再导入", "open the file in Excel or WPS and save it once"});
    return {};
  }
  if (lost_digits(value_)) {
    trouble({"数字超过 15 位，末几位已被 Excel 改成 0", "has more than 15 digits, Excel has turned the last ones to 0"},
            {"请把这一列设为“文本”，重新填写", "format the column as text and type it again"});
  }
  if (value_.empty()) return {};
  return number_text(value_, style_ < context_.formats.size() ? *context_.formats[style_] : NumberFormat{}, context_.days);
}

void SheetCells::end_cell() {
  in_cell_ = false;
  if (column_ >= context_.limits.columns) {
    too_wide_ = too_wide_ || !value_.empty() || !runs_.take().empty();
    return;
  }
  std::string words = words_of_cell();
  if (!words.empty()) put(row_, column_, std::move(words));
}

void SheetCells::put(GridRow& row, std::size_t column, std::string words) {
  if (row.cells.size() <= column) {
    slots_ += column + 1 - row.cells.size();
    if (slots_ > context_.limits.cells) throw too_large(context_.file);
    row.cells.resize(column + 1);
  }
  text_ += words.size();
  if (text_ > context_.limits.text) throw too_large(context_.file);
  row.cells[column] = std::move(words);
}

bool SheetCells::fill_merge(const Merge& merge) {
  const std::size_t column = merge.first.column;
  const auto from = std::ranges::lower_bound(rows_, merge.first.row, {}, &GridRow::number);
  if (from == rows_.end() || from->number != merge.first.row || from->cell(column).empty()) return false;
  const std::string words(from->cell(column));
  for (auto row = std::next(from); row != rows_.end() && row->number <= merge.last.row; ++row) {
    // Merges that lie over one another are no table's.
    if (++filled_ > context_.limits.cells) throw too_large(context_.file);
    if (row->cell(column).empty()) put(*row, column, words);
  }
  return true;
}

// One that lies inside what the one before it in its column has filled adds nothing.
void SheetCells::fill_merges(const std::function<bool(float)>& go_on) {
  std::erase_if(merges_, [this](const Merge& merge) { return merge.first.row < 1 || merge.first.column >= context_.limits.columns; });
  std::ranges::stable_sort(merges_, {}, [](const Merge& merge) { return std::tuple(merge.first.column, merge.first.row, -merge.last.row); });
  const Merge* filled = nullptr;
  for (std::size_t i = 0; i < merges_.size(); ++i) {
    const Merge& merge = merges_[i];
    if (go_on && i % kMergesBetweenLooks == 0 && !go_on(1)) throw Stopped();
    if (filled != nullptr && filled->first.column == merge.first.column && merge.last.row <= filled->last.row) continue;
    if (fill_merge(merge)) filled = &merge;
  }
}

void SheetCells::tell_hidden(std::vector<SheetNote>& notes) const {
  std::string named;
  std::size_t count = 0;
  for (const GridRow& row : rows_) {
    if (!row.hidden || ++count > kNamedRows) continue;
    named += (named.empty() ? "" : "、") + std::to_string(row.number);
  }
  if (count == 0) return;
  if (count > kNamedRows) named += "…";
  notes.push_back({0, {"有 " + std::to_string(count) + " 行在表格里是隐藏的（第 " + named + " 行），也照样读了；不要的请先在表里删掉",
                       std::to_string(count) + " rows are hidden in the sheet (" + named + ") and were read too; delete what is not wanted"}});
}

std::vector<GridRow> SheetCells::take(std::vector<SheetNote>& notes, const std::function<bool(float)>& go_on) {
  fill_merges(go_on);
  tell_hidden(notes);
  if (too_wide_) {
    const std::string most = std::to_string(context_.limits.columns);
    notes.push_back({0, {"第 " + most + " 列以后的内容没有读", "what lies beyond column " + most + " was not read"}});
  }
  return std::move(rows_);
}

}  // namespace content::tables
