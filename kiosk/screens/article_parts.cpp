// What stands around the article's text: the code, what to read next, the size of the letters, the bars.
#include <algorithm>
#include <utility>

#include "kiosk/screens/article.h"
#include "kiosk/ui/widgets.h"
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

void ArticleScreen::draw_code(ui::Canvas& canvas, const Context& context, Rect box, float words_x) const {
  const float right = canvas.landscape() ? page_areas(canvas).content.right() : words_x + 330;
  draw_code_beside(canvas, {box.x, box.y, right - box.x, box.h}, code_, context.texts("article.code"), context.texts("article.code_line1"));
}

// 读完再看 ……………… 优待证怎么用？ ›
Action ArticleScreen::draw_next(ui::Canvas& canvas, const Context& context, Rect row) const {
  const std::string_view label = context.texts("article.next");
  const ui::Touch touch = canvas.touch(label, row);
  const auto& color = canvas.color();
  if (touch.pressed) canvas.fill(row.inset(-12, 0), color.paper2, ui::radius::kCard);
  const float words = canvas.text({row.x, row.y, 200, row.h}, label, {.face = Face::Sans, .size = 27, .color = color.ink2});
  canvas.text({row.x + words + 24, row.y, row.w - words - 24 - 64, row.h}, next_title_,
              {.face = Face::SansBold, .size = 28, .color = color.ink, .align = Align::Right});
  canvas.icon("right", {row.right() - 17, row.centre().y}, 40, color.ink, 1.2F);
  if (touch.focused) canvas.focus_ring(row, ui::radius::kCard);
  return touch.tapped ? open_next() : Stay{};
}

Action ArticleScreen::draw_next_card(ui::Canvas& canvas, const Context& context, Rect card) const {
  const std::string_view label = context.texts("article.next");
  const ui::Touch touch = canvas.touch(label, card);
  const auto& color = canvas.color();
  canvas.fill(card, touch.pressed ? color.paper3 : color.paper0, ui::radius::kCard);
  canvas.outline(card, color.control, ui::stroke::kControl, ui::radius::kCard);
  canvas.text({card.x + 30, card.y + 18, card.w - 100, 46}, label, {.face = Face::Sans, .size = 26, .color = color.ink2});
  canvas.text({card.x + 30, card.y + 56, card.w - 100, 50}, next_title_, {.face = Face::SansBold, .size = 33, .color = color.ink});
  canvas.icon("right", {card.right() - 42, card.centre().y}, 40, color.ink, 1.2F);
  if (touch.focused) canvas.focus_ring(card, ui::radius::kCard);
  return touch.tapped ? open_next() : Stay{};
}

// One pill of two halves; the half in force is filled once the visitor chose the large letters.
void ArticleScreen::draw_sizes(ui::Canvas& canvas, const Context& context, Rect box) const {
  const auto& color = canvas.color();
  const bool portrait = !canvas.landscape();
  const float radius = portrait ? ui::radius::kTile : box.h / 2;
  bool& large = context.visitor.large_reading;
  canvas.fill(box, color.paper0, radius);
  canvas.outline(box, color.control, ui::stroke::kControl, radius);
  const float half = portrait ? box.w / 2 : 126;
  const std::pair<std::string_view, Rect> sides[] = {{"article.small", box.left(half)}, {"article.large", box.after(half)}};
  if (!large) canvas.fill({box.x + half - 1, box.centre().y - box.h * 0.25F, 2, box.h * 0.5F}, color.line);
  for (const auto& [key, side] : sides) {
    const bool is_large = key == "article.large";
    const ui::Touch touch = canvas.touch(context.texts(key), side);
    const bool chosen = large && is_large;
    if (touch.pressed || chosen) canvas.fill(side.inset(6, 6), chosen ? color.ink : color.paper3, radius - 6);
    canvas.text(side, context.texts(key),
                {.face = is_large ? Face::SansBold : Face::SansMedium,
                 .size = is_large ? (portrait ? 42.0F : 38.0F) : 28.0F,
                 .color = chosen ? color.white : color.ink,
                 .align = Align::Centre});
    if (touch.focused) canvas.focus_ring(side, radius);
    if (touch.tapped) large = is_large;
  }
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
    canvas.text(room, words, style);
    return;
  }
  float x = from_left ? room.x : room.right() - width;
  for (int page = 0; page < count; ++page) {
    const bool here = page == turner_.page();
    const float bar = here ? large : small;
    canvas.fill({x, room.centre().y - unit / 2, bar, unit}, here ? color.ink : color.track_done, unit / 2);
    x += bar + unit;
  }
  if (from_left) canvas.text({x + 16, room.y, room.right() - x - 16, room.h}, words, style);
}

}  // namespace kiosk
