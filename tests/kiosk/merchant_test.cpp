#include <doctest/doctest.h>

#include <string>

#include "kiosk/widgets/pledge_letter.h"
#include "tests/kiosk/merchant_support.h"

using tests::offer;
using tests::open_shop;
using tests::Visit;

namespace {

std::string repeated(std::string_view text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

}  // namespace

TEST_CASE("a shop's page says what it gives, to whom, when and where") {
  for (const auto size : {ui::PixelSize{1920, 1080}, ui::PixelSize{1080, 1920}}) {
    auto city = tests::small_city();
    Visit visit(city, size);
    open_shop(visit, *city, 1);
    CHECK(visit.screen() == "merchant");
    for (const auto* text : {"渡口面馆", "凭优待证", "全单八折", "谁能用", "现役军人", "退役军人", "每天 6:30", "5550 0102",
                             "江滩双拥街 2 号", "营业中 ・ 至 21:30", "餐饮", "跨城互认", "许明远", "进门一杯热茶", "有效至 2028 年 2 月",
                             "扫码带走地址"}) {
      CAPTURE(text);
      CHECK(visit.shows(text));
    }
    CHECK(visit.item_log().duplicates().empty());
  }
}

TEST_CASE("an offer that is over is not shown – further ones are a tap away") {
  auto city = tests::small_city();
  auto& shop = city->merchants[1];
  shop.offers = {offer("旧优惠"), offer("生日送面"), offer("停车免费")};
  shop.offers[0].validity.until = content::Day(std::chrono::year(2026), std::chrono::month(7), std::chrono::day(29));
  city->build_lookup();
  Visit visit(city);
  open_shop(visit, *city, 1);
  CHECK_FALSE(visit.shows("旧优惠"));
  CHECK(visit.shows("生日送面"));
  REQUIRE(visit.tap("另有 1 项优惠"));
  CHECK(visit.shows("停车免费"));
  CHECK_FALSE(visit.shows("生日送面"));
}

TEST_CASE("a shop closed now says when it opens") {
  auto city = tests::small_city();
  Visit visit(city);
  visit.now = tests::minute_at(2026, 7, 30, 22, 0);
  open_shop(visit, *city, 1);
  CHECK(visit.shows("休息中 ・ 明天 6:30 开门"));
}

TEST_CASE("the neighbours walk past shops that may not be shown, and the map comes back with the shop selected") {
  auto city = tests::small_city();
  city->merchants[2].pledge.signed_on.reset();
  city->build_lookup();
  Visit visit(city);
  open_shop(visit, *city, 1);
  REQUIRE(visit.tap("下一家"));
  CHECK(visit.shows("江畔书屋"));
  REQUIRE(visit.tap("上一家"));
  REQUIRE(visit.tap("上一家"));
  CHECK(visit.shows("春和大药房"));
  CHECK_FALSE(visit.has_item("上一家"));
  REQUIRE(visit.tap("在地图上看"));
  CHECK(visit.screen() == "street");
  CHECK(visit.has_item("看 春和大药房"));
}

TEST_CASE("a pledge that nobody verified for a year is marked – a shop without one has no page") {
  auto city = tests::small_city();
  city->merchants[1].pledge.signed_on = content::Day(std::chrono::year(2025), std::chrono::month(1), std::chrono::day(8));
  city->merchants[1].pledge.verified_on = content::Day(std::chrono::year(2025), std::chrono::month(6), std::chrono::day(1));
  city->build_lookup();
  Visit visit(city);
  open_shop(visit, *city, 1);
  CHECK(visit.shows("待复核"));
  open_shop(visit, *city, 7);
  CHECK(visit.screen() == "home");
}

TEST_CASE("a seal has four characters, whatever the name") {
  const kiosk::Texts texts(ui::Language::Chinese);
  const std::pair<const char*, const char*> cases[] = {{"渡口面馆", "渡口面馆"}, {"䶮记修车行", "䶮记修车"}, {"老兵店", "老兵店印"},
                                                       {"渡口", "渡口之印"}, {"A 座 5 号咖啡", "座号咖啡"}, {"OK", ""}, {"", ""}};
  for (const auto& [name, seal] : cases) {
    CAPTURE(name);
    std::string drawn;
    for (const auto& character : kiosk::PledgeLetter::seal_characters(name, texts)) drawn += character;
    CHECK(drawn == seal);
  }
}

TEST_CASE("the ugliest shop still stands on every screen") {
  auto city = tests::small_city();
  auto& shop = city->merchants[1];
  shop.name = "江城市江滩街道渡口社区退役军人创业孵化基地老兵好物军民融合综合便利超市旗舰店铺";
  shop.address = repeated("江滩双拥街渡口巷北里", 4) + " 12 号";
  shop.transit = repeated("公交 8 路 / 24 路 江滩公园站", 3);
  shop.hours = {.known = false, .week = {}, .special = {}, .text = "看天气，下雨不开门，逢集提前到清晨五点"};
  shop.pledge.words = repeated("凡持优待证、军官证、士兵证者，进门一杯热茶。", 14);
  shop.offers.clear();
  for (int i = 0; i < 12; ++i) shop.offers.push_back(offer("凭证全单八五折送"));
  shop.offers[0].title = "军人家属退役军人全场商品一律八五折再送热茶一杯";
  for (int who = 0; who <= static_cast<int>(content::Who::FireRescue); ++who) {
    if (who > 0) shop.offers[0].who.push_back(static_cast<content::Who>(who));
  }
  shop.offers[0].conditions = repeated("烟酒除外，", 12);
  city->build_lookup();
  for (const auto size : {ui::PixelSize{1920, 1080}, ui::PixelSize{1080, 1920}, ui::PixelSize{1440, 1080}, ui::PixelSize{1200, 1600},
                          ui::PixelSize{1280, 720}, ui::PixelSize{3840, 2160}}) {
    CAPTURE(size.w);
    CAPTURE(size.h);
    Visit visit(city, size);
    open_shop(visit, *city, 1);
    CHECK(visit.screen() == "merchant");
    CHECK(visit.item_log().duplicates().empty());
    CHECK(visit.has_item("另有 11 项优惠"));
    if (!visit.has_item("接着读")) REQUIRE(visit.tap("承诺书和更多"));
    REQUIRE(visit.tap("接着读"));
    for (const auto& text : visit.text_log().texts()) {
      CAPTURE(text.text);
      CHECK(text.size >= 24.9F);
      CHECK(text.missing.empty());
    }
  }
}

TEST_CASE("an English visitor reads the offer, the hours and the name in Latin letters – the rest is marked") {
  auto city = tests::small_city();
  city->merchants[1].transit = "公交 8 路";
  city->build_lookup();
  kiosk::KioskOptions options;
  options.language = ui::Language::English;
  Visit visit(city, {1920, 1080}, options);
  open_shop(visit, *city, 1);
  CHECK(visit.shows("Dukou Mianguan"));
  CHECK(visit.shows("20% off"));
  CHECK(visit.shows("Daily 6:30"));
  CHECK(visit.shows("Food"));
  CHECK(visit.shows("公交 8 路"));
  CHECK(visit.shows("中文"));
}

TEST_CASE("the address line tells the way from this screen") {
  auto city = tests::small_city();
  city->merchants[1].longitude = 111.301;
  city->merchants[1].latitude = 30.690921;
  city->build_lookup();
  kiosk::KioskOptions options;
  options.place = {.name = "江滩公园", .street = {}, .map = {}, .longitude = 111.301, .latitude = 30.692, .facing = 90.0};
  Visit facing(city, {1920, 1080}, options);
  open_shop(facing, *city, 1);
  CHECK(facing.shows("江滩双拥街 2 号，出门右转，步行 2 分钟"));
  REQUIRE(facing.tap("EN"));
  CHECK(facing.shows(", turn right, 2 min walk"));
  options.place.facing.reset();
  Visit without(city, {1920, 1080}, options);
  open_shop(without, *city, 1);
  CHECK(without.shows("江滩双拥街 2 号，步行 2 分钟"));
  Visit lost(city);
  open_shop(lost, *city, 1);
  CHECK(lost.shows("江滩双拥街 2 号"));
  CHECK_FALSE(lost.shows("步行"));
}
