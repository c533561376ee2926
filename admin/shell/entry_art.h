// The picture beside the sign-in: lattice on red, the river and the bridge in a disc, the product's mark.
#pragma once

#include <string_view>

#include "admin/desk/desk.h"

namespace admin {

void draw_entry_art(desk::Desk& desk, ui::Rect box, std::string_view first_line, std::string_view second_line, std::string_view note);

}  // namespace admin
