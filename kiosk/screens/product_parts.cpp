// A product's head: name, price, unit and origin.
#include <algorithm>

#include "kiosk/screens/product.h"
#include "kiosk/ui/widgets.h"
#include "kiosk/ui/widgets_look.h"
#include "kiosk/widgets/chinese_mark.h"
#include "kiosk/widgets/name_line.h"

namespace kiosk {
namespace {

using ui::Align;
using ui::Face;
using ui::Rect;

}  // namespace

void ProductScreen::draw_head(ui::Canvas& canvas, const Context& context, const Layout& layout) const {
  const Rect& words = layout.words;
  const float tag = canvas.theme().text_size(50);
  float x = words.x;
  if (!category_.empty()) x += ui::tag(canvas, {x, words.y}, category_, ui::TagKind::Grey, tag) + 14;
  if (new_crop_) x += ui::tag(canvas, {x, words.y}, context.texts("product.in_season"), ui::TagKind::Pine, tag) + 14;
  if (head_chinese_) chinese_mark(canvas, context.texts, {x, words.y + (tag - chinese_mark_height(canvas)) / 2});
  const Rect name{words.x, words.y + tag + 14, words.w, name_height(canvas, words.w)};
  if (layout.areas.landscape) {
    draw_price_below_name(canvas, name);
  } else {
    draw_price_after_name(canvas, context, name);
  }
}

// Landscape: name; price, unit and origin on one baseline below.
void ProductScreen::draw_price_below_name(ui::Canvas& canvas, Rect name) const {
  const auto& color = canvas.color();
  const ui::TextBlock block = lay_name(canvas, name.w);
  canvas.draw(block, {name.x, name.centre().y - block.height() / 2});
  const float baseline = name.bottom() + canvas.theme().text_size(72) * 0.96F;
  float x = name.x + canvas.text_at({name.x, baseline}, "¥", {.face = Face::SansBold, .size = 48, .color = color.red}) + 5;
  x += canvas.text_at({x, baseline}, price_, {.face = Face::SansBold, .size = 72, .color = color.red}) + 22;
  ui::TextStyle unit{.face = Face::Sans, .size = 34, .color = color.ink};
  ui::TextStyle origin{.face = Face::Sans, .size = 30, .color = color.ink2};
  // Both give way alike when the line is full; then the origin takes the tight line above the unit.
  const float room = name.right() - x;
  const float wide = canvas.measure(unit_, unit) + 36 + canvas.measure(origin_, origin);
  if (wide > room) {
    const float share = std::max(0.76F, room / wide);
    unit.size = std::max(26.0F, unit.size * share);
    origin.size = std::max(25.0F, origin.size * share);
  }
  if (canvas.measure(unit_, unit) + 28 + canvas.measure(origin_, origin) > room) {
    const float height = canvas.theme().text_size(26) * 1.25F;
    unit.size = std::min(unit.size, 27.0F);
    draw_name(canvas, {x, baseline - 2 * height + 6, room, height}, unit_, unit, 25);
    draw_name(canvas, {x, baseline - height + 8, room, height}, origin_, origin, 25);
    return;
  }
  x += canvas.text_at({x, baseline}, unit_, unit) + (wide > room ? 28.0F : 36.0F);
  canvas.text_at({x, baseline}, origin_, origin);
}

// Portrait: name left and price right on one baseline; origin and unit below.
void ProductScreen::draw_price_after_name(ui::Canvas& canvas, const Context& context, Rect name) const {
  const auto& color = canvas.color();
  const float baseline = name.centre().y + canvas.theme().text_size(92) * 0.35F;
  const ui::TextStyle price{.face = Face::SansBold, .size = 80, .color = color.red};
  const ui::TextStyle sign{.face = Face::SansBold, .size = 52, .color = color.red};
  const float width = canvas.measure(price_, price) + canvas.measure("¥", sign) + 5;
  canvas.text_at({name.right() - width, baseline}, "¥", sign);
  canvas.text_at({name.right() - canvas.measure(price_, price), baseline}, price_, price);
  const ui::TextBlock block = lay_name(canvas, name_width(canvas, name.w));
  canvas.draw(block, {name.x, name.centre().y - block.height() / 2});
  const Rect below{name.x, name.bottom(), name.w, canvas.theme().text_size(32) * 1.5F};
  ui::TextStyle unit_style{.face = Face::Sans, .size = 32, .color = color.ink, .align = Align::Right};
  unit_style = ui::fitted(canvas, unit_, unit_style, below.w * 0.45F);
  float unit = canvas.text(below, unit_, unit_style);
  if (unit_chinese_) {   // too far from the mark above the name
    unit += chinese_mark_width(canvas, context.texts) + 16;
    chinese_mark(canvas, context.texts, {below.right() - unit, below.centre().y - chinese_mark_height(canvas) / 2});
  }
  draw_name(canvas, below.left(below.w - unit - 24), origin_, {.face = Face::Sans, .size = 32, .color = color.ink2}, 25);
}

}  // namespace kiosk
