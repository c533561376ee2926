// The articles' list and the reader, as a visitor uses them.
#include <doctest/doctest.h>

#include <set>

#include "kiosk/article_text.h"
#include "tests/support/kiosk_fixture.h"

using content::ArticleCategory;
using content::Day;
using tests::Visit;
using namespace std::chrono;

namespace {

Day july(unsigned d) { return Day(year(2026), month(7), day(d)); }

std::shared_ptr<content::Catalog> city_with_articles(int count) {
  auto city = tests::small_city();
  city->articles.resize(1);
  for (int i = 2; i <= count; ++i) {
    city->articles.push_back(tests::article_titled("第 " + std::to_string(i) + " 篇", july(20)));
  }
  city->build_lookup();
  return city;
}

kiosk::Target article(const content::Catalog& city, std::size_t i) {
  return {.record = city.articles[i].id, .series = {}, .filter = {}, .neighbours = {}};
}

std::string long_body() {
  std::string body;
  for (int i = 0; i < 24; ++i) {
    body += "## 小标题 " + std::to_string(i) + "\n\n江滩双拥街全长九百二十米，临街商户八十六家。两年前，主动挂牌的只有七家；如今，签约商户"
            "已经达到六十四家，涵盖餐饮、医药、理发、书店和眼镜店。\n\n> 写得越大，越没人写。\n\n- 带上优待证\n\n";
  }
  return body;
}

}  // namespace

TEST_CASE("a body is paragraphs, sub-heads, quotes and lists, also when it was pasted without lines") {
  using Kind = ui::FlowBlock::Kind;
  struct Row { const char* body; std::vector<std::pair<Kind, std::string>> blocks; };
  const Row rows[] = {{"", {}},
                      {"\n \n　　\n", {}},
                      {"一段。\n二段。", {{Kind::Paragraph, "一段。"}, {Kind::Paragraph, "二段。"}}},
                      {"## 头\n> 话\n- 事\r\n", {{Kind::Heading, "头"}, {Kind::Quote, "话"}, {Kind::ListItem, "事"}}},
                      {"　　一、总则　　各级要重视。", {{Kind::Paragraph, "一、总则"}, {Kind::Paragraph, "各级要重视。"}}},
                      {"陈　向江", {{Kind::Paragraph, "陈　向江"}}}};
  for (const Row& row : rows) {
    CAPTURE(row.body);
    const auto blocks = kiosk::article_blocks(row.body);
    REQUIRE(blocks.size() == row.blocks.size());
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      CHECK(blocks[i].kind == row.blocks[i].first);
      CHECK(blocks[i].text == row.blocks[i].second);
    }
  }
}

TEST_CASE("reading takes a minute for every 250 characters begun") {
  std::string text;
  CHECK(kiosk::reading_minutes(text) == 1);
  for (int i = 0; i < 250; ++i) text += "字";
  CHECK(kiosk::reading_minutes(text) == 1);
  CHECK(kiosk::reading_minutes(text + "多") == 2);
}

TEST_CASE("the list says where the campaign stands, and an article opens from it") {
  for (const auto size : {ui::PixelSize{1920, 1080}, ui::PixelSize{1080, 1920}, ui::PixelSize{1440, 1080}, ui::PixelSize{1080, 1440}}) {
    const auto city = tests::small_city();
    Visit visit(city, size);
    visit.kiosk().open(kiosk::ScreenKind::Publicity, {}, visit.now);
    visit.settle();
    CHECK(visit.shows("中期考评"));
    CHECK(visit.shows("进行中"));
    CHECK(visit.shows("头条"));
    CHECK(visit.shows("7 月 28 日"));
    CHECK(visit.item_log().duplicates().empty());
    REQUIRE(visit.tap("文章 一图读懂：市内 26 项优待"));
    CHECK(visit.screen() == "article");
    CHECK(visit.shows("一图读懂"));
    REQUIRE(visit.tap("返回"));
    CHECK(visit.screen() == "publicity");
  }
}

TEST_CASE("a drag from an article turns the page and opens nothing") {
  Visit visit(city_with_articles(40));
  visit.kiosk().open(kiosk::ScreenKind::Publicity, {}, visit.now);
  visit.settle();
  REQUIRE(visit.has_item("文章 第 2 篇"));
  REQUIRE(visit.drag("文章 第 2 篇", -700, 10));
  CHECK(visit.screen() == "publicity");
  CHECK_FALSE(visit.has_item("文章 第 2 篇"));
  CHECK(visit.has_item("文章 第 5 篇"));
  CHECK(visit.shows("2 / 7"));
  REQUIRE(visit.tap("文章 第 7 篇"));
  REQUIRE(visit.tap("返回"));
  CHECK(visit.shows("2 / 7"));  // the list keeps its place
}

TEST_CASE("a category shows its own articles, an emptied one speaks and leads out") {
  auto city = tests::small_city();
  city->articles.push_back(tests::article_titled("江边的课", july(1)));
  city->articles.back().category = ArticleCategory::Activity;
  city->build_lookup();
  Visit visit(city);
  visit.kiosk().open(kiosk::ScreenKind::Publicity, {}, visit.now);
  visit.settle();
  CHECK_FALSE(visit.has_item("海报影像"));
  REQUIRE(visit.tap("政策法规"));
  CHECK(visit.has_item("文章 一图读懂：市内 26 项优待"));
  CHECK_FALSE(visit.has_item("文章 江边的课"));
  auto next = std::make_shared<content::Catalog>(*city);
  next->articles.erase(next->articles.begin() + 1);
  next->build_lookup();
  visit.kiosk().show(next);
  visit.frames(2);
  CHECK(visit.shows("现在没有可看的文章"));
  REQUIRE(visit.tap("看全部文章"));
  CHECK(visit.has_item("文章 江边的课"));
}

TEST_CASE("an article before or after its days is nowhere, and a series shows only its own") {
  auto city = tests::small_city();
  city->articles[0].validity.until = july(29);
  city->articles[1].validity.from = july(31);
  city->build_lookup();
  Visit visit(city);
  visit.kiosk().open(kiosk::ScreenKind::Publicity, {}, visit.now);
  visit.settle();
  CHECK_FALSE(visit.shows("一条街"));
  CHECK_FALSE(visit.shows("一图读懂"));
  CHECK(visit.shows("暴雨那一夜"));
  visit.kiosk().open(kiosk::ScreenKind::Article, article(*city, 0), visit.now);
  visit.settle();
  CHECK(visit.screen() == "home");

  auto whole = tests::small_city();
  Visit other(whole);
  other.kiosk().open(kiosk::ScreenKind::Publicity, {.record = {}, .series = whole->series[0].id, .filter = {}, .neighbours = {}}, other.now);
  other.settle();
  CHECK(other.shows("江城双拥故事"));
  CHECK(other.shows("暴雨那一夜"));
  CHECK_FALSE(other.shows("一条街"));
  CHECK_FALSE(other.shows("中期考评"));
}

TEST_CASE("the longest title and no article at all keep the page whole") {
  auto city = tests::small_city();
  for (auto& one : city->articles) one.title = "关于进一步做好新时代拥军优属拥政爱民工作并持续推进全国双拥模范城创建活动的实施意见";
  city->build_lookup();
  for (const auto size : {ui::PixelSize{1920, 1080}, ui::PixelSize{1080, 1920}}) {
    Visit visit(city, size);
    visit.kiosk().open(kiosk::ScreenKind::Publicity, {}, visit.now);
    visit.settle();
    for (const auto& text : visit.text_log().texts()) {
      CAPTURE(text.text);
      CHECK_FALSE(text.cut);
    }
    CHECK(visit.item_log().duplicates().empty());
  }
  auto bare = tests::small_city();
  bare->articles.clear();
  bare->build_lookup();
  Visit visit(bare);
  visit.kiosk().open(kiosk::ScreenKind::Publicity, {}, visit.now);
  visit.settle();
  CHECK(visit.shows("文章正在准备"));
}

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

TEST_CASE("the list stays at its articles when the letters grow, and every article is still reached") {
  Visit visit(city_with_articles(40));
  visit.kiosk().open(kiosk::ScreenKind::Publicity, {}, visit.now);
  visit.settle();
  for (int i = 0; i < 2; ++i) REQUIRE(visit.tap("›"));
  REQUIRE(visit.has_item("文章 第 11 篇"));
  REQUIRE(visit.tap("大字"));
  CHECK(visit.screen() == "publicity");
  CHECK(visit.has_item("文章 第 11 篇"));
  while (visit.tap("‹")) {}
  std::set<std::string> seen;
  do {
    for (const auto& item : visit.item_log().items()) if (item.label.starts_with("文章")) seen.insert(item.label);
  } while (visit.tap("›"));
  CHECK(seen.size() == 40);
}

TEST_CASE("with low reach nothing of list and reader is touched above the line, and the lead opens from the list") {
  for (const auto size : {ui::PixelSize{1920, 1080}, ui::PixelSize{1080, 1920}, ui::PixelSize{1440, 1080}}) {
    auto city = city_with_articles(12);
    city->articles[0].gallery = {};
    city->build_lookup();
    Visit visit(city, size);
    visit.kiosk().open(kiosk::ScreenKind::Publicity, {}, visit.now);
    visit.settle();
    REQUIRE(visit.tap("低位"));
    const float line = visit.session().size().h * ui::touch::kReachShare - 1;
    for (const auto& item : visit.item_log().items()) {
      CAPTURE(item.label);
      CHECK((item.label == "host" || item.box.y >= line));
    }
    const auto lead = visit.kiosk().catalog()->articles[0].title;
    REQUIRE(visit.tap("文章 " + lead));
    CHECK(visit.screen() == "article");
    for (const auto& item : visit.item_log().items()) {
      CAPTURE(item.label);
      CHECK((item.label == "host" || item.box.y >= line));
    }
  }
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

TEST_CASE("the standing picture is whole in English too") {
  for (const auto size : {ui::PixelSize{1920, 1080}, ui::PixelSize{1080, 1920}, ui::PixelSize{1440, 1080}, ui::PixelSize{1080, 1440}}) {
    kiosk::KioskOptions options;
    options.language = ui::Language::English;
    Visit visit(nullptr, size, options);
    CHECK((visit.shows("Shuangyong Window") || visit.shows("Window")));
    CHECK(visit.shows("Shuangyong"));  // no word is broken
    for (const auto& text : visit.text_log().texts()) {
      CAPTURE(text.text);
      CHECK_FALSE(text.cut);
      CHECK_FALSE(text.clipped);
    }
  }
}

TEST_CASE("the standing picture needs nothing and offers nothing to touch") {
  for (const auto size : {ui::PixelSize{1920, 1080}, ui::PixelSize{1080, 1920}, ui::PixelSize{1440, 1080}, ui::PixelSize{1280, 800}}) {
    Visit visit(nullptr, size);
    CHECK(visit.shows("内容正在更新，请过一会儿再来"));
    CHECK(visit.shows("双拥之窗"));
    CHECK(visit.shows("10:26"));
    CHECK_FALSE(visit.has_item("轻触屏幕，开始浏览"));
    for (const auto& text : visit.text_log().texts()) {
      CAPTURE(text.text);
      CHECK_FALSE(text.cut);
      CHECK_FALSE(text.clipped);
    }
  }
}
