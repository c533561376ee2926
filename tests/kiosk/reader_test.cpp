// The reader, as a visitor uses it.
#include <doctest/doctest.h>

#include <string>

#include "tests/kiosk/articles_support.h"

using tests::article;
using tests::Visit;

namespace {

std::string long_body() {
  std::string body;
  for (int i = 0; i < 24; ++i) {
    body += "## 小标题 " + std::to_string(i) + "\n\n江滩双拥街全长九百二十米，临街商户八十六家。两年前，主动挂牌的只有七家；如今，签约商户"
            "已经达到六十四家，涵盖餐饮、医药、理发、书店和眼镜店。\n\n> 写得越大，越没人写。\n\n- 带上优待证\n\n";
  }
  return body;
}

}  // namespace

TEST_CASE("a long article is read to its end by the red button, and grows at the same words") {
  for (const auto size : {ui::PixelSize{1920, 1080}, ui::PixelSize{1080, 1920}, ui::PixelSize{1080, 1440}}) {
    auto city = tests::small_city();
    city->articles[0].body = long_body();
    city->build_lookup();
    Visit visit(city, size);
    visit.kiosk().open(kiosk::ScreenKind::Article, article(*city, 0), visit.now);
    visit.settle();
    CHECK(visit.shows("小标题 0"));
    for (int i = 0; i < 4; ++i) REQUIRE(visit.tap("下一页"));
    std::string heading;
    for (const auto& text : visit.texts()) if (text.starts_with("小标题")) heading = text;
    REQUIRE_FALSE(heading.empty());
    CHECK(heading != "小标题 0");
    REQUIRE(visit.tap("字 大"));
    CHECK_FALSE(visit.shows("小标题 0"));
    CHECK(visit.kiosk().visitor().modes.large_text);  // the dock's 大字 says the same
    REQUIRE(visit.tap("字 小"));
    int turns = 0;
    while (visit.tap("下一页")) REQUIRE(++turns < 60);
    CHECK(visit.shows("小标题 23"));
    REQUIRE(visit.tap("从头读"));
    CHECK(visit.shows("小标题 0"));
  }
}

TEST_CASE("what to read next opens in its place, and a code is there only for a link") {
  auto city = tests::small_city();
  city->articles[0].read_next = city->articles[2].id;
  city->articles[0].link = "https://jiangcheng.example/a/1";
  city->build_lookup();
  Visit visit(city);
  visit.kiosk().open(kiosk::ScreenKind::Article, article(*city, 0), visit.now);
  visit.settle();
  CHECK(visit.shows("扫码带走这一篇"));
  REQUIRE(visit.tap("读完再看"));
  CHECK(visit.shows("暴雨那一夜"));
  CHECK_FALSE(visit.shows("扫码带走这一篇"));
  REQUIRE(visit.tap("返回"));
  CHECK(visit.screen() == "home");
}

TEST_CASE("an English visitor reads the office's English, and Chinese is marked where there is none") {
  auto city = tests::small_city();
  city->articles[0].english = {{"title", "How one street did it"}, {"body", "At half past six the first pot boils."}};
  city->build_lookup();
  Visit visit(city);
  visit.kiosk().open(kiosk::ScreenKind::Publicity, {}, visit.now);
  visit.settle();
  REQUIRE(visit.tap("EN"));
  CHECK(visit.screen() == "publicity");
  REQUIRE(visit.tap("Article How one street did it"));
  CHECK(visit.shows("At half past six"));
  CHECK_FALSE(visit.shows("Chinese only"));
  visit.kiosk().open(kiosk::ScreenKind::Article, article(*city, 1), visit.now);
  visit.settle();
  CHECK(visit.shows("一图读懂"));
}

TEST_CASE("the reader's pictures open in the viewer") {
  auto city = tests::small_city();
  for (int i = 0; i < 2; ++i) {
    content::Media media;
    media.id = content::MediaId::make();
    media.files = {{.size = content::MediaSize::Full, .sha256 = std::string(64, 'a'), .width = 900, .height = 600, .format = "jpeg"}};
    city->media[media.id] = media;
    city->articles[0].gallery.push_back(media.id);
  }
  city->build_lookup();
  Visit visit(city);
  visit.kiosk().open(kiosk::ScreenKind::Article, article(*city, 0), visit.now);
  visit.settle();
  REQUIRE(visit.has_item("看图 2 张"));
  REQUIRE(visit.tap("低位"));  // the picture is out of reach, its button is not
  REQUIRE(visit.tap("看图 2 张"));
  CHECK(visit.screen() == "picture-viewer");
  REQUIRE(visit.tap("返回"));
  CHECK(visit.screen() == "article");
}

TEST_CASE("a reader is asked later than others whether they are still there") {
  const auto city = tests::small_city();
  Visit visit(city);
  visit.kiosk().open(kiosk::ScreenKind::Article, article(*city, 0), visit.now);
  visit.settle();
  visit.wait_seconds(100);
  CHECK_FALSE(visit.kiosk().asking());
  visit.wait_seconds(30);
  CHECK(visit.kiosk().asking());
}
