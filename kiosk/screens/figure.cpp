#include "kiosk/screens/figure.h"

#include <algorithm>

#include "content/schedule.h"
#include "kiosk/ui/widgets.h"
#include "kiosk/widgets/code_panel.h"
#include "kiosk/widgets/name_line.h"
#include "kiosk/widgets/portrait.h"
#include "kiosk/words.h"

namespace kiosk {
namespace {

using ui::Align;
using ui::Face;
using ui::Rect;

}  // namespace

bool FigureScreen::enter(const Context& context) {
  const content::Figure* figure = context.catalog.find_figure(target_.record);
  if (figure == nullptr || !content::visible(*figure, context.now)) return false;
  const Texts& texts = context.texts;
  martyr_ = figure->category == content::FigureCategory::Martyr;
  category_ = texts(text_key(figure->category));
  year_and_place_ = figure->year == 0 ? figure->community : texts.format("figure.year", {std::to_string(figure->year)});
  if (figure->year != 0 && !figure->community.empty()) {
    year_and_place_ = texts.format("home.place", {year_and_place_, figure->community});
  }
  name_ = figure->name;
  voice_ = figure->voice.empty() ? figure->citation : figure->voice;
  biography_ = figure->biography;
  honours_.clear();
  for (const auto& honour : figure->honours) honours_.push_back({honour.year == 0 ? std::string{} : std::to_string(honour.year), honour.text});
  portrait_ = figure->portrait;
  code_ = take_along(*figure, context.catalog.city);
  tribute_.show(context, *figure);
  neighbours_ = Neighbours(target_.neighbours, target_.record, [&context](const content::RecordId& id) {
    const auto* other = context.catalog.find_figure(id);
    return other != nullptr && content::visible(*other, context.now);
  });
  laid_out_.reset();
  return true;
}

Action FigureScreen::draw(ui::Canvas& canvas, const Context& context) {
  const PageAreas areas = draw_page_frame(canvas, context, {ui::Section::Honour, "medal", context.texts("section.honour"), {}});
  const Layout layout = lay_out(canvas);
  draw_picture(canvas, context, layout);
  const float head_bottom = draw_head(canvas, layout);
  draw_text(canvas, layout, head_bottom);
  draw_code(canvas, context, layout);
  draw_tribute(canvas, context, layout);
  Action action = draw_shelf(canvas, context, layout);
  keep(action, draw_dock(canvas, context, areas, context.texts("search.hint.people")));
  tribute_.draw_toast(canvas);
  return action;
}

FigureScreen::Layout FigureScreen::lay_out(const ui::Canvas& canvas) const {
  Layout layout;
  layout.areas = page_areas(canvas);
  const PageAreas& areas = layout.areas;
  if (areas.landscape) {
    const float right = areas.content.right();
    const float width = std::min(600.0F, areas.page.w * 0.335F);
    layout.picture = {areas.page.x, 0, std::max(width, areas.content.x + 544 - areas.page.x), areas.page.h};
    if (areas.page.w < 1700) layout.picture.w = width;
    const float left = layout.picture.right() + 56;
    layout.head = {left, 44, right - 304 - 72 - left, 0};
    layout.text_bottom = areas.shelf.y - 26;
    layout.code = code_.empty() ? Rect{} : Rect{right - 266, 44, 228, 228};
    layout.disc = {right - 152, code_.empty() ? 400.0F : 574.0F};
  } else {
    layout.picture = {0, areas.page.y, canvas.size().w, canvas.size().h * 0.3073F};
    layout.head = {areas.content.x, layout.picture.bottom() + 26, areas.content.w - (code_.empty() ? 0 : 228), 0};
    layout.text_bottom = areas.shelf_b.y - 26;
    layout.code = code_.empty() ? Rect{} : Rect{areas.content.right() - 196, layout.picture.bottom() + 26, 196, 196};
    layout.disc = {areas.content.right() - 124, areas.shelf_b.y - 192};
    layout.disc_radius = 96;
  }
  return layout;
}

void FigureScreen::draw_picture(ui::Canvas& canvas, const Context& context, const Layout& layout) const {
  if (layout.areas.landscape) {
    draw_portrait(canvas, context.catalog, portrait_, layout.picture, {.martyr = martyr_});
  } else {
    draw_wide_portrait(canvas, context.catalog, portrait_, layout.picture, martyr_);
  }
}

// Tag, year, name and voice; returns where the text below may begin.
float FigureScreen::draw_head(ui::Canvas& canvas, const Layout& layout) const {
  const auto& color = canvas.color();
  const bool landscape = layout.areas.landscape;
  const Rect& head = layout.head;
  const float tag = ui::tag(canvas, head.origin(), category_, martyr_ ? ui::TagKind::Pine : ui::TagKind::Gold, 50);
  canvas.text({head.x + tag + 15, head.y, head.w - tag - 15, 50}, year_and_place_, {.face = Face::Sans, .size = 28, .color = color.ink2});
  const float size = landscape ? 116.0F : 120.0F;
  const float middle = head.y + (landscape ? 135.0F : 132.0F);
  draw_name(canvas, {head.x - 2, middle - 70, head.w, 140}, name_, {.face = Face::Serif, .size = size, .color = color.ink}, 64);

  const float top = head.y + (landscape ? 210.0F : 226.0F);
  const ui::TextStyle style{.face = Face::Kai, .size = landscape ? 46.0F : 52.0F, .color = martyr_ ? color.pine : color.gold_text,
                            .line = 1.435F, .hang_quotes = true};
  const float width = landscape || !layout.code.h ? head.w : layout.areas.content.w - 240;
  const float used = voice_.empty() ? 0 : draw_voice(canvas, {head.x, top, width, 0}, voice_, style, 34, 2);
  return top + used + (landscape ? 24.0F : 18.0F);
}

FigureTextBox FigureScreen::text_box(const ui::Canvas& canvas, const Layout& layout, float top) const {
  const auto& color = canvas.color();
  const bool landscape = layout.areas.landscape;
  FigureTextBox box;
  const float width = landscape ? layout.head.w : layout.areas.content.w;
  box.area = {layout.head.x, top, width, layout.text_bottom - top};
  box.narrow = landscape ? width : std::min(640.0F, layout.disc.x - layout.disc_radius * 1.3F - layout.head.x);
  box.free_height = landscape ? box.area.h : layout.disc.y - layout.disc_radius * 1.3F - top;
  box.body = {.face = Face::Sans, .size = landscape ? 32.0F : 33.0F, .color = color.ink, .line = 1.69F, .hang_quotes = true};
  box.honour_size = landscape ? 30 : 31;
  box.year_width = landscape ? 110 : 114;
  box.honour_step = landscape ? 50 : 58;
  return box;
}

void FigureScreen::draw_text(ui::Canvas& canvas, const Layout& layout, float top) {
  const FigureTextBox box = text_box(canvas, layout, top);
  if (!laid_out_ || !same_place(*laid_out_, box)) {
    text_ = FigureText(canvas, biography_, honours_, box);
    laid_out_ = box;
  }
  if (text_.pages() == 1) {
    text_.draw(canvas, 0);
    return;
  }
  Rect area = box.area;
  area.w = box.narrow;
  const auto turn = turner_.begin(canvas, "text", area, text_.pages());
  for (const auto& page : turn.pages) {
    canvas.push_offset(page.offset);
    text_.draw(canvas, page.index);
    canvas.pop_offset();
  }
  turner_.end(canvas);
}

void FigureScreen::draw_code(ui::Canvas& canvas, const Context& context, const Layout& layout) const {
  if (code_.empty()) return;
  const Rect& code = layout.code;
  const bool landscape = layout.areas.landscape;
  const float wider = landscape ? 52.0F : 16.0F;
  draw_code_above(canvas, {code.x - wider, code.y, code.w + 2 * wider, code.h + (landscape ? 96.0F : 100.0F)}, code_, context.texts("figure.code"));
  if (landscape) canvas.fill({layout.disc.x - 152, 398, 304, 2}, canvas.color().line);
}

void FigureScreen::draw_tribute(ui::Canvas& canvas, const Context& context, const Layout& layout) {
  const auto& color = canvas.color();
  tribute_.draw(canvas, context, layout.disc, layout.disc_radius);
  if (tribute_.count().empty()) return;
  const float x = layout.disc.x;
  if (layout.areas.landscape) {
    const Rect row{x - 152, layout.disc.y + 150, 304, 72};
    canvas.text(row, tribute_.count(), {.face = Face::SansBold, .size = 58, .color = color.ink, .align = Align::Centre});
    canvas.text({row.x, row.bottom() - 6, row.w, 44}, tribute_.count_words(),
                {.face = Face::Sans, .size = 27, .color = color.ink2, .align = Align::Centre});
    return;
  }
  const ui::TextStyle number{.face = Face::SansBold, .size = 38, .color = color.ink};
  const ui::TextStyle words{.face = Face::Sans, .size = 26, .color = color.ink2};
  const std::string_view times = context.texts("figure.times_short");
  const float width = canvas.measure(tribute_.count(), number);
  const float left = x - (width + 12 + canvas.measure(times, words)) / 2;
  const float baseline = layout.disc.y + 158;
  canvas.text_at({left, baseline}, tribute_.count(), number);
  canvas.text_at({left + width + 12, baseline}, times, words);
}

Action FigureScreen::open(const content::RecordId& figure) const {
  return Replace{ScreenKind::Figure, {.record = figure, .series = {}, .filter = {}, .neighbours = target_.neighbours}};
}

bool FigureScreen::draw_step(ui::Canvas& canvas, std::string_view label, bool forward, Rect box, bool possible) const {
  const ui::ButtonStyle style{.kind = ui::ButtonKind::Secondary, .icon = forward ? "" : "left", .icon_after = forward ? "right" : "",
                              .enabled = possible, .text_size = canvas.landscape() ? 28.0F : 31.0F};
  return ui::button(canvas, label, box, style);
}

Action FigureScreen::draw_shelf(ui::Canvas& canvas, const Context& context, const Layout& layout) {
  const PageAreas& areas = layout.areas;
  const std::string_view previous = context.texts("figure.previous");
  const std::string_view next = context.texts("figure.next");
  const bool pages = text_.pages() > 1;
  if (areas.landscape) {
    if (pages) ui::pager(canvas, {layout.head.x, areas.shelf.y, 300, areas.shelf.h}, turner_, text_.pages());
  } else if (pages) {
    ui::pager(canvas, {areas.shelf_b.x + 304, areas.shelf_b.y, areas.shelf_b.w - 608, areas.shelf_b.h}, turner_, text_.pages());
  }
  if (!neighbours_.any()) return Stay{};
  const float width = areas.landscape ? 188 : 292;
  const Rect row = areas.landscape ? areas.shelf : areas.shelf_b;
  const Rect right = row.after(row.w - width);
  const Rect left = areas.landscape ? right.moved(-width - 14, 0) : row.left(width);
  Action action = Stay{};
  if (draw_step(canvas, previous, false, left, neighbours_.previous() != nullptr)) action = open(*neighbours_.previous());
  if (draw_step(canvas, next, true, right, neighbours_.next() != nullptr)) action = open(*neighbours_.next());
  return action;
}

}  // namespace kiosk
