// What a clerk must know before the fields: a colleague writes here too, changed the same fields, a reviewer returned it, what
// is wrong. Each answers its height, 0 when there is nothing.
#pragma once

#include <functional>
#include <string_view>

#include "admin/panels/form/record_editor.h"

namespace admin {

// A colleague writes it: read-only, with the way to go on after ten idle minutes. Returned: the reason. Trash: where it lies.
float state_notice(desk::Desk& desk, ui::Rect area, RecordEditor& editor);
// Fields that a colleague saved differently: both values, 用我的 or 用对方的.
float clash_notice(desk::Desk& desk, ui::Rect area, RecordEditor& editor);
// Numbered, each jumps to its field by `go`; F8 goes to the next.
float problem_strip(desk::Desk& desk, ui::Rect area, RecordEditor& editor, const std::function<void(const std::string& key)>& go);

}  // namespace admin
