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

TEST_CASE("a pin is the same as its row") {
  Visit visit(tests::small_city());
  open_street(visit);
  REQUIRE(visit.tap("地图 江畔书屋"));
  CHECK(visit.screen() == "street");
  REQUIRE(visit.tap("看 江畔书屋"));
  CHECK(visit.screen() == "merchant");
}

TEST_CASE("the map zooms in steps and back to the shops") {
  Visit visit(tests::small_city());
  open_street(visit);
  for (int i = 0; i < 5 && visit.has_item("放大地图"); ++i) visit.tap("放大地图");
  CHECK_FALSE(visit.has_item("放大地图"));
  REQUIRE(visit.drag("缩小地图", -300, -200));   // pans, and does not zoom
  CHECK_FALSE(visit.has_item("放大地图"));
  REQUIRE(visit.tap("回到这些商户"));
  CHECK(visit.has_item("放大地图"));
  CHECK(visit.has_item("地图 渡口面馆"));
}

TEST_CASE("no number of shops and no size of screen makes labels double or leaves a page blank") {
  for (const int count : {1, 5, 500}) {
    for (const auto size : kSizes) {
      CAPTURE(count);
      CAPTURE(size.w);
      CAPTURE(size.h);
      auto city = city_with_shops(count);
      city->merchants[0].name = "江城市江滩街道渡口社区退役军人创业孵化基地老兵好物军民融合综合便利超市旗舰店铺";
      city->merchants[0].hours = {};
      city->build_lookup();
      Visit visit(city, size);
      open_street(visit);
      CHECK(visit.item_log().duplicates().empty());
      CHECK(visit.has_item(row(city->merchants[0])));
      for (const auto& text : visit.text_log().texts()) {
        CAPTURE(text.text);
        CHECK(text.size >= 24.9F);
        CHECK(text.missing.empty());
      }
    }
  }
}

TEST_CASE("a pin beyond the list's page brings its page and selects its row") {
  auto city = city_with_shops(8);
  for (int i = 0; i < 8; ++i) place(city->merchants[static_cast<std::size_t>(i)], 0.1F + 0.11F * static_cast<float>(i), 0.5F);
  city->build_lookup();
  Visit visit(city);
  open_street(visit);
  CHECK(visit.shows("1 / 2"));
  while (visit.has_item("缩小地图")) visit.tap("缩小地图");
  REQUIRE(visit.tap("地图 " + city->merchants[6].name));
  CHECK(visit.shows("2 / 2"));
  CHECK(visit.has_item("看 " + city->merchants[6].name));
  REQUIRE(visit.tap("地图 " + city->merchants[6].name));   // the selected one opens
  CHECK(visit.screen() == "merchant");
}

TEST_CASE("the shops of the list's page have their pins wherever they lie: at the map's edges, in its corners, under the card") {
  const float places[][2] = {{0.01F, 0.02F}, {0.99F, 0.02F}, {0.01F, 0.98F}, {0.99F, 0.98F}, {0.5F, 0.01F}, {0.3F, 0.95F}, {0.02F, 0.5F}, {0.98F, 0.5F}};
  auto city = city_with_shops(8);
  for (std::size_t i = 0; i < 8; ++i) place(city->merchants[i], places[i][0], places[i][1]);
  city->build_lookup();
  for (const auto size : {ui::PixelSize{1920, 1080}, ui::PixelSize{1440, 1080}}) {
    for (const bool large : {false, true}) {
      CAPTURE(size.w);
      CAPTURE(large);
      Visit visit(city, size);
      open_street(visit);
      visit.kiosk().set_modes({.large_text = large}, visit.now);
      visit.settle();
      int seen = 0;
      for (const auto& shop : city->merchants) {
        CAPTURE(shop.name);
        if (!visit.has_item(row(shop))) continue;   // on another page
        REQUIRE(visit.tap(row(shop)));
        if (visit.screen() != "street") visit.tap("返回");
        CHECK(visit.has_item("地图 " + shop.name));
        ++seen;
      }
      CHECK(seen >= 2);
      CHECK(visit.item_log().duplicates().empty());
    }
  }
}

TEST_CASE("a selected row moves the map to its pin") {
  auto city = city_with_shops(5);
  for (int i = 0; i < 5; ++i) place(city->merchants[static_cast<std::size_t>(i)], 0.05F + 0.22F * static_cast<float>(i), 0.5F);
  city->build_lookup();
  Visit visit(city);
  open_street(visit);
  while (visit.has_item("放大地图")) visit.tap("放大地图");
  REQUIRE_FALSE(visit.has_item("地图 " + city->merchants[4].name));
  REQUIRE(visit.tap(row(city->merchants[4])));
  CHECK(visit.has_item("地图 " + city->merchants[4].name));
  CHECK_FALSE(visit.has_item("地图 " + city->merchants[0].name));
}

TEST_CASE("a disc for several shops falls apart as one taps into it") {
  auto city = city_with_shops(20);
  for (std::size_t i = 0; i < 20; ++i) place(city->merchants[i], 0.2F + 0.02F * static_cast<float>(i), i % 2 == 0 ? 0.42F : 0.5F);
  city->build_lookup();
  Visit visit(city);
  open_street(visit);
  while (visit.has_item("缩小地图")) visit.tap("缩小地图");
  REQUIRE_FALSE(first_group(visit).empty());
  for (int taps = 0; taps < 6 && !first_group(visit).empty(); ++taps) {
    REQUIRE(visit.tap(first_group(visit)));
    CHECK(visit.screen() == "street");
    CHECK_FALSE(visit.shows("这里有几家"));
  }
  CHECK(first_group(visit).empty());
}

TEST_CASE("shops on one spot are listed, and the one chosen is selected in the list") {
  auto city = city_with_shops(12);
  for (std::size_t i = 0; i < 12; ++i) place(city->merchants[i], i < 8 ? 0.1F + 0.03F * static_cast<float>(i) : 0.8F, 0.5F);
  city->build_lookup();
  Visit visit(city);
  open_street(visit);
  while (visit.has_item("缩小地图")) visit.tap("缩小地图");
  for (int taps = 0; taps < 6 && !visit.shows("这里有几家"); ++taps) {
    REQUIRE(visit.has_item("地图 从第 9 家起"));
    visit.tap("地图 从第 9 家起");
  }
  REQUIRE(visit.shows("这里有几家"));
  REQUIRE(visit.tap("这里有几家 11  " + city->merchants[10].name));
  CHECK(visit.has_item("看 " + city->merchants[10].name));
  CHECK(visit.shows("3 / 3"));
}

TEST_CASE("pins are grouped so that each stands in one disc and no two discs touch") {
  std::vector<kiosk::MapPoint> pins;
  for (int i = 0; i < 500; ++i) pins.push_back({static_cast<float>(i * 37 % 100) / 100, static_cast<float>(i * 53 % 71) / 71});
  const std::vector<std::size_t> alone{0, 7, 499};
  const ui::Size scale{1400, 900};
  for (const float apart : {20.0F, 76.0F, 400.0F}) {
    CAPTURE(apart);
    const auto groups = kiosk::group_pins(pins, scale, apart, alone);
    std::vector<int> seen(pins.size(), 0);
    for (const auto& group : groups) {
      for (const std::size_t pin : group.pins) ++seen[pin];
      CHECK(kiosk::spread_of(group, pins, scale) < apart);
      CHECK(std::ranges::is_sorted(group.pins));
    }
    for (std::size_t i = 0; i < seen.size(); ++i) CHECK(seen[i] == (std::ranges::binary_search(alone, i) ? 0 : 1));
    for (std::size_t i = 0; i < groups.size(); ++i) {
      for (std::size_t j = i + 1; j < groups.size(); ++j) {
        const auto a = pins[groups[i].pins.front()];
        const auto b = pins[groups[j].pins.front()];
        REQUIRE(std::hypot((a.x - b.x) * scale.w, (a.y - b.y) * scale.h) >= apart - 0.001F);
      }
    }
  }
  CHECK(kiosk::group_pins({}, scale, 76, {}).empty());
}

TEST_CASE("500 pins cost no more to draw than the discs that find room") {
  auto city = city_with_shops(500);
  for (std::size_t i = 0; i < 500; ++i) {
    place(city->merchants[i], static_cast<float>(i * 37 % 100) / 100, 0.2F + 0.6F * static_cast<float>(i * 53 % 71) / 71);
  }
  city->build_lookup();
  Visit visit(city);
  open_street(visit);
  const auto check = [&] {
    CHECK(map_items(visit) > 4);
    CHECK(map_items(visit) <= 130);
    CHECK(visit.item_log().duplicates().empty());
  };
  check();
  while (visit.has_item("缩小地图")) {
    visit.tap("缩小地图");
    check();
  }
  while (visit.has_item("放大地图")) {
    visit.tap("放大地图");
    check();
  }
}

TEST_CASE("names on the map are large enough and touch neither each other nor a number") {
  auto city = city_with_shops(30);
  for (int i = 0; i < 24; ++i) {
    city->streets[0].labels.push_back({"渡口巷" + std::to_string(i), 0.04F * static_cast<float>(i), 0.4F + 0.02F * static_cast<float>(i % 7), i % 3 == 0 ? "road" : i % 3 == 1 ? "place" : "water", -12});
  }
  city->build_lookup();
  for (const auto size : kSizes) {
    Visit visit(city, size);
    open_street(visit);
    std::vector<ui::Rect> names;
    for (const auto& text : visit.text_log().texts()) {
      if (!text.text.starts_with("渡口巷")) continue;
      CHECK(text.size >= 24.9F);
      CHECK_FALSE(text.clipped);
      names.push_back(text.box);
    }
    CHECK_FALSE(names.empty());
    const auto apart = [](const ui::Rect& a, const ui::Rect& b) {
      return a.right() <= b.x || b.right() <= a.x || a.bottom() <= b.y || b.bottom() <= a.y;
    };
    for (std::size_t i = 0; i < names.size(); ++i) {
      for (std::size_t j = i + 1; j < names.size(); ++j) CHECK(apart(names[i], names[j]));
      for (const auto& item : visit.item_log().items()) {
        if (item.label.starts_with("地图 ")) CHECK(apart(names[i], item.box));
      }
    }
  }
}
