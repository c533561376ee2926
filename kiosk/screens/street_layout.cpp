// Where everything of the street's page stands, in every mode and window.
#include <algorithm>
#include <span>

#include "kiosk/screens/street.h"

namespace kiosk {
namespace {

using ui::Face;
using ui::Rect;

constexpr float kCloseGap = 9;      // between tiles that fill their row
constexpr float kAroundTile = 92;   // of its words: paddings and arrow
constexpr float kRowLandscape = 136;
constexpr float kRowPortrait = 146;
constexpr float kRowLarge = 150;
constexpr float kRowLargeLow = 122;    // little room: two rows rather than one
constexpr float kMapPortrait = 519;
constexpr float kLeastMapPortrait = 260;
constexpr float kMapTopPortrait = 368;
constexpr float kCardWidth = 686;
constexpr float kCardHeight = 168;
constexpr float kCardLarge = 206;
constexpr float kClock = 204;          // the clock's room, landscape
constexpr float kMeter = 620;
constexpr float kStacked = 92;         // of the coverage in a row of its own
constexpr float kButton = 80;          // the map's, in a row below the reach line
constexpr float kTileGap = 16;

}  // namespace

int StreetScreen::page_count(const Layout& layout) const {
  return std::max(1, (static_cast<int>(rows_.size()) + layout.rows_per_page - 1) / layout.rows_per_page);
}

StreetScreen::Layout StreetScreen::lay_out(ui::Canvas& canvas, const Context& context) const {
  Layout layout;
  layout.areas = page_areas(canvas);
  const bool large = canvas.theme().modes.large_text;
  lay_out_header(layout, canvas, context);
  layout.chips = lay_out_chips(canvas, context, layout.areas);
  layout.row_height = layout.areas.landscape ? kRowLandscape : kRowPortrait;
  if (large) layout.row_height = layout.areas.landscape && layout.areas.low ? kRowLargeLow : kRowLarge;
  layout.card = {0, 0, kCardWidth, large ? kCardLarge : kCardHeight};
  layout.shelf_left = layout.areas.shelf.x;
  if (layout.areas.landscape) {
    lay_out_landscape(layout, large);
  } else {
    lay_out_portrait(layout, canvas);
  }
  if (rows_.empty()) layout.card = {};
  // Whole rows that fill the list.
  layout.rows_per_page = std::max(1, static_cast<int>(layout.list.h / layout.row_height + 0.02F));
  layout.row_height = std::min(layout.list.h / static_cast<float>(layout.rows_per_page), layout.row_height * 1.2F);
  return layout;
}

// The map right of the list; in low reach above it, over the whole width, and its buttons beside the list.
void StreetScreen::lay_out_landscape(Layout& layout, bool large) const {
  const PageAreas& areas = layout.areas;
  const float below_header = layout.stacked ? kStacked : 0;
  const float own_row = layout.chips.own_row ? layout.chips.row.h + 24 : 0;
  const float bottom = areas.content.bottom() - own_row;
  const float top = areas.low ? areas.content.y : areas.content.y + 20 + below_header;
  const float width = large ? std::clamp(areas.content.w * 0.43F, 690.0F, 760.0F) : std::clamp(areas.content.w * 0.3822F, 560.0F, 642.0F);
  layout.list = {areas.content.x - 22, top, width, bottom - top};
  const Rect right{layout.list.right() + 34, top, areas.content.right() - layout.list.right() - 34, bottom - top};
  Rect& card = layout.card;
  if (areas.low) {
    layout.map = {areas.look.x, areas.look.y + below_header, areas.look.w, areas.look.h - below_header};
    card = {right.x, right.y, right.w, std::min(card.h, right.h - kButton - 24)};
    if (card.h < kCardHeight - 24) card = {};
    const float y = bottom - kButton / 2 - 4;
    for (int i = 0; i < 3; ++i) layout.buttons[static_cast<std::size_t>(i)] = {right.right() - 46 - static_cast<float>(2 - i) * 104, y};
    return;
  }
  layout.map = right;
  // A short map keeps its pins: the card goes before them.
  if (right.h < 420) {
    card = {};
  } else {
    const float card_width = std::min(kCardWidth * (large ? 1.1F : 1.0F), right.w - 56);
    card = {right.x + 28, right.bottom() - 28 - card.h, card_width, card.h};
  }
  const bool card_below = card.w > 0 && card.right() > right.right() - 120;
  const float last = card_below ? card.y - 60 : right.bottom() - 68;
  for (int i = 0; i < 3; ++i) layout.buttons[static_cast<std::size_t>(i)] = {right.right() - 64, last - static_cast<float>(2 - i) * 94};
  layout.map_foot = card.w > 0 ? right.bottom() - card.y : 0;
}

// Map above, list below; in low reach the list begins at the line and the map's buttons stand in the shelf.
void StreetScreen::lay_out_portrait(Layout& layout, const ui::Canvas& canvas) const {
  const PageAreas& areas = layout.areas;
  layout.card = {};
  const float width = canvas.size().w;
  const float map_top = layout.stacked ? layout.coverage.bottom() + 32 : kMapTopPortrait;
  const float list_bottom = areas.shelf.y - 24;
  layout.button_radius = 42;
  if (areas.low) {
    layout.map = {0, map_top, width, areas.look.bottom() - map_top};
    layout.list = {34, areas.content.y, width - 68, list_bottom - areas.content.y};
    const float y = areas.shelf.centre().y;
    for (int i = 0; i < 3; ++i) layout.buttons[static_cast<std::size_t>(i)] = {areas.shelf.x + 42 + static_cast<float>(i) * 100, y};
    std::swap(layout.buttons[0], layout.buttons[1]);
    layout.shelf_left = layout.buttons[2].x + 42 + 24;
    return;
  }
  const float room = list_bottom - map_top - 20;
  const float map = std::clamp(room - 4 * layout.row_height, kLeastMapPortrait, kMapPortrait);
  layout.map = {0, map_top, width, map};
  layout.list = {34, layout.map.bottom() + 20, width - 68, list_bottom - layout.map.bottom() - 20};
  for (int i = 0; i < 3; ++i) {
    layout.buttons[static_cast<std::size_t>(i)] = {layout.map.right() - 70 - static_cast<float>(2 - i) * 100, layout.map.bottom() - 69};
  }
  std::swap(layout.buttons[0], layout.buttons[1]);   // − + ⌖
  layout.map_foot = 112;
}

float StreetScreen::coverage_width(const ui::Canvas& canvas, const Context& context, float scale) const {
  const ui::TextStyle bold{.face = Face::SansBold, .size = 34 * scale};
  const ui::TextStyle plain{.face = Face::Sans, .size = std::max(25.0F, 27 * scale)};
  const ui::TextStyle target{.face = Face::SansBold, .size = std::max(25.0F, 28 * scale)};
  return canvas.measure(coverage_.signed_count, bold) + canvas.measure(coverage_.of_all, plain) + 36 +
         canvas.measure(coverage_.percent, bold) + 20 + canvas.measure(context.texts("street.target"), plain) + 8 +
         canvas.measure(coverage_.target, target);
}

// Title left, coverage right of it; below it where the words leave no room.
void StreetScreen::lay_out_header(Layout& layout, const ui::Canvas& canvas, const Context& context) const {
  const PageAreas& areas = layout.areas;
  const bool wide = areas.landscape;
  const bool meter = coverage_.meter.shops > 0;
  const float all = wide ? areas.header.w - kClock : areas.header.w;
  const float title = canvas.measure(street_name_, {.face = Face::Serif, .size = wide ? 60.0F : 58.0F});
  const float words = wide ? coverage_width(canvas, context, 1)
                           : canvas.measure(coverage_.signed_count, {.face = Face::SansBold, .size = 36}) +
                                 canvas.measure(coverage_.of_all, {.face = Face::Sans, .size = 29});
  layout.title_room = all;
  if (!meter) return;
  const float least_title = std::min(title, all) * (title > 600 ? 0.8F : 1.0F);
  layout.stacked = least_title + 48 + words > all;
  if (layout.stacked) {
    const float y = wide ? areas.header.bottom() + 12 : areas.header.bottom() + 20;
    layout.coverage = {areas.header.x, y, std::min(areas.header.w, 1240.0F), kStacked};
    return;
  }
  const float width = wide ? std::clamp(all - title - 48, words, std::max(words, kMeter)) : words;
  layout.coverage = {areas.header.x + all - width, 30, width, 98};
  layout.title_room = all - width - 40;
}

// Pills where they fit beside the pager, else tiles, else tiles in a row of their own.
std::array<float, 5> StreetScreen::tile_widths(const ui::Canvas& canvas, const Texts& texts) const {
  const ui::TextStyle value{.face = Face::SansBold, .size = 31};
  const ui::TextStyle label{.face = Face::Sans, .size = 25};
  const ui::TextStyle words{.face = Face::SansMedium, .size = 28};
  const auto tile = [&](std::string_view name, std::string_view chosen) {
    return std::max(canvas.measure(chosen, value), canvas.measure(name, label)) + kAroundTile;
  };
  const float only = std::max(canvas.measure(texts("street.only"), words), canvas.measure(texts("street.open_now"), words));
  return {tile(texts("street.filter.street"), street_value_), tile(texts("street.filter.category"), category_value_),
          tile(texts("street.filter.who"), who_value_), only + 132, shows_clear() ? canvas.measure(texts("street.clear.short"), words) + 60 : 0};
}

// Where 清除 begins between the count and the pager, upright; 0 where there is no room.
float StreetScreen::clear_beside_count(ui::Canvas& canvas, const Texts& texts, Rect row) const {
  constexpr float kArrows = 2 * 112 + 3 * 20;
  const ui::TextStyle words{.face = Face::SansMedium, .size = 30};
  const float count = std::max(canvas.measure(count_portrait_, words), canvas.measure(count_landscape_, words));
  const float left = row.x + count + 32;
  const float right = row.right() - kArrows - canvas.measure("88 / 88", words) - 24;
  return left + ui::button_width(canvas, texts("street.clear.short"), {}) <= right ? left : 0;
}

StreetScreen::Chips StreetScreen::lay_out_chips(ui::Canvas& canvas, const Context& context, const PageAreas& areas) const {
  const Texts& texts = context.texts;
  const std::array<float, 5> tiles = tile_widths(canvas, texts);
  const std::array<float, 5> pills{ui::drop_chip_width(canvas, texts("street.filter.street"), street_value_),
                                   ui::drop_chip_width(canvas, texts("street.filter.category"), category_value_),
                                   ui::drop_chip_width(canvas, texts("street.filter.who"), who_value_),
                                   ui::toggle_chip_width(canvas, texts("street.open_only")),
                                   shows_clear() ? ui::button_width(canvas, texts("street.clear"), {.icon = "close"}) : 0};
  float gaps = shows_clear() ? 4 : 3;
  const auto sum = [](const std::array<float, 5>& widths) { return widths[0] + widths[1] + widths[2] + widths[3] + widths[4]; };
  Chips chips;
  if (areas.landscape) {
    const ui::TextStyle note{.face = Face::SansMedium, .size = 28};
    const float pager = 2 * 96 + 3 * 15 + canvas.measure("88 / 88", note) + canvas.measure(count_landscape_, note) + 24;
    chips.row = areas.shelf.left(areas.shelf.w - pager);
    chips.widths = pills;
    if (sum(pills) + gaps * chips.gap <= chips.row.w) return chips;
    chips.tiles = true;
    chips.widths = tiles;
    chips.own_row = sum(tiles) + gaps * chips.gap > chips.row.w;
    if (chips.own_row) {
      chips.row = {areas.shelf.x, areas.content.bottom() - 96 + 8, areas.shelf.w, 96};
    } else {
      chips.row = {chips.row.x, areas.shelf.centre().y - 48, chips.row.w, 96};
    }
  } else {
    chips = {.row = areas.shelf_b, .widths = tiles, .gap = kTileGap, .tiles = true, .own_row = false, .clear = {}};
    const float beside = clear_beside_count(canvas, texts, areas.shelf);
    if (shows_clear() && beside > 0 && sum(tiles) + gaps * chips.gap > chips.row.w) {
      const float width = ui::button_width(canvas, texts("street.clear.short"), {});
      chips.clear = {beside, areas.shelf.centre().y - ui::touch::kChip / 2, width, ui::touch::kChip};
      chips.widths[4] = 0;
      gaps = 3;
    }
    if (sum(chips.widths) + gaps * chips.gap > chips.row.w) chips.gap = kCloseGap;
  }
  // They fill the row; where they do not fit, the words of the choices are set smaller alike.
  const float room = chips.row.w - gaps * chips.gap;
  const float spare = room - sum(chips.widths);
  const float each = spare / (gaps + 1);
  if (spare > 0) {
    for (float& width : chips.widths) width += width > 0 ? std::min(each, areas.landscape ? 60.0F : each) : 0;
    return chips;
  }
  const std::span<float> choices = std::span(chips.widths).first(3);
  float words = 0;
  for (const float width : choices) words += width - kAroundTile;
  for (float& width : choices) width = std::max(kAroundTile, width + spare * (width - kAroundTile) / std::max(1.0F, words));
  return chips;
}

}  // namespace kiosk
