// The street page's shelf: which street, which shops, for whom, and only those that are open.
#include <algorithm>
#include <utility>

#include "kiosk/screens/street.h"

namespace kiosk {
namespace {

using ui::Rect;

std::vector<ui::SheetRow> sheet_rows(const auto& options, const Texts& texts) {
  std::vector<ui::SheetRow> rows;
  for (const auto& option : options) {
    rows.push_back({option.label, texts.format("street.count", {std::to_string(option.shops)}), option.shops > 0});
  }
  return rows;
}

}  // namespace

// One tap clears what was chosen in sheets; a switch that is on alone is lifted where it was set, unless it leaves nothing.
bool StreetScreen::shows_clear() const {
  return !filter_.category.empty() || filter_.who || (filter_.open_now_only && rows_.empty());
}

void StreetScreen::clear_filters(Visitor& visitor) {
  filter_.category.clear();
  visitor.who.reset();
  visitor.open_now_only = false;
  changed_ = true;
}

void StreetScreen::draw_shelf(ui::Canvas& canvas, const Context& context, const Layout& layout) {
  const PageAreas& areas = layout.areas;
  const Rect row = areas.shelf.after(layout.shelf_left - areas.shelf.x);
  ui::pager(canvas, row, turner_, page_count(layout), areas.landscape || areas.low ? count_landscape_ : count_portrait_);
  follow_page(layout.rows_per_page);
  draw_chips(canvas, context, layout.chips);
}

void StreetScreen::draw_chips(ui::Canvas& canvas, const Context& context, const Chips& chips) {
  const Texts& texts = context.texts;
  const std::array<std::string_view, 3> labels{texts("street.filter.street"), texts("street.filter.category"), texts("street.filter.who")};
  const std::array<std::string_view, 3> values{street_value_, category_value_, who_value_};
  const std::array<bool, 3> active{!filter_.street.empty(), !filter_.category.empty(), filter_.who.has_value()};
  constexpr std::array<Sheet, 3> kSheets{Sheet::Street, Sheet::Category, Sheet::Who};
  const Rect& row = chips.row;
  float x = row.x;
  for (std::size_t i = 0; i < 3; ++i) {
    if (ui::drop_chip(canvas, labels[i], values[i], {x, row.y, chips.widths[i], row.h}, active[i])) {
      sheet_ = kSheets[i];
      sheet_page_ = 0;
    }
    x += chips.widths[i] + chips.gap;
  }
  const std::string_view only = chips.tiles ? std::string_view(open_only_tile_) : texts("street.open_only");
  if (ui::toggle_chip(canvas, only, {x, row.y, chips.widths[3], row.h}, context.visitor.open_now_only)) {
    context.visitor.open_now_only = !context.visitor.open_now_only;
    changed_ = true;
  }
  x += chips.widths[3] + chips.gap;
  if (chips.clear.w > 0 && ui::button(canvas, texts("street.clear.short"), chips.clear, {})) clear_filters(context.visitor);
  if (chips.widths[4] <= 0) return;
  const std::string_view clear = texts(chips.tiles ? "street.clear.short" : "street.clear");
  const ui::ButtonStyle style{.icon = chips.tiles ? std::string_view{} : "close", .radius = chips.tiles ? ui::radius::kTile : -1};
  if (ui::button(canvas, clear, {x, row.y, chips.widths[4], row.h}, style)) clear_filters(context.visitor);
}

void StreetScreen::draw_sheet(ui::Canvas& canvas, const Context& context) {
  if (lifted_) {
    filter_.street = lifted_->street;
    filter_.category = lifted_->category;
    context.visitor.who = lifted_->who;
    context.visitor.open_now_only = lifted_->open_now_only;
    lifted_.reset();
  }
  if (sheet_ == Sheet::None) return;
  if (sheet_ == Sheet::Spot) {
    draw_spot_sheet(canvas, context);
    return;
  }
  const Texts& texts = context.texts;
  const bool street = sheet_ == Sheet::Street;
  const bool category = sheet_ == Sheet::Category;
  const auto& options = street ? street_options_ : category ? category_options_ : who_options_;
  const auto place = [](const auto& all, const auto& one) { return static_cast<std::size_t>(std::ranges::find(all, one) - all.begin()); };
  const std::size_t selected = street ? place(street_ids_, filter_.street)
                               : category ? (filter_.category.empty() ? 0 : place(categories_, filter_.category) + 1)
                               : filter_.who ? static_cast<std::size_t>(*filter_.who) + 1 : 0;
  const auto title = texts(street ? "street.filter.street" : category ? "street.filter.category" : "street.filter.who");
  const auto result = ui::bottom_sheet(canvas, title, sheet_rows(options, texts), selected, texts("street.close"), sheet_page_);
  if (result.chosen) choose(*result.chosen, context.visitor);
  if (result.chosen || result.dismissed) sheet_ = Sheet::None;
}

// Shops on one spot, which no zoom parts: the one that is chosen is selected in the list.
void StreetScreen::draw_spot_sheet(ui::Canvas& canvas, const Context& context) {
  std::erase_if(spot_, [&](std::size_t row) { return row >= rows_.size(); });
  std::vector<ui::SheetRow> rows;
  std::size_t selected = spot_.size();
  for (std::size_t i = 0; i < spot_.size(); ++i) {
    const Row& row = rows_[spot_[i]];
    rows.push_back({row.number + "  " + row.name, row.state});
    if (row.id == selected_) selected = i;
  }
  const Texts& texts = context.texts;
  const auto result = ui::bottom_sheet(canvas, texts("street.spot"), rows, selected, texts("street.close"), sheet_page_);
  if (result.chosen) select(spot_[*result.chosen]);
  if (result.chosen || result.dismissed) sheet_ = Sheet::None;
}

void StreetScreen::choose(std::size_t option, Visitor& visitor) {
  if (sheet_ == Sheet::Street) {
    filter_.street = street_ids_[option];
  } else if (sheet_ == Sheet::Category) {
    filter_.category = option == 0 ? std::string{} : categories_[option - 1];
  } else if (option == 0) {
    visitor.who.reset();
  } else {
    visitor.who = static_cast<content::Who>(option - 1);
  }
  changed_ = true;
}

}  // namespace kiosk
