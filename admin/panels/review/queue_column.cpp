#include "admin/panels/review/queue_column.h"

#include <fmt/format.h>

#include <algorithm>

#include "admin/desk/button.h"
#include "admin/desk/choice.h"
#include "admin/desk/marks.h"
#include "admin/desk/table.h"
#include "admin/panels/review/review_acts.h"
#include "admin/workspace/cell_words.h"

namespace admin {
namespace {

namespace color = desk::color;
constexpr float kItem = 86;
constexpr float kPad = 20;

}  // namespace

void QueueColumn::reveal(const ReviewView& view) { scroll_.reveal_from_top(static_cast<float>(view.index()) * kItem, kItem); }

void QueueColumn::draw(desk::Desk& desk, ReviewView& view, ui::Rect box) {
  desk::page_title(desk, {box.x + kPad, box.y, box.w - 2 * kPad, desk::size::kTitleRow},
                   fmt::format("等我{}", round_words(view.queue().round())), std::to_string(view.queue().mine()));
  draw_filters(desk, view, {box.x + kPad, box.y + 66, box.w - 2 * kPad, desk::size::kControl});
  constexpr float kTop = 112;
  const float foot = view.queue().opened() > 1 ? 104 : 54;
  const ui::Rect list{box.x, box.y + kTop, box.w, box.h - kTop - foot};
  draw_items(desk, view, list);
  desk.canvas().line({list.x, list.y}, {list.right(), list.y}, color::kLine, 1);
  draw_foot(desk, view, {box.x, list.bottom(), box.w, foot});
}

void QueueColumn::draw_filters(desk::Desk& desk, ReviewView& view, ui::Rect row) {
  const auto kinds = view.queue().kinds();
  std::vector<desk::Option> options{{.words = "全部"}};
  int selected = 0;
  for (const auto& [kind, count] : kinds) {
    if (view.kind() == kind) selected = static_cast<int>(options.size());
    options.push_back({.words = std::string(content::kind_spec(kind).zh), .note = std::to_string(count)});
  }
  const bool narrow = row.w < 260;
  const ui::Rect left{row.x, row.y, narrow ? 76.0F : 116.0F, row.h};
  if (const auto chosen = desk::drop_down(desk, left, options, selected, {.prefix = narrow ? "" : "类型", .label = "类型"})) {
    desk.attempt([&] { view.filter(*chosen == 0 ? std::nullopt : std::optional(kinds[*chosen - 1].first), view.order()); });
    scroll_.to_top();
  }
  const std::vector<desk::Option> orders{{.words = "最近到的在前"}, {.words = "先到的在前"}, {.words = "按种类"}};
  const ui::Rect right{left.right() + 8, row.y, row.right() - left.right() - 8, row.h};
  if (const auto chosen = desk::drop_down(desk, right, orders, static_cast<int>(view.order()), {.label = "排列"})) {
    desk.attempt([&] { view.filter(view.kind(), static_cast<QueueOrder>(*chosen)); });
    scroll_.to_top();
  }
}

void QueueColumn::draw_items(desk::Desk& desk, ReviewView& view, ui::Rect list) {
  const auto& shown = view.queue().shown();
  const ui::Rect inner = scroll_.begin(desk, list, "待审");
  const auto first = static_cast<std::size_t>(std::max(0.0F, scroll_.offset() / kItem));
  const auto last = std::min(shown.size(), first + static_cast<std::size_t>(list.h / kItem) + 2);
  for (std::size_t i = first; i < last; ++i) {
    draw_item(desk, view, i, {inner.x, inner.y + static_cast<float>(i) * kItem, inner.w, kItem});
  }
  scroll_.end(desk, inner.y + static_cast<float>(shown.size()) * kItem);
}

void QueueColumn::draw_item(desk::Desk& desk, ReviewView& view, std::size_t at, ui::Rect row) {
  ui::Canvas& canvas = desk.canvas();
  QueueItem& item = *view.queue().shown()[at];
  const bool selected = view.current() == &item;
  const ui::Touch touch = desk::table_row(desk, view.label(at), row, {.selected = selected});
  const bool mine = item.barrier.empty();
  const ui::Rect line{row.x + kPad, row.y + 11, row.w - kPad - 14, 22};
  const ui::Color ink = mine ? color::kInk : color::kInk3;
  canvas.text({line.x, line.y, line.w - 22, line.h}, item.title, desk::words(15.5F, ink, selected ? ui::Face::SansBold : ui::Face::SansMedium));
  if (item.waiting.opened) canvas.icon("eye", {row.right() - 22, line.centre().y}, 16, color::kField);
  canvas.text(line.moved(0, 22), item.place, desk::words(14, color::kInk3));
  const std::string deed = mine ? fmt::format("{} {} · {}", item.waiting.submitted_by, moment_words(item.waiting.submitted_at, view.office().now_ms()),
                                              view.queue().summary(item))
                                : item.barrier;
  canvas.text(line.moved(0, 43), deed, desk::words(14, mine ? color::kInk3 : color::kAmber));
  canvas.fill({row.x, row.bottom() - 1, row.w, 1}, color::kLine);
  if (touch.tapped) desk.attempt([&] { view.open(item.waiting.record.id); });
}

void QueueColumn::draw_foot(desk::Desk& desk, ReviewView& view, ui::Rect row) {
  desk.canvas().line({row.x, row.y}, {row.right(), row.y}, color::kLine, 1);
  const int opened = view.queue().opened();
  if (opened > 1) {
    const ui::Rect bulk{row.x + kPad, row.y + 10, row.w - 2 * kPad, desk::size::kButton};
    if (desk::button(desk, fmt::format("通过看过的 {} 件", opened), bulk, {.icon = "check"})) ask_for_bulk(desk, view);
  }
  float x = row.x + kPad;
  const float y = row.bottom() - 27;
  const auto hint = [&](std::string_view key, std::string_view words) {
    x += desk::key_cap(desk, {x, y}, key) + (words.empty() ? 4 : 6);
    if (!words.empty()) x += desk.canvas().text({x, y - 12, 80, 24}, words, desk::second()) + (row.w < 300 ? 12 : 20);
  };
  hint("↑", "");
  hint("↓", row.w < 300 ? "换" : "换一件");
  hint("A", "通过");
  hint("B", "退回");
}

}  // namespace admin
