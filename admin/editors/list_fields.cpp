// Lists of short texts, one a row: slogans, hosts. Rows are moved, taken off and added; an empty row falls away.
#include <string>
#include <vector>

#include "admin/desk/button.h"
#include "admin/editors/fields.h"
#include "admin/editors/rows.h"
#include "content/utf8.h"

namespace admin::editors {

FieldEdit edit_text_list(Work& work) {
  using nlohmann::json;
  json rows = work.value.is_array() ? work.value : json::array();
  const std::string_view add = work.field.type == content::FieldType::Hosts ? "加一个网址" : "加一行";
  RowsLook look{.add = add, .height = desk::size::kControl, .blank = json(std::string())};
  const FieldEdit edit = edit_rows(work, rows, look, [&](ui::Rect box, std::size_t index, json& row, const std::string& item) {
    std::string text = text_of(row);
    const auto found = problems_under(work.problems, std::string(work.field.key) + "[" + std::to_string(index) + "]");
    const bool over = work.field.max_chars > 0 && content::count_chars(text) > static_cast<std::size_t>(work.field.max_chars);
    const desk::TextFieldLook field{.frame = {.state = over || !found.empty() ? desk::FieldState::Error : desk::FieldState::Rest, .enabled = work.enabled()},
                                    .unit = {}};
    const desk::TextField done = desk::text_box(work.desk, box, item, text, field);
    RowEdit result{.changed = done.edit.changed, .left = done.edit.lost, .active = done.edit.active, .entered = done.edit.entered};
    if (done.edit.changed) row = text;
    return result;
  });
  return edit;
}

FieldEdit edit_honours(Work& work) {
  using nlohmann::json;
  json rows = work.value.is_array() ? work.value : json::array();
  RowsLook look{.add = "加一项荣誉", .height = desk::size::kControl, .blank = json{{"text", ""}}, .movable = false};
  const FieldEdit edit = edit_rows(work, rows, look, [&](ui::Rect box, std::size_t index, json& row, const std::string& item) {
    RowEdit result;
    FieldMemory& memory = work.memory.row(index);
    const bool wrong = !problems_under(work.problems, std::string(work.field.key) + "[" + std::to_string(index) + "]").empty();
    const desk::FieldFrame frame{.state = wrong ? desk::FieldState::Error : desk::FieldState::Rest, .enabled = work.enabled()};
    json year = row.contains("year") ? row["year"] : json();
    const NumberEdit number = number_box(work.desk, box.left(92), item + "年份", year, NumberKind::Whole, memory.typed, {.frame = frame, .unit = "年"}, work.context.held);
    if (number.changed) {
      if (year.is_null()) row.erase("year");
      else row["year"] = year;
    }
    std::string text = row.contains("text") ? text_of(row["text"]) : std::string();
    const desk::TextField words = desk::text_box(work.desk, box.after(100), item, text, {.frame = frame, .hint = "什么荣誉，谁颁的"});
    if (words.edit.changed) row["text"] = text;
    result.changed = number.changed || words.edit.changed;
    result.left = number.left || words.edit.lost;
    result.active = number.active || words.edit.active;
    result.entered = words.edit.entered;
    return result;
  });
  return edit;
}

}  // namespace admin::editors
