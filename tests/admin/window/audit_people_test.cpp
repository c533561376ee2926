#include <doctest/doctest.h>

#include <filesystem>

#include "tests/support/clerk.h"

using content::Kind;
using content::Record;
using content::Role;
using nlohmann::json;
using tests::Clerk;

namespace {

json series(const std::string& name, const std::string& summary) { return {{"name", name}, {"summary", summary}, {"icon", "star"}, {"number", 1}}; }

void show(Clerk& clerk, std::string_view person, const char* panel) {
  clerk.enter(person);
  clerk.go({.panel = panel});
  clerk.frames(5);
}

}  // namespace

TEST_CASE("the log shows each deed, proves the chain, and finds by words") {
  Clerk clerk;
  const Record made = clerk.store().create(Kind::Series, series("什么是双拥", "第一句"), "梁秋");
  clerk.store().edit(made.id, made.revision, series("什么是双拥", "第二句"), "梁秋");
  clerk.store().create(Kind::Series, series("国防知识", "一句"), "沈明");
  show(clerk, "许安", "audit");
  CHECK(clerk.shows("操作日志"));
  CHECK(clerk.shows("没有缺、没有改"));
  REQUIRE(clerk.fill("搜日志", "第二句"));
  clerk.frames(4);
  CHECK(clerk.shows("第一句"));
  CHECK(clerk.shows("第二句"));
  CHECK_FALSE(clerk.shows("国防知识"));
}

TEST_CASE("what was before a line comes back as a new draft") {
  Clerk clerk;
  const Record made = clerk.store().create(Kind::Series, series("什么是双拥", "第一句"), "梁秋");
  clerk.store().edit(made.id, made.revision, series("什么是双拥", "第二句"), "梁秋");
  show(clerk, "沈明", "audit");
  clerk.frames(3);
  REQUIRE(clerk.fill("搜日志", "第二句"));
  clerk.frames(4);
  REQUIRE(clerk.tap("恢复成改前"));
  clerk.frames(3);
  const Record now = *clerk.store().get(made.id);
  CHECK(now.body == series("什么是双拥", "第一句"));
  CHECK(now.revision == 3);
  CHECK(now.state == content::ReviewState::Draft);
}

TEST_CASE("the shown part of the log becomes a table") {
  Clerk clerk;
  show(clerk, "许安", "audit");
  REQUIRE(clerk.tap("导出这一段"));
  clerk.frames(2);
  const auto folder = clerk.folder() / "office" / "操作日志";
  REQUIRE(std::filesystem::exists(folder));
  CHECK_FALSE(std::filesystem::is_empty(folder));
}

TEST_CASE("the administrator enters a person who can then sign in") {
  Clerk clerk;
  show(clerk, "许安", "people");
  REQUIRE(clerk.tap("登记新人"));
  clerk.frames(2);
  REQUIRE(clerk.fill("姓名", "陆初"));
  REQUIRE(clerk.tap("角色 初审"));
  REQUIRE(clerk.fill("第一个密码", "12345678"));
  REQUIRE(clerk.tap("登记"));
  clerk.frames(3);
  CHECK_FALSE(clerk.store().find_person("陆初"));
  REQUIRE(clerk.fill("第一个密码", "渡口的船早上六点开"));
  REQUIRE(clerk.tap("登记"));
  clerk.frames(4);
  const auto person = clerk.store().find_person("陆初");
  REQUIRE(person);
  CHECK(person->role == Role::First);
  CHECK(person->may_sign_in);
  CHECK(clerk.store().audit({.deed = "add_person"}).front().person == "许安");
}

TEST_CASE("a name that is taken is refused at the field") {
  Clerk clerk;
  show(clerk, "许安", "people");
  REQUIRE(clerk.tap("登记新人"));
  clerk.frames(2);
  REQUIRE(clerk.fill("姓名", "沈明"));
  REQUIRE(clerk.fill("第一个密码", "渡口的船早上六点开"));
  REQUIRE(clerk.tap("登记"));
  clerk.frames(4);
  CHECK(clerk.shows("已经有名叫"));
}

TEST_CASE("a role changes at once and can be taken back – the last administrator stays") {
  Clerk clerk;
  show(clerk, "许安", "people");
  REQUIRE(clerk.tap("用户 沈明"));
  clerk.frames(2);
  REQUIRE(clerk.tap("角色 复审"));
  clerk.frames(2);
  CHECK(clerk.store().find_person("沈明")->role == Role::Second);
  REQUIRE(clerk.tap("用户 许安"));
  clerk.frames(2);
  REQUIRE(clerk.tap("角色 编辑"));
  clerk.frames(2);
  CHECK(clerk.store().find_person("许安")->role == Role::Administrator);
  CHECK_FALSE(clerk.failure().empty());
}

TEST_CASE("who leaves is asked about first and can do nothing afterwards") {
  Clerk clerk;
  show(clerk, "许安", "people");
  REQUIRE(clerk.tap("用户 方晴"));
  clerk.frames(2);
  REQUIRE(clerk.tap("办理离开"));
  clerk.frames(2);
  CHECK(clerk.store().find_person("方晴"));
  REQUIRE(clerk.tap("还没离开"));
  clerk.frames(2);
  CHECK(clerk.store().find_person("方晴"));
}

TEST_CASE("only administrators are offered the people") {
  Clerk clerk;
  for (const char* person : {"梁秋", "何川"}) {
    show(clerk, person, "people");
    CHECK(clerk.panel() != "people");
  }
}
