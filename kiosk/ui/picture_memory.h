// How much memory the pictures of a screen may take.
#pragma once

#include <cstdint>

#include "kiosk/ui/backend.h"

namespace ui {

// In bytes. A poster covers the screen and keeps its shape of 16 to 9, and two of them dissolve: what counts is the poster, on a
// screen of 32 to 9 twice as high as the screen itself. 24 MB at 1920 × 1080 and below, 128 MB from a poster of 4K.
std::int64_t picture_memory(PixelSize screen);

}  // namespace ui
