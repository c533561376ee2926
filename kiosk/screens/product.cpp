#include "kiosk/screens/product.h"

#include <algorithm>

#include "content/schedule.h"
#include "kiosk/numbers.h"
#include "kiosk/ui/widgets.h"
#include "kiosk/ui/widgets_look.h"
#include "kiosk/widgets/code_panel.h"
#include "kiosk/widgets/name_line.h"
#include "kiosk/widgets/portrait.h"
#include "kiosk/words.h"

namespace kiosk {
namespace {

using ui::Align;
using ui::Face;
using ui::Rect;

constexpr int kOutletRows = 3;
constexpr float kReadOn = 250;   // u kept for 接着读

// "接着读 1 / 2 ›" in a box's right end; the whole `hit` turns. The last page leads back to the first.
void turn_by_touch(ui::Canvas& canvas, std::string_view label, Rect hit, Rect words, ui::PageTurner& turner, int pages) {
  if (pages < 2) return;
  const ui::Touch touch = canvas.touch(label, hit);
  const auto& color = canvas.color();
  const ui::TextStyle style{.face = Face::SansMedium, .size = 26, .color = touch.pressed ? color.ink : color.ink2, .align = Align::Right};
  const std::string place = std::string(label) + "  " + std::to_string(turner.page() + 1) + " / " + std::to_string(pages);
  canvas.text(words.left(words.w - 34), place, style);
  canvas.icon("right", {words.right() - 14, words.centre().y}, 30, style.color);
  if (touch.focused) canvas.focus_ring(hit, ui::radius::kCard);
  if (!touch.tapped) return;
  turner.go_to((turner.page() + 1) % pages);
  canvas.request_frame();
}

int pages_of(int items, int per_page) { return std::max(1, (items + per_page - 1) / per_page); }
constexpr float kTightShelf = 830;   // a narrower row: words alone, no count between the arrows

}  // namespace

bool ProductScreen::enter(const Context& context) {
  const content::Product* product = context.catalog.find_product(target_.record);
  if (product == nullptr || !content::visible(*product, context.now)) return false;
  const Texts& texts = context.texts;
  still_ = {product->picture, product->tint, product->table};
  name_ = product->name;
  category_ = product->category;
  new_crop_ = !product->season.empty() && content::in_season(*product, context.now);
  price_ = yuan_words(product->price_fen);
  unit_ = product->unit;
  origin_ = product->origin.empty() ? std::string{} : texts.format("product.origin", {product->origin});
  code_ = take_along(*product, context.catalog.city);
  fetch_maker(context, *product);
  fetch_outlets(context, *product);
  neighbours_ = Neighbours(target_.neighbours, target_.record, [&context](const content::RecordId& id) {
    const auto* other = context.catalog.find_product(id);
    return other != nullptr && content::visible(*other, context.now);
  });
  return true;
}

void ProductScreen::fetch_maker(const Context& context, const content::Product& product) {
  const Texts& texts = context.texts;
  maker_ = product.maker;
  maker_line_ = product.maker_line.empty() ? product.maker_note : product.maker_line;
  story_ = product.story;
  portrait_ = product.maker_portrait;
  figure_ = {};
  const content::Figure* figure = context.catalog.find_figure(product.figure);
  if (figure == nullptr || !content::visible(*figure, context.now)) return;
  figure_ = figure->id;
  const std::string_view pronoun = pronoun_key(figure->pronoun);
  figure_label_ = pronoun.empty() ? std::string(texts("product.story")) : texts.format("product.story_of", {texts(pronoun)});
  if (context.catalog.find_media(portrait_) == nullptr) portrait_ = figure->portrait;
}

void ProductScreen::fetch_outlets(const Context& context, const content::Product& product) {
  outlets_.clear();
  shop_ = {};
  for (const auto& outlet : product.outlets) {
    if (outlet.icon == "phone" && !product.phone.empty()) continue;   // said below, once
    outlets_.push_back({outlet.icon.empty() ? "shop" : outlet.icon, outlet.text});
    const auto* merchant = context.catalog.find_merchant(outlet.merchant);
    if (shop_.empty() && merchant != nullptr && content::merchant_shown(*merchant, context.now)) shop_ = merchant->id;
  }
  if (product.phone.empty()) return;
  outlets_.push_back({"phone", product.maker.empty() ? product.phone : context.texts.format("product.phone", {product.phone, product.maker})});
}

Action ProductScreen::draw(ui::Canvas& canvas, const Context& context) {
  const PageAreas areas = draw_page_frame(canvas, context, {ui::Section::Products, "jar", context.texts("section.products"), {}});
  const Layout layout = lay_out(canvas);
  draw_still_life(canvas, context.catalog, still_, layout.picture);
  draw_head(canvas, context, layout);
  draw_story(canvas, context, layout);
  draw_outlets(canvas, context, layout);
  draw_code(canvas, context, layout);
  Action action = draw_shelf(canvas, context, layout);
  keep(action, draw_dock(canvas, context, areas, context.texts("search.hint.products")));
  return action;
}

ProductScreen::Layout ProductScreen::lay_out(const ui::Canvas& canvas) const {
  Layout layout;
  layout.areas = page_areas(canvas);
  const PageAreas& areas = layout.areas;
  const bool tells = !story_.empty() || !maker_.empty();
  if (areas.landscape) {
    layout.picture = {areas.page.x, 0, std::min(760.0F + (areas.content.x - areas.page.x - 56), areas.page.w * 0.4241F), areas.page.h};
    const float left = layout.picture.right() + 56;
    layout.words = {left, 45, areas.content.right() - left, 0};
    layout.story = {left, 332, layout.words.w, tells ? 264.0F : 0.0F};
    layout.outlets = {left, tells ? 620.0F : 350.0F, layout.words.w, 0};
    layout.outlets.h = areas.shelf.y - 20 - layout.outlets.y;
    if (!code_.empty()) layout.code = {areas.content.right() - 330, layout.outlets.y - 8, 330, areas.shelf.y - layout.outlets.y - 2};
  } else {
    layout.picture = {0, areas.page.y, canvas.size().w, canvas.size().h * 0.3125F};
    const float left = areas.content.x;
    layout.words = {left, layout.picture.bottom() + 26, areas.content.w, 0};
    layout.story = {left, layout.picture.bottom() + 286, areas.content.w, tells ? 268.0F : 0.0F};
    const float top = tells ? layout.story.bottom() + 30 : layout.story.y;
    layout.outlets = {left, top, areas.content.w, areas.shelf_b.y - 24 - top};
    if (!code_.empty()) layout.code = {areas.content.right() - 320, top, 320, 286};
  }
  layout.outlets.w -= code_.empty() ? 0.0F : 344.0F;
  return layout;
}

void ProductScreen::draw_head(ui::Canvas& canvas, const Context& context, const Layout& layout) const {
  const Rect& words = layout.words;
  float x = words.x;
  if (!category_.empty()) x += ui::tag(canvas, {x, words.y}, category_, ui::TagKind::Grey, 50) + 14;
  if (new_crop_) ui::tag(canvas, {x, words.y}, context.texts("product.in_season"), ui::TagKind::Pine, 50);
  if (layout.areas.landscape) {
    draw_price_below_name(canvas, layout);
  } else {
    draw_price_after_name(canvas, layout);
  }
}

// Landscape: name; price, unit and origin on one baseline below.
void ProductScreen::draw_price_below_name(ui::Canvas& canvas, const Layout& layout) const {
  const auto& color = canvas.color();
  const Rect& words = layout.words;
  draw_name(canvas, {words.x, words.y + 64, words.w, 120}, name_, {.face = Face::Serif, .size = 92, .color = color.ink}, 56);
  const float baseline = words.y + 253;
  float x = words.x + canvas.text_at({words.x, baseline}, "¥", {.face = Face::SansBold, .size = 48, .color = color.red}) + 5;
  x += canvas.text_at({x, baseline}, price_, {.face = Face::SansBold, .size = 72, .color = color.red}) + 22;
  x += canvas.text_at({x, baseline}, unit_, {.face = Face::Sans, .size = 34, .color = color.ink}) + 36;
  canvas.text({x, baseline - 29, words.right() - x, 38}, origin_, {.face = Face::Sans, .size = 30, .color = color.ink2});
}

// Portrait: name left and price right on one baseline; origin and unit below.
void ProductScreen::draw_price_after_name(ui::Canvas& canvas, const Layout& layout) const {
  const auto& color = canvas.color();
  const Rect& words = layout.words;
  const float baseline = words.y + 155;
  const ui::TextStyle price{.face = Face::SansBold, .size = 80, .color = color.red};
  const ui::TextStyle sign{.face = Face::SansBold, .size = 52, .color = color.red};
  const float width = canvas.measure(price_, price) + canvas.measure("¥", sign) + 5;
  canvas.text_at({words.right() - width, baseline}, "¥", sign);
  canvas.text_at({words.right() - canvas.measure(price_, price), baseline}, price_, price);
  draw_name(canvas, {words.x, words.y + 61, words.w - width - 40, 120}, name_, {.face = Face::Serif, .size = 92, .color = color.ink}, 56);
  const float unit = canvas.text({words.x, words.y + 172, words.w, 48}, unit_, {.face = Face::Sans, .size = 32, .color = color.ink, .align = Align::Right});
  canvas.text({words.x, words.y + 172, words.w - unit - 24, 48}, origin_, {.face = Face::Sans, .size = 32, .color = color.ink2});
}

void ProductScreen::draw_story(ui::Canvas& canvas, const Context& context, const Layout& layout) {
  if (!(layout.story.h > 0)) return;
  const auto& color = canvas.color();
  const bool landscape = layout.areas.landscape;
  const Rect& card = layout.story;
  canvas.fill(card, color.letter, ui::radius::kCard);
  const Rect portrait{card.x + 28, card.y + (landscape ? 24.0F : 28.0F), landscape ? 169.0F : 172.0F, 212};
  draw_portrait(canvas, context.catalog, portrait_, portrait, {.radius = ui::radius::kThumb, .head = true});

  const Rect words{portrait.right() + 33, card.y, card.right() - 20 - portrait.right() - 33, card.h};
  const float middle = card.y + 52;
  const float name = canvas.text({words.x, middle - 36, words.w * 0.5F, 72}, maker_, {.face = Face::Serif, .size = 40, .color = color.ink});
  const float after = name > 0 ? name + 17 : 0;
  const float room = words.w - after - kReadOn;
  if (room > 130) canvas.text({words.x + after, middle - 32, room, 66}, maker_line_, {.face = Face::Sans, .size = 27, .color = color.ink2});
  draw_story_text(canvas, context, {words.x, card.y + 92, words.w, card.h - 92 - (landscape ? 16.0F : 8.0F)}, {words.right() - kReadOn, middle - 32, kReadOn, 66});
}

void ProductScreen::draw_story_text(ui::Canvas& canvas, const Context& context, Rect text, Rect more) {
  ui::TextStyle style{.face = Face::Kai, .size = canvas.landscape() ? 34.2F : 36.0F, .color = canvas.color().ink, .line = canvas.landscape() ? 1.48F : 1.5F};
  ui::TextBlock block = canvas.layout(story_, style, text.w);
  // A little smaller before it turns pages.
  for (const float size : {33.0F, 32.0F}) {
    if (block.height() <= text.h + 4) break;
    style.size = size;
    block = canvas.layout(story_, style, text.w);
  }
  const int lines = std::max(1, static_cast<int>((text.h + 4) / block.line_step));
  const int count = static_cast<int>(block.lines.size());
  const int pages = pages_of(count, lines);
  const auto turn = story_pages_.begin(canvas, "story", text.inset(-4, 0), pages);
  for (const auto& page : turn.pages) {
    canvas.push_offset(page.offset);
    for (int i = page.index * lines; i < std::min(count, (page.index + 1) * lines); ++i) {
      const float y = text.y + static_cast<float>(i - page.index * lines) * block.line_step;
      canvas.draw_line(block, static_cast<std::size_t>(i), {text.x, y});
    }
    canvas.pop_offset();
  }
  story_pages_.end(canvas);
  turn_by_touch(canvas, context.texts("product.read_on"), {more.x, more.y, more.w, text.bottom() - more.y}, more, story_pages_, pages);
}

void ProductScreen::draw_outlets(ui::Canvas& canvas, const Context& context, const Layout& layout) {
  if (outlets_.empty()) return;
  const auto& color = canvas.color();
  const bool landscape = layout.areas.landscape;
  const Rect& area = layout.outlets;
  const float head = landscape ? 50 : 56;
  canvas.text(area.top(head), context.texts("product.where"), {.face = Face::SansBold, .size = landscape ? 32.0F : 34.0F, .color = color.ink});
  const float step = landscape ? 56 : 61.5F;
  const float room = landscape ? area.h : area.h + 6;
  const int rows = std::max(kOutletRows, static_cast<int>((room - head - 6) / step));
  const int count = static_cast<int>(outlets_.size());
  const float top = area.y + head + (landscape ? 6.0F : 10.0F);
  const Rect list{area.x, top, area.w, step * static_cast<float>(std::min(rows, std::max(count, 1)))};
  const auto turn = outlet_pages_.begin(canvas, "outlets", list, pages_of(count, rows));
  for (const auto& page : turn.pages) {
    canvas.push_offset(page.offset);
    for (int i = page.index * rows; i < std::min(count, (page.index + 1) * rows); ++i) {
      const Outlet& outlet = outlets_[static_cast<std::size_t>(i)];
      const Rect row{list.x, list.y + static_cast<float>(i - page.index * rows) * step, list.w, step};
      canvas.icon(outlet.icon, {row.x + 20, row.centre().y - 1}, 38, color.clay);
      draw_name(canvas, row.after(landscape ? 61 : 65), outlet.text, {.face = Face::Sans, .size = landscape ? 31.0F : 33.0F, .color = color.ink}, 25);
    }
    canvas.pop_offset();
  }
  outlet_pages_.end(canvas);
  const Rect more = area.top(head).after(area.w * 0.4F);
  turn_by_touch(canvas, context.texts("product.more_places"), more.inset(0, -10), more, outlet_pages_, pages_of(count, rows));
}

void ProductScreen::draw_code(ui::Canvas& canvas, const Context& context, const Layout& layout) const {
  draw_code_above(canvas, layout.code, code_, context.texts("product.code"));
}

Action ProductScreen::draw_shelf(ui::Canvas& canvas, const Context& context, const Layout& layout) {
  Action action = Stay{};
  const bool landscape = layout.areas.landscape;
  Rect row = landscape ? layout.areas.shelf : layout.areas.shelf_b;
  row = row.after(layout.words.x - row.x);
  const bool tight = row.w < kTightShelf;
  const float gap = landscape ? 14 : 16;
  float x = row.x;
  // Portrait: equal heights of a tile, widths as on the design, shared when one is missing.
  const float tiles = row.w - (neighbours_.any() ? 324 + gap : 0);
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
  }
  keep(action, draw_neighbours(canvas, context, row));
  return action;
}

Action ProductScreen::draw_neighbours(ui::Canvas& canvas, const Context& context, Rect row) const {
  if (!neighbours_.any()) return Stay{};
  const bool landscape = canvas.landscape();
  const float pill = landscape ? 96 : 112;
  const Rect next = row.after(row.w - pill);
  const std::string count = std::to_string(neighbours_.number()) + " / " + std::to_string(neighbours_.count());
  const ui::TextStyle words{.face = Face::SansMedium, .size = landscape ? 28.0F : 29.0F, .color = canvas.color().ink, .align = Align::Centre};
  const bool tight = row.w < kTightShelf;
  const float between = tight ? 8 : landscape ? canvas.measure(count, words) + 28 : 100;
  const Rect middle{next.x - between, row.y, between, row.h};
  const Rect previous{middle.x - pill, row.y, pill, row.h};
  if (!tight) canvas.text(middle, count, words);
  const bool back = ui::arrow_pill(canvas, context.texts("product.previous"), "left", previous, neighbours_.previous() != nullptr);
  const bool forward = ui::arrow_pill(canvas, context.texts("product.next"), "right", next, neighbours_.next() != nullptr);
  const content::RecordId* wanted = back ? neighbours_.previous() : forward ? neighbours_.next() : nullptr;
  if (wanted == nullptr) return Stay{};
  return Replace{ScreenKind::Product, {.record = *wanted, .series = {}, .filter = {}, .neighbours = target_.neighbours}};
}

}  // namespace kiosk
