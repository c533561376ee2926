// admin --shots DIR: every panel as a clerk meets it, drawn to PNG files named as the design's pictures.
#pragma once

#include "admin/app.h"

namespace admin {

// Works on a copy of the database; nothing of the office changes. Its clock stands on 30 July 2026, 10:26. Throws Error.
void draw_shots(const WindowOptions& options);

}  // namespace admin
