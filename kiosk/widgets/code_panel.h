// The code to take along, one line that says what it holds and, for a link, the host it leads to.
#pragma once

#include <string_view>

#include "kiosk/take_along.h"
#include "kiosk/ui/canvas.h"

namespace kiosk {

// Words below the code, centred; the code takes what they leave of the area's height, at least 158 u, and stands at its top.
void draw_code_above(ui::Canvas& canvas, ui::Rect area, const TakeAlong& along, std::string_view says);

// The code at the left, as high as the area; words beside it, from the middle. `more` is said between the two where there is room.
void draw_code_beside(ui::Canvas& canvas, ui::Rect area, const TakeAlong& along, std::string_view says, std::string_view more = {});

// Height of the words below a code in an area of this width, with the gap above them.
float code_words_height(const ui::Canvas& canvas, float width, const TakeAlong& along, std::string_view says);
// Of the words beside a code in this area, without `more`.
float code_words_height_beside(const ui::Canvas& canvas, ui::Rect area, const TakeAlong& along, std::string_view says);

}  // namespace kiosk
