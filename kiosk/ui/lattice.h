// The fangsheng lattice as hairlines: lozenges that touch, each with a small one inside and one at each crossing. Pure.
#pragma once

#include <vector>

#include "kiosk/ui/geometry.h"

namespace ui {

struct Hairline {
  Point from;
  Point to;
};

inline constexpr float kLatticeStroke = 1.4F / 120;   // of the tile
inline constexpr float kLatticeInner = 0.19F;         // half diagonal of the small lozenges, of the tile

// Every line that shows in a box of `size`, from its top left corner; lines may reach past the box.
std::vector<Hairline> lattice_lines(Size size, float tile);

}  // namespace ui
