// Words in a box that a layout cannot widen.
#pragma once

#include <algorithm>
#include <string_view>

#include "kiosk/ui/canvas.h"

namespace kiosk {

// The style, made smaller until the words fit `width`, but never below a caption's 25 u (before the mode's scale).
inline ui::TextStyle shrunk(const ui::Canvas& canvas, std::string_view words, ui::TextStyle style, float width, float least = 25) {
  const float wide = canvas.measure(words, style);
  if (wide > width && wide > 0) style.size = std::max(std::min(least, style.size), style.size * width / wide * 0.99F);
  return style;
}

}  // namespace kiosk
