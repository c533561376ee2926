#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "content/error.h"
#include "tests/content/tables_support.h"

using namespace content;
using content::tables::ImportReport;

namespace fs = std::filesystem;

TEST_CASE(
    "an office's list with titles, districts, totals and signatures gives its shops and says which rows are bad") {
  const TableOffice office;
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
  const TableOffice office;
  CHECK(office.import(Kind::Merchant, kMerchants).created == 2);
  const ImportReport again = office.import(Kind::Merchant, kMerchants);
  CHECK(again.created == 0);
  CHECK(again.changed == 0);
  CHECK(again.same == 2);
  CHECK(office.store->list(Kind::Merchant)[0].revision == 1);
}

TEST_CASE("a corrected list changes what it says and leaves the columns it does not have") {
  const TableOffice office;
  office.import(Kind::Merchant, kMerchants);
  const ImportReport report = office.import(
      Kind::Merchant, "店名,地址,联系电话\n渡口面馆,江滩双拥街 12 号,5550 0199\n春和大药房,江滩双拥街 14 号,\n");
  CHECK(report.changed == 2);
  const std::vector<Record> shops = office.store->list(Kind::Merchant);
  CHECK(value(shops[0], "phone") == "5550 0199");
  CHECK(value(shops[0], "category") == "餐饮");
  CHECK(value(shops[1], "phone").empty());
}

TEST_CASE("a trial import counts and writes nothing") {
  const TableOffice office;
  const ImportReport report = office.import(Kind::Merchant, kMerchants, false, true);
  CHECK(report.created == 2);
  CHECK_FALSE(report.written);
  CHECK(office.store->list(Kind::Merchant).empty());
}

TEST_CASE("articles may name each other and take their text from files beside the table") {
  const TableOffice office;
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
  const TableOffice office;
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
  const TableOffice office;
  office.import(Kind::Series, "名称,名称（英文）\n优待怎么用,Using your card\n");
  office.import(Kind::Series, "名称,一句话\n优待怎么用,带什么证\n");
  CHECK(value(office.store->list(Kind::Series).front(), "english.name") == "Using your card");
  office.import(Kind::Series, "名称,名称（英文）\n优待怎么用,\n");
  CHECK_FALSE(office.store->list(Kind::Series).front().body.contains("english"));
}

TEST_CASE("hosts are read as people copy them") {
  const TableOffice office;
  const ImportReport report = office.import(
      Kind::City,
      "城市,创建口号,宣传标题,光荣榜标题,好物标题,可扫码网站\n江城市,甲,乙,丙,丁,https://Shop.Example.cn/；example.com\n");
  CHECK(report.bad == 0);
  CHECK(value(office.store->list(Kind::City).front(), "link_hosts") == R"(["shop.example.cn","example.com"])");
}

TEST_CASE("columns nobody knows are named and left out") {
  const TableOffice office;
  const ImportReport report =
      office.import(Kind::Merchant, "店名\t地址\t经营类别\t微信号\n渡口面馆\t江滩双拥街 12 号\t餐饮\tdukou\n");
  CHECK(report.created == 1);
  REQUIRE_FALSE(report.notes.empty());
  CHECK(report.notes[0].text.zh.find("微信号") != std::string::npos);
}
