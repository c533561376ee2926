// Plain geometry and colour in u, the design's unit: 1 u = the short side / 1080 pixels, or the long side / 1440 where that is less.
#pragma once

#include <algorithm>
#include <cstdint>

namespace ui {

struct Point {
  float x = 0;
  float y = 0;
  friend constexpr Point operator+(Point a, Point b) { return {a.x + b.x, a.y + b.y}; }
  friend constexpr Point operator-(Point a, Point b) { return {a.x - b.x, a.y - b.y}; }
  friend constexpr bool operator==(Point, Point) = default;
};

struct Size {
  float w = 0;
  float h = 0;
  friend constexpr bool operator==(Size, Size) = default;
};

// Half-open: contains x ≤ p < right.
struct Rect {
  float x = 0;
  float y = 0;
  float w = 0;
  float h = 0;

  constexpr float right() const { return x + w; }
  constexpr float bottom() const { return y + h; }
  constexpr Point origin() const { return {x, y}; }
  constexpr Point centre() const { return {x + w / 2, y + h / 2}; }
  constexpr Size size() const { return {w, h}; }
  constexpr bool contains(Point p) const { return p.x >= x && p.x < right() && p.y >= y && p.y < bottom(); }
  constexpr Rect inset(float d) const { return {x + d, y + d, w - 2 * d, h - 2 * d}; }
  constexpr Rect inset(float dx, float dy) const { return {x + dx, y + dy, w - 2 * dx, h - 2 * dy}; }
  constexpr Rect moved(float dx, float dy) const { return {x + dx, y + dy, w, h}; }
  constexpr Rect top(float height) const { return {x, y, w, height}; }
  constexpr Rect below(float height) const { return {x, y + height, w, h - height}; }
  constexpr Rect left(float width) const { return {x, y, width, h}; }
  constexpr Rect after(float width) const { return {x + width, y, w - width, h}; }
  friend constexpr bool operator==(Rect, Rect) = default;
};

// The centred part of `outer` that has `size`.
constexpr Rect centred(Rect outer, Size size) {
  return {outer.x + (outer.w - size.w) / 2, outer.y + (outer.h - size.h) / 2, size.w, size.h};
}

// sRGB with straight alpha.
struct Color {
  std::uint8_t r = 0;
  std::uint8_t g = 0;
  std::uint8_t b = 0;
  std::uint8_t a = 255;

  // 0xRRGGBB
  static constexpr Color rgb(std::uint32_t hex) {
    return {static_cast<std::uint8_t>(hex >> 16), static_cast<std::uint8_t>(hex >> 8), static_cast<std::uint8_t>(hex), 255};
  }
  // alpha 0–1
  constexpr Color with_alpha(float alpha) const {
    return {r, g, b, static_cast<std::uint8_t>(std::clamp(alpha, 0.0F, 1.0F) * static_cast<float>(a) + 0.5F)};
  }
  friend constexpr bool operator==(Color, Color) = default;
};

// t = 0 gives a, t = 1 gives b.
constexpr Color mix(Color a, Color b, float t) {
  const auto channel = [t](std::uint8_t from, std::uint8_t to) {
    return static_cast<std::uint8_t>(static_cast<float>(from) + (static_cast<float>(to) - static_cast<float>(from)) * t + 0.5F);
  };
  return {channel(a.r, b.r), channel(a.g, b.g), channel(a.b, b.b), channel(a.a, b.a)};
}

}  // namespace ui
