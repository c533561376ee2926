#include "kiosk/screens/honour_wall.h"

#include <algorithm>

#include "kiosk/numbers.h"
#include "kiosk/ui/widgets.h"
#include "kiosk/ui/widgets_look.h"
#include "kiosk/widgets/name_line.h"
#include "kiosk/widgets/portrait.h"
#include "kiosk/words.h"

namespace kiosk {
namespace {

using content::FigureCategory;
using ui::Align;
using ui::Face;
using ui::Rect;

constexpr int kFew = 4;   // so many and fewer are shown large

}  // namespace

Action HonourWallScreen::draw(ui::Canvas& canvas, const Context& context) {
  if (changed_) fetch(context);
  // The visitor comes back from the figure's page, where they paid tribute.
  if (featured_ && featured_->count != context.tributes.count(featured_->card.id)) fetch_tributes(context);
  const PageAreas areas = draw_page_frame(canvas, context, {ui::Section::Honour, "medal", context.texts("section.honour"), {}});
  const Layout layout = lay_out(canvas);
  arrange(static_cast<std::size_t>(layout.grid.per_page()));
  draw_title(canvas, context, areas);
  Action action = draw_featured(canvas, context, layout);
  if (cards_.empty() && !featured_) {
    draw_empty(canvas, layout);
  } else {
    keep(action, draw_cards(canvas, context, layout));
  }
  draw_shelf(canvas, context, layout);
  keep(action, draw_dock(canvas, context, areas, context.texts("search.hint.people")));
  draw_sheet(canvas, context);
  return action;
}

HonourWallScreen::Layout HonourWallScreen::lay_out(const ui::Canvas& canvas) const {
  Layout layout{.areas = page_areas(canvas), .featured = {}, .grid = {}};
  const PageAreas& areas = layout.areas;
  Rect free = areas.content;
  free.h -= 4;
  const bool few = !featured_ && static_cast<int>(cards_.size()) <= kFew;
  if (areas.landscape) {
    if (featured_) {
      layout.featured = free.left(std::min(500.0F, free.w * 0.3F));
      free = free.after(layout.featured.w + 28);
    }
    layout.grid = {free, few ? kFew : std::clamp(CardGrid::columns_for(free.w, 272, 22), 2, 7), few ? 1 : 2, 22};
  } else {
    free.h = areas.shelf.y - 36 - free.y;
    if (featured_) {
      layout.featured = {0, free.y, canvas.size().w, 412};
      free = free.below(440);
    }
    const int rows = std::max(1, static_cast<int>((free.h + 20) / (360 + 20)));
    layout.grid = {free, few ? 2 : 3, few ? 2 : rows, 20};
  }
  return layout;
}

void HonourWallScreen::draw_title(ui::Canvas& canvas, const Context& context, const PageAreas& areas) const {
  draw_header(canvas, context, areas, title_, areas.landscape ? std::string_view(count_) : std::string_view{});
  if (areas.landscape) return;
  canvas.text({areas.header.x, areas.header.y + 20, areas.header.w, 72}, count_,
              {.face = Face::Sans, .size = 28, .color = canvas.color().ink2, .align = Align::Right});
}

Action HonourWallScreen::draw_featured(ui::Canvas& canvas, const Context& context, const Layout& layout) const {
  if (!featured_) return Stay{};
  const Rect& box = layout.featured;
  const auto& color = canvas.color();
  const ui::Touch touch = canvas.touch(featured_->card.label, box);
  const bool beside = !layout.areas.landscape;
  const float radius = beside ? 0 : ui::radius::kCard;
  if (!touch.pressed && !beside) canvas.shadow(box, ui::Elevation::Selected, radius);
  // Only below or beside the picture, so that no dark rim shows about its corners.
  canvas.clip(beside ? box.after(492) : box.below(box.h - 266));
  canvas.fill(box, touch.pressed ? color.bronze_dark : color.bronze_plane, radius);
  canvas.unclip();
  if (beside) {
    draw_portrait(canvas, context.catalog, featured_->card.portrait, box.left(492));
    draw_featured_beside(canvas, box.after(492));
  } else {
    draw_portrait(canvas, context.catalog, featured_->card.portrait, box.top(box.h - 266), {.radius = radius, .round_top_only = true});
    draw_featured_below(canvas, box.below(box.h - 266));
  }
  if (touch.focused) canvas.focus_ring(box, radius);
  return touch.tapped ? open(featured_->card) : Action{Stay{}};
}

// Landscape: the plate under the picture.
void HonourWallScreen::draw_featured_below(ui::Canvas& canvas, Rect box) const {
  const auto& color = canvas.color();
  const Rect words = box.inset(34, 0);
  canvas.text({words.x, box.y + 20, words.w, 48}, featured_->line, {.face = Face::Sans, .size = 27, .color = color.gold_on_red});
  float name = words.w;
  if (!featured_->tributes.empty()) {
    const ui::TextStyle style{.face = Face::Sans, .size = 28, .color = color.gold_on_red, .align = Align::Right};
    const float width = canvas.text({words.x, box.y + 84, words.w, 64}, featured_->tributes, style);
    canvas.icon("star", {words.right() - width - 27, box.y + 116}, 34, color.cream);
    name -= width + 60;
  }
  canvas.text({words.x, box.y + 60, name, 100}, featured_->card.name, {.face = Face::Serif, .size = 70, .color = color.cream});
  draw_voice(canvas, {words.x, box.y + 159, words.w, 100}, featured_->voice,
             {.face = Face::Kai, .size = 34, .color = color.cream, .line = 1.4F, .hang_quotes = true}, 26, 2);
}

// Portrait: the plate beside it.
void HonourWallScreen::draw_featured_beside(ui::Canvas& canvas, Rect box) const {
  const auto& color = canvas.color();
  const Rect words{box.x + 44, box.y, box.w - 44 - 36, box.h};
  canvas.text({words.x, box.y + 38, words.w - 90, 50}, featured_->line, {.face = Face::Sans, .size = 28, .color = color.gold_on_red});
  const ui::Point arrow{box.right() - 80, box.y + 80};
  canvas.ring(arrow, 36, color.gold_on_red, 2);
  canvas.icon("next", arrow, 34, color.cream);
  canvas.text({words.x, box.y + 86, words.w, 124}, featured_->card.name, {.face = Face::Serif, .size = 96, .color = color.cream});
  canvas.paragraph({words.x, box.y + 216, words.w, 124}, featured_->voice,
                   {.face = Face::Kai, .size = 42, .color = color.cream, .line = 1.4F, .hang_quotes = true}, 2);
  if (featured_->tributes.empty()) return;
  canvas.icon("star", {words.x + 17, box.y + 370}, 34, color.cream);
  canvas.text({words.x + 47, box.y + 344, words.w - 47, 52}, featured_->tributes_words,
              {.face = Face::Sans, .size = 29, .color = color.cream});
}

Action HonourWallScreen::draw_cards(ui::Canvas& canvas, const Context& context, const Layout& layout) {
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
      if (draw_card(canvas, context, card, grid.cell(i - first))) keep(action, open(card));
    }
    canvas.pop_offset();
  }
  turner_.end(canvas);
  return action;
}

bool HonourWallScreen::draw_card(ui::Canvas& canvas, const Context& context, const Card& card, Rect box) const {
  const auto& color = canvas.color();
  const ui::Touch touch = canvas.touch(card.label, box);
  const bool large = box.h > 350;
  const float plate = large ? 120 : 108;
  if (!touch.pressed) canvas.shadow(box, ui::Elevation::Card, ui::radius::kCard);
  canvas.fill(box, touch.pressed ? color.paper2 : color.paper0, ui::radius::kCard);
  draw_portrait(canvas, context.catalog, card.portrait, box.top(box.h - plate),
                {.radius = ui::radius::kCard, .round_top_only = true, .martyr = card.martyr});
  const Rect foot = box.below(box.h - plate);
  if (card.martyr) {
    // Below the picture only, so that no dark rim shows about its corners.
    canvas.clip(foot);
    canvas.fill(box, touch.pressed ? color.pine_plane : color.pine_dark, ui::radius::kCard);
    canvas.unclip();
    draw_pine_sprig(canvas, foot);
  }
  const Rect words = foot.inset(large ? 25.0F : 22.0F, 0);
  const float middle = foot.y + (large ? 41.0F : 38.0F);
  canvas.text({words.x, middle - 30, words.w, 60}, card.name,
              {.face = Face::Serif, .size = large ? 40.0F : 36.0F, .color = card.martyr ? color.white : color.ink});
  canvas.text({words.x, middle + (large ? 23.0F : 19.0F), words.w, 44}, card.category,
              {.face = Face::Sans, .size = large ? 27.0F : 25.0F, .color = card.martyr ? color.pine50 : color.ink2});
  if (touch.focused) canvas.focus_ring(box, ui::radius::kCard);
  return touch.tapped;
}

void HonourWallScreen::draw_empty(ui::Canvas& canvas, const Layout& layout) {
  const Rect& area = layout.grid.area;
  const float top = area.y + area.h * 0.24F;
  canvas.text({area.x, top, area.w, 80}, empty_words_,
              {.face = Face::Serif, .size = 46, .color = canvas.color().ink, .align = Align::Centre});
  float y = top + 120;
  for (const Lift& lift : lifts_) {
    const float width = std::min(area.w, ui::button_width(canvas, lift.label, {.text_size = 32}) + 80);
    if (ui::button(canvas, lift.label, ui::centred({area.x, y, area.w, 96}, {width, 96}), {.text_size = 32})) choose(lift.filter);
    y += 120;
  }
}

void HonourWallScreen::draw_shelf(ui::Canvas& canvas, const Context& context, const Layout& layout) {
  const PageAreas& areas = layout.areas;
  const int pages = layout.grid.pages(static_cast<int>(cards_.size()));
  float used = 0;
  if (pages > 1) {
    const std::string note = areas.landscape ? std::string{} : context.texts.format("honour-wall.per_page", {std::to_string(layout.grid.per_page())});
    used = ui::pager(canvas, areas.shelf, turner_, pages, note) + 16;
  }
  if (areas.landscape) {
    draw_chips(canvas, context, areas.shelf.left(areas.shelf.w - used));
  } else {
    draw_tiles(canvas, context, areas.shelf_b);
  }
}

void HonourWallScreen::draw_chips(ui::Canvas& canvas, const Context& context, Rect row) {
  const auto at = std::ranges::find(categories_, filter_.category.value_or(FigureCategory::Supporter)) - categories_.begin();
  const std::size_t selected = filter_.category ? static_cast<std::size_t>(at) + 1 : 0;
  if (years_.size() > 1) {
    const std::string_view label = context.texts("honour-wall.year");
    // The awards' full names come first: the year says only what was chosen.
    const std::string value = filter_.year ? std::to_string(*filter_.year) : std::string{};
    const float width = ui::short_drop_chip_width(canvas, label, value);
    if (ui::short_drop_chip(canvas, label, value, row.after(row.w - width))) sheet_ = Sheet::Year;
    row.w -= width + 12;
  }
  const auto tapped = ui::chip_row(canvas, row, category_labels_, selected);
  if (!tapped) return;
  Filter wanted = filter_;
  wanted.category = *tapped == 0 ? std::nullopt : std::optional(categories_[*tapped - 1]);
  choose(wanted);
}

void HonourWallScreen::draw_tiles(ui::Canvas& canvas, const Context& context, Rect row) {
  const bool martyrs = std::ranges::find(categories_, FigureCategory::Martyr) != categories_.end();
  const bool years = years_.size() > 1;
  const float gap = 16;
  const float martyr_width = martyrs ? 196 : 0;
  const float drops = row.w - (martyrs ? martyr_width + gap : 0);
  const float width = years ? (drops - gap) / 2 : drops;
  const bool other = filter_.category && filter_.category != FigureCategory::Martyr;
  const std::string_view category = filter_.category ? context.texts(text_key(*filter_.category)) : std::string_view(category_labels_.front());
  if (ui::drop_chip(canvas, context.texts("honour-wall.category"), category, row.left(width), other || !filter_.any())) sheet_ = Sheet::Category;
  if (years) {
    const std::string value = filter_.year ? std::to_string(*filter_.year) : year_labels_.front();
    if (ui::drop_chip(canvas, context.texts("honour-wall.year"), value, {row.x + width + gap, row.y, width, row.h}, filter_.year.has_value())) {
      sheet_ = Sheet::Year;
    }
  }
  if (martyrs && draw_martyr_tile(canvas, context, row.after(row.w - martyr_width))) {
    Filter wanted = filter_;
    wanted.category = filter_.category == FigureCategory::Martyr ? std::nullopt : std::optional(FigureCategory::Martyr);
    choose(wanted);
  }
}

bool HonourWallScreen::draw_martyr_tile(ui::Canvas& canvas, const Context& context, Rect box) const {
  const std::string_view label = context.texts(text_key(FigureCategory::Martyr));
  const ui::Touch touch = canvas.touch(label, box);
  const auto& color = canvas.color();
  const bool selected = filter_.category == FigureCategory::Martyr;
  const float pressed = ui::press_amount(canvas, label, touch);
  const ui::Color ground = selected ? color.pine : mix(color.paper0, color.pine50, pressed);
  const ui::Color words = selected ? color.white : color.pine;
  canvas.fill(box, ground, ui::radius::kTile);
  canvas.outline(box, color.pine, ui::stroke::kControl, ui::radius::kTile);
  const ui::TextStyle style{.face = Face::SansBold, .size = 31, .color = words};
  const float width = canvas.measure(label, style) + 60;
  const float left = box.x + (box.w - width) / 2;
  canvas.icon("flower", {left + 20, box.centre().y}, 40, words);
  canvas.text({left + 60, box.y, width - 58, box.h}, label, style);
  if (touch.focused) canvas.focus_ring(box, ui::radius::kTile);
  return touch.tapped;
}

void HonourWallScreen::draw_sheet(ui::Canvas& canvas, const Context& context) {
  if (sheet_ == Sheet::None) return;
  const bool year = sheet_ == Sheet::Year;
  std::vector<ui::SheetRow> rows;
  for (const auto& label : year ? year_labels_ : category_labels_) rows.push_back({label, {}});
  std::size_t selected = 0;
  if (year && filter_.year) selected = static_cast<std::size_t>(std::ranges::find(years_, *filter_.year) - years_.begin()) + 1;
  if (!year && filter_.category) selected = static_cast<std::size_t>(std::ranges::find(categories_, *filter_.category) - categories_.begin()) + 1;

  const auto title = context.texts(year ? "honour-wall.year" : "honour-wall.category");
  const auto result = ui::bottom_sheet(canvas, title, rows, selected, context.texts("honour-wall.close"), sheet_page_);
  if (result.chosen) {
    Filter wanted = filter_;
    if (year) wanted.year = *result.chosen == 0 ? std::nullopt : std::optional(years_[*result.chosen - 1]);
    if (!year) wanted.category = *result.chosen == 0 ? std::nullopt : std::optional(categories_[*result.chosen - 1]);
    choose(wanted);
  }
  if (result.chosen || result.dismissed) {
    sheet_ = Sheet::None;
    sheet_page_ = 0;
    canvas.request_frame();
  }
}

}  // namespace kiosk
