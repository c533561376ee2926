#include "kiosk/screens/publicity.h"

#include <algorithm>
#include <utility>

#include "kiosk/ui/widgets.h"
#include "kiosk/widgets/article_picture.h"
#include "kiosk/words.h"

namespace kiosk {
namespace {

using ui::Face;
using ui::Rect;

constexpr std::size_t kRows = 3;   // beside or below the large one

}  // namespace

Action PublicityScreen::draw(ui::Canvas& canvas, const Context& context) {
  const Texts& texts = context.texts;
  const PageFrame frame{ui::Section::Publicity, "horn", texts("section.publicity"), texts("search.hint.articles")};
  const PageAreas areas = draw_page_frame(canvas, context, frame);
  draw_header(canvas, context, areas, title_, note_);
  const float nodes = areas.landscape ? 174.0F : 304.0F;
  draw_timeline(canvas, stages_, {areas.content.x, nodes, areas.content.w, 130}, texts("publicity.now"));
  const Grid pages = grid(areas);
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

PublicityScreen::Grid PublicityScreen::grid(const PageAreas& areas) const {
  Grid grid;
  const bool stages = !stages_.empty();
  const Rect& content = areas.content;
  if (areas.landscape) {
    const float top = stages ? 322.0F : 164.0F;
    grid.area = {content.x, top, content.w, areas.shelf.y - 36 - top};
    grid.first = kRows + 1;
    grid.columns = 2;
    grid.others = grid.columns * kRows;
    grid.row = grid.other_row = grid.area.h / static_cast<float>(kRows);
    grid.lead_width = entries_.size() > 1 ? content.w * 0.4976F : content.w;
    return grid;
  }
  const float top = stages ? 466.0F : 276.0F;
  grid.area = {content.x, top, content.w, areas.shelf.y - 16 - top};
  // Below the picture come 176 u of headline, then as many rows as leave the picture 200.
  const auto rows = static_cast<int>((grid.area.h - 376) / grid.row);
  const auto fit = static_cast<std::size_t>(std::clamp(rows, 1, static_cast<int>(kRows)));
  const std::size_t shown = std::min(fit, std::max<std::size_t>(entries_.size(), 1) - 1);
  grid.first = fit + 1;
  grid.rule = grid.area.bottom() - 2 - static_cast<float>(shown) * grid.row;
  grid.others = static_cast<std::size_t>(std::clamp(static_cast<int>(grid.area.h / 240), 1, 4));
  grid.other_row = grid.area.h / static_cast<float>(grid.others);
  return grid;
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
    keep(action, page.index == 0 ? draw_first_page(canvas, context, grid)
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
    const Rect picture{0, area.y, canvas.size().w, grid.rule - 176 - area.y};
    keep(action, draw_lead_banner(canvas, context, entries_.front(), picture));
    if (entries_.size() > 1) canvas.fill({area.x, grid.rule, area.w, 2}, canvas.color().ink);
    rows = {area.x, grid.rule + 1, area.w, area.bottom() - grid.rule};
  }
  const std::size_t last = std::min(entries_.size(), grid.first);
  for (std::size_t i = 1; i < last; ++i) {
    const Rect row{rows.x, rows.y + static_cast<float>(i - 1) * grid.row, rows.w, grid.row};
    keep(action, draw_row(canvas, context, entries_[i], row, {204, landscape ? 136.0F : 120.0F}));
    if (i + 1 < last) canvas.fill({row.x, row.bottom() - 2, row.w, 2}, canvas.color().line);
  }
  return action;
}

Action PublicityScreen::draw_other_page(ui::Canvas& canvas, const Context& context, const Grid& grid, std::size_t page) const {
  Action action = Stay{};
  const std::size_t begin = grid.first + (page - 1) * grid.others;
  const std::size_t end = std::min(entries_.size(), begin + grid.others);
  const std::size_t in_column = grid.others / grid.columns;
  constexpr float kBetween = 48;
  const float width = (grid.area.w - static_cast<float>(grid.columns - 1) * kBetween) / static_cast<float>(grid.columns);
  const ui::Size picture = canvas.landscape() ? ui::Size{204, 136} : ui::Size{312, std::min(208.0F, grid.other_row - 40)};
  for (std::size_t i = begin; i < end; ++i) {
    const std::size_t place = i - begin;
    const Rect row{grid.area.x + static_cast<float>(place / in_column) * (width + kBetween),
                   grid.area.y + static_cast<float>(place % in_column) * grid.other_row, width, grid.other_row};
    keep(action, draw_row(canvas, context, entries_[i], row, picture));
    if (place % in_column + 1 < in_column && i + 1 < end) {
      canvas.fill({row.x, row.bottom() - 2, row.w, 2}, canvas.color().line);
    }
  }
  return action;
}

Action PublicityScreen::draw_lead_card(ui::Canvas& canvas, const Context& context, const Entry& entry, Rect card) const {
  const ui::Touch touch = canvas.touch(entry.label, card);
  const auto& color = canvas.color();
  if (!touch.pressed) canvas.shadow(card, ui::Elevation::Card, ui::radius::kCard);
  canvas.fill(card, touch.pressed ? color.paper2 : color.paper0, ui::radius::kCard);
  const float words = 176;
  draw_article_picture(canvas, context, entry.picture, entry.category, card.top(card.h - words),
                       {.radius = ui::radius::kCard, .round_top_only = true});
  const Rect text{card.x + 32, card.bottom() - words, card.w - 64, words};
  const ui::TextStyle one{.face = Face::Serif, .size = 46, .color = color.ink, .hang_quotes = true};
  if (canvas.measure(entry.title, one) <= text.w) {
    canvas.text({text.x, text.y + 22, text.w, 68}, entry.title, one);
    draw_lead_meta(canvas, context, entry, {text.x, text.y + 100, text.w, 44});
  } else {
    canvas.paragraph({text.x, text.y + 18, text.w, 0}, entry.title,
                     {.face = Face::Serif, .size = 36, .color = color.ink, .line = 1.26F, .hang_quotes = true}, 2);
    draw_lead_meta(canvas, context, entry, {text.x, text.y + 118, text.w, 44});
  }
  if (touch.focused) canvas.focus_ring(card, ui::radius::kCard);
  return touch.tapped ? open(entry) : Stay{};
}

// Portrait: the picture bleeds, the headline stands below it.
Action PublicityScreen::draw_lead_banner(ui::Canvas& canvas, const Context& context, const Entry& entry, Rect picture) const {
  const Rect words{ui::space::kMargin, picture.bottom(), picture.w - 2 * ui::space::kMargin, 176};
  const ui::Touch touch = canvas.touch(entry.label, {0, picture.y, picture.w, picture.h + words.h});
  const auto& color = canvas.color();
  draw_article_picture(canvas, context, entry.picture, entry.category, picture);
  if (touch.pressed) canvas.fill({0, words.y, picture.w, words.h}, color.paper2);
  const ui::TextStyle one{.face = Face::Serif, .size = 58, .color = color.ink, .hang_quotes = true};
  if (canvas.measure(entry.title, one) <= words.w) {
    canvas.text({words.x, words.y + 22, words.w, 84}, entry.title, one);
  } else {
    canvas.paragraph({words.x, words.y + 8, words.w, 0}, entry.title,
                     {.face = Face::Serif, .size = 38, .color = color.ink, .line = 1.24F, .hang_quotes = true}, 2);
  }
  draw_lead_meta(canvas, context, entry, {words.x, words.y + 106, words.w, 44});
  if (touch.focused) canvas.focus_ring({0, picture.y, picture.w, picture.h + words.h}, 0);
  return touch.tapped ? open(entry) : Stay{};
}

void PublicityScreen::draw_lead_meta(ui::Canvas& canvas, const Context& context, const Entry& entry, Rect row) const {
  float x = row.x;
  if (entry.lead) x += ui::tag(canvas, row.origin(), context.texts("publicity.lead"), ui::TagKind::Red) + 18;
  canvas.text({x, row.y, row.right() - x, row.h}, entry.lead_meta,
              {.face = Face::Sans, .size = canvas.landscape() ? 26.0F : 27.0F, .color = canvas.color().ink2});
}

Action PublicityScreen::draw_row(ui::Canvas& canvas, const Context& context, const Entry& entry, Rect row, ui::Size picture) const {
  const ui::Touch touch = canvas.touch(entry.label, row);
  const auto& color = canvas.color();
  if (touch.pressed) canvas.fill(row.inset(-16, 4), color.paper2, ui::radius::kCard);
  const Rect thumb{row.right() - picture.w, row.centre().y - picture.h / 2 - 1, picture.w, picture.h};
  draw_article_picture(canvas, context, entry.picture, entry.category, thumb, {.radius = ui::radius::kThumb});
  const float width = thumb.x - 24 - row.x;
  const float middle = row.centre().y - 1;
  const float step = canvas.landscape() ? 46.0F : 43.0F;
  const ui::TextStyle small{.face = Face::Sans, .size = 25, .color = color.ink2};
  const ui::TextStyle date{.face = Face::Sans, .size = 25, .color = color.ink3};
  const ui::TextStyle title{.face = Face::SansBold, .size = canvas.landscape() ? 36.0F : 37.0F, .color = color.ink, .hang_quotes = true};
  const bool one_line = canvas.measure(entry.title, title) <= width;
  const float spread = one_line ? step : 62;
  canvas.text({row.x, middle - spread - 22, width, 44}, context.texts(text_key(entry.category)), small);
  if (one_line) {
    canvas.text({row.x, middle - 27, width, 54}, entry.title, title);
  } else {
    // The longest titles in two smaller lines.
    ui::TextStyle two{.face = Face::SansBold, .size = 32, .color = color.ink, .line = 1.25F, .hang_quotes = true};
    if (canvas.measure(entry.title, two) > 1.9F * width) two.size = 27;
    canvas.paragraph({row.x, middle - two.size * 1.2F, width, 0}, entry.title, two, 2);
  }
  canvas.text({row.x, middle + spread - 22, width, 44}, entry.meta, date);
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

// 全部 is narrow, the categories share the rest.
void PublicityScreen::draw_tiles(ui::Canvas& canvas, const Context& context, Rect row) {
  constexpr float kAll = 140;
  constexpr float kGap = 14;
  const auto others = static_cast<float>(chips_.size() - 1);
  const float width = (row.w - kAll - kGap * others) / others;
  for (std::size_t i = 0; i < chips_.size(); ++i) {
    const float x = i == 0 ? row.x : row.x + kAll + kGap + static_cast<float>(i - 1) * (width + kGap);
    const bool selected = chip_categories_[i] == chosen_;
    const ui::ButtonStyle style{.kind = selected ? ui::ButtonKind::Ink : ui::ButtonKind::Secondary, .text_size = 30};
    if (ui::button(canvas, chips_[i], {x, row.y, i == 0 ? kAll : width, row.h}, style)) choose(chip_categories_[i], context);
  }
}

Action PublicityScreen::open(const Entry& entry) const {
  return Open{ScreenKind::Article, {.record = entry.id, .series = {}, .filter = {}, .neighbours = ids_}};
}

}  // namespace kiosk
