// A visit from the attract loop to leaving, on the real pages without a window.
#include <doctest/doctest.h>

#include <algorithm>

#include "kiosk/mode_words.h"
#include "tests/support/kiosk_fixture.h"

using tests::Visit;

namespace {

// The titles that stand on one line are of one size.
bool doors_speak_alike(const Visit& visit) {
  float least = 1000, most = 0;
  for (const auto& text : visit.text_log().texts()) {
    for (const auto* door : {"宣传", "光荣榜", "双拥街", "老兵好物", "City News", "Honour Roll", "Offers Street", "Veteran Made"}) {
      if (text.text != door) continue;
      least = std::min(least, text.size), most = std::max(most, text.size);
    }
  }
  return most <= least * 1.06F;
}

}  // namespace

TEST_CASE("a touch ends the attract loop and home has its four doors") {
  Visit visit(tests::small_city());
  CHECK(visit.screen() == "attract");
  REQUIRE(visit.tap("轻触屏幕，开始浏览"));
  CHECK(visit.screen() == "home");
  for (const auto* door : {"宣传", "光荣榜", "双拥街", "老兵好物"}) CHECK(visit.has_item(door));
  CHECK(visit.shows("致敬 4 位身边榜样"));
  CHECK(visit.shows("7 家优惠商户"));  // the unsigned shop is not counted
  CHECK(visit.shows("10:26"));
  CHECK(visit.shows("农历六月十七"));
}

TEST_CASE("every door opens its section, and the dock leads back home") {
  for (const auto size : {ui::PixelSize{1920, 1080}, ui::PixelSize{1080, 1920}, ui::PixelSize{1280, 720}}) {
    Visit visit(tests::small_city(), size);
    visit.tap("轻触屏幕，开始浏览");
    const std::pair<const char*, const char*> doors[] = {
        {"宣传", "publicity"}, {"光荣榜", "honour-wall"}, {"双拥街", "street"}, {"老兵好物", "products"}};
    for (const auto& [door, screen] : doors) {
      CAPTURE(door);
      REQUIRE(visit.tap(door));
      CHECK(visit.screen() == screen);
      CHECK(visit.item_log().duplicates().empty());
      REQUIRE(visit.tap("首页"));
      CHECK(visit.screen() == "home");
    }
  }
}

TEST_CASE("what one can use is two touches away, in every orientation") {
  for (const auto size : {ui::PixelSize{1920, 1080}, ui::PixelSize{1080, 1920}, ui::PixelSize{1440, 1080}}) {
    Visit visit(tests::small_city(), size);
    REQUIRE(visit.tap("轻触屏幕，开始浏览"));
    REQUIRE(visit.tap("我能享受什么"));
    CHECK(visit.screen() == "what-can-i-use");
  }
}

TEST_CASE("home has all its doors, whole and within reach, in every mode") {
  for (const auto size : {ui::PixelSize{1920, 1080}, ui::PixelSize{1080, 1920}, ui::PixelSize{1440, 1080}, ui::PixelSize{1080, 1440}, ui::PixelSize{3840, 1080}}) {
    Visit visit(tests::small_city(), size);
    visit.tap("轻触屏幕，开始浏览");
    const bool usual = size.w * 9 == size.h * 16 || size.h * 9 == size.w * 16;
    const auto every = kiosk::all_modes();
    for (const ui::Modes& modes : usual ? every : std::vector{every.front(), every[5], every.back()}) {
      CAPTURE(size.w);
      CAPTURE(kiosk::mode_suffix(modes));
      visit.kiosk().set_modes(modes, visit.now);
      visit.frames(2);
      const bool english = modes.language == ui::Language::English;
      for (const auto* door : {"宣传", "光荣榜", "双拥街", "老兵好物", "我能享受什么"}) CHECK((english || visit.has_item(door)));
      for (const auto* door : {"City News", "Honour Roll", "Offers Street", "Veteran Made", "What can I use?"}) CHECK((!english || visit.has_item(door)));
      CHECK(visit.item_log().duplicates().empty());
      const float line = modes.low_reach ? visit.session().size().h * ui::touch::kReachShare - 1 : 0;
      for (const auto& item : visit.item_log().items()) {
        if (item.label == "host") continue;  // the window itself
        CAPTURE(item.label);
        CHECK(item.box.y >= line);
        CHECK(std::min(item.box.w, item.box.h) >= 64);
      }
      for (const auto& text : visit.text_log().texts()) {
        CAPTURE(text.text);
        CHECK_FALSE(text.cut);
        CHECK_FALSE(text.clipped);
        CHECK(text.size >= 24.9F);
      }
      CHECK((!usual || doors_speak_alike(visit)));
    }
  }
}

TEST_CASE("a touch of a mode changes the page in the very next frame, and a second one takes it back") {
  Visit visit(tests::small_city());
  visit.tap("轻触屏幕，开始浏览");
  const auto box = visit.item_log().find("高对比");
  REQUIRE(box);
  const float scale = visit.session().pixels_per_u();
  visit.backend().touch_down({box->centre().x * scale, box->centre().y * scale});
  visit.frames(1);
  visit.backend().touch_up();
  visit.frames(2);  // the frame of the release, and the next
  CHECK(visit.session().modes().high_contrast);
  CHECK(visit.screen() == "home");
  REQUIRE(visit.tap("高对比"));
  CHECK_FALSE(visit.session().modes().high_contrast);
  REQUIRE(visit.tap("大字"));
  REQUIRE(visit.tap("低位"));
  REQUIRE(visit.tap("EN"));
  CHECK(visit.has_item("City News"));
  visit.wait_seconds(100);  // nobody answers: the next visitor starts plain and in Chinese
  CHECK(visit.screen() == "attract");
  visit.tap("轻触屏幕，开始浏览");
  CHECK(visit.kiosk().visitor().modes == ui::Modes{});
  CHECK(visit.has_item("宣传"));
}

TEST_CASE("the dock's buttons bear one name each on every screen, whatever room their words have") {
  for (const auto size : {ui::PixelSize{1920, 1080}, ui::PixelSize{1280, 800}, ui::PixelSize{1024, 768}, ui::PixelSize{1080, 1920}}) {
    for (const bool large : {false, true}) {
      CAPTURE(size.w);
      CAPTURE(large);
      Visit visit(tests::small_city(), size);
      visit.tap("轻触屏幕，开始浏览");
      visit.kiosk().set_modes({.large_text = large, .language = ui::Language::English}, visit.now);
      visit.settle();
      for (const char* name : {"Larger text", "Contrast", "Low reach", "中文"}) {
        CAPTURE(name);
        CHECK(visit.has_item(name));
      }
    }
  }
}

TEST_CASE("a section without content has no door") {
  auto city = tests::small_city();
  city->products.clear();
  city->build_lookup();
  Visit visit(city);
  visit.tap("轻触屏幕，开始浏览");
  CHECK_FALSE(visit.has_item("老兵好物"));
  CHECK(visit.has_item("双拥街"));
}

TEST_CASE("after a quiet minute the kiosk asks, and a visitor who answers stays") {
  Visit visit(tests::small_city());
  visit.tap("轻触屏幕，开始浏览");
  visit.wait_seconds(70);
  CHECK(visit.kiosk().asking());
  CHECK(visit.shows("您还在看吗"));
  REQUIRE(visit.tap("我还在，继续看"));
  CHECK_FALSE(visit.kiosk().asking());
  CHECK(visit.screen() == "home");
}

TEST_CASE("kiosk.toml says how long a quiet visitor is left in peace, and longer where there is much to read") {
  using std::chrono::seconds;
  Visit visit(tests::small_city(), {1920, 1080},
              {.place = {}, .standing = {}, .idle = {seconds(10), seconds(30), seconds(5)}, .language = {}, .state = {}});
  visit.tap("轻触屏幕，开始浏览");
  visit.wait_seconds(8);
  CHECK_FALSE(visit.kiosk().asking());
  visit.wait_seconds(3);
  CHECK(visit.kiosk().asking());
  const auto figure = visit.kiosk().catalog()->figures[0].id;
  visit.kiosk().open(kiosk::ScreenKind::Figure, {.record = figure, .series = {}, .filter = {}, .neighbours = {}}, visit.now);
  visit.wait_seconds(28);
  CHECK_FALSE(visit.kiosk().asking());
  visit.wait_seconds(3);
  CHECK(visit.kiosk().asking());
  visit.wait_seconds(6);
  CHECK(visit.screen() == "attract");
}

TEST_CASE("a leaf on the glass does not keep the page for ever") {
  Visit visit(tests::small_city());
  visit.tap("轻触屏幕，开始浏览");
  visit.backend().touch_down({5, 5});
  visit.wait_seconds(100);
  CHECK(visit.screen() == "attract");
  visit.backend().touch_up();
  visit.wait_seconds(2);
  CHECK(visit.screen() == "attract");
  visit.tap("轻触屏幕，开始浏览");
  CHECK(visit.screen() == "home");
}

TEST_CASE("nobody answers: the visit ends and nothing of the visitor is left") {
  Visit visit(tests::small_city());
  visit.tap("轻触屏幕，开始浏览");
  visit.kiosk().type("canary");
  visit.tap("搜商户、人物、好物，可打拼音首字母");
  CHECK(visit.screen() == "search");
  visit.wait_seconds(100);
  CHECK(visit.screen() == "attract");
  CHECK(visit.kiosk().visitor().typed.empty());
  CHECK(visit.kiosk().searcher().answer() == nullptr);
}

TEST_CASE("a new release appears under the visitor's finger without moving them, and a lost record leads back") {
  auto city = tests::small_city();
  Visit visit(city);
  visit.tap("轻触屏幕，开始浏览");
  visit.tap("光荣榜");
  auto next = std::make_shared<content::Catalog>(*city);
  next->sequence = 2;
  next->city.honour_title = "江城的光";
  next->build_lookup();
  visit.kiosk().show(next);
  visit.frames(2);
  CHECK(visit.screen() == "honour-wall");
  CHECK(visit.shows("江城的光"));

  visit.kiosk().open(kiosk::ScreenKind::Figure, {.record = next->figures[0].id, .series = {}, .filter = {}, .neighbours = {}},
                     visit.now);
  visit.settle();
  CHECK(visit.screen() == "honour-figure");
  auto without = std::make_shared<content::Catalog>(*next);
  without->figures.erase(without->figures.begin());
  without->build_lookup();
  visit.kiosk().show(without);
  visit.settle();
  CHECK(visit.screen() == "home");
}

TEST_CASE("without a release the standing picture is up and keeps the time") {
  Visit visit(nullptr);
  CHECK(visit.screen() == "standing");
  CHECK(visit.shows("10:26"));
  visit.now += std::chrono::minutes(1);
  visit.frames(1);
  CHECK(visit.shows("10:27"));
}

TEST_CASE("content of a day that has passed goes at midnight, without a restart") {
  auto city = tests::small_city();
  city->articles[0].validity.until = content::Day(std::chrono::year(2026), std::chrono::month(7), std::chrono::day(30));
  Visit visit(city);
  visit.tap("轻触屏幕，开始浏览");
  CHECK(visit.shows("一条街"));
  visit.now = tests::minute_at(2026, 7, 31, 0, 0);
  visit.frames(2);
  CHECK_FALSE(visit.shows("一条街"));
  CHECK(visit.shows("一图读懂"));
}
