// The street page's shelf: which street, which shops, for whom, and only those that are open.
#include <algorithm>
#include <utility>

#include "kiosk/screens/street.h"

namespace kiosk {
namespace {

using ui::Face;
using ui::Rect;

constexpr float kChipGap = 14;

std::vector<ui::SheetRow> sheet_rows(const auto& options, const Texts& texts) {
  std::vector<ui::SheetRow> rows;
  for (const auto& option : options) rows.push_back({option.label, texts.format("street.count", {std::to_string(option.shops)})});
  return rows;
}

}  // namespace

void StreetScreen::draw_shelf(ui::Canvas& canvas, const Context& context, const Layout& layout) {
  const PageAreas& areas = layout.areas;
  const int pages = std::max(1, (static_cast<int>(rows_.size()) + layout.rows_per_page - 1) / layout.rows_per_page);
  const float used = ui::pager(canvas, areas.shelf, turner_, pages, areas.landscape ? count_landscape_ : count_portrait_);
  follow_page(layout.rows_per_page);
  if (areas.landscape) {
    draw_chips(canvas, context, areas.shelf.left(areas.shelf.w - used - 24), false);
  } else {
    draw_chips(canvas, context, areas.shelf_b, true);
  }
}

void StreetScreen::draw_chips(ui::Canvas& canvas, const Context& context, Rect row, bool tiles) {
  const Texts& texts = context.texts;
  const std::array<std::string_view, 3> labels{texts("street.filter.street"), texts("street.filter.category"), texts("street.filter.who")};
  const std::array<std::string_view, 3> values{street_short_, category_value_, who_value_};
  const std::array<bool, 3> active{true, !filter_.category.empty(), filter_.who.has_value()};
  constexpr std::array<Sheet, 3> kSheets{Sheet::Street, Sheet::Category, Sheet::Who};
  const float gap = tiles ? 16 : kChipGap;
  const float part = (row.w - 3 * gap - 8) / 4;
  std::array<float, 4> widths{part, part, part, part + 8};
  if (!tiles) {
    widths = chip_widths(canvas, context);
    // A narrow stage has no room for pills: tiles are narrower.
    tiles = widths[0] + widths[1] + widths[2] + widths[3] + 3 * gap > row.w;
    if (tiles) {
      widths = tile_widths(canvas, context, row.w - 3 * gap);
      row = {row.x, row.y - 12, row.w, 96};
    }
  }
  const std::string_view only = tiles ? std::string_view(open_only_tile_) : texts("street.open_only");
  float x = row.x;
  for (std::size_t i = 0; i < 3; ++i) {
    if (ui::drop_chip(canvas, labels[i], values[i], {x, row.y, widths[i], row.h}, active[i])) {
      sheet_ = kSheets[i];
      sheet_page_ = 0;
    }
    x += widths[i] + gap;
  }
  if (ui::toggle_chip(canvas, only, {x, row.y, widths[3], row.h}, context.visitor.open_now_only)) {
    context.visitor.open_now_only = !context.visitor.open_now_only;
    changed_ = true;
  }
}

std::array<float, 4> StreetScreen::chip_widths(ui::Canvas& canvas, const Context& context) const {
  const Texts& texts = context.texts;
  return {ui::drop_chip_width(canvas, texts("street.filter.street"), street_short_),
          ui::drop_chip_width(canvas, texts("street.filter.category"), category_value_),
          ui::drop_chip_width(canvas, texts("street.filter.who"), who_value_), ui::toggle_chip_width(canvas, texts("street.open_only"))};
}

// By what each has to say; together they fill `room`.
std::array<float, 4> StreetScreen::tile_widths(ui::Canvas& canvas, const Context& context, float room) const {
  const ui::TextStyle value{.face = Face::SansBold, .size = 31};
  const ui::TextStyle words{.face = Face::SansMedium, .size = 28};
  const auto width = [&](std::string_view text) { return canvas.measure(text, value) + 94; };
  const float only = std::max(canvas.measure(context.texts("street.only"), words), canvas.measure(context.texts("street.open_now"), words));
  std::array<float, 4> widths{width(street_short_), width(category_value_), width(who_value_), only + 136};
  const float spare = room - widths[0] - widths[1] - widths[2] - widths[3];
  for (float& one : widths) one = spare > 0 ? one + spare / 4 : one * room / (room - spare);
  return widths;
}

void StreetScreen::draw_sheet(ui::Canvas& canvas, const Context& context) {
  if (lifted_) {
    filter_.category = lifted_->category;
    context.visitor.who = lifted_->who;
    context.visitor.open_now_only = lifted_->open_now_only;
    lifted_.reset();
  }
  if (sheet_ == Sheet::None) return;
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
