// Special days: holidays that replace the weekday's hours, and days that are shut.
#include <array>
#include <optional>
#include <string>

#include "admin/desk/button.h"
#include "admin/editors/hours_editor.h"
#include "content/days.h"
#include "content/utf8.h"

namespace admin::editors {

namespace {

namespace color = desk::color;
namespace size = desk::size;

constexpr std::array<std::string_view, 7> kDays{"周一", "周二", "周三", "周四", "周五", "周六", "周日"};
constexpr float kSpecialRow = 44;

}  // namespace

float HoursPart::draw_special(Work& work, ui::Rect row) {
  desk::Desk& desk = work.desk;
  ui::Canvas& canvas = desk.canvas();
  const float top = row.y;
  row.y += 14;
  row.h = 36;
  canvas.text(row, "特别的日子", desk::bold());
  if (work.enabled()) {
    float right = row.right();
    if (desk::button_from_right(desk, "加一天", right, row.y, {.icon = "plus", .label = work.item + "：加一天"})) {
      content::Day day = work.today();
      for (const content::SpecialDay& special : hours_.special) day = std::max(day, content::add_days(special.day, 1));
      hours_.special.push_back({day, {}});
      set_known();
    }
  }
  row.y += 40;
  std::optional<std::size_t> off;
  for (std::size_t i = 0; i < hours_.special.size(); ++i) {
    row.h = kSpecialRow;
    const std::string item = work.item + " 特别的日子 " + std::to_string(i + 1);
    std::optional<content::Day> day = hours_.special[i].day;
    const DayEdit edit = day_box(desk, {row.x, row.y + 4, 170, size::kControl}, item, day, work.today(), work.memory.row(i), work.memory.row(i).typed.unread ? desk::FieldState::Error : desk::FieldState::Rest, work.enabled(), work.context.held);
    active_ = active_ || edit.active;
    left_ = left_ || edit.left;
    if (edit.changed && day) hours_.special[i].day = *day, set_known();
    canvas.text({row.x + 182, row.y, 60, row.h}, kDays.at(static_cast<std::size_t>(content::weekday_of(hours_.special[i].day))), desk::second());
    special_box(work, {row.right() - 40 - 220, row.y + 4, 220, size::kControl}, item + " 时间", i);
    if (work.enabled() && desk::icon_button(desk, item + "：去掉", "close", {row.right() - 34, row.y + 5, 34, 34})) off = i;
    canvas.line({row.x, row.y + row.h}, {row.right(), row.y + row.h}, color::kTrack, 1);
    row.y += kSpecialRow;
  }
  if (off) {
    hours_.special.erase(hours_.special.begin() + static_cast<std::ptrdiff_t>(*off));
    work.memory.rows.clear();
    typed_.clear();
    forget_held(work.context.held);
    set_known();
    left_ = true;
  }
  return row.y - top + 4;
}

// "6:00 – 22:00" or 休息.
void HoursPart::special_box(Work& work, ui::Rect box, const std::string& item, std::size_t index) {
  Typed& typed = typed_[item];
  Spans& spans = hours_.special[index].spans;
  recall(typed, work.context.held, item);
  if (!typed.writing && !typed.unread) typed.text = spans_words(spans);
  const desk::TextFieldLook look{.frame = {.state = typed.unread ? desk::FieldState::Error : desk::FieldState::Rest, .enabled = work.enabled()}, .hint = "休息，或 6:00–22:00"};
  const desk::TextField field = desk::text_box(work.desk, box, item, typed.text, look);
  active_ = active_ || field.edit.active;
  if (field.edit.gained) typed.writing = true;
  if (field.edit.changed) typed.unread = false;
  const bool leaving = typed.writing && (!field.edit.active || field.edit.entered || field.edit.lost);
  if (!leaving) keep_held(typed, work.context.held, item, typed.text == spans_words(spans));
  if (!typed.writing || (field.edit.active && !field.edit.entered && !field.edit.lost)) return;
  typed.writing = field.edit.active;
  left_ = true;
  const auto read = content::trim(typed.text).empty() ? std::optional<Spans>(Spans{}) : read_spans(typed.text);
  typed.unread = !read;
  keep_held(typed, work.context.held, item, read.has_value());
  if (!read || spans_words(*read) == spans_words(spans)) return;
  spans = *read;
  set_known();
}

}  // namespace admin::editors
