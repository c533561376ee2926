// The pieces of a table: head, rows' grounds, cells, foot with pages. Panels lay their own rows with them.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "admin/desk/desk.h"

namespace admin::desk {

struct Column {
  std::string words;
  float width = 0;                // px; 0 = takes what is left (one such column)
  bool sortable = true;
  bool right = false;             // numbers
};
struct Sort {
  std::size_t column = 0;
  bool descending = false;
};
// Widths with the rest given to the stretching column; x positions from `left`.
std::vector<ui::Rect> column_boxes(std::span<const Column> columns, ui::Rect row);
// Head of 36; the column whose head was clicked.
std::optional<std::size_t> table_head(Desk& desk, ui::Rect row, std::span<const Column> columns, std::optional<Sort> sort);

struct RowState {
  bool selected = false;          // shown in the inspector: tinted, 3 px red bar
  bool focused = false;           // keyboard: 2 px red inset
  bool problem = false;
  bool changed = false;           // by a colleague or since the last approval: 4 px amber bar
};
// Ground and hairline of a row; what became of it under the label.
ui::Touch table_row(Desk& desk, std::string_view label, ui::Rect row, const RowState& state);
// One line in a cell, cut with "…" (the whole stands in the inspector).
void cell(Desk& desk, ui::Rect box, std::string_view words, const ui::TextStyle& style);
// "第 1–15 条，共 218 条" and ‹ ›; the page to go to. Pages count from 0.
std::optional<std::size_t> table_pager(Desk& desk, ui::Rect row, std::size_t page, std::size_t page_rows, std::size_t rows);

}  // namespace admin::desk
