#include <algorithm>
#include <cmath>
#include <string>

#include "kiosk/ui/widgets.h"
#include "kiosk/ui/widgets_look.h"

namespace ui {
namespace {

constexpr float kRow = 96;
constexpr float kHead = 132;
constexpr float kFoot = 36;
constexpr float kPagerRow = 108;
constexpr float kPadding = 56;
constexpr float kColumnGap = 48;
constexpr float kWidestPanel = 1240;
constexpr float kTallest = 0.72F;     // of the screen
constexpr float kReachGap = 8;        // low reach: below the line above which nothing is touched
constexpr float kRise = 16;
constexpr int kOneColumnRows = 5;     // more rows stand in two columns where the panel is wide

// Where everything of a sheet stands; how many rows a page takes.
struct SheetPlan {
  Rect panel;
  Rect close;
  float column_width = 0;
  int columns = 1;
  int lines = 1;        // rows above one another
  int pages = 1;
  int rows_per_page() const { return columns * lines; }
};

SheetPlan plan_sheet(const Canvas& canvas, int rows) {
  const Size screen = canvas.size();
  SheetPlan plan;
  const float width = canvas.landscape() ? std::min(kWidestPanel, screen.w - 2 * space::kMargin) : screen.w;
  plan.columns = canvas.landscape() && rows > kOneColumnRows ? 2 : 1;
  plan.column_width = (width - 2 * kPadding - kColumnGap * static_cast<float>(plan.columns - 1)) / static_cast<float>(plan.columns);
  const float reach = canvas.reach_top();
  const float tallest = reach > 0 ? std::min(screen.h * kTallest, screen.h - reach - kReachGap) : screen.h * kTallest;
  const float room = tallest - kHead - kFoot;
  const auto lines_of = [&](float height) { return std::max(1, static_cast<int>(height / kRow)); };
  const auto needed = (rows + plan.columns - 1) / plan.columns;
  const bool pages = needed > lines_of(room);
  plan.lines = std::max(1, pages ? lines_of(room - kPagerRow) : needed);
  plan.pages = std::max(1, (rows + plan.rows_per_page() - 1) / plan.rows_per_page());
  const float height = kHead + kFoot + kRow * static_cast<float>(plan.lines) + (pages ? kPagerRow : 0);
  plan.panel = {(screen.w - width) / 2, screen.h - height, width, height};
  const float close = std::max(160.0F, canvas.theme().text_size(160));
  plan.close = {plan.panel.right() - kPadding - close, plan.panel.y + 32, close, touch::kChip};
  return plan;
}

Rect row_box(const SheetPlan& plan, int slot) {
  const int column = slot / plan.lines;
  const int line = slot % plan.lines;
  const float left = plan.panel.x + kPadding + static_cast<float>(column) * (plan.column_width + kColumnGap);
  return {left, plan.panel.y + kHead + kRow * static_cast<float>(line), plan.column_width, kRow};
}

struct RowState {
  bool selected = false;
  bool last_line = false;
};

bool draw_row(Canvas& canvas, const std::string& name, const SheetRow& row, Rect box, const RowState& state) {
  const Touch touch = row.enabled ? canvas.touch(name, box) : Touch{};
  const Palette& color = canvas.color();
  const bool high_contrast = canvas.theme().modes.high_contrast;
  const Rect plane = box.inset(-20, 2);
  // High contrast: yellow around what can be pressed, black on yellow what is chosen.
  const bool inverse = high_contrast && (touch.pressed || state.selected);
  if (inverse) {
    canvas.fill(plane, color.control, radius::kThumb);
  } else if (high_contrast) {
    canvas.outline(plane, row.enabled ? color.control : color.disabled, stroke::kHighContrast, radius::kThumb);
  } else if (touch.pressed) {
    canvas.fill(plane, color.paper2, radius::kThumb);
  }
  const Color words = inverse ? color.paper0 : row.enabled ? color.ink : color.disabled;
  const float check = state.selected ? 60.0F : 0.0F;
  if (state.selected) {
    canvas.icon("check", {box.right() - 22, box.centre().y}, 44, words);
  }
  const TextStyle note{.face = Face::Sans, .size = 28, .color = touch.pressed || inverse || !row.enabled ? words : color.ink2, .align = Align::Right};
  const float note_width = row.note.empty() ? 0 : canvas.measure(row.note, note) + 20;
  const TextStyle style{.face = state.selected ? Face::SansBold : Face::SansMedium, .size = 32, .color = words};
  draw_words(canvas, box.left(box.w - check - note_width), row.label, style);
  canvas.text(box.left(box.w - check), row.note, note);
  if (!state.last_line && !high_contrast) {
    canvas.fill({box.x, box.bottom() - stroke::kHairline, box.w, stroke::kHairline}, color.line);
  }
  if (touch.focused) {
    canvas.focus_ring(plane, radius::kThumb);
  }
  return touch.tapped;
}

void draw_sheet_pager(Canvas& canvas, const SheetPlan& plan, std::string_view title, int& page) {
  const float y = plan.panel.bottom() - kFoot - touch::kChip;
  const std::string count = std::to_string(page + 1) + " / " + std::to_string(plan.pages);
  const float right = plan.panel.right() - kPadding;
  const Rect next{right - 96, y, 96, touch::kChip};
  const Rect middle{next.x - 130, y, 130, touch::kChip};
  const Rect previous{middle.x - 96, y, 96, touch::kChip};
  const std::string name(title);
  if (arrow_pill(canvas, name + " ‹", "left", previous, page > 0)) {
    --page;
    canvas.request_frame();
  }
  canvas.text(middle, count, {.face = Face::SansMedium, .size = 28, .color = canvas.color().ink, .align = Align::Centre});
  if (arrow_pill(canvas, name + " ›", "right", next, page + 1 < plan.pages)) {
    ++page;
    canvas.request_frame();
  }
}

void draw_panel(Canvas& canvas, const SheetPlan& plan, std::string_view title) {
  const Palette& color = canvas.color();
  canvas.shadow(plan.panel, Elevation::Dialog, radius::kDialog);
  canvas.fill_top_round(plan.panel.inset(0, 0), color.paper0, radius::kDialog);
  if (canvas.theme().modes.high_contrast) {
    canvas.outline({plan.panel.x, plan.panel.y, plan.panel.w, plan.panel.h + radius::kDialog}, color.ink, stroke::kHighContrast, radius::kDialog);
  }
  draw_words(canvas, {plan.panel.x + kPadding, plan.panel.y + 32, plan.close.x - plan.panel.x - kPadding - 20, touch::kChip}, title,
             {.face = Face::Serif, .size = 46, .color = color.ink});
}

}  // namespace

SheetResult bottom_sheet(Canvas& canvas, std::string_view title, std::span<const SheetRow> rows, std::size_t selected,
                         std::string_view close_label, int& page) {
  SheetResult result;
  canvas.modal();
  const float shown = appear(canvas, title, motion::kSheet);
  const SheetPlan plan = plan_sheet(canvas, static_cast<int>(rows.size()));
  page = std::clamp(page, 0, plan.pages - 1);
  canvas.push_alpha(shown);
  canvas.fill(canvas.bounds(), canvas.color().scrim);
  const std::string name(title);
  // In low reach 关闭 alone puts the sheet away: the scrim lies out of reach.
  const Rect above{0, 0, canvas.size().w, plan.panel.y};
  result.dismissed = canvas.reach_top() == 0 && canvas.touch(name + " scrim", above).tapped;
  canvas.push_offset({0, canvas.theme().modes.calm ? 0 : kRise * (1 - shown)});
  draw_panel(canvas, plan, title);
  result.dismissed = button(canvas, close_label, plan.close) || result.dismissed;
  const int first = page * plan.rows_per_page();
  const int end = std::min(first + plan.rows_per_page(), static_cast<int>(rows.size()));
  for (int i = first; i < end; ++i) {
    const auto index = static_cast<std::size_t>(i);
    const int slot = i - first;
    const RowState state{.selected = index == selected, .last_line = slot % plan.lines == plan.lines - 1 || i + 1 == end};
    if (draw_row(canvas, name + " " + rows[index].label, rows[index], row_box(plan, slot), state)) {
      result.chosen = index;
    }
  }
  if (plan.pages > 1) {
    draw_sheet_pager(canvas, plan, title, page);
  }
  canvas.pop_offset();
  canvas.pop_alpha();
  return result;
}

}  // namespace ui
