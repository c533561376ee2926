// 街区示意图: where the shops of a street stand on its diagram, put there by dragging, arrow keys or numbers. Each act is a
// revision of the shop with its step to undo; so a shop that was moved goes through the reviews again.
#pragma once

#include <memory>

#include "admin/panels/panel.h"

namespace admin {

std::unique_ptr<Panel> make_street_panel(desk::Desk& desk);

// Shops that stand on no diagram of their street yet.
int streets_badge(Workspace& office);

}  // namespace admin
