// Words: one line or many, phone numbers, addresses of pages, readings.
#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "admin/desk/choice.h"
#include "admin/editors/fields.h"
#include "admin/workspace/records.h"
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

// A category, a kind of honour: one writes what others have written, or something new.
bool suggests(const content::Field& field) { return field.type == FieldType::Text && (!field.words.empty() || field.key == "category" || field.key == "unit"); }

// The field's own words first, then those of all records of the kind, the most used first.
std::vector<std::string> suggestions_for(Work& work) {
  std::vector<std::string> words;
  for (const content::EnumWord& word : work.field.words) words.emplace_back(word.zh);
  std::map<std::string, int> counts;
  for (const content::Record* record : work.desk.office().records().of(work.context.kind)) {
    const nlohmann::json* value = content::value_at(record->body, work.field.key);
    if (value != nullptr && value->is_string()) ++counts[value->get<std::string>()];
  }
  std::vector<std::pair<int, std::string>> used;
  for (const auto& [word, count] : counts) {
    if (std::ranges::find(words, word) == words.end()) used.emplace_back(-count, word);
  }
  std::ranges::sort(used);
  for (const auto& [count, word] : used) {
    if (words.size() < 60) words.push_back(word);
  }
  return words;
}

// The list that hangs on the control; true when a word was taken from it.
bool take_suggestion(Work& work, const desk::TextField& field) {
  desk::Desk& desk = work.desk;
  const std::string popup = "常用 " + work.item;
  if (field.icon_clicked) {
    work.memory.suggestions = suggestions_for(work);
    desk.drop_list() = std::make_shared<desk::DropList>();
    desk.open_popup(popup);
    return false;
  }
  if (!desk.popup_open(popup) || desk.drop_list() == nullptr) return false;
  const auto list = desk.drop_list();
  const auto& words = work.memory.suggestions;
  if (const auto chosen = list->take_chosen(); chosen && *chosen < words.size()) {
    desk.close_popup();
    return put(work.value, words[*chosen]);
  }
  std::vector<desk::Option> options;
  int selected = -1;
  for (const std::string& word : words) {
    if (word == text_of(work.value)) selected = static_cast<int>(options.size());
    options.push_back({word});
  }
  const float height = std::min(8.5F, static_cast<float>(std::max<std::size_t>(1, options.size()))) * 36 + 8;
  desk.popup(popup, field.control, {std::max(200.0F, field.control.w), height}, [&desk, list, options, selected, item = work.item](ui::Rect place) {
    list->draw(desk, place, item, options, selected, false);
  });
  return false;
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
  const std::string icon_item = work.item + "：常用的";
  const desk::TextFieldLook look{.frame = work.frame, .item = work.item, .hint = hint_of(work.field),
                                 .icon = suggests(work.field) ? "down" : "", .icon_item = icon_item,
                                 .lines = many ? ui::EditLines::Many : ui::EditLines::One, .least = work.field.max_chars > 0 && work.field.max_chars <= 200 ? 76.0F : 120.0F};
  const desk::TextField field = desk::text_field(work.desk, work.area, text, look);
  FieldEdit edit{.active = field.edit.active, .gained = field.edit.gained, .height = field.height};
  if (field.edit.changed) edit.changed = put(work.value, text);
  if (field.edit.lost) {
    edit.left = true;
    if (work.value.is_string() && put(work.value, tidied(work.field, text))) edit.changed = true;
  }
  if (suggests(work.field) && take_suggestion(work, field)) edit.changed = edit.left = true;
  return edit;
}

}  // namespace admin::editors
