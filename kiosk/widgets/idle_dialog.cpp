#include "kiosk/widgets/idle_dialog.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <string>

#include "kiosk/ui/item_log.h"
#include "kiosk/ui/session.h"
#include "kiosk/ui/widgets_look.h"

namespace kiosk {
namespace {

using ui::Align;
using ui::Face;
using ui::Rect;

constexpr ui::Size kDialog{1140, 520};
constexpr float kFoot = 56;                                        // below the buttons
constexpr float kHead = kDialog.h - kFoot - ui::touch::kDialogButton;   // above them
constexpr float kWordsLeft = 320, kWordsTop = 68;

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

// What is asked and what happens otherwise, laid out for a column.
struct Words {
  ui::TextBlock title, body;
  float height() const { return title.height() + 8 + body.height(); }
};

// A line each where both fit; else they run on as one paragraph.
ui::TextBlock lay_body(const ui::Canvas& canvas, const Texts& texts, float width) {
  const ui::TextStyle style{.face = Face::Sans, .size = 34, .color = canvas.color().ink, .line = 1.5F};
  const std::string back(texts("idle.body.back")), wiped(texts("idle.body.wiped"));
  const bool fit = canvas.measure(back, style) <= width && canvas.measure(wiped, style) <= width;
  const std::string_view between = fit ? "\n" : texts.language() == ui::Language::English ? " " : "";
  return canvas.layout(back + std::string(between) + wiped, style, width);
}

Words lay_words(const ui::Canvas& canvas, const Texts& texts, float width) {
  const auto& color = canvas.color();
  ui::TextStyle title{.face = Face::Serif, .size = 64, .color = color.ink, .line = 1.2F};
  if (canvas.measure(texts("idle.title"), title) > width) title.size = 52;
  return {canvas.layout(texts("idle.title"), title, width), lay_body(canvas, texts, width)};
}

void draw_words(ui::Canvas& canvas, const Words& words, ui::Point at) {
  canvas.draw(words.title, at);
  at.y += words.title.height() + 8;
  canvas.draw(words.body, at);
}

ui::Look button_look(const ui::Canvas& canvas, bool primary, bool pressed) {
  const auto& color = canvas.color();
  if (primary && !canvas.theme().modes.high_contrast) {
    const ui::Color fill = pressed ? color.red_pressed : color.red_plane;
    return {fill, fill, 0, color.white, color.white, color.white};
  }
  // In high contrast the one to take is filled.
  if (primary) return ui::control_look(canvas.theme(), pressed ? ui::LookState::Rest : ui::LookState::Selected);
  return ui::control_look(canvas.theme(), pressed ? ui::LookState::Pressed : ui::LookState::Rest);
}

bool dialog_button(ui::Canvas& canvas, std::string_view icon, std::string_view label, Rect box, bool primary) {
  const ui::Touch touch = canvas.touch(label, box);
  if (ui::ItemLog* log = canvas.session().item_log(); primary && log != nullptr) log->mark_primary();
  const ui::Look look = button_look(canvas, primary, touch.pressed);
  ui::draw_control(canvas, box, look, ui::radius::kCard);
  const float icon_room = icon.empty() ? 0 : ui::icon_size(canvas, 42) + 18;
  ui::TextStyle style{.face = Face::SansBold, .size = primary ? 44.0F : 38.0F, .color = look.words};
  style = ui::fitted(canvas, label, style, box.w - 56 - icon_room);
  const float words = canvas.measure(label, style);
  const float left = box.x + (box.w - words - icon_room) / 2;
  if (!icon.empty()) canvas.icon(icon, {left + (icon_room - 18) / 2, box.centre().y}, icon_room - 18, look.icon);
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
  const Words words = lay_words(canvas, texts, width - kWordsLeft - 50);
  // Long words make it higher, upwards: its buttons stay low, where everybody reaches them.
  const float head = std::max(kHead, kWordsTop + words.height() + 28);
  const float height = head + ui::touch::kDialogButton + kFoot;
  const Rect box{(size.w - width) / 2, size.h - 176 - height, width, height};
  canvas.shadow(box, ui::Elevation::Dialog, ui::radius::kDialog);
  canvas.fill(box, color.paper0, ui::radius::kDialog);
  if (canvas.theme().modes.high_contrast) canvas.outline(box, color.ink, 3, ui::radius::kDialog);

  draw_countdown(canvas, texts, {box.x + 164, box.y + 156}, left, whole);
  draw_words(canvas, words, {box.x + kWordsLeft, box.y + kWordsTop});

  const Rect buttons{box.x + 64, box.bottom() - kFoot - ui::touch::kDialogButton, box.w - 128, ui::touch::kDialogButton};
  const float leave_width = (buttons.w - 24) * 0.405F;
  const bool leave = dialog_button(canvas, "home", texts("idle.leave"), buttons.left(leave_width), false);
  const bool stay = dialog_button(canvas, {}, texts("idle.stay"), buttons.after(leave_width + 24), true);
  canvas.pop_alpha();
  return leave ? IdleAnswer::Leave : stay ? IdleAnswer::Stay : IdleAnswer::None;
}

}  // namespace kiosk
