// The small button at a table's head that chooses its columns.
#pragma once

#include "admin/desk/desk.h"
#include "admin/workspace/record_list.h"

namespace admin {

void column_choice(desk::Desk& desk, ui::Rect box, RecordList& list);

}  // namespace admin
