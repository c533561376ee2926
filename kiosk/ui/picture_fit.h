// Which part of a picture shows where: covering, letter-boxing, crops and the slow zoom. Pure.
#pragma once

#include "kiosk/ui/backend.h"
#include "kiosk/ui/geometry.h"

namespace ui {

struct PictureFit {
  Rect box;   // where it is drawn, same unit as the box asked for
  Rect part;  // what is drawn, fractions of the picture
};

struct FitRequest {
  Size picture;                  // any unit, both > 0
  Rect box;
  Rect crop{0, 0, 1, 1};         // fractions to use at most
  Point focus{0.5F, 0.5F};       // fractions of the whole picture
  float zoom = 1;                // ≥ 1
};

// Fills the box: the largest part of the crop with the box's shape, as near to the focus as the crop's edges allow;
// zoom shrinks that part about the focus.
PictureFit cover(const FitRequest& request);
// Shows the whole crop, centred in the box. The zoom is not used.
PictureFit fit_inside(const FitRequest& request);

// The size at which the whole picture appears when `fit` is drawn `scale` pixels to the unit, rounded up.
PixelSize whole_picture_size(const PictureFit& fit, float scale);

}  // namespace ui
