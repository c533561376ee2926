#include "admin/desk/button.h"

#include <algorithm>
#include <cmath>

#include "admin/desk/marks.h"
#include "kiosk/ui/item_log.h"
#include "kiosk/ui/session.h"

namespace admin::desk {

namespace {

constexpr float kPadding = 16;
constexpr float kIcon = 17;
constexpr float kIconGap = 8;
constexpr float kCapGap = 10;

struct Colours {
  ui::Color fill, edge, ink;
};

Colours colours_of(const ButtonLook& look, bool pressed, bool hovered) {
  if (!look.enabled) return {color::kDisabled, color::kDisabled, color::kDisabledInk};
  if (look.on_dark) return {pressed ? color::kInk2 : color::kInk, color::kInk, color::kPaper};
  switch (look.kind) {
    case ButtonKind::Publish: return {pressed ? color::kRedPressed : color::kRed, color::kRed, color::kPaper};
    case ButtonKind::Review: return {pressed ? color::kIndigoPressed : color::kIndigo, color::kIndigo, color::kPaper};
    case ButtonKind::Save: return {pressed ? color::kInk2 : color::kInk, color::kInk, color::kPaper};
    case ButtonKind::New: return {pressed ? color::kRedHalo : hovered ? color::kRed50 : color::kPaper, color::kRed, color::kRedDark};
    case ButtonKind::Plain: return {pressed ? color::kWell : hovered ? color::kHover : color::kPaper, color::kField, color::kInk};
    case ButtonKind::Quiet: return {pressed ? color::kIndigo50 : ui::Color{0, 0, 0, 0}, {0, 0, 0, 0}, color::kIndigo};
  }
  return {};
}

ui::TextStyle words_of(const ButtonLook& look) {
  const bool strong = look.kind != ButtonKind::Plain && look.kind != ButtonKind::Quiet;
  return strong ? bold(size::kText) : words(size::kText, color::kInk, ui::Face::SansMedium);
}

float cap_width(Desk& desk, std::string_view key) {
  return key.empty() ? 0 : desk.canvas().measure(key, small()) + 14 + kCapGap;
}

float count_width(Desk& desk, int count) {
  return count < 0 ? 0 : std::max(22.0F, desk.canvas().measure(std::to_string(count), bold(size::kSecond)) + 14) + kIconGap;
}

void focus_ring(Desk& desk, ui::Rect box, float radius, bool on_dark = false) {
  desk.canvas().outline(box.inset(-3), on_dark ? color::kGoldOnRed : color::kRed, 2, radius + 3);
}

}  // namespace

float button_width(Desk& desk, std::string_view text, const ButtonLook& look) {
  float width = desk.canvas().measure(text, words_of(look));
  if (!look.icon.empty()) width += kIcon + kIconGap;
  width += cap_width(desk, look.key) + count_width(desk, look.count);
  return std::ceil(width + (look.kind == ButtonKind::Quiet ? 8 : 2 * kPadding));
}

bool button(Desk& desk, std::string_view text, ui::Rect box, const ButtonLook& look) {
  ui::Canvas& canvas = desk.canvas();
  const ui::Touch touch = look.enabled ? canvas.touch(look.label.empty() ? text : look.label, box) : ui::Touch{};
  const Colours colours = colours_of(look, touch.pressed, look.enabled && desk.hovers(box));
  const ui::TextStyle base = words_of(look);
  if (colours.fill.a > 0) canvas.fill(box, colours.fill, size::kButtonRadius);
  if (colours.edge.a > 0) canvas.outline(box, colours.edge, 1, size::kButtonRadius);
  if (touch.focused) focus_ring(desk, box, size::kButtonRadius, look.on_dark);
  const float content = button_width(desk, text, look) - (look.kind == ButtonKind::Quiet ? 8 : 2 * kPadding);
  float x = box.x + std::max(0.0F, (box.w - content) / 2);
  if (!look.icon.empty()) {
    canvas.icon(look.icon, {x + kIcon / 2, box.centre().y}, kIcon, colours.ink);
    x += kIcon + kIconGap;
  }
  ui::TextStyle style = base;
  style.color = colours.ink;
  x += canvas.text({x, box.y, std::max(0.0F, box.right() - x - 2), box.h}, text, style);
  if (look.count >= 0) {
    const float width = count_width(desk, look.count) - kIconGap;
    const ui::Rect badge{x + kIconGap, box.centre().y - 11, width, 22};
    canvas.fill(badge, look.kind == ButtonKind::Plain ? color::kWell : color::kPaper.with_alpha(0.25F), 11);
    canvas.text(badge, std::to_string(look.count), centre(bold(size::kSecond, colours.ink)));
    x = badge.right();
  }
  if (!look.key.empty()) {
    const ui::Rect cap{x + kCapGap, box.centre().y - 10, cap_width(desk, look.key) - kCapGap, 20};
    canvas.outline(cap, colours.ink, 1, 4);
    canvas.text(cap, look.key, centre(small(colours.ink)));
  }
  return touch.tapped;
}

bool button_from_right(Desk& desk, std::string_view text, float& right, float y, const ButtonLook& look, float height) {
  const float width = button_width(desk, text, look);
  const bool tapped = button(desk, text, {right - width, y, width, height}, look);
  right -= width + 12;
  return tapped;
}

bool icon_button(Desk& desk, std::string_view label, std::string_view icon, ui::Rect box, bool enabled) {
  ui::Canvas& canvas = desk.canvas();
  const ui::Touch touch = enabled ? canvas.touch(label, box) : ui::Touch{};
  if (enabled && (touch.pressed || desk.hovers(box))) canvas.fill(box, color::kWell, size::kRadius);
  if (touch.focused) focus_ring(desk, box, size::kRadius);
  canvas.icon(icon, box.centre(), std::min(20.0F, box.h * 0.6F), enabled ? color::kInk2 : color::kDisabledInk);
  return touch.tapped;
}

float toggle_width(Desk& desk, std::string_view text) { return std::ceil(desk.canvas().measure(text, words(size::kSecond)) + 20); }

bool toggle(Desk& desk, std::string_view text, ui::Rect box, bool on, std::string_view label) {
  ui::Canvas& canvas = desk.canvas();
  const ui::Touch touch = canvas.touch(label.empty() ? text : label, box);
  canvas.fill(box, on ? color::kInk : desk.hovers(box) ? color::kHover : color::kPaper, size::kRadius);
  if (!on) canvas.outline(box, color::kField, 1, size::kRadius);
  if (touch.focused) focus_ring(desk, box, size::kRadius);
  canvas.text(box, text, centre(words(size::kSecond, on ? color::kPaper : color::kInk, on ? ui::Face::SansMedium : ui::Face::Sans)));
  return touch.tapped;
}

}  // namespace admin::desk
