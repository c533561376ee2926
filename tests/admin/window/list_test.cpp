#include <doctest/doctest.h>

#include "admin/workspace/drafts.h"
#include "content/kinds.h"
#include "tests/support/clerk.h"

using content::Kind;
using content::Record;
using content::ReviewState;
using tests::Clerk;

namespace {

nlohmann::json shop(const std::string& name, const std::string& category = "餐饮") { return {{"name", name}, {"category", category}}; }

struct Office {
  explicit Office(ui::PixelSize size = {1600, 900}, int shops = 0) : clerk({.size = size}) {
    content::OfficeStore& store = clerk.store();
    content::OfficeStore::Batch batch(store);
    for (const char* name : {"渡口面馆", "春和大药房", "望江理发店"}) store.create(Kind::Merchant, shop(name, name == std::string("春和大药房") ? "医药" : "餐饮"), "梁秋");
    for (int i = 0; i < shops; ++i) store.create(Kind::Merchant, shop("和平里" + std::to_string(i) + "号店"), "梁秋");
    batch.commit();
    clerk.enter("梁秋");
    clerk.go({.panel = "merchant"});
    clerk.frames(4);
  }
  Record named(const std::string& name) {
    const auto found = clerk.store().find_by_title(Kind::Merchant, name);
    REQUIRE(found.size() == 1);
    return found.front();
  }
  Clerk clerk;
};

}  // namespace

TEST_CASE("a list finds by pinyin, and when nothing is left says which filter to lift") {
  Office office;
  Clerk& clerk = office.clerk;
  CHECK(clerk.has_item("商户 渡口面馆"));
  CHECK(clerk.has_item("商户 春和大药房"));
  REQUIRE(clerk.tap("在列表里搜"));
  clerk.type("dkmg");
  clerk.frames(2);
  CHECK(clerk.has_item("商户 渡口面馆"));
  CHECK_FALSE(clerk.has_item("商户 春和大药房"));
  clerk.type("zzz");
  clerk.frames(2);
  CHECK(clerk.shows("没有符合条件的商户"));
  REQUIRE(clerk.tap("不限搜索“dkmgzzz”（3 条）"));
  clerk.frames(2);
  CHECK(clerk.has_item("商户 望江理发店"));
}

TEST_CASE("arrow keys walk the rows, Enter opens the form, Escape goes back to the list") {
  Office office;
  Clerk& clerk = office.clerk;
  clerk.press(ui::Key::Down);
  clerk.frames(2);
  REQUIRE(clerk.has_item("关闭检查器"));
  clerk.press(ui::Key::Down);
  clerk.frames(2);
  clerk.press(ui::Key::Enter);
  clerk.frames(2);
  REQUIRE(clerk.has_item("回到列表"));
  CHECK_FALSE(clerk.has_item("按商户名称排序"));
  clerk.press(ui::Key::Escape);
  clerk.frames(2);
  CHECK(clerk.has_item("按商户名称排序"));
}

TEST_CASE("a new record: N, its name, its class, save, submit") {
  Office office;
  Clerk& clerk = office.clerk;
  clerk.press(ui::Key::N);
  clerk.frames(3);
  REQUIRE(clerk.has_item("回到列表"));
  clerk.type("江畔书屋");
  clerk.frames(2);
  REQUIRE(clerk.tap("保存并提交"));
  clerk.frames(2);
  clerk.frames(1);
  CHECK(clerk.shows("还有 1 处要改"));
  CHECK(clerk.has_item("问题 1 类别"));
  // The caret stands in the first of them.
  clerk.type("图书");
  clerk.frames(15);
  CHECK_FALSE(clerk.has_item("问题 1 类别"));
  clerk.press(ui::Key::S, true);
  clerk.frames(3);
  const Record made = office.named("江畔书屋");
  CHECK(made.body["category"] == "图书");
  CHECK(clerk.store().drafts().empty());
  REQUIRE(clerk.tap("提交一审"));
  clerk.frames(2);
  CHECK(office.named("江畔书屋").state == ReviewState::First);
}

TEST_CASE("what is written is there again after leaving the panel, and after the window is gone") {
  Office office;
  Clerk& clerk = office.clerk;
  REQUIRE(clerk.double_tap("商户 渡口面馆"));
  clerk.frames(3);
  REQUIRE(clerk.has_item("回到列表"));
  REQUIRE(clerk.fill("地址", "江滩双拥街 12 号"));
  clerk.go({.panel = "trash"});
  clerk.frames(3);
  REQUIRE(clerk.store().drafts().size() == 1);
  CHECK(clerk.store().drafts().front().body["address"] == "江滩双拥街 12 号");
  CHECK(office.named("渡口面馆").revision == 1);
  clerk.go({.panel = "merchant"});
  clerk.frames(3);
  CHECK(clerk.shows("已自动保存"));   // beside the list
  REQUIRE(clerk.tap("关闭检查器"));
  clerk.frames(2);
  CHECK(clerk.shows("的草稿还在：渡口面馆"));
  REQUIRE(clerk.tap("接着写草稿"));
  clerk.frames(3);
  CHECK(clerk.shows("江滩双拥街 12 号"));
  REQUIRE(clerk.tap("保存"));
  clerk.frames(2);
  CHECK(office.named("渡口面馆").body["address"] == "江滩双拥街 12 号");
  CHECK(clerk.store().drafts().empty());
  REQUIRE(clerk.tap("撤回"));
  clerk.frames(2);
  CHECK_FALSE(office.named("渡口面馆").body.contains("address"));
}

TEST_CASE("many records at once: selected, thrown away, brought back by one undo") {
  Office office;
  Clerk& clerk = office.clerk;
  clerk.press(ui::Key::A, true);
  clerk.frames(2);
  CHECK(clerk.shows("已选 3 条"));
  REQUIRE(clerk.tap("放进回收站"));
  clerk.frames(2);
  REQUIRE(clerk.tap("放进回收站"));
  clerk.frames(3);
  CHECK(clerk.store().list(Kind::Merchant).empty());
  CHECK(clerk.shows("还没有商户"));
  clerk.press(ui::Key::Z, true);
  clerk.frames(2);
  CHECK(clerk.store().list(Kind::Merchant).size() == 3);
}

TEST_CASE("one field of many records is changed in one step") {
  Office office;
  Clerk& clerk = office.clerk;
  REQUIRE(clerk.tap("选中 渡口面馆"));
  REQUIRE(clerk.tap("选中 望江理发店"));
  clerk.frames(2);
  REQUIRE(clerk.tap("批量修改"));
  clerk.frames(2);
  REQUIRE(clerk.tap("要改的一项"));
  clerk.frames(2);
  REQUIRE(clerk.tap("要改的一项：类别"));
  clerk.frames(3);
  REQUIRE(clerk.fill("批量类别", "小吃"));
  clerk.frames(2);
  REQUIRE(clerk.tap("改选中的"));
  clerk.frames(2);
  CHECK(office.named("渡口面馆").body["category"] == "小吃");
  CHECK(office.named("望江理发店").body["category"] == "小吃");
  CHECK(office.named("春和大药房").body["category"] == "医药");
}

TEST_CASE("a record that a colleague writes is read-only, and can be gone on with after ten idle minutes") {
  Office office;
  Clerk& clerk = office.clerk;
  const Record record = office.named("渡口面馆");
  nlohmann::json body = record.body;
  body["address"] = "码头 1 号";
  clerk.store().put_draft({.record = record.id, .person = "沈明", .kind = Kind::Merchant, .revision = 1, .body = body, .at = clerk.now_ms});
  REQUIRE(clerk.tap("商户 渡口面馆"));
  clerk.frames(3);
  CHECK(clerk.shows("沈明正在改这一条"));
  CHECK_FALSE(clerk.has_item("保存"));
  clerk.now_ms += 11 * 60 * 1000;
  clerk.frames(3);
  REQUIRE(clerk.tap("我来接着改"));
  clerk.frames(3);
  REQUIRE(clerk.tap("保存"));
  clerk.frames(2);
  CHECK(office.named("渡口面馆").body["address"] == "码头 1 号");
}

TEST_CASE("every kind has a list and a form, and its history goes back to any revision") {
  Clerk clerk;
  clerk.enter("梁秋");
  for (const content::KindSpec& spec : content::all_kinds()) {
    clerk.go({.panel = std::string(spec.word), .view = "new"});
    clerk.frames(4);
    CHECK_MESSAGE(clerk.has_item("回到列表"), spec.word);
    CHECK_MESSAGE(clerk.failure().empty(), spec.word << " " << clerk.failure());
    clerk.press(ui::Key::Escape);   // gives up the caret
    clerk.frames(1);
    clerk.press(ui::Key::Escape);
    clerk.frames(2);
    CHECK_MESSAGE(clerk.shows("还没有" + std::string(spec.zh)), spec.word);
  }
  Office office;
  const Record record = office.named("渡口面馆");
  office.clerk.store().edit(record.id, 1, shop("渡口小面"), "沈明");
  office.clerk.go({.panel = "merchant", .record = record.id, .view = "history"});
  office.clerk.frames(4);
  CHECK(office.clerk.shows("渡口小面"));
  REQUIRE(office.clerk.tap("恢复第 1 版"));
  office.clerk.frames(3);
  CHECK(office.clerk.store().get(record.id)->body["name"] == "渡口面馆");
  CHECK(office.clerk.store().get(record.id)->revision == 3);
}

TEST_CASE("on a small screen the inspector is a drawer that Escape closes") {
  Office office({1366, 768}, 30);
  Clerk& clerk = office.clerk;
  REQUIRE(clerk.tap("商户 和平里29号店"));
  clerk.frames(3);
  REQUIRE(clerk.has_item("关闭检查器"));
  CHECK(clerk.has_item("按状态排序"));
  clerk.press(ui::Key::Escape);
  clerk.frames(3);
  CHECK_FALSE(clerk.has_item("关闭检查器"));
  REQUIRE(clerk.tap("下一页"));
  clerk.frames(2);
  CHECK_FALSE(clerk.has_item("商户 和平里29号店"));
}

TEST_CASE("on a small screen ticking rows closes the drawer, so that what can be done with them is seen") {
  Office office({1366, 768});
  Clerk& clerk = office.clerk;
  REQUIRE(clerk.tap("商户 渡口面馆"));
  REQUIRE(clerk.has_item("关闭检查器"));
  REQUIRE(clerk.tap("选中 春和大药房"));
  CHECK_FALSE(clerk.has_item("关闭检查器"));
  REQUIRE(clerk.tap("批量修改"));
  CHECK(clerk.shows("修改选中的 1 条商户"));
}

TEST_CASE("the trash lists what was thrown away and gives it back") {
  Office office;
  Clerk& clerk = office.clerk;
  REQUIRE(clerk.tap("商户 渡口面馆"));
  clerk.frames(2);
  clerk.press(ui::Key::Delete);
  clerk.frames(3);
  CHECK(clerk.store().get(clerk.store().list_trash().at(0).id)->trashed);
  clerk.go({.panel = "trash"});
  clerk.frames(3);
  REQUIRE(clerk.tap("取回 渡口面馆"));
  clerk.frames(2);
  CHECK(clerk.store().list_trash().empty());
}

TEST_CASE("a submission is taken back from its toast while nobody has reviewed it") {
  Office office;
  Clerk& clerk = office.clerk;
  REQUIRE(clerk.tap("商户 渡口面馆"));
  clerk.frames(3);
  REQUIRE(clerk.tap("提交一审"));
  clerk.frames(2);
  CHECK(office.named("渡口面馆").state == ReviewState::First);
  REQUIRE(clerk.tap("撤回"));
  clerk.frames(2);
  CHECK(office.named("渡口面馆").state == ReviewState::Draft);
  CHECK(clerk.shows("已撤销：提交商户“渡口面馆”"));
}

TEST_CASE("columns that somebody took in are there again when they come back – another person has the usual ones") {
  Office office;
  Clerk& clerk = office.clerk;
  CHECK_FALSE(clerk.has_item("按电话排序"));
  REQUIRE(clerk.tap("选择列"));
  REQUIRE(clerk.tap("列 电话"));
  clerk.press(ui::Key::Escape);
  clerk.frames(2);
  CHECK(clerk.has_item("按电话排序"));
  for (const auto& [person, has] : {std::pair{"沈明", false}, std::pair{"梁秋", true}}) {
    clerk.enter(person);
    clerk.go({.panel = "merchant"});
    clerk.frames(4);
    CHECK(clerk.has_item("按电话排序") == has);
  }
}
