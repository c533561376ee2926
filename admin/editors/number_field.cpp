// Numbers, years, money, shares, degrees: typed as people write them.
#include <cmath>
#include <string>

#include "admin/editors/fields.h"
#include "admin/workspace/typed_values.h"

namespace admin::editors {

namespace {

using content::FieldType;
using nlohmann::json;

std::string written(const json& value, NumberKind kind) {
  if (!value.is_number()) return text_of(value);
  if (kind == NumberKind::Money && value.is_number_integer()) return money_words(value.get<std::int64_t>());
  return value.is_number_integer() ? std::to_string(value.get<std::int64_t>()) : real_words(value.get<double>());
}

std::optional<json> read(const std::string& text, NumberKind kind) {
  if (kind == NumberKind::Real) {
    const auto number = read_typed_real(text);
    return number ? std::optional(json(*number)) : std::nullopt;
  }
  const auto number = kind == NumberKind::Money ? read_typed_money(text) : read_typed_number(text);
  return number ? std::optional(json(*number)) : std::nullopt;
}

bool blank(const std::string& text) { return text.find_first_not_of(" \t") == std::string::npos; }

std::string_view unit_of(const content::Field& field) {
  if (field.type == FieldType::Money) return "元";
  if (field.type == FieldType::Year) return "年";
  return field.type == FieldType::Degrees ? "°" : "";
}

}  // namespace

NumberEdit number_box(desk::Desk& desk, ui::Rect box, std::string_view item, json& value, NumberKind kind, Typed& typed, const desk::TextFieldLook& look, HeldByItem* held) {
  recall(typed, held, item);
  if (!typed.writing && !typed.unread) typed.text = written(value, kind);
  // The value was changed by others while something unreadable stood here.
  if (typed.unread && !value.is_null()) typed = {written(value, kind), false, false};
  const desk::TextField field = desk::text_box(desk, box, item, typed.text, look);
  NumberEdit edit{.active = field.edit.active, .gained = field.edit.gained};
  if (field.edit.gained) typed.writing = true;
  if (field.edit.changed) {
    const auto number = read(typed.text, kind);
    if (number) edit.changed = put(value, *number);
    else if (blank(typed.text)) edit.changed = put(value, nullptr);
    typed.unread = false;
  }
  if (field.edit.lost || (typed.writing && !field.edit.active)) {
    edit.left = true;
    typed.writing = false;
    typed.unread = !blank(typed.text) && !read(typed.text, kind);
    // Words that mean nothing leave no old number behind them.
    if (typed.unread && put(value, nullptr)) edit.changed = true;
  }
  edit.unread = typed.unread;
  keep_held(typed, held, item, read(typed.text, kind).has_value());
  return edit;
}

FieldEdit edit_number(Work& work) {
  const bool real = work.field.type == FieldType::Fraction || work.field.type == FieldType::Degrees || (work.value.is_number_float() && work.field.type == FieldType::Number);
  const NumberKind kind = work.field.type == FieldType::Money ? NumberKind::Money : real ? NumberKind::Real : NumberKind::Whole;
  if (work.memory.typed.unread) complain(work, "“" + work.memory.typed.text + "”不是数字，请只写数字");
  desk::field_label(work.desk, work.area, work.frame);
  const ui::Rect box{work.area.x, work.area.y + desk::size::kFieldLabel, work.area.w, desk::size::kControl};
  const desk::TextFieldLook look{.frame = work.frame, .unit = unit_of(work.field)};
  const NumberEdit number = number_box(work.desk, box, work.item, work.value, kind, work.memory.typed, look, work.context.held);
  const desk::FieldBelow below = desk::field_below(work.desk, {box.x, box.bottom()}, box.w, work.frame, work.item);
  return {number.changed, number.left, number.active, number.gained, desk::size::kFieldLabel + box.h + below.height};
}

}  // namespace admin::editors
