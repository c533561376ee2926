#include "kiosk/widgets/still_life.h"

#include <algorithm>

#include "kiosk/picture_places.h"
#include "kiosk/pictures.h"

namespace kiosk {
namespace {

using ui::Color;
using ui::Rect;

constexpr float kTable = 0.705F;         // the table's edge, of the picture's height

// Wall and table; `edge` is where the table begins.
void draw_ground(ui::Canvas& canvas, const StillLife& still, Rect box, float edge, float radius) {
  const Color wall = Color::rgb(still.tint);
  canvas.fill_top_round(box, wall, radius);
  const float from = std::clamp(edge, box.y + radius, box.bottom());
  canvas.fill({box.x, from, box.w, box.bottom() - from}, Color::rgb(still.table));
}

void draw_empty(ui::Canvas& canvas, const StillLife& still, Rect box, float radius) {
  draw_ground(canvas, still, box, box.y + box.h * 0.81F, radius);
  canvas.icon("jar", {box.centre().x, box.y + box.h * 0.46F}, std::min(box.w, box.h) * 0.42F, canvas.color().clay.with_alpha(0.6F));
}

}  // namespace

void draw_still_life(ui::Canvas& canvas, const content::Catalog& catalog, const StillLife& still, Rect box, float radius) {
  const auto source = picture_source(catalog, still.picture, std::max(box.h * 1.2F, box.w) * canvas.pixels_per_u());
  if (source.empty() || source.height <= 0) {
    draw_empty(canvas, still, box, radius);
    return;
  }
  const PictureCut cut = picture_cut(PictureRule::StillLife, {static_cast<float>(source.width), static_cast<float>(source.height)},
                                     {source.focus_x, source.focus_y}, box);
  const bool covers = box.w > box.h && cut.box.w >= box.w;
  if (!covers) {
    // The ground goes on where the picture ends; its table's edge is the picture's.
    draw_ground(canvas, still, box, cut.box.y + cut.box.h * (kTable - cut.crop.y) / cut.crop.h, radius);
  }
  canvas.picture(cut.box, source, {.radius = covers ? radius : 0, .round_top_only = covers, .placeholder = Color::rgb(still.tint), .crop = cut.crop});
}

}  // namespace kiosk
