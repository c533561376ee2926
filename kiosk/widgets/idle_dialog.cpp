#include "kiosk/widgets/idle_dialog.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <string>

namespace kiosk {
namespace {

using ui::Align;
using ui::Face;
using ui::Rect;

constexpr ui::Size kDialog{1140, 520};

// Seconds left inside a ring that shrinks with them.
void draw_countdown(ui::Canvas& canvas, const Texts& texts, ui::Point centre, std::chrono::milliseconds left,
                    std::chrono::milliseconds whole) {
  const auto& color = canvas.color();
  const auto seconds = std::chrono::ceil<std::chrono::seconds>(left).count();
  const float share = std::clamp(static_cast<float>(left.count()) / static_cast<float>(whole.count()), 0.0F, 1.0F);
  canvas.ring(centre, 86, color.paper2, 14);
  canvas.arc(centre, 86, -90, -90 + 360 * share, color.red, 14);
  const float end = (360 * share - 90) * std::numbers::pi_v<float> / 180;
  canvas.disc({centre.x, centre.y - 86}, 7, color.red);
  canvas.disc({centre.x + 86 * std::cos(end), centre.y + 86 * std::sin(end)}, 7, color.red);
  canvas.text({centre.x - 90, centre.y - 64, 180, 100}, std::to_string(seconds),
              {.face = Face::SansBold, .size = 84, .color = color.ink, .align = Align::Centre});
  canvas.text({centre.x - 60, centre.y + 24, 120, 40}, texts("idle.second"),
              {.face = Face::Sans, .size = 25, .color = color.ink2, .align = Align::Centre});
}

bool dialog_button(ui::Canvas& canvas, std::string_view icon, std::string_view label, Rect box, bool primary) {
  const auto& color = canvas.color();
  const ui::Touch touch = canvas.touch(label, box);
  if (primary) {
    canvas.fill(box, touch.pressed ? color.red_pressed : color.red_plane, ui::radius::kCard);
  } else {
    canvas.fill(box, touch.pressed ? color.paper3 : color.white, ui::radius::kCard);
    canvas.outline(box, color.control, ui::stroke::kControl, ui::radius::kCard);
  }
  const ui::TextStyle style{.face = Face::SansBold, .size = primary ? 44.0F : 38.0F, .color = primary ? color.white : color.ink};
  const float icon_room = icon.empty() ? 0 : 60;
  const float words = canvas.measure(label, style);
  const float left = box.x + (box.w - words - icon_room) / 2;
  if (!icon.empty()) canvas.icon(icon, {left + 20, box.centre().y}, 42, style.color);
  canvas.text({left + icon_room, box.y, words + 4, box.h}, label, style);
  if (touch.focused) canvas.focus_ring(box, ui::radius::kCard);
  return touch.tapped;
}

}  // namespace

IdleAnswer idle_dialog(ui::Canvas& canvas, const Texts& texts, std::chrono::milliseconds left, std::chrono::milliseconds whole) {
  const auto& color = canvas.color();
  canvas.modal();
  const float shown = canvas.animate("idle dialog", 1, ui::motion::kDialog);
  canvas.request_frame_in(std::chrono::milliseconds(100));

  const ui::Size size = canvas.size();
  canvas.push_alpha(shown);
  canvas.fill(canvas.bounds(), color.scrim);
  const float width = std::min(kDialog.w, size.w - 2 * ui::space::kMargin);
  const Rect box{(size.w - width) / 2, size.h - 176 - kDialog.h, width, kDialog.h};
  canvas.shadow(box, ui::Elevation::Dialog, ui::radius::kDialog);
  canvas.fill(box, color.white, ui::radius::kDialog);

  draw_countdown(canvas, texts, {box.x + 164, box.y + 156}, left, whole);
  canvas.text({box.x + 320, box.y + 62, box.w - 370, 84}, texts("idle.title"),
              {.face = Face::Serif, .size = 64, .color = color.ink});
  const ui::TextStyle body{.face = Face::Sans, .size = 34, .color = color.ink, .line = 1.5F};
  const float used = canvas.paragraph({box.x + 320, box.y + 160, box.w - 370, 130}, texts("idle.body.back"), body, 2);
  canvas.paragraph({box.x + 320, box.y + 160 + used, box.w - 370, 130}, texts("idle.body.wiped"), body, 2);

  const Rect buttons{box.x + 64, box.bottom() - 56 - ui::touch::kDialogButton, box.w - 128, ui::touch::kDialogButton};
  const float leave_width = (buttons.w - 24) * 0.405F;
  const bool leave = dialog_button(canvas, "home", texts("idle.leave"), buttons.left(leave_width), false);
  const bool stay = dialog_button(canvas, {}, texts("idle.stay"), buttons.after(leave_width + 24), true);
  canvas.pop_alpha();
  return leave ? IdleAnswer::Leave : stay ? IdleAnswer::Stay : IdleAnswer::None;
}

}  // namespace kiosk
