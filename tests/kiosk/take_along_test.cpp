// What a page's code holds, and which links never become one.
#include "kiosk/take_along.h"

#include <doctest/doctest.h>

#include "kiosk/ui/qr.h"
#include "kiosk/ui/qr_panel.h"
#include "tests/support/kiosk_fixture.h"

using kiosk::TakeAlong;
using kiosk::allowed_host;
using tests::Visit;

TEST_CASE("a shop's code is a contact that needs no network: name, telephone, address, position and offer") {
  const auto city = tests::small_city();
  auto shop = city->merchants[1];
  shop.latitude = 30.6921;
  shop.longitude = 111.301;
  const TakeAlong along = kiosk::take_along(shop, *city, tests::design_minute());
  CHECK(along.host.empty());
  REQUIRE(along.texts.size() == 3);
  CHECK(along.texts.front() ==
        "BEGIN:VCARD\r\nVERSION:3.0\r\nN:渡口面馆\r\nFN:渡口面馆\r\nTEL:55500102\r\nADR:;;江滩双拥街 2 号;江城市\r\n"
        "GEO:30.69210;111.30100\r\nNOTE:凭优待证 全单八折\r\nEND:VCARD");
  CHECK(along.texts[1].find("NOTE") == std::string::npos);
  CHECK(along.texts[1].find("GEO") != std::string::npos);
  CHECK(along.texts[2].find("GEO") == std::string::npos);
  for (const auto& text : along.texts) {
    const auto code = ui::encode_qr(text);
    REQUIRE(code);
    CHECK(code->side <= 57);   // version 10: still 1.1 mm a module at the design's size on a 32-inch panel
  }
}

TEST_CASE("what would end a value or a line of a contact is escaped") {
  const auto city = tests::small_city();
  auto shop = city->merchants[0];
  shop.name = "甲;乙,丙\\丁";
  shop.address = "一号\r\n二楼";
  const std::string card = kiosk::take_along(shop, *city, tests::design_minute()).texts.front();
  CHECK(card.find("N:甲\\;乙\\,丙\\\\丁\r\n") != std::string::npos);
  CHECK(card.find("ADR:;;一号\\n二楼;江城市\r\n") != std::string::npos);
}

TEST_CASE("a shop that says neither telephone nor place gives no code, and an offer that is over stays out of it") {
  const auto city = tests::small_city();
  auto shop = city->merchants[0];
  shop.offers[0].validity.until = content::Day(std::chrono::year(2026), std::chrono::month(7), std::chrono::day(29));
  CHECK(kiosk::take_along(shop, *city, tests::design_minute()).texts.front().find("NOTE") == std::string::npos);
  shop.phone.clear();
  shop.address.clear();
  CHECK(kiosk::take_along(shop, *city, tests::design_minute()).empty());
}

TEST_CASE("an address too long for any code gives the position instead, without one there is neither code nor words for it") {
  auto city = tests::small_city();
  auto& shop = city->merchants[1];
  for (int i = 0; i < 40; ++i) shop.address += "江滩双拥街旁边的小巷里";
  shop.latitude = 30.6921;
  shop.longitude = 111.301;
  const auto placed = kiosk::take_along(shop, *city, tests::design_minute());
  REQUIRE(placed.texts.size() == 1);
  CHECK(placed.texts[0].find("GEO:30.69210;111.30100") != std::string::npos);
  CHECK(placed.texts[0].find("ADR") == std::string::npos);
  CHECK(ui::encode_qr(placed.texts[0]).has_value());
  for (const bool has_position : {true, false}) {
    CAPTURE(has_position);
    if (!has_position) shop.latitude.reset();
    city->build_lookup();
    for (const auto size : {ui::PixelSize{1920, 1080}, ui::PixelSize{1080, 1920}}) {
      Visit visit(city, size);
      visit.kiosk().open(kiosk::ScreenKind::Merchant, {.record = shop.id, .series = {}, .filter = {}, .neighbours = {}}, visit.now);
      visit.settle();
      CHECK(visit.shows("扫码带走地址") == has_position);
    }
  }
}

TEST_CASE("only links to hosts that the office allowed lead anywhere") {
  const std::vector<std::string> hosts{"shop.example.cn", "jiangcheng.example"};
  struct Row { const char* link; const char* host; };
  const Row good[] = {
      {"https://shop.example.cn", "shop.example.cn"},
      {"https://shop.example.cn/p/1?x=1#y", "shop.example.cn"},
      {"https://a.b.shop.example.cn/", "a.b.shop.example.cn"},
      {"HTTPS://Shop.Example.CN/P", "shop.example.cn"},
      {"https://jiangcheng.example?next=https://evil.example/@", "jiangcheng.example"},
  };
  for (const Row& row : good) {
    CAPTURE(row.link);
    CHECK(allowed_host(row.link, hosts).value_or("refused") == row.host);
  }
  for (const char* link : {
           "", "https://", "shop.example.cn", "http://shop.example.cn/", "ftp://shop.example.cn/", "javascript://shop.example.cn/",
           "weixin://dl/pay?shop.example.cn", "//shop.example.cn/", " https://shop.example.cn/", "https:/shop.example.cn/",
           // another host that looks like it
           "https://evil.example/shop.example.cn", "https://shop.example.cn.evil.example/", "https://evilshop.example.cn/",
           "https://example.cn/", "https://cn/", "https://shop.example.cn./", "https://.shop.example.cn/", "https://a..shop.example.cn/",
           "https://-a.shop.example.cn/",
           // users, ports, numbers
           "https://shop.example.cn@evil.example/", "https://evil.example@shop.example.cn/", "https://user:pass@shop.example.cn/",
           "https://shop.example.cn:443/", "https://shop.example.cn:8443/", "https://shop.example.cn:@evil.example/",
           "https://127.0.0.1/", "https://0x7f.1/", "https://[::1]/",
           // letters that look like others, in either spelling, and coded ones
           "https://xn--shp-0qd.example.cn/", "https://xn--a.shop.example.cn/", "https://ab--c.shop.example.cn/",
           "https://shоp.example.cn/", "https://shop。example.cn/", "https://shop%2eexample.cn/", "https://shop.example.cn/买",
           // what a browser reads otherwise than a person
           "https://evil.example\\.shop.example.cn/", "https://evil.example\\@shop.example.cn/", "https:\\\\shop.example.cn/",
           "https://shop.example.cn/\r\nX:1", "https://shop.example.cn\t/", "https://shop .example.cn/", "https://shop.example.cn/\"x"}) {
    CAPTURE(link);
    CHECK_FALSE(allowed_host(link, hosts));
  }
  CHECK_FALSE(allowed_host(std::string_view("https://shop.example.cn\0.evil.example/", 38), hosts));
  CHECK_FALSE(allowed_host("https://shop.example.cn/", {}));
  const std::vector<std::string> careless{"", ".", "cn", "*", "https://a.cn", "10.0.0.1"};
  CHECK_FALSE(allowed_host("https://shop.example.cn/", careless));
  CHECK_FALSE(allowed_host("https://10.0.0.1/", careless));
}

TEST_CASE("a page prints the host beside its code, and shows no code at all for a link that is not allowed") {
  for (const ui::PixelSize size : {ui::PixelSize{1920, 1080}, ui::PixelSize{1080, 1920}}) {
    auto city = tests::small_city();
    city->articles[0].link = "https://news.jiangcheng.example/a/1";
    city->products[0].order_link = "https://haowu.jiangcheng.example/p/honey";
    city->figures[3].link = "https://people.evil.example/zhou";
    Visit visit(city, size);
    visit.kiosk().open(kiosk::ScreenKind::Article, {.record = city->articles[0].id, .series = {}, .filter = {}, .neighbours = {}}, visit.now);
    visit.settle();
    CHECK(visit.shows("扫码带走这一篇"));
    CHECK(visit.shows("jiangcheng.example"));
    visit.kiosk().open(kiosk::ScreenKind::Product, {.record = city->products[0].id, .series = {}, .filter = {}, .neighbours = {}}, visit.now);
    visit.settle();
    CHECK(visit.shows("扫码下单"));
    CHECK(visit.shows("haowu."));
    CHECK(visit.shows("example"));
    visit.kiosk().open(kiosk::ScreenKind::Figure, {.record = city->figures[3].id, .series = {}, .filter = {}, .neighbours = {}}, visit.now);
    visit.settle();
    CHECK_FALSE(visit.shows("扫码"));
    CHECK_FALSE(visit.shows("evil.example"));
  }
}

TEST_CASE("a code is larger where the screen is smaller, so that it is read from half a metre") {
  ui::NullBackend backend({1920, 1080});
  struct Row { double inch; float least_mm; };
  for (const Row& row : {Row{21.5, 50}, Row{32, 50}, Row{55, 50}, Row{7, 0}}) {
    ui::Session session({.texture_limit_bytes = 0, .fonts = {}, .panel = {.diagonal_mm = row.inch * 25.4, .lower_edge_mm = {}}}, backend);
    session.frame([&](ui::Canvas& canvas) {
      const float side = ui::qr_side(canvas, 200);
      CHECK(side >= 200);
      CHECK(side <= 300);
      CHECK(side / 1.2F * canvas.mm_per_u() >= row.least_mm);
    });
  }
}
