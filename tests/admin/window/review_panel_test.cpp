#include <doctest/doctest.h>

#include <chrono>
#include <filesystem>

#include "tests/support/clerk.h"

using content::Kind;
using content::Record;
using content::ReviewState;
using nlohmann::json;
using tests::Clerk;

namespace {

json shop(const std::string& name, const std::string& offer) {
  return {{"name", name}, {"category", "餐饮"}, {"address", name + "路 1 号"}, {"phone", "5550 0112"},
          {"offers", json::array({{{"kind", "other"}, {"title", offer}}})}};
}

Record submitted(Clerk& clerk, const std::string& name, const std::string& by = "梁秋") {
  const Record made = clerk.store().create(Kind::Merchant, shop(name, "全单九折"), by);
  return clerk.store().submit(made.id, made.hash, by);
}

Record approved(Clerk& clerk, const std::string& name) {
  const Record record = submitted(clerk, name);
  for (const char* person : {"沈明", "方晴", "何川"}) clerk.store().approve(record.id, record.hash, person);
  return *clerk.store().get(record.id);
}

void review_as(Clerk& clerk, std::string_view person) {
  clerk.enter(person);
  clerk.go({.panel = "review"});
  clerk.frames(4);
}

ReviewState state(Clerk& clerk, const Record& record) { return clerk.store().get(record.id)->state; }

}  // namespace

TEST_CASE("a reviewer sees what changed and passes it on with a remark") {
  Clerk clerk;
  const Record old = approved(clerk, "渡口面馆");
  const Record now = clerk.store().edit(old.id, old.revision, shop("渡口面馆", "全单八折"), "梁秋");
  clerk.store().submit(now.id, now.hash, "梁秋");
  review_as(clerk, "沈明");
  CHECK(clerk.shows("等我一审"));
  CHECK(clerk.shows("改优惠"));
  CHECK(clerk.shows("九折"));
  CHECK(clerk.shows("八折"));
  CHECK(clerk.shows("您不是作者"));
  CHECK(clerk.shows("优惠 4 个字，大字显示放得下"));
  REQUIRE(clerk.fill("意见", "和店主电话核过"));
  CHECK(clerk.shows("7 / 200"));
  REQUIRE(clerk.tap("通过"));
  clerk.frames(2);
  CHECK(state(clerk, now) == ReviewState::Second);
  CHECK(clerk.store().approvals(now.id).front().remark == "和店主电话核过");
  CHECK(clerk.shows("都审完了"));
}

TEST_CASE("a return needs a reason: the key goes to the comment first") {
  Clerk clerk;
  const Record record = submitted(clerk, "渡口面馆");
  review_as(clerk, "沈明");
  clerk.press(ui::Key::B);
  clerk.frames(2);
  CHECK(state(clerk, record) == ReviewState::First);
  clerk.type("请补拍承诺书");
  clerk.frames(2);
  CHECK(clerk.shows("6 / 200"));
  REQUIRE(clerk.tap("常用意见 照片不清"));
  REQUIRE(clerk.tap("退回修改"));
  clerk.frames(2);
  CHECK(state(clerk, record) == ReviewState::Returned);
  CHECK(clerk.store().get(record.id)->reason == "请补拍承诺书，照片不清");
}

TEST_CASE("arrows walk the queue, letters judge, and nothing but A approves") {
  Clerk clerk;
  const Record first = submitted(clerk, "甲店");
  const Record second = submitted(clerk, "乙店");
  const Record third = submitted(clerk, "丙店");
  review_as(clerk, "沈明");
  for (int i = 0; i < 5; ++i) clerk.press(ui::Key::Down);
  for (int i = 0; i < 5; ++i) clerk.press(ui::Key::Up);
  clerk.press(ui::Key::Space);   // the preview, large; nothing below it hears a key
  clerk.frames(2);
  clerk.press(ui::Key::A);
  clerk.frames(2);
  for (const Record& record : {first, second, third}) CHECK(state(clerk, record) == ReviewState::First);
  clerk.press(ui::Key::Escape);
  clerk.frames(2);
  clerk.press(ui::Key::J);
  clerk.frames(2);
  for (const Record& record : {first, second, third}) CHECK(state(clerk, record) == ReviewState::First);
  clerk.press(ui::Key::A);
  clerk.frames(2);
  int passed = 0;
  for (const Record& record : {first, second, third}) passed += state(clerk, record) == ReviewState::Second ? 1 : 0;
  CHECK(passed == 1);
}

TEST_CASE("bulk approval asks, and takes only what was opened") {
  Clerk clerk;
  std::vector<Record> records;
  for (const char* name : {"甲店", "乙店", "丙店", "丁店"}) records.push_back(submitted(clerk, name));
  review_as(clerk, "沈明");
  CHECK_FALSE(clerk.has_item("通过看过的 1 件"));
  REQUIRE(clerk.tap("待审 甲店"));
  REQUIRE(clerk.tap("待审 乙店"));
  clerk.frames(2);
  const std::string bulk = clerk.has_item("通过看过的 3 件") ? "通过看过的 3 件" : "通过看过的 2 件";   // the first that was shown counts
  REQUIRE(clerk.tap(bulk));
  clerk.frames(3);
  REQUIRE(clerk.tap(bulk == "通过看过的 3 件" ? "通过 3 件" : "通过 2 件"));
  clerk.frames(3);
  CHECK(state(clerk, records[0]) == ReviewState::Second);
  CHECK(state(clerk, records[1]) == ReviewState::Second);
  int waiting = 0;
  for (const Record& record : records) waiting += state(clerk, record) == ReviewState::First ? 1 : 0;
  CHECK(waiting >= 1);
}

TEST_CASE("what one wrote oneself stands at the end with the reason and cannot be passed") {
  Clerk clerk;
  const Record own = submitted(clerk, "渡口面馆", "沈明");
  review_as(clerk, "沈明");
  CHECK(clerk.shows("本人编写，不能审核"));
  CHECK_FALSE(clerk.tap("通过"));
  clerk.press(ui::Key::A);
  clerk.frames(2);
  CHECK(state(clerk, own) == ReviewState::First);
}

TEST_CASE("a record that a colleague changed meanwhile is not approved unseen") {
  Clerk clerk;
  Record record = submitted(clerk, "渡口面馆");
  review_as(clerk, "沈明");
  record = clerk.store().edit(record.id, record.revision, shop("渡口面馆", "全单免费"), "梁秋");
  clerk.store().submit(record.id, record.hash, "梁秋");
  clerk.press(ui::Key::A);
  clerk.frames(2);
  CHECK(state(clerk, record) == ReviewState::First);
}

TEST_CASE("the review sheet is written beside the database") {
  Clerk clerk;
  const Record record = submitted(clerk, "渡口面馆");
  review_as(clerk, "沈明");
  REQUIRE(clerk.tap("打印审核单"));
  clerk.frames(2);
  const auto file = clerk.folder() / "office" / "审核单" / ("商户-" + record.hash.substr(0, 16) + ".html");
  CHECK(std::filesystem::exists(file));
}

TEST_CASE("editors and administrators are not offered the reviews") {
  Clerk clerk;
  submitted(clerk, "渡口面馆");
  for (const char* person : {"梁秋", "许安"}) {
    review_as(clerk, person);
    CHECK(clerk.panel() != "review");
  }
}

TEST_CASE("the list's inspector offers no approval to a reviewer who wrote it, and says why") {
  Clerk clerk;
  const Record mine = submitted(clerk, "渡口面馆", "沈明");
  const Record other = submitted(clerk, "春和大药房");
  clerk.enter("沈明");
  clerk.go({.panel = "merchant", .record = mine.id});
  clerk.frames(4);
  CHECK_FALSE(clerk.has_item("通过一审，送二审"));
  CHECK_FALSE(clerk.has_item("退回修改"));
  CHECK(clerk.shows("本人编写，不能审核"));
  clerk.go({.panel = "merchant", .record = other.id});
  clerk.frames(4);
  REQUIRE(clerk.tap("通过一审，送二审"));
  CHECK(state(clerk, other) == ReviewState::Second);
}

TEST_CASE("Ctrl Z among reviews says that a word given to others stays, and what leads back") {
  Clerk clerk;
  const Record one = submitted(clerk, "渡口面馆");
  review_as(clerk, "沈明");
  REQUIRE(clerk.tap("通过"));
  clerk.press(ui::Key::Z, true);
  CHECK(clerk.shows("审核意见已经交给下一位，不能撤销"));
  CHECK(state(clerk, one) == ReviewState::Second);
}

TEST_CASE("a record that could not be noted as seen shows its own words, and is judged only when it is noted") {
  Clerk clerk;
  const Record first = submitted(clerk, "甲店");
  const Record second = submitted(clerk, "乙店");
  review_as(clerk, "沈明");
  const Record& open = clerk.shows("乙店路 1 号") ? second : first;
  const Record& next = &open == &first ? second : first;
  REQUIRE(clerk.fill("意见", "请补拍承诺书"));
  clerk.press(ui::Key::Escape);
  clerk.store().set_patience(std::chrono::milliseconds(100));
  const auto other = content::OfficeStore::open(clerk.folder() / "office/office.db").store;
  auto holds = std::make_unique<content::OfficeStore::Batch>(*other);
  other->add_person("导入的人", content::Role::Editor, "许安");
  clerk.press(ui::Key::Down);
  clerk.frames(2);
  CHECK(clerk.shows("数据库正被别的程序占用"));
  CHECK(clerk.shows("还没有记下您看过这一条"));
  CHECK(clerk.shows(next.body["address"].get<std::string>()));
  CHECK_FALSE(clerk.shows(open.body["address"].get<std::string>()));
  CHECK(clerk.shows("0 / 200"));   // what was written about the other is not said of this one
  CHECK_FALSE(clerk.has_item("通过"));
  CHECK_FALSE(clerk.has_item("退回修改"));
  clerk.press(ui::Key::A);

  holds.reset();
  clerk.frames(3);
  CHECK(state(clerk, open) == ReviewState::First);
  CHECK(state(clerk, next) == ReviewState::First);
  REQUIRE(clerk.tap("通过"));
  CHECK(state(clerk, open) == ReviewState::First);
  CHECK(state(clerk, next) == ReviewState::Second);
}
