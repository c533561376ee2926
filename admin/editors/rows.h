// A field that is a list of rows: each with its own controls, arrows to move it, a cross to take it off; a button adds one.
#pragma once

#include <functional>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "admin/editors/fields.h"

namespace admin::editors {

struct RowsLook {
  std::string_view add{};                 // words of the button
  float height = desk::size::kControl;    // of a row
  nlohmann::json blank{};                 // what a new row is
  bool movable = true;                    // the order is the clerk's
};

struct RowEdit {
  bool changed = false;
  bool left = false;
  bool active = false;
  bool entered = false;                   // Enter: the next row
};
// Draws the controls of one row in `box` and edits it; `item` is unique: "标语 第 2 行".
using DrawRow = std::function<RowEdit(ui::Rect box, std::size_t index, nlohmann::json& row, const std::string& item)>;

// Label, rows, button, sentence. `rows` is a copy of the value; the value is set when it changed.
FieldEdit edit_rows(Work& work, nlohmann::json& rows, const RowsLook& look, const DrawRow& draw);
std::string row_item(const Work& work, std::size_t index);

}  // namespace admin::editors
