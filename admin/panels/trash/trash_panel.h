// The trash: what was thrown away, last first, and the way back. Nothing in it is ever erased.
#pragma once

#include <memory>

#include "admin/panels/panel.h"

namespace admin {

std::unique_ptr<Panel> make_trash_panel(desk::Desk& desk);

}  // namespace admin
