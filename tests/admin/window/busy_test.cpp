#include <doctest/doctest.h>

#include <chrono>

#include "admin/workspace/opening.h"
#include "tests/support/clerk.h"

using content::Kind;
using content::OfficeStore;
using tests::Clerk;

namespace {

void open_the_shop(Clerk& clerk) {
  clerk.store().set_patience(std::chrono::milliseconds(200));
  clerk.store().create(Kind::Merchant, {{"name", "渡口面馆"}, {"category", "餐饮"}}, "梁秋");
  clerk.enter("梁秋");
  clerk.go({.panel = "merchant"});
  REQUIRE(clerk.double_tap("商户 渡口面馆"));
  clerk.frames(3);
}

}  // namespace

TEST_CASE("while another program holds the database one writes on, nothing stands still for long, and it is kept when it is let go") {
  Clerk clerk;
  open_the_shop(clerk);
  const auto other = OfficeStore::open(clerk.folder() / "office/office.db").store;
  auto holds = std::make_unique<OfficeStore::Batch>(*other);
  other->add_person("导入的人", content::Role::Editor, "许安");

  REQUIRE(clerk.fill("地址", "江滩双拥街 12 号"));
  const auto start = std::chrono::steady_clock::now();
  clerk.frames(80);   // four seconds of the clock
  const auto stood = std::chrono::steady_clock::now() - start;
  CHECK(clerk.failure().find("数据库正被别的程序占用") != std::string::npos);
  CHECK(clerk.failure().find("写的都还在") != std::string::npos);
  CHECK(clerk.shows("还没有存上，正在再试"));
  CHECK(clerk.shows("江滩双拥街 12 号"));
  CHECK(clerk.store().drafts().empty());
  CHECK(stood < std::chrono::seconds(3));
  clerk.press(ui::Key::S, true);
  CHECK(clerk.failure().find("这次没有写入") != std::string::npos);
  CHECK(clerk.shows("江滩双拥街 12 号"));

  holds.reset();
  clerk.wait_seconds(3);
  REQUIRE(clerk.store().drafts().size() == 1);
  CHECK(clerk.store().drafts().front().body["address"] == "江滩双拥街 12 号");
  clerk.press(ui::Key::S, true);
  CHECK(clerk.store().find_by_title(Kind::Merchant, "渡口面馆").front().body["address"] == "江滩双拥街 12 号");
}

TEST_CASE("the sentence of what went wrong covers nothing that the clerk works with, and a question lies above it") {
  Clerk clerk(Clerk::Options{.size = {1366, 768}});
  open_the_shop(clerk);
  const auto other = OfficeStore::open(clerk.folder() / "office/office.db").store;
  const auto holds = std::make_unique<OfficeStore::Batch>(*other);
  other->add_person("导入的人", content::Role::Editor, "许安");
  REQUIRE(clerk.fill("地址", "江滩双拥街 12 号"));
  clerk.frames(80);
  REQUIRE_FALSE(clerk.failure().empty());
  const auto close = clerk.items().find("关闭提示");
  REQUIRE(close);
  for (const ui::LoggedItem& one : clerk.items().items()) {
    if (one.label == "关闭提示" || one.seen.w <= 0 || one.seen.h <= 0) continue;
    CAPTURE(one.label);
    const bool apart = one.seen.bottom() <= close->y || one.seen.y >= close->bottom() || one.seen.right() <= 196;   // the navigation's width
    CHECK(apart);
  }
  CHECK(clerk.items().find("回到列表")->y > close->bottom());

  clerk.shell().close();
  clerk.frames(2);
  CHECK(clerk.has_item("再等等"));
  CHECK_FALSE(clerk.tap("关闭提示"));
  REQUIRE(clerk.tap("再等等"));
  REQUIRE(clerk.tap("关闭提示"));
  CHECK(clerk.failure().empty());
}

TEST_CASE("signing in while the database is held says so and can be tried again") {
  Clerk clerk;
  clerk.store().set_patience(std::chrono::milliseconds(100));
  const auto other = OfficeStore::open(clerk.folder() / "office/office.db").store;
  auto holds = std::make_unique<OfficeStore::Batch>(*other);
  REQUIRE(clerk.fill("姓名", "梁秋"));
  REQUIRE(clerk.fill("密码", tests::kPassword));
  clerk.press(ui::Key::Enter);
  CHECK_FALSE(clerk.office().signed_in());
  CHECK(clerk.failure().find("数据库正被别的程序占用") != std::string::npos);
  holds.reset();
  REQUIRE(clerk.fill("密码", tests::kPassword));
  clerk.press(ui::Key::Enter);
  CHECK(clerk.office().signed_in());
}
