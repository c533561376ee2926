// How a street's map is laid about its pins.
#pragma once

#include <algorithm>
#include <cmath>
#include <optional>
#include <span>

#include "kiosk/widgets/street_map.h"

namespace kiosk {

// In u; all but the gap grow with large text.
inline constexpr float kPinRadius = 27;
inline constexpr float kGroupRadius = 33;
inline constexpr float kSelectedRadius = 36;
inline constexpr float kPinRing = 4;
inline constexpr float kHeadGap = 4;

inline bool overlap(const ui::Rect& a, const ui::Rect& b) {
  return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}

// Nearer pins stand for each other: two groups' discs just do not touch.
inline float least_apart(float pin_scale) { return (2 * kGroupRadius + 2 * kPinRing) * pin_scale + kHeadGap; }

struct Extent {
  MapPoint low;
  MapPoint high;
  MapPoint centre() const { return {(low.x + high.x) / 2, (low.y + high.y) / 2}; }
  float across() const { return high.x - low.x; }
  float down() const { return high.y - low.y; }
};

// Of at least one point.
inline Extent extent_of(std::span<const MapPoint> points, std::optional<MapPoint> here) {
  Extent extent{here.value_or(points.front()), here.value_or(points.front())};
  for (const MapPoint& at : points) {
    extent.low = {std::min(extent.low.x, at.x), std::min(extent.low.y, at.y)};
    extent.high = {std::max(extent.high.x, at.x), std::max(extent.high.y, at.y)};
  }
  return extent;
}

// Where tips may lie so that heads, the words 您在这里 and the card do not touch the edge or each other.
inline ui::Rect free_part(const MapFrame& frame) {
  const ui::Rect& box = frame.box;
  const float above = std::min(104.0F, box.h * 0.3F);
  const float below = std::min(76.0F, box.h * 0.2F);
  return {box.x + 76, box.y + above, std::max(1.0F, box.w - 152), std::max(1.0F, box.h - frame.foot - above - below)};
}

inline bool stand_apart(std::span<const MapPoint> points, ui::Size scale, float least) {
  for (std::size_t i = 0; i < points.size(); ++i) {
    for (std::size_t j = i + 1; j < points.size(); ++j) {
      if (std::hypot((points[i].x - points[j].x) * scale.w, (points[i].y - points[j].y) * scale.h) < least) return false;
    }
  }
  return true;
}

}  // namespace kiosk
