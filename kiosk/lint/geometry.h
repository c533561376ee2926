// Boxes and how they lie to one another.
#pragma once

#include <span>

#include "kiosk/ui/geometry.h"

namespace kiosk::lint {

// What two boxes share; zero-sized when nothing.
ui::Rect common(ui::Rect a, ui::Rect b);
// `inner` lies in `outer`, give or take `slack` u.
bool within(ui::Rect inner, ui::Rect outer, float slack = 1);
// The part of `box` with the longest shorter side that none of `covers` touches; zero-sized when nothing is left.
ui::Rect widest_rest(ui::Rect box, std::span<const ui::Rect> covers);

}  // namespace kiosk::lint
