#include "kiosk/screens/article.h"

#include <algorithm>
#include <utility>

#include "content/schedule.h"
#include "kiosk/article_text.h"
#include "kiosk/ui/widgets.h"
#include "kiosk/ui/widgets_look.h"
#include "kiosk/widgets/article_picture.h"
#include "kiosk/words.h"

namespace kiosk {
namespace {

using ui::Face;
using ui::Rect;

constexpr float kReading = 36;
constexpr float kLargeReading = 46;
constexpr float kMeasure = 1066;   // 29 characters and what hangs out

ui::FlowStyles reading_styles(const ui::Palette& color, bool large) {
  ui::FlowStyles styles;
  styles.heading_gap = 16;
  styles.heading_below = 21;
  if (large) {
    const float scale = kLargeReading / kReading;
    for (auto* style : {&styles.paragraph, &styles.quote, &styles.list_item}) style->size = kLargeReading;
    styles.heading.size = 50;
    styles.list_inset *= scale;
  }
  styles.set_color(color.ink);
  return styles;
}

}  // namespace

bool ArticleScreen::enter(const Context& context) {
  const auto* article = context.catalog.find_article(target_.record);
  if (article == nullptr || !content::visible(*article, context.now)) return false;
  const Texts& texts = context.texts;
  title_ = article->title;
  caption_ = article->caption;
  code_ = take_along(*article, context.catalog.city);
  picture_ = article->picture;
  category_ = article->category;
  const std::string day = article_day(article->published, context.now, texts);
  kicker_ = article->kicker.empty() ? texts.format("home.place", {texts(text_key(category_)), day})
                                    : texts.format("publicity.three", {texts(text_key(category_)), day, article->kicker});
  if (body_ != article->body || blocks_.empty()) {
    body_ = article->body;
    blocks_ = article_blocks(body_);
    blocks_changed_ = true;
  }
  fetch_next(context, *article);
  return true;
}

// What the office put after it, else the next of the list it was opened from.
void ArticleScreen::fetch_next(const Context& context, const content::Article& article) {
  next_ = {};
  next_title_.clear();
  const auto offer = [&](const content::RecordId& id) {
    const auto* next = id.empty() || id == article.id ? nullptr : context.catalog.find_article(id);
    if (next == nullptr || !content::visible(*next, context.now)) return false;
    next_ = id;
    next_title_ = next->title;
    return true;
  };
  if (offer(article.read_next)) return;
  auto place = std::ranges::find(target_.neighbours, article.id);
  while (place != target_.neighbours.end() && ++place != target_.neighbours.end()) {
    if (offer(*place)) return;
  }
}

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
  canvas.text({left, 40, measure, 50}, kicker_, {.face = Face::Sans, .size = 27, .color = color.ink2});
  const float title = draw_title(canvas, {left, 98, measure, 76}, 64);
  const Rect body{left, 98 + title + 38, measure, areas.shelf.y - 32 - 98 - title - 38};
  draw_body(canvas, context, body, {areas.page.x, body.y - 8, left + measure + 31 - areas.page.x, body.h + 16});

  const Rect column{left + measure + 62, 44, side, 372};
  draw_article_picture(canvas, context, picture_, category_, column, {.radius = ui::radius::kCard});
  canvas.text({column.x, column.bottom() + 8, side, 46}, caption_, {.face = Face::Sans, .size = 26, .color = color.ink2});
  canvas.fill({column.x, 516, side, 2}, color.ink);
  float row = 534;
  if (!code_.empty()) {
    draw_code(canvas, context, {column.x, 544, 204, 204}, column.x + 232);
    row = 764;
  }
  if (!next_.empty()) keep(action, draw_next(canvas, context, {column.x, row, side, 72}));

  draw_sizes(canvas, context, {left, areas.shelf.y, 264, areas.shelf.h});
  const Rect next{column.right() - 206, areas.shelf.y, 206, areas.shelf.h};
  const Rect previous{next.x - 14 - 96, areas.shelf.y, 96, areas.shelf.h};
  draw_bars(canvas, context, {left + 300, areas.shelf.y, previous.x - 38 - left - 300, areas.shelf.h}, false);
  keep(action, draw_turn(canvas, context, previous, next));
  return action;
}

Action ArticleScreen::draw_portrait(ui::Canvas& canvas, const Context& context, const PageAreas& areas) {
  Action action = Stay{};
  const auto& color = canvas.color();
  const float left = areas.content.x;
  const float width = areas.content.w;
  const ui::Size size = canvas.size();
  const float picture = std::clamp(size.h - 1484, 180.0F, 436.0F);
  draw_article_picture(canvas, context, picture_, category_, {0, areas.page.y, size.w, picture});
  const float top = areas.page.y + picture;
  canvas.text({left, top + 23, width, 50}, kicker_, {.face = Face::Sans, .size = 28, .color = color.ink2});
  const float title = draw_title(canvas, {left, top + 77, width, 74}, 62);
  const bool foot = !code_.empty() || !next_.empty();
  const float rule = areas.shelf.y - 224;
  const float body_top = top + 77 + title + 50;
  const Rect body{left, body_top, width + 4, (foot ? rule : areas.shelf.y) - 24 - body_top};
  draw_body(canvas, context, body, {0, body.y - 8, size.w, body.h + 16});
  if (foot) canvas.fill({left, rule, width, 2}, color.ink);
  if (!code_.empty()) draw_code(canvas, context, {left, rule + 22, 184, 184}, left + 212);
  if (!next_.empty()) {
    const float card = code_.empty() ? width : 396;
    keep(action, draw_next_card(canvas, context, {left + width - card, rule + 52, card, 124}));
  }
  const Rect next{left + width - 260, areas.shelf.y, 260, 96};
  const Rect previous{next.x - 16 - 120, areas.shelf.y, 120, 96};
  draw_bars(canvas, context, {left, areas.shelf.y, previous.x - 24 - left, 96}, true);
  keep(action, draw_turn(canvas, context, previous, next));
  draw_sizes(canvas, context, areas.shelf_b);
  return action;
}

// One line, or two smaller ones. Returns the height used.
float ArticleScreen::draw_title(ui::Canvas& canvas, Rect box, float size) const {
  const ui::TextStyle one{.face = Face::Serif, .size = size, .color = canvas.color().ink, .hang_quotes = true};
  if (canvas.measure(title_, one) <= box.w) {
    canvas.text(box, title_, one);
    return box.h;
  }
  const ui::TextStyle two{.face = Face::Serif, .size = 46, .color = canvas.color().ink, .line = 1.24F, .hang_quotes = true};
  return canvas.paragraph({box.x, box.y + 4, box.w, 0}, title_, two, 2) + 4;
}

// Keeps the reader at the same words when the letters grow.
void ArticleScreen::set_pages(ui::Canvas& canvas, const Context& context, Rect body) {
  const Setting setting{body.w, body.h, context.visitor.large_reading, canvas.theme().modes};
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
  flow_ = ui::flow_pages(canvas, blocks_, body.w, body.h, reading_styles(canvas.color(), setting.large));
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

void ArticleScreen::draw_body(ui::Canvas& canvas, const Context& context, Rect body, Rect swipe) {
  set_pages(canvas, context, body);
  const auto turn = turner_.begin(canvas, "article pages", swipe, page_count());
  for (const auto& page : turn.pages) {
    canvas.push_offset(page.offset);
    ui::draw_page(canvas, flow_, static_cast<std::size_t>(page.index), body.origin());
    canvas.pop_offset();
  }
  turner_.end(canvas);
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
  const std::string_view words = context.texts(!last ? "article.next_page" : onward ? "article.next_article" : "article.again");
  const ui::ButtonStyle style{.kind = ui::ButtonKind::Primary, .icon_after = "right", .text_size = size, .radius = next.h / 2};
  if (!ui::button(canvas, words, next, style)) return Stay{};
  if (onward) return open_next();
  turner_.go_to(last ? 0 : turner_.page() + 1);
  canvas.request_frame();
  return Stay{};
}

Action ArticleScreen::open_next() const {
  return Replace{ScreenKind::Article, {.record = next_, .series = {}, .filter = {}, .neighbours = target_.neighbours}};
}

}  // namespace kiosk
