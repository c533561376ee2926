#include "admin/desk/field.h"

#include <algorithm>
#include <cmath>

#include "admin/desk/button.h"

namespace admin::desk {

namespace {

constexpr float kIcon = 15;
constexpr float kPadding = 12;
constexpr float kTextStep = 1.5F;

ui::Color edge_of(FieldState state, bool active) {
  if (state == FieldState::Error) return color::kError;
  if (state == FieldState::Warn) return color::kAmberLine;
  return active ? color::kRed : color::kField;
}

ui::Color ink_of(FieldState state) {
  switch (state) {
    case FieldState::Error: return color::kError;
    case FieldState::Warn: return color::kAmber;
    case FieldState::Ok: return color::kPine;
    case FieldState::Rest: break;
  }
  return color::kInk3;
}

// An arrow is as large and stands where that of a drop-down does.
ui::Rect icon_box(ui::Rect control, bool many, bool arrow) {
  if (arrow) return {control.right() - 33, control.centre().y - 13, 26, 26};
  return {control.right() - 33, control.y + (many ? 3 : (control.h - 30) / 2), 30, 30};
}

}  // namespace

void field_label(Desk& desk, ui::Rect area, const FieldFrame& frame) {
  ui::Canvas& canvas = desk.canvas();
  const ui::Rect row = area.top(size::kFieldLabel - 4);
  ui::Rect rest = row;
  if (frame.limit > 0) {
    const bool over = frame.used > frame.limit;
    const std::string count = std::to_string(frame.used) + " / " + std::to_string(frame.limit);
    const ui::TextStyle style = over ? bold(size::kSmall, color::kError) : small();
    canvas.text(row, count, right(style));
    rest.w = std::max(0.0F, rest.w - canvas.measure(count, style) - 8);
  }
  const float width = canvas.text(rest.left(std::max(0.0F, rest.w - (frame.required ? 10 : 0))), frame.label, second(color::kInk2));
  if (frame.required) canvas.text({row.x + width + 1, row.y, 10, row.h}, "*", bold(size::kSecond, color::kError));
}

void control_box(Desk& desk, ui::Rect box, FieldState state, bool active, bool enabled) {
  ui::Canvas& canvas = desk.canvas();
  if (!enabled) {
    canvas.fill(box, color::kGround, size::kRadius);
    canvas.outline(box, color::kLine, 1, size::kRadius);
    return;
  }
  if (active) canvas.fill(box.inset(-2), color::kRedHalo, size::kRadius + 2);
  canvas.fill(box, color::kPaper, size::kRadius);
  const bool strong = state == FieldState::Error || state == FieldState::Warn;
  canvas.outline(box, edge_of(state, active), strong ? 1.5F : 1, size::kRadius);
}

FieldBelow field_below(Desk& desk, ui::Point top, float width, const FieldFrame& frame, std::string_view item) {
  ui::Canvas& canvas = desk.canvas();
  FieldBelow below;
  if (frame.sentence.empty()) {
    if (frame.help.empty()) return below;
    below.height = 4 + canvas.paragraph({top.x, top.y + 4, width, 0}, frame.help, small());
    return below;
  }
  const ui::Color ink = ink_of(frame.state);
  const ui::TextStyle style = second(ink);
  const float step = size::kSecond * kTextStep;
  const float room = width - kIcon - 6;
  const ui::TextBlock block = canvas.layout(frame.sentence, style, room);
  canvas.icon(frame.state == FieldState::Ok ? "check" : "info", {top.x + kIcon / 2, top.y + 6 + size::kSecond / 2}, kIcon, ink);
  canvas.draw(block, {top.x + kIcon + 6, top.y + 6});
  below.height = 6 + std::max(1.0F, static_cast<float>(block.lines.size())) * step;
  if (frame.fix.empty()) return below;
  // Behind the sentence where there is room, else below it.
  const float last = block.lines.empty() ? 0 : block.lines.back().width;
  const float fix_width = canvas.measure(frame.fix, bold(size::kSecond));
  ui::Rect box{top.x + kIcon + 6 + last + 10, top.y + 6 + step * static_cast<float>(std::max<std::size_t>(1, block.lines.size()) - 1) - 3, fix_width, step};
  if (box.right() > top.x + width) {
    box.x = top.x + kIcon + 6;
    box.y += step;
    below.height += step;
  }
  const ui::Touch touch = canvas.touch(std::string(item) + "：" + std::string(frame.fix), box.inset(-3, 0));
  canvas.text(box.inset(-2, 0).after(2), frame.fix, bold(size::kSecond, color::kIndigo));
  if (touch.pressed || desk.hovers(box)) canvas.line({box.x, box.bottom() - 1}, {box.right(), box.bottom() - 1}, color::kIndigo, 1);
  if (touch.focused) canvas.outline(box.inset(-4, -1), color::kRed, 2, 4);
  below.fixed = touch.tapped;
  return below;
}

TextField text_box(Desk& desk, ui::Rect box, std::string_view item, std::string& value, const TextFieldLook& look) {
  ui::Canvas& canvas = desk.canvas();
  TextField field;
  field.control = box;
  field.height = box.h;
  const bool many = look.lines == ui::EditLines::Many;
  const bool enabled = look.frame.enabled;
  ui::Rect words_box = many ? box.inset(kPadding, 7) : box.inset(box.w < 140 ? 8 : kPadding, 0);
  if (!look.unit.empty()) words_box.w -= canvas.measure(look.unit, second()) + 8;
  if (!look.icon.empty() || !enabled) words_box.w -= 26;
  const ui::TextStyle style = look.bold ? bold(look.text, enabled ? color::kInk : color::kInk3) : words(look.text, enabled ? color::kInk : color::kInk3);
  const ui::EditLook edit{.text = style, .caret = color::kRed, .selection = color::kRedHalo, .hint = look.hint, .hint_color = color::kHint,
                          .lines = look.lines, .secret = look.secret, .read_only = !enabled, .hit = box};
  // The frame lies below the words and must know whether they are being written.
  const std::string_view name = item.empty() ? look.frame.label : item;
  const bool active = ui::typing_in(canvas, name);
  control_box(desk, box, look.frame.state, active && enabled, enabled);
  field.edit = ui::text_edit(canvas, name, words_box, value, edit);
  if (field.edit.active != active) canvas.request_frame();
  if (!look.unit.empty()) canvas.text({words_box.right(), box.y, box.right() - words_box.right() - (enabled ? 10.0F : 32.0F), box.h}, look.unit, right(second()));
  if (!enabled) canvas.icon("lock", {box.right() - 20, many ? box.y + 18 : box.centre().y}, kIcon, color::kInk3);
  else if (!look.icon.empty()) field.icon_clicked = icon_button(desk, look.icon_item, look.icon, icon_box(box, many, look.icon == "down"));
  return field;
}

TextField text_field(Desk& desk, ui::Rect area, std::string& value, const TextFieldLook& look) {
  ui::Canvas& canvas = desk.canvas();
  const float head = look.frame.label.empty() ? 0 : size::kFieldLabel;
  if (head > 0) field_label(desk, area, look.frame);
  float control = size::kControl;
  if (look.lines == ui::EditLines::Many) {
    const float inner = area.w - 2 * kPadding - (look.frame.enabled ? 0 : 26);
    const ui::EditLook edit{.text = words(), .lines = ui::EditLines::Many};
    control = std::clamp(ui::text_edit_height(canvas, value, inner, edit) + 14, look.least, std::max(look.least, look.most));
  }
  const ui::Rect box{area.x, area.y + head, area.w, control};
  TextField field = text_box(desk, box, look.item.empty() ? look.frame.label : look.item, value, look);
  const FieldBelow below = field_below(desk, {area.x, box.bottom()}, area.w, look.frame, look.item.empty() ? look.frame.label : look.item);
  field.fixed = below.fixed;
  field.height = head + control + below.height;
  return field;
}

}  // namespace admin::desk
