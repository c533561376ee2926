#include <doctest/doctest.h>

#include <chrono>
#include <string>
#include <vector>

#include "content/error.h"
#include "tests/content/tables_support.h"
#include "content/tables/csv.h"
#include "tests/support/workbook_file.h"

using namespace content;
using content::tables::ImportReport;

TEST_CASE("a long list is imported quickly") {
  constexpr int kRows = 2000;
  std::string sheet = "商户名称,类别,地址,电话,营业时间,优惠,承诺书编号,签约日期\n";
  for (int i = 0; i < kRows; ++i) {
    const std::string n = std::to_string(i);
    sheet += "面馆" + n + ",餐饮,江滩双拥街" + n + "号,5550 0101,每天 6:30-21:30,全单八折,JT-" + n + ",2024-02-18\n";
  }
  const TableOffice office;
  const auto start = std::chrono::steady_clock::now();
  const ImportReport report = office.import(Kind::Merchant, sheet);
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
  CHECK(report.created == kRows);
  MESSAGE("imported ", static_cast<int>(kRows / seconds.count()), " rows/s");
}

TEST_CASE("a workbook gives the same report as the text table with the same cells") {
  const std::vector<std::vector<std::string>> rows{{"江城市双拥商户登记表"},
                                                   {"店名", "类别", "地址", "电话", "展示结束"},
                                                   {"渡口面馆", "餐饮", "江滩 1 号", "5550 0101", "2027-01-01"},
                                                   {"", "餐饮", "江滩 2 号", "5550 0102", "2027-01-01"},
                                                   {"明眸眼镜", "零售", "江滩 3 号", "1.87632E+10", "2024年2月30日"},
                                                   {"渡口面馆", "餐饮", "江滩 1 号", "5550 0101", "2027-01-01"},
                                                   {"合计", "3"}};
  std::string csv;
  for (const auto& row : rows) csv += tables::csv_line(row);
  const TableOffice from_text;
  const TableOffice from_book;
  const ImportReport text = from_text.import(Kind::Merchant, csv, true);
  const ImportReport book = from_book.import_file(Kind::Merchant, from_book.write("表.xlsx", tests::workbook_of(rows)), true);
  CHECK(text.encoding == tables::Encoding::Utf8);
  CHECK(book.encoding == tables::Encoding::Workbook);
  CHECK(book.header_row == 2);
  CHECK(book.created == 1);
  CHECK(book.repeated == 1);
  REQUIRE(book.bad == 2);
  CHECK(book.written);
  REQUIRE(book.faults.size() == text.faults.size());
  for (std::size_t i = 0; i < book.faults.size(); ++i) {
    CHECK(book.faults[i].row == text.faults[i].row);
    CHECK(book.faults[i].column == text.faults[i].column);
    CHECK(book.faults[i].value == text.faults[i].value);
    CHECK(book.faults[i].reason.zh == text.faults[i].reason.zh);
  }
  REQUIRE(book.notes.size() == text.notes.size());
  CHECK(from_book.store->list(Kind::Merchant)[0].body == from_text.store->list(Kind::Merchant)[0].body);
}

TEST_CASE("a plan is written whole or not at all, and says what each row would do") {
  const TableOffice office;
  office.import(Kind::Merchant, kMerchants);
  const KindSpec& spec = kind_spec(Kind::Merchant);
  const tables::Grid grid = tables::read_grid(
      "商户名称,类别,地址,电话\n渡口面馆,面食,江滩双拥街 12 号,5550 0101\n春和大药房,医药,江滩双拥街 14 号,5550 0102\n新店,餐饮,江滩 1 号,\n新店,餐饮,江滩 1 号,\n坏店,餐饮,江滩 9 号,坏\n", "表.csv");
  tables::Layout layout = tables::guess_layout(spec, grid);
  layout.corrections[{6, 3}] = "5550 0109";
  const auto plan_now = [&] { return tables::plan_table(*office.store, spec, tables::lay_out(spec, grid, layout, "表.csv"), {}); };
  tables::ImportPlan plan = plan_now();
  REQUIRE(plan.rows.size() == 5);
  CHECK(plan.rows[0].fate == tables::RowFate::Changed);
  REQUIRE(plan.rows[0].changed.size() == 1);
  CHECK(plan.rows[0].changed[0]->key == "category");
  CHECK(plan.rows[1].fate == tables::RowFate::Same);
  CHECK(plan.rows[2].fate == tables::RowFate::New);
  CHECK(plan.rows[3].fate == tables::RowFate::Repeated);
  CHECK(plan.rows[3].first_row == 4);
  CHECK(plan.rows[4].fate == tables::RowFate::New);

  // Somebody changes a record between the plan and the writing.
  const Record noodles = office.store->list(Kind::Merchant)[0];
  nlohmann::json other = noodles.body;
  other["phone"] = "5550 0777";
  office.store->edit(noodles.id, noodles.revision, other, "编辑");
  CHECK_THROWS_AS(tables::write_plan(*office.store, spec, plan, "编辑"), Error);
  CHECK(office.store->list(Kind::Merchant).size() == 2);

  plan = plan_now();
  CHECK_THROWS_AS(tables::write_plan(*office.store, spec, plan, "编辑", [](std::size_t, std::size_t) { return false; }), tables::Stopped);
  CHECK(office.store->list(Kind::Merchant).size() == 2);
  const auto written = tables::write_plan(*office.store, spec, plan, "编辑");
  REQUIRE(written.size() == 3);
  CHECK(written[0].before == 2);
  CHECK(written[0].after == 3);
  CHECK(written[1].before == 0);

  layout.left_out.insert(4);
  CHECK(plan_now().rows.size() == 4);
}
