// The search page's answers: a group a column in landscape, one below the other in portrait.
#include <algorithm>
#include <cmath>
#include <utility>

#include "kiosk/pictures.h"
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

}  // namespace

Action SearchScreen::draw_results(ui::Canvas& canvas, const Context& context, const Layout& layout) {
  if (context.visitor.typed.empty() || (hits_.groups.empty() && !context.searcher.waiting())) {
    draw_speech(canvas, context, layout);
    return Stay{};
  }
  return layout.landscape ? draw_columns(canvas, context, layout) : draw_stack(canvas, context, layout);
}

Action SearchScreen::draw_columns(ui::Canvas& canvas, const Context& context, const Layout& layout) {
  Action action = Stay{};
  const auto count = static_cast<float>(group_count());
  const float room = layout.results.w - (count - 1) * kColumnGap;
  const float unit = room / (count - 1 + kLeadShare);
  float x = layout.results.x;
  for (std::size_t i = 0; i < group_count(); ++i) {
    const float width = i == 0 ? unit * kLeadShare : unit;
    keep(action, draw_group(canvas, context, i, {x, layout.results.y, width, layout.results.h}, count < 2 ? 2 : 1));
    x += width + kColumnGap;
  }
  return action;
}

// Each group gets a row; what room is left goes round.
Action SearchScreen::draw_stack(ui::Canvas& canvas, const Context& context, const Layout& layout) {
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
    const float height = layout.head + static_cast<float>(rows[i]) * layout.row;
    if (rows[i] > 0) keep(action, draw_group(canvas, context, i, {layout.results.x, y, layout.results.w, height}, 1));
    y += height + kPortraitGroupGap;
  }
  return action;
}

Action SearchScreen::draw_group(ui::Canvas& canvas, const Context& context, std::size_t index, Rect area, int columns) {
  const HitGroup& group = hits_.groups[index];
  const bool wide = canvas.landscape();
  const float head_height = 56;
  const float row_height = 116;
  const Rect head = area.top(head_height);
  draw_head(canvas, group, head);
  // Landscape keeps the foot for "还有 2 家"; portrait says it in the head.
  const Rect body = area.below(head_height);
  const int lines = std::max(1, static_cast<int>((body.h - (wide ? 64 : 0)) / row_height + 0.01F));
  const int per_page = lines * columns;
  const int count = static_cast<int>(group.rows.size());
  const int pages = (count + per_page - 1) / per_page;
  const float column = (body.w - static_cast<float>(columns - 1) * kColumnGap) / static_cast<float>(columns);

  const HitRow* tapped = nullptr;
  ui::PageTurner& turner = turners_[index];
  const Rect rows = body.top(static_cast<float>(lines) * row_height);
  const auto turn = turner.begin(canvas, group.title, rows, pages);
  for (const auto& page : turn.pages) {
    canvas.push_offset(page.offset);
    const int first = page.index * per_page;
    for (int i = first; i < std::min(first + per_page, count); ++i) {
      const int slot = i - first;
      const Rect box{rows.x + static_cast<float>(slot % columns) * (column + kColumnGap),
                     rows.y + static_cast<float>(slot / columns) * row_height, column, row_height};
      const bool last = !wide && (slot + 1 == per_page || i + 1 == count);
      const HitRow& row = group.rows[static_cast<std::size_t>(i)];
      if (draw_row(canvas, context, row, box, last)) tapped = &row;
    }
    canvas.pop_offset();
  }
  turner.end(canvas);
  draw_more(canvas, context, index, wide ? Rect{area.x, rows.bottom() + 4, std::min(area.w, 320.0F), 68} : head, per_page);
  return tapped == nullptr ? Action{Stay{}} : open(index, *tapped);
}

void SearchScreen::draw_head(ui::Canvas& canvas, const HitGroup& group, Rect head) const {
  const auto& color = canvas.color();
  const float middle = head.y + 28;
  canvas.icon(group.icon, {head.x + 18, middle}, 36, color.ink2);
  const float title = canvas.text({head.x + 50, middle - 26, head.w - 120, 52}, group.title,
                                  {.face = Face::SansBold, .size = 31, .color = color.ink});
  canvas.text({head.x + 50 + title + 16, middle - 25, 120, 52}, std::to_string(group.total), {.face = Face::Sans, .size = 28, .color = color.ink2});
  canvas.fill({head.x, head.bottom() - 2, head.w, 2}, color.ink);
}

// "还有 2 家 ›" turns to the next page; on the last one it leads back to the first.
void SearchScreen::draw_more(ui::Canvas& canvas, const Context& context, std::size_t index, Rect box, int per_page) {
  const HitGroup& group = hits_.groups[index];
  ui::PageTurner& turner = turners_[index];
  if (turner.page_count() < 2) return;
  const auto& color = canvas.color();
  const std::int64_t left = group.total - static_cast<std::int64_t>(turner.page() + 1) * per_page;
  const bool last = turner.page() + 1 >= turner.page_count();
  const std::string words = last ? std::string(context.texts("search.first"))
                                 : context.texts.format(group.shops ? "search.more" : "search.more_items", {std::to_string(left)});
  const ui::TextStyle style{.face = Face::SansMedium, .size = 29, .color = color.ink};
  const float width = canvas.measure(words, style);
  const bool wide = canvas.landscape();
  const float x = wide ? box.x : box.right() - width - 40;
  const Rect hit{wide ? x : x - 24, box.centre().y - 34, width + 40 + (wide ? 24.0F : 24.0F), 68};
  const ui::Touch touch = canvas.touch(group.title + " " + words, hit);
  if (touch.pressed) canvas.fill(hit, color.paper2, ui::radius::kThumb);
  canvas.text({x, box.y, width + 4, box.h}, words, style);
  canvas.icon("right", {x + width + 24, box.centre().y + 1}, 34, color.ink);
  if (touch.focused) canvas.focus_ring(hit, ui::radius::kThumb);
  if (!touch.tapped) return;
  turner.go_to(last ? 0 : turner.page() + 1);
  canvas.request_frame();
}

bool SearchScreen::draw_row(ui::Canvas& canvas, const Context& context, const HitRow& row, Rect box, bool last) const {
  const ui::Touch touch = canvas.touch(row.label, box);
  const auto& color = canvas.color();
  const bool wide = canvas.landscape();
  if (touch.pressed) canvas.fill(box.inset(-8, 2), color.paper2, ui::radius::kThumb);
  if (!last) canvas.fill({box.x, box.bottom() - 2, box.w, 2}, color.line);
  const float side = wide ? 84.0F : 88.0F;
  const Rect picture{box.x, box.y + (box.h - side) / 2 - 1, side, side};
  const auto source = picture_source(context.catalog, row.picture, side * canvas.pixels_per_u());
  if (source.empty()) {
    canvas.fill(picture, color.paper2, ui::radius::kThumb);
    canvas.icon(row.icon, picture.centre(), 44, color.ink2);
  } else {
    canvas.picture(picture, source, {.radius = ui::radius::kThumb});
  }
  const float left = picture.right() + (wide ? 22 : 24);
  const float width = box.right() - left - (wide ? 4 : 56);
  const ui::TextStyle title{.face = Face::SansMedium, .size = wide ? 33.0F : 35.0F, .color = color.ink};
  const ui::TextStyle line{.face = Face::Sans, .size = wide ? 26.0F : 27.0F, .color = color.ink2};
  const float middle = box.centre().y;
  canvas.text_marked({left, middle - (wide ? 7 : 6)}, width, row.title, row.marks, title, color.red);
  canvas.text_marked({left, middle + 32}, width, row.line, row.line_marks, line, color.red);
  if (!wide) canvas.icon("right", {box.right() - 16, middle}, 34, color.ink2);
  if (touch.focused) canvas.focus_ring(box.inset(-4, 2), ui::radius::kThumb);
  return touch.tapped;
}

Action SearchScreen::open(std::size_t group, const HitRow& row) const {
  std::vector<content::RecordId> neighbours;
  for (const HitRow& other : hits_.groups[group].rows) {
    if (other.screen == row.screen) neighbours.push_back(other.id);
  }
  return Open{row.screen, {.record = row.id, .series = {}, .filter = {}, .neighbours = std::move(neighbours)}};
}

}  // namespace kiosk
