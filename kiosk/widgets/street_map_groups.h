// Pins that would lie on one another are drawn as one disc with their number. Pure.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "kiosk/config.h"
#include "kiosk/ui/geometry.h"

namespace kiosk {

// Pins by their index; the first is the one nearest the list's top, and the disc stands where it stands.
struct PinGroup {
  std::vector<std::size_t> pins;
};

// In the list's order, each pin joins the first group whose disc is nearer than `apart` u, else begins one: so no two discs
// are nearer than that. `scale` is u per fraction of the diagram, across and down. Those of `alone`, in rising order, are in no
// group. O(pins).
std::vector<PinGroup> group_pins(std::span<const MapPoint> pins, ui::Size scale, float apart, std::span<const std::size_t> alone);

// u from the first pin to the furthest one: at `apart` and more the group falls apart.
float spread_of(const PinGroup& group, std::span<const MapPoint> pins, ui::Size scale);

}  // namespace kiosk
