#include <doctest/doctest.h>

#include <chrono>
#include <cstdlib>
#include <random>

#include "content/error.h"
#include "content/tables/excel_number.h"
#include "content/tables/grid.h"
#include "content/tables/sheet.h"
#include "content/tables/workbook.h"
#include "tests/support/workbook_file.h"

using namespace content;
using namespace content::tables;
using tests::number_cell;
using tests::text_cell;
using tests::XmlBook;
using tests::XmlSheet;

namespace {

Grid read(const std::string& bytes, const std::string& sheet = {}) { return read_grid(bytes, "表.xlsx", {.sheet = sheet, .go_on = {}}); }

std::string fault(const std::string& bytes, const std::string& name = "表.xlsx") {
  try {
    read_grid(bytes, name);
  } catch (const Error& error) {
    return error.text().zh;
  }
  return {};
}

std::string fault_of_rows(const std::string& bytes, TableLimits limits) {
  try {
    Workbook book(bytes, "表.xlsx", {}, limits);
    std::vector<SheetNote> notes;
    book.read_rows(0, notes);
  } catch (const Error& error) {
    return error.text().en;
  }
  return {};
}

std::string says(const char* digits, const char* format) { return number_text(digits, number_format(200, format), DaySystem::From1900); }
std::string says(const char* digits, int id) { return number_text(digits, number_format(id, ""), DaySystem::From1900); }

const std::string kRelationsOpen =
    "<Relationships><Relationship Id=\"r1\" Type=\"x/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>";
const std::string kBookRelations = "<Relationships><Relationship Id=\"r1\" Type=\"x/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>";
const std::string kBook = "<workbook><sheets><sheet name=\"一\" r:id=\"r1\" xmlns:r=\"r\"/></sheets></workbook>";

// A workbook whose one sheet is this XML.
std::string with_sheet(const std::string& xml) {
  return tests::zip_of({{"_rels/.rels", kRelationsOpen}, {"xl/_rels/workbook.xml.rels", kBookRelations}, {"xl/workbook.xml", kBook}, {"xl/worksheets/sheet1.xml", xml}});
}

}  // namespace

TEST_CASE("a number reads as its cell shows it, and never as 1.88E+10") {
  CHECK(says("18763170669", "General") == "18763170669");
  CHECK(says("1.8763170669E10", "0.00E+00") == "18763170669");
  CHECK(says("39.799999999999997", "0.00") == "39.8");
  CHECK(says("1280", "#,##0.00\"元\"") == "1280");
  CHECK(says("0.85", "0%") == "85%");
  CHECK(says("0.14999999999999999", 10) == "15%");
  CHECK(says("7722810088", "00000000000") == "07722810088");
  CHECK(says("7722810088", "0000\\-0000000") == "0772-2810088");
  CHECK(says("-15", "G/通用格式") == "-15");
  CHECK(says("2024", "General") == "2024");
  CHECK(says("0", "0") == "0");
  CHECK(says("0.1", "0.0_ ") == "0.1");
  CHECK(says("not a number", "0") == "not a number");
}

TEST_CASE("dates and times read as days and hours in both day systems") {
  CHECK(says("44034", 14) == "2020-07-22");
  CHECK(says("44034", "yyyy\"年\"m\"月\"d\"日\";@") == "2020-07-22");
  CHECK(says("44034", "[$-804]yyyy年m月d日") == "2020-07-22");
  CHECK(says("44034", 31) == "2020-07-22");
  CHECK(says("44034", 57) == "2020-07-22");
  CHECK(says("44034.395833333336", "yyyy/m/d h:mm") == "2020-07-22 09:30");
  CHECK(says("44034.395833333336", 14) == "2020-07-22");
  CHECK(says("0.39583333333333331", "h:mm;@") == "09:30");
  CHECK(says("0.39583333333333331", "上午/下午h\"时\"mm\"分\"") == "09:30");
  CHECK(says("1.0833333333333333", "[h]:mm") == "26:00");
  CHECK(says("1", 14) == "1900-01-01");
  CHECK(says("61", 14) == "1900-03-01");
  CHECK(says("5", "0\"days\"") == "5");
  CHECK(says("5", "[Red]0") == "5");
  CHECK(says("-3", 14) == "-3");
  CHECK(number_text("42572", number_format(14, ""), DaySystem::From1904) == "2020-07-22");
  CHECK(lost_digits("4.5022119850101123E17"));
  CHECK_FALSE(lost_digits("18763170669"));
}

TEST_CASE("a sheet's cells of every type become their words") {
  XmlBook book{.sheets = {{.name = "商户",
                           .rows = {{tests::shared_cell(0), tests::shared_cell(1), text_cell("甲 & 乙"), {"t=\"str\"", "<f>A1</f><v>合成</v>"}},
                                    {},
                                    {{"t=\"b\"", "<v>1</v>"}, {"t=\"b\"", "<v>0</v>"}, {"t=\"e\"", "<f>1/0</f><v>#DIV/0!</v>"}, {"", "<f>NOW()</f>"}},
                                    {number_cell("44034", 1), number_cell("18835337406"), number_cell("450221198501011234"), {"t=\"d\"", "<v>2026-07-30T00:00:00</v>"}}}}},
               .shared = {"<r><rPr><b/></rPr><t>渡口</t></r><r><t>面馆</t></r><rPh sb=\"0\" eb=\"1\"><t>duko</t></rPh><phoneticPr fontId=\"1\"/>", "<t>一_x000D_\n二_x005F_x</t>"},
               .formats = {"yyyy/m/d"}};
  const Grid grid = read(tests::workbook_of(book));
  CHECK(grid.encoding == Encoding::Workbook);
  REQUIRE(grid.rows.size() == 3);
  CHECK(grid.rows[0].number == 1);
  CHECK(grid.rows[0].cells == std::vector<std::string>{"渡口面馆", "一\r\n二_x", "甲 & 乙", "合成"});
  CHECK(grid.rows[1].number == 3);
  CHECK(grid.rows[1].cells == std::vector<std::string>{"是", "否", "#DIV/0!"});
  REQUIRE(grid.rows[1].troubles.size() == 2);
  CHECK(grid.rows[1].troubles[0].reason.zh == "公式的结果是错误值");
  CHECK(grid.rows[1].troubles[1].column == 3);
  CHECK(grid.rows[2].cell(0) == "2020-07-22");
  CHECK(grid.rows[2].cell(1) == "18835337406");
  CHECK(grid.rows[2].cell(3) == "2026-07-30");
  REQUIRE(grid.rows[2].troubles.size() == 1);
  CHECK(grid.rows[2].troubles[0].column == 2);
}

TEST_CASE("the first sheet that is seen and not empty is read, and the others are named") {
  const std::vector<std::vector<tests::XmlCell>> one{{text_cell("商户名称")}, {text_cell("渡口面馆")}};
  XmlBook book{.sheets = {{.name = "说明"}, {.name = "旧表", .rows = one, .state = "hidden"}, {.name = "七月", .rows = one}, {.name = "六月", .rows = {{text_cell("店名")}}}}};
  const std::string bytes = tests::workbook_of(book);
  const Grid grid = read(bytes);
  CHECK(grid.sheet == 2);
  REQUIRE(grid.notes.size() == 1);
  CHECK(grid.notes[0].text.zh == "读的是工作表“七月”；没有读的：“说明”、“旧表”（隐藏）、“六月”");
  CHECK(read(bytes, "六月").rows[0].cell(0) == "店名");
  CHECK(read(bytes, "旧表").rows.size() == 2);
  CHECK_THROWS_WITH_AS(read(bytes, "五月"), doctest::Contains("五月"), Error);
  CHECK(fault(tests::workbook_of({.sheets = {{.name = "空"}}})).find("都是空的") != std::string::npos);
}

TEST_CASE("a value merged over rows stands in each, a title merged over columns once, hidden rows are told") {
  XmlSheet sheet{.rows = {{text_cell("双拥商户登记表")},
                          {text_cell("街区"), text_cell("店名"), text_cell("联系")},
                          {tests::nothing_cell(), tests::nothing_cell(), text_cell("电话"), text_cell("负责人")},
                          {text_cell("江滩"), text_cell("渡口面馆")},
                          {tests::nothing_cell(), text_cell("明眸眼镜")},
                          {tests::nothing_cell(), text_cell("江畔书屋")}},
                 .merges = {"A1:D1", "A2:A3", "B2:B3", "C2:D2", "A4:A6", "ZZZ1:A9", "A6:A1048576", "X:Y"},
                 .hidden_rows = {5}};
  const Grid grid = read(tests::workbook_of({.sheets = {sheet}}));
  REQUIRE(grid.rows.size() == 6);
  CHECK(grid.rows[0].cells.size() == 1);
  CHECK(grid.rows[2].cells == std::vector<std::string>{"街区", "店名", "电话", "负责人"});
  CHECK(grid.rows[5].cell(0) == "江滩");
  CHECK(grid.rows[4].hidden);
  REQUIRE(grid.notes.size() == 1);
  CHECK(grid.notes[0].text.zh.find("第 5 行") != std::string::npos);
  // Two rows of headers: the lower one names the most columns.
  const Layout layout = guess_layout(kind_spec(Kind::Merchant), grid);
  CHECK(layout.header_row == 3);
  REQUIRE(guess_kind(grid) != nullptr);
  CHECK(guess_kind(grid)->kind == Kind::Merchant);
}

TEST_CASE("rows and cells without numbers follow each other, and letter case of parts does not count") {
  const Grid grid = read(tests::zip_of({{"_rels/.rels", kRelationsOpen},
                                        {"xl/_rels/workbook.xml.rels", kBookRelations},
                                        {"XL/Workbook.xml", kBook},
                                        {"xl/Worksheets/sheet1.xml",
                                         "<x:worksheet xmlns:x=\"m\"><x:sheetData><x:row><x:c t=\"str\"><x:v>a</x:v></x:c><x:c t=\"str\"><x:v>b</x:v></x:c></x:row>"
                                         "<x:row><x:c/><x:c><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>"}}));
  REQUIRE(grid.rows.size() == 2);
  CHECK(grid.rows[0].cells == std::vector<std::string>{"a", "b"});
  CHECK(grid.rows[1].number == 2);
  CHECK(grid.rows[1].cell(1) == "7");
}

TEST_CASE("what is no workbook is refused with the way out") {
  const std::string old_file = std::string("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") + std::string(600, '\0');
  const auto named = [&](const std::string& stream) {
    std::string bytes = old_file;
    for (const char c : stream) bytes += std::string{c, '\0'};
    return bytes;
  };
  struct Case {
    std::string bytes, says;
  };
  const Case cases[] = {
      {named("Workbook"), "另存为 .xlsx"},
      {named("EncryptedPackage"), "密码"},
      {named("WordDocument"), "Word"},
      {"PK\x03\x04 nothing more", "另存为 .xlsx"},
      {tests::zip_of({{"a.txt", "hello"}}), "压缩包"},
      {tests::zip_of({{"mimetype", "x"}, {"content.xml", "<x/>"}}), ".ods"},
      {tests::zip_of({{"_rels/.rels", "<Relationships><Relationship Type=\"a/officeDocument\" Target=\"word/document.xml\"/></Relationships>"}, {"word/document.xml", "<x/>"}}), "Word"},
      {tests::zip_of({{"_rels/.rels", "<Relationships><Relationship Type=\"a/officeDocument\" Target=\"xl/workbook.bin\"/></Relationships>"}, {"xl/workbook.bin", "x"}}), ".xlsb"},
      {tests::zip_of({{"_rels/.rels", kRelationsOpen}}), "损坏"},
      {tests::zip_of({{"_rels/.rels", kRelationsOpen}, {"xl/workbook.xml", kBook}}, "geheim"), "密码"},
      {with_sheet("<worksheet><sheetData><row>"), "损坏"},
      {with_sheet("<worksheet><sheetData><row><c t=\"s\"><v>5</v></c></row></sheetData></worksheet>"), "损坏"},
      {with_sheet("<worksheet><sheetData><row r=\"99999999\"><c><v>5</v></c></row></sheetData></worksheet>"), "损坏"},
      {"<html><table><tr><td>商户名称</td></tr></table></html>", "网页"},
      {std::string("\x00\x01\x02\x03", 4), "不是表格"},
      {"", "空文件"},
  };
  for (const Case& one : cases) {
    const std::string sentence = fault(one.bytes);
    CAPTURE(one.says);
    CAPTURE(sentence);
    CHECK(sentence.find(one.says) != std::string::npos);
    CHECK(sentence.starts_with("表.xlsx"));
  }
}

TEST_CASE("bombs cost neither memory nor time") {
  const auto begun = std::chrono::steady_clock::now();
  const std::string laughs =
      "<!DOCTYPE w [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]>"
      "<worksheet><sheetData><row><c t=\"str\"><v>&c;</v></c></row></sheetData></worksheet>";
  CHECK(fault(with_sheet(laughs)).find("损坏") != std::string::npos);
  CHECK(fault(with_sheet("<!DOCTYPE w SYSTEM \"file:///etc/passwd\"><worksheet/>")).find("损坏") != std::string::npos);
  std::string deep;
  for (int i = 0; i < 20'000; ++i) deep += "<a>";
  CHECK(fault(with_sheet(deep)).find("损坏") != std::string::npos);
  CHECK(fault(with_sheet("<worksheet a=\"" + std::string(6U << 20U, 'x') + "\"/>")).find("损坏") != std::string::npos);
  // A cell at the far right of every row, and a string that every cell repeats.
  std::string wide = "<worksheet><sheetData>";
  for (int i = 0; i < 500; ++i) wide += "<row><c r=\"IV1\" t=\"str\"><v>x</v></c></row>";
  CHECK(fault_of_rows(with_sheet(wide + "</sheetData></worksheet>"), {.cells = 100'000}).find("too large") != std::string::npos);
  XmlBook repeats{.sheets = {{}}, .shared = {"<t>" + std::string(10'000, 'y') + "</t>"}};
  for (int i = 0; i < 200; ++i) repeats.sheets[0].rows.push_back({tests::shared_cell(0)});
  CHECK(fault_of_rows(tests::workbook_of(repeats), {.text = 1'000'000}).find("too large") != std::string::npos);
  CHECK(fault_of_rows(tests::workbook_of(repeats), {}).empty());
  XmlBook strings{.sheets = {{}}, .shared = std::vector<std::string>(500)};
  CHECK(fault_of_rows(tests::workbook_of(strings), {.strings = 400}).find("too large") != std::string::npos);
  std::vector<std::pair<std::string, std::string>> many;
  for (int i = 0; i < 200; ++i) many.emplace_back(std::to_string(i), "");
  const std::string archive = tests::zip_of(many);
  CHECK_THROWS_AS(ZipParts(archive, "表.xlsx", {.parts = 100}), Error);
  CHECK(std::chrono::steady_clock::now() - begun < std::chrono::seconds(20));
}

TEST_CASE("an archive that unpacks to more than it may is stopped, whatever it declares") {
  const std::string bomb = with_sheet(std::string(3U << 20U, ' '));
  ZipParts parts(bomb, "表.xlsx", {.parts = 100, .unpacked = 1U << 20U});
  std::size_t seen = 0;
  const auto count = [&](std::string_view piece) { seen += piece.size(); };
  CHECK_THROWS_WITH_AS(parts.read("xl/worksheets/sheet1.xml", count), doctest::Contains("表.xlsx"), Error);
  CHECK(seen == 0);
  // The same with a size in the directory that is a lie.
  std::string lie = bomb;
  const std::size_t name = lie.rfind("xl/worksheets/sheet1.xml");
  for (std::size_t i = 0; i < 4; ++i) lie[name - 46 + 24 + i] = i == 0 ? '\x10' : '\0';
  ZipParts lying(lie, "表.xlsx", {.parts = 100, .unpacked = 1U << 20U});
  CHECK_THROWS_AS(lying.read("xl/worksheets/sheet1.xml", count), Error);
  CHECK(seen <= (2U << 20U));
}

TEST_CASE("a damaged workbook is read or refused, byte by byte") {
  std::vector<std::vector<std::string>> rows{{"商户名称", "类别", "电话"}};
  for (int i = 0; i < 30; ++i) rows.push_back({"渡口面馆" + std::to_string(i), "餐饮", "5550 01" + std::to_string(10 + i)});
  const std::string whole = tests::workbook_of(rows);
  std::mt19937 random(11);
  const int rounds = std::getenv("SHUANGYONG_LONG") != nullptr ? 20'000 : 300;
  int refused = 0;
  for (int i = 0; i < rounds; ++i) {
    std::string bytes = whole;
    const int flips = 1 + static_cast<int>(random() % 4);
    for (int flip = 0; flip < flips; ++flip) bytes[random() % bytes.size()] = static_cast<char>(random());
    if (i % 5 == 0) bytes.resize(random() % bytes.size());
    try {
      read_grid(bytes, "表.xlsx");
    } catch (const Error& error) {
      ++refused;
      CHECK(error.text().zh.starts_with("表.xlsx"));
    }
  }
  CHECK(refused > 0);
}

TEST_CASE("reading tells how far it is and stops when asked") {
  std::vector<std::vector<std::string>> rows{{"商户名称"}};
  for (int i = 0; i < 5000; ++i) rows.push_back({"和平里" + std::to_string(i) + "号店"});
  const std::string bytes = tests::workbook_of(rows);
  float last = -1;
  const Grid grid = read_grid(bytes, "表.xlsx", {.sheet = {}, .go_on = [&](float share) {
                                                   CHECK(share >= last);
                                                   CHECK(share <= 1);
                                                   last = share;
                                                   return true;
                                                 }});
  CHECK(grid.rows.size() == 5001);
  CHECK(last > 0.4F);
  CHECK_THROWS_AS(read_grid(bytes, "表.xlsx", {.sheet = {}, .go_on = [](float share) { return share < 0.4F; }}), tables::Stopped);
}
