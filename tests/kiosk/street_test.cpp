#include <doctest/doctest.h>

#include <string>

#include "kiosk/nearby.h"
#include "kiosk/screens/street_shops.h"
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
  CHECK(visit.shows("江滩双拥街没有"));
  CHECK_FALSE(visit.has_item("商户 渡口面馆"));
  REQUIRE(visit.tap("不管是否营业 ・ 7 家"));
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

TEST_CASE("the map zooms to three times and back to the shops") {
  Visit visit(tests::small_city());
  open_street(visit);
  for (int i = 0; i < 3 && visit.has_item("放大地图"); ++i) visit.tap("放大地图");
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
