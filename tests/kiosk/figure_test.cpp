// A figure's page: name, voice, deed, years, tribute, and the way to the neighbours.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "tests/support/kiosk_fixture.h"

using tests::Visit;

namespace {

std::vector<content::RecordId> ids(const content::Catalog& city) {
  std::vector<content::RecordId> all;
  for (const auto& figure : city.figures) all.push_back(figure.id);
  return all;
}

void open_figure(Visit& visit, const content::Catalog& city, std::size_t index) {
  visit.kiosk().open(kiosk::ScreenKind::Figure,
                     {.record = city.figures[index].id, .series = {}, .filter = {}, .neighbours = ids(city)}, visit.now);
  visit.settle();
}

std::string repeated(const std::string& text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

}  // namespace

TEST_CASE("a figure's page says who, what and when") {
  for (const auto size : {ui::PixelSize{1920, 1080}, ui::PixelSize{1080, 1920}}) {
    auto city = tests::small_city();
    Visit visit(city, size);
    open_figure(visit, *city, 3);
    for (const auto* words : {"周念慈", "兵妈妈", "2025 年度", "和平里社区", "孩子们到江城当兵", "退休教师", "2005", "儿子入伍", "致敬"}) {
      CAPTURE(words);
      CHECK(visit.shows(words));
    }
    CHECK_FALSE(visit.shows("扫码"));   // no link, no code
    CHECK_FALSE(visit.shows("人次"));   // nobody yet
    CHECK(visit.item_log().duplicates().empty());
  }
}

TEST_CASE("a visitor pays tribute once: it counts one, says thanks and asks for nothing more") {
  auto city = tests::small_city();
  Visit visit(city);
  open_figure(visit, *city, 3);
  REQUIRE(visit.tap("致敬"));
  CHECK(visit.shows("您已向她致敬"));
  CHECK(visit.shows("人次向她致敬"));
  CHECK(visit.has_item("已致敬"));
  CHECK_FALSE(visit.has_item("致敬"));
  visit.tap("已致敬");
  CHECK(visit.shows("1"));
  CHECK_FALSE(visit.shows("2 "));
  visit.wait_seconds(5);
  CHECK_FALSE(visit.shows("您已向她致敬"));

  // The next visitor may again.
  visit.kiosk().leave();
  open_figure(visit, *city, 3);
  REQUIRE(visit.tap("致敬"));
  const auto texts = visit.texts();
  CHECK(std::ranges::find(texts, "2") != texts.end());
}

TEST_CASE("for a fallen soldier there are flowers and no running total") {
  auto city = tests::small_city();
  Visit visit(city);
  open_figure(visit, *city, 1);
  CHECK_FALSE(visit.has_item("致敬"));
  REQUIRE(visit.tap("献花"));
  CHECK(visit.shows("您已献上一束花"));
  CHECK(visit.has_item("已献花"));
  CHECK_FALSE(visit.shows("人次"));
}

TEST_CASE("the arrows walk the list it was opened from, over those who are shown now") {
  auto city = tests::small_city();
  city->figures[2].validity.until = content::Day(std::chrono::year(2026), std::chrono::month(7), std::chrono::day(29));
  city->build_lookup();
  Visit visit(city);
  open_figure(visit, *city, 0);
  CHECK_FALSE(visit.has_item("上一位"));
  visit.tap("下一位");
  CHECK(visit.shows("顾长岭"));
  visit.tap("下一位");
  CHECK(visit.shows("周念慈"));   // not 仇㛃, whose time is over
  CHECK_FALSE(visit.has_item("下一位"));
  visit.tap("上一位");
  CHECK(visit.shows("顾长岭"));
  visit.tap("返回");
  CHECK(visit.screen() == "home");
}

TEST_CASE("a long life turns pages and every word of it can be reached") {
  for (const auto size : {ui::PixelSize{1920, 1080}, ui::PixelSize{1080, 1920}, ui::PixelSize{1440, 1080}}) {
    CAPTURE(size.w);
    auto city = tests::small_city();
    auto& figure = city->figures[3];
    figure.biography = repeated("二十年里，从这间小屋走出去的战士，都喊她周妈妈。", 20) + "终于写到了最后一句话。";
    for (int year = 1990; year < 2002; ++year) figure.honours.push_back({year, "第" + std::to_string(year) + "号荣誉"});
    city->build_lookup();
    Visit visit(city, size);
    open_figure(visit, *city, 3);
    bool end = false;
    bool last_honour = false;
    for (int page = 0; page < 20; ++page) {
      end = end || visit.shows("句话") || visit.shows("话。");
      last_honour = last_honour || visit.shows("第2001号荣誉") || visit.shows("2001");
      visit.tap("›");
    }
    CHECK(end);
    CHECK(last_honour);
    CHECK(visit.screen() == "honour-figure");
  }
}

TEST_CASE("a name of forty characters is shown in full") {
  auto city = tests::small_city();
  city->figures[3].name = repeated("欧阳江城", 9) + "最后四字";
  city->build_lookup();
  for (const auto size : {ui::PixelSize{1920, 1080}, ui::PixelSize{1080, 1920}}) {
    Visit visit(city, size);
    open_figure(visit, *city, 3);
    CHECK(visit.shows("四字"));
    for (const auto& text : visit.text_log().texts()) CHECK_FALSE(text.cut);
  }
}

TEST_CASE("with a link there is a code to take the story along") {
  auto city = tests::small_city();
  city->figures[3].link = "https://jiangcheng.example/people/zhou-nianci";
  city->build_lookup();
  Visit visit(city);
  open_figure(visit, *city, 3);
  CHECK(visit.shows("扫码读完整事迹"));
}
