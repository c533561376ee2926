#include "kiosk/widgets/page_frame.h"

#include <unicode/calendar.h>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <string>

#include "kiosk/clock.h"
#include "kiosk/ui/widgets.h"

namespace kiosk {
namespace {

using ui::Color;
using ui::Face;
using ui::Point;
using ui::Rect;

constexpr float kSpine = ui::space::kSpineWidth;
constexpr float kMargin = ui::space::kMargin;

// Section colours lie deeper towards the foot, with the lattice fading in from the middle (DESIGN.md §6 Spine).
void draw_spine(ui::Canvas& canvas, const PageFrame& frame, const PageAreas& areas) {
  const auto colors = canvas.theme().section(frame.section);
  const Rect spine{0, 0, kSpine, areas.dock.y};
  canvas.gradient(spine, colors.top, colors.bottom);
  canvas.lattice(spine.below(spine.h * 0.4F), canvas.color().gold_on_red.with_alpha(0.16F), 64, ui::LatticeFade::Downwards);
  const Color cream = canvas.color().cream;
  canvas.icon(frame.section_icon, {kSpine / 2, 74}, 60, cream);
  canvas.fill({kSpine / 2 - 22, 130, 44, 2}, canvas.color().gold_line);
  canvas.column({kSpine / 2, 160}, frame.section_title, {.face = Face::Serif, .size = 60, .color = cream}, 1.16F);
  const Rect mark = ui::centred({0, areas.dock.y - 96, kSpine, 56}, {56, 56});
  canvas.mark(mark, cream, canvas.color().gold_line, cream);
}

void draw_band(ui::Canvas& canvas, const Context& context, const PageFrame& frame) {
  const auto colors = canvas.theme().section(frame.section);
  const Rect band{0, 0, canvas.size().w, ui::space::kBandHeight};
  canvas.fill(band, colors.top);
  canvas.lattice(band, canvas.color().gold_on_red.with_alpha(0.10F), 64);
  const Color cream = canvas.color().cream;
  canvas.icon(frame.section_icon, {kMargin + 32, 76}, 60, cream);
  canvas.text({146, 0, 600, 156}, frame.section_title, {.face = Face::Serif, .size = 60, .color = cream});
  canvas.text({band.w - kMargin - 400, 0, 400, 156}, clock_text(context.now),
              {.face = Face::Sans, .size = 60, .color = cream, .align = ui::Align::Right});
}

struct DockWish {
  bool back = false;
  bool home = false;
  bool search = false;
};

// White with a line on top; the buttons are the same on every page.
void draw_dock_ground(ui::Canvas& canvas, const Rect& dock) {
  canvas.fill(dock, canvas.color().white);
  canvas.fill(dock.top(2), canvas.color().line);
}

bool dock_button(ui::Canvas& canvas, std::string_view icon, std::string_view label, Rect box) {
  const ui::Touch touch = canvas.touch(label, box);
  const auto& color = canvas.color();
  canvas.fill(box, touch.pressed ? color.paper3 : color.white, ui::radius::kButton);
  canvas.outline(box, color.control, ui::stroke::kControl, ui::radius::kButton);
  const ui::TextStyle style{.face = Face::SansMedium, .size = 28, .color = color.ink};
  const float words = canvas.measure(label, style);
  const float left = box.x + (box.w - 34 - 16 - words) / 2;
  canvas.icon(icon, {left + 17, box.centre().y}, 38, color.ink);
  canvas.text({left + 34 + 16, box.y, words + 4, box.h}, label, style);
  if (touch.focused) canvas.focus_ring(box, ui::radius::kButton);
  return touch.tapped;
}

bool dock_search(ui::Canvas& canvas, Rect box, std::string_view hint) {
  const ui::Touch touch = canvas.touch(hint, box);
  const auto& color = canvas.color();
  const float radius = box.h / 2;
  canvas.fill(box, touch.pressed ? color.paper3 : color.paper2, radius);
  canvas.outline(box, color.control, ui::stroke::kControl, radius);
  canvas.icon("search", {box.x + 52, box.centre().y}, 38, color.ink2);
  canvas.text({box.x + 88, box.y, box.w - 190, box.h}, hint, {.face = Face::Sans, .size = 28, .color = color.ink2});
  canvas.icon("keyboard", {box.right() - 54, box.centre().y}, 38, color.ink2);
  if (touch.focused) canvas.focus_ring(box, radius);
  return touch.tapped;
}

// Portrait: equal cells, icon 48 above a label of 25.
bool dock_cell(ui::Canvas& canvas, std::string_view icon, std::string_view label, Rect cell) {
  const ui::Touch touch = canvas.touch(label, cell);
  const auto& color = canvas.color();
  if (touch.pressed) canvas.fill(cell.inset(12, 12), color.paper3, ui::radius::kButton);
  canvas.icon(icon, {cell.centre().x, cell.y + 50}, 46, color.ink);
  canvas.text({cell.x, cell.y + 74, cell.w, 44}, label,
              {.face = Face::SansMedium, .size = 26, .color = color.ink, .align = ui::Align::Centre});
  if (touch.focused) canvas.focus_ring(cell.inset(8), ui::radius::kButton);
  return touch.tapped;
}

// The nth word, from 0, of words separated by single blanks.
std::string_view word(std::string_view words, int n) {
  for (; n > 0; --n) words.remove_prefix(std::min(words.find(' ') + 1, words.size()));
  return words.substr(0, words.find(' '));
}

Action to_action(const DockWish& wish) {
  if (wish.search) return Open{ScreenKind::Search, {}};
  if (wish.home) return GoHome{};
  if (wish.back) return Back{};
  return Stay{};
}

}  // namespace

PageAreas page_areas(const ui::Canvas& canvas) {
  const ui::Size size = canvas.size();
  PageAreas areas;
  areas.landscape = canvas.landscape();
  if (areas.landscape) {
    // Past 2000 u the stage stops growing and stands in the middle of what is left beside the spine.
    const float page_width = size.w - kSpine;
    const float stage = std::min(page_width - 2 * kMargin, 2000.0F);
    const float left = kSpine + (page_width - stage) / 2;
    areas.page = {kSpine, 0, page_width, size.h - 112};
    areas.header = {left, 30, stage, 98};
    areas.content = {left, 140, stage, size.h - 380};
    areas.shelf = {left, size.h - 208, stage, 72};
    areas.dock = {0, size.h - 112, size.w, 112};
  } else {
    const float width = size.w - 2 * kMargin;
    areas.page = {0, ui::space::kBandHeight, size.w, size.h - ui::space::kBandHeight - 136};
    areas.header = {kMargin, 166, width, 98};
    areas.content = {kMargin, 276, width, size.h - 276 - 420};
    areas.shelf = {kMargin, size.h - 404, width, 84};
    areas.shelf_b = {kMargin, size.h - 292, width, 104};
    areas.dock = {0, size.h - 136, size.w, 136};
  }
  return areas;
}

PageAreas draw_page_frame(ui::Canvas& canvas, const Context& context, const PageFrame& frame) {
  const PageAreas areas = page_areas(canvas);
  canvas.fill(canvas.bounds(), canvas.color().paper1);
  if (areas.landscape) {
    draw_spine(canvas, frame, areas);
  } else {
    draw_band(canvas, context, frame);
  }
  return areas;
}

void draw_header(ui::Canvas& canvas, const Context& context, const PageAreas& areas, std::string_view title,
                 std::string_view note) {
  const auto& color = canvas.color();
  const Rect& row = areas.header;
  const float clock_width = areas.landscape ? 200 : 0;
  const ui::TextStyle title_style{.face = Face::Serif, .size = areas.landscape ? 50.0F : 56.0F, .color = color.ink};
  const ui::TextStyle note_style{.face = Face::Sans, .size = 28, .color = color.ink2};
  const float middle = row.y + 56;
  const float room = row.w - clock_width - (note.empty() ? 0 : canvas.measure(note, note_style) + 28);
  const float width = canvas.text({row.x, middle - 40, room, 80}, title, title_style);
  if (!note.empty()) {
    canvas.text({row.x + width + 28, middle - 36, row.w - clock_width - width - 28, 80}, note, note_style);
  }
  if (areas.landscape) {
    canvas.text({row.right() - 300, middle - 40, 300, 80}, clock_text(context.now),
                {.face = Face::Sans, .size = 56, .color = color.ink, .align = ui::Align::Right});
  }
}

Action draw_dock(ui::Canvas& canvas, const Context& context, const PageAreas& areas, std::string_view search_hint) {
  const Rect& dock = areas.dock;
  const Texts& texts = context.texts;
  draw_dock_ground(canvas, dock);
  DockWish wish;
  if (areas.landscape) {
    wish.back = dock_button(canvas, "back", texts("dock.back"), {kMargin, dock.y + 16, 168, 80});
    wish.home = dock_button(canvas, "home", texts("dock.home"), {kMargin + 184, dock.y + 16, 168, 80});
    wish.search = dock_search(canvas, {424, dock.y + 16, dock.w - 424 - kMargin, 80}, search_hint);
  } else {
    const float cell = dock.w / 3;
    wish.back = dock_cell(canvas, "back", texts("dock.back"), {dock.x, dock.y, cell, dock.h});
    wish.home = dock_cell(canvas, "home", texts("dock.home"), {dock.x + cell, dock.y, cell, dock.h});
    wish.search = dock_cell(canvas, "search", texts("dock.search"), {dock.x + 2 * cell, dock.y, cell, dock.h});
  }
  return to_action(wish);
}

Action draw_home_dock(ui::Canvas& canvas, const Context& context, const PageAreas& areas) {
  const Rect& dock = areas.dock;
  draw_dock_ground(canvas, dock);
  const float y = dock.y + (dock.h - 80) / 2;
  DockWish wish;
  wish.search = dock_search(canvas, {kMargin, y, dock.w - 2 * kMargin, 80}, context.texts("search.hint.all"));
  return to_action(wish);
}

std::string clock_text(content::LocalMinute now) {
  const auto of_day = now - std::chrono::floor<std::chrono::days>(now);
  const std::chrono::hh_mm_ss time{of_day};
  char text[8];
  std::snprintf(text, sizeof text, "%d:%02d", static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()));
  return text;
}

std::string date_text(content::LocalMinute now, const Texts& texts) {
  const auto day = std::chrono::floor<std::chrono::days>(now);
  const std::chrono::year_month_day date{day};
  const std::chrono::weekday weekday{day};
  const std::string key = "date.weekday." + std::to_string(weekday.iso_encoding());
  return texts.format("date.day", {std::to_string(static_cast<unsigned>(date.month())),
                                   std::to_string(static_cast<unsigned>(date.day())), texts(key)});
}

std::string lunar_date_text(content::LocalMinute now, const Texts& texts) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale chinese("zh_CN@calendar=chinese");
  const std::unique_ptr<icu::Calendar> calendar(
      icu::Calendar::createInstance(icu::TimeZone::createTimeZone("Asia/Shanghai"), chinese, status));
  if (U_FAILURE(status) != 0) return {};
  calendar->setTime(static_cast<double>(utc_of(now).time_since_epoch().count()) * 1000.0, status);
  const int month = calendar->get(UCAL_MONTH, status);
  const int day = calendar->get(UCAL_DATE, status);
  const bool leap = calendar->get(UCAL_IS_LEAP_MONTH, status) != 0;
  if (U_FAILURE(status) != 0 || month < 0 || month > 11 || day < 1 || day > 30) return {};

  const std::string name = std::string(texts(leap ? "date.lunar.leap" : "date.lunar.plain")) +
                           std::string(word(texts("date.lunar.months"), month)) +
                           std::string(word(texts("date.lunar.days"), day - 1));
  return texts.format("date.lunar", {name});
}

}  // namespace kiosk
