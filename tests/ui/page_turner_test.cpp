#include "kiosk/ui/page_turner.h"

#include <doctest/doctest.h>

#include <chrono>
#include <string>

#include "kiosk/ui/null_backend.h"
#include "kiosk/ui/session.h"

namespace {

using ui::Point;

// One list of three pages, 1000 u wide, with a card on it; a frame every 16 ms.
class Visitor {
 public:
  explicit Visitor(int pages = 3) : pages_(pages) { frame(); frame(); }

  void frame() {
    clock_ += 0.016;
    session_.set_fixed_clock(clock_);
    session_.frame([&](ui::Canvas& canvas) {
      turn_ = turner_.begin(canvas, "pages", {100, 100, 1000, 600}, pages_);
      for (const auto& page : turn_.pages) {
        canvas.push_offset(page.offset);
        tapped_ = canvas.touch("card " + std::to_string(page.index), {200, 200, 400, 300}).tapped || tapped_;
        canvas.pop_offset();
      }
      turner_.end(canvas);
      if (dialog_) {
        canvas.modal();
        canvas.touch("scrim", canvas.bounds());
      }
    });
  }

  void down(Point at) { backend_.touch_down(at); frame(); }
  void move(Point at, int frames = 1) {
    for (int i = 0; i < frames; ++i) {
      backend_.touch_move(at);
      frame();
    }
  }
  void up() { backend_.touch_up(); frame(); }
  void drag(Point from, Point to, int steps) {
    down(from);
    for (int i = 1; i <= steps; ++i) {
      const float t = static_cast<float>(i) / static_cast<float>(steps);
      move({from.x + (to.x - from.x) * t, from.y + (to.y - from.y) * t});
    }
  }
  void rest() {
    for (int i = 0; i < 40; ++i) frame();
  }

  ui::PageTurner& turner() { return turner_; }
  const ui::PageTurner::Turn& shown() const { return turn_; }
  bool tapped() const { return tapped_; }
  void show_dialog() { dialog_ = true; frame(); frame(); }
  void shrink_to(int pages) { pages_ = pages; frame(); }
  void calm() { session_.set_modes({.calm = true}); }

 private:
  int pages_;
  double clock_ = 1;
  bool tapped_ = false;
  bool dialog_ = false;
  ui::NullBackend backend_{{1920, 1080}};
  ui::Session session_{{}, backend_};
  ui::PageTurner turner_;
  ui::PageTurner::Turn turn_;
};

}  // namespace

TEST_CASE("a page follows the finger and its neighbour comes with it") {
  Visitor visitor;
  visitor.drag({700, 400}, {500, 400}, 10);
  REQUIRE(visitor.shown().pages.size() == 2);
  CHECK(visitor.shown().moving);
  CHECK(visitor.shown().pages[0].index == 0);
  CHECK(visitor.shown().pages[0].offset.x == doctest::Approx(-200 + ui::touch::kSlop));
  CHECK(visitor.shown().pages[1].index == 1);
  CHECK(visitor.shown().pages[1].offset.x > 700);
}

TEST_CASE("a drag past a third of the width turns one page and settles") {
  Visitor visitor;
  visitor.drag({900, 400}, {450, 400}, 20);
  visitor.move({450, 400}, 10);   // rests before it leaves: no flick
  visitor.up();
  CHECK(visitor.turner().page() == 1);
  CHECK(visitor.shown().moving);
  visitor.rest();
  CHECK_FALSE(visitor.shown().moving);
  REQUIRE(visitor.shown().pages.size() == 1);
  CHECK(visitor.shown().pages[0].offset.x == 0);
}

TEST_CASE("a short slow drag falls back") {
  Visitor visitor;
  visitor.drag({700, 400}, {550, 400}, 20);
  visitor.move({550, 400}, 10);
  visitor.up();
  visitor.rest();
  CHECK(visitor.turner().page() == 0);
  CHECK(visitor.shown().pages.size() == 1);
}

TEST_CASE("a flick turns one page however fast it is") {
  Visitor visitor;
  visitor.drag({900, 400}, {700, 400}, 3);
  visitor.up();
  visitor.rest();
  CHECK(visitor.turner().page() == 1);
  visitor.drag({1050, 400}, {150, 400}, 3);
  visitor.up();
  visitor.rest();
  CHECK(visitor.turner().page() == 2);
}

TEST_CASE("a drag that begins on a card never opens the card") {
  Visitor visitor;
  visitor.drag({300, 300}, {330, 300}, 4);
  visitor.move({300, 300});   // back where it began
  visitor.up();
  CHECK_FALSE(visitor.tapped());
  visitor.rest();
  visitor.down({300, 300});
  visitor.up();
  CHECK(visitor.tapped());
}

TEST_CASE("the first and the last page pull back softly") {
  Visitor visitor;
  visitor.drag({300, 400}, {1000, 400}, 10);
  CHECK(visitor.shown().pages.size() == 1);
  CHECK(visitor.shown().pages[0].offset.x > 100);
  CHECK(visitor.shown().pages[0].offset.x < 300);
  visitor.up();
  visitor.rest();
  CHECK(visitor.turner().page() == 0);
  CHECK(visitor.shown().pages[0].offset.x == 0);
}

TEST_CASE("the pager's buttons slide to a neighbour and jump elsewhere") {
  Visitor visitor(9);
  visitor.turner().go_to(1);
  visitor.frame();
  CHECK(visitor.shown().moving);
  CHECK(visitor.shown().pages[0].index == 1);
  visitor.rest();
  visitor.turner().go_to(7);
  visitor.frame();
  CHECK_FALSE(visitor.shown().moving);
  CHECK(visitor.turner().page() == 7);
  visitor.turner().go_to(99);
  CHECK(visitor.turner().page() == 8);
}

TEST_CASE("a list that became shorter shows its last page") {
  Visitor visitor(9);
  visitor.turner().go_to(7);
  visitor.shrink_to(2);
  CHECK(visitor.turner().page() == 1);
}

TEST_CASE("an up and down drag does not turn pages") {
  Visitor visitor;
  visitor.drag({500, 150}, {400, 650}, 10);
  CHECK_FALSE(visitor.shown().moving);
  visitor.up();
  CHECK(visitor.turner().page() == 0);
}

TEST_CASE("pages below a dialog do not follow the finger") {
  Visitor visitor;
  visitor.show_dialog();
  visitor.drag({900, 400}, {300, 400}, 10);
  CHECK(visitor.shown().pages.size() == 1);
  visitor.up();
  CHECK(visitor.turner().page() == 0);
}

TEST_CASE("calm mode turns pages without a slide") {
  Visitor visitor;
  visitor.calm();
  visitor.turner().go_to(1);
  visitor.frame();
  CHECK_FALSE(visitor.shown().moving);
  CHECK(visitor.shown().pages.size() == 1);
}
