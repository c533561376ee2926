#include "kiosk/ui/page_turner.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdlib>

#include "kiosk/ui/session.h"
#include "kiosk/ui/touch_tracker.h"

namespace ui {
namespace {

constexpr float kFlickSpeed = 700;        // u per second
constexpr float kTurnShare = 1.0F / 3;    // of the width
constexpr float kEndGive = 0.3F;          // how much of a drag past the ends shows
constexpr float kRest = 0.5F;             // u

}  // namespace

bool Canvas::under_modal() const { return session_.touches().under_modal(); }

float PageTurner::pitch() const { return area_.w + space::kGutter; }

PageTurner::Turn PageTurner::begin(Canvas& canvas, std::string_view label, Rect area, int page_count) {
  (void)label;
  area_ = area;
  page_count_ = std::max(1, page_count);
  if (page_ >= page_count_) {
    page_ = page_count_ - 1;
    shift_ = 0;
    settling_ = false;
  }
  follow_finger(canvas);
  settle(canvas);
  last_seconds_ = canvas.seconds();
  canvas.clip(area);
  return visible_pages();
}

void PageTurner::end(Canvas& canvas) { canvas.unclip(); }

void PageTurner::go_to(int page) {
  const int target = std::clamp(page, 0, page_count_ - 1);
  const int step = target - page_;
  if (step == 0) {
    return;
  }
  page_ = target;
  held_ = false;
  watching_ = false;
  if (std::abs(step) == 1) {
    shift_ += static_cast<float>(step) * pitch();
    start_settling(-1);
  } else {
    shift_ = 0;
    settling_ = false;
  }
}

void PageTurner::start_settling(double now) {
  settling_ = true;
  settle_from_ = shift_;
  settle_since_ = now;
}

void PageTurner::follow_finger(Canvas& canvas) {
  const Pointer& pointer = canvas.pointer();
  if (pointer.pressed) {
    watching_ = area_.contains(pointer.press_position) && !canvas.under_modal() && page_count_ > 1;
    last_x_ = pointer.position.x;
  }
  if (!watching_) {
    return;
  }
  const Point moved = pointer.position - pointer.press_position;
  if (!held_ && pointer.dragging) {
    if (std::abs(moved.y) > std::abs(moved.x)) {
      watching_ = false;   // up or down is not a page turn
      return;
    }
    held_ = true;
    settling_ = false;
    grab_shift_ = shift_;
    grab_x_ = pointer.press_position.x + (moved.x > 0 ? touch::kSlop : -touch::kSlop);   // no jump by the slop
    velocity_ = 0;
  }
  if (held_) {
    canvas.cancel_taps();
    const float wanted = grab_shift_ + pointer.position.x - grab_x_;
    const bool past_end = (page_ == 0 && wanted > 0) || (page_ == page_count_ - 1 && wanted < 0);
    shift_ = std::clamp(past_end ? wanted * kEndGive : wanted, -pitch(), pitch());
    const double step = canvas.seconds() - last_seconds_;
    if (step > 0 && pointer.position.x != last_x_) {
      velocity_ = 0.4F * velocity_ + 0.6F * (pointer.position.x - last_x_) / static_cast<float>(step);
    } else if (step > 0.05) {
      velocity_ = 0;   // the finger rested before it left
    }
    last_x_ = pointer.position.x;
  }
  if (!pointer.down) {
    if (held_) {
      let_go();
      start_settling(canvas.seconds());
    }
    held_ = false;
    watching_ = false;
  }
}

void PageTurner::let_go() {
  const bool far = std::abs(shift_) > area_.w * kTurnShare;
  const bool flick = std::abs(velocity_) > kFlickSpeed && velocity_ * shift_ > 0;
  if (!far && !flick) {
    return;
  }
  const int target = page_ + (shift_ < 0 ? 1 : -1);
  if (target < 0 || target >= page_count_) {
    return;
  }
  shift_ += static_cast<float>(target - page_) * pitch();
  page_ = target;
}

void PageTurner::settle(Canvas& canvas) {
  if (!settling_) {
    return;
  }
  const double now = canvas.seconds();
  if (settle_since_ < 0) {
    settle_since_ = now;
  }
  const auto duration = std::chrono::duration<double>(canvas.theme().duration(motion::kPage)).count();
  const float t = canvas.theme().modes.calm ? 1.0F : std::clamp(static_cast<float>((now - settle_since_) / duration), 0.0F, 1.0F);
  shift_ = settle_from_ * (1 - ease_out(t));
  if (t >= 1 || std::abs(shift_) < kRest) {
    shift_ = 0;
    settling_ = false;
  } else {
    canvas.request_frame();
  }
}

PageTurner::Turn PageTurner::visible_pages() const {
  Turn turn;
  turn.moving = held_ || settling_;
  turn.pages.push_back({page_, {shift_, 0}});
  const int neighbour = shift_ > 0 ? page_ - 1 : page_ + 1;
  if (shift_ != 0 && neighbour >= 0 && neighbour < page_count_) {
    turn.pages.push_back({neighbour, {shift_ + static_cast<float>(neighbour - page_) * pitch(), 0}});
  }
  return turn;
}

}  // namespace ui
