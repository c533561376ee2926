// The labels of a page's items, as the walk reads them.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/lint/stage.h"

namespace kiosk::lint {

using Labels = std::set<std::string>;

inline constexpr int kMostPages = 250;  // of one pager: a hundred offers one by one

// Of the items that answer now.
Labels live_labels(const Stage& stage);
// Of a pager, a sheet's pager, a row of chips.
bool turns_forward(std::string_view label);
bool is_arrow(std::string_view label);
// Alike but for calm, which high contrast brings by itself.
bool same_modes(ui::Modes a, const ui::Modes& b);
// " > label > label"
std::string joined(const std::vector<std::string>& path);

}  // namespace kiosk::lint
