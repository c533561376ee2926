// Where the pages show a picture of the office, in which shape, and which part of it they keep. Pages crop by picture_cut(); the
// office shows its clerks the same parts beside the focus point. That the pages draw what this table says is tested.
#pragma once

#include <span>

#include "kiosk/ui/geometry.h"

namespace kiosk {

// How a page chooses the part where the office has set no focus.
enum class PictureRule {
  Plain,        // the middle
  Person,       // a portrait, eyes on its upper third: a wide box keeps more of the upper part
  WidePerson,   // the same, no wider than the whole head needs; soft colours beside it
  Shop,         // rather the sign than the pavement
  Article,      // a flat box keeps roofs and heads rather than the ground
  StillLife,    // stands whole on its table; a wide box gives some of the table
};

enum class PicturePlace {
  HonourCard, FigureLandscape, FigurePortrait,
  ShopLandscape, ShopPortrait, ShopCard,
  GoodsCard, GoodsLandscape, GoodsPortrait,
  ArticleLeadLandscape, ArticleLeadPortrait, ArticleRow,
  SearchRow,
};

struct PictureShape {
  PicturePlace place;
  ui::Size box;         // u, of a full page without large text
  PictureRule rule;
};

std::span<const PictureShape> picture_shapes();
const PictureShape& shape_of(PicturePlace place);

// What is handed to the canvas: where in the page's box, of which part at most, about which point.
struct PictureCut {
  ui::Rect box;
  ui::Rect crop{0, 0, 1, 1};   // fractions of the picture
  ui::Point focus{0.5F, 0.5F};
};
// `picture`: its size, any unit; without one the whole box is cut plainly. `focus`: the office's; 0.5 down: it has said nothing.
PictureCut picture_cut(PictureRule rule, ui::Size picture, ui::Point focus, ui::Rect box);

// The part that is seen then, fractions of the picture.
ui::Rect picture_part(const PictureShape& shape, ui::Size picture, ui::Point focus);

}  // namespace kiosk
