#include "admin/desk/choice.h"

#include <algorithm>
#include <cmath>

namespace admin::desk {

namespace {

constexpr float kBox = 18;
constexpr float kTabGap = 28;

void tick_box(Desk& desk, ui::Point left_middle, bool on, bool enabled, bool focused) {
  ui::Canvas& canvas = desk.canvas();
  const ui::Rect box{left_middle.x, std::round(left_middle.y - kBox / 2), kBox, kBox};
  if (on) {
    canvas.fill(box, enabled ? color::kRed : color::kDisabledInk, 4);
    canvas.icon("check", box.centre(), 14, color::kPaper, 1.3F);
  } else {
    canvas.fill(box, enabled ? color::kPaper : color::kDisabled, 4);
    canvas.outline(box, color::kField, 1, 4);
  }
  if (focused) canvas.outline(box.inset(-3), color::kRed, 2, 6);
}

}  // namespace

bool checkbox(Desk& desk, std::string_view text, ui::Rect box, bool on, std::string_view label, bool enabled) {
  ui::Canvas& canvas = desk.canvas();
  const ui::Touch touch = enabled ? canvas.touch(label.empty() ? text : label, box) : ui::Touch{};
  tick_box(desk, {box.x, box.centre().y}, on, enabled, touch.focused);
  if (!text.empty()) canvas.text(box.after(kBox + 8), text, words(size::kText, enabled ? color::kInk : color::kDisabledInk));
  return touch.tapped;
}

float checkbox_width(Desk& desk, std::string_view text) { return std::ceil(kBox + 8 + desk.canvas().measure(text, words()) + 2); }

bool radio(Desk& desk, std::string_view text, ui::Rect box, bool on, std::string_view label) {
  ui::Canvas& canvas = desk.canvas();
  const ui::Touch touch = canvas.touch(label.empty() ? text : label, box);
  const ui::Point middle{box.x + kBox / 2, box.centre().y};
  canvas.disc(middle, kBox / 2, color::kPaper);
  canvas.ring(middle, kBox / 2 - 0.5F, on ? color::kRed : color::kField, on ? 1.5F : 1);
  if (on) canvas.disc(middle, 5, color::kRed);
  if (touch.focused) canvas.ring(middle, kBox / 2 + 3, color::kRed, 2);
  canvas.text(box.after(kBox + 8), text, words());
  return touch.tapped;
}

bool switch_box(Desk& desk, std::string_view label, ui::Rect box, bool on, bool enabled) {
  ui::Canvas& canvas = desk.canvas();
  const ui::Touch touch = enabled ? canvas.touch(label, box) : ui::Touch{};
  const ui::Rect track{box.x, std::round(box.centre().y - 10), 36, 20};
  canvas.fill(track, !enabled ? color::kTrack : on ? color::kPine : color::kOffTrack, 10);
  canvas.disc({on ? track.right() - 10 : track.x + 10, track.centre().y}, 8, color::kPaper);
  if (touch.focused) canvas.outline(track.inset(-3), color::kRed, 2, 13);
  return touch.tapped;
}

std::optional<std::size_t> tabs(Desk& desk, ui::Rect row, std::span<const Tab> tabs, std::size_t selected) {
  ui::Canvas& canvas = desk.canvas();
  std::optional<std::size_t> chosen;
  canvas.line({row.x, row.bottom()}, {row.right(), row.bottom()}, color::kLine, 1);
  float x = row.x;
  for (std::size_t i = 0; i < tabs.size(); ++i) {
    const bool on = i == selected;
    const std::string count = tabs[i].count < 0 ? "" : std::to_string(tabs[i].count);
    const ui::TextStyle style = on ? bold() : words(size::kText, color::kInk2);
    const float text_width = canvas.measure(tabs[i].words, style);
    const float width = text_width + (count.empty() ? 0 : 6 + canvas.measure(count, second()));
    if (x + width > row.right() && i > 0) break;   // narrow windows: the last tabs are reached by the filters
    const ui::Rect box{x - 8, row.y, width + 16, row.h};
    const ui::Touch touch = canvas.touch("页签 " + tabs[i].words, box);
    canvas.text({x, row.y, text_width + 1, row.h}, tabs[i].words, style);
    if (!count.empty()) canvas.text({x + text_width + 6, row.y, 60, row.h}, count, second(on ? color::kInk2 : color::kInk3));
    if (on) canvas.fill({x, row.bottom() - 3, width, 3}, color::kRed);
    if (touch.focused) canvas.outline(box.inset(0, 6), color::kRed, 2, 4);
    if (touch.tapped) chosen = i;
    x += width + kTabGap;
  }
  return chosen;
}

}  // namespace admin::desk
