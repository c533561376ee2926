// Which part of a picture the viewer shows.
#include <doctest/doctest.h>

#include "kiosk/picture_view.h"

using kiosk::PictureView;

namespace {

constexpr ui::Rect kBox{0, 0, 1000, 500};
constexpr ui::Size kWide{2000, 1000};
constexpr ui::Size kTall{500, 1000};

}  // namespace

TEST_CASE("at first the whole picture stands in the middle, as large as fits") {
  const auto wide = kiosk::placed({}, kWide, kBox);
  CHECK(wide == ui::Rect{0, 0, 1000, 500});
  const auto tall = kiosk::placed({}, kTall, kBox);
  CHECK(tall == ui::Rect{375, 0, 250, 500});
}

TEST_CASE("the point under the finger stays under it while the picture grows") {
  const ui::Point finger{700, 200};
  const auto view = kiosk::zoomed_by({}, 2, finger, kWide, kBox);
  const auto whole = kiosk::placed(view, kWide, kBox);
  CHECK(view.zoom == doctest::Approx(2));
  CHECK((finger.x - whole.x) / whole.w == doctest::Approx(0.7));
  CHECK((finger.y - whole.y) / whole.h == doctest::Approx(0.4));
}

TEST_CASE("no picture grows without end or shrinks below the whole") {
  PictureView view;
  for (int i = 0; i < 20; ++i) view = kiosk::zoomed_by(view, kiosk::kZoomStep, {500, 250}, kWide, kBox);
  CHECK(view.zoom == kiosk::kMostZoom);
  for (int i = 0; i < 20; ++i) view = kiosk::zoomed_by(view, 1 / kiosk::kZoomStep, {500, 250}, kWide, kBox);
  CHECK_FALSE(view.zoomed());
  CHECK(kiosk::placed(view, kWide, kBox) == ui::Rect{0, 0, 1000, 500});
}

TEST_CASE("moving stops at the picture's edges") {
  auto view = kiosk::zoomed_by({}, 2, {500, 250}, kWide, kBox);
  CHECK(kiosk::more_of(view, kWide, kBox) == kiosk::More{true, true, true, true});
  view = kiosk::moved_by(view, {5000, 5000}, kWide, kBox);
  CHECK(kiosk::placed(view, kWide, kBox) == ui::Rect{0, 0, 2000, 1000});
  CHECK(kiosk::more_of(view, kWide, kBox) == kiosk::More{false, true, false, true});
}

TEST_CASE("what fits one way is not moved that way") {
  auto view = kiosk::zoomed_by({}, 2, {500, 250}, kTall, kBox);   // 500 wide in a box of 1000
  view = kiosk::moved_by(view, {300, 100}, kTall, kBox);
  const auto whole = kiosk::placed(view, kTall, kBox);
  CHECK(whole.x == doctest::Approx(250));
  CHECK(whole.y == doctest::Approx(-150));
}
