// A picture as the drawing library knows it: a file of a release, decoded on a worker, kept as a texture.
#pragma once

#include <filesystem>
#include <string>

#include "kiosk/ui/geometry.h"

namespace ui {

// Where pixels come from. `key` names the pixels for ever (a blob's hash), so an equal key is never loaded twice.
struct PictureSource {
  std::string key;
  std::filesystem::path file;   // JPEG or PNG that the office encoded
  int width = 0;                // pixels, known before it is decoded
  int height = 0;
  float focus_x = 0.5F;         // what a crop keeps, fractions
  float focus_y = 0.5F;
  bool empty() const { return key.empty(); }
};

struct PictureStyle {
  float radius = 0;             // u, all corners
  bool round_top_only = false;
  bool fit_inside = false;      // whole picture, letter-boxed; otherwise it covers the box
  Color placeholder = Color::rgb(0xF2ECE1);  // stands in, same size, until the pixels are there
  Rect crop = {0, 0, 1, 1};     // fractions of the picture to use before covering
  float alpha = 1;
  float zoom = 1;               // ≥ 1, about the focus: the attract loop's slow pan
  bool backdrop = false;        // stretches the crop of a very small copy over the box: a soft ground beside the picture
};

}  // namespace ui
