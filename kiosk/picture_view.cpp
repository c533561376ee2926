#include "kiosk/picture_view.h"

#include <algorithm>

namespace kiosk {
namespace {

using ui::Point;
using ui::Rect;
using ui::Size;

constexpr float kEdge = 1;   // less than this beyond the box is nothing to look for

Size shown_size(const PictureView& view, Size picture, Rect box) {
  const float fit = std::min(box.w / std::max(picture.w, 1.0F), box.h / std::max(picture.h, 1.0F));
  return {picture.w * fit * view.zoom, picture.h * fit * view.zoom};
}

// The middle's range so that no empty room shows on an axis that the picture could fill.
float kept(float middle, float shown, float room) {
  if (shown <= room) return 0.5F;
  const float half = room / shown / 2;
  return std::clamp(middle, half, 1 - half);
}

PictureView within(PictureView view, Size picture, Rect box) {
  const Size shown = shown_size(view, picture, box);
  view.middle = {kept(view.middle.x, shown.w, box.w), kept(view.middle.y, shown.h, box.h)};
  return view;
}

}  // namespace

Rect placed(const PictureView& view, Size picture, Rect box) {
  const Size shown = shown_size(view, picture, box);
  const Point centre = box.centre();
  return {centre.x - shown.w * view.middle.x, centre.y - shown.h * view.middle.y, shown.w, shown.h};
}

PictureView zoomed_by(const PictureView& view, float factor, Point anchor, Size picture, Rect box) {
  const Rect before = placed(view, picture, box);
  PictureView after{std::clamp(view.zoom * factor, 1.0F, kMostZoom), view.middle};
  const Size shown = shown_size(after, picture, box);
  if (!(before.w > 0) || !(before.h > 0)) return after;
  const Point part{(anchor.x - before.x) / before.w, (anchor.y - before.y) / before.h};
  const Point centre = box.centre();
  after.middle = {part.x + (centre.x - anchor.x) / shown.w, part.y + (centre.y - anchor.y) / shown.h};
  return within(after, picture, box);
}

PictureView moved_by(const PictureView& view, Point by, Size picture, Rect box) {
  const Size shown = shown_size(view, picture, box);
  if (!(shown.w > 0) || !(shown.h > 0)) return view;
  PictureView after = view;
  after.middle = {view.middle.x - by.x / shown.w, view.middle.y - by.y / shown.h};
  return within(after, picture, box);
}

More more_of(const PictureView& view, Size picture, Rect box) {
  const Rect whole = placed(view, picture, box);
  return {.left = whole.x < box.x - kEdge,
          .right = whole.right() > box.right() + kEdge,
          .up = whole.y < box.y - kEdge,
          .down = whole.bottom() > box.bottom() + kEdge};
}

}  // namespace kiosk
