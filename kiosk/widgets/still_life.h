// A product's picture on its wall and table, in a card or a page of any shape.
#pragma once

#include <cstdint>

#include "content/catalog.h"
#include "kiosk/ui/canvas.h"

namespace kiosk {

struct StillLife {
  content::MediaId picture;
  std::uint32_t tint = 0;
  std::uint32_t table = 0;
};
// The office's still lifes are square with the table's edge at 0.705 of their height. A box wider or taller than the picture
// is filled up with the product's own wall and table, so that the table runs through. Without a picture the jar stands
// there. Top corners rounded by `radius`.
void draw_still_life(ui::Canvas& canvas, const content::Catalog& catalog, const StillLife& still, ui::Rect box, float radius = 0);

}  // namespace kiosk
