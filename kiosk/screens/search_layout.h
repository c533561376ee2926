// Where the search page's parts stand, for every window and mode. Pure but for the canvas's size and modes.
#pragma once

#include "kiosk/ui/canvas.h"
#include "kiosk/widgets/page_frame.h"

namespace kiosk {

// All in u.
struct SearchLayout {
  PageAreas areas;
  bool landscape = true;
  bool low = false;         // low reach: results above the line are for the eye only
  bool listing = false;     // … and instead of the keyboard they stand below it, to be touched
  ui::Rect stage;           // left and right edge of everything
  ui::Rect title;           // its row
  ui::Rect results;
  ui::Rect peek;            // listing: what was typed, above the line
  ui::Rect bed;             // the keyboard's ground; empty while listing
  ui::Rect field;
  ui::Rect candidates;
  ui::Rect keys;
  ui::Rect turn_over;       // low: the key that swaps keyboard and results
  float row = 116;
  float head = 56;          // of a group, with its rule

  bool touchable() const { return !low || listing; }
};

SearchLayout search_layout(const ui::Canvas& canvas, bool listing);

}  // namespace kiosk
