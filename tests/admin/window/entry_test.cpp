#include <doctest/doctest.h>

#include "tests/support/clerk.h"

using tests::Clerk;
using tests::kPassword;

TEST_CASE("the first start makes the first administrator and lets them in") {
  Clerk clerk({.people = false});
  CHECK(clerk.shows("创建第一位管理员"));
  REQUIRE(clerk.fill("姓名", "许安"));
  REQUIRE(clerk.fill("密码", kPassword));
  CHECK_FALSE(clerk.has_item("创建并进入"));   // typed once only
  REQUIRE(clerk.fill("再输一次", "lvse-shan-8"));
  CHECK_FALSE(clerk.has_item("创建并进入"));
  REQUIRE(clerk.fill("再输一次", kPassword));
  REQUIRE(clerk.tap("创建并进入"));
  CHECK(clerk.office().signed_in());
  CHECK(clerk.office().person().role == content::Role::Administrator);
  CHECK(clerk.store().has_administrator());
}

TEST_CASE("a wrong password says so, the right one lets in") {
  Clerk clerk;
  CHECK(clerk.shows("登录管理台"));
  REQUIRE(clerk.fill("姓名", "梁秋"));
  REQUIRE(clerk.fill("密码", "anything-else"));
  clerk.press(ui::Key::Enter);
  CHECK_FALSE(clerk.office().signed_in());
  CHECK(clerk.shows("不对"));
  REQUIRE(clerk.fill("密码", kPassword));
  clerk.press(ui::Key::Enter);
  REQUIRE(clerk.office().signed_in());
  CHECK(clerk.office().person().name == "梁秋");
}

TEST_CASE("after three failures one waits, and the window counts the seconds") {
  Clerk clerk;
  REQUIRE(clerk.fill("姓名", "梁秋"));
  for (int i = 0; i < 3; ++i) {
    REQUIRE(clerk.fill("密码", "anything-else"));
    clerk.press(ui::Key::Enter);
  }
  CHECK(clerk.shows("秒再试"));
  CHECK_FALSE(clerk.has_item("登录"));
}

TEST_CASE("a password is never drawn unless one asks for it") {
  Clerk clerk;
  REQUIRE(clerk.fill("密码", "geheim-123-x"));
  CHECK_FALSE(clerk.shows("geheim"));
  REQUIRE(clerk.tap("密码 显示"));
  CHECK(clerk.shows("geheim"));
}

TEST_CASE("the window locks itself after ten minutes without input") {
  Clerk clerk;
  clerk.enter("梁秋");
  clerk.wait_seconds(590);
  CHECK(clerk.office().signed_in());
  clerk.wait_seconds(15);
  CHECK_FALSE(clerk.office().signed_in());
  CHECK(clerk.shows("登录管理台"));
}

TEST_CASE("who may not publish sees no button for it") {
  Clerk clerk;
  for (const char* person : {"梁秋", "沈明", "方晴", "许安"}) {
    clerk.enter(person);
    CHECK_FALSE(clerk.has_item("去发布"));
  }
  clerk.enter("何川");
  CHECK(clerk.has_item("去发布"));
}

TEST_CASE("what somebody left open is gone when the window locks") {
  Clerk clerk;
  clerk.enter("梁秋");
  clerk.press(ui::Key::K, true);
  CHECK(clerk.has_item("关上搜索"));
  clerk.shell().desk().toast("梁秋做了一件事", [] {});
  clerk.wait_seconds(605);
  CHECK_FALSE(clerk.office().signed_in());
  CHECK_FALSE(clerk.has_item("关上搜索"));
  clerk.enter("沈明");
  CHECK_FALSE(clerk.shows("梁秋做了一件事"));
  CHECK_FALSE(clerk.has_item("关上搜索"));
}
