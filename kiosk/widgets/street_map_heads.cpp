// Where the heads of a street's pins stand: no two on one place, those of the list's page always to be seen.
#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <numbers>
#include <optional>
#include <utility>
#include <vector>

#include "kiosk/widgets/map_fit.h"
#include "kiosk/widgets/street_map.h"

namespace kiosk {
namespace {

using ui::Point;
using ui::Rect;

constexpr float kPinRise = 1.42F;    // the head's centre above the tip, in radii

// Where a head may stand that finds its own place taken, u from there: sideways as shops stand along a street, then above.
constexpr float kStep = 12;
constexpr int kSteps = 16;
constexpr std::array<float, 3> kRises{0, -66, 66};

// In rings about where it would stand; none within kFarthest.
constexpr float kRing = 12, kFarthest = 480;
constexpr int kDirections = 24;

std::optional<Point> nearest_place(const Rect& square, const std::function<bool(const Rect&)>& fits) {
  for (float away = kRing; away <= kFarthest; away += kRing) {
    for (int i = 0; i < kDirections; ++i) {
      const float angle = 2 * std::numbers::pi_v<float> * static_cast<float>(i) / kDirections;
      const Point aside{away * std::cos(angle), away * std::sin(angle)};
      if (fits(square.moved(aside.x, aside.y))) return aside;
    }
  }
  return std::nullopt;
}

}  // namespace

// The shops of the list's page and the selected one stand for themselves; what would lie on another gives way.
void StreetMap::place_heads(const MapFrame& frame, float pin_scale) {
  const Placed wanted{scale(), frame.selected, frame.first_row, frame.end_row, pin_scale};
  if (placed_ == wanted) return;
  placed_ = wanted;
  heads_.clear();
  const auto add = [&](PinGroup group, float radius, bool selected, bool own) {
    const float rise = group.pins.size() > 1 ? 0 : radius * pin_scale * kPinRise;
    heads_.push_back({.group = std::move(group), .lift = {0, -rise}, .radius = radius * pin_scale, .selected = selected, .own = own, .aside = {}});
  };
  std::vector<std::size_t> alone;
  for (std::size_t i = 0; i < pins_.size(); ++i) {
    const bool on_page = pins_[i].row >= frame.first_row && pins_[i].row < frame.end_row;
    if (on_page || frame.selected == i) alone.push_back(i);
  }
  if (frame.selected) add({{*frame.selected}}, kSelectedRadius, true, true);
  for (const std::size_t pin : alone) {
    if (frame.selected != pin) add({{pin}}, kPinRadius, false, true);
  }
  for (PinGroup& group : group_pins(points_, wanted.scale, least_apart(pin_scale), alone)) {
    const float radius = group.pins.size() > 1 ? kGroupRadius : kPinRadius;
    add(std::move(group), radius, false, false);
  }
  part_heads();
  // Drawn in this order: the selected one on top.
  std::ranges::reverse(heads_);
}

// In the order of importance each takes the nearest place that is free.
void StreetMap::part_heads() {
  std::vector<std::pair<Point, float>> taken;   // centre, half
  const auto is_clear = [&](Point centre, float half) {
    return std::ranges::none_of(taken, [&](const auto& other) {
      const float apart = half + other.second;
      return std::abs(centre.x - other.first.x) < apart && std::abs(centre.y - other.first.y) < apart;
    });
  };
  for (Head& head : heads_) {
    const Point own = tip_of(head) + head.lift;
    head.placed = false;
    for (const float rise : kRises) {
      for (int step = 0; !head.placed && step <= 2 * kSteps; ++step) {
        const float aside = kStep * static_cast<float>((step + 1) / 2) * (step % 2 == 0 ? 1.0F : -1.0F);
        const Point centre{own.x + aside, own.y + rise};
        if (!is_clear(centre, head.half())) continue;
        head.placed = true;
        head.lift = head.lift + Point{aside, rise};
        taken.emplace_back(centre, head.half());
      }
    }
  }
}

// Where the map's edge, the card or a button leaves no place for the head of a shop of the page, it stands as near as it can.
void StreetMap::keep_in_sight(const MapFrame& frame) {
  aside_.clear();
  std::vector<Rect> taken;
  const auto fits = [&](const Rect& square) {
    return is_free(square, frame) && std::ranges::none_of(taken, [&](const Rect& other) { return overlap(square, other); });
  };
  for (auto head = heads_.rbegin(); head != heads_.rend(); ++head) {   // the selected one first
    head->aside.reset();
    if (!head->own || !box_.contains(tip_of(*head))) continue;
    if (!head->placed || !fits(square_of(*head))) head->aside = nearest_place(square_of(*head), fits);
    if (!head->placed && !head->aside) continue;
    taken.push_back(square_of(*head));
    if (head->aside) aside_.push_back(taken.back());
  }
}

}  // namespace kiosk
