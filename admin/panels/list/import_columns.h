// Each column of a table beside the field that it goes to.
#pragma once

#include <cstddef>
#include <functional>

#include "admin/desk/scroll.h"
#include "admin/workspace/import_session.h"

namespace admin {

// Full: with samples side by side, the step of its own. Narrow: beside the rows.
enum class ColumnsShape { Full, Narrow };

void draw_import_columns(desk::Desk& desk, ui::Rect area, ImportSession& session, desk::ScrollArea& scroll, ColumnsShape shape);

// The step of its own: what is said about the table, which sheet and header row, then the columns in full. `choose_sheet` is called
// with the sheet that the clerk wants.
void draw_import_columns_step(desk::Desk& desk, ui::Rect area, ImportSession& session, desk::ScrollArea& scroll,
                              const std::function<void(std::size_t)>& choose_sheet);

// "9 列认出 8 列"
std::string columns_words(const ImportSession& session);

}  // namespace admin
