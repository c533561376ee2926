#include "kiosk/screens/product.h"

#include <algorithm>

#include "kiosk/ui/qr_panel.h"
#include "kiosk/ui/widgets.h"
#include "kiosk/ui/widgets_look.h"
#include "kiosk/widgets/code_panel.h"

namespace kiosk {
namespace {

using ui::Align;
using ui::Face;
using ui::Rect;

constexpr float kTag = 50, kLeastName = 56;
constexpr float kGapAbove = 24;        // between the parts
constexpr float kLeastCode = 160;
constexpr float kCodeWidth = 320, kCodeBeside = 430;   // its words below it, beside it
constexpr float kPlacesBeside = 440;   // the least width that places keep beside a code
constexpr float kLeastStory = 140;
constexpr float kStep = 16;            // of a width that grows
constexpr float kNarrowPage = 1600;
constexpr float kTightShelf = 830;     // a narrower row: words alone, no count between the arrows

float large(const ui::Canvas& canvas) { return canvas.theme().text_size(10) / 10; }

Open open_pictures(std::vector<content::MediaId> pictures) {
  Target target;
  target.pictures = std::move(pictures);
  return {ScreenKind::Pictures, std::move(target)};
}

}  // namespace

Action ProductScreen::draw(ui::Canvas& canvas, const Context& context) {
  const PageAreas areas = draw_page_frame(canvas, context, {ui::Section::Products, "jar", context.texts("section.products"), {}});
  const Layout layout = lay_out(canvas, context);
  Action action = draw_picture(canvas, context, layout);
  draw_head(canvas, context, layout);
  draw_story(canvas, context, layout);
  draw_outlets(canvas, context, layout);
  if (layout.code_beside) {
    draw_code_beside(canvas, layout.code, code_, context.texts("product.code"));
  } else {
    draw_code_above(canvas, layout.code, code_, context.texts("product.code"));
  }
  keep(action, draw_shelf(canvas, context, layout));
  keep(action, draw_dock(canvas, context, areas, context.texts("search.hint.products")));
  return action;
}

// In one line down to 56, then smaller in two.
ui::TextBlock ProductScreen::lay_name(const ui::Canvas& canvas, float width) const {
  ui::TextStyle style{.face = Face::Serif, .size = 92, .color = canvas.color().ink, .line = 1.16F};
  while (style.size > kLeastName && canvas.measure(name_, style) > width) style.size -= 4;
  if (canvas.measure(name_, style) <= width) return canvas.layout(name_, style, width + 2);
  ui::TextBlock block = canvas.layout(name_, style, width);
  for (style.size = 52; style.size >= 32 && block.lines.size() > 2; style.size -= 4) block = canvas.layout(name_, style, width);
  return block;
}

// Portrait: the price stands beside it.
float ProductScreen::name_width(const ui::Canvas& canvas, float width) const {
  if (canvas.landscape()) return width;
  const float price = canvas.measure(price_, {.face = Face::SansBold, .size = 80, .color = {}});
  return width - price - canvas.measure("¥", {.face = Face::SansBold, .size = 52, .color = {}}) - 45;
}

float ProductScreen::name_height(const ui::Canvas& canvas, float width) const {
  const float usual = canvas.theme().text_size(92) * (large(canvas) > 1 ? 1.16F : 1.3F);
  return std::max(usual, lay_name(canvas, name_width(canvas, width)).height() + 8);
}

float ProductScreen::head_height(const ui::Canvas& canvas, float width) const {
  const auto text = [&](float size) { return canvas.theme().text_size(size); };
  const float below = canvas.landscape() ? text(72) * (large(canvas) > 1 ? 1.12F : 1.26F) : text(32) * 1.6F;
  return text(kTag) + 14 + name_height(canvas, width) + below;
}

ProductScreen::Layout ProductScreen::lay_out(const ui::Canvas& canvas, const Context& context) const {
  Layout layout;
  layout.areas = page_areas(canvas);
  if (layout.areas.landscape) {
    lay_out_landscape(canvas, layout);
  } else {
    lay_out_portrait(canvas, layout);
  }
  lay_out_code(canvas, context, layout);
  return layout;
}

void ProductScreen::lay_out_landscape(const ui::Canvas& canvas, Layout& layout) const {
  const PageAreas& areas = layout.areas;
  // Large words need the picture's room, the more so on a 4:3 screen.
  const float share = large(canvas) > 1 ? (areas.page.w < kNarrowPage ? 0.24F : 0.34F) : 0.4241F;
  const float width = std::min(760.0F + (areas.content.x - areas.page.x - 56), areas.page.w * share);
  layout.picture = {areas.page.x, 0, width, areas.low ? areas.look.bottom() : areas.page.h};
  const float left = layout.picture.right() + 56;
  const float head = head_height(canvas, areas.content.right() - left);
  layout.words = {left, large(canvas) > 1 ? 30.0F : 45.0F, areas.content.right() - left, head};
  layout.shelf = areas.shelf;
  if (!areas.low) {
    layout.shelf = areas.shelf.after(left - areas.shelf.x);
    const float top = layout.words.y + head + 12;
    split_rest(canvas, {left, top, layout.words.w, areas.shelf.y - 20 - top}, layout);
    return;
  }
  // Look above, touch below: the story left, the places right.
  layout.words.y = std::max(45.0F, layout.picture.centre().y - head / 2);
  const Rect content = areas.content;
  const float half = tells() ? (content.w - 40) * (content.w < 1500 ? 0.42F : 0.5F) : 0;
  layout.story = content.left(half);
  layout.outlets = tells() ? content.after(half + 40) : content;
}

void ProductScreen::lay_out_portrait(const ui::Canvas& canvas, Layout& layout) const {
  const PageAreas& areas = layout.areas;
  const float height = canvas.size().h;
  const float left = areas.content.x, width = areas.content.w;
  const float head = head_height(canvas, width);
  layout.shelf = areas.shelf_b;
  if (areas.low) {
    const float bottom = areas.look.bottom();
    layout.picture = {0, areas.page.y, canvas.size().w, bottom - 20 - head - 26 - areas.page.y};
    layout.words = {left, layout.picture.bottom() + 26, width, head};
    split_rest(canvas, {left, areas.content.y, width, areas.shelf_b.y - 24 - areas.content.y}, layout);
    return;
  }
  // The picture gives way until story and places have what they need.
  const float bottom = areas.shelf_b.y - 24;
  const float needed = (tells() ? 268 : 0) * large(canvas) + kGapAbove + 240 * large(canvas);
  const float room = bottom - areas.page.y - head - 46;
  const float picture = std::clamp(room - needed, height * 0.14F, height * 0.3125F);
  layout.picture = {0, areas.page.y, canvas.size().w, picture};
  layout.words = {left, layout.picture.bottom() + 26, width, head};
  const float top = layout.words.bottom() + 20;
  split_rest(canvas, {left, top, width, bottom - top}, layout);
}

// The story's card above, the places to buy below.
void ProductScreen::split_rest(const ui::Canvas& canvas, Rect rest, Layout& layout) const {
  const float wanted = (layout.areas.landscape ? 264.0F : 268.0F) * (large(canvas) > 1 ? 1.1F : 1.0F);
  // On a narrow page the code stands below the places' heading: it keeps its size, the story turns pages.
  const bool narrow = !code_.empty() && rest.w - kCodeBeside - 24 < kPlacesBeside * large(canvas);
  const float least = narrow ? places_height(canvas) + 4 + kLeastCode : 0;
  const float most = std::max(kLeastStory, std::min((rest.h - kGapAbove) * 0.54F, rest.h - kGapAbove - least));
  const float story = tells() ? std::min(wanted, most) : 0;
  layout.story = rest.top(story);
  layout.outlets = rest.below(tells() ? story + kGapAbove : 12);
}

float ProductScreen::places_height(const ui::Canvas& canvas) {
  const float size = canvas.landscape() ? 32 : 34;
  return canvas.theme().text_size(size) * (large(canvas) > 1 ? 1.3F : 1.55F);
}

void ProductScreen::lay_out_code(const ui::Canvas& canvas, const Context& context, Layout& layout) const {
  Rect& outlets = layout.outlets;
  layout.places = outlets.top(places_height(canvas));
  if (code_.empty()) return;
  const std::string_view says = context.texts("product.code");
  const float words = code_words_height(canvas, kCodeWidth, code_, says);
  layout.code_beside = outlets.h < kLeastCode + words;
  const float least = std::min(outlets.w * 0.6F, kLeastCode + 28 + 150 * large(canvas));
  float width = layout.code_beside ? std::min(kCodeBeside, std::max(outlets.w * 0.5F, least)) : std::min(kCodeWidth, outlets.w * 0.42F);
  const bool narrow = layout.code_beside && outlets.w - width < kPlacesBeside * large(canvas);
  const float down = narrow ? layout.places.h + 4 : 0;
  const float height = std::min(outlets.h - down, !layout.code_beside ? 194 + words : narrow ? kLeastCode : 186.0F);
  // Wider where the words beside it would stand out below.
  const float most = layout.code_beside ? outlets.w * 0.6F : width;
  while (width + kStep < most && code_words_height_beside(canvas, {0, 0, width, height}, code_, says) > std::max(height, ui::kLeastPanel)) width += kStep;
  layout.code = {outlets.right() - width, outlets.y + down, width, height};
  outlets.w -= width + 24;
  if (!narrow) layout.places.w = outlets.w;
}

// The whole picture opens the viewer; a pill in its corner says so. In low reach the shelf has the pill.
Action ProductScreen::draw_picture(ui::Canvas& canvas, const Context& context, const Layout& layout) const {
  const auto& color = canvas.color();
  const Rect& box = layout.picture;
  draw_still_life(canvas, context.catalog, still_, box);
  if (canvas.theme().modes.high_contrast) canvas.outline(box.inset(3), color.ink, 3);
  if (layout.areas.low || pictures_.empty()) return Stay{};
  const ui::Touch touch = canvas.touch(context.texts("product.look"), box);
  const std::string words = pictures_.size() > 1 ? context.texts.format("product.look_more", {std::to_string(pictures_.size())})
                                                 : std::string(context.texts("product.look"));
  const ui::TextStyle style{.face = Face::SansMedium, .size = 28, .color = color.ink};
  const float icon = ui::icon_size(canvas, 36);
  const float width = canvas.measure(words, style) + icon + 72;
  const Rect pill{box.x + 28, box.bottom() - 28 - ui::touch::kChip, width, ui::touch::kChip};
  const ui::Look look = ui::control_look(canvas.theme(), touch.pressed ? ui::LookState::Pressed : ui::LookState::Rest);
  ui::draw_control(canvas, pill, look, pill.h / 2);
  canvas.icon("image", {pill.x + 28 + icon / 2, pill.centre().y}, icon, look.icon);
  canvas.text({pill.x + 28 + icon + 14, pill.y, width, pill.h}, words, {.face = style.face, .size = style.size, .color = look.words});
  if (touch.focused) canvas.focus_ring(pill, pill.h / 2);
  if (touch.tapped) return open_pictures(pictures_);
  return Stay{};
}

// A tile of portrait's shelf, icon above a short word.
bool ProductScreen::draw_look(ui::Canvas& canvas, const Context& context, Rect box) const {
  const ui::Touch touch = canvas.touch(context.texts("product.look"), box);
  const ui::Look look = ui::control_look(canvas.theme(), touch.pressed ? ui::LookState::Pressed : ui::LookState::Rest);
  ui::draw_control(canvas, box, look, ui::radius::kTile);
  canvas.icon("image", {box.centre().x, box.y + box.h * 0.34F}, 44, look.icon);
  canvas.text({box.x, box.y + box.h * 0.54F, box.w, box.h * 0.36F}, context.texts("product.look_short"),
              {.face = Face::SansMedium, .size = 26, .color = look.words, .align = Align::Centre});
  if (touch.focused) canvas.focus_ring(box, ui::radius::kTile);
  return touch.tapped;
}

Action ProductScreen::draw_shelf(ui::Canvas& canvas, const Context& context, const Layout& layout) {
  Action action = Stay{};
  const bool landscape = layout.areas.landscape;
  const Rect& row = layout.shelf;
  const bool tight = row.w < kTightShelf * large(canvas);
  const float gap = landscape ? 14 : 16;
  float x = row.x;
  // Portrait: equal heights of a tile, widths as on the design, shared when one is missing.
  const float look_width = layout.areas.low && !landscape && !pictures_.empty() ? 124 * (large(canvas) > 1 ? 1.2F : 1.0F) + gap : 0;
  const float tiles = row.w - (neighbours_.any() ? 324 + gap : 0) - look_width;
  if (!shop_.empty()) {
    const std::string_view label = context.texts("product.to_shop");
    const ui::ButtonStyle style{.kind = ui::ButtonKind::Primary, .icon = tight ? "" : "map", .text_size = landscape ? 30.0F : 31.0F};
    const float width = landscape ? ui::button_width(canvas, label, style) : figure_.empty() ? tiles : (tiles - gap) * 0.552F;
    if (ui::button(canvas, label, {x, row.y, width, row.h}, style)) {
      action = Open{ScreenKind::Merchant, {.record = shop_, .series = {}, .filter = {}, .neighbours = {}}};
    }
    x += width + gap;
  }
  if (!figure_.empty()) {
    const ui::ButtonStyle style{.kind = ui::ButtonKind::Secondary, .icon = tight ? "" : "user", .text_size = landscape ? 28.0F : 31.0F};
    const float width = landscape ? ui::button_width(canvas, figure_label_, style) : row.x + tiles - x;
    if (ui::button(canvas, figure_label_, {x, row.y, width, row.h}, style)) {
      action = Open{ScreenKind::Figure, {.record = figure_, .series = {}, .filter = {}, .neighbours = {}}};
    }
    x += width + gap;
  }
  if (layout.areas.low && !pictures_.empty()) {
    const std::string_view label = context.texts("product.look");
    const ui::ButtonStyle style{.kind = ui::ButtonKind::Secondary, .icon = tight ? "" : "image", .text_size = 28};
    const bool tapped = landscape ? ui::button(canvas, label, {x, row.y, ui::button_width(canvas, label, style), row.h}, style)
                                  : draw_look(canvas, context, {row.x + tiles + gap, row.y, look_width - gap, row.h});
    if (tapped) action = open_pictures(pictures_);
  }
  keep(action, draw_neighbours(canvas, context, row, tight));
  return action;
}

Action ProductScreen::draw_neighbours(ui::Canvas& canvas, const Context& context, Rect row, bool tight) const {
  if (!neighbours_.any()) return Stay{};
  const bool landscape = canvas.landscape();
  const float pill = landscape ? 96 : 104;
  const Rect next = row.after(row.w - pill);
  const std::string count = std::to_string(neighbours_.number()) + " / " + std::to_string(neighbours_.count());
  ui::TextStyle words{.face = Face::SansMedium, .size = landscape ? 28.0F : 29.0F, .color = canvas.color().ink, .align = Align::Centre};
  const float between = !landscape ? 116 : tight ? 8 : canvas.measure(count, words) + 28;
  if (!landscape) words = ui::fitted(canvas, count, words, between);
  const Rect middle{next.x - between, row.y, between, row.h};
  const Rect previous{middle.x - pill, row.y, pill, row.h};
  if (between > 8) canvas.text(middle.inset(-2, 0), count, words);
  const bool back = ui::arrow_pill(canvas, context.texts("product.previous"), "left", previous, neighbours_.previous() != nullptr);
  const bool forward = ui::arrow_pill(canvas, context.texts("product.next"), "right", next, neighbours_.next() != nullptr);
  const content::RecordId* wanted = back ? neighbours_.previous() : forward ? neighbours_.next() : nullptr;
  if (wanted == nullptr) return Stay{};
  return Replace{ScreenKind::Product, {.record = *wanted, .series = {}, .filter = {}, .neighbours = target_.neighbours}};
}

}  // namespace kiosk
