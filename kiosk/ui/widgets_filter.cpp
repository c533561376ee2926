#include <algorithm>
#include <cmath>
#include <string>

#include "kiosk/ui/widgets.h"
#include "kiosk/ui/widgets_look.h"

namespace ui {
namespace {

constexpr float kTileFrom = 96;   // u high: a tile of portrait's shelf; a pill below

struct DropParts {
  float left = 28, gap = 11, before_arrow = 7, arrow = 34, right = 21;
};

constexpr TextStyle kDropLabel{.face = Face::Sans, .size = 25};
constexpr TextStyle kDropValue{.face = Face::SansMedium, .size = 28};
constexpr TextStyle kTileLabel{.face = Face::Sans, .size = 25};
constexpr TextStyle kTileValue{.face = Face::SansBold, .size = 31};
constexpr TextStyle kToggleWords{.face = Face::SansMedium, .size = 28, .line = 1.28F};

constexpr float kArrowStroke = 1.15F;   // a lone arrow is drawn as heavy as the words beside it
constexpr Size kSwitch{76, 44};
constexpr float kTogglePadding = 32;
constexpr float kToggleGap = 16;
constexpr float kTilePadding = 26;
constexpr float kTileRight = 21;

TextStyle in(TextStyle style, Color color) {
  style.color = color;
  return style;
}

Look state_look(Canvas& canvas, std::string_view label, const Touch& touch, bool active) {
  const Look rest = control_look(canvas.theme(), active ? LookState::Selected : LookState::Rest);
  const float pressed = press_amount(canvas, label, touch);
  Look held = control_look(canvas.theme(), LookState::Pressed);
  if (active && !canvas.theme().modes.high_contrast) {
    held = rest;
    held.fill = held.edge = canvas.color().ink2;
  }
  return mix(rest, held, pressed);
}

void draw_drop_tile(Canvas& canvas, std::string_view label, std::string_view value, Rect box, const Look& look) {
  const float words = box.w - kTilePadding - 57;   // the arrow
  const float apart = canvas.theme().modes.large_text ? 0.59F : 0.64F;   // twice the label's middle, of the height
  canvas.text({box.x + kTilePadding, box.y, words, box.h * apart}, label, in(fitted(canvas, label, kTileLabel, words), look.label));
  canvas.text({box.x + kTilePadding, box.y + box.h * (0.98F - apart), words, box.h * (0.02F + apart)}, value, in(fitted(canvas, value, kTileValue, words), look.words));
  canvas.icon("down", {box.right() - 36, box.centre().y + 2}, 40, look.icon, kArrowStroke);
}

void draw_drop_pill(Canvas& canvas, std::string_view label, std::string_view value, Rect box, const Look& look) {
  const DropParts parts;
  const float label_width = canvas.measure(label, kDropLabel);
  canvas.text({box.x + parts.left, box.y, label_width + 2, box.h}, label, in(kDropLabel, look.label));
  const float value_x = box.x + parts.left + (label.empty() ? 0 : label_width + parts.gap);
  const float value_width = box.right() - parts.right - parts.arrow - parts.before_arrow - value_x;
  canvas.text({value_x, box.y, std::max(0.0F, value_width) + 2, box.h}, value, in(fitted(canvas, value, kDropValue, value_width), look.words));
  canvas.icon("down", {box.right() - parts.right - parts.arrow / 2, box.centre().y + 1}, parts.arrow, look.icon, kArrowStroke);
}

void draw_switch(Canvas& canvas, Point centre, float on) {
  const Rect track = centred({centre.x, centre.y, 0, 0}, kSwitch);
  const Palette& color = canvas.color();
  const bool high_contrast = canvas.theme().modes.high_contrast;
  const Color lit = high_contrast ? color.control : color.pine;
  canvas.fill(track, mix(color.switch_off, lit, on), track.h / 2);
  const float travel = track.w - track.h;
  canvas.disc({track.x + track.h / 2 + travel * on, centre.y}, track.h / 2 - 4, high_contrast ? color.paper0 : color.white);
}

// "只看\n营业中" becomes "只看营业中", "Open\nnow" "Open now".
std::string without_break(std::string_view label) {
  std::string one_line;
  for (const char c : label) {
    if (c != '\n') one_line += c;
    else if (!one_line.empty() && static_cast<unsigned char>(one_line.back()) < 0x80) one_line += ' ';
  }
  return one_line;
}

void draw_toggle_words(Canvas& canvas, std::string_view label, Rect box, Color color, bool tile) {
  if (!tile) {
    const std::string words = without_break(label);
    canvas.text(box, words, in(fitted(canvas, words, kToggleWords, box.w), color));
    return;
  }
  const bool one_line = label.find('\n') == std::string_view::npos && canvas.measure(label, kToggleWords) <= box.w;
  if (one_line) {
    canvas.text(box, label, in(kToggleWords, color));
    return;
  }
  // The wider of the two lines decides the size.
  TextStyle style = kToggleWords;
  for (std::string_view rest = label; !rest.empty();) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    style = fitted(canvas, line, style, std::max(box.w, canvas.measure(line, kToggleWords) / 2));
    rest.remove_prefix(std::min(rest.size(), line.size() + 1));
  }
  const TextBlock block = canvas.layout(label, in(style, color), box.w, 2);
  canvas.draw(block, {box.x, box.y + (box.h - block.height()) / 2});
}

}  // namespace

float drop_chip_width(Canvas& canvas, std::string_view label, std::string_view value) {
  const DropParts parts;
  const float label_width = label.empty() ? 0 : canvas.measure(label, kDropLabel) + parts.gap;
  return std::ceil(parts.left + label_width + canvas.measure(value, kDropValue) + parts.before_arrow + parts.arrow + parts.right);
}

bool drop_chip(Canvas& canvas, std::string_view label, std::string_view value, Rect box, bool active) {
  const Touch touch = canvas.touch(label, box);
  const Look look = state_look(canvas, label, touch, active);
  const bool tile = box.h >= kTileFrom;
  const float radius = tile ? radius::kTile : box.h / 2;
  draw_control(canvas, box, look, radius);
  if (tile) {
    draw_drop_tile(canvas, label, value, box, look);
  } else {
    draw_drop_pill(canvas, label, value, box, look);
  }
  if (touch.focused) {
    canvas.focus_ring(box, radius);
  }
  return touch.tapped;
}

float short_drop_chip_width(Canvas& canvas, std::string_view label, std::string_view value) {
  return drop_chip_width(canvas, {}, value.empty() ? label : value);
}

bool short_drop_chip(Canvas& canvas, std::string_view label, std::string_view value, Rect box) {
  const Touch touch = canvas.touch(label, box);
  const Look look = state_look(canvas, label, touch, !value.empty());
  draw_control(canvas, box, look, box.h / 2);
  draw_drop_pill(canvas, {}, value.empty() ? label : value, box, look);
  if (touch.focused) {
    canvas.focus_ring(box, box.h / 2);
  }
  return touch.tapped;
}

float toggle_chip_width(Canvas& canvas, std::string_view label) {
  return std::ceil(2 * kTogglePadding + canvas.measure(without_break(label), kToggleWords) + kToggleGap + kSwitch.w);
}

bool toggle_chip(Canvas& canvas, std::string_view label, Rect box, bool on) {
  const std::string name = without_break(label);
  const Touch touch = canvas.touch(name, box);
  const Look look = state_look(canvas, name, touch, false);
  const bool tile = box.h >= kTileFrom;
  const float radius = tile ? radius::kTile : box.h / 2;
  draw_control(canvas, box, look, radius);
  const float left = tile ? kTilePadding : kTogglePadding;
  const float right = tile ? kTileRight : kTogglePadding;
  const float words = box.w - left - right - kSwitch.w - 8;
  draw_toggle_words(canvas, label, {box.x + left, box.y, words, box.h}, look.words, tile);
  const float lit = canvas.animate("switch " + name, on ? 1.0F : 0.0F, motion::kRelease);
  draw_switch(canvas, {box.right() - right - kSwitch.w / 2, box.centre().y}, lit);
  if (touch.focused) {
    canvas.focus_ring(box, radius);
  }
  return touch.tapped;
}

}  // namespace ui
