#include "kiosk/widgets/still_life.h"

#include <algorithm>

#include "kiosk/pictures.h"

namespace kiosk {
namespace {

using ui::Color;
using ui::Rect;

constexpr float kTable = 0.705F;         // the table's edge, of the picture's height
constexpr float kWideTop = 0.025F;       // what a wide box shows of it, fractions of its height
constexpr float kWideHeight = 0.8375F;

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
  const float shape = static_cast<float>(source.width) / static_cast<float>(source.height);
  if (box.w > box.h) {
    const float width = box.h / kWideHeight * shape;
    if (width >= box.w) {
      canvas.picture(box, source, {.radius = radius, .round_top_only = true, .placeholder = Color::rgb(still.tint)});
      return;
    }
    draw_ground(canvas, still, box, box.y + box.h * (kTable - kWideTop) / kWideHeight, radius);
    canvas.picture(ui::centred(box, {width, box.h}), source,
                   {.placeholder = Color::rgb(still.tint), .crop = {0, kWideTop, 1, kWideHeight}});
    return;
  }
  const float height = std::min(box.h, box.w / shape);
  const Rect picture{box.x, box.bottom() - height, box.w, height};
  draw_ground(canvas, still, box, picture.y + height * kTable, radius);
  canvas.picture(picture, source, {.placeholder = Color::rgb(still.tint)});
}

}  // namespace kiosk
