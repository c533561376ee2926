// The articles' list, as a visitor uses it.
#include <doctest/doctest.h>

#include <set>
#include <string>

#include "kiosk/mode_words.h"
#include "tests/kiosk/articles_support.h"

using content::ArticleCategory;
using content::Day;
using tests::article;
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

}  // namespace

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

TEST_CASE("the campaign's stages are named in one size, and the word for now keeps clear of the next one") {
  auto city = tests::small_city();
  for (int i = 1; i < 5; ++i) {
    auto stage = city->stages.front();
    stage.number = i + 1;
    stage.name = i == 2 ? "巩固提高成果阶段" : "国家验收";
    stage.first = Day(year(2026), month(8 + static_cast<unsigned>(i)), day(1));
    stage.last = Day(year(2026), month(8 + static_cast<unsigned>(i)), day(20));
    city->stages.push_back(stage);
  }
  city->build_lookup();
  for (const auto size : {ui::PixelSize{1920, 1080}, ui::PixelSize{1080, 1920}}) {
    for (const ui::Modes& modes : kiosk::all_modes()) {
      if (modes.language == ui::Language::English) continue;
      CAPTURE(size.w);
      CAPTURE(kiosk::mode_suffix(modes));
      Visit visit(city, size);
      visit.kiosk().set_modes(modes, visit.now);
      visit.kiosk().open(kiosk::ScreenKind::Publicity, {}, visit.now);
      visit.settle();
      std::set<float> sizes;
      const ui::LoggedText* now = nullptr;
      float next = 100000;
      for (const auto& text : visit.text_log().texts()) {
        if (text.whole == "中期考评" || text.whole == "巩固提高成果阶段" || text.whole == "国家验收") sizes.insert(text.size);
        if (text.text == "进行中") now = &text;
        if (text.text == "国家验收") next = std::min(next, text.box.x);
      }
      CHECK(sizes.size() == 1);
      REQUIRE(now != nullptr);
      CHECK(now->box.right() < next);
    }
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
