#include <doctest/doctest.h>

#include <algorithm>

#include "admin/workspace/overview.h"
#include "admin/workspace/records.h"
#include "tests/admin/workspace/publish_office.h"

using content::Kind;
using tests::PublishOffice;

namespace {

// The office as a window has it open, with somebody signed in.
struct Window {
  PublishOffice base;
  std::unique_ptr<admin::Workspace> office;

  void open(const char* person) {
    office = std::make_unique<admin::Workspace>(admin::Workspace::Options{.db = base.db, .outbox = base.outbox, .now_ms = [] { return tests::kOfficeMs; }},
                                                std::move(content::OfficeStore::open(base.db).store));
    office->sign_in(*base.store->find_person(person));
  }
  admin::Overview look(const char* person) {
    open(person);
    return admin::make_overview(*office);
  }
};

}  // namespace

TEST_CASE("each role is told what waits for it") {
  Window window;
  const auto first = window.base.enter(Kind::Merchant, PublishOffice::merchant_body("渡口面馆", 90));
  const auto second = window.base.enter(Kind::Merchant, PublishOffice::merchant_body("和平里小厨", 90));
  window.base.store->submit(first.id, first.hash, "梁秋");
  window.base.store->submit(second.id, second.hash, "梁秋");
  window.base.store->approve(first.id, first.hash, "沈明");
  window.base.store->send_back(second.id, second.hash, "电话不对", "沈明");

  CHECK(window.look("方晴").greeting == "上午好，方晴。有 1 件等您二审");
  CHECK(window.look("方晴").todos.front().title == "渡口面馆");
  CHECK(window.look("沈明").greeting == "上午好，沈明。都审完了");
  const auto editor = window.look("梁秋");
  CHECK(editor.greeting == "上午好，梁秋。有 1 件退回给您改");
  REQUIRE(editor.todos.size() == 1);
  CHECK(editor.todos.front().note == "退回：电话不对");
}

TEST_CASE("a street's coverage counts pledges in force and says how many are missing") {
  Window window;
  const auto street = window.base.enter_approved(Kind::Street, {{"name", "江滩双拥街"}, {"short_name", "江滩"}, {"shops", 6}, {"target_percent", 80}});
  const auto on_street = [&](const char* name, const char* until) {
    auto body = PublishOffice::merchant_body(name, 90);
    body["street"] = street.id.text;
    if (*until != 0) body["pledge"]["until"] = until;
    window.base.enter(Kind::Merchant, body);
  };
  on_street("一", "");
  on_street("二", "2027-02-01");
  on_street("三", "2026-07-29");  // over since yesterday
  auto unsigned_body = PublishOffice::merchant_body("四", 90);
  unsigned_body.erase("pledge");
  unsigned_body["street"] = street.id.text;
  window.base.enter(Kind::Merchant, unsigned_body);
  const auto overview = window.look("何川");
  REQUIRE(overview.coverage.size() == 1);
  CHECK(overview.coverage[0].name == "江滩");
  CHECK(overview.coverage[0].signed_shops == 2);
  CHECK(overview.coverage[0].shops == 6);
  CHECK(overview.coverage[0].missing == 3);
  CHECK(overview.signed_shops == 2);
}

TEST_CASE("visits are due 18 months after the last look, ends within 90 days") {
  Window window;
  const auto merchant = [&](const char* name, const char* signed_on, const char* until) {
    auto body = PublishOffice::merchant_body(name, 90);
    body["pledge"]["signed_on"] = signed_on;
    if (*until != 0) body["pledge"]["until"] = until;
    window.base.enter_approved(Kind::Merchant, body);
  };
  merchant("春和大药房", "2025-01-27", "");
  merchant("拾光茶舍", "2025-01-30", "");
  merchant("四季青果蔬", "2025-03-01", "2026-08-02");
  merchant("安捷洗车", "2026-03-01", "");
  const auto overview = window.look("何川");
  REQUIRE(overview.visits.size() == 3);
  CHECK(overview.visits[0].title == "春和大药房");
  CHECK(overview.visits[0].days == -3);
  CHECK(overview.visits[1].days == 0);
  CHECK(overview.visits[2].days == 33);
  CHECK(overview.visits_this_week == 2);
  REQUIRE(overview.endings.size() == 1);
  CHECK(overview.endings[0].day == "8-2");
  CHECK(overview.endings[0].days == 3);
}

TEST_CASE("the last release and what is ready for the next one") {
  Window window;
  CHECK(window.look("何川").release.sequence == 0);
  window.base.enter_approved(Kind::City, PublishOffice::city_body());
  CHECK(window.look("何川").prepared == 1);
  window.base.publish();
  auto overview = window.look("何川");
  CHECK(overview.release.sequence == 1);
  CHECK(overview.release.by == "何川");
  CHECK(overview.release.added == 1);
  CHECK(overview.release.previous == 0);
  CHECK(overview.prepared == 0);
  const auto noodles = window.base.enter_approved(Kind::Merchant, PublishOffice::merchant_body("渡口面馆", 90));
  window.base.enter(Kind::Merchant, PublishOffice::merchant_body("草稿", 90));
  overview = window.look("何川");
  CHECK(overview.prepared == 1);
  window.base.publish();
  CHECK(window.look("何川").release.previous == 1);
  CHECK_FALSE(admin::disk_room(window.base.outbox).words.empty());
}
