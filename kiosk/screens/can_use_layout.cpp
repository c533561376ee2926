#include <algorithm>

#include "kiosk/screens/can_use.h"

namespace kiosk {
namespace {

using ui::Face;
using ui::Rect;

constexpr float kRow = 140, kWhoWidth = 330, kTileGap = 14;
constexpr float kThreeColumns = 1500;   // u of stage: room for who, list and detail side by side, times the text's scale
constexpr float kLeastShop = 26;
constexpr float kTileWords = 26;
constexpr float kAir = 20, kLeastAir = 10;   // of a row, above and below its words together
constexpr float kLeastTitle = 31;       // of an offer in a row, before it takes a second line
constexpr float kPager = 330;           // two arrows and the count
constexpr float kPagerPortrait = 400;

// Text of one u in this mode.
float scale_of(const ui::Canvas& canvas) { return canvas.theme().text_size(10) / 10; }

}  // namespace

CanUseScreen::Layout CanUseScreen::lay_out(ui::Canvas& canvas, const Context& context) const {
  Layout layout;
  layout.areas = page_areas(canvas);
  if (layout.areas.landscape) {
    lay_out_landscape(canvas, layout);
  } else {
    lay_out_portrait(canvas, layout);
  }
  const ui::ButtonStyle go{.kind = ui::ButtonKind::Ink, .icon = "map", .text_size = 30};
  if (layout.areas.landscape) {
    const Rect& shelf = layout.areas.shelf;
    const float width = std::max(ui::button_width(canvas, context.texts("can_use.go"), go), 210.0F);
    layout.go = {shelf.right() - width, shelf.y, width, shelf.h};
    layout.pager = {layout.go.x - 28 - kPager, shelf.y, kPager, shelf.h};
    layout.filters = {shelf.x, shelf.y, layout.pager.x - 24 - shelf.x, shelf.h};
  }
  lay_out_rows(canvas, layout);
  return layout;
}

void CanUseScreen::lay_out_landscape(const ui::Canvas& canvas, Layout& layout) const {
  const PageAreas& areas = layout.areas;
  const Rect& content = areas.content;
  const float large = scale_of(canvas);
  if (areas.low) {
    layout.who_columns = 2, layout.who_rows = 3;
    const float plain = std::clamp(content.w * 0.25F, 340.0F, 430.0F);
    const float width = std::max(plain, std::min(2 * longest_tile(canvas) + kTileGap, content.w * 0.33F));
    layout.who = content.left(width);
    layout.list = content.after(width + 28);
    layout.list_columns = layout.list.w > 1100 * large ? 2 : 1;
    layout.detail = areas.look;
    return;
  }
  layout.detail_touchable = true;
  if (content.w >= kThreeColumns * (large > 1 ? 1.1F : 1.0F)) {
    layout.who_rows = static_cast<int>(kTiles);
    layout.who_label = true;
    layout.who = {content.x, content.y, kWhoWidth, content.h};
    const float detail = std::clamp(content.w * 0.342F, 480.0F, 700.0F);
    layout.detail = content.after(content.w - detail);
    layout.list = {content.x + kWhoWidth + 32, content.y, content.w - kWhoWidth - detail - 68, content.h};
    return;
  }
  // Narrow: the tiles lie across, list and detail share what is below.
  const float strip = 64 * large + 24;
  layout.who_columns = static_cast<int>(kTiles);
  layout.who = content.top(strip);
  const Rect below = content.below(strip + 20);
  const float detail = below.w * (large > 1 ? 0.44F : 0.42F);
  layout.detail = below.after(below.w - detail);
  layout.list = below.left(below.w - detail - 32);
}

// Band, title, detail, list, the filters' row, shelf A with pager and 带我去, shelf B with the tiles.
void CanUseScreen::lay_out_portrait(const ui::Canvas& canvas, Layout& layout) const {
  const PageAreas& areas = layout.areas;
  const float large = scale_of(canvas);
  layout.who_columns = static_cast<int>(kTiles);
  layout.who = areas.shelf_b;
  layout.pager = areas.shelf.after(areas.shelf.w - kPagerPortrait);
  layout.go = areas.shelf.left(std::min(420.0F, areas.shelf.w - kPagerPortrait - 24));
  const float top = 308 + (large > 1 ? 34.0F : 0.0F);
  const float list_top = areas.low ? areas.content.y : top;
  // The tightest window: lower chips, a row of two lines.
  const bool tight = areas.shelf.y - 20 - 84 - 16 - list_top < kRow * large * 1.3F;
  const float chips = tight ? ui::touch::kChip : 84;
  float bottom = areas.shelf.y - (tight ? 12.0F : 20.0F) - chips;
  if (bottom - 16 - list_top < (38 * 1.35F + 29 * 1.45F) * large + 20) {   // no room for a row of chips: they fold into one beside the pager
    bottom = areas.shelf.y;
    layout.filters = layout.go;
    layout.go = {};
  } else {
    layout.filters = {areas.shelf.x, bottom, areas.shelf.w, chips};
  }
  const float list_bottom = bottom - 16;
  if (areas.low) {
    layout.detail = {areas.content.x, top, areas.content.w, areas.look.bottom() - 16 - top};
    layout.list = {areas.content.x, list_top, areas.content.w, list_bottom - list_top};
    return;
  }
  layout.detail_touchable = true;
  const float room = list_bottom - top;
  const float rows = room > 1000 ? 4 : room > 760 ? 2 : 1;
  const float most = room - 20 - rows * kRow * large * 1.03F;
  const float detail = std::clamp(most, std::min(260.0F * large, room - kRow * large * 1.3F), 580.0F * large);
  layout.detail = {areas.content.x, top, areas.content.w, detail};
  layout.list = {areas.content.x, top + detail + 20, areas.content.w, room - detail - 20};
}

// u: a tile whose longest name stands on one line.
float CanUseScreen::longest_tile(const ui::Canvas& canvas) const {
  float most = 0;
  for (const std::string& tile : tiles_) most = std::max(most, canvas.measure(tile, {.face = Face::SansBold, .size = kTileWords, .color = {}}));
  return most + 28;
}

bool CanUseScreen::second_line_fits(const ui::Canvas& canvas, float width) const {
  const ui::TextStyle shop{.face = Face::Sans, .size = 29, .color = {}};
  const ui::TextStyle proof{.face = Face::Sans, .size = 27, .color = {}};
  const float icon = canvas.theme().text_size(28) + 28;
  return std::ranges::all_of(rows_, [&](const Row& row) {
    return canvas.measure(row.shop, shop) + (row.proof.empty() ? 0 : icon + canvas.measure(row.proof, proof)) <= width;
  });
}

// Two narrow columns only where they show more offers than one wide one.
void CanUseScreen::lay_out_rows(const ui::Canvas& canvas, Layout& layout) const {
  Layout single = layout;
  single.list_columns = 1;
  lay_out_columns(canvas, single);
  if (layout.list_columns > 1) lay_out_columns(canvas, layout);
  if (layout.list_columns == 1 || single.per_page() >= layout.per_page()) layout = single;
}

// A second row is worth the air between one's lines, and the proof, which stands beside the shop where it fits.
void CanUseScreen::tighten(const ui::Canvas& canvas, Layout& layout) {
  const float large = scale_of(canvas);
  Layout tight = layout;
  tight.offer_line -= 38 * 0.15F * large;
  tight.shop_line -= 29 * 0.15F * large;
  tight.proof_line = 0;
  tight.row_height = layout.list.h / 2;
  tight.rows_per_column = 2;
  if (tight.words_height() + kLeastAir <= tight.row_height) layout = tight;
}

void CanUseScreen::lay_out_columns(const ui::Canvas& canvas, Layout& layout) const {
  const float gap = 20 * static_cast<float>(layout.list_columns - 1);
  const float column = (layout.list.w - gap) / static_cast<float>(layout.list_columns);
  const float large = scale_of(canvas);
  const float room = column - 102 - 160 * large;   // disc left, distance and closing time right
  const auto wider = [&](const std::string& words, Face face, float size) { return canvas.measure(words, {.face = face, .size = size, .color = {}}) > room; };
  const bool proof_below = !second_line_fits(canvas, room);
  const bool long_offers = std::ranges::any_of(rows_, [&](const Row& row) { return wider(row.offer, Face::SansBold, kLeastTitle); });
  const bool long_shops = proof_below && std::ranges::any_of(rows_, [&](const Row& row) { return wider(row.shop, Face::Sans, kLeastShop); });
  layout.offer_line = (long_offers ? 2 * kLeastTitle * 1.25F : 38 * 1.35F) * large;
  layout.shop_line = (long_shops ? 2 * kLeastShop * 1.25F : 29 * 1.45F) * large;
  layout.proof_line = proof_below ? 27 * large * 1.4F : 0;
  if (kAir + layout.words_height() > layout.list.h) layout.proof_line = 0;
  layout.row_height = std::max(kAir + layout.words_height(), layout.areas.low ? 124.0F : kRow);
  layout.rows_per_column = std::max(1, static_cast<int>(layout.list.h / layout.row_height + 0.03F));
  if (layout.rows_per_column == 1) tighten(canvas, layout);
  // A column is filled: what is left over is shared out, within reason.
  if (!rows_.empty() && layout.rows_per_column > 0) {
    layout.row_height = std::min(layout.row_height * 1.12F, layout.list.h / static_cast<float>(layout.rows_per_column));
  }
}

}  // namespace kiosk
