// The search page's answers: a group a column in landscape, one below the other in portrait, one at a time where that is
// too much.
#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "kiosk/screens/search.h"
#include "kiosk/ui/widgets.h"

namespace kiosk {
namespace {

using ui::Align;
using ui::Face;
using ui::Rect;

constexpr float kLeadShare = 640.0F / 540.0F;   // the first column is that much wider
constexpr float kColumnGap = 44;
constexpr float kPortraitGroupGap = 24;
constexpr float kMoreHeight = 68;

constexpr float kTabGap = 12;
constexpr float kLeastMore = 170;   // "+30 ›" in large text

float least_column(const ui::Canvas& canvas) { return canvas.theme().modes.large_text ? 560.0F : 420.0F; }

std::vector<std::string> tab_labels(const Hits& hits, bool counted) {
  std::vector<std::string> labels;
  for (const HitGroup& group : hits.groups) labels.push_back(counted ? group.title + " " + std::to_string(group.total) : group.title);
  return labels;
}

}  // namespace

Action SearchScreen::draw_results(ui::Canvas& canvas, const Context& context, const SearchLayout& layout) {
  if (context.visitor.typed.empty() || (hits_.groups.empty() && !context.searcher.waiting())) {
    return draw_speech(canvas, context, layout);
  }
  if (hits_.groups.empty()) return Stay{};
  const auto count = static_cast<float>(group_count());
  if (count > 1 && layout.landscape) {
    const float unit = (layout.results.w - (count - 1) * kColumnGap) / (count - 1 + kLeadShare);
    if (unit < least_column(canvas) || layout.results.h < layout.head + layout.row + kMoreHeight) return draw_tabbed(canvas, context, layout);
  }
  if (count > 1 && !layout.landscape && layout.results.h < count * (layout.head + kPortraitGroupGap + layout.row)) {
    return draw_tabbed(canvas, context, layout);
  }
  return layout.landscape ? draw_columns(canvas, context, layout) : draw_stack(canvas, context, layout);
}

Action SearchScreen::draw_columns(ui::Canvas& canvas, const Context& context, const SearchLayout& layout) {
  Action action = Stay{};
  const auto count = static_cast<float>(group_count());
  const float room = layout.results.w - (count - 1) * kColumnGap;
  const float unit = room / (count - 1 + kLeadShare);
  float x = layout.results.x;
  for (std::size_t i = 0; i < group_count(); ++i) {
    const float width = i == 0 ? unit * kLeadShare : unit;
    keep(action, draw_group(canvas, context, layout, i, {x, layout.results.y, width, layout.results.h}, count < 2 && width > 2 * least_column(canvas) ? 2 : 1));
    x += width + kColumnGap;
  }
  return action;
}

// Each group gets a row; what room is left goes round.
Action SearchScreen::draw_stack(ui::Canvas& canvas, const Context& context, const SearchLayout& layout) {
  const std::size_t groups = group_count();
  const float per_group = layout.head + kPortraitGroupGap;
  int left = static_cast<int>((layout.results.h + kPortraitGroupGap - static_cast<float>(groups) * per_group) / layout.row);
  std::array<int, 3> rows{};
  for (bool given = true; given && left > 0;) {
    given = false;
    for (std::size_t i = 0; i < groups && left > 0; ++i) {
      if (rows[i] >= static_cast<int>(hits_.groups[i].rows.size())) continue;
      ++rows[i];
      --left;
      given = true;
    }
  }
  Action action = Stay{};
  float y = layout.results.y;
  for (std::size_t i = 0; i < groups; ++i) {
    const float height = layout.head + static_cast<float>(std::max(rows[i], 1)) * layout.row;
    keep(action, draw_group(canvas, context, layout, i, {layout.results.x, y, layout.results.w, height}, 1));
    y += height + kPortraitGroupGap;
  }
  return action;
}

Action SearchScreen::draw_tabbed(ui::Canvas& canvas, const Context& context, const SearchLayout& layout) {
  tab_ = std::min(tab_, group_count() - 1);
  const float tab_height = canvas.theme().modes.large_text ? 88.0F : 72.0F;
  const Rect area = layout.results;
  const Rect body = area.below(tab_height + 8);
  const int columns = body.w > 2 * least_column(canvas) + kColumnGap ? 2 : 1;
  const int lines = std::max(1, static_cast<int>(body.h / layout.row + 0.01F));
  const GroupPlace place{.index = tab_, .rows = body.top(std::min(body.h, static_cast<float>(lines) * layout.row)), .columns = columns,
                         .lines = lines, .touchable = layout.touchable()};
  const Action action = draw_rows(canvas, context, place);
  draw_tabs(canvas, context, layout, area.top(tab_height), lines * columns);
  return action;
}

// 商户 4 · 街区 1 · 人物 2, the one that is shown filled; at the right what is left of it.
void SearchScreen::draw_tabs(ui::Canvas& canvas, const Context& context, const SearchLayout& layout, Rect row, int per_page) {
  float x = row.x;
  const bool touchable = layout.touchable();
  std::vector<std::string> labels = tab_labels(hits_, true);
  // Long titles leave their counts out rather than lie under the way to the next rows.
  float wide = kLeastMore;
  for (const std::string& label : labels) wide += ui::chip_width(canvas, label) + kTabGap;
  if (wide > row.w) labels = tab_labels(hits_, false);
  for (std::size_t i = 0; i < group_count(); ++i) {
    const std::string& label = labels[i];
    if (touchable) {
      const float width = ui::chip_width(canvas, label);
      if (ui::chip(canvas, label, {x, row.y, width, row.h}, i == tab_)) tab_ = i;
      x += width + kTabGap;
    } else {
      const ui::TextStyle style{.face = i == tab_ ? Face::SansBold : Face::Sans, .size = 29, .color = canvas.color().ink};
      x += canvas.text({x, row.y, row.right() - x, row.h}, label, style) + 40;
    }
  }
  if (touchable) draw_more(canvas, context, tab_, {x, row.y, row.right() - x, row.h}, per_page, Align::Right);
}

Action SearchScreen::draw_group(ui::Canvas& canvas, const Context& context, const SearchLayout& layout, std::size_t index, Rect area, int columns) {
  const HitGroup& group = hits_.groups[index];
  // Landscape keeps the foot for "还有 2 家"; portrait, and where that costs a row, says it in the head.
  const Rect body = area.below(layout.head);
  const int all = std::max(1, static_cast<int>(body.h / layout.row + 0.01F));
  const int with_foot = static_cast<int>((body.h - kMoreHeight + 4) / layout.row + 0.01F);
  const bool foot = layout.landscape && with_foot >= 1 && (with_foot == all || !canvas.theme().modes.large_text);
  const int lines = foot ? with_foot : all;
  const GroupPlace place{.index = index, .rows = body.top(std::min(body.h, static_cast<float>(lines) * layout.row)), .columns = columns,
                         .lines = lines, .touchable = layout.touchable()};
  Rect head = area.top(layout.head);
  const Action action = draw_rows(canvas, context, place);
  canvas.fill({head.x, head.bottom() - 2, head.w, 2}, canvas.color().ink);
  if (layout.touchable()) {
    const Rect more = foot ? Rect{area.x, place.rows.bottom() + 4, area.w, kMoreHeight} : head;
    const float width = draw_more(canvas, context, index, more, lines * columns, foot ? Align::Left : Align::Right);
    if (!foot) head.w -= width;
  }
  draw_head(canvas, group, head);
  return action;
}

Action SearchScreen::draw_rows(ui::Canvas& canvas, const Context& context, const GroupPlace& place) {
  const HitGroup& group = hits_.groups[place.index];
  const Rect& rows = place.rows;
  const float row_height = rows.h / static_cast<float>(place.lines);
  const int per_page = place.lines * place.columns;
  const int count = static_cast<int>(group.rows.size());
  const float column = (rows.w - static_cast<float>(place.columns - 1) * kColumnGap) / static_cast<float>(place.columns);
  const HitRow* tapped = nullptr;
  const auto draw_page = [&](int page) {
    const int first = page * per_page;
    for (int i = first; i < std::min(first + per_page, count); ++i) {
      const int slot = i - first;
      const Rect box{rows.x + static_cast<float>(slot % place.columns) * (column + kColumnGap),
                     rows.y + static_cast<float>(slot / place.columns) * row_height, column, row_height};
      const bool last = i + 1 == count || slot + place.columns >= per_page;
      const bool framed = canvas.theme().modes.high_contrast && place.touchable;
      if (!framed && (!last || canvas.landscape())) canvas.fill({box.x, box.bottom() - 2, box.w, 2}, canvas.color().line);
      const HitRow& row = group.rows[static_cast<std::size_t>(i)];
      if (draw_row(canvas, context, row, box, place.touchable)) tapped = &row;
    }
  };
  if (!place.touchable) {
    draw_page(0);
    return Stay{};
  }
  ui::PageTurner& turner = turners_[place.index];
  const auto turn = turner.begin(canvas, group.title, rows, std::max(1, (count + per_page - 1) / per_page));
  for (const auto& page : turn.pages) {
    canvas.push_offset(page.offset);
    draw_page(page.index);
    canvas.pop_offset();
  }
  turner.end(canvas);
  return tapped == nullptr ? Action{Stay{}} : open(place.index, *tapped);
}

void SearchScreen::draw_head(ui::Canvas& canvas, const HitGroup& group, Rect head) const {
  const auto& color = canvas.color();
  const float middle = head.y + (head.h - 2) / 2 + 1;
  canvas.icon(group.icon, {head.x + 18, middle}, 36, color.ink2);
  const std::string count = std::to_string(group.total);
  const ui::TextStyle number{.face = Face::Sans, .size = 28, .color = color.ink2};
  const float room = head.w - 50 - 16 - canvas.measure(count, number) - 8;
  ui::TextStyle style{.face = Face::SansBold, .size = 31, .color = color.ink};
  while (style.size > 25 && canvas.measure(group.title, style) > room) style.size -= 1;
  if (canvas.measure(group.title, style) > room) {   // the words before the number
    canvas.text({head.x + 50, middle - 26, head.w - 50, 52}, group.title, style);
    return;
  }
  const float title = canvas.text({head.x + 50, middle - 26, room, 52}, group.title, style);
  canvas.text({head.x + 50 + title + 16, middle - 25, head.right() - head.x - 66 - title, 52}, count, number);
}

// "还有 2 家 ›" turns to the next page; on the last one it leads back to the first, and says so when not all could be listed.
float SearchScreen::draw_more(ui::Canvas& canvas, const Context& context, std::size_t index, Rect box, int per_page, Align align) {
  const HitGroup& group = hits_.groups[index];
  ui::PageTurner& turner = turners_[index];
  if (turner.page_count() < 2) return 0;
  const auto& color = canvas.color();
  const std::int64_t left = group.total - static_cast<std::int64_t>(turner.page() + 1) * per_page;
  const bool last = turner.page() + 1 >= turner.page_count();
  const bool all = static_cast<std::size_t>(group.total) <= group.rows.size();
  std::string words = last && all ? std::string(context.texts("search.first"))
                      : last      ? context.texts.format("search.first_of", {std::to_string(group.rows.size())})
                                  : context.texts.format(group.shops ? "search.more" : "search.more_items", {std::to_string(left)});
  const ui::TextStyle style{.face = Face::SansMedium, .size = 29, .color = color.ink};
  const float icon = 34;
  float width = canvas.measure(words, style);
  if (width + icon + 40 > box.w * (align == Align::Right ? 0.55F : 1.0F)) {
    words = last ? "1" : "+" + std::to_string(left);
    width = canvas.measure(words, style);
  }
  const float whole = width + 8 + icon + 16;
  const bool high_contrast = canvas.theme().modes.high_contrast;   // a frame; elsewhere the words stand at the group's edge
  const float x = align == Align::Right ? box.right() - whole + 16 : box.x + (high_contrast ? 16.0F : 0.0F);
  const float height = std::max(box.h, kMoreHeight);
  const Rect hit{x - 16, box.centre().y - height / 2, whole + (align == Align::Right ? 0.0F : 16.0F), height};
  const ui::Touch touch = canvas.touch(group.title + " " + words, hit);
  if (touch.pressed) canvas.fill(hit, color.paper2, ui::radius::kThumb);
  canvas.text({x, box.y, width + 4, box.h - 2}, words, style);
  canvas.icon("right", {x + width + 8 + icon / 2, box.centre().y + 1}, icon, high_contrast ? color.control : color.ink);
  if (high_contrast) canvas.outline(hit.inset(0, (height - std::min(box.h, 64.0F)) / 2), color.control, ui::stroke::kHighContrast, ui::radius::kThumb);
  if (touch.focused) canvas.focus_ring(hit, ui::radius::kThumb);
  if (touch.tapped) {
    turner.go_to(last ? 0 : turner.page() + 1);
    canvas.request_frame();
  }
  return whole + 16;
}

Action SearchScreen::open(std::size_t group, const HitRow& row) const {
  std::vector<content::RecordId> neighbours;
  for (const HitRow& other : hits_.groups[group].rows) {
    if (other.screen == row.screen) neighbours.push_back(other.id);
  }
  return Open{row.screen, {.record = row.id, .series = {}, .filter = {}, .neighbours = std::move(neighbours)}};
}

}  // namespace kiosk
