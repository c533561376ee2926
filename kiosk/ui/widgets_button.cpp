#include <algorithm>
#include <cmath>

#include "kiosk/ui/item_log.h"
#include "kiosk/ui/session.h"
#include "kiosk/ui/widgets.h"
#include "kiosk/ui/widgets_look.h"

namespace ui {
namespace {

constexpr float kPillBelow = 100;
constexpr float kTileBelow = 112;
constexpr float kBoldFrom = 32;   // u: words of this size and of every filled button are bold

struct ButtonParts {
  TextStyle words;
  float icon = 0;
  float gap = 0;
  float padding = 0;
};

ButtonParts parts_of(const Canvas& canvas, const ButtonStyle& style) {
  const bool bold = style.kind != ButtonKind::Secondary || style.text_size >= kBoldFrom;
  return {.words = {.face = bold ? Face::SansBold : Face::SansMedium, .size = style.text_size},
          .icon = icon_size(canvas, style.text_size * 1.25F),
          .gap = style.text_size / 2,
          .padding = style.text_size >= kBoldFrom ? 44.0F : 32.0F};
}

float content_width(const Canvas& canvas, std::string_view label, const ButtonStyle& style, const ButtonParts& parts) {
  float width = canvas.measure(label, parts.words);
  width += style.icon.empty() ? 0 : parts.icon + parts.gap;
  width += style.icon_after.empty() ? 0 : parts.icon + parts.gap;
  return width;
}

Look filled(Color fill, Color words) { return {fill, fill, 0, words, words, words}; }

// A filled button is a plane of one colour; in high contrast it looks like every other control.
Look button_look(const Theme& theme, const ButtonStyle& style, LookState state) {
  const Palette& color = theme.color;
  const bool special = style.enabled && style.kind != ButtonKind::Secondary && !theme.modes.high_contrast;
  if (!style.enabled) {
    return control_look(theme, LookState::Disabled);
  }
  if (!special) {
    return control_look(theme, state);
  }
  const bool pressed = state == LookState::Pressed;
  if (style.kind == ButtonKind::Primary) {
    return filled(pressed ? color.red_pressed : color.red_plane, color.white);
  }
  return filled(pressed ? color.ink2 : color.ink, color.white);
}

float radius_of(Rect box, float wanted) {
  if (wanted >= 0) {
    return wanted;
  }
  if (box.h < kPillBelow) {
    return box.h / 2;
  }
  return box.h < kTileBelow ? radius::kTile : radius::kCard;
}

}  // namespace

float button_width(Canvas& canvas, std::string_view label, const ButtonStyle& style) {
  const ButtonParts parts = parts_of(canvas, style);
  return std::ceil(content_width(canvas, label, style, parts) + 2 * parts.padding);
}

bool button(Canvas& canvas, std::string_view label, Rect box, const ButtonStyle& style) {
  const Touch touch = style.enabled ? canvas.touch(label, box) : Touch{};
  ItemLog* log = canvas.session().item_log();
  if (log != nullptr && style.enabled && style.kind != ButtonKind::Secondary) log->mark_primary();
  const float pressed = press_amount(canvas, label, touch);
  const Look look = mix(button_look(canvas.theme(), style, LookState::Rest), button_look(canvas.theme(), style, LookState::Pressed), pressed);
  const bool plane = style.kind != ButtonKind::Secondary && style.enabled;
  // A pressed plane also gives way a little.
  const Rect drawn = plane ? box.inset(2 * pressed) : box;
  const float radius = radius_of(box, style.radius);
  draw_control(canvas, drawn, look, radius);

  ButtonParts parts = parts_of(canvas, style);
  const float others = content_width(canvas, label, style, parts) - canvas.measure(label, parts.words);
  parts.words = fitted(canvas, label, parts.words, box.w - 24 - others);
  parts.words.color = look.words;
  const float content = std::min(box.w - 24, content_width(canvas, label, style, parts));
  float x = box.x + (box.w - content) / 2;
  if (!style.icon.empty()) {
    canvas.icon(style.icon, {x + parts.icon / 2, box.centre().y}, parts.icon, look.icon);
    x += parts.icon + parts.gap;
  }
  const float words = std::max(0.0F, content - others);
  parts.words.align = canvas.measure(label, parts.words) > words + 2 ? Align::Centre : Align::Left;
  draw_words(canvas, {x, box.y, words + 2, box.h}, label, parts.words);
  if (!style.icon_after.empty()) {
    canvas.icon(style.icon_after, {x + words + parts.gap + parts.icon / 2, box.centre().y}, parts.icon, look.icon);
  }
  if (touch.focused) {
    canvas.focus_ring(box, radius);
  }
  return touch.tapped;
}

}  // namespace ui
