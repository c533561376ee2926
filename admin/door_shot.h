// A picture of the page before an office that does not open.
#pragma once

#include "admin/app.h"

namespace admin {

// Writes admin-door.png into the shots' folder. Throws Error.
void draw_door_shot(const WindowOptions& options);

}  // namespace admin
