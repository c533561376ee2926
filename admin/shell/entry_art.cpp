#include "admin/shell/entry_art.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <vector>

namespace admin {

namespace {

using ui::Color;
using ui::Point;

// A landscape in a disc, in its own measure: centre 0, 0, radius 1.
class Scene {
 public:
  Scene(ui::Canvas& canvas, Point centre, float radius) : canvas_(canvas), centre_(centre), radius_(radius) {}

  void draw() {
    sky();
    hills();
    water();
    bridge();
    bank();
    pagoda();
    boat();
    canvas_.polyline(circle(radius_ + 0.5F), Color::rgb(0xF4E3BC), 3, true);
    canvas_.polyline(circle(radius_ + 12), Color::rgb(0xF4E3BC).with_alpha(0.55F), 1, true);
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

  // Fills from a line of heights down to `foot`, inside the disc, in upright strips whose tops follow the line.
  template <typename Height>
  void below(Height height, float foot, Color color) {
    constexpr int kStrips = 150;
    const float overlap = 0.8F / radius_;   // hides the seams of smoothed edges
    for (int i = 0; i < kStrips; ++i) {
      const float x0 = -1 + 2 * static_cast<float>(i) / kStrips;
      const float x1 = -1 + 2 * static_cast<float>(i + 1) / kStrips + overlap;
      const auto top = [&](float x) { return std::max(height(x), -reach(x)); };
      const auto bottom = [&](float x) { return std::min(foot, reach(x)); };
      if (top(x0) >= bottom(x0) && top(x1) >= bottom(x1)) continue;
      const std::array strip{at(x0, std::min(top(x0), bottom(x0))), at(x1, std::min(top(x1), bottom(x1))), at(x1, bottom(x1)), at(x0, bottom(x0))};
      canvas_.polygon(strip, color);
    }
  }

  void sky() {
    canvas_.polygon(circle(radius_), Color::rgb(0xF6D9A0));
    canvas_.disc(at(0.24F, -0.02F), 0.30F * radius_, Color::rgb(0xF9E6BF));
    canvas_.disc(at(0.24F, -0.02F), 0.215F * radius_, Color::rgb(0xEDA63A));
    for (const auto& [x, y, w] : {std::array{-0.42F, -0.62F, 0.5F}, std::array{-0.3F, -0.57F, 0.62F}, std::array{0.42F, -0.44F, 0.42F}}) {
      canvas_.line(at(x, y), at(x + w, y), Color::rgb(0xFFF6E4), 4);
    }
  }
  void hills() {
    below([](float x) { return 0.12F - 0.38F * std::exp(-9 * (x - 0.27F) * (x - 0.27F)) + 0.05F * std::sin(9 * x); }, 0.26F, Color::rgb(0xC9D2B4));
    below([](float x) { return 0.14F - 0.16F * std::exp(-14 * (x + 0.35F) * (x + 0.35F)) - 0.2F * std::exp(-20 * (x - 0.62F) * (x - 0.62F)); }, 0.26F, Color::rgb(0x9DB39A));
    below([](float x) { return 0.2F + 0.02F * std::sin(14 * x); }, 0.26F, Color::rgb(0x5E8776));
  }
  void water() {
    below([](float) { return 0.25F; }, 1, Color::rgb(0xE9DDB8));
    for (const auto& [y, w] : {std::pair{0.33F, 0.16F}, std::pair{0.38F, 0.22F}, std::pair{0.43F, 0.12F}, std::pair{0.48F, 0.2F}}) {
      canvas_.line(at(0.12F - w / 2, y), at(0.12F + w / 2, y), Color::rgb(0xFFF6E4), 2);
    }
  }
  void bridge() {
    const Color cable = Color::rgb(0xFFF9EC);
    canvas_.line(at(-0.38F, 0.25F), at(0.9F, 0.25F), cable, 4);
    for (const float tower : {-0.1F, 0.58F}) {
      canvas_.line(at(tower, -0.06F), at(tower, 0.33F), cable, 5);
      for (int i = 1; i <= 9; ++i) {
        const float side = 0.034F * static_cast<float>(i);
        const float hang = -0.05F + 0.02F * static_cast<float>(i);
        canvas_.line(at(tower, hang), at(tower - side, 0.25F), cable, 1);
        canvas_.line(at(tower, hang), at(tower + side, 0.25F), cable, 1);
      }
    }
  }
  void bank() {
    below([](float x) { return 0.36F + 0.33F / (1 + std::exp(-7 * (x + 0.28F))); }, 1, Color::rgb(0x1E4D40));
    below([](float x) { return 0.74F - 0.12F * std::exp(-5 * (x - 0.42F) * (x - 0.42F)); }, 1, Color::rgb(0x123229));
  }
  void pagoda() {
    const Color pine = Color::rgb(0x1E4D40);
    const float x = -0.6F;
    for (int storey = 0; storey < 5; ++storey) {
      const float y = 0.3F - 0.1F * static_cast<float>(storey);
      const float half = 0.085F - 0.009F * static_cast<float>(storey);
      const std::array roof{at(x - half - 0.03F, y), at(x - half + 0.02F, y - 0.035F), at(x + half - 0.02F, y - 0.035F), at(x + half + 0.03F, y)};
      canvas_.polygon(roof, pine);
      const std::array wall{at(x - half + 0.02F, y), at(x + half - 0.02F, y), at(x + half - 0.02F, y + 0.07F), at(x - half + 0.02F, y + 0.07F)};
      canvas_.polygon(wall, pine);
    }
    canvas_.line(at(x, -0.26F), at(x, -0.1F), pine, 3);
  }
  void boat() {
    const std::array hull{at(0.1F, 0.555F), at(0.42F, 0.555F), at(0.36F, 0.61F), at(0.16F, 0.61F)};
    canvas_.polygon(hull, Color::rgb(0x1E4D40));
    const std::array left{at(0.25F, 0.31F), at(0.25F, 0.54F), at(0.13F, 0.54F)};
    const std::array right{at(0.27F, 0.31F), at(0.39F, 0.54F), at(0.27F, 0.54F)};
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
