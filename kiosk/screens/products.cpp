#include "kiosk/screens/products.h"

#include <algorithm>
#include <optional>

#include "kiosk/ui/widgets.h"
#include "kiosk/ui/widgets_look.h"
#include "kiosk/widgets/chinese_mark.h"
#include "kiosk/widgets/name_line.h"

namespace kiosk {
namespace {

using ui::Align;
using ui::Face;
using ui::Rect;

constexpr float kGap = 22, kLeastPicture = 112;
constexpr std::size_t kTiles = 6;   // so many chips stand as equal tiles in portrait

constexpr float kLeastCardName = 27;
constexpr float kWideRow = 760;   // u of a card with its picture beside the words: narrower, name and maker take two lines each

// How a card's words share its height: a name with its pinyin may take two lines.
struct CardShares {
  float name, name_end;
  float price;               // baseline
  float maker, maker_end;
};

CardShares card_shares(const ui::Canvas& canvas, std::string_view name, float width) {
  if (canvas.theme().modes.language != ui::Language::English) return {0.05F, 0.39F, 0.625F, 0.65F, 0.95F};
  const bool two_lines = canvas.measure(name, {.face = Face::SansBold, .size = kLeastCardName, .color = {}}) > width;
  return two_lines ? CardShares{0.03F, 0.45F, 0.665F, 0.69F, 0.98F} : CardShares{0.05F, 0.33F, 0.52F, 0.58F, 0.96F};
}

}  // namespace

void ProductsScreen::choose(std::string category) {
  category_ = std::move(category);
  turner_.reset();
  changed_ = true;
}

std::size_t ProductsScreen::selected() const {
  if (category_.empty()) return 0;
  return static_cast<std::size_t>(std::ranges::find(categories_, category_) - categories_.begin()) + 1;
}

Action ProductsScreen::draw(ui::Canvas& canvas, const Context& context) {
  if (changed_) fetch(context);
  const PageAreas areas = draw_page_frame(canvas, context, {ui::Section::Products, "jar", context.texts("section.products"), {}});
  const Layout layout = lay_out(canvas);
  draw_title(canvas, context, layout);
  Action action = Stay{};
  if (cards_.empty()) {
    draw_empty(canvas, context, layout);
  } else {
    if (layout.show.h > 0) draw_show(canvas, context, layout);
    action = draw_cards(canvas, context, layout);
  }
  draw_shelf(canvas, context, layout);
  keep(action, draw_dock(canvas, context, areas, context.texts("search.hint.products")));
  return action;
}

ProductsScreen::Layout ProductsScreen::lay_out(const ui::Canvas& canvas) const {
  Layout layout;
  layout.areas = page_areas(canvas);
  const PageAreas& areas = layout.areas;
  const float large = canvas.theme().text_size(10) / 10;
  const bool english = canvas.theme().modes.language == ui::Language::English;
  layout.foot = (canvas.landscape() ? 149.0F : 164.0F) * large + (english ? 60 * large : 0);
  layout.touch_top = canvas.reach_top();
  if (!areas.landscape) {
    lay_out_portrait(canvas, layout);
    return layout;
  }
  lay_out_landscape(canvas, layout);
  return layout;
}

void ProductsScreen::lay_out_landscape(const ui::Canvas& canvas, Layout& layout) const {
  const PageAreas& areas = layout.areas;
  const float large = canvas.theme().text_size(10) / 10;
  Rect free = areas.content;
  if (areas.low) free = {free.x, areas.look.y, free.w, free.bottom() - areas.look.y};   // one row of tall cards, touched at their feet
  if (large > 1 && !areas.low) {   // whole pictures beside the words, rather than strips above them
    layout.beside = true;
    const bool english = canvas.theme().modes.language == ui::Language::English;   // maker and name are longer
    const int columns = std::clamp(CardGrid::columns_for(free.w, 760, kGap), 1, english ? 2 : 3);
    const bool two_lines = english && CardGrid{free, columns, 1, kGap}.cell(0).w < kWideRow;
    layout.grid = {free, columns, std::max(1, static_cast<int>((free.h + kGap) / ((two_lines ? 250 : 196) + kGap))), kGap};
    layout.foot = layout.grid.cell(0).w - std::min(layout.grid.cell(0).h, layout.grid.cell(0).w * 0.4F);
    return;
  }
  const float least = layout.foot + kLeastPicture;
  const int rows = areas.low ? 1 : std::clamp(static_cast<int>((free.h + kGap) / (least + kGap)), 1, 2);
  layout.grid = {free, std::clamp(CardGrid::columns_for(free.w, 404 * (large > 1 ? 1.25F : 1.0F), kGap), 2, 5), rows, kGap};
}

void ProductsScreen::lay_out_portrait(const ui::Canvas& canvas, Layout& layout) const {
  const PageAreas& areas = layout.areas;
  const float large = canvas.theme().text_size(10) / 10;
  Rect free = areas.content;
  const ui::TextStyle title{.face = Face::Serif, .size = 56, .color = {}};
  const ui::TextStyle count{.face = Face::Sans, .size = 28, .color = {}};
  layout.count_below = canvas.measure(title_, title) + 28 + canvas.measure(count_, count) > areas.header.w;
  const float top = 280 + (layout.count_below ? 46 * large : 0);
  if (areas.low) {
    layout.show = {0, top, canvas.size().w, areas.look.bottom() - top};
  } else {
    free.y = top;
  }
  free.h = areas.shelf.y - 26 - free.y;
  const int rows = std::max(1, static_cast<int>((free.h + 20) / ((206 + layout.foot) + 20)));
  layout.grid = {free, 2, rows, 20};
  const float height = (free.h - 20 * static_cast<float>(rows - 1)) / static_cast<float>(rows);
  if (height < layout.foot + 96) {   // too low for a picture above the words
    layout.beside = true;
    layout.grid.columns = 1;
    layout.foot = free.w * 0.6F;
  }
}

void ProductsScreen::draw_title(ui::Canvas& canvas, const Context& context, const Layout& layout) const {
  const PageAreas& areas = layout.areas;
  const ui::TextStyle note{.face = Face::Sans, .size = 28, .color = canvas.color().ink2};
  if (areas.landscape) {
    const float room = areas.header.w - 200 - canvas.measure(title_, {.face = Face::Serif, .size = 50, .color = {}}) - 56;
    const bool fits = canvas.measure(makers_, note) <= room;
    draw_header(canvas, context, areas, title_, fits ? std::string_view(makers_) : std::string_view{});
    return;
  }
  draw_header(canvas, context, areas, title_);
  ui::TextStyle count = note;
  if (!layout.count_below) count.align = Align::Right;
  canvas.text({areas.header.x, areas.header.y + (layout.count_below ? 72.0F : 20.0F) * (layout.count_below ? canvas.theme().text_size(10) / 10 : 1.0F), areas.header.w, 72}, count_, count);
}

// The first product of the page, for the eye.
void ProductsScreen::draw_show(ui::Canvas& canvas, const Context& context, const Layout& layout) const {
  const std::size_t first = static_cast<std::size_t>(turner_.page() * layout.grid.per_page());
  const Card& card = cards_[std::min(first, cards_.size() - 1)];
  draw_still_life(canvas, context.catalog, card.still, layout.show);
  if (canvas.theme().modes.high_contrast) canvas.outline(layout.show, canvas.color().ink, 3);
}

Action ProductsScreen::draw_cards(ui::Canvas& canvas, const Context& context, const Layout& layout) {
  Action action = Stay{};
  const CardGrid& grid = layout.grid;
  const int count = static_cast<int>(cards_.size());
  // Room for the cards' shadows.
  const auto turn = turner_.begin(canvas, "cards", grid.area.inset(-8, -8), grid.pages(count));
  for (const auto& page : turn.pages) {
    canvas.push_offset(page.offset);
    const int first = page.index * grid.per_page();
    for (int i = first; i < std::min(count, first + grid.per_page()); ++i) {
      const Card& card = cards_[static_cast<std::size_t>(i)];
      if (!draw_card(canvas, context, card, layout, grid.cell(i - first))) continue;
      action = Open{ScreenKind::Product, {.record = card.id, .series = {}, .filter = {}, .neighbours = order_}};
    }
    canvas.pop_offset();
  }
  turner_.end(canvas);
  return action;
}

bool ProductsScreen::draw_card(ui::Canvas& canvas, const Context& context, const Card& card, const Layout& layout, Rect box) const {
  const auto& color = canvas.color();
  const bool high_contrast = canvas.theme().modes.high_contrast;
  const float hidden = std::max(0.0F, layout.touch_top - box.y);
  const ui::Touch touch = canvas.touch(card.label, box.below(hidden));
  if (!touch.pressed) canvas.shadow(box, ui::Elevation::Card, ui::radius::kCard);
  canvas.fill(box, touch.pressed ? color.paper2 : color.paper0, ui::radius::kCard);
  const Rect picture = layout.beside ? box.left(box.w - layout.foot).inset(12) : box.top(box.h - layout.foot);
  draw_still_life(canvas, context.catalog, card.still, picture, layout.beside ? 0 : ui::radius::kCard);
  if (high_contrast) {
    canvas.outline(picture.inset(4, 4), color.ink, 3, ui::radius::kCard);
    canvas.outline(box, color.control, ui::stroke::kHighContrast, ui::radius::kCard);
  }
  if (card.chinese) chinese_mark(canvas, context.texts, {picture.x + 16, picture.y + 16});
  const float pad = canvas.landscape() ? 24 : 26;
  draw_card_words(canvas, card, layout, layout.beside ? box.after(box.w - layout.foot).inset(pad, 0) : box.below(box.h - layout.foot).inset(pad, 0));
  if (touch.focused) canvas.focus_ring(box, ui::radius::kCard);
  return touch.tapped;
}

// Name, price and maker, shared out over the height.
void ProductsScreen::draw_card_words(ui::Canvas& canvas, const Card& card, const Layout& layout, Rect words) const {
  const auto& color = canvas.color();
  const bool portrait = !canvas.landscape();
  const float scale = portrait ? 1.09F : 1.0F;
  const float height = layout.beside ? std::min(words.h, 220 * canvas.theme().text_size(10) / 10) : words.h;
  const float top = words.y + (words.h - height) / 2;
  const CardShares shares = card_shares(canvas, card.name, words.w);
  draw_name(canvas, {words.x, top + height * shares.name, words.w, height * (shares.name_end - shares.name)}, card.name,
            {.face = Face::SansBold, .size = 32 * scale, .color = color.ink}, kLeastCardName);

  const float baseline = top + height * shares.price;
  const ui::TextStyle price{.face = Face::SansBold, .size = portrait ? 42.0F : 38.0F, .color = color.red};
  ui::TextStyle sign = price;
  sign.size *= 0.7F;
  float x = words.x + canvas.text_at({words.x, baseline}, "¥", sign);
  x += canvas.text_at({x + 1, baseline}, card.price, price) + 14;
  const ui::TextStyle unit = ui::fitted(canvas, card.unit, {.face = Face::Sans, .size = portrait ? 28.0F : 26.0F, .color = color.ink2}, words.right() - x);
  const float em = canvas.theme().text_size(unit.size);
  canvas.text({x, baseline - em, words.right() - x, em * 1.26F}, card.unit, unit);
  draw_name(canvas, {words.x, top + height * shares.maker, words.w, height * (shares.maker_end - shares.maker)}, card.maker, {.face = Face::Sans, .size = portrait ? 27.0F : 25.0F, .color = color.ink2}, 25);
}

void ProductsScreen::draw_empty(ui::Canvas& canvas, const Context& context, const Layout& layout) {
  const Rect& area = layout.grid.area;
  const bool none = category_.empty();
  const std::string words = none ? std::string(context.texts("products.none")) : context.texts.format("products.empty", {category_});
  canvas.text({area.x, area.y + area.h * 0.3F, area.w, 80}, words,
              {.face = Face::Serif, .size = 46, .color = canvas.color().ink, .align = Align::Centre});
  if (none) return;
  const std::string_view all = context.texts("products.see_all");
  const float width = ui::button_width(canvas, all, {.text_size = 32}) + 80;
  if (ui::button(canvas, all, ui::centred({area.x, area.y + area.h * 0.3F + 120, area.w, 96}, {width, 96}), {.text_size = 32})) choose({});
}

void ProductsScreen::draw_shelf(ui::Canvas& canvas, const Context& context, const Layout& layout) {
  const PageAreas& areas = layout.areas;
  const int pages = layout.grid.pages(static_cast<int>(cards_.size()));
  const std::string_view note = areas.landscape ? std::string_view{} : context.texts("products.look_only");
  float used = 0;
  if (pages > 1) used = ui::pager(canvas, areas.shelf, turner_, pages, note) + 24;
  if (categories_.empty() || (categories_.size() == 1 && category_.empty())) return;
  if (!areas.landscape) {
    draw_tiles(canvas, areas.shelf_b);
  } else if (const auto tapped = ui::chip_row(canvas, areas.shelf.left(areas.shelf.w - used), labels_, selected())) {
    choose(*tapped == 0 ? std::string{} : categories_[*tapped - 1]);
  }
}

void ProductsScreen::draw_tiles(ui::Canvas& canvas, Rect row) {
  std::optional<std::size_t> tapped;
  const float room = row.w / static_cast<float>(std::max<std::size_t>(1, labels_.size())) - 36;
  const bool words_fit = std::ranges::all_of(labels_, [&](const std::string& label) {
    return canvas.measure(label, {.face = Face::SansBold, .size = 30 * 10 / canvas.theme().text_size(10), .color = {}}) <= room;
  });
  if (labels_.size() > kTiles || !words_fit) {
    tapped = ui::chip_row(canvas, row.below((row.h - ui::touch::kChip) / 2).top(ui::touch::kChip), labels_, selected());
  } else {
    const float gap = 12;
    const auto count = static_cast<float>(labels_.size());
    const float width = (row.w - gap * (count - 1)) / count;
    for (std::size_t i = 0; i < labels_.size(); ++i) {
      const Rect box{row.x + static_cast<float>(i) * (width + gap), row.y, width, row.h};
      const auto kind = i == selected() ? ui::ButtonKind::Ink : ui::ButtonKind::Secondary;
      if (ui::button(canvas, labels_[i], box, {.kind = kind, .text_size = 30})) tapped = i;
    }
  }
  if (tapped) choose(*tapped == 0 ? std::string{} : categories_[*tapped - 1]);
}

}  // namespace kiosk
