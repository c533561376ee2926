#include "kiosk/screens/publicity.h"

#include <algorithm>
#include <utility>

#include "kiosk/ui/widgets.h"
#include "kiosk/widgets/article_picture.h"
#include "kiosk/widgets/chinese_mark.h"
#include "kiosk/widgets/name_line.h"
#include "kiosk/words.h"

namespace kiosk {
namespace {

using ui::Face;
using ui::Rect;

constexpr float kFramed = 30;   // high contrast: what a row's frame and the air within take of its height
constexpr std::size_t kRows = 3;   // beside or below the large one
constexpr float kNodes = 174, kPortraitNodes = 304;   // y of the timeline's nodes
constexpr float kRow = 152, kLargeRow = 196;

bool is_large(const ui::Canvas& canvas) { return canvas.theme().modes.large_text; }
float row_height(const ui::Canvas& canvas) { return is_large(canvas) ? kLargeRow : kRow; }

std::size_t rows_that_fit(float height, float row, std::size_t most) {
  return static_cast<std::size_t>(std::clamp(static_cast<int>((height + 4) / row), 1, static_cast<int>(most)));
}

}  // namespace

Action PublicityScreen::draw(ui::Canvas& canvas, const Context& context) {
  const Texts& texts = context.texts;
  const PageFrame frame{ui::Section::Publicity, "horn", texts("section.publicity"), texts("search.hint.articles")};
  const PageAreas areas = draw_page_frame(canvas, context, frame);
  draw_header(canvas, context, areas, title_, note_);
  const float nodes = areas.landscape ? kNodes : kPortraitNodes;
  draw_timeline(canvas, stages_, {areas.content.x, nodes, areas.content.w, 130}, texts("publicity.now"));
  if (areas.low && !entries_.empty()) draw_lead_to_look_at(canvas, context, areas);
  const Grid pages = grid(canvas, areas);
  keep_place(canvas, pages);
  Action action = Stay{};
  if (entries_.empty()) {
    draw_empty(canvas, context, pages.area);
  } else {
    action = draw_list(canvas, context, areas, pages);
  }
  draw_shelf(canvas, context, areas, pages);
  keep(action, draw_dock(canvas, context, areas, frame.search_hint));
  return action;
}

// Below title and timeline.
float PublicityScreen::list_top(const ui::Canvas& canvas, const PageAreas& areas) const {
  const float stages = timeline_height(canvas, stages_, areas.content.w);
  if (areas.landscape) return stages_.empty() ? 164.0F : kNodes + stages + 32;
  return stages_.empty() ? 276.0F : kPortraitNodes + stages + 46;
}

PublicityScreen::Grid PublicityScreen::grid(const ui::Canvas& canvas, const PageAreas& areas) const {
  Grid grid;
  const Rect& content = areas.content;
  const float row = row_height(canvas);
  const float top = areas.low ? content.y : list_top(canvas, areas);
  grid.area = {content.x, top, content.w, areas.shelf.y - (areas.landscape ? 36 : 16) - top};
  grid.with_lead = !areas.low;
  grid.columns = areas.landscape && content.w > 1300 ? 2 : 1;
  if (areas.landscape) {
    const std::size_t lines = rows_that_fit(grid.area.h, row * 0.92F, areas.low ? 4 : kRows);
    grid.others = grid.columns * lines;
    grid.first = grid.with_lead ? lines + 1 : grid.others;
    grid.row = grid.other_row = grid.area.h / static_cast<float>(lines);
    grid.lead_width = entries_.size() > 1 ? content.w * 0.4976F : content.w;
    return grid;
  }
  grid.others = rows_that_fit(grid.area.h, areas.low || grid.area.h < 700 ? row : std::max(240.0F, row), 4);
  grid.other_row = grid.area.h / static_cast<float>(grid.others);
  grid.row = row;
  constexpr float kLeastPicture = 180;
  if (grid.area.h < kLeastPicture + lead_words(canvas) + row) grid.with_lead = false;
  if (!grid.with_lead) {
    grid.first = grid.others;
    return grid;
  }
  // Below the picture come the headline, then as many rows as leave the picture 200.
  const std::size_t fit = rows_that_fit(grid.area.h - 200 - lead_words(canvas), row, kRows);
  const std::size_t shown = std::min(fit, std::max<std::size_t>(entries_.size(), 1) - 1);
  grid.first = fit + 1;
  grid.rule = grid.area.bottom() - 2 - static_cast<float>(shown) * grid.row;
  return grid;
}

// Larger rows make other pages: the visitor stays at the article that was first.
void PublicityScreen::keep_place(ui::Canvas& canvas, const Grid& grid) {
  const bool changed = grid.first != paged_first_ || grid.others != paged_others_;
  const auto page = static_cast<std::size_t>(turner_.page());
  const auto first_of = [](std::size_t at, std::size_t first, std::size_t others) { return at == 0 ? 0 : first + (at - 1) * others; };
  if (changed && paged_others_ > 0 && page > 0) {
    const std::size_t entry = first_of(page, paged_first_, paged_others_);
    turner_.reset();
    turner_.begin(canvas, "articles", grid.area, page_count(grid));
    turner_.go_to(entry < grid.first ? 0 : 1 + static_cast<int>((entry - grid.first) / grid.others));
    turner_.end(canvas);
  }
  paged_first_ = grid.first;
  paged_others_ = grid.others;
}

int PublicityScreen::page_count(const Grid& grid) const {
  if (entries_.size() <= grid.first) return 1;
  return 1 + static_cast<int>((entries_.size() - grid.first + grid.others - 1) / grid.others);
}

Action PublicityScreen::draw_list(ui::Canvas& canvas, const Context& context, const PageAreas& areas, const Grid& grid) {
  Action action = Stay{};
  // A little more than the page, so that shadows and pressed rows are not cut; in portrait the picture bleeds.
  const Rect area = areas.landscape ? Rect{areas.page.x, grid.area.y - 12, areas.page.w, grid.area.h + 30}
                                    : Rect{0, grid.area.y, canvas.size().w, grid.area.h + 4};
  const auto turn = turner_.begin(canvas, "articles", area, page_count(grid));
  for (const auto& page : turn.pages) {
    canvas.push_offset(page.offset);
    keep(action, page.index == 0 && grid.with_lead ? draw_first_page(canvas, context, grid)
                                 : draw_other_page(canvas, context, grid, static_cast<std::size_t>(page.index)));
    canvas.pop_offset();
  }
  turner_.end(canvas);
  return action;
}

Action PublicityScreen::draw_first_page(ui::Canvas& canvas, const Context& context, const Grid& grid) const {
  Action action = Stay{};
  const Rect& area = grid.area;
  const bool landscape = canvas.landscape();
  Rect rows;
  if (landscape) {
    keep(action, draw_lead_card(canvas, context, entries_.front(), area.left(grid.lead_width)));
    rows = area.after(grid.lead_width + 40);
  } else {
    const Rect picture{0, area.y, canvas.size().w, grid.rule - lead_words(canvas) - area.y};
    keep(action, draw_lead_banner(canvas, context, entries_.front(), picture));
    if (entries_.size() > 1) canvas.fill({area.x, grid.rule, area.w, 2}, canvas.color().ink);
    rows = {area.x, grid.rule + 1, area.w, area.bottom() - grid.rule};
  }
  const bool contrast = canvas.theme().modes.high_contrast;   // frames of their own divide the rows
  const std::size_t last = std::min(entries_.size(), grid.first);
  for (std::size_t i = 1; i < last; ++i) {
    const Rect row{rows.x, rows.y + static_cast<float>(i - 1) * grid.row, rows.w, grid.row};
    keep(action, draw_row(canvas, context, entries_[i], row, {204, landscape ? 136.0F : 120.0F}));
    if (i + 1 < last && !contrast) canvas.fill({row.x, row.bottom() - 2, row.w, 2}, canvas.color().line);
  }
  return action;
}

Action PublicityScreen::draw_other_page(ui::Canvas& canvas, const Context& context, const Grid& grid, std::size_t page) const {
  Action action = Stay{};
  const std::size_t begin = page == 0 ? 0 : grid.first + (page - 1) * grid.others;
  const std::size_t end = std::min(entries_.size(), begin + grid.others);
  const std::size_t in_column = grid.others / grid.columns;
  constexpr float kBetween = 48;
  const float width = (grid.area.w - static_cast<float>(grid.columns - 1) * kBetween) / static_cast<float>(grid.columns);
  const bool tall = grid.other_row > 220;
  const ui::Size picture = canvas.landscape() || !tall ? ui::Size{204, std::min(136.0F, grid.other_row - 24)} : ui::Size{312, std::min(208.0F, grid.other_row - 40)};
  for (std::size_t i = begin; i < end; ++i) {
    const std::size_t place = i - begin;
    const Rect row{grid.area.x + static_cast<float>(place / in_column) * (width + kBetween),
                   grid.area.y + static_cast<float>(place % in_column) * grid.other_row, width, grid.other_row};
    keep(action, draw_row(canvas, context, entries_[i], row, picture));
    if (place % in_column + 1 < in_column && i + 1 < end && !canvas.theme().modes.high_contrast) {
      canvas.fill({row.x, row.bottom() - 2, row.w, 2}, canvas.color().line);
    }
  }
  return action;
}

// What it is, its title in one line or two, when and how long; the middle of the row is theirs.
Action PublicityScreen::draw_row(ui::Canvas& canvas, const Context& context, const Entry& entry, Rect row, ui::Size picture) const {
  const ui::Touch touch = canvas.touch(entry.label, row);
  const auto& color = canvas.color();
  const bool contrast = canvas.theme().modes.high_contrast;
  if (touch.pressed) canvas.fill(row.inset(-16, 4), color.paper2, ui::radius::kCard);
  if (contrast) canvas.outline(row.inset(0, 5), color.control, ui::stroke::kHighContrast, ui::radius::kCard);
  const Rect thumb{row.right() - picture.w - (contrast ? 18.0F : 0.0F), row.centre().y - picture.h / 2 - 1, picture.w, std::min(picture.h, row.h - 24)};
  draw_article_picture(canvas, context, entry.picture, entry.category, thumb, {.radius = ui::radius::kThumb});
  const float left = row.x + (contrast ? 20.0F : 0.0F);
  const float width = thumb.x - 24 - left;
  ui::TextStyle title{.face = Face::SansBold, .size = canvas.landscape() ? 36.0F : 37.0F, .color = color.ink, .line = 1.22F, .hang_quotes = true};
  const float small = canvas.theme().text_size(25) * 1.36F;   // height of the lines above and below
  const float room = row.h - (contrast ? kFramed : 8.0F);
  const auto fits = [&] {
    const auto block = canvas.layout(entry.title, title, width);
    return block.lines.size() <= 2 && block.height() + 2 * small <= room;
  };
  while (title.size > 26 && !fits()) title.size -= title.size > 34 ? 4 : 2;
  const auto block = lay_headline(canvas, entry.title, title, width, 2);
  const float apart = std::clamp((room - 8 - block.height() - 2 * small) / 2, 0.0F, 12.0F);
  const float top = row.centre().y - 1 - (block.height() + 2 * small + 2 * apart) / 2;
  const ui::TextStyle label{.face = Face::Sans, .size = 25, .color = color.ink2};
  const float said = canvas.text({left, top, width, small}, context.texts(text_key(entry.category)), label);
  if (entry.chinese) chinese_mark(canvas, context.texts, {left + said + 16, top + (small - chinese_mark_height(canvas)) / 2});
  canvas.draw(block, {left, top + small + apart});
  ui::TextStyle date = label;
  date.color = color.ink3;
  draw_name(canvas, {left, top + small + 2 * apart + block.height(), width, small}, entry.meta, date, 22);
  if (touch.focused) canvas.focus_ring(row.inset(-8, 4), ui::radius::kCard);
  return touch.tapped ? open(entry) : Stay{};
}

void PublicityScreen::draw_empty(ui::Canvas& canvas, const Context& context, Rect area) {
  const Texts& texts = context.texts;
  const std::string sentence = chosen_ ? texts.format("publicity.none_in", {texts(text_key(*chosen_))}) : std::string(texts("publicity.none"));
  canvas.paragraph({area.x, area.y + area.h * 0.24F, area.w, 0}, sentence,
                   {.face = Face::Serif, .size = 46, .color = canvas.color().ink, .align = ui::Align::Centre, .line = 1.34F}, 3);
  if (!chosen_) return;
  const ui::ButtonStyle style{.kind = ui::ButtonKind::Primary};
  const float width = std::max(280.0F, ui::button_width(canvas, texts("publicity.see_all"), style));
  const Rect box{area.centre().x - width / 2, area.y + area.h * 0.24F + 116, width, ui::touch::kButton};
  if (ui::button(canvas, texts("publicity.see_all"), box, style)) choose(std::nullopt, context);
}

void PublicityScreen::draw_shelf(ui::Canvas& canvas, const Context& context, const PageAreas& areas, const Grid& grid) {
  const int pages = page_count(grid);
  if (!areas.landscape) {
    ui::pager(canvas, areas.shelf, turner_, pages, count_);
    if (chips_.size() > 1) draw_tiles(canvas, context, areas.shelf_b);
    return;
  }
  const float pager = ui::pager(canvas, areas.shelf, turner_, pages);
  if (chips_.size() < 2) return;
  const auto found = std::ranges::find(chip_categories_, chosen_);
  const std::size_t selected = found == chip_categories_.end() ? chips_.size() : static_cast<std::size_t>(found - chip_categories_.begin());
  const Rect row = areas.shelf.left(areas.shelf.w - pager - 32);
  if (const auto tapped = ui::chip_row(canvas, row, chips_, selected)) choose(chip_categories_[*tapped], context);
}

// 全部 is narrow, the categories share the rest; words that are too long for it make a row that pages.
void PublicityScreen::draw_tiles(ui::Canvas& canvas, const Context& context, Rect row) {
  constexpr float kGap = 14;
  const float all = std::max(140.0F, ui::chip_width(canvas, chips_[0]) - 24);
  const auto others = static_cast<float>(chips_.size() - 1);
  const float width = (row.w - all - kGap * others) / others;
  const bool fit = std::ranges::all_of(chips_, [&](const std::string& chip) { return ui::chip_width(canvas, chip) - 32 <= std::max(width, chip == chips_[0] ? all : 0); });
  if (!fit) {
    const auto found = std::ranges::find(chip_categories_, chosen_);
    const std::size_t selected = found == chip_categories_.end() ? chips_.size() : static_cast<std::size_t>(found - chip_categories_.begin());
    if (const auto tapped = ui::chip_row(canvas, row, chips_, selected)) choose(chip_categories_[*tapped], context);
    return;
  }
  for (std::size_t i = 0; i < chips_.size(); ++i) {
    const float x = i == 0 ? row.x : row.x + all + kGap + static_cast<float>(i - 1) * (width + kGap);
    if (ui::chip(canvas, chips_[i], {x, row.y, i == 0 ? all : width, row.h}, chip_categories_[i] == chosen_)) choose(chip_categories_[i], context);
  }
}

Action PublicityScreen::open(const Entry& entry) const {
  return Open{ScreenKind::Article, {.record = entry.id, .series = {}, .filter = {}, .neighbours = ids_}};
}

}  // namespace kiosk
