// People's pictures: cropped so that the face stays in sight, and what stands in when there is none.
#pragma once

#include "content/catalog.h"
#include "kiosk/ui/canvas.h"

namespace kiosk {

struct PortraitStyle {
  float radius = 0;
  bool round_top_only = false;
  bool head = false;       // a small box of the same shape: closer to the face
  bool martyr = false;     // 英烈: the ground that stands in for a missing picture is grey-green
};

// Portraits are 4:5 with the eyes on the upper third; a wider box keeps more of the upper part unless the office chose a
// focus. Without a picture: a plain tint with the section's icon.
void draw_portrait(ui::Canvas& canvas, const content::Catalog& catalog, const content::MediaId& portrait, ui::Rect box,
                   const PortraitStyle& style = {});

// Full-bleed and much wider than a portrait: the picture stands in the middle, the soft colours of its left
// edge go on beside it.
void draw_wide_portrait(ui::Canvas& canvas, const content::Catalog& catalog, const content::MediaId& portrait, ui::Rect box,
                        bool martyr);

// The pine sprig of an 英烈 card, in the right foot of its plate.
void draw_pine_sprig(ui::Canvas& canvas, ui::Rect plate);

}  // namespace kiosk
