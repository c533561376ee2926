// Words: one line or many, phone numbers, addresses of pages, readings.
#include <array>
#include <string>

#include "admin/editors/fields.h"
#include "content/utf8.h"

namespace admin::editors {

namespace {

using content::FieldType;

std::string_view hint_of(const content::Field& field) {
  switch (field.type) {
    case FieldType::Phone: return "0772 2810088";
    case FieldType::Url: return "https://";
    case FieldType::Pinyin: return "不填就按常用读音";
    default: return {};
  }
}

// What is written with a Chinese keyboard where plain letters are meant.
std::string tidied(const content::Field& field, const std::string& text) {
  if (field.type == FieldType::Phone || field.type == FieldType::Url) return std::string(content::trim(content::fold_width(text)));
  if (field.type == FieldType::LongText) return text;
  return std::string(content::trim(text));
}

std::string over_words(const Work& work) {
  return "多了 " + std::to_string(work.frame.used - work.frame.limit) + " 个字";
}

}  // namespace

FieldEdit edit_text(Work& work) {
  if (work.frame.limit > 0 && work.frame.used > work.frame.limit) {
    work.sentence = over_words(work);
    work.frame.sentence = work.sentence;
    work.frame.state = desk::FieldState::Error;
  }
  const bool many = work.field.type == FieldType::LongText;
  std::string text = text_of(work.value);
  const desk::TextFieldLook look{.frame = work.frame, .item = work.item, .hint = hint_of(work.field), .lines = many ? ui::EditLines::Many : ui::EditLines::One,
                                 .least = work.field.max_chars > 0 && work.field.max_chars <= 200 ? 76.0F : 120.0F};
  const desk::TextField field = desk::text_field(work.desk, work.area, text, look);
  FieldEdit edit{.active = field.edit.active, .gained = field.edit.gained, .height = field.height};
  if (field.edit.changed) edit.changed = put(work.value, text);
  if (field.edit.lost) {
    edit.left = true;
    if (work.value.is_string() && put(work.value, tidied(work.field, text))) edit.changed = true;
  }
  return edit;
}

}  // namespace admin::editors
