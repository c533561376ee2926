#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "content/error.h"
#include "content/tables/encoding.h"
#include "content/tables/grid.h"
#include "content/tables/workbook.h"
#include "tests/support/workbook_file.h"

using namespace content;
using namespace content::tables;
using tests::number_cell;
using tests::text_cell;
using tests::XmlBook;

namespace {

std::string fault(const std::string& bytes, const std::string& name, const GridWish& wish = {}) {
  try {
    read_grid(bytes, name, wish);
  } catch (const Error& error) {
    return error.text().zh;
  }
  return {};
}

std::string repeated(std::string_view word, std::size_t times) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i) text += word;
  return text;
}

}  // namespace

TEST_CASE("a workbook of nothing but failed formulas is refused instead of filling the memory") {
  const XmlBook book{.sheets = {{.rows = {std::vector<tests::XmlCell>(4, {"t=\"e\"", ""}), std::vector<tests::XmlCell>(4, {"", "<f/>"})}}}};
  const std::string bytes = tests::workbook_of(book);
  const auto read = [&bytes](std::size_t most) {
    Workbook opened(bytes, "表.xlsx", {}, {.troubles = most});
    std::vector<SheetNote> notes;
    return opened.read_rows(0, notes).size();
  };
  CHECK(read(8) == 2);
  CHECK_THROWS_AS(read(7), Error);
}

TEST_CASE("a number format longer than Excel takes is none") {
  XmlBook book{.sheets = {{.rows = {{number_cell("12", 1), number_cell("12", 2)}}}}, .formats = {"0000", repeated("0", 5000)}};
  const Grid grid = read_grid(tests::workbook_of(book), "表.xlsx");
  CHECK(grid.rows.at(0).cell(0) == "0012");
  CHECK(grid.rows.at(0).cell(1) == "12");
}

TEST_CASE("merges over merges cost no more than the sheet has rows, and can be stopped") {
  XmlBook book{.sheets = {{.rows = {}, .merges = std::vector<std::string>(90'000, "A1:A1048576")}}};
  for (int i = 0; i < 20'000; ++i) book.sheets[0].rows.push_back({i == 0 ? text_cell("街") : tests::nothing_cell(), text_cell("店")});
  const std::string bytes = tests::workbook_of(book);
  const Grid grid = read_grid(bytes, "表.xlsx");
  REQUIRE(grid.rows.size() == 20'000);
  CHECK(grid.rows.back().cell(0) == "街");
  CHECK_THROWS_AS(read_grid(bytes, "表.xlsx", {.sheet = {}, .go_on = [](float share) { return share < 1; }}), Stopped);
}

TEST_CASE("words right of the last column that is read are told of, in workbooks and texts") {
  std::vector<tests::XmlCell> row(256, text_cell("格"));
  row.push_back(text_cell("外"));
  const Grid book = read_grid(tests::workbook_of(XmlBook{.sheets = {{.rows = {row}}}}), "表.xlsx");
  REQUIRE(book.notes.size() == 1);
  const Grid text = read_grid(repeated("格,", 256) + "外\n", "表.csv");
  CHECK(text.rows.at(0).cells.size() == 256);
  REQUIRE(text.notes.size() == 1);
  CHECK(text.notes[0].text.zh == book.notes[0].text.zh);
  CHECK(read_grid(repeated("格,", 256) + ",,,\n", "表.csv").notes.empty());
}

TEST_CASE("a text of commas or of line ends is refused or read within its limits") {
  CHECK(read_grid(std::string(20U << 20U, ',') + "\n", "逗号.csv").rows.at(0).cells.size() == 256);
  CHECK(fault(std::string(3U << 20U, '\n'), "空行.csv").find("行或格太多") != std::string::npos);
}

TEST_CASE("reading a text is stopped when somebody asks") {
  const std::string text = repeated("店名,地址\n", 50'000);
  int asked = 0;
  CHECK_THROWS_AS(read_grid(text, "表.csv", {.sheet = {}, .go_on = [&](float) { return ++asked < 3; }}), Stopped);
  CHECK(asked == 3);
}

TEST_CASE("a sheet's name asked of a text is said not to be there") {
  CHECK(fault("店名,地址\n", "表.csv", {.sheet = "六月", .go_on = {}}).find("没有工作表“六月”") != std::string::npos);
}

TEST_CASE("bytes that mean nothing: few are named, far too many are no table") {
  const Grid grid = read_grid(repeated("店面,", 40) + repeated("\xFF", 9) + "\n好的,店面\n", "表.csv");
  REQUIRE(grid.rows.size() == 2);
  REQUIRE(grid.rows[0].troubles.size() == 1);
  CHECK(grid.rows[0].troubles[0].reason.en.ends_with(repeated("FF ", 8) + "…"));
  CHECK(grid.rows[1].troubles.empty());
  CHECK(decode_sheet(std::string(1U << 20U, '\xFF')).bad.size() == kMostBadBytes);
  CHECK(fault(std::string(1U << 20U, '\xFF'), "坏.csv").find("不是表格") != std::string::npos);
}

TEST_CASE("a long list in GBK is taken for what it is") {
  const std::string text = repeated("\xC9\xCC\xBB\xA7\xC3\xFB\xB3\xC6,\xB5\xD8\xD6\xB7\n", 20'000);
  const DecodedText decoded = decode_sheet(text);
  CHECK(decoded.encoding == Encoding::Gb18030);
  CHECK(decoded.bad.empty());
}
