// --shots: every screen, drawn to PNG files named as the design's pictures, always the same for the same release.
#pragma once

#include <filesystem>

#include "kiosk/options.h"

namespace kiosk {

// Draws with the clock at 30 July 2026 10:26 unless options.clock says otherwise, and prints each file's name. Throws
// content::Error or ui::Error. 0 = all drawn; 1 = there is no release to draw (the standing picture was drawn all the same).
int draw_shots(const Options& options);

}  // namespace kiosk
