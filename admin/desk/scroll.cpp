#include "admin/desk/scroll.h"

#include <algorithm>

#include "kiosk/ui/session.h"
#include "kiosk/ui/text_edit.h"
#include "kiosk/ui/touch_tracker.h"

namespace admin::desk {

namespace {
constexpr float kStep = 60;        // px a step of the wheel
constexpr float kBar = 12;
constexpr float kLeastThumb = 32;
constexpr float kMargin = 12;      // around what Tab brought into sight
}  // namespace

ui::Rect ScrollArea::begin(Desk& desk, ui::Rect view, std::string_view label) {
  view_ = view;
  label_ = label;
  ui::Canvas& canvas = desk.canvas();
  const float most = std::max(0.0F, height_ - view.h);
  if (wanted_) {
    const float top = wanted_->y - view.y;
    if (top < offset_) offset_ = top - 8;
    if (top + wanted_->h > offset_ + view.h) offset_ = top + wanted_->h - view.h + 8;
    wanted_.reset();
  }
  if (const float steps = desk.wheel_over(view); steps != 0 && !ui::wheel_taken(canvas)) offset_ -= steps * kStep;
  offset_ = std::clamp(offset_, 0.0F, most);
  first_item_ = desk.session().touches().submitted();
  canvas.clip(view);
  canvas.push_offset({0, -offset_});
  return {view.x, view.y, view.w - (most > 0 ? kBar : 0), view.h};
}

// Tab went to something inside that is out of sight.
void ScrollArea::follow_focus(Desk& desk) {
  const auto box = desk.session().touches().reached(first_item_);
  if (!box) return;
  const ui::Rect view = desk.on_screen(view_);
  float step = std::max(0.0F, box->bottom() + kMargin - view.bottom());
  if (box->y - step < view.y + kMargin) step = box->y - kMargin - view.y;
  if (step == 0 || (box->y >= view.y && box->bottom() <= view.bottom())) return;
  offset_ += step;
  desk.canvas().request_frame();
}

void ScrollArea::end(Desk& desk, float bottom) {
  ui::Canvas& canvas = desk.canvas();
  canvas.pop_offset();
  canvas.unclip();
  follow_focus(desk);
  if (const float height = bottom - view_.y; height != height_) {
    height_ = height;
    canvas.request_frame();
  }
  const float most = height_ - view_.h;
  if (most <= 0) {
    grabbed_ = -1;
    return;
  }
  const float thumb = std::max(kLeastThumb, view_.h * view_.h / height_);
  const float room = view_.h - thumb;
  const ui::Rect track{view_.right() - kBar, view_.y, kBar, view_.h};
  const ui::Rect bar{track.x + 3, view_.y + room * (offset_ / most), 6, thumb};
  const ui::Touch touch = canvas.touch("滚动条 " + label_, track);
  const ui::Pointer& pointer = canvas.pointer();
  if (pointer.pressed && touch.pressed) {
    grabbed_ = bar.contains({bar.centre().x, pointer.position.y}) ? pointer.position.y - bar.y : thumb / 2;
  }
  if (!pointer.down) grabbed_ = -1;
  if (grabbed_ >= 0 && room > 0) {
    offset_ = std::clamp((pointer.position.y - grabbed_ - view_.y) / room * most, 0.0F, most);
    canvas.request_frame();
  }
  canvas.fill(bar, grabbed_ >= 0 ? color::kOffTrack : color::kLine, 3);
}

}  // namespace admin::desk
