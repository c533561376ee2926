// The clerk's journey in real windows: the office program is worked by mouse and keyboard, a kiosk program beside it follows.
#include <doctest/doctest.h>

#include <filesystem>
#include <string>

#include "content/office_store.h"
#include "content/release.h"
#include "tests/journeys/kiosk_program.h"
#include "tests/journeys/office_window.h"
#include "tests/support/temporary_folder.h"

namespace fs = std::filesystem;
using journeys::OfficeWindow;
using journeys::RunningKiosk;

namespace {

constexpr const char* kPassword = "lvse-shan-7";

bool until_shows(const OfficeWindow& office, std::string_view words) {
  return journeys::awaits([&] { return office.shows(words); });
}

// As many discs as the secret has characters stand there.
bool until_hidden(const OfficeWindow& office, std::string_view secret) {
  std::string discs;
  for (std::size_t i = 0; i < secret.size(); ++i) discs += "•";
  return journeys::awaits([&] { return office.shows(discs); }, std::chrono::seconds(10));
}

bool fill(OfficeWindow& office, std::string_view label, std::string_view words, bool secret = false) {
  for (int attempt = 0; attempt < 3; ++attempt) {
    if (!office.click(label) || !journeys::awaits([&] { return office.look().value("typing", false); }, std::chrono::seconds(3))) continue;
    office.press("ctrl+a");
    office.press("BackSpace");
    office.type(words);
    if (secret ? until_hidden(office, words) : journeys::awaits([&] { return office.shows(words); }, std::chrono::seconds(10))) return true;
  }
  return false;
}

bool click_to(OfficeWindow& office, std::string_view label, std::string_view panel) {
  for (int attempt = 0; attempt < 5; ++attempt) {
    office.click(label);
    if (journeys::awaits([&] { return office.look().value("panel", "") == panel; }, std::chrono::seconds(3))) return true;
  }
  return false;
}

void sign_in(OfficeWindow& office, std::string_view name) {
  REQUIRE(until_shows(office, "登录管理台"));
  REQUIRE(fill(office, "姓名", name));
  REQUIRE(fill(office, "密码", kPassword, true));
  office.press("Return");
  REQUIRE(office.until_item("我的菜单", std::chrono::seconds(60)));
}

void change_person(OfficeWindow& office, std::string_view name) {
  REQUIRE(office.click("我的菜单"));
  REQUIRE(office.click("锁定并换人"));
  sign_in(office, name);
}

void make_the_first_administrator(OfficeWindow& office) {
  REQUIRE(until_shows(office, "创建第一位管理员"));
  REQUIRE(fill(office, "姓名", "Xu An"));
  REQUIRE(fill(office, "密码", kPassword, true));
  REQUIRE(fill(office, "再输一次", kPassword, true));
  REQUIRE(office.click("创建并进入"));
  REQUIRE(office.until_item("我的菜单", std::chrono::seconds(60)));
}

void enter_person(OfficeWindow& office, std::string_view name, const std::string& role) {
  REQUIRE(click_to(office, "导航 用户与权限", "people"));
  REQUIRE(office.click("登记新人"));
  REQUIRE(fill(office, "姓名", name));
  REQUIRE(office.click("角色 " + role));
  REQUIRE(fill(office, "第一个密码", kPassword, true));
  REQUIRE(office.click("登记"));
  REQUIRE(office.until_item("用户 " + std::string(name), std::chrono::seconds(60)));
}

void write_record(OfficeWindow& office, const char* panel, const std::string& kind, std::initializer_list<std::pair<const char*, const char*>> fields) {
  REQUIRE(click_to(office, panel == std::string("city") ? "导航 城市与首页" : "导航 双拥街商户", panel));
  REQUIRE(office.click("新建" + kind));
  for (const auto& [label, words] : fields) {
    CAPTURE(label);
    REQUIRE(fill(office, label, words));
  }
  REQUIRE(office.click("保存并提交"));
  REQUIRE(journeys::awaits([&] { return !office.sees("保存并提交"); }));
}

void review(OfficeWindow& office, std::string_view person, int expected) {
  change_person(office, person);
  REQUIRE(click_to(office, "导航 审核", "review"));
  for (int i = 0; i < expected; ++i) REQUIRE(office.click("通过"));
}

std::int64_t newest(const fs::path& outbox) {
  const auto all = content::list_releases(outbox);
  return all.empty() ? 0 : all.back();
}

}  // namespace

TEST_CASE("in real windows: administrator, people, records, three reviews, and the kiosk beside it") {
  const tests::TemporaryFolder folder;
  const fs::path outbox = folder / "outbox";
  fs::create_directories(outbox);
  const RunningKiosk kiosk(folder.path(), {"--release", outbox.string(), "--state", (folder / "state").string()});
  OfficeWindow office(folder.path(), folder / "office/office.db", outbox, {});
  make_the_first_administrator(office);
  enter_person(office, "Liang", "编辑");
  enter_person(office, "Shen", "初审");
  enter_person(office, "Fang", "复审");
  enter_person(office, "He", "终审");

  change_person(office, "Liang");
  write_record(office, "city", "城市", {{"城市", "Jiangcheng"}, {"创建口号", "One heart"}, {"宣传标题", "News"}, {"光荣榜标题", "Honour"}, {"好物标题", "Goods"}});
  write_record(office, "merchant", "商户", {{"商户名称", "Ferry Noodles"}, {"类别", "Food"}});
  review(office, "Shen", 2);
  review(office, "Fang", 2);
  review(office, "He", 2);
  REQUIRE(click_to(office, "导航 发布", "publish"));
  REQUIRE(office.click("发布第 1 期"));
  REQUIRE(journeys::awaits([&] { return newest(outbox) == 1; }));
  CHECK(kiosk.wait_for("release", 1));
  CHECK(until_shows(office, "和屏上的第 1 期一样"));
}
