// How a street's map is laid about its pins.
#pragma once

#include <algorithm>
#include <cmath>
#include <optional>
#include <span>

#include "kiosk/widgets/street_map.h"

namespace kiosk {

inline constexpr float kPinRadius = 27;
inline constexpr float kSelectedRadius = 36;
inline constexpr float kPinRing = 4;
inline constexpr float kHeadGap = 4;

struct Extent {
  MapPoint low;
  MapPoint high;
};

inline Extent extent_of(std::span<const MapPin> pins, std::optional<MapPoint> here) {
  Extent extent{here.value_or(pins.front().at), here.value_or(pins.front().at)};
  for (const MapPin& pin : pins) {
    extent.low = {std::min(extent.low.x, pin.at.x), std::min(extent.low.y, pin.at.y)};
    extent.high = {std::max(extent.high.x, pin.at.x), std::max(extent.high.y, pin.at.y)};
  }
  return extent;
}

// Where tips may lie so that heads, the words 您在这里 and the card do not touch the edge or each other.
inline ui::Rect free_part(const MapFrame& frame) {
  const ui::Rect& box = frame.box;
  const float bottom = frame.card.w > 0 ? frame.card.y : box.bottom() - (frame.buttons_in_row ? 112.0F : 0.0F);
  return {box.x + 76, box.y + 104, std::max(1.0F, box.w - 152), std::max(1.0F, bottom - box.y - 104 - 76)};
}

inline bool stand_apart(std::span<const MapPin> pins, float across, float down) {
  constexpr float kLeast = kPinRadius + kSelectedRadius + 2 * kPinRing + kHeadGap;
  for (std::size_t i = 0; i < pins.size(); ++i) {
    for (std::size_t j = i + 1; j < pins.size(); ++j) {
      if (std::hypot((pins[i].at.x - pins[j].at.x) * across, (pins[i].at.y - pins[j].at.y) * down) < kLeast) return false;
    }
  }
  return true;
}

}  // namespace kiosk
