#include "admin/panels/form/field_flow.h"

#include <algorithm>

namespace admin {

namespace {

constexpr float kBetween = 16;     // columns
constexpr float kBelow = 12;       // rows
constexpr float kLeastColumn = 200;

}  // namespace

float field_flow(desk::Desk& desk, ui::Rect area, RecordEditor& editor, std::span<const content::Field* const> fields, desk::ScrollArea& scroll) {
  const float column = (area.w - kBetween) / 2;
  const bool pairs = column >= kLeastColumn;
  float y = area.y;
  float row_height = 0;
  bool half = false;                // the left half of a row is taken
  const auto draw = [&](const content::Field& field, ui::Rect box) {
    const editors::FieldEdit edit = editor.field(desk, box, field);
    if (edit.gained) scroll.reveal({box.x, box.y, box.w, edit.height});
    return edit.height;
  };
  const auto end_row = [&] {
    if (row_height > 0) y += row_height + kBelow;
    row_height = 0;
    half = false;
  };
  for (const content::Field* field : fields) {
    if (!pairs || editors::wants_width(*field)) {
      end_row();
      row_height = draw(*field, {area.x, y, area.w, 0});
      end_row();
      continue;
    }
    const float x = half ? area.x + column + kBetween : area.x;
    row_height = std::max(row_height, draw(*field, {x, y, column, 0}));
    if (half) {
      end_row();
    } else {
      half = true;
    }
  }
  end_row();
  return y;
}

}  // namespace admin
