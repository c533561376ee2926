#include <doctest/doctest.h>

#include <spdlog/sinks/ostream_sink.h>
#include <spdlog/spdlog.h>

#include <cstdlib>
#include <random>
#include <sstream>
#include <string>

#include "admin/preview/preview_card.h"
#include "content/record.h"
#include "tests/admin/window/preview_support.h"

using namespace std::chrono;
using admin::PreviewWish;
using content::Kind;
using nlohmann::json;
using tests::at;
using tests::city_body;
using tests::Desktop;
using tests::kDesignDay;
using tests::shop_body;
using tests::shop_wish;

TEST_SUITE("preview") {

TEST_CASE("what is typed stands on the kiosk's page") {
  Desktop desk;
  json body = shop_body("渡口面馆");
  desk.show(shop_wish(body));
  CHECK(desk.preview().screen_name() == "merchant");
  CHECK(desk.shows("渡口面馆"));
  CHECK(desk.shows("全单八折"));
  body["name"] = "渡口老面馆";
  body["offers"][0]["title"] = "面食七折";
  desk.show(shop_wish(body));
  CHECK(desk.preview().screen_name() == "merchant");
  CHECK(desk.shows("渡口老面馆"));
  CHECK(desk.shows("面食七折"));
  CHECK_FALSE(desk.shows("全单八折"));
}

TEST_CASE("nothing is drawn anew while nothing changes") {
  Desktop desk;
  const PreviewWish wish = shop_wish(shop_body("渡口面馆"));
  desk.show(wish);
  const auto drawn = desk.preview().version();
  desk.show(wish);
  CHECK(desk.preview().version() == drawn);
}

TEST_CASE("an offer of August is on the page of August and not on that of July") {
  Desktop desk;
  json body = shop_body("渡口面馆");
  body["offers"][0]["validity"] = {{"from", "2026-08-01"}};
  desk.show(shop_wish(body));
  CHECK_FALSE(desk.shows("全单八折"));
  desk.show(shop_wish(body, content::Day{year(2026), month(8), day(1)}));
  CHECK(desk.shows("全单八折"));
}

TEST_CASE("upright, large and English are the kiosk's own") {
  Desktop desk;
  PreviewWish wish = shop_wish(shop_body("渡口面馆"));
  wish.portrait = true;
  desk.show(wish, {20, 60, 270, 480});
  CHECK(desk.shows("渡口面馆"));
  CHECK(desk.preview().size_u() == ui::Size{1080, 1920});
  for (const ui::LoggedText& text : desk.preview().texts().texts()) CHECK(text.box.x < 1080);
  const ui::LoggedText* name = desk.preview().texts().find("渡口面馆");
  REQUIRE(name != nullptr);
  const float plain = name->size;
  wish.modes.large_text = true;
  desk.show(wish, {20, 60, 270, 480});
  REQUIRE(desk.preview().texts().find("渡口面馆") != nullptr);
  CHECK(desk.preview().texts().find("渡口面馆")->size > plain);
  wish.modes = {.language = ui::Language::English};
  desk.show(wish, {20, 60, 270, 480});

  CHECK(desk.shows("Dukou"));
}

TEST_CASE("every kind has its page") {
  struct Row {
    Kind kind;
    json body;
    const char* screen;
    const char* words;
  };
  const Row rows[] = {
      {Kind::Article, {{"title", "暴雨那一夜"}, {"body", "他们守住了堤。"}}, "article", "暴雨那一夜"},
      {Kind::Figure, {{"name", "周念慈"}, {"category", "mother"}, {"voice", "我家的灯亮着。"}}, "honour-figure", "周念慈"},
      {Kind::Product, {{"name", "界碑百花蜜"}, {"category", "茶与蜜"}, {"price_fen", 5800}}, "product", "界碑百花蜜"},
      {Kind::Street, {{"name", "江滩双拥街"}, {"short_name", "江滩"}, {"shops", 10}}, "street", "江滩双拥街"},
      {Kind::Poster, {{"title", "鱼水情"}, {"slogan", {"军民鱼水情", "江城一家亲"}}, {"ground", "#8E1719"}, {"ink", "#FFF6E4"}}, "attract", "军民鱼水情"},
      {Kind::City, city_body(), "home", "江城市"},
      {Kind::Stage, {{"name", "中期考评"}, {"number", 1}}, "publicity", "中期考评"},
      {Kind::Series, {{"name", "江城双拥故事"}, {"number", 1}}, "publicity", ""},
      {Kind::Theme, {{"name", "八一"}, {"first", "2026-07-25"}, {"last", "2026-08-05"}, {"feast", "2026-08-01"}, {"feast_name", "建军节"}}, "home", ""},
      {Kind::Film, {{"title", "江城记忆"}}, "publicity", ""}};
  Desktop desk;
  for (const Row& row : rows) {
    INFO(std::string(row.screen) << " " << std::string(row.words));
    desk.show({.kind = row.kind, .record = content::RecordId::make(), .body = row.body, .minute = at(kDesignDay)});
    CHECK(desk.preview().screen_name() == row.screen);
    INFO(desk.preview().texts().all());
    CHECK(desk.shows(row.words));
  }
}

TEST_CASE("whoever has not signed or is past the date is told of, and shown when it can be") {
  Desktop desk;
  json body = shop_body("渡口面馆");
  body["pledge"].erase("signed_on");
  desk.show(shop_wish(body));
  CHECK(desk.preview().screen_name() == "merchant");
  REQUIRE(desk.preview().not_shown());
  CHECK(desk.preview().not_shown()->reason == "还没填签约日期，没签承诺的店不上屏");
  body = shop_body("渡口面馆");
  body["valid_from"] = "2026-08-01";
  desk.show(shop_wish(body));
  CHECK(desk.preview().screen_name() != "merchant");
  REQUIRE(desk.preview().not_shown());
  CHECK(desk.preview().not_shown()->reason == "8 月 1 日起才上屏");
  desk.show(shop_wish(body, *desk.preview().not_shown()->see_on));
  CHECK_FALSE(desk.preview().not_shown());
  CHECK(desk.preview().screen_name() == "merchant");
}

TEST_CASE("half-typed and impossible drafts of every kind are drawn without a complaint") {
  std::ostringstream log;
  const auto sink = std::make_shared<spdlog::sinks::ostream_sink_mt>(log);
  const auto before = spdlog::default_logger();
  spdlog::set_default_logger(std::make_shared<spdlog::logger>("preview", sink));
  {
    Desktop desk;
    std::mt19937 random(730);
    const json odd[] = {nullptr, true, 0, -7, 99'999, 1e18, "", "八折", std::string(1500, 'm'), "2026-02-30", "2026-07-30", json::array(), json::object(),
                        json::array({0.2, 0.9, 0.1, 5.0}), json::array({"veteran", "veteran"}), json::array({json{{"title", "茶"}}, 3}),
                        "018f0000-0000-7000-8000-000000000009", "#FFFFFF", json{{"zh", 1}}, "## 一\n\n> 二\n- 三\n"};
    const int rounds = std::getenv("SHUANGYONG_LONG") != nullptr ? 200 : 4;
    for (int round = 0; round < rounds; ++round) {
      for (const auto& each : content::all_kinds()) {
        const content::KindSpec& spec = each.get();
        json body = json::object();
        for (const content::Field& field : spec.fields) {
          if (random() % 4 != 0) continue;
          try {
            content::set_value(body, field.key, odd[random() % std::size(odd)]);
          } catch (const std::exception&) {
            // what lies above it is no object any more
          }
        }
        INFO(spec.word << " " << body.dump());
        PreviewWish wish{.kind = spec.kind, .record = content::RecordId::make(), .body = body, .minute = at(kDesignDay)};
        wish.portrait = round % 2 == 1;
        wish.modes.large_text = round % 4 > 1;
        CHECK_NOTHROW(desk.show(wish));
        CHECK(log.str() == "");
        log.str("");
      }
    }
  }
  spdlog::set_default_logger(before);
}

TEST_CASE("the card's chips turn the preview, the large view takes touches and closes") {
  Desktop desk;
  desk.office.store();
  admin::desk::Desk top(desk.office, desk.session);
  top.previews = &desk.previews;
  admin::PreviewCard card("inspector");
  const json body = shop_body("渡口面馆");
  const admin::PreviewSubject subject{.kind = Kind::Merchant, .record = {"018f0000-0000-7000-8000-000000000001"}, .body = &body};
  const auto draw = [&](ui::Canvas& canvas) {
    top.begin(canvas);
    card.draw(top, {1066, 120, 510, 600}, subject);
    top.draw_layers();
    top.end();
  };
  const auto click = [&](ui::Point where) {
    desk.window.touch_down(where);
    for (int i = 0; i < 3; ++i) desk.frame(draw);
    desk.window.touch_up();
    for (int i = 0; i < 10; ++i) desk.frame(draw);
  };
  const auto tap = [&](std::string_view label) {
    const auto box = desk.items.find(label);
    REQUIRE_MESSAGE(box, label);
    click(box->centre());
  };
  desk.settle(draw);
  CHECK(desk.items.duplicates().empty());
  CHECK(desk.texts.contains("实时预览"));
  tap("竖屏");
  desk.settle(draw);
  CHECK(desk.preview().size_u() == ui::Size{1080, 1920});
  tap("横屏");
  tap("大字");
  CHECK(card.look().large_text);
  tap("大字");
  desk.settle(draw);

  tap("看大图");
  for (int i = 0; i < 40; ++i) desk.frame(draw);
  admin::Preview& large = desk.previews.get("large");
  CHECK(large.playing());
  CHECK(large.screen_name() == "merchant");
  tap("关上预览");
  CHECK_FALSE(large.playing());
  CHECK_FALSE(desk.items.find("关上预览"));
}

}  // TEST_SUITE
