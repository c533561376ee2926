#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "content/error.h"
#include "tests/content/tables_support.h"
#include "tests/support/workbook_file.h"

using namespace content;
using content::tables::ImportReport;

namespace fs = std::filesystem;

TEST_CASE("one bad row keeps the whole table out, unless bad rows are skipped") {
  const TableOffice office;
  const std::string sheet = std::string(kMerchants) + ",餐饮,江滩双拥街 16 号,5550 0103\n";
  const ImportReport refused = office.import(Kind::Merchant, sheet);
  CHECK_FALSE(refused.written);
  CHECK(refused.bad == 1);
  CHECK(office.store->list(Kind::Merchant).empty());
  const ImportReport taken = office.import(Kind::Merchant, sheet, true);
  CHECK(taken.written);
  CHECK(office.store->list(Kind::Merchant).size() == 2);
}

TEST_CASE("two rows for one shop that say different things are refused") {
  const TableOffice office;
  const ImportReport report =
      office.import(Kind::Merchant, std::string(kMerchants) + "渡口面馆,小吃,江滩双拥街 12 号,5550 0101\n");
  CHECK(report.bad == 1);
  REQUIRE(report.faults.size() == 1);
  CHECK(report.faults[0].row == 4);
}

TEST_CASE("a cell that cannot be used names its row, column and what to do") {
  struct Case {
    Kind kind;
    const char* sheet;
    const char* column;
    const char* cell;
  };
  const std::vector<Case> cases = {
      {Kind::Figure, "姓名,类别,年度\n周念慈,劳动模范,2024\n", "类别", "劳动模范"},
      {Kind::Figure, "姓名,类别,年度\n周念慈,兵妈妈,甲子\n", "年度", "甲子"},
      {Kind::Figure, "姓名,类别,荣誉\n周念慈,兵妈妈,05年市级表彰\n", "荣誉", "05年市级表彰"},
      {Kind::Figure, "姓名,类别,照片\n周念慈,兵妈妈,portraits/none.svg\n", "照片", "portraits/none.svg"},
      {Kind::Product, "品名,类别,价格\n百花蜜,茶与蜜,面议\n", "价格", "面议"},
      {Kind::Product, "品名,类别,当季月份\n百花蜜,茶与蜜,5、13\n", "当季月份", "5、13"},
      {Kind::Product, "品名,类别,背景色\n百花蜜,茶与蜜,red\n", "背景色", "red"},
      {Kind::Product, "品名,类别,在哪里买\n百花蜜,茶与蜜,江滩集合店\n", "在哪里买", "江滩集合店"},
      {Kind::Product, "品名,类别,光荣榜人物\n百花蜜,茶与蜜,没有这人\n", "光荣榜人物", "没有这人"},
      {Kind::Article, "标题,栏目,日期,正文\n一篇,活动动态,2026-07-30,@texts/none.md\n", "正文", "@texts/none.md"},
      {Kind::Article, "标题,栏目,日期,正文\n一篇,活动动态,2026-07-30,@../secret.md\n", "正文", "@../secret.md"},
      {Kind::Article, "标题,栏目,日期,正文,头条\n一篇,活动动态,2026-07-30,文,也许\n", "头条", "也许"},
      {Kind::Merchant, "商户名称,类别,示意图X\n渡口面馆,餐饮,左边\n", "示意图X", "左边"},
      {Kind::Merchant, "商户名称,类别,示意图X,示意图Y\n渡口面馆,餐饮,1.5,0.5\n", "示意图X", "1.5"},
      {Kind::Merchant, "商户名称,类别,招牌区\n渡口面馆,餐饮,0.1 0.2\n", "招牌区", "0.1 0.2"},
  };
  for (const Case& one : cases) {
    const std::string sheet = one.sheet;
    CAPTURE(sheet);
    const TableOffice office;
    const ImportReport report = office.import(one.kind, one.sheet);
    REQUIRE(report.faults.size() == 1);
    CHECK(report.faults[0].row == 2);
    CHECK(report.faults[0].column == one.column);
    CHECK(report.faults[0].value == one.cell);
    CHECK_FALSE(report.faults[0].reason.zh.empty());
    CHECK_FALSE(report.faults[0].advice.en.empty());
  }
}

TEST_CASE("bytes that cannot be decoded refuse their row only") {
  const TableOffice office;
  const ImportReport report =
      office.import(Kind::Merchant, std::string(kMerchants) + "坏\xFF店,餐饮,江滩双拥街 16 号,5550 0103\n", true);
  CHECK(report.created == 2);
  REQUIRE(report.faults.size() == 1);
  CHECK(report.faults[0].row == 4);
  CHECK(report.faults[0].reason.en.find("FF") != std::string::npos);
}

TEST_CASE("a file that is no table is refused with a sentence") {
  const TableOffice office;
  for (const std::string& bytes : {std::string(), std::string("PK\x03\x04zip"), std::string("\x89PNG\0\0", 6),
                                   std::string("甲,乙\n1,2\n"), std::string("商户名称,地址\n\"渡口面馆,江滩\n")}) {
    CAPTURE(bytes);
    CHECK_THROWS_AS(office.import(Kind::Merchant, bytes), Error);
  }
  CHECK_THROWS_AS(office.import_file(Kind::Merchant, "/nowhere/sheet.csv"), Error);
  CHECK_THROWS_AS(office.import_file(Kind::Merchant, fs::temp_directory_path()), Error);
}

TEST_CASE("a cell whose formula failed keeps its row out") {
  const TableOffice office;
  tests::XmlBook book{.sheets = {{.rows = {{tests::text_cell("商户名称"), tests::text_cell("类别"), tests::text_cell("备注")},
                                           {tests::text_cell("渡口面馆"), {"t=\"e\"", "<v>#REF!</v>"}},
                                           {tests::text_cell("明眸眼镜"), tests::text_cell("零售"), {"t=\"e\"", "<v>#REF!</v>"}}}}}};
  const ImportReport report = office.import_file(Kind::Merchant, office.write("表.xlsx", tests::workbook_of(book)), true);
  REQUIRE(report.faults.size() == 1);
  CHECK(report.faults[0].row == 2);
  CHECK(report.faults[0].value == "#REF!");
  CHECK(report.faults[0].place == 1);
  CHECK(report.created == 1);
}
