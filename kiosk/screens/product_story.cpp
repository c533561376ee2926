// The maker's card: who made it, why, in their own words.
#include <algorithm>

#include "kiosk/screens/product.h"
#include "kiosk/screens/product_turn.h"
#include "kiosk/ui/widgets_look.h"
#include "kiosk/widgets/chinese_mark.h"
#include "kiosk/widgets/name_line.h"
#include "kiosk/widgets/portrait.h"

namespace kiosk {

using ui::Face;
using ui::Rect;

namespace {

constexpr float kPortraitShape = 212.0F / 172;
constexpr float kLeastPortrait = 104;
constexpr float kGap = 17;             // after the maker's name
constexpr int kMostStoryPages = 88;    // what the pager's words leave room for

}  // namespace

// All in u, computed for one frame.
struct ProductScreen::StoryCard {
  Rect portrait;                // no width: the words need the room
  Rect words;
  Rect name_row;
  ui::TextStyle maker, line;    // the name and what they are
  float name = 0;               // width of the name, with its mark and gap
  float mark = 0;
  float line_height = 0;
  bool line_beside = false;     // of the name
  bool line_in_story = false;   // the tightest card says the line as the story's first
  Rect turn;                    // the pager: beside the name, or at the foot
  Rect text;
};

ProductScreen::StoryCard ProductScreen::lay_out_story(ui::Canvas& canvas, const Context& context, Rect card) const {
  StoryCard story;
  const float scale = canvas.theme().text_size(10) / 10;
  const float width = std::min({172.0F, (card.h - 48) / kPortraitShape, (card.w - 540 * scale)});
  float left = card.x + 32;
  if (width >= kLeastPortrait) {
    story.portrait = {card.x + 28, card.y + (card.h - width * kPortraitShape) / 2, width, width * kPortraitShape};
    left = story.portrait.right() + 33;
  }
  const Rect words = story.words = {left, card.y, card.right() - 20 - left, card.h};
  story.name_row = {words.x, card.y + (scale > 1 ? 18.0F : 26.0F), words.w, canvas.theme().text_size(40) * (scale > 1 ? 1.15F : 1.3F)};
  story.mark = story_chinese_ ? chinese_mark_width(canvas, context.texts) + kGap : 0;
  const float name_room = words.w - story.mark;
  story.maker = ui::fitted(canvas, maker_, {.face = Face::Serif, .size = 40, .color = canvas.color().ink}, name_room);
  story.name = (maker_.empty() ? 0 : std::min(canvas.measure(maker_, story.maker), name_room) + kGap) + story.mark;
  story.line = ui::fitted(canvas, maker_line_, {.face = Face::Sans, .size = 27, .color = canvas.color().ink2}, words.w);
  const float more = std::max(250.0F, product_turn_width(canvas, context.texts("product.read_on"), story_pages_, kMostStoryPages) + 10);
  story.line_beside = story.name + canvas.measure(maker_line_, story.line) + more <= words.w;
  const bool more_beside = story.name + more <= words.w;
  const float row = std::max(ui::touch::kMin, canvas.theme().text_size(26) * 1.5F);
  story.turn = {words.right() - more, more_beside ? story.name_row.centre().y - row / 2 : card.bottom() - row - 6, more, row};
  story.line_height = canvas.theme().text_size(27) * 1.35F;
  const float top = story.name_row.bottom() + 8;
  const float room = card.bottom() - (more_beside ? 14 : row + 8) - top - story.line_height;
  story.line_in_story = !story.line_beside && room < canvas.theme().text_size(33) * 1.5F;
  const bool line_below = !story.line_beside && !maker_line_.empty() && !story.line_in_story;
  const float y = top + (line_below ? story.line_height : 0);
  story.text = {words.x, y, words.w, (more_beside ? card.bottom() - 14 : story.turn.y - 2) - y};
  return story;
}

void ProductScreen::draw_story(ui::Canvas& canvas, const Context& context, const Layout& layout) {
  const Rect& card = layout.story;
  if (!(card.h > 0)) return;
  const auto& color = canvas.color();
  canvas.fill(card, color.letter, ui::radius::kCard);
  if (canvas.theme().modes.high_contrast) canvas.outline(card, color.ink, 3, ui::radius::kCard);
  const StoryCard story = lay_out_story(canvas, context, card);
  if (story.portrait.w > 0) draw_portrait(canvas, context.catalog, portrait_, story.portrait, {.radius = ui::radius::kThumb, .head = true});
  const Rect& row = story.name_row;
  draw_name(canvas, row.left(row.w - story.mark), maker_, story.maker, 25);
  if (story_chinese_) {
    chinese_mark(canvas, context.texts, {row.x + story.name - story.mark, row.centre().y - chinese_mark_height(canvas) / 2});
  }
  if (story.line_beside) {
    canvas.text(row.after(story.name), maker_line_, story.line);
  } else if (!maker_line_.empty() && !story.line_in_story) {
    draw_name(canvas, {row.x, row.bottom() + 4, row.w, story.line_height}, maker_line_, story.line, 25);
  }
  const bool joined = story.line_in_story && !maker_line_.empty();
  draw_story_text(canvas, context, joined ? maker_line_ + '\n' + story_ : story_, story.text, story.turn);
}

void ProductScreen::draw_story_text(ui::Canvas& canvas, const Context& context, std::string_view story, Rect text, Rect more) {
  ui::TextStyle style{.face = Face::Kai, .size = canvas.landscape() ? 34.2F : 36.0F, .color = canvas.color().ink, .line = canvas.landscape() ? 1.48F : 1.5F};
  ui::TextBlock block = canvas.layout(story, style, text.w);
  // A little smaller before it turns pages.
  for (const float size : {33.0F, 32.0F}) {
    if (block.height() <= text.h + 4) break;
    style.size = size;
    block = canvas.layout(story, style, text.w);
  }
  const int lines = std::max(1, static_cast<int>((text.h + 4) / block.line_step));
  const int count = static_cast<int>(block.lines.size());
  const int pages = std::max(1, (count + lines - 1) / lines);
  // The tightest card has less than a line's height: its ink still fits.
  const Rect shown = text.top(std::max(text.h, block.line_step));
  const auto turn = story_pages_.begin(canvas, "story", shown.inset(-4, -6), pages);
  for (const auto& page : turn.pages) {
    canvas.push_offset(page.offset);
    for (int i = page.index * lines; i < std::min(count, (page.index + 1) * lines); ++i) {
      const float y = text.y + static_cast<float>(i - page.index * lines) * block.line_step;
      canvas.draw_line(block, static_cast<std::size_t>(i), {text.x, y});
    }
    canvas.pop_offset();
  }
  story_pages_.end(canvas);
  const float bottom = std::max(text.bottom(), more.bottom());
  draw_product_turn(canvas, context.texts("product.read_on"), {more.x, more.y, more.w, bottom - more.y}, more, story_pages_, pages);
}

}  // namespace kiosk
