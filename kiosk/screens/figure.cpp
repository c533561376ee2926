#include "kiosk/screens/figure.h"

#include <algorithm>

#include "content/schedule.h"
#include "kiosk/said.h"
#include "kiosk/ui/widgets.h"
#include "kiosk/ui/widgets_look.h"
#include "kiosk/widgets/code_panel.h"
#include "kiosk/words.h"

namespace kiosk {
namespace {

using ui::Face;
using ui::Rect;

constexpr float kRings = 1.3F;             // the rings' reach, of the disc's radius
constexpr float kNarrowPage = 1500;        // u: landscape pages below have no room for a third column
constexpr float kShortScreen = 1700;       // u: portrait
constexpr float kCodeSide = 190;
constexpr float kPortraitCodeSide = 178;
constexpr float kHang = 36;   // of a quotation mark that begins a line, left of the text

bool large(const ui::Canvas& canvas) { return canvas.theme().modes.large_text; }

// Arrows and "3 / 8"; two figures more where both numbers have two.
float pager_width(const ui::Canvas& canvas, int pages) {
  if (pages < 2) return 0;
  const float more = pages < 10 ? 0 : canvas.measure("00", {.face = ui::Face::SansMedium, .size = 31, .color = {}});
  return more + (canvas.landscape() ? (large(canvas) ? 340.0F : 310.0F) : (large(canvas) ? 372.0F : 356.0F));
}

}  // namespace

bool FigureScreen::enter(const Context& context) {
  const content::Figure* figure = context.catalog.find_figure(target_.record);
  if (figure == nullptr || !content::visible(*figure, context.now)) return false;
  martyr_ = figure->category == content::FigureCategory::Martyr;
  fetch_words(context, *figure);
  portrait_ = figure->portrait;
  pictures_.clear();
  for (const auto& picture : figure->gallery) {
    if (context.catalog.find_media(picture) != nullptr) pictures_.push_back(picture);
  }
  if (!pictures_.empty() && context.catalog.find_media(portrait_) != nullptr) pictures_.insert(pictures_.begin(), portrait_);
  code_ = take_along(*figure, context.catalog.city);
  tribute_.show(context, *figure);
  neighbours_ = Neighbours(target_.neighbours, target_.record, [&context](const content::RecordId& id) {
    const auto* other = context.catalog.find_figure(id);
    return other != nullptr && content::visible(*other, context.now);
  });
  laid_out_.reset();
  return true;
}

void FigureScreen::fetch_words(const Context& context, const content::Figure& figure) {
  const Texts& texts = context.texts;
  category_ = texts(text_key(figure.category));
  const Said community = said(figure, "community", figure.community, texts);
  year_and_place_ = figure.year == 0 ? community.text : texts.format("figure.year", {std::to_string(figure.year)});
  if (figure.year != 0 && !community.empty()) year_and_place_ = texts.format("home.place", {year_and_place_, community.text});
  name_ = said_person(figure, "name", figure.name, figure.pinyin, texts);
  const Said voice = figure.voice.empty() ? said(figure, "citation", figure.citation, texts) : said(figure, "voice", figure.voice, texts);
  const Said biography = said(figure, "biography", figure.biography, texts);
  voice_ = voice.text;
  biography_ = biography.text;
  chinese_ = community.chinese || voice.chinese || biography.chinese;
  honours_.clear();
  for (std::size_t i = 0; i < figure.honours.size(); ++i) {
    const auto& honour = figure.honours[i];
    const Said words = said_item(figure, "honours", i, figure.honours.size(), honour.text, texts);
    chinese_ = chinese_ || words.chinese;
    honours_.push_back({honour.year == 0 ? std::string{} : std::to_string(honour.year), words.text});
  }
}

Action FigureScreen::draw(ui::Canvas& canvas, const Context& context) {
  const PageAreas areas = draw_page_frame(canvas, context, {ui::Section::Honour, "medal", context.texts("section.honour"), {}});
  const Layout layout = lay_out(canvas, context);
  Action action = draw_picture(canvas, context, layout);
  const float head_bottom = draw_head(canvas, context, layout);
  draw_text(canvas, layout, head_bottom);
  if (!code_.empty()) draw_code_above(canvas, layout.code, code_, context.texts("figure.code"));
  draw_tribute(canvas, context, layout);
  keep(action, draw_shelf(canvas, context, layout));
  keep(action, draw_dock(canvas, context, areas, context.texts("search.hint.people")));
  draw_toast(canvas, layout);
  return action;
}

FigureScreen::Layout FigureScreen::lay_out(ui::Canvas& canvas, const Context& context) const {
  Layout layout;
  layout.areas = page_areas(canvas);
  const PageAreas& areas = layout.areas;
  layout.compact = areas.landscape && (large(canvas) || areas.low || areas.page.w < kNarrowPage);
  if (!areas.landscape) {
    lay_out_portrait(canvas, context, layout);
  } else if (layout.compact) {
    lay_out_compact(canvas, context, layout);
  } else {
    lay_out_landscape(canvas, context, layout);
  }
  if (!areas.low || pictures_.empty()) return layout;
  const float width = ui::button_width(canvas, context.texts("figure.look"), {.icon = "image"});
  layout.look = areas.landscape ? layout.shelf.left(width) : areas.shelf.left(width);
  return layout;
}

// Three columns: picture, words, code with tribute.
void FigureScreen::lay_out_landscape(const ui::Canvas& canvas, const Context& context, Layout& layout) const {
  const PageAreas& areas = layout.areas;
  const float right = areas.content.right();
  const float width = std::min(600.0F, areas.page.w * 0.335F);
  layout.picture = {areas.page.x, 0, std::max(width, areas.content.x + 544 - areas.page.x), areas.page.h};
  if (areas.page.w < 1700) layout.picture.w = width;
  const float left = layout.picture.right() + 56;
  layout.head = {left, 44, right - 304 - 72 - left, 0};
  layout.text = {left, 0, layout.head.w, areas.shelf.y - 26};
  layout.disc = {right - 152, 400};
  layout.shelf = {left, areas.shelf.y, right - left, areas.shelf.h};
  if (code_.empty()) return;
  layout.disc.y = 574;
  const float words = code_words_height(canvas, 332, code_, context.texts("figure.code"));
  layout.code = {right - 318, 44, 332, std::min(228 + words, 344.0F)};
}

// Two columns: picture over tribute, words beside a code.
void FigureScreen::lay_out_compact(const ui::Canvas& canvas, const Context& context, Layout& layout) const {
  const PageAreas& areas = layout.areas;
  const float inner = std::max(areas.page.x, areas.content.x - ui::space::kMargin);   // past 2000 u the stage stands in the middle
  const float column = inner + std::clamp(areas.page.w * 0.28F, 340.0F, 480.0F);
  layout.disc_radius = 92;
  const float count = martyr_ ? 0 : canvas.theme().text_size(38) * 1.5F;
  layout.disc = {(inner + column) / 2, areas.page.h - 20 - count - layout.disc_radius * kRings};
  layout.picture = {areas.page.x, 0, column - areas.page.x, layout.disc.y - layout.disc_radius * kRings - 16};
  const float left = column + 56;
  const float right = areas.content.right();
  layout.head = {left, 44, right - left, 0};
  layout.text = {left, 0, right - left, areas.shelf.y - 26};
  layout.shelf = {left, areas.shelf.y, right - left, areas.shelf.h};
  if (code_.empty()) return;
  const float width = large(canvas) ? 270 : 240;
  layout.code = {right - width, 44, width, kCodeSide + code_words_height(canvas, width, code_, context.texts("figure.code"))};
  layout.head.w -= width + 40;
}

void FigureScreen::lay_out_portrait(const ui::Canvas& canvas, const Context& context, Layout& layout) const {
  const PageAreas& areas = layout.areas;
  const float height = canvas.size().h;
  const bool low_screen = height < kShortScreen;
  const float share = large(canvas) ? (low_screen ? (areas.low ? 0.12F : 0.13F) : areas.low ? 0.18F : 0.24F) : (low_screen ? 0.2F : 0.3073F);
  layout.picture = {0, areas.page.y, canvas.size().w, height * share};
  const float top = layout.picture.bottom() + 26;
  const bool shelf_a = areas.low && !pictures_.empty();
  layout.head = {areas.content.x, top, areas.content.w - (code_.empty() ? 0 : 256), 0};
  layout.text = {areas.content.x, 0, areas.content.w, (shelf_a ? areas.shelf.y : areas.shelf_b.y) - 26};
  if (!code_.empty()) {
    const float words = code_words_height(canvas, 228, code_, context.texts("figure.code"));
    layout.code = {areas.content.right() - 228, top, 228, std::max(kPortraitCodeSide + words, large(canvas) ? 330.0F : 296.0F)};
  }
  layout.disc = {areas.content.right() - 124, areas.shelf_b.y - 192};
  layout.disc_radius = 96;
  layout.shelf = areas.shelf_b;
}

FigureTextBox FigureScreen::text_box(const ui::Canvas& canvas, const Layout& layout, float top) const {
  const auto& color = canvas.color();
  const bool landscape = layout.areas.landscape;
  FigureTextBox box;
  box.area = {layout.text.x, top, layout.text.w, layout.text.h - top};
  const float beside_disc = layout.disc.x - layout.disc_radius * kRings - layout.text.x;
  box.narrow = landscape ? layout.text.w : std::min(640.0F, beside_disc);
  box.free_height = landscape ? box.area.h : layout.disc.y - layout.disc_radius * kRings - top;
  box.body = {.face = Face::Sans, .size = landscape ? 32.0F : 33.0F, .color = color.ink, .line = large(canvas) ? 1.5F : 1.69F, .hang_quotes = true};
  box.honour_size = landscape ? 30 : 31;
  const float grown = canvas.theme().text_size(box.honour_size) / box.honour_size;
  box.year_width = (landscape ? 110.0F : 114.0F) * grown;
  box.honour_step = (landscape ? 50.0F : 58.0F) * grown;
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
  const Rect area{box.area.x - kHang, box.area.y, box.narrow + kHang, box.area.h};
  const auto turn = turner_.begin(canvas, "text", area, text_.pages());
  for (const auto& page : turn.pages) {
    canvas.push_offset(page.offset);
    text_.draw(canvas, page.index);
    canvas.pop_offset();
  }
  turner_.end(canvas);
}

Action FigureScreen::open(const content::RecordId& figure) const {
  return Replace{ScreenKind::Figure, {.record = figure, .series = {}, .filter = {}, .neighbours = target_.neighbours}};
}

Action FigureScreen::open_gallery() const {
  Target target;
  target.pictures = pictures_;
  return Open{ScreenKind::Pictures, std::move(target)};
}

bool FigureScreen::draw_step(ui::Canvas& canvas, std::string_view label, bool forward, Rect box, bool possible, bool tight) const {
  if (tight) return ui::arrow_pill(canvas, label, forward ? "right" : "left", box, possible);
  const ui::ButtonStyle style{.kind = ui::ButtonKind::Secondary, .icon = forward ? "" : "left", .icon_after = forward ? "right" : "",
                              .enabled = possible, .text_size = canvas.landscape() ? 28.0F : 31.0F};
  return ui::button(canvas, label, box, style);
}

// Gallery (in low reach), pager, neighbours; the neighbours' words give way to their arrows where the row is short.
Action FigureScreen::draw_shelf(ui::Canvas& canvas, const Context& context, const Layout& layout) {
  const bool landscape = layout.areas.landscape;
  const Rect& row = layout.shelf;
  const float gap = landscape ? 14 : 12;
  Action action = Stay{};
  if (layout.look.w > 0 && ui::button(canvas, context.texts("figure.look"), layout.look, {.icon = "image"})) action = open_gallery();
  const float before = landscape && layout.look.w > 0 ? layout.look.w + gap : 0;
  const float pager = pager_width(canvas, text_.pages());
  const std::string_view previous = context.texts("figure.previous");
  const std::string_view next = context.texts("figure.next");
  const float words = std::max(ui::button_width(canvas, previous, {.icon = "left"}), ui::button_width(canvas, next, {.icon = "left"}));
  const float wide = std::max(landscape ? 188.0F : large(canvas) || pager > 0 ? 280.0F : 292.0F, words);
  const bool tight = before + pager + 2 * (wide + gap) > row.w + 1 && neighbours_.any();
  const float width = tight ? (landscape ? 96.0F : 112.0F) : wide;
  if (pager > 0 && landscape) ui::pager(canvas, {row.x + before, row.y, pager, row.h}, turner_, text_.pages());
  if (pager > 0 && !landscape) ui::pager(canvas, row.inset(neighbours_.any() ? width + 12 : 0, 0), turner_, text_.pages());
  if (!neighbours_.any()) return action;
  const Rect right = row.after(row.w - width);
  const Rect left = landscape ? right.moved(-width - gap, 0) : row.left(width);
  if (draw_step(canvas, previous, false, left, neighbours_.previous() != nullptr, tight)) action = open(*neighbours_.previous());
  if (draw_step(canvas, next, true, right, neighbours_.next() != nullptr, tight)) action = open(*neighbours_.next());
  return action;
}

}  // namespace kiosk
