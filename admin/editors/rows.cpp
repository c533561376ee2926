#include "admin/editors/rows.h"

#include <algorithm>
#include <optional>

#include "admin/desk/button.h"

namespace admin::editors {

namespace {

using nlohmann::json;

constexpr float kGap = 8;
constexpr float kTool = 32;

struct RowTool {
  std::optional<std::size_t> up;
  std::optional<std::size_t> off;
};

void draw_tools(Work& work, ui::Rect row, std::size_t index, const RowsLook& look, RowTool& tool) {
  float x = row.right() - kTool;
  const float y = row.y + (std::min(row.h, desk::size::kControl) - kTool) / 2;
  const std::string item = row_item(work, index);
  if (desk::icon_button(work.desk, item + "：去掉", "close", {x, y, kTool, kTool})) tool.off = index;
  x -= kTool;
  if (look.movable && index > 0 && desk::icon_button(work.desk, item + "：上移", "up", {x, y, kTool, kTool})) tool.up = index;
}

}  // namespace

std::string row_item(const Work& work, std::size_t index) { return work.item + " 第 " + std::to_string(index + 1) + " 行"; }

FieldEdit edit_rows(Work& work, json& rows, const RowsLook& look, const DrawRow& draw) {
  FieldEdit edit;
  desk::Desk& desk = work.desk;
  desk::field_label(desk, work.area, work.frame);
  float y = work.area.y + desk::size::kFieldLabel;
  const float tools = work.enabled() ? kTool + (look.movable ? kTool : 0) + 6 : 0;
  RowTool tool;
  bool entered = false;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const ui::Rect row{work.area.x, y, work.area.w, look.height};
    const RowEdit one = draw(row.left(row.w - tools), i, rows[i], row_item(work, i));
    edit.changed = edit.changed || one.changed;
    edit.left = edit.left || one.left;
    edit.active = edit.active || one.active;
    entered = entered || (one.entered && i + 1 == rows.size());
    if (work.enabled()) draw_tools(work, row, i, look, tool);
    y += look.height + kGap;
  }
  const bool full = work.field.count > 0 && rows.size() >= static_cast<std::size_t>(work.field.count);
  bool added = false;
  if (work.enabled()) {
    const float width = desk::button_width(desk, look.add, {.icon = "plus"});
    const std::string item = work.item + "：" + std::string(look.add);
    added = desk::button(desk, look.add, {work.area.x, y, width, 34}, {.icon = "plus", .enabled = !full, .label = item});
    if (full) desk.canvas().text({work.area.x + width + 12, y, work.area.w - width - 12, 34}, "最多 " + std::to_string(work.field.count) + " 项", desk::second());
    y += 34;
  } else if (rows.empty()) {
    desk.canvas().text({work.area.x, y, work.area.w, 30}, "没有填", desk::second());
    y += 30;
  }
  if (tool.off) {
    rows.erase(*tool.off);
    forget_held(work.context.held);
    if (*tool.off < work.memory.rows.size()) work.memory.rows.erase(work.memory.rows.begin() + static_cast<std::ptrdiff_t>(*tool.off));
    edit.changed = edit.left = true;
  } else if (tool.up) {
    std::swap(rows[*tool.up], rows[*tool.up - 1]);
    forget_held(work.context.held);
    work.memory.row(*tool.up);
    std::swap(work.memory.rows[*tool.up], work.memory.rows[*tool.up - 1]);
    edit.changed = edit.left = true;
  }
  // A line that was left empty falls away.
  const bool resting = edit.left && !edit.active && !added && !entered;
  if (resting && look.blank.is_string() && std::ranges::find(rows, look.blank) != rows.end()) {
    rows.erase(std::remove(rows.begin(), rows.end(), look.blank), rows.end());
    edit.changed = true;
  }
  if ((added || entered) && !full && work.enabled()) {
    rows.push_back(look.blank);
    ui::focus_text(desk.canvas(), row_item(work, rows.size() - 1));
    edit.changed = true;
  }
  if (edit.changed) edit.changed = put(work.value, rows);
  const desk::FieldBelow below = desk::field_below(desk, {work.area.x, y}, work.area.w, work.frame, work.item);
  edit.height = y - work.area.y + below.height;
  return edit;
}

}  // namespace admin::editors
