#include "kiosk/widgets/street_map_groups.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>
#include <unordered_map>

namespace kiosk {
namespace {

float distance(MapPoint a, MapPoint b, ui::Size scale) { return std::hypot((a.x - b.x) * scale.w, (a.y - b.y) * scale.h); }

// Squares of `apart` u, each with the groups that began in it: a disc that is near enough stands in one of nine.
class Squares {
 public:
  Squares(ui::Size scale, float apart) : scale_(scale), apart_(apart) {}

  void add(MapPoint at, std::size_t group) { groups_[key(column(at), line(at))].push_back(group); }

  // The earliest group near `at`.
  template <typename Near>
  std::optional<std::size_t> first_near(MapPoint at, const Near& near) const {
    std::optional<std::size_t> first;
    for (std::int64_t y = line(at) - 1; y <= line(at) + 1; ++y) {
      for (std::int64_t x = column(at) - 1; x <= column(at) + 1; ++x) {
        const auto found = groups_.find(key(x, y));
        if (found == groups_.end()) continue;
        for (const std::size_t group : found->second) {
          if ((!first || group < *first) && near(group)) first = group;
        }
      }
    }
    return first;
  }

 private:
  static std::int64_t key(std::int64_t x, std::int64_t y) { return y * 1'000'003 + x; }
  std::int64_t column(MapPoint at) const { return static_cast<std::int64_t>(std::floor(at.x * scale_.w / apart_)); }
  std::int64_t line(MapPoint at) const { return static_cast<std::int64_t>(std::floor(at.y * scale_.h / apart_)); }

  ui::Size scale_;
  float apart_;
  std::unordered_map<std::int64_t, std::vector<std::size_t>> groups_;
};

}  // namespace

std::vector<PinGroup> group_pins(std::span<const MapPoint> pins, ui::Size scale, float apart, std::span<const std::size_t> alone) {
  std::vector<PinGroup> groups;
  Squares squares(scale, apart);
  for (std::size_t i = 0; i < pins.size(); ++i) {
    if (std::ranges::binary_search(alone, i)) continue;
    const auto near = squares.first_near(
        pins[i], [&](std::size_t group) { return distance(pins[groups[group].pins.front()], pins[i], scale) < apart; });
    if (near) {
      groups[*near].pins.push_back(i);
    } else {
      squares.add(pins[i], groups.size());
      groups.push_back({{i}});
    }
  }
  return groups;
}

float spread_of(const PinGroup& group, std::span<const MapPoint> pins, ui::Size scale) {
  float most = 0;
  for (const std::size_t pin : group.pins) most = std::max(most, distance(pins[group.pins.front()], pins[pin], scale));
  return most;
}

}  // namespace kiosk
