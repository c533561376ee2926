// The bars of the seven days on an axis from 5 to 24 o'clock; their ends can be dragged.
#include <algorithm>
#include <array>
#include <cmath>

#include "admin/editors/hours_editor.h"
#include "kiosk/ui/pen.h"
#include "kiosk/ui/session.h"

namespace admin::editors {

namespace {

namespace color = desk::color;

constexpr int kFirst = 5 * 60;
constexpr int kLast = 24 * 60;
constexpr float kBar = 20;
constexpr float kGrab = 9;

float x_of(ui::Rect axis, int minute) {
  const float share = static_cast<float>(std::clamp(minute, kFirst, kLast) - kFirst) / static_cast<float>(kLast - kFirst);
  return axis.x + axis.w * share;
}

int minute_at(ui::Rect axis, float x) {
  const float share = std::clamp((x - axis.x) / axis.w, 0.0F, 1.0F);
  return kFirst + static_cast<int>(std::round(share * static_cast<float>(kLast - kFirst)));
}

ui::Rect bar_of(ui::Rect axis, const content::OpenSpan& span) {
  const float from = x_of(axis, span.from);
  return {from, axis.centre().y - kBar / 2, std::max(3.0F, x_of(axis, span.to) - from), kBar};
}

}  // namespace

void HoursPart::draw_bars(Work& work, ui::Rect axis, std::size_t day) {
  ui::Canvas& canvas = work.desk.canvas();
  if (day == 0) {
    for (int hour = 6; hour <= 24; hour += 3) {
      canvas.text({x_of(axis, hour * 60) - 20, axis.y - 12, 40, 16}, std::to_string(hour), desk::centre(desk::small()));
    }
  }
  for (int hour = 6; hour <= 24; hour += 3) canvas.line({x_of(axis, hour * 60), axis.y + 8}, {x_of(axis, hour * 60), axis.bottom() - 8}, color::kTrack, 1);
  drag(work, axis, day);
  Spans spans = hours_.week.at(day);
  if (grip_ && grip_->day == day && grip_->span < spans.size()) spans[grip_->span] = grip_->now;
  if (spans.empty()) canvas.text(axis, hours_.known ? "休息" : "没填", desk::words(desk::size::kText, color::kInk3));
  const auto overlap = find_overlap(spans);
  for (std::size_t i = 0; i < spans.size(); ++i) {
    const bool wrong = overlap && i == overlap->second;
    canvas.fill(bar_of(axis, spans[i]), wrong ? ui::Color::rgb(0xC55A54) : color::kPine, 4);
    // Past midnight: the bar goes on.
    if (spans[i].to > kLast) canvas.icon("right", {axis.right() + 6, axis.centre().y}, 12, color::kPine);
  }
  if (overlap) {
    ui::Rect both = bar_of(axis, overlap->both);
    both = {both.x - 1, both.y - 3, std::max(8.0F, both.w + 2), both.h + 6};
    canvas.fill(both, color::kPaper, 3);
    canvas.outline(both, color::kError, 2, 3);
  }
}

void HoursPart::drag(Work& work, ui::Rect axis, std::size_t day) {
  const Spans& spans = hours_.week.at(day);
  if (!work.enabled() || spans.empty()) return;
  ui::Canvas& canvas = work.desk.canvas();
  const ui::Pointer& pointer = canvas.pointer();
  const float x = pointer.position.x - work.desk.session().pen().offset().x;
  for (std::size_t i = 0; i < spans.size() && !grip_; ++i) {
    const ui::Rect bar = bar_of(axis, spans[i]);
    for (const bool end : {false, true}) {
      const float edge = end ? bar.right() : bar.x;
      const ui::Rect handle{edge - kGrab, bar.y, 2 * kGrab, bar.h};
      const bool over = work.desk.hovers(handle);
      if (over) canvas.outline({edge - 3, bar.y - 2, 6, bar.h + 4}, color::kRed, 2, 3);
      if (over && pointer.pressed) grip_ = Grip{day, i, end, spans[i]};
    }
  }
  if (!grip_ || grip_->day != day) return;
  if (grip_->span >= spans.size()) {
    grip_.reset();
    return;
  }
  if (pointer.down) {
    grip_->now = drag_end(spans[grip_->span], grip_->end, minute_at(axis, x));
    canvas.text({axis.x, axis.y - 8, axis.w, 16}, span_words(grip_->now), desk::centre(desk::bold(desk::size::kSmall, color::kRedDark)));
    canvas.request_frame();
    return;
  }
  const Grip grip = *grip_;
  grip_.reset();
  const content::OpenSpan before = spans[grip.span];
  if (before.from == grip.now.from && before.to == grip.now.to) return;
  hours_.week.at(day)[grip.span] = grip.now;
  typed_.clear();
  set_known();
  left_ = true;
}

}  // namespace admin::editors
