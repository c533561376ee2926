// A name that must be readable in full: it shrinks first, then takes a second line.
#pragma once

#include <string_view>

#include "kiosk/ui/canvas.h"

namespace kiosk {

// Centred on the box's middle, left-aligned. Down to `least` u on one line, then on two lines that fit the box's width.
// Returns the width used in u.
float draw_name(ui::Canvas& canvas, ui::Rect box, std::string_view name, ui::TextStyle style, float least);

}  // namespace kiosk
