#include "kiosk/picture_places.h"

#include <algorithm>
#include <array>

#include "kiosk/ui/picture_fit.h"

namespace kiosk {
namespace {

using ui::Point;
using ui::Rect;
using ui::Size;

constexpr float kUnset = 0.5F;
constexpr float kAbovePerson = 0.3F;    // of what a wide box hides, so much lies above it
constexpr float kWidestPerson = 1.25F;  // width to height at which a portrait still shows the whole head
constexpr float kSign = 0.42F;
constexpr float kRoofs = 0.36F;
constexpr float kFlat = 1.2F;           // so much flatter than the picture
constexpr float kWideTop = 0.025F;      // what a wide box shows of a still life, fractions of its height
constexpr float kWideHeight = 0.8375F;

constexpr std::array kShapes{
    PictureShape{PicturePlace::HonourCard, {271, 229}, PictureRule::Person},
    PictureShape{PicturePlace::FigureLandscape, {600, 968}, PictureRule::Person},
    PictureShape{PicturePlace::FigurePortrait, {1080, 590}, PictureRule::WidePerson},
    PictureShape{PicturePlace::ShopLandscape, {700, 430}, PictureRule::Shop},
    PictureShape{PicturePlace::ShopPortrait, {1080, 384}, PictureRule::Shop},
    PictureShape{PicturePlace::ShopCard, {150, 118}, PictureRule::Plain},
    PictureShape{PicturePlace::GoodsCard, {403, 190}, PictureRule::StillLife},
    PictureShape{PicturePlace::GoodsLandscape, {760, 968}, PictureRule::StillLife},
    PictureShape{PicturePlace::GoodsPortrait, {1080, 600}, PictureRule::StillLife},
    PictureShape{PicturePlace::ArticleLeadLandscape, {837, 339}, PictureRule::Article},
    PictureShape{PicturePlace::ArticleLeadPortrait, {1080, 400}, PictureRule::Article},
    PictureShape{PicturePlace::ArticleRow, {204, 136}, PictureRule::Article},
    PictureShape{PicturePlace::SearchRow, {84, 84}, PictureRule::Plain},
};

float width_to_height(Size size) { return size.w / size.h; }

// As much height as the box shows, more of it from above.
Rect upper_part(Size picture, Rect box) {
  const float shown = std::min(1.0F, width_to_height(picture) * box.h / box.w);
  return {0, (1 - shown) * kAbovePerson, 1, shown};
}

PictureCut cut_still_life(Size picture, Point focus, Rect box) {
  const float shape = width_to_height(picture);
  if (box.w > box.h) {
    const float width = box.h / kWideHeight * shape;
    if (width >= box.w) return {box, {0, 0, 1, 1}, focus};
    return {ui::centred(box, {width, box.h}), {0, kWideTop, 1, kWideHeight}, focus};
  }
  const float height = std::min(box.h, box.w / shape);
  return {{box.x, box.bottom() - height, box.w, height}, {0, 0, 1, 1}, focus};
}

}  // namespace

std::span<const PictureShape> picture_shapes() { return kShapes; }

const PictureShape& shape_of(PicturePlace place) { return *std::ranges::find(kShapes, place, &PictureShape::place); }

PictureCut picture_cut(PictureRule rule, Size picture, Point focus, Rect box) {
  PictureCut cut{box, {0, 0, 1, 1}, focus};
  if (picture.w <= 0 || picture.h <= 0 || box.w <= 0 || box.h <= 0) return cut;
  const bool unset = focus.y == kUnset;
  switch (rule) {
    case PictureRule::Plain: break;
    case PictureRule::WidePerson: cut.box = ui::centred(box, {std::min(box.w, box.h * kWidestPerson), box.h}); [[fallthrough]];
    case PictureRule::Person:
      if (unset) cut.crop = upper_part(picture, cut.box);
      break;
    case PictureRule::Shop:
      if (unset) cut.focus.y = kSign;
      break;
    case PictureRule::Article:
      if (unset && width_to_height({box.w, box.h}) > kFlat * width_to_height(picture)) cut.focus.y = kRoofs;
      break;
    case PictureRule::StillLife: return cut_still_life(picture, focus, box);
  }
  return cut;
}

Rect picture_part(const PictureShape& shape, Size picture, Point focus) {
  if (picture.w <= 0 || picture.h <= 0) return {0, 0, 1, 1};
  const PictureCut cut = picture_cut(shape.rule, picture, focus, {0, 0, shape.box.w, shape.box.h});
  return ui::cover({.picture = picture, .box = cut.box, .crop = cut.crop, .focus = cut.focus}).part;
}

}  // namespace kiosk
