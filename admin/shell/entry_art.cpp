#include "admin/shell/entry_art.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <numbers>
#include <vector>

namespace admin {

namespace {

using ui::Color;
using ui::Point;

// Heights at places of a ridge, from left to right; straight between them.
template <std::size_t kPoints>
float ridge(const std::array<Point, kPoints>& points, float x) {
  if (x <= points.front().x) return points.front().y;
  for (std::size_t i = 1; i < kPoints; ++i) {
    if (x > points[i].x) continue;
    const float share = (x - points[i - 1].x) / (points[i].x - points[i - 1].x);
    return points[i - 1].y + share * (points[i].y - points[i - 1].y);
  }
  return points.back().y;
}

constexpr std::array kPeak{Point{-1, -0.05F},      Point{-0.9F, -0.02F},   Point{-0.66F, 0.01F},  Point{-0.5F, 0.05F},   Point{-0.37F, 0.09F},  Point{-0.3F, 0.03F},
                           Point{-0.22F, 0},       Point{-0.12F, -0.08F},  Point{-0.04F, -0.11F}, Point{0.04F, -0.19F},  Point{0.1F, -0.215F},  Point{0.18F, -0.22F},
                           Point{0.24F, -0.243F},  Point{0.3F, -0.22F},    Point{0.36F, -0.15F},  Point{0.45F, -0.06F},  Point{0.6F, 0.06F},    Point{1, 0.2F}};
constexpr std::array kShoulder{Point{0, 0.2F},         Point{0.08F, 0.15F}, Point{0.18F, 0.08F}, Point{0.31F, 0.06F}, Point{0.4F, 0},      Point{0.46F, -0.06F},
                               Point{0.55F, -0.075F}, Point{0.64F, -0.02F}, Point{0.75F, 0.03F}, Point{0.84F, 0.08F}, Point{0.93F, 0.17F}, Point{1, 0.2F}};
constexpr float kShore = 0.233F;

Color between(Color from, Color to, float share) {
  const auto mix = [share](std::uint8_t a, std::uint8_t b) { return static_cast<std::uint8_t>(std::lround(static_cast<float>(a) + share * (static_cast<float>(b) - static_cast<float>(a)))); };
  return {mix(from.r, to.r), mix(from.g, to.g), mix(from.b, to.b), 255};
}

// A landscape in a disc, in its own measure: centre 0, 0, radius 1.
class Scene {
 public:
  Scene(ui::Canvas& canvas, Point centre, float radius) : canvas_(canvas), centre_(centre), radius_(radius) {}

  void draw() {
    sky();
    hills();
    town();
    water();
    bridge();
    bank();
    pagoda();
    boat();
    canvas_.polyline(circle(radius_ + 0.5F), Color::rgb(0xF4E3BC), 3, true);
    canvas_.polyline(circle(radius_ + 9), Color::rgb(0xF4E3BC).with_alpha(0.5F), 1.5F, true);
  }

 private:
  // Rounder than a disc of the drawing library, which is made for smaller ones.
  std::vector<Point> circle(float radius) const {
    constexpr int kPoints = 240;
    std::vector<Point> points;
    for (int i = 0; i < kPoints; ++i) {
      const float angle = 2 * std::numbers::pi_v<float> * static_cast<float>(i) / kPoints;
      points.push_back({centre_.x + radius * std::cos(angle), centre_.y + radius * std::sin(angle)});
    }
    return points;
  }
  Point at(float x, float y) const { return {centre_.x + x * radius_, centre_.y + y * radius_}; }
  // Half the width of the disc at this height.
  static float reach(float y) { return std::sqrt(std::max(0.0F, 1 - y * y)); }

  // A disc, or the part of it between two heights, whose colour changes from its top to its bottom.
  void shade(Point middle, float radius, float from, float to, Color top, Color bottom) {
    constexpr int kBands = 72;
    const float step = (to - from) / kBands;
    const float overlap = 0.8F / radius_;   // hides the seams of smoothed edges
    for (int i = 0; i < kBands; ++i) {
      const float y0 = from + step * static_cast<float>(i);
      const float y1 = std::min(to, y0 + step + overlap);
      const auto half = [&](float y) { return radius * reach(std::clamp((y - middle.y) / radius, -1.0F, 1.0F)); };
      const std::array band{at(middle.x - half(y0), y0), at(middle.x + half(y0), y0), at(middle.x + half(y1), y1), at(middle.x - half(y1), y1)};
      canvas_.polygon(band, between(top, bottom, static_cast<float>(i) / (kBands - 1)));
    }
  }

  // Fills from a line of heights down to `foot`, inside the disc, in upright strips whose tops follow the line.
  template <typename Height>
  void below(Height height, float foot, Color color, float left = -1) {
    constexpr int kStrips = 220;
    const float overlap = 0.8F / radius_;
    for (int i = 0; i < kStrips; ++i) {
      const float x0 = left + (1 - left) * static_cast<float>(i) / kStrips;
      const float x1 = left + (1 - left) * static_cast<float>(i + 1) / kStrips + overlap;
      const auto top = [&](float x) { return std::max(height(x), -reach(x)); };
      const auto bottom = [&](float x) { return std::min(foot, reach(x)); };
      if (top(x0) >= bottom(x0) && top(x1) >= bottom(x1)) continue;
      const std::array strip{at(x0, std::min(top(x0), bottom(x0))), at(x1, std::min(top(x1), bottom(x1))), at(x1, bottom(x1)), at(x0, bottom(x0))};
      canvas_.polygon(strip, color);
    }
  }
  // A level stroke with round ends.
  void stroke(float x0, float x1, float y, float thick, Color color) {
    const Point from = at(x0, y);
    canvas_.fill({from.x, from.y - thick / 2, (x1 - x0) * radius_, thick}, color, thick / 2);
  }

  void sky() {
    canvas_.polygon(circle(radius_), Color::rgb(0xF5CE90));
    shade({0, 0}, 1, -1, kShore + 0.02F, Color::rgb(0xF8E6BC), Color::rgb(0xF4C788));
    canvas_.disc(at(0.238F, -0.16F), 0.3F * radius_, Color::rgb(0xF9E3B7));
    shade({0.238F, -0.16F}, 0.212F, -0.372F, 0.052F, Color::rgb(0xF5B942), Color::rgb(0xE88B2E));
    for (const auto& [x0, x1, y] : {std::array{-0.62F, -0.12F, -0.61F}, std::array{-0.5F, 0.12F, -0.56F}, std::array{0.3F, 0.8F, -0.43F}, std::array{0.44F, 0.735F, -0.38F}}) {
      stroke(x0, x1, y, 0.02F * radius_, Color::rgb(0xFFF3DA));
    }
    for (const auto& [x, y, size] : {std::array{-0.42F, -0.53F, 0.04F}, std::array{-0.1F, -0.51F, 0.045F}, std::array{-0.257F, -0.435F, 0.06F}}) {
      const std::array wings{at(x - size, y), at(x - 0.7F * size, y - 0.24F * size), at(x - 0.35F * size, y - 0.2F * size), at(x, y + 0.25F * size),
                             at(x + 0.35F * size, y - 0.2F * size), at(x + 0.7F * size, y - 0.24F * size), at(x + size, y)};
      canvas_.polyline(wings, Color::rgb(0x4F5B45), std::max(1.5F, 0.009F * radius_));
    }
  }
  void hills() {
    below([](float x) { return ridge(kPeak, x); }, kShore + 0.01F, Color::rgb(0xC8CCB0));
    below([](float x) { return ridge(kShoulder, x); }, kShore + 0.01F, Color::rgb(0x9CB299), 0);
    below([](float x) { return 0.19F + 0.018F * std::sin(11 * x + 1); }, kShore + 0.01F, Color::rgb(0x66907D), 0.02F);
  }
  void town() {
    const Color wall = Color::rgb(0x66907D);
    // Left edge, right edge, roof.
    for (const auto& [x0, x1, top] : {std::array{-0.975F, -0.925F, 0.12F}, std::array{-0.91F, -0.87F, 0.035F}, std::array{-0.86F, -0.81F, 0.09F}, std::array{-0.79F, -0.752F, -0.03F},
                                      std::array{-0.74F, -0.69F, 0.06F}, std::array{-0.55F, -0.505F, 0.035F}, std::array{-0.49F, -0.44F, 0.01F}, std::array{-0.43F, -0.37F, 0.145F}}) {
      const std::array house{at(x0, top + 0.015F), at(x1, top), at(x1, kShore + 0.01F), at(x0, kShore + 0.01F)};
      canvas_.polygon(house, wall);
    }
    canvas_.line(at(-0.771F, -0.15F), at(-0.771F, 0), wall, 0.014F * radius_);
    const std::array gable{at(-0.49F, 0.01F), at(-0.465F, -0.025F), at(-0.44F, 0.01F)};
    canvas_.polygon(gable, wall);
  }
  void water() {
    shade({0, 0}, 1, kShore, 1, Color::rgb(0xEBDAB1), Color::rgb(0xA9C4B0));
    for (const auto& [x0, x1, y] : {std::array{-0.05F, 0.5F, 0.3F}, std::array{0.08F, 0.6F, 0.325F}, std::array{-0.1F, 0.36F, 0.35F}, std::array{0.1F, 0.52F, 0.375F}, std::array{-0.03F, 0.2F, 0.41F},
                                    std::array{0.36F, 0.55F, 0.43F}, std::array{-0.05F, 0.24F, 0.49F}, std::array{0.15F, 0.45F, 0.58F}}) {
      stroke(x0, x1, y, 0.009F * radius_, Color::rgb(0xF8ECCB));
    }
  }
  void bridge() {
    const Color cable = Color::rgb(0xFFF9EC);
    constexpr float kDeck = 0.275F;
    canvas_.line(at(-0.48F, kDeck + 0.005F), at(0.94F, kDeck + 0.005F), cable, 0.018F * radius_);
    for (const float tower : {-0.097F, 0.595F}) {
      canvas_.line(at(tower, -0.07F), at(tower, 0.415F), cable, 0.016F * radius_);
      for (int i = 1; i <= 9; ++i) {
        const float side = 0.038F * static_cast<float>(i);
        const float hang = -0.06F + 0.03F * static_cast<float>(i);
        for (const float way : {-side, side}) canvas_.line(at(tower, hang), at(tower + way, kDeck), cable, 1);
      }
    }
  }
  void bank() {
    below([](float x) { return 0.35F + 0.34F / (1 + std::exp(-6 * (x + 0.12F))) - 0.02F * std::cos(4 * (x + 0.7F)); }, 1, Color::rgb(0x1E4D40));
    below([](float x) { return 0.76F - 0.15F * std::exp(-5 * (x - 0.25F) * (x - 0.25F)); }, 1, Color::rgb(0x14382D));
  }
  void pagoda() {
    const Color pine = Color::rgb(0x1E4D40);
    constexpr float x = -0.6F;
    // Foot of the roof, half its width, half the width of the walls below it.
    constexpr std::array kStoreys{std::array{0.285F, 0.125F, 0.075F}, std::array{0.175F, 0.11F, 0.062F}, std::array{0.065F, 0.098F, 0.052F}, std::array{-0.04F, 0.085F, 0.043F}, std::array{-0.14F, 0.064F, 0.034F}};
    float foot = 0.38F;
    for (const auto& [y, half, wall] : kStoreys) {
      const std::array walls{at(x - wall, y), at(x + wall, y), at(x + wall, foot), at(x - wall, foot)};
      canvas_.polygon(walls, pine);
      const std::array roof{at(x - half, y + 0.012F), at(x - 0.62F * half, y - 0.03F), at(x + 0.62F * half, y - 0.03F), at(x + half, y + 0.012F)};
      canvas_.polygon(roof, pine);
      for (const float way : {-1.0F, 1.0F}) {   // the eaves' tips turn up
        const std::array tip{at(x + way * half, y + 0.012F), at(x + way * (half + 0.012F), y - 0.008F), at(x + way * 0.8F * half, y)};
        canvas_.polygon(tip, pine);
      }
      foot = y;
    }
    const std::array crown{at(x - 0.04F, -0.165F), at(x - 0.028F, -0.19F), at(x + 0.028F, -0.19F), at(x + 0.04F, -0.165F)};
    canvas_.polygon(crown, pine);
    canvas_.line(at(x, -0.262F), at(x, -0.18F), pine, 0.014F * radius_);
  }
  void boat() {
    const std::array hull{at(0.176F, 0.513F), at(0.423F, 0.513F), at(0.4F, 0.545F), at(0.37F, 0.562F), at(0.23F, 0.562F), at(0.2F, 0.545F)};
    canvas_.polygon(hull, Color::rgb(0x14382D));
    const std::array left{at(0.273F, 0.335F), at(0.273F, 0.498F), at(0.198F, 0.498F), at(0.211F, 0.43F), at(0.238F, 0.375F)};
    const std::array right{at(0.29F, 0.32F), at(0.335F, 0.347F), at(0.38F, 0.395F), at(0.405F, 0.45F), at(0.41F, 0.498F), at(0.29F, 0.498F)};
    canvas_.polygon(left, Color::rgb(0xC3392D));
    canvas_.polygon(right, Color::rgb(0xFFF9EC));
  }

  ui::Canvas& canvas_;
  Point centre_;
  float radius_;
};

void draw_waves(ui::Canvas& canvas, ui::Rect box, float y) {
  for (int line = 0; line < 7; ++line) {
    std::vector<Point> points;
    for (int i = 0; i <= 80; ++i) {
      const float x = box.x + box.w * static_cast<float>(i) / 80;
      points.push_back({x, y + 9 * static_cast<float>(line) + 12 * std::sin(static_cast<float>(i) * 0.12F + 0.35F * static_cast<float>(line))});
    }
    canvas.polyline(points, Color::rgb(0xF4E3BC).with_alpha(0.5F - 0.06F * static_cast<float>(line)), 1.5F);
  }
}

}  // namespace

void draw_entry_art(desk::Desk& desk, ui::Rect box, std::string_view first_line, std::string_view second_line, std::string_view note) {
  namespace color = desk::color;
  ui::Canvas& canvas = desk.canvas();
  canvas.gradient(box, color::kRed, Color::rgb(0x6A0E11));
  canvas.clip(box);
  canvas.lattice(box, Color::rgb(0xF4E3BC).with_alpha(0.09F), 64);
  const float radius = std::min(box.w * 0.365F, box.h * 0.257F);
  const float lines_y = box.y + box.h * 0.72F;
  draw_waves(canvas, box, lines_y - 20);
  Scene(canvas, {box.centre().x, box.y + box.h * 0.412F}, radius).draw();
  canvas.mark({box.x + 44, box.y + 38, 50, 50}, color::kCream, color::kGold, color::kCream);
  canvas.text({box.x + 108, box.y + 40, 260, 46}, "双拥之窗", {.face = ui::Face::Serif, .size = 27, .color = color::kCream});
  const ui::TextStyle motto{.face = ui::Face::Serif, .size = 48, .color = color::kCream};
  const float foot = box.bottom() - (second_line.empty() ? 150.0F : 208.0F);
  canvas.text({box.x + 44, foot, box.w - 60, 62}, first_line, motto);
  if (!second_line.empty()) canvas.text({box.x + 44, foot + 62, box.w - 60, 62}, second_line, motto);
  canvas.text({box.x + 44, box.bottom() - 82, box.w - 60, 30}, note, {.face = ui::Face::Sans, .size = 17, .color = Color::rgb(0xF4E3BC)});
  canvas.unclip();
}

}  // namespace admin
