#include <doctest/doctest.h>

#include "kiosk/ui/item_log.h"
#include "kiosk/ui/null_backend.h"
#include "kiosk/ui/session.h"
#include "kiosk/ui/turned_backend.h"

TEST_CASE("a panel on its side is laid out upright and answers where the finger is") {
  ui::NullBackend panel({1920, 1080});
  ui::TurnedBackend turned(panel);
  ui::Session session({}, turned);
  double seconds = 1;
  bool tapped = false;
  const auto frame = [&] {
    session.set_fixed_clock(seconds += 0.05);
    session.frame([&](ui::Canvas& canvas) {
      CHECK(canvas.size() == ui::Size{1080, 1920});
      CHECK_FALSE(canvas.landscape());
      tapped = canvas.touch("corner", {0, 0, 100, 200}).tapped || tapped;  // top left of the upright page
    });
  };
  frame();
  frame();
  panel.touch_down({1820, 50});  // there on the panel: its top right
  frame();
  frame();
  panel.touch_up();
  frame();
  frame();
  CHECK(tapped);

  tapped = false;
  panel.touch_down({50, 50});
  frame();
  frame();
  panel.touch_up();
  frame();
  frame();
  CHECK_FALSE(tapped);
}
