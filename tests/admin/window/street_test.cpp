#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <cmath>

#include "admin/workspace/records.h"
#include "tests/support/clerk.h"

using content::Kind;

namespace {

struct Street {
  tests::Clerk clerk;
  content::RecordId street, noodles, books;

  Street() {
    content::OfficeStore& store = clerk.store();
    street = store.create(Kind::Street, {{"name", "江滩双拥街"}, {"shops", 10}}, "梁秋").id;
    noodles = add("渡口面馆", "江滩双拥街 12 号", {});
    books = add("江畔书屋", "江滩双拥街 17 号", 0.8);
    clerk.enter("梁秋");
    clerk.go({.panel = "street-map"});
    clerk.settle();
  }

  content::RecordId add(const std::string& name, const std::string& address, std::optional<double> x) {
    nlohmann::json body{{"name", name}, {"category", "餐饮"}, {"address", address}, {"street", street.text}};
    if (x) body["map_x"] = *x, body["map_y"] = 0.5;
    return clerk.store().create(Kind::Merchant, body, "梁秋").id;
  }
  const nlohmann::json& body(const content::RecordId& id) { return clerk.office().records().find(id)->body; }
};

}  // namespace

TEST_SUITE("street editor") {

TEST_CASE("a shop is dragged from the list onto the diagram, along it, and back by undo") {
  Street at;
  REQUIRE(at.clerk.has_item("放 渡口面馆 12 号"));
  CHECK_FALSE(at.clerk.has_item("图上 渡口面馆 12 号"));
  REQUIRE(at.clerk.drag("放 渡口面馆 12 号", {450, 200}));
  at.clerk.settle();
  REQUIRE(at.body(at.noodles).contains("map_x"));
  const double x = at.body(at.noodles)["map_x"].get<double>();
  REQUIRE(at.clerk.has_item("图上 渡口面馆 12 号"));
  CHECK_FALSE(at.clerk.has_item("放 渡口面馆 12 号"));

  REQUIRE(at.clerk.drag("图上 渡口面馆 12 号", {120, 0}));
  at.clerk.settle();
  CHECK(at.body(at.noodles)["map_x"].get<double>() > x + 0.05);
  REQUIRE(at.clerk.tap("撤销"));
  at.clerk.settle();
  CHECK(at.body(at.noodles)["map_x"].get<double>() == doctest::Approx(x));
  CHECK(at.clerk.failure().empty());
}

TEST_CASE("arrow keys move the chosen shop in one step to undo, Delete takes it off") {
  Street at;
  REQUIRE(at.clerk.tap("江畔书屋 17 号"));
  for (int i = 0; i < 3; ++i) at.clerk.press(ui::Key::Left);
  at.clerk.press(ui::Key::Down, false, true);
  at.clerk.wait_seconds(2);
  const double x = at.body(at.books)["map_x"].get<double>();
  CHECK(x < 0.8);
  CHECK(x > 0.7);
  CHECK(at.body(at.books)["map_y"].get<double>() > 0.51);
  at.clerk.press(ui::Key::Delete);
  at.clerk.settle();
  CHECK_FALSE(at.body(at.books).contains("map_x"));
  REQUIRE(at.clerk.tap("撤销"));
  REQUIRE(at.clerk.tap("撤销"));
  CHECK(at.body(at.books)["map_x"] == 0.8);
}

TEST_CASE("shops too near are told of and spread out with one click") {
  Street at;
  const auto near = at.add("月台影院", "江滩双拥街 28 号", 0.81);
  at.clerk.office().records().refresh();
  at.clerk.frames(3);
  CHECK(at.clerk.shows("挨得太近"));
  REQUIRE(at.clerk.tap("江畔书屋 17 号"));
  CHECK(at.clerk.shows("太近，手指点不准"));
  REQUIRE(at.clerk.tap("自动排开"));
  at.clerk.settle();
  CHECK_FALSE(at.clerk.shows("挨得太近"));
  CHECK(at.body(near)["map_x"].get<double>() - at.body(at.books)["map_x"].get<double>() > 0.05);
}

TEST_CASE("what could not be written is not said to be done, and is no step to undo") {
  Street at;
  REQUIRE(at.clerk.tap("江畔书屋 17 号"));
  at.clerk.store().set_patience(std::chrono::milliseconds(100));
  const auto other = content::OfficeStore::open(at.clerk.folder() / "office/office.db").store;
  auto holds = std::make_unique<content::OfficeStore::Batch>(*other);
  other->add_person("导入的人", content::Role::Editor, "许安");
  at.clerk.press(ui::Key::Delete);
  CHECK(at.clerk.failure().find("数据库正被别的程序占用") != std::string::npos);
  CHECK(at.clerk.shell().desk().toasted().empty());
  holds.reset();
  at.clerk.settle();
  CHECK(at.body(at.books)["map_x"] == 0.8);
}

TEST_CASE("a window closed right after an arrow key keeps the move") {
  Street at;
  REQUIRE(at.clerk.tap("江畔书屋 17 号"));
  at.clerk.press(ui::Key::Left);
  CHECK(at.body(at.books)["map_x"] == 0.8);   // not written yet
  at.clerk.shell().close();
  CHECK(at.clerk.store().get(at.books)->body["map_x"].get<double>() < 0.8);
}

TEST_CASE("numbers put a shop where they say") {
  Street at;
  REQUIRE(at.clerk.tap("江畔书屋 17 号"));
  REQUIRE(at.clerk.fill("横向位置", "0.255"));
  at.clerk.press(ui::Key::Enter);
  at.clerk.settle();
  CHECK(at.body(at.books)["map_x"] == 0.255);
  CHECK(at.body(at.books)["map_y"] == 0.5);
}

TEST_CASE("the wheel looks closer where the mouse is, the hand moves the diagram, 0 shows all of it") {
  Street at;
  REQUIRE(at.clerk.tap("江畔书屋 17 号"));
  CHECK(at.clerk.shows("100%"));
  const auto pin = [&] { return *at.clerk.items().find("图上 江畔书屋 17 号"); };
  const ui::Rect before = pin();
  at.clerk.wheel("图上 江畔书屋 17 号", 3);
  at.clerk.settle();
  CHECK(at.clerk.shows("195%"));
  CHECK(std::abs(pin().centre().x - before.centre().x) < 60);      // it stays under the mouse
  const float x = pin().centre().x;
  REQUIRE(at.clerk.drag("示意图", {-90, 20}));
  CHECK(pin().centre().x < x - 40);
  CHECK(at.body(at.books)["map_x"] == 0.8);                        // the hand moved the map, not the shop
  at.clerk.press(ui::Key::Zero);
  CHECK(at.clerk.shows("100%"));
  at.clerk.press(ui::Key::Plus);
  CHECK(at.clerk.shows("125%"));
  at.clerk.press(ui::Key::Minus);
  REQUIRE(at.clerk.tap("放大示意图"));
  CHECK(at.clerk.shows("125%"));
  REQUIRE(at.clerk.tap("看全图"));
  CHECK(at.clerk.shows("100%"));
}

TEST_CASE("keys go from pin to pin, and the diagram follows them") {
  Street at;
  for (int i = 0; i < 9; ++i) at.add("店" + std::to_string(i), "江滩双拥街 " + std::to_string(40 + i) + " 号", 0.05 + 0.07 * i);
  at.clerk.office().records().refresh();
  at.clerk.frames(3);
  REQUIRE(at.clerk.tap("店0 40 号"));
  for (int i = 0; i < 6; ++i) at.clerk.press(ui::Key::Plus);
  for (int i = 0; i < 9; ++i) {
    at.clerk.press(ui::Key::J);
    at.clerk.frames(3);
  }
  CHECK(at.clerk.shows("江畔书屋 ・ 17 号"));
  const auto seen = at.clerk.items().find("图上 江畔书屋 17 号");
  REQUIRE(seen);
  CHECK(at.clerk.items().find("示意图")->contains(seen->centre()));
  at.clerk.press(ui::Key::K);
  at.clerk.frames(3);
  CHECK(at.clerk.shows("店8 ・ 48 号"));
}

TEST_CASE("55 shops on one street: looked at closely, every pin can be aimed at") {
  Street at;
  for (int i = 0; i < 55; ++i) at.add("店" + std::to_string(i), "江滩双拥街 " + std::to_string(i + 1) + " 号", 0.03 + 0.94 * i / 55);
  at.clerk.office().records().refresh();
  at.clerk.frames(3);
  const int most = 9;   // 1.25⁹ > 6
  for (int i = 0; i < most; ++i) at.clerk.press(ui::Key::Plus);
  CHECK(at.clerk.shows("600%"));
  std::vector<ui::Rect> pins;
  for (const ui::LoggedItem& item : at.clerk.items().items()) {
    if (item.label.starts_with("图上 店") && item.seen.w > 0) pins.push_back(item.box);
  }
  REQUIRE(pins.size() >= 3);
  std::ranges::sort(pins, {}, &ui::Rect::x);
  for (std::size_t i = 1; i < pins.size(); ++i) CHECK(pins[i].centre().x - pins[i - 1].centre().x >= 64);
}

}  // TEST_SUITE
