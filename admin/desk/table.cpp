#include "admin/desk/table.h"

#include <algorithm>

#include "admin/desk/button.h"

namespace admin::desk {

namespace {

// Numbers end well before the words of the next column begin.
ui::Rect words_box(ui::Rect cell, bool numbers) { return cell.left(cell.w - (numbers ? 26 : 12)); }

}  // namespace

std::vector<ui::Rect> column_boxes(std::span<const Column> columns, ui::Rect row) {
  float fixed = 0;
  for (const Column& column : columns) fixed += column.width;
  const float rest = std::max(80.0F, row.w - fixed);
  std::vector<ui::Rect> boxes;
  float x = row.x;
  for (const Column& column : columns) {
    const float width = column.width > 0 ? column.width : rest;
    boxes.push_back({x, row.y, width, row.h});
    x += width;
  }
  return boxes;
}

std::optional<std::size_t> table_head(Desk& desk, ui::Rect row, std::span<const Column> columns, std::optional<Sort> sort) {
  ui::Canvas& canvas = desk.canvas();
  canvas.fill(row, color::kHead);
  canvas.line({row.x, row.y}, {row.right(), row.y}, color::kLine, 1);
  canvas.line({row.x, row.bottom()}, {row.right(), row.bottom()}, color::kLine, 1);
  std::optional<std::size_t> clicked;
  const auto boxes = column_boxes(columns, row);
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const bool on = sort && sort->column == i;
    ui::TextStyle style = on ? bold(14) : words(14, color::kInk2);
    if (columns[i].right) style = right(style);
    const ui::Rect box = words_box(boxes[i], columns[i].right);
    const float width = canvas.text(box, columns[i].words, style);
    if (!columns[i].sortable || columns[i].words.empty()) continue;
    if (on) {
      const float x = columns[i].right ? box.right() + 8 : box.x + width + 10;
      const float y = row.centre().y;
      const float down = sort->descending ? 1.0F : -1.0F;
      const ui::Point arrow[] = {{x - 4, y - 2 * down}, {x, y + 2 * down}, {x + 4, y - 2 * down}};
      canvas.polyline(arrow, color::kInk, 1.5F);
    }
    const ui::Touch touch = canvas.touch("按" + columns[i].words + "排序", boxes[i]);
    if (touch.focused) canvas.outline(boxes[i].inset(-2, 3), color::kRed, 2, 4);
    if (touch.tapped) clicked = i;
  }
  return clicked;
}

ui::Touch table_row(Desk& desk, std::string_view label, ui::Rect row, const RowState& state) {
  ui::Canvas& canvas = desk.canvas();
  const ui::Touch touch = canvas.touch(label, row);
  const ui::Color ground = state.selected  ? color::kSelected
                           : state.problem ? color::kProblemRow
                           : state.changed ? color::kChangedRow
                           : touch.pressed || desk.hovers(row) ? color::kHover : color::kPaper;
  canvas.fill(row, ground);
  canvas.fill({row.x, row.bottom() - 1, row.w, 1}, color::kTrack);   // inside the row: the next one's ground lies over its edge
  if (state.changed) canvas.fill(row.left(4), color::kAmberLine);
  if (state.selected) canvas.fill(row.left(3), color::kRed);
  if (touch.focused) desk.row_has_focus();
  if (state.focused || touch.focused) canvas.outline(row, color::kRed, 2, 2);
  return touch;
}

void cell(Desk& desk, ui::Rect box, std::string_view text, const ui::TextStyle& style) {
  desk.canvas().text(words_box(box, style.align == ui::Align::Right), text, style);
}

std::optional<std::size_t> table_pager(Desk& desk, ui::Rect row, std::size_t page, std::size_t page_rows, std::size_t rows) {
  if (rows == 0 || page_rows == 0) return std::nullopt;
  const std::size_t pages = (rows + page_rows - 1) / page_rows;
  const std::size_t first = page * page_rows + 1;
  const std::size_t last = std::min(rows, (page + 1) * page_rows);
  std::optional<std::size_t> wanted;
  const float y = row.centre().y - 16;
  if (icon_button(desk, "下一页", "right", {row.right() - 32, y, 32, 32}, page + 1 < pages)) wanted = page + 1;
  if (icon_button(desk, "上一页", "left", {row.right() - 72, y, 32, 32}, page > 0)) wanted = page - 1;
  for (const float x : {row.right() - 32, row.right() - 72}) desk.canvas().outline({x, y, 32, 32}, color::kField, 1, size::kRadius);
  const std::string where = "第 " + std::to_string(first) + "–" + std::to_string(last) + " 条，共 " + std::to_string(rows) + " 条";
  desk.canvas().text(row.left(row.w - 88), where, right(words(14, color::kInk2)));
  return wanted;
}

}  // namespace admin::desk
