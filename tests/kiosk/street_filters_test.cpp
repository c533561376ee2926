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

TEST_CASE("the category sheet says how many remain and filters") {
  Visit visit(tests::small_city());
  open_street(visit);
  REQUIRE(visit.tap("类别"));
  CHECK(visit.shows("医药"));
  CHECK(visit.shows("1 家"));
  REQUIRE(visit.tap("类别 医药"));
  CHECK(visit.has_item("商户 春和大药房"));
  CHECK_FALSE(visit.has_item("商户 渡口面馆"));
}

TEST_CASE("an empty list speaks and its button lifts the filter") {
  Visit visit(tests::small_city());
  visit.now = tests::minute_at(2026, 7, 30, 23, 30);
  open_street(visit);
  REQUIRE(visit.tap("只看营业中"));
  CHECK(says(visit, "这里暂时没有营业中的商户"));
  CHECK(visit.shows("圆圈是暂不符合条件的商户"));
  CHECK_FALSE(visit.has_item("商户 渡口面馆"));
  REQUIRE(visit.tap("不限“营业中” ・ 7 家"));
  CHECK(visit.has_item("商户 渡口面馆"));
  CHECK(visit.shows("休息中"));
}

TEST_CASE("filters say how many remain, and one that finds nothing cannot be chosen") {
  auto city = tests::small_city();
  city->merchants[2].offers[0].who = {content::Who::FireRescue};
  city->build_lookup();
  Visit visit(city);
  open_street(visit);
  REQUIRE(visit.tap("我是"));
  CHECK(visit.shows("0 家"));
  CHECK(visit.has_item("我是 消防救援"));
  CHECK_FALSE(visit.has_item("我是 遗属"));
  REQUIRE(visit.tap("我是 消防救援"));
  CHECK(visit.has_item("商户 和平里小厨"));
  CHECK_FALSE(visit.has_item("商户 渡口面馆"));
  REQUIRE(visit.tap("类别"));
  CHECK(visit.has_item("类别 餐饮"));
  CHECK_FALSE(visit.has_item("类别 医药"));   // the pharmacy is not for them
}

TEST_CASE("one tap clears all filters") {
  Visit visit(tests::small_city());
  open_street(visit);
  REQUIRE(visit.tap("只看营业中"));
  CHECK_FALSE(visit.has_item("清除筛选"));
  REQUIRE(visit.tap("类别"));
  REQUIRE(visit.tap("类别 医药"));
  CHECK_FALSE(visit.has_item("商户 渡口面馆"));
  REQUIRE(visit.tap("清除筛选"));
  CHECK(visit.has_item("商户 渡口面馆"));
  CHECK_FALSE(visit.has_item("清除筛选"));
  REQUIRE(visit.tap("类别"));   // a single one too
  REQUIRE(visit.tap("类别 医药"));
  REQUIRE(visit.tap("清除筛选"));
  CHECK(visit.has_item("商户 渡口面馆"));
}

TEST_CASE("the filters' words stand whole beside the button that clears them, in every mode") {
  for (const auto size : {ui::PixelSize{1920, 1080}, ui::PixelSize{1080, 1920}}) {
    for (unsigned bits = 0; bits < 16; ++bits) {
      CAPTURE(size.w);
      CAPTURE(bits);
      const bool english = modes_of(bits).language == ui::Language::English;
      Visit visit(tests::small_city(), size);
      open_street(visit);
      REQUIRE(visit.tap("类别"));
      REQUIRE(visit.tap("类别 医药"));
      visit.kiosk().set_modes(modes_of(bits), visit.now);
      visit.settle();
      CHECK((visit.has_item(english ? "Clear" : "清除") || visit.has_item(english ? "Clear filters" : "清除筛选")));
      CHECK(visit.item_log().duplicates().empty());
      for (const auto& text : visit.text_log().texts()) {
        CAPTURE(text.whole);
        if (text.whole.find("药房") == std::string::npos) CHECK_FALSE(text.cut);   // the shop's page says its name in full
      }
    }
  }
}

TEST_CASE("each button of an empty list lifts one filter and finds what it says") {
  auto city = tests::small_city();
  auto other = city->streets[0];
  other.id = content::RecordId::make();
  other.name = "和平里双拥街";
  other.short_name = "和平里";
  city->streets.push_back(other);
  city->merchants[6].street = other.id;            // the barber, and open at night
  city->merchants[6].category = "医药";
  for (auto& day : city->merchants[6].hours.week) day = {{0, 1440}};
  city->build_lookup();
  const auto emptied = [&](Visit& visit) {
    visit.now = tests::minute_at(2026, 7, 30, 23, 30);
    open_street(visit, city->streets[0].id);
    REQUIRE(visit.tap("类别"));
    REQUIRE(visit.tap("类别 医药"));
    REQUIRE(visit.tap("只看营业中"));
    CHECK(says(visit, "这里暂时没有营业中的医药"));
  };
  Visit any_hour(city);
  emptied(any_hour);
  REQUIRE(any_hour.tap("不限“营业中” ・ 1 家"));
  CHECK(any_hour.has_item("商户 春和大药房"));
  Visit any_street(city);
  emptied(any_street);
  CHECK_FALSE(any_street.shows("0 家 "));
  REQUIRE(any_street.tap("看全部街区 ・ 1 家"));
  CHECK(any_street.shows("全部街区"));
  CHECK(any_street.has_item("商户 望江理发店"));
  CHECK(any_street.has_item("地图 望江理发店"));
  Visit cleared(city);
  emptied(cleared);
  REQUIRE(cleared.tap("清除筛选"));
  CHECK(cleared.has_item("商户 渡口面馆"));
}
