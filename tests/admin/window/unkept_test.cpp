// What is written while another program holds the database: no way out of the window loses it.
#include <doctest/doctest.h>

#include <chrono>
#include <memory>
#include <optional>
#include <stdexcept>

#include "content/error.h"
#include "tests/support/clerk.h"

using content::Kind;
using content::OfficeStore;
using tests::Clerk;

namespace {

// A clerk who is writing an address when somebody else begins to write for long.
struct Office {
  Office() {
    clerk.store().set_patience(std::chrono::milliseconds(100));
    clerk.store().create(Kind::Merchant, {{"name", "渡口面馆"}, {"category", "餐饮"}}, "梁秋");
    clerk.enter("梁秋");
    clerk.go({.panel = "merchant"});
    REQUIRE(clerk.double_tap("商户 渡口面馆"));
    clerk.frames(3);
  }
  void hold() {
    holds.emplace(*other);
    other->add_person("导入的人", content::Role::Editor, "许安");
  }
  std::string kept_address() {
    const auto drafts = clerk.store().drafts();
    return drafts.size() == 1 ? drafts.front().body.value("address", std::string()) : std::string();
  }

  Clerk clerk;
  std::unique_ptr<OfficeStore> other = OfficeStore::open(clerk.folder() / "office/office.db").store;
  std::optional<OfficeStore::Batch> holds;
};

class Broken : public admin::desk::Layer {
  bool draw(admin::desk::Desk&) override { throw std::runtime_error("broken"); }
};

}  // namespace

TEST_CASE("closing the window while the database is held asks, from whatever panel, and closes once it is kept") {
  Office office;
  Clerk& clerk = office.clerk;
  office.hold();
  REQUIRE(clerk.fill("地址", "江滩双拥街 12 号"));
  clerk.go({.panel = "audit"});
  clerk.frames(3);
  CHECK_FALSE(clerk.shell().close());
  CHECK_FALSE(clerk.shell().close());   // the desktop asks twice: one question
  clerk.frames(2);
  CHECK(clerk.shows("还有没存上的内容"));
  REQUIRE(clerk.tap("再等等"));
  clerk.frames(2);
  CHECK_FALSE(clerk.shows("还有没存上的内容"));
  CHECK_FALSE(clerk.shell().gives_up());
  CHECK_FALSE(clerk.shell().close());
  clerk.frames(2);
  REQUIRE(clerk.tap("不存了，关掉"));
  CHECK(clerk.shell().gives_up());
  office.holds.reset();
  CHECK(clerk.shell().close());
  CHECK(office.kept_address() == "江滩双拥街 12 号");
}

TEST_CASE("what could not be kept when it was locked is kept later, whoever sits down next") {
  Office office;
  Clerk& clerk = office.clerk;
  office.hold();
  REQUIRE(clerk.fill("地址", "江滩双拥街 12 号"));
  clerk.shell().lock();
  clerk.wait_seconds(3);
  CHECK(clerk.failure().find("写的都还在") != std::string::npos);
  SUBCASE("nobody yet") {}
  SUBCASE("a colleague") {
    clerk.enter("沈明");
    clerk.frames(3);
  }
  office.holds.reset();
  clerk.wait_seconds(3);
  CHECK(office.kept_address() == "江滩双拥街 12 号");
  CHECK(clerk.store().drafts().front().person == "梁秋");
}

TEST_CASE("a new record that could not be kept is not said to be kept, and goes on from above the list") {
  Office office;
  Clerk& clerk = office.clerk;
  clerk.go({.panel = "merchant", .view = "new"});
  clerk.frames(4);
  office.hold();
  REQUIRE(clerk.fill("商户名称", "晨光书店"));
  REQUIRE(clerk.tap("回到列表"));
  clerk.frames(3);
  CHECK(clerk.shell().desk().toasted().find("已存成草稿") == std::string::npos);
  CHECK(clerk.failure().find("数据库正被别的程序占用") != std::string::npos);
  CHECK(clerk.shows("的草稿还在：晨光书店"));
  office.holds.reset();
  clerk.wait_seconds(3);
  REQUIRE(clerk.store().drafts().size() == 1);
  CHECK(clerk.store().drafts().front().body["name"] == "晨光书店");
  CHECK(clerk.shows("的草稿还在：晨光书店"));
}

TEST_CASE("what lies above the panel and fails becomes a sentence, and is gone") {
  Office office;
  admin::desk::Desk& desk = office.clerk.shell().desk();
  desk.soon([&desk] { desk.show(std::make_unique<Broken>()); });
  office.clerk.frames(3);
  CHECK_FALSE(desk.layered());
  CHECK(desk.failure().find("内容没有丢") != std::string::npos);
  desk.soon([] { throw content::Error("写不进去；请再试。", "no"); });
  office.clerk.frames(3);
  CHECK(desk.failure().starts_with("写不进去"));
  CHECK(office.clerk.shows("渡口面馆"));
}

TEST_CASE("a date that is half written on another tab is said to be wrong when one saves") {
  Office office;
  Clerk& clerk = office.clerk;
  const auto shop = clerk.store().find_by_title(Kind::Merchant, "渡口面馆").front();
  clerk.go({.panel = "merchant", .record = shop.id, .field = "valid_until", .view = "form"});
  clerk.frames(4);
  clerk.type("2026-1");
  clerk.frames(2);
  clerk.press(ui::Key::F8);
  clerk.frames(4);
  clerk.press(ui::Key::S, true);
  clerk.frames(5);
  CHECK(clerk.failure().find("“2026-1”") != std::string::npos);
  CHECK(clerk.store().get(shop.id)->revision == 1);
}
