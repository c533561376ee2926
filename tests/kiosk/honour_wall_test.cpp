// The honour wall: the person of the week, equals beside, filters.
#include <doctest/doctest.h>

#include <set>
#include <string>

#include "tests/support/kiosk_fixture.h"

using content::FigureCategory;
using tests::Visit;

namespace {

Visit at_wall(std::shared_ptr<content::Catalog> city, ui::PixelSize size = {1920, 1080}) {
  city->build_lookup();
  return Visit(std::move(city), size);
}

void open_wall(Visit& visit) {
  visit.kiosk().open(kiosk::ScreenKind::HonourWall, {}, visit.now);
  visit.settle();
}

std::shared_ptr<content::Catalog> crowded_city(int figures) {
  auto city = tests::small_city();
  for (int i = 0; i < figures; ++i) city->figures.push_back(tests::figure_named("人物" + std::to_string(i), FigureCategory::Veteran));
  city->build_lookup();
  return city;
}

}  // namespace

TEST_CASE("the wall shows everybody as equals and a tap on a card opens its page") {
  for (const auto size : {ui::PixelSize{1920, 1080}, ui::PixelSize{1080, 1920}}) {
    auto visit = at_wall(tests::small_city(), size);
    open_wall(visit);
    CHECK(visit.shows("榜样就在我们身边"));
    CHECK(visit.shows("4 位（户）"));
    for (const auto* name : {"人物 陈向江", "人物 顾长岭", "人物 仇㛃", "人物 周念慈"}) CHECK(visit.has_item(name));
    CHECK(visit.item_log().duplicates().empty());
    REQUIRE(visit.tap("人物 顾长岭"));
    CHECK(visit.screen() == "honour-figure");
    CHECK(visit.shows("顾长岭"));
    REQUIRE(visit.tap("返回"));
    CHECK(visit.screen() == "honour-wall");
  }
}

TEST_CASE("a fallen soldier is never the person of the week") {
  auto city = tests::small_city();
  for (auto& figure : city->figures) figure.category = FigureCategory::Martyr;
  city->city.featured_figure = city->figures[1].id;
  auto visit = at_wall(city);
  open_wall(visit);
  CHECK(visit.shows("顾长岭"));
  CHECK_FALSE(visit.shows("本周人物"));
}

TEST_CASE("tributes of this screen stand by the person of the week only when there are some") {
  auto city = tests::small_city();
  city->city.featured_figure = city->figures[3].id;
  auto visit = at_wall(city, {1080, 1920});
  open_wall(visit);
  CHECK(visit.shows("本周人物"));
  CHECK_FALSE(visit.shows("人次致敬"));
  visit.tap("人物 周念慈");
  REQUIRE(visit.tap("致敬"));
  visit.tap("返回");
  CHECK(visit.shows("1 人次致敬"));
}

TEST_CASE("a drag that begins on a card turns the page and opens nothing") {
  auto visit = at_wall(crowded_city(40));
  open_wall(visit);
  REQUIRE(visit.shows("1 / 6"));
  REQUIRE(visit.drag("人物 陈向江", -500, 0));
  CHECK(visit.screen() == "honour-wall");
  CHECK(visit.shows("2 / 6"));
}

TEST_CASE("chips name only the categories that have figures, and choosing one shows them alone") {
  auto visit = at_wall(tests::small_city());
  open_wall(visit);
  CHECK(visit.has_item("英烈"));
  CHECK_FALSE(visit.has_item("好军嫂"));
  CHECK_FALSE(visit.has_item("年度"));   // one year only
  REQUIRE(visit.tap("英烈"));
  CHECK(visit.has_item("人物 顾长岭"));
  CHECK_FALSE(visit.has_item("人物 陈向江"));
  CHECK(visit.shows("1 位（户）"));
  REQUIRE(visit.tap("全部"));
  CHECK(visit.has_item("人物 陈向江"));
}

TEST_CASE("a category and a year that nobody shares say so, and a button lifts one of them") {
  for (const auto size : {ui::PixelSize{1920, 1080}, ui::PixelSize{1080, 1920}}) {
    auto city = tests::small_city();
    city->figures[0].year = 2024;
    auto visit = at_wall(city, size);
    open_wall(visit);
    REQUIRE(visit.tap("年度"));
    CHECK(visit.shows("1 位"));   // how many each year leaves
    REQUIRE(visit.tap("年度 2024 年度"));
    CHECK(visit.has_item("人物 陈向江"));
    CHECK_FALSE(visit.has_item("人物 顾长岭"));
    REQUIRE(visit.tap("英烈"));
    CHECK(visit.shows("2024 年度还没有英烈"));
    REQUIRE(visit.tap("看全部年度的英烈 ・ 1 位"));
    CHECK(visit.has_item("人物 顾长岭"));
  }
}

TEST_CASE("figures whose time is over are gone at midnight, and an empty wall speaks") {
  auto city = tests::small_city();
  for (auto& figure : city->figures) figure.validity.until = content::Day(std::chrono::year(2026), std::chrono::month(7), std::chrono::day(30));
  auto visit = at_wall(city);
  open_wall(visit);
  CHECK(visit.has_item("人物 陈向江"));
  visit.now = tests::minute_at(2026, 7, 31, 0, 0);
  visit.frames(2);
  CHECK_FALSE(visit.has_item("人物 陈向江"));
  CHECK(visit.shows("光荣榜正在更新"));
}

TEST_CASE("namesakes, a name of forty characters and five hundred figures all find their place") {
  for (const auto size : {ui::PixelSize{1920, 1080}, ui::PixelSize{1080, 1920}, ui::PixelSize{1280, 720}, ui::PixelSize{1440, 1080},
                          ui::PixelSize{2520, 1080}}) {
    auto city = crowded_city(500);
    std::string forty;
    for (int i = 0; i < 10; ++i) forty += "欧阳江城";
    city->figures[1].name = forty;
    city->figures[2].name = city->figures[3].name;
    auto visit = at_wall(city, size);
    open_wall(visit);
    CHECK(visit.screen() == "honour-wall");
    CHECK(visit.item_log().duplicates().empty());
    for (int i = 0; i < 3; ++i) visit.tap("›");
    CHECK(visit.shows("4 / "));
  }
}

TEST_CASE("a fallen soldier closes a page of the wall and begins none") {
  for (const auto size : {ui::PixelSize{1920, 1080}, ui::PixelSize{1080, 1920}}) {
    auto city = crowded_city(40);
    city->figures.push_back(tests::figure_named("阿克", FigureCategory::Martyr));
    auto visit = at_wall(city, size);
    open_wall(visit);
    REQUIRE(visit.has_item("人物 顾长岭"));
    const auto box = [&](std::string_view label) { return *visit.item_log().find(label); };
    for (const auto& item : visit.item_log().items()) {
      if (item.label.starts_with("人物 ")) CHECK(item.box.y <= box("人物 顾长岭").y + 1);
    }
    CHECK_FALSE(visit.has_item("人物 阿克"));
    REQUIRE(visit.tap("›"));
    CHECK(visit.has_item("人物 阿克"));
  }
}

namespace {

void switch_to(Visit& visit, bool large, bool low, ui::Language language = ui::Language::Chinese) {
  ui::Modes modes;
  modes.large_text = modes.high_contrast = large;
  modes.low_reach = low;
  modes.language = language;
  visit.kiosk().set_modes(modes, visit.now);
  visit.settle();
}

}  // namespace

TEST_CASE("in low reach the person of the week is shown above and opened from the first card below") {
  for (const auto size : {ui::PixelSize{1920, 1080}, ui::PixelSize{1080, 1920}, ui::PixelSize{1440, 1080}}) {
    CAPTURE(size.w);
    auto city = crowded_city(30);
    city->city.featured_figure = city->figures[3].id;
    auto visit = at_wall(city, size);
    open_wall(visit);
    switch_to(visit, false, true);
    CHECK(visit.shows("本周人物"));
    for (const auto& item : visit.item_log().items()) {
      CHECK_MESSAGE(item.box.y >= 0.48F * static_cast<float>(size.h) - 1, item.label);
    }
    CHECK(visit.item_log().duplicates().empty());
    REQUIRE(visit.tap("人物 周念慈"));
    CHECK(visit.screen() == "honour-figure");
  }
}

TEST_CASE("with large text everybody is still on the wall, over more pages") {
  for (const auto size : {ui::PixelSize{1920, 1080}, ui::PixelSize{1080, 1920}, ui::PixelSize{1080, 1440}}) {
    CAPTURE(size.h);
    auto visit = at_wall(crowded_city(12), size);
    open_wall(visit);
    switch_to(visit, true, true);
    std::set<std::string> seen;
    for (int page = 0; page < 17; ++page) {
      for (const auto& item : visit.item_log().items()) {
        if (item.label.starts_with("人物 ")) seen.insert(item.label);
      }
      visit.tap("›");
    }
    CHECK(seen.size() == 16);
  }
}

TEST_CASE("in English a name stands with its pinyin, the city's words as the office gave them") {
  auto city = tests::small_city();
  city->city.english = {{"honour_title", "They live next door"}, {"name", "Jiangcheng"}};
  city->figures[0].english = {{"name", "Chen Xiangjiang"}};
  auto visit = at_wall(city);
  open_wall(visit);
  switch_to(visit, false, false, ui::Language::English);
  CHECK(visit.shows("They live next door"));
  CHECK(visit.shows("Jiangcheng"));
  CHECK(visit.shows("Chen Xiangjiang"));
  CHECK_FALSE(visit.shows("陈向江"));
  CHECK(visit.shows("Zhou Nianci"));
}
