// What a clerk put right in a table, and what is being written, is not lost by the next touch.
#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <thread>

#include "admin/workspace/deeds.h"
#include "admin/workspace/import_session.h"
#include "admin/workspace/records.h"
#include "content/kinds.h"
#include "tests/admin/workspace/import_office.h"

using admin::ImportSession;
using admin::ImportStep;
using content::Kind;

using namespace tests::importing;
namespace fs = std::filesystem;

namespace {

Rows many_shops() {
  Rows rows{{"商户名称", "类别"}};
  for (int i = 0; i < 400; ++i) rows.push_back({"和平里" + std::to_string(i) + "号店", "餐饮"});
  return rows;
}

}  // namespace

TEST_CASE("a trial that is no longer of what the page says is never written") {
  Office desk;
  ImportSession session(desk.office, content::kind_spec(Kind::Merchant));
  read_and_try(session, desk.book(kShops));
  REQUIRE(session.to_write() == 2);
  session.leave_out(3);
  CHECK(session.to_write() == 0);
  session.write();
  CHECK_FALSE(session.writing());
  wait(session);
  CHECK(session.to_write() == 1);

  // Without a column for the title there is no trial, and the old one does not count.
  session.set_field(0, nullptr);
  CHECK(session.to_write() == 0);
  CHECK(session.failure().find("没有一列是“商户名称”") != std::string::npos);
  session.set_field(0, session.spec().find_field("name"));
  wait(session);
  CHECK(session.to_write() == 1);
  CHECK(session.failure() == "");
}

TEST_CASE("nothing that is touched while rows are written stops them or loses their step to undo") {
  Office desk;
  ImportSession session(desk.office, content::kind_spec(Kind::Merchant));
  read_and_try(session, desk.book(many_shops()));
  session.leave_out(2);
  wait(session);
  session.write();
  REQUIRE(session.writing());
  session.take_all_back();
  session.correct(3, 0, "别的店");
  session.set_field(1, nullptr);
  session.set_header_row(2);
  session.back_to_columns();
  session.try_rows();
  session.open(desk.folder.path() / "没有.xlsx");
  CHECK(session.writing());
  wait(session);
  CHECK(session.step() == ImportStep::Written);
  CHECK(session.written() == 399);
  CHECK(desk.shops() == 400);
  desk.office.deeds().undo();
  CHECK(desk.shops() == 1);
}

TEST_CASE("a session that ends while it writes waits for the rows and keeps their step to undo") {
  Office desk;
  {
    ImportSession session(desk.office, content::kind_spec(Kind::Merchant));
    read_and_try(session, desk.book(many_shops()));
    session.write();
  }
  CHECK(desk.shops() == 401);
  desk.office.deeds().undo();
  CHECK(desk.shops() == 1);
}

TEST_CASE("another header row keeps the rows that nobody wants out") {
  Office desk;
  ImportSession session(desk.office, content::kind_spec(Kind::Merchant));
  read_and_try(session, desk.book(kShops));
  CHECK_FALSE(session.would_lose());
  session.leave_out(5);
  wait(session);
  CHECK(session.would_lose());
  session.back_to_columns();
  session.set_header_row(1);
  session.set_header_row(2);
  CHECK(session.left_out() == 1);
  CHECK(session.would_lose());
}

TEST_CASE("a column without a header is remembered too, but not for a table that does not have it") {
  Office desk;
  const Rows wide{{"商户名称", "类别"}, {"拾光茶舍", "茶饮", "5550 0102"}};
  ImportSession session(desk.office, content::kind_spec(Kind::Merchant));
  session.open(desk.book(wide));
  wait(session);
  session.set_field(2, session.spec().find_field("phone"));
  session.try_rows();
  wait(session);

  ImportSession later(desk.office, content::kind_spec(Kind::Merchant));
  later.open(desk.book(wide));
  wait(later);
  REQUIRE(later.columns().size() == 3);
  REQUIRE(later.columns()[2].field != nullptr);
  CHECK(later.columns()[2].field->key == "phone");
  later.open(desk.book({{"商户名称", "类别"}, {"月台影院", "影院"}}));
  wait(later);
  CHECK(later.columns().size() == 2);
}

TEST_CASE("what was put right for one field stays with it when another field is said alike") {
  Office desk;
  ImportSession session(desk.office, content::kind_spec(Kind::Merchant));
  session.open(desk.book({{"商户名称"}, {"拾光茶舍"}, {"月台影院"}}));
  wait(session);
  const content::Field& category = *session.spec().find_field("category");
  const content::Field& phone = *session.spec().find_field("phone");
  const auto place = [&](const content::Field& field) {
    const auto& columns = session.plan()->sheet.columns;
    return std::ranges::find(columns, &field, &content::tables::Column::field)->index;
  };
  session.set_same_for_all(phone, "5550 0101");
  session.try_rows();
  wait(session);
  session.correct(3, place(phone), "5550 0103");
  wait(session);
  session.set_same_for_all(category, "餐饮");
  session.try_rows();
  wait(session);
  CHECK(session.shown_cells(1).cell(place(phone)) == "5550 0103");
  CHECK(session.shown_cells(1).cell(place(category)) == "餐饮");
}

TEST_CASE("bad rows are saved under a free name: what somebody filled in is never replaced") {
  Office desk;
  ImportSession session(desk.office, content::kind_spec(Kind::Merchant));
  read_and_try(session, desk.book(kShops));
  const fs::path first = session.save_bad_rows(desk.folder.path());
  std::ofstream(first, std::ios::binary) << "filled in";
  CHECK(session.save_bad_rows(desk.folder.path()).filename() == "登记表-问题行 (2).csv");
  CHECK(fs::file_size(first) == 9);
}
