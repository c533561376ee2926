// What stands around the article's text: the code, what to read next, the size of the letters, the bars.
#include <algorithm>
#include <utility>

#include "kiosk/screens/article.h"
#include "kiosk/ui/widgets.h"
#include "kiosk/widgets/chinese_mark.h"
#include "kiosk/widgets/code_panel.h"
#include "kiosk/widgets/name_line.h"

namespace kiosk {
namespace {

using ui::Align;
using ui::Face;
using ui::Rect;

constexpr int kMostBars = 12;
constexpr float kShortestBar = 14;

}  // namespace

// 读完再看 ……………… 优待证怎么用？ ›
Action ArticleScreen::draw_next(ui::Canvas& canvas, const Context& context, Rect row) const {
  const std::string_view label = context.texts("article.next");
  const ui::Touch touch = canvas.touch(label, row);
  const auto& color = canvas.color();
  const bool contrast = canvas.theme().modes.high_contrast;
  if (touch.pressed) canvas.fill(row.inset(-12, 0), color.paper2, ui::radius::kCard);
  if (contrast) canvas.outline(row, color.control, ui::stroke::kHighContrast, ui::radius::kCard);
  const float pad = contrast ? 16 : 0;
  const float words = canvas.text({row.x + pad, row.y, 240, row.h}, label, {.face = Face::Sans, .size = 27, .color = color.ink2});
  const float left = row.x + pad + words + 24;
  float room = row.right() - pad - 52 - left;
  if (next_chinese_) {
    const float mark = chinese_mark_width(canvas, context.texts);
    chinese_mark(canvas, context.texts, {left + room - mark, row.centre().y - chinese_mark_height(canvas) / 2});
    room -= mark + 16;
  }
  ui::TextStyle title{.face = Face::SansBold, .size = 28, .color = color.ink, .align = Align::Right};
  draw_name(canvas, {left, row.y, room, row.h}, next_title_, title, 24);
  canvas.icon("right", {row.right() - 17 - pad, row.centre().y}, 40, contrast ? color.control : color.ink, 1.2F);
  if (touch.focused) canvas.focus_ring(row, ui::radius::kCard);
  return touch.tapped ? open_next() : Stay{};
}

Action ArticleScreen::draw_next_card(ui::Canvas& canvas, const Context& context, Rect card) const {
  const std::string_view label = context.texts("article.next");
  const ui::Touch touch = canvas.touch(label, card);
  const auto& color = canvas.color();
  const bool contrast = canvas.theme().modes.high_contrast;
  canvas.fill(card, touch.pressed ? color.paper3 : color.paper0, ui::radius::kCard);
  canvas.outline(card, color.control, contrast ? ui::stroke::kHighContrast : ui::stroke::kControl, ui::radius::kCard);
  const float said = canvas.text({card.x + 30, card.y + 14, card.w - 100, 46}, label, {.face = Face::Sans, .size = 26, .color = color.ink2});
  if (next_chinese_) chinese_mark(canvas, context.texts, {card.x + 30 + said + 16, card.y + 37 - chinese_mark_height(canvas) / 2});
  draw_name(canvas, {card.x + 30, card.y + 56, card.w - 100, card.h - 66}, next_title_, {.face = Face::SansBold, .size = 33, .color = color.ink}, 26);
  canvas.icon("right", {card.right() - 42, card.centre().y}, 40, contrast ? color.control : color.ink, 1.2F);
  if (touch.focused) canvas.focus_ring(card, ui::radius::kCard);
  return touch.tapped ? open_next() : Stay{};
}

float ArticleScreen::draw_tools(ui::Canvas& canvas, const Context& context, Rect row, Action& action) const {
  const bool portrait = !canvas.landscape();
  const Texts& texts = context.texts;
  const std::string words = pictures_words(texts);
  const bool here = !pictures_.empty() && !picture_opens(canvas);
  const ui::ButtonStyle style{.icon = "image", .text_size = portrait ? 30.0F : 28.0F, .radius = portrait ? ui::radius::kTile : row.h / 2};
  const float button = !here ? 0 : portrait ? row.w * 0.4F : ui::button_width(canvas, words, style);
  const float gap = here ? 16 : 0;
  const float half = std::max(126.0F, canvas.measure(texts("article.large"), {.face = Face::SansBold, .size = 38}) + 40);
  const float sizes = portrait ? row.w - button - gap : 2 * half;
  keep(action, draw_sizes(canvas, context, row.left(sizes)));
  if (button > 0 && ui::button(canvas, words, {row.x + sizes + gap, row.y, button, row.h}, style)) keep(action, see_pictures());
  return sizes + gap + button;
}

// One pill of two halves: the dock's 大字 in the reader's own words. The half in force is filled once the letters are large.
Action ArticleScreen::draw_sizes(ui::Canvas& canvas, const Context& context, Rect box) const {
  Action action = Stay{};
  const auto& color = canvas.color();
  const bool portrait = !canvas.landscape();
  const bool contrast = canvas.theme().modes.high_contrast;
  const bool large = context.visitor.modes.large_text;
  const float radius = portrait ? ui::radius::kTile : box.h / 2;
  canvas.fill(box, color.paper0, radius);
  canvas.outline(box, color.control, contrast ? ui::stroke::kHighContrast : ui::stroke::kControl, radius);
  const float half = box.w / 2;
  const std::pair<std::string_view, Rect> sides[] = {{"article.small", box.left(half)}, {"article.large", box.after(half)}};
  if (!large) canvas.fill({box.x + half - 1, box.centre().y - box.h * 0.25F, 2, box.h * 0.5F}, color.line);
  for (const auto& [key, side] : sides) {
    const bool is_large = key == "article.large";
    const ui::Touch touch = canvas.touch(context.texts(key), side);
    const bool chosen = large && is_large;
    const ui::Color plate = contrast ? color.control : chosen ? color.ink : color.paper3;
    if (touch.pressed || chosen) canvas.fill(side.inset(6, 6), plate, std::max(0.0F, radius - 6));
    const bool inverse = chosen || (touch.pressed && contrast);
    ui::TextStyle style{.face = is_large ? Face::SansBold : Face::SansMedium, .size = is_large ? (portrait ? 42.0F : 38.0F) : 28.0F,
                        .color = inverse ? color.paper0 : color.ink, .align = Align::Centre};
    draw_name(canvas, side.inset(12, 0), context.texts(key), style, 22);
    if (touch.focused) canvas.focus_ring(side, radius);
    if (touch.tapped && is_large != large) {
      ui::Modes modes = context.visitor.modes;
      modes.large_text = is_large;
      action = SetModes{modes};
    }
  }
  return action;
}

// A bar for each page, or words when there are too many; in portrait the words stand beside the bars.
void ArticleScreen::draw_bars(ui::Canvas& canvas, const Context& context, Rect room, bool from_left) const {
  const auto& color = canvas.color();
  const int count = page_count();
  const std::string words = context.texts.format("article.page", {std::to_string(turner_.page() + 1), std::to_string(count)});
  const ui::TextStyle style{.face = Face::Sans, .size = 29, .color = color.ink2, .align = from_left ? Align::Left : Align::Right};
  const float unit = from_left ? 10 : 8;
  const float large = from_left ? 110 : 88;
  const float words_width = from_left ? canvas.measure(words, style) + 26 : 0;
  const auto others = static_cast<float>(std::max(1, count - 1));
  const float small = std::min(from_left ? 52.0F : 40.0F, (room.w - words_width - large) / others - unit);
  const float width = large + static_cast<float>(count - 1) * (small + unit);
  if (count > kMostBars || small < kShortestBar) {
    draw_name(canvas, room, words, style, 22);
    return;
  }
  float x = from_left ? room.x : room.right() - width;
  for (int page = 0; page < count; ++page) {
    const bool here = page == turner_.page();
    const float bar = here ? large : small;
    canvas.fill({x, room.centre().y - unit / 2, bar, unit}, here ? color.ink : color.track_done, unit / 2);
    x += bar + unit;
  }
  if (from_left) draw_name(canvas, {x + 16, room.y, room.right() - x - 16, room.h}, words, style, 22);
}

}  // namespace kiosk
