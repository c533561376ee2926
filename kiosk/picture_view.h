// Which part of a picture the viewer shows: how large, and which point of it in the middle. Pure; all boxes in one unit.
#pragma once

#include "kiosk/ui/geometry.h"

namespace kiosk {

struct PictureView {
  float zoom = 1;                     // 1 = as large as fits
  ui::Point middle{0.5F, 0.5F};       // fractions of the picture
  bool zoomed() const { return zoom > 1.001F; }
};

inline constexpr float kMostZoom = 6;
inline constexpr float kZoomStep = 1.6F;

// Where the whole picture lies when `box` shows `view`; it may reach beyond the box.
ui::Rect placed(const PictureView& view, ui::Size picture, ui::Rect box);
// `factor` times larger or smaller, so that the picture's point under `anchor` stays where it is as far as the edges allow.
// Between 1 and kMostZoom.
PictureView zoomed_by(const PictureView& view, float factor, ui::Point anchor, ui::Size picture, ui::Rect box);
// Moved with the finger by `by`; no further than the picture's edges.
PictureView moved_by(const PictureView& view, ui::Point by, ui::Size picture, ui::Rect box);

// In which directions more of the picture is to be seen.
struct More {
  bool left = false, right = false, up = false, down = false;
  friend bool operator==(const More&, const More&) = default;
};
More more_of(const PictureView& view, ui::Size picture, ui::Rect box);

}  // namespace kiosk
