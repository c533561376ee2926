// The keys that the office's window promises (DESIGN-2.md §16), each tried where a clerk would press it.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "admin/panels/panel.h"
#include "content/release.h"
#include "tests/admin/workspace/publish_office.h"
#include "tests/support/clerk.h"

using content::Kind;
using content::Record;
using content::ReviewState;
using nlohmann::json;
using tests::Clerk;
using ui::Key;

namespace {

json shop(const std::string& name) { return {{"name", name}, {"category", "餐饮"}, {"address", name + "路 1 号"}}; }

Record submitted(Clerk& clerk, const std::string& name) {
  const Record made = clerk.store().create(Kind::Merchant, shop(name), "梁秋");
  return clerk.store().submit(made.id, made.hash, "梁秋");
}

// Two shops, one under review; whoever is named sits at the window.
struct Office {
  explicit Office(std::string_view person, const char* panel) {
    first = clerk.store().create(Kind::Merchant, shop("渡口面馆"), "梁秋");
    second = submitted(clerk, "望江理发店");
    clerk.enter(person);
    clerk.go({.panel = panel});
    clerk.frames(4);
  }
  Clerk clerk;
  Record first, second;
};

// Tab until the focus or the caret stands on the item; false after a round.
bool tab_to(Clerk& clerk, std::string_view label) {
  for (int i = 0; i < 80; ++i) {
    if (clerk.focused() == label) return true;
    clerk.press(Key::Tab);
  }
  return false;
}

// Where Tab leads, from where it stands now.
std::vector<std::string> tabbed(Clerk& clerk, int steps) {
  std::vector<std::string> labels;
  for (int i = 0; i < steps; ++i) {
    clerk.press(Key::Tab);
    labels.push_back(clerk.focused());
  }
  return labels;
}

}  // namespace

TEST_CASE("Ctrl K searches and ? tells the keys on every panel, Esc closes the top layer alone") {
  for (const char* person : {"梁秋", "何川", "许安"}) {
    Office office(person, "overview");
    Clerk& clerk = office.clerk;
    for (const admin::PanelInfo& panel : admin::panels()) {
      if (panel.offered != nullptr && !panel.offered(clerk.office())) continue;
      CAPTURE(panel.id);
      clerk.go({.panel = std::string(panel.id)});
      clerk.press(Key::K, true);
      CHECK(clerk.has_item("搜什么"));
      clerk.press(Key::Escape);
      clerk.press(Key::Escape);   // the first may take the caret
      CHECK_FALSE(clerk.has_item("搜什么"));
      clerk.press(Key::Question);
      CHECK(clerk.shows("不用鼠标也能审完一天的稿"));
      clerk.press(Key::Escape);
      CHECK_FALSE(clerk.shows("不用鼠标也能审完一天的稿"));
      CHECK(clerk.panel() == panel.id);
    }
  }
}

TEST_CASE("N makes new: a record on a list, a choice of kinds on the overview") {
  Office office("梁秋", "overview");
  Clerk& clerk = office.clerk;
  clerk.press(Key::N);
  CHECK(clerk.has_item("新建 商户"));
  clerk.press(Key::Escape);
  CHECK_FALSE(clerk.has_item("新建 商户"));
  clerk.go({.panel = "merchant"});
  clerk.press(Key::N);
  CHECK(clerk.shows("新建商户"));
  CHECK(clerk.has_item("回到列表"));
}

TEST_CASE("on a list: arrows walk, Space shows the preview large, Enter opens, Esc goes back a step at a time") {
  Office office("梁秋", "merchant");
  Clerk& clerk = office.clerk;
  clerk.press(Key::Home);
  clerk.settle();
  clerk.press(Key::Down);
  clerk.settle();
  clerk.press(Key::Space);
  CHECK(clerk.has_item("关上预览"));
  clerk.press(Key::Escape);
  CHECK_FALSE(clerk.has_item("关上预览"));
  clerk.press(Key::Enter);
  clerk.settle();
  CHECK(clerk.has_item("回到列表"));
  clerk.press(Key::Escape);
  clerk.settle();
  CHECK_FALSE(clerk.has_item("回到列表"));
}

TEST_CASE("single letters are written where somebody writes, and do nothing else") {
  Office office("梁秋", "merchant");
  Clerk& clerk = office.clerk;
  REQUIRE(clerk.tap("在列表里搜"));
  clerk.type("n");
  clerk.press(Key::N);
  clerk.press(Key::X);
  CHECK_FALSE(clerk.has_item("回到列表"));
  CHECK_FALSE(clerk.has_item("取消选中"));
  clerk.press(Key::K, true);   // but with Ctrl they are commands
  CHECK(clerk.has_item("搜什么"));
}

TEST_CASE("Enter and Space press the button on which the focus stands, not the list's row") {
  Office office("梁秋", "merchant");
  Clerk& clerk = office.clerk;
  clerk.press(Key::Down);
  clerk.settle();
  REQUIRE(tab_to(clerk, "新建商户"));
  clerk.press(Key::Enter);
  clerk.settle();
  CHECK(clerk.shows("新建商户"));
  CHECK(clerk.has_item("回到列表"));
  clerk.press(Key::Escape);
  clerk.press(Key::Escape);
  clerk.settle();
  REQUIRE(tab_to(clerk, "商户 渡口面馆"));
  clerk.press(Key::Enter);
  clerk.settle();
  CHECK(clerk.has_item("回到列表"));
  CHECK(clerk.shows("渡口面馆"));
}

TEST_CASE("in review: B puts the caret into the comment, J and K walk the changes, A passes") {
  Office office("沈明", "review");
  Clerk& clerk = office.clerk;
  clerk.press(Key::J);
  clerk.press(Key::K);
  CHECK(clerk.store().get(office.second.id)->state == ReviewState::First);
  clerk.press(Key::B);
  CHECK(clerk.focused() == "意见");
  clerk.press(Key::A);   // a letter of the comment now
  CHECK(clerk.store().get(office.second.id)->state == ReviewState::First);
  clerk.press(Key::Escape);
  clerk.press(Key::A);
  CHECK(clerk.store().get(office.second.id)->state == ReviewState::Second);
}

TEST_CASE("in a form: Ctrl S saves, Ctrl Z and Ctrl Y go back and forth, Ctrl Enter submits, F8 goes to what is wrong") {
  Office office("梁秋", "merchant");
  Clerk& clerk = office.clerk;
  clerk.go({.panel = "merchant", .record = office.first.id, .view = "form"});
  REQUIRE(clerk.fill("商户名称", "渡口老面馆"));
  clerk.press(Key::Z, true);
  CHECK_FALSE(clerk.shows("渡口老面馆"));
  clerk.press(Key::Y, true);
  CHECK(clerk.shows("渡口老面馆"));
  clerk.press(Key::S, true);
  clerk.settle();
  CHECK(clerk.store().get(office.first.id)->body["name"] == "渡口老面馆");
  REQUIRE(clerk.fill("类别", ""));
  clerk.press(Key::Enter, true);
  clerk.settle();
  CHECK(clerk.store().get(office.first.id)->state == ReviewState::Draft);
  clerk.press(Key::F8);
  clerk.settle();
  CHECK(clerk.focused() == "类别");
  clerk.type("面食");
  clerk.press(Key::Escape);
  clerk.press(Key::Enter, true);
  clerk.settle();
  CHECK(clerk.store().get(office.first.id)->state == ReviewState::First);
}

TEST_CASE("in an article: Ctrl 1 turns the line into a heading and back, Ctrl P shows the page alone") {
  Office office("梁秋", "article");
  Clerk& clerk = office.clerk;
  clerk.press(Key::N);
  clerk.settle();
  REQUIRE(clerk.tap("页签 正文"));
  REQUIRE(clerk.tap("正文"));
  clerk.type("怎么办理");
  const auto written = [&clerk] {
    clerk.wait_seconds(2);   // drafts keep themselves every second
    const auto drafts = clerk.store().drafts();
    return drafts.empty() ? std::string() : drafts.front().body.value("body", std::string());
  };
  clerk.press(Key::One, true);
  CHECK(written() == "## 怎么办理");
  clerk.press(Key::One, true);
  CHECK(written() == "怎么办理");
  clerk.press(Key::P, true);
  CHECK(clerk.has_item("关上预览"));
}

TEST_CASE("nothing on the keyboard publishes") {
  Office office("何川", "publish");
  Clerk& clerk = office.clerk;
  Record city = clerk.store().create(Kind::City, tests::PublishOffice::city_body(), "梁秋");
  city = clerk.store().submit(city.id, city.hash, "梁秋");
  for (const char* person : {"沈明", "方晴", "何川"}) clerk.store().approve(city.id, city.hash, person);
  clerk.wait_seconds(2);
  clerk.settle();
  REQUIRE(clerk.has_item("发布第 1 期"));
  for (const Key key : {Key::Enter, Key::Space, Key::A, Key::P, Key::S, Key::R, Key::N, Key::F8, Key::F5}) {
    clerk.press(key);
    clerk.press(key, true);
    clerk.press(Key::Escape);
  }
  clerk.settle();
  CHECK(content::list_releases(clerk.office().outbox()).empty());
}

TEST_CASE("Tab reads a form from left to right and from top to bottom") {
  Office office("梁秋", "merchant");
  Clerk& clerk = office.clerk;
  clerk.press(Key::N);
  clerk.settle();
  CHECK(clerk.focused() == "商户名称");
  const std::vector<std::string> order = tabbed(clerk, 14);
  std::vector<std::string> fields;
  for (const char* field : {"拼音", "类别", "街区", "地址", "电话", "公交"}) {
    if (std::ranges::find(order, field) != order.end()) fields.emplace_back(field);
  }
  CHECK(fields.size() == 6);
  auto last = order.begin();
  for (const std::string& field : fields) {
    const auto at = std::ranges::find(order, field);
    CAPTURE(field);
    CHECK(at >= last);
    last = at;
  }
}

TEST_CASE("Tab at the door: name, password, enter") {
  Clerk clerk;
  CHECK(clerk.focused() == "姓名");
  clerk.type("梁秋");
  clerk.press(Key::Tab);
  CHECK(clerk.focused() == "密码");
  clerk.type(tests::kPassword);
  REQUIRE(tab_to(clerk, "登录"));
  clerk.press(Key::Enter);
  clerk.settle();
  CHECK(clerk.office().signed_in());
}

TEST_CASE("in a dialog Tab goes round its own buttons") {
  Office office("梁秋", "merchant");
  Clerk& clerk = office.clerk;
  clerk.press(Key::Down);
  clerk.settle();
  REQUIRE(clerk.tap("选中 渡口面馆"));
  REQUIRE(clerk.tap("放进回收站"));
  REQUIRE(clerk.shows("把选中的 1 条放进回收站？"));
  const std::vector<std::string> order = tabbed(clerk, 6);
  for (const std::string& label : order) {
    const bool own = label == "放进回收站" || label == "先不放";
    CAPTURE(label);
    CHECK(own);
  }
  clerk.press(Key::Escape);
  CHECK_FALSE(clerk.shows("把选中的 1 条放进回收站？"));
  CHECK_FALSE(clerk.store().get(office.first.id)->trashed);
}
