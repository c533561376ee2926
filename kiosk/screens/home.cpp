#include "kiosk/screens/home.h"

#include <algorithm>

#include "kiosk/widgets/name_line.h"

namespace kiosk {
namespace {

using ui::Align;
using ui::Face;
using ui::Rect;

constexpr float kMargin = ui::space::kMargin;
constexpr float kGap = 20;
constexpr float kTodayColumn = 428;
constexpr float kTop = 152;           // below the brand
constexpr float kPortraitTop = 162;

bool large_or_plain(const ui::Canvas& canvas) {
  const auto& modes = canvas.theme().modes;
  return modes.large_text || modes.high_contrast;
}

float rows_of(std::size_t count, std::size_t columns) { return static_cast<float>((count + columns - 1) / columns); }

// The nth cell of a grid that fills `area`; the last cell of an uneven count takes its row's rest.
Rect cell(Rect area, std::size_t columns, std::size_t count, std::size_t i) {
  const auto wide = static_cast<float>(columns);
  const float rows = rows_of(count, columns);
  const float width = (area.w - (wide - 1) * kGap) / wide;
  const float height = (area.h - (rows - 1) * kGap) / rows;
  const Rect box{area.x + static_cast<float>(i % columns) * (width + kGap), area.y + static_cast<float>(i / columns) * (height + kGap), width, height};
  return i + 1 == count ? Rect{box.x, box.y, area.right() - box.x, box.h} : box;
}

}  // namespace

Action HomeScreen::draw(ui::Canvas& canvas, const Context& context) {
  const PageAreas areas = page_areas(canvas);
  canvas.fill(canvas.bounds(), canvas.color().paper1);
  if (areas.low) {
    draw_poster(canvas, context, {0, 0, canvas.size().w, canvas.reach_top() - 16});
  } else {
    draw_brand(canvas, context);
  }
  const Plan placed = plan(canvas, areas);
  Action action = draw_doors(canvas, context, placed);
  keep(action, draw_today(canvas, context, placed));
  keep(action, draw_small_doors(canvas, context, placed));
  keep(action, draw_home_dock(canvas, context, areas));
  return action;
}

void HomeScreen::draw_brand(ui::Canvas& canvas, const Context& context) const {
  const auto& color = canvas.color();
  const bool large = canvas.theme().modes.large_text;
  const float right = canvas.size().w - kMargin;
  canvas.mark({55, 37, 90, 90}, color.red, color.gold, color.red);
  const float clock = canvas.text({right - 360, 36, 360, 100}, clock_text(context.now),
                                  {.face = canvas.theme().modes.high_contrast ? Face::SansBold : Face::Sans,
                                   .size = canvas.landscape() ? 68.0F : 75.0F, .color = color.ink, .align = Align::Right});
  float end = right - clock - 40;
  if (canvas.landscape()) {
    const ui::TextStyle style{.face = Face::Sans, .size = 26, .color = color.ink2, .align = Align::Right};
    const Rect date{right - clock - 24 - 400, large ? 38.0F : 44.0F, 400, 40};
    const float wide = std::max(canvas.measure(date_, style), canvas.measure(lunar_date_, style));
    canvas.text(date, date_, style);
    canvas.text(date.moved(0, large ? 46 : 36), lunar_date_, style);
    end -= wide;
  }
  const Rect name{164, large ? 26.0F : 36.0F, end - 164, 62};
  draw_name(canvas, name, context.texts("product.name"), {.face = Face::Serif, .size = 46, .color = color.ink}, 34);
  draw_city(canvas, {164, large ? 92.0F : 88.0F, end - 164, 44}, color.ink2);
}

void HomeScreen::draw_city(ui::Canvas& canvas, Rect row, ui::Color color) const {
  const ui::TextStyle style{.face = Face::Sans, .size = 26.5F, .color = color};
  ui::TextStyle least = style;
  least.size = 25;
  const bool whole = canvas.measure(city_line_, least) <= row.w * 0.98F;
  draw_name(canvas, row, whole ? city_line_ : city_name_, style, 20);
}

HomeScreen::Plan HomeScreen::plan(const ui::Canvas& canvas, const PageAreas& areas) const {
  return areas.landscape ? landscape_plan(canvas, areas) : portrait_plan(canvas, areas);
}

// Three rows below the line: doors, small doors, today.
HomeScreen::Plan HomeScreen::low_plan(const ui::Canvas& canvas, const PageAreas& areas, float bottom) const {
  Plan plan;
  const float width = canvas.size().w - 2 * kMargin;
  const bool has_small = !small_doors_.empty();
  plan.small_columns = std::max<std::size_t>(small_doors_.size(), 1);
  const float today = today_.empty() ? 0 : canvas.theme().modes.large_text ? 88 : 76;
  plan.today = {kMargin, bottom - today, width, today};
  const float foot = today > 0 ? plan.today.y - kGap : bottom;
  const float small = has_small ? 100 : 0;
  plan.small = {kMargin, foot - small, width, small};
  plan.door_columns = std::max<std::size_t>(doors_.size(), 1);
  plan.doors = {kMargin, areas.content.y, width, (has_small ? plan.small.y - kGap : foot) - areas.content.y};
  return plan;
}

HomeScreen::Plan HomeScreen::landscape_plan(const ui::Canvas& canvas, const PageAreas& areas) const {
  Plan plan;
  const float width = canvas.size().w - 2 * kMargin;
  const bool plain = large_or_plain(canvas);
  const float bottom = areas.dock.y - (areas.low || plain ? 28.0F : 44.0F);
  const bool has_small = !small_doors_.empty();
  plan.small_columns = std::max<std::size_t>(small_doors_.size(), 1);
  if (areas.low) return low_plan(canvas, areas, bottom);
  if (plain) {
    // Words in large letters need wide doors.
    const float each = (width + kGap) / static_cast<float>(plan.small_columns) - kGap;
    if (each < 320) plan.small_columns = 3;
    const float today = today_.empty() ? 0 : 96;
    plan.today = {kMargin, areas.dock.y - 20 - today, width, today};
    const float small = !has_small ? 0 : each < 320 ? 2 * 92 + kGap : 136;
    plan.small = {kMargin, plan.today.y - (today > 0 ? 20.0F : 0.0F) - small, width, small};
    plan.door_columns = doors_.size() > 1 ? 2 : 1;
    plan.doors = {kMargin, kTop + 4, width, plan.small.y - (has_small ? kGap : 0) - kTop - 4};
    return plan;
  }
  const float small = has_small ? 152 : 0;
  plan.small = {kMargin, bottom - small, width, small};
  const float doors_bottom = has_small ? plan.small.y - 28 : bottom;
  float doors_width = width;
  if (!today_.empty()) {
    plan.today = {canvas.size().w - kMargin - kTodayColumn, kTop, kTodayColumn, doors_bottom - kTop};
    doors_width = plan.today.x - 32 - kMargin;
  }
  // Four panels side by side; on a narrow stage two above two.
  constexpr float kLeastDoor = 250;
  const std::size_t count = std::max<std::size_t>(doors_.size(), 1);
  plan.door_columns = doors_width / static_cast<float>(count) > kLeastDoor ? count : (count + 1) / 2;
  plan.doors = {kMargin, kTop, doors_width, doors_bottom - kTop};
  return plan;
}

HomeScreen::Plan HomeScreen::portrait_plan(const ui::Canvas& canvas, const PageAreas& areas) const {
  Plan plan;
  const float width = canvas.size().w - 2 * kMargin;
  const bool plain = large_or_plain(canvas);
  const float bottom = areas.dock.y - 28;
  plan.door_columns = doors_.size() > 1 ? 2 : 1;
  const bool has_small = !small_doors_.empty();
  // Stacked tiles side by side, or with large words rows of two.
  const bool short_screen = areas.dock.y - (areas.low ? areas.content.y : 0) < 1200;
  plan.small_columns = plain ? (short_screen ? 3 : 2) : std::max<std::size_t>(small_doors_.size(), 1);
  const float rows = rows_of(small_doors_.size(), plan.small_columns);
  const float small = !has_small ? 0 : plain ? rows * 108 + (rows - 1) * kGap : short_screen ? 172 : 208;
  plan.small = {kMargin, bottom - small, width, small};
  float top = areas.low ? areas.content.y : kPortraitTop;
  if (areas.low && !today_.empty()) {
    plan.today = {kMargin, areas.content.y, width, 96};
    top = plan.today.bottom() + kGap;
  }
  if (!areas.low) {
    const float block = plain ? 56 + 216 : (today_.size() > 1 ? 538.0F : 350.0F);
    plan.today = {kMargin, kPortraitTop, width, today_.empty() ? 56 : std::min(block, areas.dock.y * 0.34F)};
    top = plan.today.bottom() + (plain ? 24.0F : 0.0F);
  }
  plan.doors = {kMargin, top, width, plan.small.y - (has_small ? kGap : 0) - top};
  return plan;
}

Action HomeScreen::draw_doors(ui::Canvas& canvas, const Context& context, const Plan& plan) const {
  Action action = Stay{};
  for (std::size_t i = 0; i < doors_.size(); ++i) {
    keep(action, draw_door(canvas, context, doors_[i], cell(plan.doors, plan.door_columns, doors_.size(), i)));
  }
  return action;
}

Action HomeScreen::draw_small_doors(ui::Canvas& canvas, const Context& context, const Plan& plan) const {
  Action action = Stay{};
  for (std::size_t i = 0; i < small_doors_.size(); ++i) {
    keep(action, draw_small_door(canvas, context, small_doors_[i], cell(plan.small, plan.small_columns, small_doors_.size(), i)));
  }
  return action;
}

}  // namespace kiosk
