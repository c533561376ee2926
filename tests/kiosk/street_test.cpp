#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <string>

#include "kiosk/nearby.h"
#include "kiosk/screens/street_shops.h"
#include "kiosk/widgets/street_map_groups.h"
#include "tests/support/kiosk_fixture.h"

using kiosk::ScreenKind;
using tests::Visit;

namespace {

void open_street(Visit& visit, content::RecordId record = {}) {
  visit.kiosk().open(ScreenKind::Street, {.record = std::move(record), .series = {}, .filter = {}, .neighbours = {}}, visit.now);
  visit.settle();
}

std::string row(const content::Merchant& merchant) { return "商户 " + merchant.name; }

std::shared_ptr<content::Catalog> city_with_shops(int count) {
  auto city = tests::small_city();
  city->merchants.clear();
  for (int i = 1; i <= count; ++i) {
    city->merchants.push_back(tests::merchant_named("第" + std::to_string(i) + "号店", city->streets[0], i));
  }
  city->build_lookup();
  return city;
}

constexpr ui::PixelSize kSizes[] = {{1920, 1080}, {1080, 1920}, {1280, 720}, {1280, 800}, {1440, 1080}, {3840, 2160}, {1200, 1600}};

// The sixteen combinations of large text, high contrast, low reach and English.
ui::Modes modes_of(unsigned bits) {
  return {.large_text = (bits & 1U) != 0,
          .high_contrast = (bits & 2U) != 0,
          .low_reach = (bits & 4U) != 0,
          .calm = false,
          .language = (bits & 8U) != 0 ? ui::Language::English : ui::Language::Chinese};
}

// Also words that take several lines.
bool says(const Visit& visit, std::string_view words) {
  return std::ranges::any_of(visit.text_log().texts(), [&](const ui::LoggedText& text) { return text.whole.find(words) != std::string::npos; });
}

std::size_t map_items(const Visit& visit) {
  std::size_t count = 0;
  for (const auto& item : visit.item_log().items()) count += item.label.starts_with("地图 ") ? 1 : 0;
  return count;
}

// The first disc on the map that stands for several shops; empty when there is none.
std::string first_group(const Visit& visit) {
  for (const auto& item : visit.item_log().items()) {
    if (item.label.starts_with("地图 从第")) return item.label.substr(0, item.label.find("##"));
  }
  return {};
}

void place(content::Merchant& merchant, float x, float y) {
  merchant.map_x = x;
  merchant.map_y = y;
}

}  // namespace

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

TEST_CASE("a pin is the same as its row") {
  Visit visit(tests::small_city());
  open_street(visit);
  REQUIRE(visit.tap("地图 江畔书屋"));
  CHECK(visit.screen() == "street");
  REQUIRE(visit.tap("看 江畔书屋"));
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

TEST_CASE("a street whose shops may not be shown says so") {
  auto city = tests::small_city();
  city->merchants.clear();
  city->build_lookup();
  Visit visit(city);
  open_street(visit, city->streets[0].id);
  CHECK(visit.screen() == "street");
  CHECK(visit.shows("江滩双拥街还没有"));
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

TEST_CASE("coverage is rounded, but never up to a target that was missed") {
  struct Row { int signed_count, shops, target, percent; };
  const Row rows[] = {{49, 60, 80, 82}, {34, 45, 80, 76}, {64, 86, 80, 74}, {48, 60, 80, 80}, {199, 250, 80, 79}, {0, 0, 80, 0}, {5, 5, 80, 100}};
  for (const Row& row : rows) {
    CAPTURE(row.signed_count);
    CHECK(kiosk::coverage_percent(row.signed_count, row.shops, row.target) == row.percent);
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
