// "接着读 1 / 2 ›": the pager of a product's story and of its places to buy.
#pragma once

#include <string>
#include <string_view>

#include "kiosk/ui/canvas.h"
#include "kiosk/ui/page_turner.h"

namespace kiosk {

// How wide the pager's words and arrow are, in u.
float product_turn_width(const ui::Canvas& canvas, std::string_view label, const ui::PageTurner& turner, int pages);

// Right-aligned in `words`, all of `hit` turns; the last page leads back to the first. Where the words find no room, the place
// and the arrow say it. Draws nothing for a single page.
void draw_product_turn(ui::Canvas& canvas, std::string_view label, ui::Rect hit, ui::Rect words, ui::PageTurner& turner, int pages);

}  // namespace kiosk
