#include <doctest/doctest.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>

#include "content/error.h"
#include "content/ids.h"
#include "content/office_store.h"
#include "content/tables/csv.h"
#include "content/tables/import.h"
#include "tests/support/workbook_file.h"

using namespace content;
using content::tables::import_table;
using content::tables::ImportOptions;
using content::tables::ImportReport;

namespace {

namespace fs = std::filesystem;

// A folder for one test, and an office with one editor.
class Office {
 public:
  Office() : folder_(fs::temp_directory_path() / ("tables-" + make_uuid_v7())), store(OfficeStore::in_memory()) {
    fs::create_directories(folder_);
    store->add_person("编辑", Role::Editor);
  }
  ~Office() { fs::remove_all(folder_); }

  fs::path write(const std::string& name, const std::string& text) const {
    const fs::path path = folder_ / name;
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
    return path;
  }
  ImportReport import(Kind kind, const std::string& text, bool skip_bad = false, bool dry_run = false) const {
    return import_file(kind, write("sheet.csv", text), skip_bad, dry_run);
  }
  ImportReport import_file(Kind kind, const fs::path& file, bool skip_bad = false, bool dry_run = false) const {
    ImportOptions options{.file = file, .by = "编辑", .skip_bad = skip_bad, .dry_run = dry_run, .bring_media = {}};
    return import_table(*store, kind_spec(kind), options);
  }

 private:
  fs::path folder_;

 public:
  std::unique_ptr<OfficeStore> store;
};

std::string value(const Record& record, std::string_view key) {
  const nlohmann::json* found = value_at(record.body, key);
  return found == nullptr ? "" : found->is_string() ? found->get<std::string>() : found->dump();
}

const char* const kMerchants =
    "商户名称,类别,地址,电话\n渡口面馆,餐饮,江滩双拥街 12 号,5550 0101\n春和大药房,医药,江滩双拥街 14 号,5550 0102\n";

}  // namespace

TEST_CASE(
    "an office's list with titles, districts, totals and signatures gives its shops and says which rows are bad") {
  const Office office;
  const ImportReport report =
      office.import_file(Kind::Merchant, fs::path(TABLES_TEST_DATA) / "merchants_dirty.csv", true);
  CHECK(report.encoding == tables::Encoding::Gb18030);
  CHECK(report.header_row == 4);
  CHECK(report.created == 5);
  CHECK(report.repeated == 1);
  REQUIRE(report.faults.size() == 3);
  CHECK(report.faults[0].row == 16);
  CHECK(report.faults[0].column == "店 名");
  CHECK(report.faults[1].row == 17);
  CHECK(report.faults[1].column == "联系方式");
  CHECK(report.faults[1].value == "1.87632E+10");
  CHECK(report.faults[2].row == 18);
  CHECK(report.faults[2].value == "2024年2月30日");
  CHECK(report.written);

  const std::vector<Record> shops = office.store->list(Kind::Merchant);
  REQUIRE(shops.size() == 5);
  CHECK(value(shops[0], "name") == "渡口面馆");
  CHECK(value(shops[0], "phone") == "18763170669");
  CHECK(value(shops[0], "pledge.signed_on") == "2024-02-18");
  CHECK(shops[0].body.at("offers").at(0).at("pay_percent") == 80);
  CHECK(value(shops[1], "name") == "㛃䶮书屋");
  CHECK(value(shops[1], "phone") == "0772-2810088");
  CHECK(value(shops[1], "pledge.signed_on") == "2024-03-01");
  CHECK(value(shops[2], "name") == "𠮷祥面馆");
  CHECK(value(shops[2], "phone").empty());
  CHECK_FALSE(shops[2].body.contains("offers"));
  CHECK(value(shops[2], "pledge.signed_on") == "2024-03-01");
  CHECK(value(shops[3], "address") == "和平里双拥街5号");
  CHECK(value(shops[4], "hours.text") == "节假日不休");
}

TEST_CASE("a second import of the same list changes nothing") {
  const Office office;
  CHECK(office.import(Kind::Merchant, kMerchants).created == 2);
  const ImportReport again = office.import(Kind::Merchant, kMerchants);
  CHECK(again.created == 0);
  CHECK(again.changed == 0);
  CHECK(again.same == 2);
  CHECK(office.store->list(Kind::Merchant)[0].revision == 1);
}

TEST_CASE("a corrected list changes what it says and leaves the columns it does not have") {
  const Office office;
  office.import(Kind::Merchant, kMerchants);
  const ImportReport report = office.import(
      Kind::Merchant, "店名,地址,联系电话\n渡口面馆,江滩双拥街 12 号,5550 0199\n春和大药房,江滩双拥街 14 号,\n");
  CHECK(report.changed == 2);
  const std::vector<Record> shops = office.store->list(Kind::Merchant);
  CHECK(value(shops[0], "phone") == "5550 0199");
  CHECK(value(shops[0], "category") == "餐饮");
  CHECK(value(shops[1], "phone").empty());
}

TEST_CASE("one bad row keeps the whole table out, unless bad rows are skipped") {
  const Office office;
  const std::string sheet = std::string(kMerchants) + ",餐饮,江滩双拥街 16 号,5550 0103\n";
  const ImportReport refused = office.import(Kind::Merchant, sheet);
  CHECK_FALSE(refused.written);
  CHECK(refused.bad == 1);
  CHECK(office.store->list(Kind::Merchant).empty());
  const ImportReport taken = office.import(Kind::Merchant, sheet, true);
  CHECK(taken.written);
  CHECK(office.store->list(Kind::Merchant).size() == 2);
}

TEST_CASE("a trial import counts and writes nothing") {
  const Office office;
  const ImportReport report = office.import(Kind::Merchant, kMerchants, false, true);
  CHECK(report.created == 2);
  CHECK_FALSE(report.written);
  CHECK(office.store->list(Kind::Merchant).empty());
}

TEST_CASE("two rows for one shop that say different things are refused") {
  const Office office;
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
    const Office office;
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
  const Office office;
  const ImportReport report =
      office.import(Kind::Merchant, std::string(kMerchants) + "坏\xFF店,餐饮,江滩双拥街 16 号,5550 0103\n", true);
  CHECK(report.created == 2);
  REQUIRE(report.faults.size() == 1);
  CHECK(report.faults[0].row == 4);
  CHECK(report.faults[0].reason.en.find("FF") != std::string::npos);
}

TEST_CASE("a file that is no table is refused with a sentence") {
  const Office office;
  for (const std::string& bytes : {std::string(), std::string("PK\x03\x04zip"), std::string("\x89PNG\0\0", 6),
                                   std::string("甲,乙\n1,2\n"), std::string("商户名称,地址\n\"渡口面馆,江滩\n")}) {
    CAPTURE(bytes);
    CHECK_THROWS_AS(office.import(Kind::Merchant, bytes), Error);
  }
  CHECK_THROWS_AS(office.import_file(Kind::Merchant, "/nowhere/sheet.csv"), Error);
  CHECK_THROWS_AS(office.import_file(Kind::Merchant, fs::temp_directory_path()), Error);
}

TEST_CASE("articles may name each other and take their text from files beside the table") {
  const Office office;
  office.write("texts/first.md", "第一段\r\n\r\n## 小标题\r\n");
  const ImportReport report = office.import(
      Kind::Article,
      "标题;栏目;日期;正文;读完再看\n甲篇;活动动态;2026/7/1;@texts/first.md;乙篇\n乙篇;政策法规;2026/7/2;正文;甲篇\n");
  CHECK(report.faults.empty());
  const std::vector<Record> articles = office.store->list(Kind::Article);
  REQUIRE(articles.size() == 2);
  CHECK(value(articles[0], "body") == "第一段\n\n## 小标题");
  CHECK(value(articles[0], "read_next") == articles[1].id.text);
  CHECK(value(articles[1], "read_next") == articles[0].id.text);
}

TEST_CASE("English columns, whatever their header, become the record's English texts") {
  const Office office;
  const ImportReport report =
      office.import(Kind::Merchant,
                    "店名,店名（英文）,category_en,类别,地址,Pledge in English\n"
                    "渡口面馆,Ferry Noodles,Food,餐饮,江滩双拥街 12 号,Tea first.\n春和大药房,,,医药,江滩双拥街 14 号,\n");
  CHECK(report.created == 2);
  CHECK(report.bad == 0);
  const auto records = office.store->list(Kind::Merchant);
  REQUIRE(records.size() == 2);
  CHECK(value(records[0], "english.name") == "Ferry Noodles");
  CHECK(value(records[0], "english.category") == "Food");
  CHECK(value(records[0], "english.pledge.words") == "Tea first.");
  CHECK_FALSE(records[1].body.contains("english"));
}

TEST_CASE("an English cell that is emptied takes the English away, a table without the column keeps it") {
  const Office office;
  office.import(Kind::Series, "名称,名称（英文）\n优待怎么用,Using your card\n");
  office.import(Kind::Series, "名称,一句话\n优待怎么用,带什么证\n");
  CHECK(value(office.store->list(Kind::Series).front(), "english.name") == "Using your card");
  office.import(Kind::Series, "名称,名称（英文）\n优待怎么用,\n");
  CHECK_FALSE(office.store->list(Kind::Series).front().body.contains("english"));
}

TEST_CASE("hosts are read as people copy them") {
  const Office office;
  const ImportReport report = office.import(
      Kind::City,
      "城市,创建口号,宣传标题,光荣榜标题,好物标题,可扫码网站\n江城市,甲,乙,丙,丁,https://Shop.Example.cn/；example.com\n");
  CHECK(report.bad == 0);
  CHECK(value(office.store->list(Kind::City).front(), "link_hosts") == R"(["shop.example.cn","example.com"])");
}

TEST_CASE("columns nobody knows are named and left out") {
  const Office office;
  const ImportReport report =
      office.import(Kind::Merchant, "店名\t地址\t经营类别\t微信号\n渡口面馆\t江滩双拥街 12 号\t餐饮\tdukou\n");
  CHECK(report.created == 1);
  REQUIRE_FALSE(report.notes.empty());
  CHECK(report.notes[0].text.zh.find("微信号") != std::string::npos);
}

TEST_CASE("a long list is imported quickly") {
  constexpr int kRows = 2000;
  std::string sheet = "商户名称,类别,地址,电话,营业时间,优惠,承诺书编号,签约日期\n";
  for (int i = 0; i < kRows; ++i) {
    const std::string n = std::to_string(i);
    sheet += "面馆" + n + ",餐饮,江滩双拥街" + n + "号,5550 0101,每天 6:30-21:30,全单八折,JT-" + n + ",2024-02-18\n";
  }
  const Office office;
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
  const Office from_text;
  const Office from_book;
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

TEST_CASE("a cell whose formula failed keeps its row out") {
  const Office office;
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

TEST_CASE("a plan is written whole or not at all, and says what each row would do") {
  const Office office;
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
