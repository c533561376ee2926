#include "kiosk/ui/icons.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <numbers>
#include <span>

#include "kiosk/ui/geometry.h"

namespace ui {
namespace {

struct IconEntry {
  std::string_view name;
  std::size_t begin;
  std::size_t size;
};

#include "icons_data.inc"

constexpr float kFar = 1e9F;

float length(Point p) { return std::hypot(p.x, p.y); }
float dot(Point a, Point b) { return a.x * b.x + a.y * b.y; }

float distance_to_segment(Point p, Point a, Point b) {
  const Point along = b - a;
  const Point to = p - a;
  const float square = dot(along, along);
  const float t = square > 0 ? std::clamp(dot(to, along) / square, 0.0F, 1.0F) : 0.0F;
  return length({to.x - along.x * t, to.y - along.y * t});
}

Point on_circle(Point centre, float radius, float degrees) {
  const float angle = degrees * std::numbers::pi_v<float> / 180;
  return {centre.x + radius * std::cos(angle), centre.y + radius * std::sin(angle)};
}

float distance_to_arc(Point p, Point centre, float radius, float from, float to) {
  const Point d = p - centre;
  const float degrees = std::atan2(d.y, d.x) * 180 / std::numbers::pi_v<float>;
  float past = std::fmod(degrees - from, 360.0F);
  past = past < 0 ? past + 360 : past;
  if (past <= to - from) {
    return std::abs(length(d) - radius);
  }
  return std::min(length(p - on_circle(centre, radius, from)), length(p - on_circle(centre, radius, to)));
}

// Negative inside.
float distance_to_round_box(Point p, Rect box, float radius) {
  const Point centre = box.centre();
  const Point q{std::abs(p.x - centre.x) - box.w / 2 + radius, std::abs(p.y - centre.y) - box.h / 2 + radius};
  return length({std::max(q.x, 0.0F), std::max(q.y, 0.0F)}) + std::min(std::max(q.x, q.y), 0.0F) - radius;
}

// Negative inside; even-odd.
float distance_to_polygon(Point p, std::span<const float> xy) {
  float nearest = kFar;
  bool inside = false;
  for (std::size_t i = 0, j = xy.size() - 2; i < xy.size(); j = i, i += 2) {
    const Point a{xy[i], xy[i + 1]};
    const Point b{xy[j], xy[j + 1]};
    nearest = std::min(nearest, distance_to_segment(p, a, b));
    const bool crosses = (a.y > p.y) != (b.y > p.y);
    if (crosses && p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x) {
      inside = !inside;
    }
  }
  return inside ? -nearest : nearest;
}

// The part of a disc between its arc and the chord; negative inside.
float distance_to_disc_segment(Point p, std::span<const float> n) {
  const Point centre{n[0], n[1]};
  const Point outward = on_circle({}, 1, (n[3] + n[4]) / 2);
  const Point chord_end = on_circle(centre, n[2], n[3]);
  const float past_chord = dot(chord_end - p, outward);
  return std::max(length(p - centre) - n[2], past_chord);
}

float distance_to_polyline(Point p, std::span<const float> xy, bool closed) {
  float nearest = kFar;
  for (std::size_t i = 0; i + 3 < xy.size(); i += 2) {
    nearest = std::min(nearest, distance_to_segment(p, {xy[i], xy[i + 1]}, {xy[i + 2], xy[i + 3]}));
  }
  if (closed) {
    nearest = std::min(nearest, distance_to_segment(p, {xy[xy.size() - 2], xy[xy.size() - 1]}, {xy[0], xy[1]}));
  }
  return nearest;
}

struct Primitive {
  char shape;
  std::span<const float> n;
};

// How far `p` is outside the ink of one primitive, grid units; `half` is half the line width.
float distance_to_ink(Point p, const Primitive& primitive, float half) {
  const auto n = primitive.n;
  switch (primitive.shape) {
    case 'l': return distance_to_polyline(p, n, false) - half;
    case 'p': return distance_to_polyline(p, n, true) - half;
    case 'c': return std::abs(length(p - Point{n[0], n[1]}) - n[2]) - half;
    case 'a': return distance_to_arc(p, {n[0], n[1]}, n[2], n[3], n[4]) - half;
    case 'r': return std::abs(distance_to_round_box(p, {n[0], n[1], n[2], n[3]}, n[4])) - half;
    case 'd': return length(p - Point{n[0], n[1]}) - n[2];
    case 'f': return distance_to_polygon(p, n);
    case 'h': return distance_to_disc_segment(p, n);
    default: return kFar;
  }
}

// Grid units that hold the primitive's ink, for leaving out the rest.
Rect bounds_of(const Primitive& primitive, float half) {
  const auto n = primitive.n;
  Rect box;
  if (primitive.shape == 'r') {
    box = {n[0], n[1], n[2], n[3]};
  } else if (primitive.shape == 'l' || primitive.shape == 'p' || primitive.shape == 'f') {
    Point low{n[0], n[1]};
    Point high = low;
    for (std::size_t i = 2; i + 1 < n.size(); i += 2) {
      low = {std::min(low.x, n[i]), std::min(low.y, n[i + 1])};
      high = {std::max(high.x, n[i]), std::max(high.y, n[i + 1])};
    }
    box = {low.x, low.y, high.x - low.x, high.y - low.y};
  } else {
    box = {n[0] - n[2], n[1] - n[2], 2 * n[2], 2 * n[2]};
  }
  return box.inset(-half);
}

void add_ink(IconCoverage& icon, const Primitive& primitive, float scale, float half) {
  const Rect box = bounds_of(primitive, half);
  const auto margin = static_cast<float>(icon.margin);
  const auto pixel = [&](float grid, float round_up) {
    return std::clamp(static_cast<int>(std::floor(margin + grid * scale + round_up)), 0, icon.side);
  };
  for (int y = pixel(box.y, -1); y < pixel(box.bottom(), 2); ++y) {
    for (int x = pixel(box.x, -1); x < pixel(box.right(), 2); ++x) {
      const Point p{(static_cast<float>(x) + 0.5F - margin) / scale, (static_cast<float>(y) + 0.5F - margin) / scale};
      const float covered = std::clamp(0.5F - distance_to_ink(p, primitive, half) * scale, 0.0F, 1.0F);
      std::uint8_t& alpha = icon.alpha[static_cast<std::size_t>(y) * static_cast<std::size_t>(icon.side) + static_cast<std::size_t>(x)];
      alpha = std::max(alpha, static_cast<std::uint8_t>(covered * 255 + 0.5F));
    }
  }
}

}  // namespace

int find_icon(std::string_view name) {
  const auto found = std::ranges::find(kIcons, name, &IconEntry::name);
  return found == std::end(kIcons) ? -1 : static_cast<int>(found - std::begin(kIcons));
}

std::vector<std::string_view> icon_names() {
  std::vector<std::string_view> names;
  for (const IconEntry& entry : kIcons) {
    names.push_back(entry.name);
  }
  return names;
}

IconCoverage bake_icon(const IconBake& bake) {
  const float scale = static_cast<float>(bake.grid_px) / kIconGrid;
  const float half = bake.stroke_px / 2 / scale;
  IconCoverage icon;
  icon.margin = static_cast<int>(std::ceil(bake.stroke_px / 2)) + 1;
  icon.side = bake.grid_px + 2 * icon.margin;
  icon.alpha.resize(static_cast<std::size_t>(icon.side) * static_cast<std::size_t>(icon.side));
  const IconEntry& entry = kIcons[static_cast<std::size_t>(bake.index)];
  const std::span<const float> data = std::span(kIconData).subspan(entry.begin, entry.size);
  for (std::size_t at = 0; at < data.size();) {
    const auto count = static_cast<std::size_t>(data[at + 1]);
    add_ink(icon, {static_cast<char>(data[at]), data.subspan(at + 2, count)}, scale, half);
    at += 2 + count;
  }
  return icon;
}

}  // namespace ui
