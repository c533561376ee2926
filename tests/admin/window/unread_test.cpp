#include <doctest/doctest.h>

#include "content/kinds.h"
#include "tests/support/clerk.h"

using content::Kind;
using content::Record;
using content::ReviewState;
using tests::Clerk;

namespace {

struct Office {
  Office() {
    clerk.store().create(Kind::Merchant, {{"name", "渡口面馆"}, {"category", "餐饮"}}, "梁秋");
    clerk.enter("梁秋");
  }
  Record named(const std::string& name) {
    const auto found = clerk.store().find_by_title(Kind::Merchant, name);
    REQUIRE(found.size() == 1);
    return found.front();
  }
  Clerk clerk;
};

}  // namespace

TEST_CASE("a number and a date that cannot be read stay, are problems, and hold the submission back – nothing is lost") {
  Office office;
  Clerk& clerk = office.clerk;
  const Record made = clerk.store().create(Kind::Series, {{"name", "江城在行动"}, {"summary", "一句话"}, {"icon", "star"}, {"number", 3}}, "梁秋");
  clerk.go({.panel = "series", .record = made.id, .view = "form"});
  clerk.frames(4);
  REQUIRE(clerk.fill("序号", "第三个"));
  REQUIRE(clerk.tap("名称"));
  clerk.frames(4);
  CHECK(clerk.shows("第三个"));
  CHECK(clerk.shows("“第三个”不是数字"));
  CHECK(clerk.has_item("问题 1 序号"));
  CHECK(clerk.shows("1 处要改"));
  REQUIRE(clerk.tap("保存并提交"));
  clerk.frames(3);
  CHECK(clerk.shows("还有 1 处要改"));
  CHECK(clerk.store().get(made.id)->state == ReviewState::Draft);
  clerk.press(ui::Key::S, true);
  clerk.frames(3);
  CHECK(clerk.failure().find("“第三个”不是数字") != std::string::npos);
  CHECK(clerk.store().get(made.id)->revision == 1);
  clerk.frames(30);
  REQUIRE(clerk.store().drafts().size() == 1);

  // As after a kill: another window finds it again.
  clerk.go({.panel = "trash"});
  clerk.frames(3);
  clerk.go({.panel = "series", .record = made.id, .view = "form"});
  clerk.frames(4);
  CHECK(clerk.shows("第三个"));
  CHECK(clerk.has_item("问题 1 序号"));
  REQUIRE(clerk.fill("序号", "5"));
  REQUIRE(clerk.tap("名称"));
  clerk.frames(15);
  CHECK_FALSE(clerk.has_item("问题 1 序号"));
  clerk.press(ui::Key::S, true);
  clerk.frames(3);
  CHECK(clerk.store().get(made.id)->body["number"] == 5);
  CHECK(clerk.store().drafts().empty());
}

TEST_CASE("a date that is half written when one saves is read first") {
  Office office;
  Clerk& clerk = office.clerk;
  const Record made = clerk.store().create(Kind::Series, {{"name", "江城在行动"}, {"number", 3}}, "梁秋");
  clerk.go({.panel = "series", .record = made.id, .view = "form"});
  clerk.frames(4);
  const std::string until(content::kind_spec(Kind::Series).find_field("valid_until")->zh);
  REQUIRE(clerk.fill(until, "8月1日"));
  clerk.press(ui::Key::S, true);
  clerk.frames(6);
  CHECK(clerk.store().get(made.id)->body["valid_until"] == "2026-08-01");
  REQUIRE(clerk.fill(until, "下下周"));
  clerk.press(ui::Key::S, true);
  clerk.frames(6);
  CHECK(clerk.failure().find("“下下周”不是日期") != std::string::npos);
  CHECK(clerk.shows("下下周"));
  CHECK(clerk.store().get(made.id)->body["valid_until"] == "2026-08-01");
}

TEST_CASE("a time that cannot be read is a problem of the opening hours and comes back with the draft") {
  Office office;
  Clerk& clerk = office.clerk;
  const Record shop_now = office.named("渡口面馆");
  clerk.go({.panel = "merchant", .record = shop_now.id, .field = "hours", .view = "form"});
  clerk.frames(4);
  REQUIRE(clerk.fill("营业时间", "每天 6:30–21:30"));
  clerk.press(ui::Key::Enter);
  clerk.frames(4);
  REQUIRE(clerk.fill("营业时间 周一 第 1 段", "天亮"));
  clerk.press(ui::Key::Enter);
  clerk.frames(4);
  REQUIRE(clerk.tap("营业时间"));
  clerk.frames(20);
  CHECK(clerk.shows("天亮"));
  CHECK(clerk.shows("“天亮”看不懂"));
  CHECK(clerk.words().find("“天亮”看不懂") < clerk.words().find("周二"));   // below its day, not below all of them
  CHECK(clerk.words().find("营业时间") != std::string::npos);
  REQUIRE(clerk.tap("保存并提交"));
  clerk.frames(3);
  CHECK(clerk.shows("处要改，改好才能提交"));
  CHECK(clerk.store().get(shop_now.id)->state == ReviewState::Draft);
  clerk.go({.panel = "trash"});
  clerk.frames(3);
  clerk.go({.panel = "merchant", .record = shop_now.id, .field = "hours", .view = "form"});
  clerk.frames(4);
  CHECK(clerk.shows("天亮"));
  REQUIRE(clerk.fill("营业时间 周一 第 1 段", "6:00-10:00"));
  clerk.press(ui::Key::Enter);
  clerk.frames(20);
  CHECK_FALSE(clerk.shows("看不懂，请改好"));
}

TEST_CASE("what cannot be read comes back when the step is done again") {
  Office office;
  Clerk& clerk = office.clerk;
  const Record made = clerk.store().create(Kind::Series, {{"name", "江城在行动"}, {"summary", "一句话"}, {"icon", "star"}, {"number", 12}}, "梁秋");
  clerk.go({.panel = "series", .record = made.id, .view = "form"});
  clerk.frames(4);
  REQUIRE(clerk.fill("序号", "12a"));
  REQUIRE(clerk.tap("名称"));
  clerk.frames(4);
  REQUIRE(clerk.shows("“12a”不是数字"));
  REQUIRE(clerk.tap("撤销"));
  CHECK_FALSE(clerk.shows("12a"));
  REQUIRE(clerk.tap("重做"));
  CHECK(clerk.shows("“12a”不是数字"));
}
