// The icons of assets/icons/icons.json, compiled in: strokes on a 24 grid with round caps and joins.
//
// They are baked to coverage at their final pixel size, so that thin lines stay crisp and a translucent icon shows no
// darker spots where its strokes cross. Pure.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace ui {

inline constexpr float kIconGrid = 24;
inline constexpr float kIconStroke = 1.9F;   // grid units

// Index of an icon, or −1 when there is none of that name.
int find_icon(std::string_view name);
std::vector<std::string_view> icon_names();

struct IconBake {
  int index = 0;           // of find_icon()
  int grid_px = 0;         // pixels of the 24 grid
  float stroke_px = 0;     // line width
};

// Coverage 0–255, square, rows from the top; `margin` pixels of room around the grid on each side.
struct IconCoverage {
  int side = 0;
  int margin = 0;
  std::vector<std::uint8_t> alpha;
};

IconCoverage bake_icon(const IconBake& bake);

}  // namespace ui
