// Undo and redo from wherever a panel offers them, with their sentence.
#pragma once

#include <functional>

#include "admin/desk/desk.h"

namespace admin {

// Many records take a moment: the window says so before it begins. What cannot be undone becomes the desk's sentence; `then` follows
// what went through.
void undo_last(desk::Desk& desk, const std::function<void()>& then = {});
void redo_last(desk::Desk& desk);

}  // namespace admin
