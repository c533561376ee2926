// Fields of a record below one another, short ones side by side.
#pragma once

#include <span>

#include "admin/panels/form/record_editor.h"
#include "admin/desk/scroll.h"

namespace admin {

// Draws from the area's top on; answers the y below the last one. The field with the caret is brought into sight.
float field_flow(desk::Desk& desk, ui::Rect area, RecordEditor& editor, std::span<const content::Field* const> fields, desk::ScrollArea& scroll);

}  // namespace admin
