#include "kiosk/screens/article.h"

#include <algorithm>
#include <utility>

#include "kiosk/ui/widgets.h"
#include "kiosk/ui/widgets_look.h"
#include "kiosk/widgets/article_picture.h"
#include "kiosk/widgets/chinese_mark.h"
#include "kiosk/widgets/code_panel.h"
#include "kiosk/widgets/name_line.h"

namespace kiosk {
namespace {

using ui::Face;
using ui::Rect;

constexpr float kMeasure = 1066;   // 29 characters and what hangs out

// Large letters stand closer, so that a page of them still holds a thought.
ui::FlowStyles reading_styles(const ui::Theme& theme) {
  ui::FlowStyles styles;
  styles.heading_gap = 16;
  styles.heading_below = 21;
  if (theme.modes.large_text) {
    styles.paragraph.line = 1.56F;
    styles.quote.line = styles.list_item.line = 1.5F;
    styles.paragraph_gap = 14;
    styles.heading_below = 12;
    styles.quote_inset = 40;
    styles.list_inset = 64;
  }
  styles.set_color(theme.color.ink);
  return styles;
}

}  // namespace

Action ArticleScreen::draw(ui::Canvas& canvas, const Context& context) {
  const Texts& texts = context.texts;
  const PageFrame frame{ui::Section::Publicity, "horn", texts("section.publicity"), texts("search.hint.articles")};
  const PageAreas areas = draw_page_frame(canvas, context, frame);
  Action action = areas.landscape ? draw_landscape(canvas, context, areas) : draw_portrait(canvas, context, areas);
  keep(action, draw_dock(canvas, context, areas, frame.search_hint));
  return action;
}

Action ArticleScreen::draw_landscape(ui::Canvas& canvas, const Context& context, const PageAreas& areas) {
  Action action = Stay{};
  const auto& color = canvas.color();
  const float left = areas.content.x;
  const float stage = areas.content.w;
  const float side = std::max(std::min(552.0F, stage * 0.36F), stage - kMeasure - 62);
  const float measure = stage - side - 62;
  draw_kicker(canvas, context, {left, 40, measure, 50});
  const float title = draw_title(canvas, {left, 98, measure, 76}, 64);
  const float body_top = 98 + title + (canvas.theme().modes.large_text ? 26.0F : 38.0F);
  const Rect body{left, body_top, measure, areas.shelf.y - 32 - body_top};
  draw_body(canvas, body, swipe_area(canvas, {areas.page.x, body.y - 8, left + measure + 31 - areas.page.x, body.h + 16}));

  // Large words below it take some of the picture's room.
  const bool large = canvas.theme().modes.large_text;
  const Rect column{left + measure + 62, 44, side, !large ? 372.0F : side < 520 ? 210.0F : 300.0F};
  keep(action, draw_picture(canvas, context, column, ui::radius::kCard));
  const ui::TextStyle caption{.face = Face::Sans, .size = 26, .color = color.ink2};
  float mark = 0;
  if (caption_chinese_) mark = chinese_mark(canvas, context.texts, {column.x, column.bottom() + 8}) + 16;
  const auto words = canvas.layout(caption_, caption, side - mark, 3);
  canvas.draw(words, {column.x + mark, column.bottom() + 12});
  const float rule = column.bottom() + std::max(100.0F, words.height() + 30);
  canvas.fill({column.x, rule, side, 2}, color.ink);
  // From the foot upwards: what to read next, then the code takes what is left below the line.
  const float code_top = rule + 18;
  const bool framed = large && canvas.theme().modes.high_contrast && areas.shelf.y - code_top > 320;   // two lines, and clear of the frame
  const float next_height = framed ? 96 : large ? 84 : 72;
  const float row = std::min(764.0F, areas.shelf.y - 12 - next_height);
  if (!code_.empty()) draw_code_beside(canvas, {column.x, code_top, side, std::min(204.0F, row - 8 - code_top)}, code_, context.texts("article.code"));
  const float next_top = !code_.empty() ? row : std::max(code_top, canvas.reach_top() + 8);
  if (!next_.empty()) keep(action, draw_next(canvas, context, {column.x, next_top, side, next_height}));

  const ui::ButtonStyle red{.kind = ui::ButtonKind::Primary, .icon_after = "right", .text_size = 30};
  const float wide = std::max(206.0F, ui::button_width(canvas, turn_words(context.texts), red) - 24);
  const Rect next{column.right() - wide, areas.shelf.y, wide, areas.shelf.h};
  const Rect previous{next.x - 14 - 96, areas.shelf.y, 96, areas.shelf.h};
  const float used = draw_tools(canvas, context, {left, areas.shelf.y, previous.x - 38 - left, areas.shelf.h}, action);
  draw_bars(canvas, context, {left + used + 36, areas.shelf.y, previous.x - 38 - left - used - 36, areas.shelf.h}, false);
  keep(action, draw_turn(canvas, context, previous, next));
  return action;
}

Action ArticleScreen::draw_portrait(ui::Canvas& canvas, const Context& context, const PageAreas& areas) {
  Action action = Stay{};
  const auto& color = canvas.color();
  const float left = areas.content.x;
  const float width = areas.content.w;
  const ui::Size size = canvas.size();
  const bool large = canvas.theme().modes.large_text;
  // Large letters need the room more than the picture does.
  const bool cramped = is_cramped(canvas);
  const float picture = cramped ? 0 : large ? std::min(size.h - 1660, 300.0F) : std::clamp(size.h - 1484, 180.0F, 436.0F);
  if (!cramped) keep(action, draw_picture(canvas, context, {0, areas.page.y, size.w, picture}, 0));
  const float top = areas.page.y + picture;
  draw_kicker(canvas, context, {left, top + 20, width, 50});
  const float title = draw_title(canvas, {left, top + 77, width, 74}, 62);
  const bool foot = !code_.empty() || !next_.empty();
  const float rule = areas.shelf.y - 224;
  const float body_top = top + 77 + title + (large ? 30 : 50);
  const Rect body{left, body_top, width + 4, (foot ? rule : areas.shelf.y) - 24 - body_top};
  draw_body(canvas, body, swipe_area(canvas, {0, body.y - 8, size.w, body.h + 16}));
  if (foot) canvas.fill({left, rule, width, 2}, color.ink);
  const bool both = !code_.empty() && !next_.empty();
  const float card = both ? (large ? 440.0F : 396.0F) : width;
  if (!code_.empty()) draw_code_beside(canvas, {left, rule + 22, both ? width - card - 24 : width, 184}, code_, context.texts("article.code"));
  if (!next_.empty()) keep(action, draw_next_card(canvas, context, {left + width - card, rule + (large ? 36.0F : 52.0F), card, large ? 152.0F : 124.0F}));

  const float high = std::max(96.0F, areas.shelf.h);
  const ui::ButtonStyle red{.kind = ui::ButtonKind::Primary, .icon_after = "right", .text_size = 36};
  const float wide = std::max(260.0F, ui::button_width(canvas, turn_words(context.texts), red) - 24);
  const Rect next{left + width - wide, areas.shelf.y, wide, high};
  const Rect previous{next.x - 16 - 120, areas.shelf.y, 120, high};
  draw_bars(canvas, context, {left, areas.shelf.y, previous.x - 24 - left, high}, true);
  keep(action, draw_turn(canvas, context, previous, next));
  draw_tools(canvas, context, areas.shelf_b, action);
  return action;
}

// What it is and when, with the mark where its text is Chinese on an English page.
void ArticleScreen::draw_kicker(ui::Canvas& canvas, const Context& context, Rect row) const {
  float mark = 0;
  if (chinese_) mark = chinese_mark(canvas, context.texts, {row.x, row.centre().y - chinese_mark_height(canvas) / 2}) + 20;
  draw_name(canvas, row.after(mark), kicker_, {.face = Face::Sans, .size = 27, .color = canvas.color().ink2}, 25);
}

// The picture opens the viewer; out of reach it is only looked at, for the shelf's button opens the same.
Action ArticleScreen::draw_picture(ui::Canvas& canvas, const Context& context, Rect box, float radius) const {
  draw_article_picture(canvas, context, picture_, category_, box, {.radius = radius});
  if (!picture_opens(canvas)) return Stay{};
  const std::string words = pictures_words(context.texts);
  const ui::Touch touch = canvas.touch(words, box);
  if (touch.pressed) canvas.fill(box, ui::Color{0, 0, 0, 255}.with_alpha(0.14F), radius);
  if (canvas.theme().modes.high_contrast) canvas.outline(box, canvas.color().control, ui::stroke::kHighContrast, radius);
  draw_invitation(canvas, words, box);
  if (touch.focused) canvas.focus_ring(box, radius);
  return touch.tapped ? see_pictures() : Stay{};
}

// A pill in the picture's corner says that there is more to see.
void ArticleScreen::draw_invitation(ui::Canvas& canvas, std::string_view words, Rect picture) const {
  const auto& color = canvas.color();
  const bool contrast = canvas.theme().modes.high_contrast;
  const ui::TextStyle style{.face = Face::SansMedium, .size = 27, .color = color.ink};
  const float height = canvas.theme().text_size(27) * 1.2F + 24;
  const float icon = canvas.theme().text_size(34);
  const float width = 22 + icon + 12 + canvas.measure(words, style) + 26;
  const Rect pill{picture.right() - 16 - width, picture.bottom() - 16 - height, width, height};
  canvas.fill(pill, color.paper0, height / 2);
  canvas.outline(pill, color.control, contrast ? ui::stroke::kHighContrast : ui::stroke::kControl, height / 2);
  canvas.icon("image", {pill.x + 22 + icon / 2, pill.centre().y}, icon, contrast ? color.control : color.ink);
  canvas.text({pill.x + 22 + icon + 12, pill.y, width, height}, words, style);
}

// Large letters leave a short portrait screen no room for the picture.
bool ArticleScreen::is_cramped(const ui::Canvas& canvas) const {
  return !canvas.landscape() && canvas.theme().modes.large_text && canvas.size().h < 1700;
}

bool ArticleScreen::picture_opens(const ui::Canvas& canvas) const {
  return !pictures_.empty() && !canvas.theme().modes.low_reach && !is_cramped(canvas);
}

std::string ArticleScreen::pictures_words(const Texts& texts) const {
  if (pictures_.size() > 1) return texts.format("article.pictures", {std::to_string(pictures_.size())});
  return std::string(texts("article.picture"));
}

Action ArticleScreen::see_pictures() const {
  Target target;
  target.record = target_.record;
  target.pictures = pictures_;
  return Open{ScreenKind::Pictures, std::move(target)};
}

// Low reach: a page is turned below the line.
Rect ArticleScreen::swipe_area(const ui::Canvas& canvas, Rect area) const {
  const float top = std::max(area.y, canvas.reach_top());
  return {area.x, top, area.w, std::max(1.0F, area.bottom() - top)};
}

// One line, or smaller ones. Returns the height used.
float ArticleScreen::draw_title(ui::Canvas& canvas, Rect box, float size) const {
  const ui::TextStyle one{.face = Face::Serif, .size = size, .color = canvas.color().ink, .hang_quotes = true};
  if (canvas.measure(title_, one) <= box.w) {
    canvas.text(box, title_, one);
    return box.h;
  }
  ui::TextStyle two{.face = Face::Serif, .size = 46, .color = canvas.color().ink, .line = 1.24F, .hang_quotes = true};
  while (two.size > 30 && canvas.layout(title_, two, box.w).lines.size() > 2) two.size -= 2;
  const ui::TextBlock title = lay_balanced(canvas, title_, two, box.w);
  canvas.draw(title, {box.x, box.y + 4});
  return title.height() + 4;
}

// Keeps the reader at the same words when the letters grow.
void ArticleScreen::set_pages(ui::Canvas& canvas, Rect body) {
  const Setting setting{body.w, body.h, canvas.theme().modes};
  if (setting == setting_ && !blocks_changed_) return;
  std::size_t block = 0;
  std::size_t byte = 0;
  const auto page = static_cast<std::size_t>(turner_.page());
  if (page < flow_.pages.size() && !flow_.pages[page].pieces.empty() && !blocks_changed_) {
    const auto& piece = flow_.pages[page].pieces.front();
    block = piece.block;
    byte = flow_.blocks[block].lines[piece.first_line].begin;
  }
  setting_ = setting;
  blocks_changed_ = false;
  flow_ = ui::flow_pages(canvas, blocks_, body.w, body.h, reading_styles(canvas.theme()));
  const int place = page_of(block, byte);
  turner_.reset();
  turner_.begin(canvas, "article pages", body, page_count());
  turner_.go_to(place);
  turner_.end(canvas);
}

int ArticleScreen::page_of(std::size_t block, std::size_t byte) const {
  int place = 0;
  for (std::size_t page = 0; page < flow_.pages.size(); ++page) {
    const auto& pieces = flow_.pages[page].pieces;
    if (pieces.empty()) continue;
    const auto& first = pieces.front();
    const std::size_t begin = flow_.blocks[first.block].lines[first.first_line].begin;
    if (first.block < block || (first.block == block && begin <= byte)) place = static_cast<int>(page);
  }
  return place;
}

// The finger turns pages in `swipe`; the words are clipped to the page, which may be larger.
void ArticleScreen::draw_body(ui::Canvas& canvas, Rect body, Rect swipe) {
  set_pages(canvas, body);
  const auto turn = turner_.begin(canvas, "article pages", swipe, page_count());
  turner_.end(canvas);
  canvas.clip({swipe.x, body.y - 8, swipe.w, body.h + 16});
  for (const auto& page : turn.pages) {
    canvas.push_offset(page.offset);
    ui::draw_page(canvas, flow_, static_cast<std::size_t>(page.index), body.origin());
    canvas.pop_offset();
  }
  canvas.unclip();
}

std::string_view ArticleScreen::turn_words(const Texts& texts) const {
  const bool last = turner_.page() + 1 >= page_count();
  return texts(!last ? "article.next_page" : !next_.empty() ? "article.next_article" : "article.again");
}

// ‹ and the page's one red button: on through the pages, then to the next article or back to the beginning.
Action ArticleScreen::draw_turn(ui::Canvas& canvas, const Context& context, Rect previous, Rect next) {
  const bool last = turner_.page() + 1 >= page_count();
  const float size = canvas.landscape() ? 30.0F : 36.0F;
  if (page_count() > 1 &&
      ui::arrow_pill(canvas, context.texts("article.previous_page"), "left", previous, turner_.page() > 0)) {
    turner_.go_to(turner_.page() - 1);
    canvas.request_frame();
  }
  const bool onward = last && !next_.empty();
  if (!onward && page_count() == 1) return Stay{};
  const std::string_view words = turn_words(context.texts);
  const ui::ButtonStyle style{.kind = ui::ButtonKind::Primary, .icon_after = "right", .text_size = size, .radius = next.h / 2};
  if (!ui::button(canvas, words, next, style)) return Stay{};
  if (onward) return open_next();
  turner_.go_to(last ? 0 : turner_.page() + 1);
  canvas.request_frame();
  return Stay{};
}

Action ArticleScreen::open_next() const {
  Target target;
  target.record = next_;
  target.neighbours = target_.neighbours;
  return Replace{ScreenKind::Article, std::move(target)};
}

}  // namespace kiosk
