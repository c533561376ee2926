#include "admin/desk/calendar.h"

#include <array>
#include <string>

#include "admin/desk/button.h"
#include "content/days.h"

namespace admin::desk {

namespace {

constexpr float kCell = 38;
constexpr float kPadding = 12;
constexpr float kHead = 40;
constexpr float kWeek = 28;
constexpr float kFoot = 44;
constexpr int kWeeks = 6;

content::Day first_of(content::Day day) { return {day.year(), day.month(), std::chrono::day(1)}; }

std::string number(unsigned value) { return std::to_string(value); }

std::string month_words(content::Day day) {
  return std::to_string(static_cast<int>(day.year())) + " 年 " + number(static_cast<unsigned>(day.month())) + " 月";
}

// Two arrows.
bool year_button(Desk& desk, std::string_view label, std::string_view icon, ui::Rect box) {
  const bool clicked = icon_button(desk, label, {}, box);
  for (const float shift : {-4.0F, 4.0F}) desk.canvas().icon(icon, {box.centre().x + shift, box.centre().y}, 17, color::kInk2);
  return clicked;
}

}  // namespace

Calendar::Calendar(std::optional<content::Day> chosen, content::Day today) : chosen_(chosen), today_(today), lit_(chosen.value_or(today)) {}

ui::Size Calendar::size() { return {7 * kCell + 2 * kPadding, kHead + kWeek + kWeeks * kCell + kFoot + kPadding}; }

void Calendar::take_keys() {
  using enum ui::Key;
  const auto by_days = [this](int days) { lit_ = content::add_days(lit_, days); };
  if (ui::pressed({Left})) by_days(-1);
  if (ui::pressed({Right})) by_days(1);
  if (ui::pressed({Up})) by_days(-7);
  if (ui::pressed({Down})) by_days(7);
  if (ui::pressed({PageUp})) lit_ = content::add_months(lit_, -1);
  if (ui::pressed({PageDown})) lit_ = content::add_months(lit_, 1);
  if (ui::pressed({Home})) lit_ = first_of(lit_);
  if (ui::pressed({End})) lit_ = content::add_days(content::add_months(first_of(lit_), 1), -1);
  if (ui::pressed({Enter})) taken_ = lit_;
}

void Calendar::draw(Desk& desk, ui::Rect box) {
  take_keys();
  draw_head(desk, {box.x + kPadding, box.y + 4, box.w - 2 * kPadding, kHead});
  constexpr std::array<std::string_view, 7> kDays{"一", "二", "三", "四", "五", "六", "日"};
  const ui::Point origin{box.x + kPadding, box.y + 4 + kHead};
  for (std::size_t i = 0; i < kDays.size(); ++i) {
    desk.canvas().text({origin.x + kCell * static_cast<float>(i), origin.y, kCell, kWeek}, kDays[i], centre(small(i > 4 ? color::kRedDark : color::kInk3)));
  }
  const content::Day first = first_of(lit_);
  const content::Day begin = content::add_days(first, -content::weekday_of(first));
  for (int i = 0; i < kWeeks * 7; ++i) {
    const ui::Rect cell{origin.x + kCell * static_cast<float>(i % 7), origin.y + kWeek + kCell * static_cast<float>(i / 7), kCell, kCell};
    draw_day(desk, cell, content::add_days(begin, i));
  }
  draw_foot(desk, {box.x + kPadding, origin.y + kWeek + kWeeks * kCell + 2, box.w - 2 * kPadding, kFoot - 6});
}

void Calendar::draw_head(Desk& desk, ui::Rect row) {
  desk.canvas().text(row, month_words(lit_), centre(bold(size::kText)));
  const float side = 32;
  const float y = row.centre().y - side / 2;
  if (year_button(desk, "上一年", "left", {row.x, y, side, side})) lit_ = content::add_months(lit_, -12);
  if (icon_button(desk, "上个月", "left", {row.x + side, y, side, side})) lit_ = content::add_months(lit_, -1);
  if (icon_button(desk, "下个月", "right", {row.right() - 2 * side, y, side, side})) lit_ = content::add_months(lit_, 1);
  if (year_button(desk, "下一年", "right", {row.right() - side, y, side, side})) lit_ = content::add_months(lit_, 12);
}

void Calendar::draw_day(Desk& desk, ui::Rect cell, content::Day day) {
  ui::Canvas& canvas = desk.canvas();
  const ui::Touch touch = canvas.touch(content::day_to_iso(day), cell);
  const bool inside = day.month() == lit_.month();
  const bool on = chosen_ == day;
  const ui::Rect disc = cell.inset(3);
  if (on) canvas.fill(disc, color::kRed, 8);
  else if (touch.pressed || desk.hovers(cell)) canvas.fill(disc, color::kWell, 8);
  if (day == lit_ && !on) canvas.outline(disc, color::kRed, 2, 8);
  if (touch.focused) canvas.outline(disc.inset(-2), color::kRed, 2, 10);
  const bool weekend = content::weekday_of(day) > 4;
  const ui::Color ink = on ? color::kPaper : !inside ? color::kDisabledInk : weekend ? color::kRedDark : color::kInk;
  const bool today = day == today_;
  canvas.text(cell, number(static_cast<unsigned>(day.day())), centre(today ? bold(size::kText, ink) : words(size::kText, ink)));
  if (today) canvas.disc({cell.centre().x, cell.bottom() - 7}, 2, on ? color::kPaper : color::kRed);
  if (touch.tapped) taken_ = day;
}

void Calendar::draw_foot(Desk& desk, ui::Rect row) {
  const float width = button_width(desk, "今天", {.kind = ButtonKind::Quiet});
  if (button(desk, "今天", {row.x, row.y, width + 12, row.h}, {.kind = ButtonKind::Quiet, .label = "日历：今天"})) taken_ = today_;
  if (button(desk, "不填", {row.right() - width - 12, row.y, width + 12, row.h}, {.kind = ButtonKind::Quiet, .label = "日历：不填"})) cleared_ = true;
}

}  // namespace admin::desk
