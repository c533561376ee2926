// The bar at the foot of a record: on the left what is kept and what will follow, on the right what may be done, by the
// person's role and the record's state.
#pragma once

#include "admin/panels/form/record_editor.h"

namespace admin {

void action_bar(desk::Desk& desk, ui::Rect bar, RecordEditor& editor);
// Ctrl S and Ctrl Enter.
void action_keys(desk::Desk& desk, RecordEditor& editor);

}  // namespace admin
