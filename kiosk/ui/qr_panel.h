// The panel that a phone reads. How large, by the distance: a visitor stands at the glass and holds the phone at most half a metre
// from it, so
//   - the code without its quiet zone measures at least a tenth of that (the usual rule of scanning distances, 10 : 1);
//   - a module measures at least 1/450 of it: a phone's preview of 1920 pixels over 70° sees 1.4 × distance, and three of its
//     pixels must fall on a module;
//   - a module has at least three pixels of the screen.
#pragma once

#include <span>
#include <string>

#include "kiosk/ui/canvas.h"

namespace ui {

inline constexpr float kReadingMm = 500;         // from the glass to the phone
inline constexpr float kLeastPanel = 158;        // u, with the quiet zone

// White quiet zone of at least 4 modules around an ink-on-white code, in every mode: a camera reads it, not a person. Of `texts`,
// fullest first, the fullest whose modules are large enough, else the last that fits a code; nothing when none does.
// `box` is square.
void qr_panel(Canvas& canvas, Rect box, std::span<const std::string> texts);

// The side of a panel that is `designed` u on a 32-inch screen: more on a smaller one, whose u are shorter, at most by half.
float qr_side(const Canvas& canvas, float designed);

}  // namespace ui
