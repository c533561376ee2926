#include "admin/desk/question.h"

#include <cmath>
#include <utility>

#include "admin/desk/button.h"
#include "admin/desk/field.h"
#include "admin/desk/marks.h"
#include "kiosk/ui/text_edit.h"

namespace admin::desk {

namespace {
constexpr float kWidth = 520;
constexpr float kPadding = 28;
constexpr float kReasonHeight = 92;
constexpr float kButtonRow = 96;
}  // namespace

bool QuestionLayer::draw(Desk& desk) {
  ui::Canvas& canvas = desk.canvas();
  const float inner = kWidth - 2 * kPadding;
  const ui::TextBlock title = canvas.layout(question_.title, bold(20), inner);
  const ui::TextBlock sentence = canvas.layout(question_.sentence, words(size::kText, color::kInk2), inner);
  const float reason = question_.wants_reason ? kReasonHeight : 0;
  const float height = kPadding + title.height() + 12 + sentence.height() + reason + kButtonRow;
  const ui::Size whole = canvas.size();
  const ui::Rect box{std::round((whole.w - kWidth) / 2), std::round((whole.h - height) * 0.4F), kWidth, height};
  canvas.shadow(box, ui::Elevation::Dialog, size::kDialogRadius);
  canvas.fill(box, color::kPaper, size::kDialogRadius);
  float y = box.y + kPadding;
  canvas.draw(title, {box.x + kPadding, y});
  y += title.height() + 12;
  canvas.draw(sentence, {box.x + kPadding, y});
  y += sentence.height();
  if (question_.wants_reason) {
    canvas.text({box.x + kPadding, y + 12, inner, 22}, question_.reason_label, second(color::kInk2));
    if (!std::exchange(asked_, true)) ui::focus_text(canvas, question_.reason_label);
    const ui::Rect field{box.x + kPadding, y + 38, inner, size::kControl};
    text_box(desk, field, question_.reason_label, reason_, {.hint = "写一句"});
  }
  return draw_buttons(desk, box);
}

bool QuestionLayer::draw_buttons(Desk& desk, ui::Rect box) {
  const float y = box.bottom() - kPadding - size::kBigButton;
  const float cap = key_cap(desk, {box.x + kPadding, y + size::kBigButton / 2}, "Esc");
  desk.canvas().text({box.x + kPadding + cap + 8, y, 120, size::kBigButton}, question_.safe, second());
  float right = box.right() - kPadding;
  const bool ready = !question_.wants_reason || !reason_.empty();
  const ButtonLook act{.kind = question_.danger ? ButtonKind::Publish : ButtonKind::Save, .enabled = ready};
  if (button_from_right(desk, question_.act, right, y, act, size::kBigButton)) {
    const auto done = question_.done;
    if (done) desk.attempt([&] { done(reason_); });
    return false;
  }
  return !button_from_right(desk, question_.safe, right, y, {}, size::kBigButton);
}

}  // namespace admin::desk
