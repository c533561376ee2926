// The list of veterans' products.
#include <doctest/doctest.h>

#include "kiosk/numbers.h"
#include "tests/support/kiosk_fixture.h"

using tests::Visit;

namespace {

void open_products(Visit& visit) {
  visit.kiosk().open(kiosk::ScreenKind::Products, {}, visit.now);
  visit.settle();
}

}  // namespace

TEST_CASE("money and counts are written as people write them") {
  const std::pair<std::int64_t, const char*> prices[] = {{5800, "58"}, {3980, "39.8"}, {1205, "12.05"}, {0, "0"}, {128000000, "1,280,000"}, {9, "0.09"}};
  for (const auto& [fen, words] : prices) CHECK(kiosk::yuan_words(fen) == words);
  const std::pair<std::int64_t, const char*> counts[] = {{0, "0"}, {999, "999"}, {12846, "12,846"}, {1234567, "1,234,567"}, {-1000, "-1,000"}};
  for (const auto& [number, words] : counts) CHECK(kiosk::grouped(number) == words);
}

TEST_CASE("a card says name, price, unit and maker, and a tap opens it") {
  for (const auto size : {ui::PixelSize{1920, 1080}, ui::PixelSize{1080, 1920}}) {
    Visit visit(tests::small_city(), size);
    open_products(visit);
    for (const auto* words : {"脱下军装，把日子种出来", "界碑百花蜜", "58", "500 g / 瓶", "陈向江 ・ 退役 15 年"}) CHECK(visit.shows(words));
    CHECK(visit.item_log().duplicates().empty());
    REQUIRE(visit.tap("好物 界碑百花蜜"));
    CHECK(visit.screen() == "product");
  }
}

TEST_CASE("a chip leaves the products of its category") {
  for (const auto size : {ui::PixelSize{1920, 1080}, ui::PixelSize{1080, 1920}}) {
    Visit visit(tests::small_city(), size);
    open_products(visit);
    REQUIRE(visit.tap("调味"));
    CHECK(visit.has_item("好物 炊事班香辣酱"));
    CHECK_FALSE(visit.has_item("好物 界碑百花蜜"));
    REQUIRE(visit.tap("全部"));
    CHECK(visit.has_item("好物 界碑百花蜜"));
  }
}

TEST_CASE("a category whose last product went says so and leads back to all") {
  auto city = tests::small_city();
  city->products[2].validity.until = content::Day(std::chrono::year(2026), std::chrono::month(7), std::chrono::day(30));
  city->build_lookup();
  Visit visit(city);
  open_products(visit);
  visit.tap("调味");
  visit.now = tests::minute_at(2026, 7, 31, 0, 0);
  visit.frames(2);
  CHECK_FALSE(visit.has_item("好物 炊事班香辣酱"));
  CHECK(visit.shows("暂时下架"));
  REQUIRE(visit.tap("看全部好物"));
  CHECK(visit.has_item("好物 界碑百花蜜"));
}

TEST_CASE("without any product the page says that they are coming") {
  auto city = tests::small_city();
  city->products.clear();
  city->build_lookup();
  Visit visit(city);
  open_products(visit);
  CHECK(visit.shows("好物正在上架"));
}

TEST_CASE("five hundred products turn pages under a finger that begins on a card") {
  auto city = tests::small_city();
  for (int i = 0; i < 500; ++i) {
    auto product = tests::product_named("好物第" + std::to_string(i) + "种", 1000 + i);
    product.category = "类别" + std::to_string(i % 12);
    city->products.push_back(product);
  }
  city->build_lookup();
  for (const auto size : {ui::PixelSize{1920, 1080}, ui::PixelSize{1080, 1920}, ui::PixelSize{1440, 1080}, ui::PixelSize{2520, 1080}}) {
    Visit visit(city, size);
    open_products(visit);
    CHECK(visit.shows("1 / "));
    REQUIRE(visit.drag("好物 界碑百花蜜", -600, 0));
    CHECK(visit.screen() == "products");
    CHECK(visit.shows("2 / "));
    CHECK(visit.item_log().duplicates().empty());
  }
}
