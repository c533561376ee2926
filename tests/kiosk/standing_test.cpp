// The picture that stands while there is nothing to show.
#include <doctest/doctest.h>

#include "tests/support/kiosk_fixture.h"

using tests::Visit;

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
