// How much room the words of a card on the honour wall take.
#pragma once

#include "kiosk/ui/canvas.h"

namespace kiosk {

// Width to height.
inline constexpr float kBesideShape = 1.3F;   // wider cards have the picture beside the words: above them it would show half a face
inline constexpr float kWidestFace = 1.8F;    // in a wider box the crop cuts a face

// In u. A name in Latin letters may need a second line.
struct CardWords {
  float name_size = 36;
  float category_size = 25;
  float name = 0;        // height of the name's box
  float category = 0;
  float height = 0;      // of both with the room around them

  CardWords(const ui::Canvas& canvas, bool roomy);
};

}  // namespace kiosk
