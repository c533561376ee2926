#include "kiosk/screens/standing.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

#include "kiosk/screens/standing_art.h"
#include "kiosk/widgets/page_frame.h"

namespace kiosk {
namespace {

using ui::Align;
using ui::Color;
using ui::Face;
using ui::Point;
using ui::Rect;

constexpr Color kGroundTop = Color::rgb(0x9B1B1E);
constexpr Color kGroundFoot = Color::rgb(0x751113);
constexpr Color kGoldFrame = Color::rgb(0xD2A24A);
constexpr float kFrameStroke = 13;
constexpr float kFoot = 150;        // the darker strip with the time, u
constexpr float kHalfLozenge = 20;  // mark units
constexpr float kWeaveGap = 0.8F;   // mark units to either side of a crossing

// Where the two lozenges are: the middle between them and u per mark unit.
struct Window {
  Point centre;
  float unit = 20;
  Point at(float x, float y) const { return {centre.x + x * unit, centre.y + y * unit}; }
};

constexpr Color color_of(std::uint32_t rgba) {
  Color color = Color::rgb(rgba >> 8);
  color.a = static_cast<std::uint8_t>(rgba & 0xFF);
  return color;
}

void draw_scene(ui::Canvas& canvas, const Window& window) {
  std::vector<Point> points;
  std::size_t next = 0;
  for (const auto& plane : standing_art::kPlanes) {
    points.clear();
    for (int i = 0; i < plane.points; ++i, next += 2) {
      points.push_back(window.at(standing_art::kPoints[next] / standing_art::kPointsPerUnit,
                                 standing_art::kPoints[next + 1] / standing_art::kPointsPerUnit));
    }
    canvas.polygon(points, color_of(standing_art::kColors[plane.color]));
  }
}

// Each strand goes over the other once: the upper crossing is the cream one's, the lower the gold one's.
void draw_frames(ui::Canvas& canvas, const Window& window) {
  constexpr float h = kHalfLozenge;
  constexpr float g = kWeaveGap;
  const float stroke = kFrameStroke * window.unit / 20;
  const std::array<Point, 6> cream{window.at(-g, 12 + g), window.at(-8, h),  window.at(-8 - h, 0),
                                   window.at(-8, -h),     window.at(-8 + h, 0), window.at(g, 12 - g)};
  const std::array<Point, 6> gold{window.at(g, -12 - g), window.at(8, -h),    window.at(8 + h, 0),
                                  window.at(8, h),       window.at(8 - h, 0), window.at(-g, -12 + g)};
  canvas.polyline(cream, canvas.color().cream, stroke);
  canvas.polyline(gold, kGoldFrame, stroke);
}

// Hairlines that fade downwards, like water below the window.
void draw_waves(ui::Canvas& canvas, float top) {
  constexpr int kLines = 9;
  const float width = canvas.size().w;
  std::vector<Point> line;
  for (int i = 0; i < kLines; ++i) {
    const auto n = static_cast<float>(i);
    line.clear();
    for (float x = -8; x < width + 16; x += 16) {
      const float swing = 12 * std::sin(x / 148 + 2.6F - n * 0.22F) + 5 * std::sin(x / 310 + n * 0.3F);
      line.push_back({x, top + n * 13.5F + swing * (1 - n * 0.06F)});
    }
    canvas.polyline(line, canvas.color().gold_on_red.with_alpha(0.5F - n * 0.05F), 2);
  }
}

void draw_ground(ui::Canvas& canvas) {
  canvas.gradient(canvas.bounds(), kGroundTop, kGroundFoot);
  canvas.lattice(canvas.bounds(), canvas.color().gold_on_red.with_alpha(0.08F), 120);
}

// Time and dates left, the sentence in the middle of what is left, the phone right.
void draw_landscape_foot(ui::Canvas& canvas, const Texts& texts, content::LocalMinute now, std::string_view phone) {
  const Color cream = canvas.color().cream;
  const Rect strip{0, canvas.size().h - kFoot, canvas.size().w, kFoot};
  canvas.fill(strip, Color{0, 0, 0, 255}.with_alpha(0.13F));
  const float middle = strip.centre().y;
  const float clock = canvas.text({74, strip.y + 4, 400, strip.h}, clock_text(now), {.face = Face::Sans, .size = 86, .color = cream});
  const float date_x = 74 + clock + 24;
  const ui::TextStyle date{.face = Face::Sans, .size = 28, .color = cream};
  const float day_width = canvas.text({date_x, middle - 44, 400, 50}, date_text(now, texts), date);
  canvas.text({date_x, middle - 4, 400, 50}, lunar_date_text(now, texts), date);

  float right = strip.right() - 72;
  if (!phone.empty()) {
    const std::string words = texts.format("standing.phone", {phone});
    const ui::TextStyle style{.face = Face::Sans, .size = 32, .color = cream};
    const float width = canvas.measure(words, style);
    canvas.text({right - width, middle - 24, width + 2, 50}, words, style);
    canvas.icon("phone", {right - width - 39, middle - 1}, 38, cream);
    right -= width + 72;
  }
  const std::string_view line = texts("standing.line");
  const float room_left = date_x + day_width + 40;
  ui::TextStyle style{.face = Face::Sans, .size = 36, .color = cream};
  float width = canvas.measure(line, style);
  const float room = right - 40 - room_left - 64;
  if (width > room) {
    style.size = std::max(26.0F, style.size * room / width);
    width = canvas.measure(line, style);
  }
  const float wide_left = phone.empty() ? strip.centre().x - width / 2 : 742.0F * strip.w / 1920;
  const float left = std::clamp(wide_left, room_left + 64, std::max(room_left + 64, right - 40 - width));
  canvas.icon("sync", {left - 44, middle}, 40, cream);
  canvas.text({left, middle - 30, width + 2, 62}, line, style);
}

void draw_landscape(ui::Canvas& canvas, const Texts& texts, content::LocalMinute now, const StandingWords& words) {
  const ui::Size size = canvas.size();
  const float unit = std::min(20.0F, (size.w - 560) / (2 * (kHalfLozenge + 8) + 1));
  // Room for the columns stays the same; a wider screen gives the window the middle of its part.
  const Window window{{84 + (size.w - 758) / 2 + 11, 468}, unit};
  draw_waves(canvas, 798);
  draw_scene(canvas, window);
  draw_frames(canvas, window);
  if (texts.language() == ui::Language::English) {
    const float left = window.at(8 + kHalfLozenge, 0).x + 60;
    const float room = size.w - 72 - left;
    // No word of it breaks.
    const std::string_view name = texts("product.name");
    ui::TextStyle style{.face = Face::Serif, .size = 96, .color = canvas.color().cream, .line = 1.2F};
    while (style.size > 40 && canvas.measure(name.substr(0, name.find(' ')), style) > room) style.size -= 2;
    canvas.paragraph({left, 134, room, 0}, name, style, 2);
    draw_landscape_foot(canvas, texts, now, words.phone);
    return;
  }
  canvas.column({size.w - 225, 134}, texts("product.name"), {.face = Face::Serif, .size = 148, .color = canvas.color().cream});
  if (!words.welcome.empty()) {
    constexpr float kStep = 74.2F;
    const auto bytes = static_cast<float>(words.welcome.size()) / 3;  // Han characters: three bytes each
    const float top = std::max(134.0F, 803 - bytes * kStep);
    canvas.column({size.w - 404, top}, words.welcome, {.face = Face::Serif, .size = 64, .color = canvas.color().gold_on_red});
  }
  draw_landscape_foot(canvas, texts, now, words.phone);
}

void draw_portrait(ui::Canvas& canvas, const Texts& texts, content::LocalMinute now, const StandingWords& words) {
  const ui::Size size = canvas.size();
  const Color cream = canvas.color().cream;
  const Window window{{size.w / 2, 690.0F * size.h / 1920}, 15};
  const float title = 1236.0F * size.h / 1920;
  draw_waves(canvas, title + 330);
  draw_scene(canvas, window);
  draw_frames(canvas, window);
  canvas.text({56, 84, 500, 150}, clock_text(now), {.face = Face::Sans, .size = 112, .color = cream});
  const ui::TextStyle date{.face = Face::Sans, .size = 32, .color = cream, .align = Align::Right};
  canvas.text({size.w - 556, 106, 500, 50}, date_text(now, texts), date);
  canvas.text({size.w - 556, 154, 500, 50}, lunar_date_text(now, texts), date);

  const Rect row{56, title, size.w - 112, 150};
  const bool english = texts.language() == ui::Language::English;
  ui::TextStyle name{.face = Face::Serif, .size = 148, .color = cream, .align = Align::Centre, .tracking = english ? 0.0F : 0.12F};
  while (name.size > 60 && canvas.measure(texts("product.name"), name) > row.w) name.size -= 2;
  canvas.text(row, texts("product.name"), name);
  canvas.text(row.moved(0, 172).top(90), words.welcome,
              {.face = Face::Serif, .size = 60, .color = canvas.color().gold_on_red, .align = Align::Centre, .tracking = 0.2F});

  const Rect strip{0, size.h - 230, size.w, 230};
  canvas.fill(strip, Color{0, 0, 0, 255}.with_alpha(0.13F));
  const ui::TextStyle style{.face = Face::Sans, .size = 38, .color = cream};
  const std::string_view line = texts("standing.line");
  const float width = canvas.measure(line, style);
  const float y = words.phone.empty() ? strip.centre().y : strip.y + 80;
  canvas.icon("sync", {size.w / 2 - width / 2 - 22, y}, 42, cream);
  canvas.text({size.w / 2 - width / 2 + 24, y - 32, width + 4, 64}, line, style);
  if (words.phone.empty()) return;
  canvas.text({56, strip.y + 128, size.w - 112, 60}, texts.format("standing.phone", {words.phone}),
              {.face = Face::Sans, .size = 34, .color = cream, .align = Align::Centre});
}

}  // namespace

void draw_standing(ui::Canvas& canvas, const Texts& texts, content::LocalMinute now, const StandingWords& words) {
  draw_ground(canvas);
  if (canvas.landscape()) {
    draw_landscape(canvas, texts, now, words);
  } else {
    draw_portrait(canvas, texts, now, words);
  }
}

}  // namespace kiosk
