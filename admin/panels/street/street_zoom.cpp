#include "admin/panels/street/street_zoom.h"

#include <algorithm>
#include <cmath>

namespace admin {
namespace {

constexpr float kEdge = 48;   // px: nearer to the frame a pin's head or its name is cut

}  // namespace

void StreetZoom::lay(ui::Rect area, float aspect) {
  area_ = area;
  aspect_ = std::max(0.1F, aspect);
  place();
}

void StreetZoom::place() {
  const float whole = std::floor(std::min(area_.w, area_.h * aspect_));
  const float width = whole * zoom_;
  const float height = std::floor(width / aspect_);
  const ui::Size seen{std::min(area_.w, std::floor(width)), std::min(area_.h, height)};
  frame_ = {std::round(area_.x + (area_.w - seen.w) / 2), area_.y, seen.w, seen.h};
  // The diagram never leaves its frame's edge.
  const auto held = [](float centre, float seen_part) { return seen_part >= 1 ? 0.5F : std::clamp(centre, seen_part / 2, 1 - seen_part / 2); };
  centre_ = {held(centre_.x, seen.w / std::max(1.0F, width)), held(centre_.y, seen.h / std::max(1.0F, height))};
  map_ = {frame_.centre().x - centre_.x * width, frame_.centre().y - centre_.y * height, width, height};
}

MapSpot StreetZoom::to_spot(ui::Point point) const {
  return {(point.x - map_.x) / std::max(1.0F, map_.w), (point.y - map_.y) / std::max(1.0F, map_.h)};
}

void StreetZoom::by(float factor, ui::Point about) {
  const MapSpot held = to_spot(about);
  zoom_ = std::clamp(zoom_ * factor, 1.0F, kMost);
  if (std::abs(zoom_ - 1) < 0.01F) zoom_ = 1;
  place();
  const ui::Point now = to_screen(held);
  pan({about.x - now.x, about.y - now.y});
}

void StreetZoom::pan(ui::Point by_px) {
  centre_ = {centre_.x - by_px.x / std::max(1.0F, map_.w), centre_.y - by_px.y / std::max(1.0F, map_.h)};
  place();
}

void StreetZoom::whole() {
  zoom_ = 1;
  place();
}

void StreetZoom::reveal(MapSpot spot) {
  if (zoom_ <= 1) return;
  const ui::Point at = to_screen(spot);
  if (frame_.inset(kEdge, kEdge).contains(at)) return;
  centre_ = spot;
  place();
}

}  // namespace admin
