// The list's large one: a card, in portrait a banner, in low reach above the line to look at.
#include <algorithm>
#include <utility>

#include "kiosk/screens/publicity.h"
#include "kiosk/ui/widgets.h"
#include "kiosk/widgets/article_picture.h"
#include "kiosk/widgets/chinese_mark.h"
#include "kiosk/widgets/name_line.h"

namespace kiosk {
namespace {

using ui::Face;
using ui::Rect;

bool is_large(const ui::Canvas& canvas) { return canvas.theme().modes.large_text; }

}  // namespace

float PublicityScreen::lead_words(const ui::Canvas& canvas) { return is_large(canvas) ? 214 : 176; }

Action PublicityScreen::draw_lead_card(ui::Canvas& canvas, const Context& context, const Entry& entry, Rect card) const {
  const ui::Touch touch = canvas.touch(entry.label, card);
  const auto& color = canvas.color();
  if (!touch.pressed) canvas.shadow(card, ui::Elevation::Card, ui::radius::kCard);
  canvas.fill(card, touch.pressed ? color.paper2 : color.paper0, ui::radius::kCard);
  const float words = lead_words(canvas);
  draw_article_picture(canvas, context, entry.picture, entry.category, card.top(card.h - words),
                       {.radius = ui::radius::kCard, .round_top_only = true});
  if (canvas.theme().modes.high_contrast) canvas.outline(card, color.control, ui::stroke::kHighContrast, ui::radius::kCard);
  draw_lead_words(canvas, context, entry, {card.x + 32, card.bottom() - words, card.w - 64, words}, 46);
  if (touch.focused) canvas.focus_ring(card, ui::radius::kCard);
  return touch.tapped ? open(entry) : Stay{};
}

// One large line, or two smaller ones; what it is and when below.
void PublicityScreen::draw_lead_words(ui::Canvas& canvas, const Context& context, const Entry& entry, Rect words, float size) const {
  const float meta = 44 + (is_large(canvas) ? 12.0F : 0.0F);
  const float room = words.h - meta - 30;
  ui::TextStyle style{.face = Face::Serif, .size = size, .color = canvas.color().ink, .line = 1.24F, .hang_quotes = true};
  const auto fits = [&] {
    const auto block = canvas.layout(entry.title, style, words.w);
    return block.height() <= room + 6 && (block.lines.size() == 1 || (block.lines.size() == 2 && style.size <= 42));
  };
  while (style.size > 26 && !fits()) style.size -= 2;
  const auto block = lay_headline(canvas, entry.title, style, words.w, 3);
  canvas.draw(block, {words.x, words.y + 14 + (room - block.height()) / 2});
  draw_lead_meta(canvas, context, entry, {words.x, words.bottom() - meta - 12, words.w, meta});
}

// Portrait: the picture bleeds, the headline stands below it.
Action PublicityScreen::draw_lead_banner(ui::Canvas& canvas, const Context& context, const Entry& entry, Rect picture) const {
  const Rect words{ui::space::kMargin, picture.bottom(), picture.w - 2 * ui::space::kMargin, lead_words(canvas)};
  const Rect whole{0, picture.y, picture.w, picture.h + words.h};
  const ui::Touch touch = canvas.touch(entry.label, whole);
  draw_article_picture(canvas, context, entry.picture, entry.category, picture);
  if (touch.pressed) canvas.fill({0, words.y, picture.w, words.h}, canvas.color().paper2);
  draw_lead_words(canvas, context, entry, words, 58);
  if (canvas.theme().modes.high_contrast) canvas.outline(whole.inset(8, 0), canvas.color().control, ui::stroke::kHighContrast, ui::radius::kCard);
  if (touch.focused) canvas.focus_ring(whole, 0);
  return touch.tapped ? open(entry) : Stay{};
}

// Low reach: the large one above the line; it opens from the list's first row.
void PublicityScreen::draw_lead_to_look_at(ui::Canvas& canvas, const Context& context, const PageAreas& areas) const {
  Entry entry = entries_.front();
  const bool mark = std::exchange(entry.chinese, false);
  const float top = list_top(canvas, areas) - (areas.landscape ? 8 : 0);
  const float height = areas.look.bottom() - top;
  if (height < 120) return;
  if (areas.landscape) {
    const Rect picture{areas.content.x, top, height * 1.9F, height};
    draw_article_picture(canvas, context, entry.picture, entry.category, picture, {.radius = ui::radius::kThumb});
    Rect words{picture.right() + 32, top, areas.content.right() - picture.right() - 32, height};
    if (mark) {
      chinese_mark(canvas, context.texts, words.origin());
      words = words.below(chinese_mark_height(canvas));
    }
    draw_lead_words(canvas, context, entry, words, 42);
    return;
  }
  const float words = lead_words(canvas);
  if (height < words) return;
  if (height > words + 100) draw_article_picture(canvas, context, entry.picture, entry.category, {0, top, canvas.size().w, height - words});
  if (mark) chinese_mark(canvas, context.texts, {ui::space::kMargin, top + height - words + 2});
  const float down = mark ? chinese_mark_height(canvas) + 4 : 0;
  draw_lead_words(canvas, context, entry, {ui::space::kMargin, top + height - words + down, canvas.size().w - 2 * ui::space::kMargin, words - down}, 46);
}

void PublicityScreen::draw_lead_meta(ui::Canvas& canvas, const Context& context, const Entry& entry, Rect row) const {
  float x = row.x;
  if (entry.lead) x += ui::tag(canvas, row.origin(), context.texts("publicity.lead"), ui::TagKind::Red, row.h > 50 ? 44 + 12.0F : 44) + 18;
  if (entry.chinese) x += chinese_mark(canvas, context.texts, {x, row.y}) + 18;
  const ui::TextStyle style{.face = Face::Sans, .size = canvas.landscape() ? 26.0F : 27.0F, .color = canvas.color().ink2};
  ui::TextStyle least = style;
  least.size = 25.5F;   // a little in hand, as draw_name() keeps
  const bool whole = canvas.measure(entry.lead_meta, least) <= row.right() - x;
  draw_name(canvas, {x, row.y, row.right() - x, row.h}, whole ? entry.lead_meta : entry.meta, style, 22);
}

}  // namespace kiosk
