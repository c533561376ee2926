#include "tests/journeys/window_clerk.h"

#include <doctest/doctest.h>

namespace journeys {
namespace {

using std::chrono::seconds;

// As many discs as the secret has characters.
std::string discs(std::string_view secret) {
  std::string all;
  for (std::size_t i = 0; i < secret.size(); ++i) all += "•";
  return all;
}

// What stands in the window, for messages.
std::string words_of(const OfficeWindow& office) {
  std::string all;
  for (const auto& text : office.look().value("texts", nlohmann::json::array())) all += text.get<std::string>() + " | ";
  return all;
}

}  // namespace

// --- ways and fields ----------------------------------------------------------------------------------------------
bool WindowClerk::reach(std::string_view label) const {
  awaits([&] { return office_.sees(label); }, seconds(2));
  // As a person does who does not see it: through the form, and then through what stands at the right.
  for (int turn = 0; turn < 36 && !office_.sees(label); ++turn) office_.wheel(turn < 24 ? 500 : 1320, 520, turn < 12 || turn >= 24 ? 4 : -4);
  return office_.until_item(label);
}

void WindowClerk::click(std::string_view label) {
  CAPTURE(label);
  const bool seen = reach(label);
  CAPTURE(words_of(office_));
  REQUIRE(seen);
  REQUIRE(office_.click(label));
}

void WindowClerk::go(std::string_view entry, std::string_view panel) {
  CAPTURE(entry);
  const std::string label = "导航 " + std::string(entry);
  bool there = false;
  for (int attempt = 0; attempt < 5 && !there; ++attempt) {
    office_.click(label);
    there = awaits([&] { return office_.look().value("panel", "") == panel; }, seconds(3));
  }
  REQUIRE(there);
}

bool WindowClerk::try_fill(std::string_view label, std::string_view words, bool secret) {
  if (!office_.click(label) || !awaits([&] { return office_.look().value("caret", "") == label; }, seconds(3))) return false;
  office_.press("ctrl+a");
  office_.press("BackSpace");
  office_.type(words);
  const std::string shown = secret ? discs(words) : std::string(words);
  return awaits([&] { return office_.stands(shown); }, seconds(10));
}

void WindowClerk::fill(std::string_view label, std::string_view words, bool secret) {
  CAPTURE(label);
  REQUIRE(reach(label));
  bool stands = false;
  for (int attempt = 0; attempt < 3 && !stands; ++attempt) stands = try_fill(label, words, secret);
  REQUIRE(stands);
}

void WindowClerk::fill_all(Fields fields) {
  for (const auto& [label, words] : fields) fill(label, words);
}

void WindowClerk::choose(std::string_view label, std::string_view option) {
  click(label);
  click(std::string(label) + "：" + std::string(option));
}

void WindowClerk::until_shows(std::string_view words, seconds limit) const {
  CAPTURE(words);
  REQUIRE(awaits([&] { return office_.shows(words); }, limit));
}

// --- people -------------------------------------------------------------------------------------------------------
void WindowClerk::make_the_first_administrator(std::string_view name) {
  until_shows("创建第一位管理员");
  fill("姓名", name);
  fill("密码", kClerkPassword, true);
  fill("再输一次", kClerkPassword, true);
  click("创建并进入");
  REQUIRE(office_.until_item("我的菜单", seconds(60)));
}

void WindowClerk::enter_person(std::string_view name, std::string_view role) {
  go("用户与权限", "people");
  click("登记新人");
  fill("姓名", name);
  click("角色 " + std::string(role));
  fill("第一个密码", kClerkPassword, true);
  click("登记");
  REQUIRE(office_.until_item("用户 " + std::string(name), seconds(60)));
}

void WindowClerk::sign_in(std::string_view name) {
  until_shows("登录管理台");
  fill("姓名", name);
  fill("密码", kClerkPassword, true);
  office_.press("Return");
  const bool in = office_.until_item("我的菜单", seconds(30));
  CAPTURE(words_of(office_));
  REQUIRE(in);
}

void WindowClerk::change_person(std::string_view name) {
  click("我的菜单");
  click("锁定并换人");
  sign_in(name);
}

// --- what an office does ------------------------------------------------------------------------------------------
void WindowClerk::begin_record(std::string_view entry, std::string_view panel, std::string_view kind) {
  go(entry, panel);
  click("新建" + std::string(kind));
}

void WindowClerk::submit() {
  click("保存并提交");
  REQUIRE(awaits([&] { return !office_.sees("保存并提交"); }));
}

void WindowClerk::review(std::string_view person, int expected) {
  CAPTURE(person);
  change_person(person);
  go("审核", "review");
  for (int i = 0; i < expected; ++i) click("通过");
  until_shows("都审完了");
}

}  // namespace journeys
