#include "kiosk/widgets/portrait.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "kiosk/picture_places.h"
#include "kiosk/pictures.h"

namespace kiosk {
namespace {

using ui::Color;
using ui::Point;
using ui::Rect;

constexpr float kHead = 0.8F;             // of the picture, where only the head is shown
constexpr float kFade = 40;
constexpr int kFadeSteps = 10;
constexpr float kEdge = 0.03F;          // the picture's outermost part, whose colours go on beside it

// A fan of needles: length and angles in degrees, 0 = east, clockwise.
struct Fan {
  Point base;
  float inner = 0;
  float length = 0;
  float from_deg = 0;
  float to_deg = 0;
  int needles = 0;
};

PictureCut cut_of(const ui::PictureSource& source, Rect box, PictureRule rule) {
  return picture_cut(rule, {static_cast<float>(source.width), static_cast<float>(source.height)}, {source.focus_x, source.focus_y}, box);
}

// What the crop keeps when the office has not said.
Rect upper_crop(const ui::PictureSource& source, Rect box, bool head) {
  if (head && source.focus_y == 0.5F && source.height > 0) return {(1 - kHead) / 2, (1 - kHead) * 0.6F, kHead, kHead};
  return cut_of(source, box, PictureRule::Person).crop;
}

// The ground beside a picture: from the picture's edge to the box's, in the colours of `crop`.
struct Side {
  float edge = 0;
  float end = 0;
  Rect crop;
  Rect box;
};

void draw_side(ui::Canvas& canvas, const ui::PictureSource& source, const Side& side) {
  const float way = side.end < side.edge ? -1.0F : 1.0F;
  const auto strip = [&](float from, float to, float alpha) {
    canvas.picture({std::min(from, to), side.box.y, std::abs(to - from), side.box.h}, source,
                   {.placeholder = canvas.color().letter, .crop = side.crop, .alpha = alpha, .backdrop = true});
  };
  strip(side.edge, side.end, 1);
  constexpr float kStep = kFade / kFadeSteps;
  for (int i = 0; i < kFadeSteps; ++i) {
    const float at = static_cast<float>(i) * kStep;
    strip(side.edge - way * (at + kStep), side.edge - way * at, 1 - (static_cast<float>(i) + 0.5F) / kFadeSteps);
  }
}

void draw_stand_in(ui::Canvas& canvas, Rect box, const PortraitStyle& style) {
  const auto& color = canvas.color();
  const Color ground = style.martyr ? color.paper3 : color.gold50;
  const Color lines = style.martyr ? color.pine : color.bronze;
  if (style.round_top_only) {
    canvas.fill_top_round(box, ground, style.radius);
  } else {
    canvas.fill(box, ground, style.radius);
  }
  canvas.icon(style.martyr ? "flower" : "medal", box.centre(), std::min(box.w, box.h) * 0.36F, lines.with_alpha(0.55F));
}

void draw_fan(ui::Canvas& canvas, const Fan& fan, Color color) {
  for (int i = 0; i < fan.needles; ++i) {
    const float share = static_cast<float>(i) / static_cast<float>(fan.needles - 1);
    const float angle = (fan.from_deg + (fan.to_deg - fan.from_deg) * share) * std::numbers::pi_v<float> / 180;
    const Point way{std::cos(angle), std::sin(angle)};
    canvas.line({fan.base.x + way.x * fan.inner, fan.base.y + way.y * fan.inner},
                {fan.base.x + way.x * fan.length, fan.base.y + way.y * fan.length}, color, 2);
  }
}

}  // namespace

void draw_portrait(ui::Canvas& canvas, const content::Catalog& catalog, const content::MediaId& portrait, Rect box,
                   const PortraitStyle& style) {
  const auto source = picture_source(catalog, portrait, std::max(box.h, box.w * 1.25F) * canvas.pixels_per_u());
  if (source.empty()) {
    draw_stand_in(canvas, box, style);
    return;
  }
  canvas.picture(box, source,
                 {.radius = style.radius, .round_top_only = style.round_top_only, .placeholder = canvas.color().letter,
                  .crop = upper_crop(source, box, style.head)});
}

void draw_wide_portrait(ui::Canvas& canvas, const content::Catalog& catalog, const content::MediaId& portrait, Rect box,
                        bool martyr) {
  const auto source = picture_source(catalog, portrait, box.h * canvas.pixels_per_u());
  const PictureCut cut = cut_of(source, box, PictureRule::WidePerson);
  const Rect& picture = cut.box;
  const bool fades = box.w - picture.w > kFade && !source.empty();
  if (!fades) {
    draw_portrait(canvas, catalog, portrait, box, {.martyr = martyr});
    return;
  }
  canvas.fill(box, canvas.color().letter);
  draw_portrait(canvas, catalog, portrait, picture, {.martyr = martyr});
  // On the right the disc behind the person may reach the edge: the left one's colours serve both sides.
  const Rect edge{kEdge, cut.crop.y, 0.001F, cut.crop.h};
  draw_side(canvas, source, {picture.x, box.x, edge, box});
  draw_side(canvas, source, {picture.right(), box.right(), edge, box});
}

void draw_pine_sprig(ui::Canvas& canvas, Rect plate) {
  const Color needle = canvas.color().pine50;
  canvas.clip({plate.x, plate.y, plate.w - 10, plate.h});
  draw_fan(canvas, {.base = {plate.right() - 68, plate.bottom() - 19}, .inner = 4, .length = 31, .from_deg = 180, .to_deg = 313, .needles = 9},
           needle.with_alpha(0.34F));
  draw_fan(canvas, {.base = {plate.right() - 39, plate.bottom() - 24}, .inner = 6, .length = 56, .from_deg = 167, .to_deg = 333, .needles = 13},
           needle.with_alpha(0.5F));
  canvas.unclip();
}

}  // namespace kiosk
