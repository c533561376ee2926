#include "kiosk/screens/can_use.h"

#include <algorithm>
#include <span>
#include <string_view>

#include "kiosk/ui/widgets_look.h"

namespace kiosk {
namespace {

using ui::Align;
using ui::Face;
using ui::Rect;

constexpr float kLeastWords = 25;
constexpr std::array<std::string_view, 5> kTileIcons{"shield", "medal", "users", "flower", "card"};

}  // namespace

void CanUseScreen::filter_changed() {
  selected_ = {};
  selected_offer_ = 0;
  page_ = 0;
  turner_.reset();
  changed_ = true;
}

std::size_t CanUseScreen::selected_row() const {
  const auto found = std::ranges::find_if(rows_, [&](const Row& row) { return row.merchant == selected_ && row.offer_index == selected_offer_; });
  return found == rows_.end() ? 0 : static_cast<std::size_t>(found - rows_.begin());
}

void CanUseScreen::select(std::size_t row) {
  selected_ = rows_[row].merchant;
  selected_offer_ = rows_[row].offer_index;
  reselected_ = true;
}

// A turned page selects its first offer, so that the detail always tells of a row that is seen.
void CanUseScreen::follow_page(int per_page) {
  if (rows_.empty()) return;
  const int page = static_cast<int>(selected_row()) / per_page;
  if (turner_.page() == page_ && page == page_) return;
  if (turner_.page() == page_) {   // fewer rows a page than before: the selected one leads
    page_ = page;
    turner_.go_to(page);
    return;
  }
  page_ = turner_.page();
  if (page != page_) select(std::min(static_cast<std::size_t>(page_ * per_page), rows_.size() - 1));
}

Action CanUseScreen::open_shop() const {
  return Open{ScreenKind::Merchant, {.record = selected_, .series = {}, .filter = {}, .neighbours = {}}};
}

Action CanUseScreen::draw(ui::Canvas& canvas, const Context& context) {
  if (changed_) fetch(context);
  if (reselected_) show_detail(context);
  const PageFrame frame{ui::Section::Service, "care", context.texts("can_use.section"), context.texts("search.hint.shops")};
  draw_page_frame(canvas, context, frame);
  const Layout layout = lay_out(canvas, context);
  draw_head(canvas, context, layout);
  draw_who(canvas, context, layout);
  Action action = Stay{};
  if (rows_.empty()) {
    draw_empty(canvas, layout);
  } else {
    if (draw_detail(canvas, context, detail_, layout.detail, layout.detail_touchable)) action = open_shop();
    keep(action, draw_list(canvas, context, layout));
  }
  keep(action, draw_shelf(canvas, context, layout));
  keep(action, draw_dock(canvas, context, layout.areas, frame.search_hint));
  draw_sheet(canvas, context);
  if (changed_ || reselected_) canvas.request_frame();
  return action;
}

// The title; how many offers there are beside it, in portrait below it. Where the sentence is too long the count alone.
void CanUseScreen::draw_head(ui::Canvas& canvas, const Context& context, const Layout& layout) const {
  const auto& color = canvas.color();
  const PageAreas& areas = layout.areas;
  const ui::TextStyle style{.face = Face::Sans, .size = 28, .color = color.ink2};
  if (!areas.landscape) {
    draw_header(canvas, context, areas, title_);
    const Rect line{areas.header.x, areas.header.y + 56 + canvas.theme().text_size(36), areas.header.w, canvas.theme().text_size(28) * 1.3F};
    const bool fits = canvas.measure(note_, style) <= line.w;
    canvas.text(line, fits ? note_ : short_note_, style);
    return;
  }
  const ui::TextStyle title{.face = Face::Serif, .size = 50, .color = color.ink};
  const float room = areas.header.w - 200 - canvas.measure(title_, title) - 56;
  draw_header(canvas, context, areas, title_, canvas.measure(note_, style) <= room ? note_ : short_note_);
}

void CanUseScreen::draw_who(ui::Canvas& canvas, const Context& context, const Layout& layout) {
  Rect area = layout.who;
  if (layout.who_label) {
    const float label = canvas.theme().text_size(28) * 1.5F;
    canvas.text({area.x, area.y, area.w, label - 6}, context.texts("can_use.i_am"), {.face = Face::Sans, .size = 28, .color = canvas.color().ink2});
    area = area.below(label);
  }
  const float gap = layout.who_columns == 1 ? 14 : 12;
  const auto columns = static_cast<float>(layout.who_columns);
  const auto rows = static_cast<float>(layout.who_rows);
  const ui::Size tile{(area.w - gap * (columns - 1)) / columns, (area.h - gap * (rows - 1)) / rows};
  std::optional<std::size_t> tapped;
  for (std::size_t i = 0; i < kTiles; ++i) {
    const auto column = static_cast<float>(static_cast<int>(i) % layout.who_columns);
    const auto row = static_cast<float>(static_cast<int>(i) / layout.who_columns);
    // The last one takes the place that an odd number of tiles leaves.
    const bool wide = i + 1 == kTiles && layout.who_columns == 2;
    const Rect box{area.x + column * (tile.w + gap), area.y + row * (tile.h + gap), wide ? area.w : tile.w, tile.h};
    if (draw_tile(canvas, i, box, i == tile_)) tapped = i;
  }
  if (tapped) choose_tile(*tapped, context.visitor);
}

bool CanUseScreen::draw_tile(ui::Canvas& canvas, std::size_t tile, Rect box, bool selected) const {
  const std::string& words = tiles_[tile];
  const ui::Touch touch = canvas.touch(words, box);
  const auto& color = canvas.color();
  const bool high_contrast = canvas.theme().modes.high_contrast;
  ui::Look look = ui::control_look(canvas.theme(), touch.pressed ? ui::LookState::Pressed : selected ? ui::LookState::Selected : ui::LookState::Rest);
  if (!high_contrast && !touch.pressed) look.icon = selected ? color.gold_line : color.indigo;
  if (!high_contrast && selected && !touch.pressed) look.fill = look.edge = color.indigo;
  ui::draw_control(canvas, box, look, ui::radius::kCard);

  const float icon = canvas.theme().text_size(46);
  const bool row = box.w >= 300 && box.h >= icon + 16;
  const float check = selected && row ? 52 : 0;
  const float left = row ? 26 + icon + 22 : 10;
  const float room = box.w - left - (row ? 18 + check : 10);
  ui::TextStyle style{.face = Face::SansBold, .size = row ? 32.0F : 28.0F, .color = look.words, .align = row ? Align::Left : Align::Centre, .line = 1.2F};
  while (style.size > kLeastWords && canvas.measure(words, style) > room) style.size = std::max(kLeastWords, style.size - 1);
  if (canvas.layout(words, style, room).height() + 12 > box.h) style.line = 1.05F;   // two lines, clear of the frame
  const ui::TextBlock block = canvas.layout(words, style, room);
  const bool above = !row && box.h >= block.height() + 68;
  const float middle = above ? box.y + box.h * 0.66F : box.centre().y;
  if (row) canvas.icon(kTileIcons[tile], {box.x + 26 + icon / 2, box.centre().y}, icon, look.icon);
  if (above) canvas.icon(kTileIcons[tile], {box.centre().x, box.y + (middle - block.height() / 2 - box.y) / 2 + 4}, 42, look.icon);
  canvas.draw(block, {box.x + left, middle - block.height() / 2});
  if (check > 0) canvas.icon("check", {box.right() - 42, box.centre().y}, 36, look.words);
  if (touch.focused) canvas.focus_ring(box, ui::radius::kCard);
  return touch.tapped;
}

Action CanUseScreen::draw_shelf(ui::Canvas& canvas, const Context& context, const Layout& layout) {
  draw_filters(canvas, context, layout.filters);
  if (rows_.empty()) return Stay{};
  const int pages = (static_cast<int>(rows_.size()) + layout.per_page() - 1) / layout.per_page();
  if (pages > 1) ui::pager(canvas, layout.pager, turner_, pages);
  if (!(layout.go.w > 0) || !rows_[selected_row()].on_map) return Stay{};
  const ui::ButtonStyle go{.kind = ui::ButtonKind::Ink, .icon = "map", .text_size = 30};
  if (!ui::button(canvas, context.texts("can_use.go"), layout.go, go)) return Stay{};
  return Open{ScreenKind::Street, {.record = selected_, .series = {}, .filter = {}, .neighbours = {}}};
}

// Chips side by side; where they do not fit, the switches fold into one that opens a sheet of them.
void CanUseScreen::draw_filters(ui::Canvas& canvas, const Context& context, Rect row) {
  const Texts& texts = context.texts;
  const std::string_view open = texts("can_use.open_only");
  const std::string_view card = texts("can_use.other_card");
  const std::string_view category = texts("can_use.category");
  const float gap = 14;
  const float open_width = ui::toggle_chip_width(canvas, open);
  const float card_width = ui::toggle_chip_width(canvas, card);
  const float category_width = ui::drop_chip_width(canvas, category, category_value_);
  if (open_width + card_width + category_width + 2 * gap > row.w) {
    const std::string_view label = texts("can_use.filters");
    const float width = std::min(row.w * 0.48F, ui::drop_chip_width(canvas, label, filters_value_) + 20);
    const Rect box{row.x + width + gap, row.y, std::min(row.w - width - gap, category_width), row.h};
    if (ui::drop_chip(canvas, label, filters_value_, row.left(width), false)) sheet_ = Sheet::Filters;
    if (ui::drop_chip(canvas, category, category_value_, box, !filter_.category.empty())) sheet_ = Sheet::Category;
  } else {
    Rect box = row.left(card_width);
    if (ui::toggle_chip(canvas, card, box, filter_.other_province)) {
      filter_.other_province = !filter_.other_province;
      filter_changed();
    }
    box = {box.right() + gap, row.y, open_width, row.h};
    if (ui::toggle_chip(canvas, open, box, filter_.open_now)) {
      filter_.open_now = !filter_.open_now;
      filter_changed();
    }
    box = {box.right() + gap, row.y, category_width, row.h};
    if (ui::drop_chip(canvas, category, category_value_, box, !filter_.category.empty())) sheet_ = Sheet::Category;
  }
}

void CanUseScreen::draw_sheet(ui::Canvas& canvas, const Context& context) {
  if (sheet_ == Sheet::None) return;
  const Texts& texts = context.texts;
  std::string_view title = texts("can_use.who.others");
  std::span<const ui::SheetRow> rows = other_rows_;
  std::size_t selected = rows.size();
  if (sheet_ == Sheet::Others && tile_ + 1 == kTiles) {
    const auto found = std::ranges::find(other_rows_, tiles_.back(), &ui::SheetRow::label);
    selected = static_cast<std::size_t>(found - other_rows_.begin());
  }
  if (sheet_ == Sheet::Category) {
    title = texts("can_use.category");
    rows = category_rows_;
    const auto found = std::ranges::find(categories_, filter_.category);
    selected = found == categories_.end() ? 0 : static_cast<std::size_t>(found - categories_.begin()) + 1;
  }
  if (sheet_ == Sheet::Filters) {
    title = texts("can_use.filters");
    rows = filter_rows_;
    selected = rows.size();
  }
  const ui::SheetResult result = ui::bottom_sheet(canvas, title, rows, selected, texts("can_use.close"), sheet_page_);
  if (result.chosen) {
    sheet_page_ = 0;
    choose_in_sheet(*result.chosen, context.visitor);
    canvas.request_frame();
  } else if (result.dismissed) {
    sheet_ = Sheet::None;
    sheet_page_ = 0;
  }
}

}  // namespace kiosk
