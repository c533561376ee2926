#include "admin/workspace/import_session.h"

#include <doctest/doctest.h>

#include <chrono>
#include <fstream>
#include <sstream>
#include <thread>

#include "admin/workspace/deeds.h"
#include "admin/workspace/records.h"
#include "content/kinds.h"
#include "tests/admin/workspace/import_office.h"

using admin::ImportSession;
using admin::ImportStep;
using admin::RowSieve;
using content::Kind;
using content::tables::RowFate;

using namespace tests::importing;
namespace fs = std::filesystem;

TEST_CASE("a workbook goes through its steps, is corrected on the way, written whole and taken back by one undo") {
  Office desk;
  ImportSession session(desk.office, content::kind_spec(Kind::Merchant));
  session.open(desk.book(kShops));
  wait(session);
  REQUIRE(session.step() == ImportStep::Columns);
  CHECK(session.header_row() == 2);
  REQUIRE(session.columns().size() == 5);
  CHECK(session.columns()[0].field->key == "name");
  CHECK(session.columns()[3].field->key == "street");
  CHECK(session.columns()[4].field == nullptr);
  CHECK(session.columns()[2].samples == std::vector<std::string>{"5550 0101", "5550 0102", "坏"});
  CHECK(session.missing().empty());

  session.try_rows();
  wait(session);
  REQUIRE(session.plan() != nullptr);
  CHECK(session.plan()->report.changed == 1);
  CHECK(session.plan()->report.bad == 2);
  CHECK(session.plan()->report.created == 1);
  CHECK(session.shown(0).fate == RowFate::Bad);
  CHECK(session.shown_rows() == 4);
  session.set_sieve(RowSieve::Changed);
  REQUIRE(session.shown_rows() == 1);
  CHECK(session.shown(0).title == "渡口面馆");
  REQUIRE(session.shown(0).changed.size() == 1);
  CHECK(session.shown(0).changed[0]->key == "category");
  session.set_sieve(RowSieve::All);
  REQUIRE(session.asides().size() == 1);
  CHECK(session.asides()[0].row == 7);

  const content::Field* street = session.spec().find_field("street");
  REQUIRE(session.suggestions(*street, "和平里").size() == 1);
  session.correct(4, 3, session.suggestions(*street, "和平里")[0]);
  wait(session);
  CHECK(session.plan()->report.bad == 1);
  session.leave_out(5);
  wait(session);
  CHECK(session.plan()->report.bad == 0);
  CHECK(session.left_out() == 1);
  CHECK(desk.shops() == 1);
  CHECK(session.to_write() == 3);

  session.write();
  wait(session);
  CHECK(session.failure() == "");
  CHECK(session.step() == ImportStep::Written);
  CHECK(session.written() == 3);
  CHECK(desk.shops() == 3);
  desk.office.deeds().undo();
  CHECK(desk.shops() == 1);
  CHECK(desk.office.store().list(Kind::Merchant)[0].body["category"] == "餐饮");
}

TEST_CASE("a column nobody knows is given its field once, and the next table with these headers has it") {
  Office desk;
  const Rows rows{{"招牌上的字", "类别", "手机"}, {"拾光茶舍", "茶饮", "5550 0102"}};
  ImportSession session(desk.office, content::kind_spec(Kind::Merchant));
  session.open(desk.book(rows));
  wait(session);
  CHECK_FALSE(session.can_try());
  REQUIRE(session.missing().size() == 1);
  CHECK(session.missing()[0]->key == "name");
  session.set_field(0, session.spec().find_field("name"));
  session.set_field(2, session.spec().find_field("phone"));
  CHECK(session.can_try());
  session.try_rows();
  wait(session);
  CHECK(session.plan()->report.created == 1);

  ImportSession later(desk.office, content::kind_spec(Kind::Merchant));
  later.open(desk.book(rows));
  wait(later);
  CHECK(later.can_try());
  REQUIRE(later.columns()[2].field != nullptr);
  CHECK(later.columns()[2].field->key == "phone");
  // A field goes to one column only.
  later.set_field(1, later.spec().find_field("phone"));
  CHECK(later.columns()[2].field == nullptr);
}

TEST_CASE("a field that no column has may say the same in every row, and another thing in one") {
  Office desk;
  ImportSession session(desk.office, content::kind_spec(Kind::Merchant));
  session.open(desk.book({{"商户名称", "电话"}, {"拾光茶舍", "5550 0102"}, {"月台影院", "5550 0103"}}));
  wait(session);
  REQUIRE(session.missing().size() == 1);
  session.set_same_for_all(*session.missing()[0], "餐饮");
  session.try_rows();
  wait(session);
  CHECK(session.plan()->report.created == 2);
  const std::size_t column = session.plan()->sheet.columns.back().index;
  CHECK(session.shown_cells(1).cell(column) == "餐饮");
  session.correct(3, column, "影院");
  wait(session);
  session.write();
  wait(session);
  REQUIRE(desk.office.store().find_by_title(Kind::Merchant, "月台影院").size() == 1);
  CHECK(desk.office.store().find_by_title(Kind::Merchant, "月台影院")[0].body["category"] == "影院");
  CHECK(desk.office.store().find_by_title(Kind::Merchant, "拾光茶舍")[0].body["category"] == "餐饮");
}

TEST_CASE("somebody's edit between the trial and the writing leaves everything as it was, and says so") {
  Office desk;
  ImportSession session(desk.office, content::kind_spec(Kind::Merchant));
  read_and_try(session, desk.book(kShops));
  const content::Record shop = desk.office.store().list(Kind::Merchant)[0];
  nlohmann::json body = shop.body;
  body["phone"] = "5550 0777";
  desk.office.store().edit(shop.id, shop.revision, body, "梁秋");
  session.write();
  wait(session);
  CHECK(session.failure().find("渡口面馆") != std::string::npos);
  CHECK(session.step() == ImportStep::Rows);
  CHECK(desk.shops() == 1);
  session.try_rows();
  wait(session);
  session.write();
  wait(session);
  CHECK(session.step() == ImportStep::Written);
  CHECK(desk.shops() == 2);
}

TEST_CASE("the bad rows alone become a table that can be put right and imported") {
  Office desk;
  ImportSession session(desk.office, content::kind_spec(Kind::Merchant));
  read_and_try(session, desk.book(kShops));
  const fs::path file = session.save_bad_rows(desk.folder.path());
  CHECK(file.filename() == "登记表-问题行.csv");
  std::stringstream text;
  text << std::ifstream(file).rdbuf();
  CHECK(text.str().find("原表第 5 行；电话：不是电话号码") != std::string::npos);
  CHECK(text.str().find("江畔书屋") == std::string::npos);
  read_and_try(session, file);
  CHECK(session.plan()->report.bad == 2);
}

TEST_CASE("a table of another kind is known by its headers – a file that cannot be read leaves the step as it is") {
  Office desk;
  ImportSession session(desk.office, content::kind_spec(Kind::Merchant));
  session.open(desk.book({{"姓名", "部队", "事迹", "出生年"}, {"何守诚", "某部", "……", "1931"}}));
  wait(session);
  REQUIRE(session.better_kind() != nullptr);
  CHECK(session.better_kind()->kind == Kind::Figure);
  session.open(desk.write("坏.xlsx", "PK\x03\x04 and no more"));
  wait(session);
  CHECK(session.step() == ImportStep::File);
  CHECK(session.failure().find("坏.xlsx") != std::string::npos);
  session.open(desk.folder.path() / "没有.xlsx");
  wait(session);
  CHECK(session.failure().find("没有.xlsx") != std::string::npos);
}

TEST_CASE("a new file overtakes the one that is being read, and a session may end while it works") {
  Office desk;
  Rows many{{"商户名称", "类别"}};
  for (int i = 0; i < 3000; ++i) many.push_back({"和平里" + std::to_string(i) + "号店", "餐饮"});
  const fs::path large = desk.write("多.xlsx", tests::workbook_of(many));
  const fs::path small = desk.book(kShops);
  ImportSession session(desk.office, content::kind_spec(Kind::Merchant));
  session.open(large);
  session.open(small);
  wait(session);
  CHECK(session.columns().size() == 5);
  session.open(large);
  wait(session);
  session.try_rows();
  session.stop();
  wait(session);
  const bool stopped_or_done = session.failure().find("已停下") != std::string::npos || session.plan() != nullptr;
  CHECK(stopped_or_done);
  {
    ImportSession other(desk.office, content::kind_spec(Kind::Merchant));
    other.open(large);
  }
  CHECK(desk.shops() == 1);
}
