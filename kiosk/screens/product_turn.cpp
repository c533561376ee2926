#include "kiosk/screens/product_turn.h"

#include <string>

namespace kiosk {
namespace {

constexpr float kArrow = 34;       // u, with its gap
constexpr float kOutlineGap = 14;  // high contrast: left and right of the words

ui::TextStyle turn_style(const ui::Canvas& canvas, bool pressed) {
  const auto& color = canvas.color();
  const bool high_contrast = canvas.theme().modes.high_contrast;
  return {.face = ui::Face::SansMedium, .size = 26, .color = high_contrast || pressed ? color.ink : color.ink2, .align = ui::Align::Right};
}

std::string turn_words(std::string_view label, const ui::PageTurner& turner, int pages) {
  return (label.empty() ? std::string{} : std::string(label) + "  ") + std::to_string(turner.page() + 1) + " / " + std::to_string(pages);
}

}  // namespace

float product_turn_width(const ui::Canvas& canvas, std::string_view label, const ui::PageTurner& turner, int pages) {
  const float frame = canvas.theme().modes.high_contrast ? 2 * kOutlineGap : 0;
  return canvas.measure(turn_words(label, turner, pages), turn_style(canvas, false)) + kArrow + frame;
}

void draw_product_turn(ui::Canvas& canvas, std::string_view label, ui::Rect hit, ui::Rect words, ui::PageTurner& turner, int pages) {
  if (pages < 2) return;
  std::string place = turn_words(label, turner, pages);
  if (product_turn_width(canvas, label, turner, pages) > words.w + 0.5F) place = turn_words({}, turner, pages);
  const ui::Touch touch = canvas.touch(label, hit);
  const ui::TextStyle style = turn_style(canvas, touch.pressed);
  const bool high_contrast = canvas.theme().modes.high_contrast;
  if (high_contrast) {   // yellow says where one touches
    const float width = canvas.measure(place, style) + kArrow + 2 * kOutlineGap;
    canvas.outline({words.right() - width, words.y, width, words.h}, canvas.color().control, ui::stroke::kHighContrast, words.h / 2);
    words.w -= kOutlineGap;
  }
  canvas.text(words.left(words.w - kArrow), place, style);
  canvas.icon("right", {words.right() - 14, words.centre().y}, 30, high_contrast ? canvas.color().control : style.color);
  if (touch.focused) canvas.focus_ring(hit, ui::radius::kCard);
  if (!touch.tapped) return;
  turner.go_to((turner.page() + 1) % pages);
  canvas.request_frame();
}

}  // namespace kiosk
