// From a release's media to what the canvas draws.
#pragma once

#include "content/catalog.h"
#include "kiosk/ui/picture.h"

namespace kiosk {

// The size that covers `box_px` pixels best: the smallest not smaller than the box, else the largest there is. An empty
// source when the release has no such picture.
ui::PictureSource picture_source(const content::Catalog& catalog, const content::MediaId& id, float box_px);

}  // namespace kiosk
