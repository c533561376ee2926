// One product: price, maker's story, where it is sold.
#include <doctest/doctest.h>

#include <string>

#include "tests/support/kiosk_fixture.h"

using tests::Visit;

namespace {

void open_product(Visit& visit, const content::Catalog& city, std::size_t index = 0) {
  std::vector<content::RecordId> all;
  for (const auto& product : city.products) all.push_back(product.id);
  visit.kiosk().open(kiosk::ScreenKind::Product, {.record = city.products[index].id, .series = {}, .filter = {}, .neighbours = all},
                     visit.now);
  visit.settle();
}

}  // namespace

TEST_CASE("a product's page says what it costs, who makes it and where to buy it") {
  for (const auto size : {ui::PixelSize{1920, 1080}, ui::PixelSize{1080, 1920}}) {
    auto city = tests::small_city();
    auto& honey = city->products[0];
    honey.phone = "5550 0731";
    honey.season = {7, 8};
    honey.outlets = {{"shop", "江滩双拥街 31 号 老兵好物集合店", {}}, {"calendar", "每周六 9:00 – 12:00 江滩市集", {}}};
    honey.order_link = "https://haowu.jiangcheng.example/p/honey";
    city->build_lookup();
    Visit visit(city, size);
    open_product(visit, *city);
    for (const auto* words : {"界碑百花蜜", "58", "500 g / 瓶", "江城市云岭镇", "茶与蜜", "当季新货", "陈向江", "养蜂人", "守过七年边防", "老兵好物集合店",
                              "江滩市集", "5550 0731（陈向江）", "扫码下单", "1 / 3"}) {
      CAPTURE(words);
      CHECK(visit.shows(words));
    }
    CHECK(visit.item_log().duplicates().empty());
    CHECK_FALSE(visit.has_item("带我去店里"));   // no listed shop
    CHECK_FALSE(visit.has_item("他的故事"));
  }
}

TEST_CASE("out of season nothing is called new, and all the year round neither") {
  auto city = tests::small_city();
  city->products[0].season = {1};
  city->build_lookup();
  Visit visit(city);
  open_product(visit, *city);
  CHECK_FALSE(visit.shows("当季新货"));
  open_product(visit, *city, 1);
  CHECK_FALSE(visit.shows("当季新货"));
}

TEST_CASE("it leads to the shop that sells it and to the maker's page, when both are shown") {
  auto city = tests::small_city();
  auto& honey = city->products[0];
  honey.outlets = {{"shop", "江滩双拥街 2 号 渡口面馆", city->merchants[1].id}};
  honey.figure = city->figures[0].id;
  city->build_lookup();
  for (const auto size : {ui::PixelSize{1920, 1080}, ui::PixelSize{1080, 1920}}) {
    Visit visit(city, size);
    open_product(visit, *city);
    REQUIRE(visit.tap("带我去店里"));
    CHECK(visit.screen() == "merchant");
    visit.tap("返回");
    REQUIRE(visit.tap("她的故事"));
    CHECK(visit.screen() == "honour-figure");
  }
}

TEST_CASE("a shop that has not signed is no way to go") {
  auto city = tests::small_city();
  city->products[0].outlets = {{"shop", "未签约小店", city->merchants.back().id}};
  city->build_lookup();
  Visit visit(city);
  open_product(visit, *city);
  CHECK(visit.shows("未签约小店"));
  CHECK_FALSE(visit.has_item("带我去店里"));
}

TEST_CASE("the arrows walk the list and 返回 leads where it was opened from") {
  auto city = tests::small_city();
  Visit visit(city);
  open_product(visit, *city);
  CHECK_FALSE(visit.has_item("上一种好物"));
  visit.tap("下一种好物");
  CHECK(visit.shows("2 / 3"));
  CHECK(visit.shows("山哨高山绿茶"));
  visit.tap("下一种好物");
  CHECK(visit.shows("炊事班香辣酱"));
  CHECK_FALSE(visit.has_item("下一种好物"));
  visit.tap("返回");
  CHECK(visit.screen() == "home");
}

TEST_CASE("a long story and many places turn pages, and the last ones can be reached") {
  for (const auto size : {ui::PixelSize{1920, 1080}, ui::PixelSize{1080, 1920}, ui::PixelSize{1440, 1080}}) {
    auto city = tests::small_city();
    auto& honey = city->products[0];
    honey.name = "欧阳江城欧阳江城欧阳江城欧阳江城欧阳江城欧阳江城欧阳江城欧阳江城欧阳江城最后四字";
    for (int i = 0; i < 12; ++i) honey.story += "一号箱永远朝着界碑的方向，二号箱朝着家的方向。";
    honey.story += "完了。";
    honey.outlets.clear();
    for (int i = 0; i < 12; ++i) honey.outlets.push_back({"shop", "第" + std::to_string(i) + "家店", {}});
    city->build_lookup();
    Visit visit(city, size);
    open_product(visit, *city);
    CHECK(visit.shows("四字"));
    bool story = false;
    bool place = false;
    for (int i = 0; i < 16; ++i) {
      story = story || visit.shows("完了");
      place = place || visit.shows("第11家店");
      visit.tap("接着读");
      visit.tap("还有几处");
    }
    CHECK(story);
    CHECK(place);
  }
}
