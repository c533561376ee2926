#include "kiosk/screens/honour_wall.h"

#include <algorithm>

#include "kiosk/screens/honour_card.h"
#include "kiosk/ui/widgets.h"
#include "kiosk/ui/widgets_look.h"
#include "kiosk/words.h"

namespace kiosk {
namespace {

using content::FigureCategory;
using ui::Align;
using ui::Face;
using ui::Rect;

constexpr int kFew = 4;   // so many and fewer are shown large
constexpr float kGap = 22;
constexpr float kCard = 272, kLargeCard = 330, kCardBeside = 560;   // widths; low reach with large text: picture beside words
constexpr float kPicture = 150, kLeastPicture = 116, kPortraitPicture = 236;   // least heights of a card's picture
constexpr float kFeatured = 412;
constexpr float kWideStage = 1600;   // from here on the plate may stand right of the picture

}  // namespace

Action HonourWallScreen::draw(ui::Canvas& canvas, const Context& context) {
  if (changed_) fetch(context);
  // The visitor comes back from the figure's page, where they paid tribute.
  if (featured_ && featured_->count != context.tributes.count(featured_->card.id)) fetch_tributes(context);
  const PageAreas areas = draw_page_frame(canvas, context, {ui::Section::Honour, "medal", context.texts("section.honour"), {}});
  const Layout layout = lay_out(canvas);
  arrange(static_cast<std::size_t>(layout.grid.per_page()), layout.to_look_at);
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
  Layout layout{.areas = page_areas(canvas), .featured = {}, .to_look_at = false, .beside = false, .grid = {}};
  layout.to_look_at = layout.areas.low && featured_.has_value();
  const auto& modes = canvas.theme().modes;
  // Large Latin words below a picture would leave half a face of it.
  const bool many_words = modes.large_text && modes.language == ui::Language::English && layout.areas.content.w >= kWideStage;
  layout.beside = layout.to_look_at || !layout.areas.landscape || many_words;
  if (layout.areas.landscape) {
    lay_out_landscape(canvas, layout);
  } else {
    lay_out_portrait(canvas, layout);
  }
  return layout;
}

void HonourWallScreen::lay_out_landscape(const ui::Canvas& canvas, Layout& layout) const {
  const PageAreas& areas = layout.areas;
  const bool large = canvas.theme().modes.large_text;
  const bool few = !featured_ && !areas.low && static_cast<int>(cards_.size()) <= kFew;
  Rect free = areas.content;
  free.h -= 4;
  if (layout.to_look_at) {
    layout.featured = areas.look;
  } else if (featured_) {
    layout.featured = free.left(layout.beside ? std::min(860.0F, free.w * 0.46F) : std::min(500.0F, free.w * (large ? 0.34F : 0.3F)));
    free = free.after(layout.featured.w + 28);
  }
  const float card = large ? (areas.low ? kCardBeside : kLargeCard) : kCard;
  const float words = CardWords(canvas, false).height;
  const float height = words + (large ? kLeastPicture : kPicture);
  const int rows = std::clamp(static_cast<int>((free.h + kGap) / (height + kGap)), 1, 2);
  layout.grid = {free, few ? kFew : std::clamp(CardGrid::columns_for(free.w, card, kGap), 2, 7), few ? 1 : rows, kGap};
  // Fewer cards rather than half a face.
  const Rect cell = layout.grid.cell(0);
  const bool beside = cell.w > cell.h * kBesideShape;
  if (!beside && cell.w > (cell.h - words) * kWidestFace) layout.grid.rows = 1;
}

void HonourWallScreen::lay_out_portrait(const ui::Canvas& canvas, Layout& layout) const {
  const PageAreas& areas = layout.areas;
  const bool few = !featured_ && !areas.low && static_cast<int>(cards_.size()) <= kFew;
  Rect free = areas.content;
  free.h = areas.shelf.y - 36 - free.y;
  if (layout.to_look_at) {
    layout.featured = {0, areas.header.bottom() + 12, canvas.size().w, areas.look.bottom() - areas.header.bottom() - 36};
  } else if (featured_) {
    const float height = std::min(kFeatured, free.h * 0.41F);
    layout.featured = {0, free.y, canvas.size().w, height};
    free = free.below(height + 28);
  }
  const float least = CardWords(canvas, true).height + kPortraitPicture;
  const int rows = std::max(1, static_cast<int>((free.h + 20) / (least + 20)));
  layout.grid = {free, few ? 2 : 3, few ? 2 : rows, 20};
  // Large names beside a picture need half the width.
  const Rect cell = layout.grid.cell(0);
  if (canvas.theme().modes.large_text && cell.w > cell.h * kBesideShape) layout.grid.columns = 2;
}

// Portrait: the count at the right end where the title leaves room.
void HonourWallScreen::draw_title(ui::Canvas& canvas, const Context& context, const PageAreas& areas) const {
  const ui::TextStyle note{.face = Face::Sans, .size = 28, .color = canvas.color().ink2, .align = Align::Right};
  const float wide = canvas.measure(title_, {.face = Face::Serif, .size = 56}) + 28 + canvas.measure(count_, note);
  const bool apart = !areas.landscape && wide <= areas.header.w;
  draw_header(canvas, context, areas, title_, apart ? std::string_view{} : std::string_view(count_));
  if (apart) canvas.text({areas.header.x, areas.header.y + 20, areas.header.w, 72}, count_, note);
}

Action HonourWallScreen::draw_cards(ui::Canvas& canvas, const Context& context, const Layout& layout) {
  Action action = Stay{};
  const CardGrid& grid = layout.grid;
  const int count = static_cast<int>(shown_.size());
  // Room for the cards' shadows.
  const auto turn = turner_.begin(canvas, "cards", grid.area.inset(-8, -8), grid.pages(count));
  for (const auto& page : turn.pages) {
    canvas.push_offset(page.offset);
    const int first = page.index * grid.per_page();
    for (int i = first; i < std::min(count, first + grid.per_page()); ++i) {
      const Card& card = shown_[static_cast<std::size_t>(i)];
      if (draw_card(canvas, context, card, grid.cell(i - first))) keep(action, open(card));
    }
    canvas.pop_offset();
  }
  turner_.end(canvas);
  return action;
}

void HonourWallScreen::draw_empty(ui::Canvas& canvas, const Layout& layout) {
  const Rect& area = layout.grid.area;
  const ui::TextBlock words = canvas.layout(empty_words_, {.face = Face::Serif, .size = 46, .color = canvas.color().ink, .align = Align::Centre}, area.w);
  float y = area.y + (layout.areas.low ? 0 : area.h * 0.24F);
  canvas.draw(words, {area.x, y});
  y += words.height() + (layout.areas.low ? 16 : 58);
  for (const Lift& lift : lifts_) {
    const float width = std::min(area.w, ui::button_width(canvas, lift.label, {.text_size = 32}) + 80);
    if (ui::button(canvas, lift.label, ui::centred({area.x, y, area.w, 96}, {width, 96}), {.text_size = 32})) choose(lift.filter);
    y += layout.areas.low ? 108 : 120;
  }
}

void HonourWallScreen::draw_shelf(ui::Canvas& canvas, const Context& context, const Layout& layout) {
  const PageAreas& areas = layout.areas;
  const int pages = layout.grid.pages(static_cast<int>(shown_.size()));
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
  const ui::TextStyle tile{.face = Face::SansBold, .size = 31};
  const float martyr_words = canvas.measure(context.texts(text_key(FigureCategory::Martyr)), tile);
  const float martyr_width = martyrs ? std::max(196.0F, martyr_words + ui::icon_size(canvas, 40) + 72) : 0;
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
  ui::Look look{.fill = selected ? color.pine : mix(color.paper0, color.pine50, pressed), .edge = color.pine, .edge_width = ui::stroke::kControl,
                .words = selected ? color.white : color.pine, .label = {}, .icon = selected ? color.white : color.pine};
  if (canvas.theme().modes.high_contrast) look = ui::control_look(canvas.theme(), selected ? ui::LookState::Selected : ui::LookState::Rest);
  ui::draw_control(canvas, box, look, ui::radius::kTile);
  const ui::TextStyle style{.face = Face::SansBold, .size = 31, .color = look.words};
  const float icon = ui::icon_size(canvas, 40);
  const float left = box.centre().x - (canvas.measure(label, style) + icon + 20) / 2;
  canvas.icon("flower", {left + icon / 2, box.centre().y}, icon, look.icon);
  canvas.text({left + icon + 20, box.y, box.right() - left - icon - 20, box.h}, label, style);
  if (touch.focused) canvas.focus_ring(box, ui::radius::kTile);
  return touch.tapped;
}

void HonourWallScreen::draw_sheet(ui::Canvas& canvas, const Context& context) {
  if (sheet_ == Sheet::None) return;
  const bool year = sheet_ == Sheet::Year;
  const auto& labels = year ? year_labels_ : category_labels_;
  const auto& counts = year ? year_counts_ : category_counts_;
  std::vector<ui::SheetRow> rows;
  for (std::size_t i = 0; i < labels.size(); ++i) rows.push_back({labels[i], counts[i]});
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
