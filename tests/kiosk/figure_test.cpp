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

namespace {

ui::Modes modes_of(int bits) {
  ui::Modes modes;
  modes.large_text = (bits & 1) != 0;
  modes.high_contrast = (bits & 2) != 0;
  modes.low_reach = (bits & 4) != 0;
  modes.language = (bits & 8) != 0 ? ui::Language::English : ui::Language::Chinese;
  return modes;
}

constexpr int kLow = 4, kEnglish = 8, kAllModes = 16;

void switch_to(Visit& visit, const ui::Modes& modes) {
  visit.kiosk().set_modes(modes, visit.now);
  visit.settle();
}

// A picture that the catalog knows; its file need not be there.
content::MediaId add_picture(content::Catalog& city, const std::string& id) {
  content::Media media;
  media.id = content::MediaId{id};
  content::MediaFile file;
  file.sha256 = std::string(64, 'a');
  file.width = 400;
  file.height = 500;
  file.format = "jpeg";
  media.files = {file};
  city.media.emplace(media.id, media);
  return media.id;
}

}  // namespace

TEST_CASE("an English visitor reads the office's English, and what it lacks in Chinese with its mark") {
  auto city = tests::small_city();
  auto& figure = city->figures[3];
  figure.english = {{"community", "Hepingli"}, {"voice", "Our lamp is lit."}, {"biography", "A retired teacher."}};
  for (std::size_t i = 0; i < figure.honours.size(); ++i) figure.english["honours"] += "Deed " + std::to_string(i) + "\n";
  city->build_lookup();
  Visit visit(city);
  open_figure(visit, *city, 3);
  switch_to(visit, modes_of(kEnglish));
  for (const auto* words : {"周念慈 Zhou Nianci", "Hepingli", "Our lamp is lit.", "A retired teacher.", "Deed 0"}) {
    CAPTURE(words);
    CHECK(visit.shows(words));
  }
  CHECK_FALSE(visit.shows("退休教师"));
  const auto marks = [&visit] {
    const auto texts = visit.texts();
    return std::ranges::count(texts, "中文");
  };
  CHECK(marks() == 1);   // the dock's button back to Chinese
  city->figures[3].english.erase("biography");
  switch_to(visit, modes_of(0));
  switch_to(visit, modes_of(kEnglish));
  CHECK(visit.shows("退休教师"));
  CHECK(marks() == 2);
}

TEST_CASE("a figure's gallery opens in the viewer, in low reach from below the line") {
  for (const auto size : {ui::PixelSize{1920, 1080}, ui::PixelSize{1080, 1920}}) {
    CAPTURE(size.w);
    auto city = tests::small_city();
    city->figures[3].portrait = add_picture(*city, "00000000-0000-7000-8000-000000000001");
    city->figures[3].gallery = {add_picture(*city, "00000000-0000-7000-8000-000000000002"), content::MediaId{"not here"}};
    city->build_lookup();
    Visit visit(city, size);
    open_figure(visit, *city, 3);
    CHECK(visit.shows("看 2 张图"));
    REQUIRE(visit.tap("看图片"));
    CHECK(visit.screen() == "picture-viewer");
    REQUIRE(visit.tap("返回"));
    CHECK(visit.screen() == "honour-figure");
    switch_to(visit, modes_of(kLow));
    REQUIRE(visit.has_item("看图片"));
    CHECK(visit.item_log().find("看图片")->y >= 0.48F * static_cast<float>(size.h));
    REQUIRE(visit.tap("看图片"));
    CHECK(visit.screen() == "picture-viewer");
  }
  auto city = tests::small_city();
  Visit visit(city);
  open_figure(visit, *city, 3);
  CHECK_FALSE(visit.has_item("看图片"));
}

TEST_CASE("in every mode the tribute and the whole life are within reach, and no word is cut") {
  for (const auto size : {ui::PixelSize{1920, 1080}, ui::PixelSize{1080, 1920}, ui::PixelSize{1440, 1080}, ui::PixelSize{1080, 1440}}) {
    auto city = tests::small_city();
    Visit visit(city, size);
    const float height = size.w > size.h ? 1080.0F : static_cast<float>(size.h);
    for (int bits = 0; bits < kAllModes; ++bits) {
      CAPTURE(size.w);
      CAPTURE(size.h);
      CAPTURE(bits);
      open_figure(visit, *city, 3);
      switch_to(visit, modes_of(bits));
      bool honours = false;
      for (int page = 0; page < 14 && !honours; ++page) {
        for (const auto& text : visit.text_log().texts()) CHECK_MESSAGE(!text.cut, text.text);
        for (const auto& item : visit.item_log().items()) {
          if ((bits & kLow) != 0) CHECK_MESSAGE(item.box.y >= 0.48F * height - 1, item.label);
        }
        honours = visit.shows("2005");
        visit.tap("›");
      }
      CHECK(honours);
      CHECK(visit.has_item((bits & kEnglish) != 0 ? "Salute" : "致敬"));
      visit.kiosk().leave();
    }
  }
}

TEST_CASE("the fallen keep their rules in every mode: flowers, no total") {
  auto city = tests::small_city();
  Visit visit(city);
  for (int bits = 0; bits < kAllModes; ++bits) {
    const bool english = (bits & kEnglish) != 0;
    CAPTURE(bits);
    open_figure(visit, *city, 1);
    switch_to(visit, modes_of(bits));
    REQUIRE(visit.tap(english ? "Lay a flower" : "献花"));
    CHECK(visit.has_item(english ? "Flower laid" : "已献花"));
    CHECK_FALSE(visit.shows(english ? "tributes" : "人次"));
    visit.kiosk().leave();
  }
}
