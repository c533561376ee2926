#include "kiosk/ui/touch_tracker.h"

#include <vector>

#include <doctest/doctest.h>

namespace {

using ui::TouchTracker;
using Key = ui::TouchTracker::Key;

constexpr ui::Rect kCard{100, 100, 200, 100};
constexpr ui::Rect kOther{400, 100, 200, 100};

// A page of two cards, and above them a badge that lies on the first.
class Page {
 public:
  struct Seen {
    ui::Touch card, other, badge;
  };

  Seen frame(ui::Point finger, bool down, double seconds, Key key = Key::None) {
    tracker.begin_frame({finger, down, key, 0, seconds});
    Seen seen;
    seen.card = tracker.touch(1, kCard);
    seen.other = tracker.touch(2, kOther);
    if (dialog) tracker.modal();
    if (badge) seen.badge = tracker.touch(3, {110, 110, 50, 50});
    tracker.end_frame();
    return seen;
  }

  TouchTracker tracker;
  bool badge = false;
  bool dialog = false;
};

}  // namespace

TEST_CASE("a tap acts on release inside, once") {
  Page page;
  page.frame({0, 0}, false, 0);
  const auto down = page.frame({150, 150}, true, 0.1);
  CHECK(down.card.pressed);
  CHECK_FALSE(down.card.tapped);
  CHECK(page.frame({155, 150}, true, 0.2).card.pressed);
  const auto up = page.frame({155, 150}, false, 0.3);
  CHECK(up.card.tapped);
  CHECK_FALSE(up.other.tapped);
  CHECK_FALSE(page.frame({155, 150}, false, 0.4).card.tapped);
}

TEST_CASE("a finger that wanders or leaves is no tap") {
  for (const ui::Point to : {ui::Point{120, 150}, ui::Point{450, 150}, ui::Point{150, 320}}) {
    Page page;
    page.frame({0, 0}, false, 0);
    page.frame({150, 150}, true, 0.1);
    page.frame(to, true, 0.2);
    CHECK(page.tracker.pointer().dragging);
    page.frame({150, 150}, true, 0.3);   // coming back does not make it a tap again
    const auto up = page.frame({150, 150}, false, 0.4);
    CHECK_FALSE(up.card.tapped);
    CHECK_FALSE(up.other.tapped);
  }
}

TEST_CASE("a press that began elsewhere does not tap what it ends on") {
  Page page;
  page.frame({0, 0}, false, 0);
  page.frame({310, 150}, true, 0.1);
  CHECK_FALSE(page.frame({298, 150}, false, 0.2).card.tapped);
}

TEST_CASE("the item submitted last lies on top") {
  Page page;
  page.badge = true;
  page.frame({0, 0}, false, 0);
  page.frame({120, 120}, true, 0.1);
  const auto up = page.frame({120, 120}, false, 0.2);
  CHECK(up.badge.tapped);
  CHECK_FALSE(up.card.tapped);
}

TEST_CASE("what lies below a dialog does not answer") {
  Page page;
  page.dialog = page.badge = true;
  page.frame({0, 0}, false, 0);
  page.frame({450, 150}, true, 0.1);
  CHECK_FALSE(page.frame({450, 150}, false, 0.2).other.tapped);
  page.frame({120, 120}, true, 0.3);
  CHECK(page.frame({120, 120}, false, 0.4).badge.tapped);
}

TEST_CASE("after a page change taps wait, and a finger that is down must go up first") {
  Page page;
  page.frame({0, 0}, false, 0);
  page.tracker.lock_out(0.3);
  page.frame({150, 150}, true, 0.2);
  CHECK_FALSE(page.frame({150, 150}, false, 0.5).card.tapped);
  page.frame({150, 150}, true, 0.6);
  CHECK(page.frame({150, 150}, false, 0.7).card.tapped);
  page.frame({150, 150}, true, 0.8);
  page.tracker.lock_out(1.1);
  CHECK_FALSE(page.frame({150, 150}, false, 2.0).card.tapped);
}

TEST_CASE("a drag that takes over cancels the tap") {
  Page page;
  page.frame({0, 0}, false, 0);
  page.frame({150, 150}, true, 0.1);
  page.tracker.cancel_taps();
  CHECK_FALSE(page.frame({150, 150}, false, 0.2).card.tapped);
  page.frame({150, 150}, true, 0.3);
  CHECK(page.frame({150, 150}, false, 0.4).card.tapped);
}

TEST_CASE("Tab and the arrows move the focus, Enter taps, a finger hides the ring") {
  Page page;
  page.frame({0, 0}, false, 0);
  CHECK(page.frame({0, 0}, false, 1, Key::Next).card.focused);
  CHECK(page.frame({0, 0}, false, 2, Key::Right).other.focused);
  CHECK(page.frame({0, 0}, false, 3, Key::Right).other.focused);
  CHECK(page.frame({0, 0}, false, 4, Key::Left).card.focused);
  CHECK(page.frame({0, 0}, false, 5, Key::Activate).card.tapped);
  CHECK(page.frame({0, 0}, false, 6, Key::Previous).other.focused);
  CHECK_FALSE(page.frame({700, 700}, true, 7).other.focused);
  CHECK_FALSE(page.frame({700, 700}, false, 8, Key::Activate).other.tapped);
}
