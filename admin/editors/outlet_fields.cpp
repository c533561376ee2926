// Where a product can be had, and the words on a street's diagram.
#include <algorithm>
#include <array>
#include <string>

#include "admin/desk/choice.h"
#include "admin/editors/rows.h"
#include "admin/workspace/typed_values.h"

namespace admin::editors {

namespace {

using nlohmann::json;
namespace size = desk::size;

constexpr float kNarrow = 600;                       // below it a row takes two lines
constexpr float kTwoLines = 2 * size::kControl + 6;

struct Word {
  std::string_view value;
  std::string_view zh;
};
constexpr std::array<Word, 4> kOutletWords{{{"shop", "门店"}, {"calendar", "集市"}, {"phone", "电话"}, {"truck", "快递"}}};
constexpr std::array<Word, 6> kLabelWords{{{"street", "双拥街"}, {"road", "道路"}, {"place", "地名"}, {"park", "公园"}, {"water", "水面"}, {"landmark", "地标"}}};

// A drop-down over words that a row keeps under `key`.
bool choose(Work& work, ui::Rect box, const std::string& item, json& row, std::string_view key, std::span<const Word> known) {
  std::vector<desk::Option> options;
  int selected = -1;
  const std::string value = row.contains(key) ? text_of(row[std::string(key)]) : std::string();
  for (const Word& word : known) {
    if (word.value == value) selected = static_cast<int>(options.size());
    options.push_back({std::string(word.zh)});
  }
  const auto chosen = desk::drop_down(work.desk, box, options, selected, {.label = item, .problem = selected < 0, .enabled = work.enabled()}, "请选");
  if (!chosen) return false;
  row[std::string(key)] = known[*chosen].value;
  return true;
}

bool wrong_row(const Work& work, std::size_t index) {
  return !problems_under(work.problems, std::string(work.field.key) + "[" + std::to_string(index) + "]").empty();
}

RowEdit words_box(Work& work, ui::Rect box, const std::string& item, json& row, std::size_t index, std::string_view hint) {
  std::string text = row.contains("text") ? text_of(row["text"]) : std::string();
  const desk::FieldFrame frame{.state = wrong_row(work, index) ? desk::FieldState::Error : desk::FieldState::Rest, .enabled = work.enabled()};
  const desk::TextField field = desk::text_box(work.desk, box, item, text, {.frame = frame, .hint = hint});
  if (field.edit.changed) row["text"] = text;
  return {field.edit.changed, field.edit.lost, field.edit.active, field.edit.entered};
}

// The merchant that an outlet is, on a button that opens the list.
bool merchant_box(Work& work, ui::Rect box, const std::string& item, json& row, FieldMemory& memory) {
  content::Field field = work.field;
  field.type = content::FieldType::Ref;
  field.ref = content::Kind::Merchant;
  json value = row.contains("merchant") ? row["merchant"] : json();
  FieldMemory& own = memory.row(0);
  Work inner{work.desk, {box.x, box.y - size::kFieldLabel, box.w, 0}, field, value, work.context, {}, own, item + " 商户", {.enabled = work.enabled()}, {}};
  const FieldEdit edit = edit_ref(inner);
  if (!edit.changed) return false;
  if (value.is_null()) row.erase("merchant");
  else row["merchant"] = value;
  return true;
}

bool share_box(Work& work, ui::Rect box, const std::string& item, json& row, const char* key, Typed& typed, std::string_view unit) {
  json value = row.contains(key) ? row[key] : json();
  const NumberEdit number = number_box(work.desk, box, item, value, NumberKind::Real, typed, {.frame = {.enabled = work.enabled()}, .unit = unit}, work.context.held);
  if (number.changed) {
    if (value.is_null()) row.erase(key);
    else row[key] = value;
  }
  return number.changed;
}

}  // namespace

FieldEdit edit_outlets(Work& work) {
  json rows = work.value.is_array() ? work.value : json::array();
  const bool narrow = work.area.w < kNarrow;
  const RowsLook look{.add = "加一处", .height = narrow ? kTwoLines : size::kControl, .blank = json{{"icon", "shop"}, {"text", ""}}};
  return edit_rows(work, rows, look, [&](ui::Rect box, std::size_t index, json& row, const std::string& item) {
    const ui::Rect line = box.top(size::kControl);
    const float merchant = narrow ? box.w - 112 : std::min(220.0F, box.w * 0.3F);
    RowEdit edit = words_box(work, {line.x + 112, line.y, line.w - 112 - (narrow ? 0 : merchant + 8), line.h}, item, row, index, "在哪里能买到");
    edit.changed = choose(work, line.left(104), item + " 方式", row, "icon", kOutletWords) || edit.changed;
    edit.changed = merchant_box(work, {box.right() - merchant, box.bottom() - size::kControl, merchant, size::kControl}, item, row, work.memory.row(index)) || edit.changed;
    return edit;
  });
}

FieldEdit edit_labels(Work& work) {
  json rows = work.value.is_array() ? work.value : json::array();
  const bool narrow = work.area.w < kNarrow;
  const RowsLook look{.add = "加一个标注", .height = narrow ? kTwoLines : size::kControl, .blank = json{{"text", ""}, {"role", "place"}, {"x", 0.5}, {"y", 0.5}}};
  return edit_rows(work, rows, look, [&](ui::Rect box, std::size_t index, json& row, const std::string& item) {
    constexpr float kRole = 104;
    constexpr float kNumber = 84;
    FieldMemory& memory = work.memory.row(index);
    const float numbers = 3 * (kNumber + 6);
    const float y = box.bottom() - size::kControl;
    RowEdit edit = words_box(work, {box.x, box.y, narrow ? box.w : box.w - kRole - 8 - numbers, size::kControl}, item, row, index, "写在图上的字");
    float x = narrow ? box.x : box.right() - numbers - kRole;
    edit.changed = choose(work, {x, y, kRole, size::kControl}, item + " 用途", row, "role", kLabelWords) || edit.changed;
    x += kRole + 6;
    edit.changed = share_box(work, {x, y, kNumber, size::kControl}, item + " 横", row, "x", memory.row(0).typed, "横") || edit.changed;
    edit.changed = share_box(work, {x + kNumber + 6, y, kNumber, size::kControl}, item + " 竖", row, "y", memory.row(1).typed, "竖") || edit.changed;
    edit.changed = share_box(work, {x + 2 * (kNumber + 6), y, kNumber, size::kControl}, item + " 角度", row, "angle_deg", memory.row(2).typed, "°") || edit.changed;
    return edit;
  });
}

}  // namespace admin::editors
