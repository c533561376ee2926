#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <string>

#include "kiosk/nearby.h"
#include "kiosk/screens/street_shops.h"
#include "kiosk/widgets/street_map_groups.h"
#include "tests/kiosk/street_support.h"

using kiosk::ScreenKind;
using namespace tests;

TEST_CASE("the street shows its shops, their offers and how many have signed") {
  Visit visit(tests::small_city());
  open_street(visit);
  CHECK(visit.screen() == "street");
  CHECK(visit.shows("江滩双拥街"));
  CHECK(visit.shows("渡口面馆"));
  CHECK(visit.shows("凭优待证 全单八折"));
  CHECK(visit.shows("营业中"));
  CHECK(visit.shows(" / 10 家已签约"));
  CHECK(visit.shows("70%"));
  CHECK(visit.shows("7 家"));
  CHECK_FALSE(visit.has_item("商户 未签约小店"));
}

TEST_CASE("shops whose record or pledge is over are never listed") {
  auto city = tests::small_city();
  city->merchants[1].validity.until = content::Day(std::chrono::year(2026), std::chrono::month(7), std::chrono::day(29));
  city->merchants[2].pledge.until = content::Day(std::chrono::year(2026), std::chrono::month(7), std::chrono::day(29));
  city->build_lookup();
  Visit visit(city);
  open_street(visit);
  CHECK_FALSE(visit.has_item(row(city->merchants[1])));
  CHECK_FALSE(visit.has_item(row(city->merchants[2])));
  CHECK(visit.shows("5 家"));
}

TEST_CASE("a tap selects a shop, a second tap opens it") {
  auto city = tests::small_city();
  Visit visit(city);
  open_street(visit);
  REQUIRE(visit.tap("商户 渡口面馆"));
  CHECK(visit.screen() == "street");
  CHECK(visit.has_item("看 渡口面馆"));
  REQUIRE(visit.tap("商户 渡口面馆"));
  CHECK(visit.screen() == "merchant");
  CHECK(visit.shows("渡口面馆"));
}

TEST_CASE("the selected shop's card opens its page") {
  Visit visit(tests::small_city());
  open_street(visit);
  REQUIRE(visit.tap("看 春和大药房"));
  CHECK(visit.screen() == "merchant");
}

TEST_CASE("a drag from a row turns the page and opens nothing") {
  for (const auto size : {ui::PixelSize{1920, 1080}, ui::PixelSize{1080, 1920}}) {
    auto city = city_with_shops(12);
    Visit visit(city, size);
    open_street(visit);
    REQUIRE(visit.drag(row(city->merchants[0]), -500, 0));
    CHECK(visit.screen() == "street");
    CHECK_FALSE(visit.has_item(row(city->merchants[0])));
    CHECK(visit.shows("2 / 3"));
  }
}

TEST_CASE("a shop opens the street with itself selected, on its page of the list") {
  auto city = city_with_shops(30);
  Visit visit(city);
  open_street(visit, city->merchants[22].id);
  CHECK(visit.shows("5 / 6"));
  CHECK(visit.has_item("看 " + city->merchants[22].name));
}

TEST_CASE("a shop asked for by name stands in the street's list, whatever was chosen before") {
  auto city = city_with_shops(12);
  auto& closed = city->merchants[4];
  for (auto& day : closed.hours.week) day = {{1, 2}};
  closed.offers[0].who = {content::Who::Serving};
  city->build_lookup();
  Visit visit(city);
  open_street(visit);
  REQUIRE(visit.tap("我是"));
  REQUIRE(visit.tap("我是 退役军人"));
  REQUIRE(visit.tap("只看营业中"));
  CHECK_FALSE(visit.has_item(row(closed)));
  REQUIRE(visit.tap("首页"));
  open_street(visit, city->merchants[3].id);   // it passes: the choices stay
  CHECK(visit.kiosk().visitor().open_now_only);
  CHECK(visit.kiosk().visitor().who == content::Who::Veteran);
  REQUIRE(visit.tap("首页"));
  open_street(visit, closed.id);
  CHECK(visit.has_item("看 " + closed.name));
  CHECK(visit.has_item("地图 " + closed.name));
  CHECK_FALSE(visit.kiosk().visitor().open_now_only);
  CHECK_FALSE(visit.kiosk().visitor().who);
}

TEST_CASE("nearest first where the screen's place is known, else no distances") {
  auto city = tests::small_city();
  for (std::size_t i = 0; i < city->merchants.size(); ++i) {
    city->merchants[i].longitude = 111.301;
    city->merchants[i].latitude = 30.70 - 0.001 * static_cast<double>(i);
  }
  city->build_lookup();
  kiosk::KioskOptions options;
  options.place.longitude = 111.301;
  options.place.latitude = 30.692;
  Visit visit(city, {1920, 1080}, options);
  open_street(visit);
  CHECK(visit.has_item("看 望江理发店"));   // the southernmost signed shop
  CHECK(visit.shows("米"));
  Visit lost(city);
  open_street(lost);
  CHECK(lost.has_item("看 春和大药房"));
  CHECK_FALSE(lost.shows("米"));
  CHECK_FALSE(lost.shows("步行"));
}

TEST_CASE("a street whose shops may not be shown says so") {
  auto city = tests::small_city();
  city->merchants.clear();
  city->build_lookup();
  Visit visit(city);
  open_street(visit, city->streets[0].id);
  CHECK(visit.screen() == "street");
  CHECK(visit.shows("江滩双拥街还没有"));
}

TEST_CASE("coverage is rounded, but never up to a target that was missed") {
  struct Row { int signed_count, shops, target, percent; };
  const Row rows[] = {{49, 60, 80, 82}, {34, 45, 80, 76}, {64, 86, 80, 74}, {48, 60, 80, 80}, {199, 250, 80, 79}, {0, 0, 80, 0}, {5, 5, 80, 100}};
  for (const Row& row : rows) {
    CAPTURE(row.signed_count);
    CHECK(kiosk::coverage_percent(row.signed_count, row.shops, row.target) == row.percent);
  }
}

TEST_CASE("in every mode and window the street's list, map and filters are there, whole and within reach") {
  auto city = city_with_shops(23);
  city->merchants[0].name = "江城市江滩街道渡口社区退役军人创业孵化基地老兵好物便利超市";
  city->build_lookup();
  for (const auto size : {ui::PixelSize{1920, 1080}, ui::PixelSize{1080, 1920}, ui::PixelSize{1440, 1080}, ui::PixelSize{1080, 1440},
                          ui::PixelSize{3840, 1080}}) {
    Visit visit(city, size);
    open_street(visit);
    for (unsigned bits = 0; bits < 16; ++bits) {
      CAPTURE(size.w);
      CAPTURE(bits);
      const ui::Modes modes = modes_of(bits);
      visit.kiosk().set_modes(modes, visit.now);
      visit.settle();
      const bool english = modes.language == ui::Language::English;
      CHECK(visit.item_log().duplicates().empty());
      for (const char* label : {"类别", "我是", "放大地图", "回到这些商户", "›"}) {
        CAPTURE(label);
        if (!english) CHECK(visit.has_item(label));
      }
      const float least = modes.large_text ? 32.4F : 24.9F;
      for (const auto& text : visit.text_log().texts()) {
        CAPTURE(text.text);
        CHECK(text.size >= least);
        CHECK(text.missing.empty());
        CHECK_FALSE(text.clipped);
      }
      if (!modes.low_reach) continue;
      CHECK(map_items(visit) == 0);
      for (const auto& item : visit.item_log().items()) {
        CAPTURE(item.label);
        CHECK(item.box.y >= 0.48F * static_cast<float>(size.h) / visit.session().pixels_per_u() - 1);
      }
    }
  }
}

TEST_CASE("the list in low reach pages through every shop") {
  auto city = city_with_shops(9);
  Visit visit(city);
  open_street(visit);
  visit.kiosk().set_modes({.low_reach = true}, visit.now);
  visit.settle();
  std::size_t found = 0;
  for (int pages = 0; pages < 9; ++pages) {
    for (const auto& merchant : city->merchants) found += visit.has_item(row(merchant)) ? 1 : 0;
    if (!visit.tap("›")) break;
  }
  CHECK(found == 9);
}

TEST_CASE("the way to the selected shop is told as one turns at the door") {
  auto city = tests::small_city();
  city->merchants[1].longitude = 111.301;
  city->merchants[1].latitude = 30.690921;
  city->build_lookup();
  kiosk::KioskOptions options;
  options.place = {.name = "江滩公园", .street = {}, .map = {}, .longitude = 111.301, .latitude = 30.692, .facing = 90.0};
  Visit visit(city, {1920, 1080}, options);
  open_street(visit);
  CHECK(visit.shows("出门右转，步行 2 分钟"));
  visit.kiosk().set_modes({.language = ui::Language::English}, visit.now);
  visit.settle();
  CHECK(visit.shows("Turn right, 2 min walk"));
}
