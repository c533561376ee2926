// "还在吗？" in every mode.
#include <doctest/doctest.h>

#include "tests/support/kiosk_fixture.h"

using tests::Visit;

TEST_CASE("the question fits in every mode and shape, with its answers in reach and the staying one the larger") {
  for (const auto size : {ui::PixelSize{1920, 1080}, ui::PixelSize{1080, 1920}, ui::PixelSize{1440, 1080}, ui::PixelSize{3840, 1080}}) {
    for (int bits = 0; bits < 16; ++bits) {
      CAPTURE(size.w);
      CAPTURE(bits);
      Visit visit(tests::small_city(), size);
      ui::Modes modes;
      modes.large_text = (bits & 1) != 0;
      modes.high_contrast = (bits & 2) != 0;
      modes.low_reach = (bits & 4) != 0;
      modes.language = (bits & 8) != 0 ? ui::Language::English : ui::Language::Chinese;
      visit.kiosk().open(kiosk::ScreenKind::Home, {}, visit.now);
      visit.kiosk().set_modes(modes, visit.now);
      visit.settle();
      visit.kiosk().ask_now();
      visit.frames(12);
      const bool english = modes.language == ui::Language::English;
      const auto stay = visit.item_log().find(english ? "I am here" : "我还在，继续看");
      const auto leave = visit.item_log().find(english ? "I am done" : "结束，回首页");
      REQUIRE(stay);
      REQUIRE(leave);
      CHECK(stay->w > leave->w);
      CHECK(stay->h >= 120);
      CHECK(stay->y > static_cast<float>(visit.session().size().h) * 0.48F);
      CHECK(visit.shows(english ? "wiped" : "清除。"));
      for (const auto& text : visit.text_log().texts()) CHECK((text.behind || !text.cut));
      REQUIRE(visit.tap(english ? "I am here" : "我还在，继续看"));
      CHECK(visit.screen() == "home");
    }
  }
}
