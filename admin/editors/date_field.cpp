// A day: typed (2026-08-01, 8月1日, 月底) or picked from the calendar.
#include <string>

#include "admin/editors/fields.h"
#include "admin/workspace/typed_values.h"
#include "content/days.h"

namespace admin::editors {

namespace {

bool blank(const std::string& text) { return text.find_first_not_of(" \t") == std::string::npos; }

}  // namespace

DayEdit day_box(desk::Desk& desk, ui::Rect box, std::string_view item, std::optional<content::Day>& day, content::Day today,
                FieldMemory& memory, desk::FieldState state, bool enabled, HeldByItem* held) {
  Typed& typed = memory.typed;
  recall(typed, held, item);
  if (typed.unread && day) typed = {};
  if (!typed.writing && !typed.unread) typed.text = day ? content::day_to_iso(*day) : std::string();
  const std::string popup = "日历 " + std::string(item);
  const desk::TextFieldLook look{.frame = {.state = state, .enabled = enabled}, .hint = "年-月-日", .icon = "calendar", .icon_item = popup};
  const desk::TextField field = desk::text_box(desk, box, item, typed.text, look);
  DayEdit edit{.active = field.edit.active, .gained = field.edit.gained};
  const auto set = [&](std::optional<content::Day> next) {
    if (day == next) return;
    day = next;
    edit.changed = true;
  };
  if (field.edit.gained) typed.writing = true;
  if (field.edit.changed) {
    typed.unread = false;
    // While it is being written only a whole day counts: "2026-1" is on its way to "2026-12-01".
    if (blank(typed.text)) set(std::nullopt);
    else if (const auto whole = content::read_day(typed.text)) set(whole);
  }
  if (field.edit.lost || field.edit.entered || (typed.writing && !field.edit.active)) {
    edit.left = true;
    const auto read = read_typed_day(typed.text, today);
    typed.unread = !read && !blank(typed.text);
    set(read);
    typed.writing = field.edit.active;
    if (read) typed.text = content::day_to_iso(*read);
  }
  if (field.icon_clicked) {
    memory.calendar = std::make_shared<desk::Calendar>(day, today);
    desk.open_popup(popup);
  }
  if (desk.popup_open(popup) && memory.calendar != nullptr) {
    edit.active = true;
    const auto calendar = memory.calendar;
    const auto chosen = calendar->take_chosen();
    const bool cleared = calendar->take_cleared();
    if (chosen || cleared) {
      set(chosen);
      typed = {};
      edit.left = true;
      desk.close_popup();
    } else {
      desk.popup(popup, box, desk::Calendar::size(), [&desk, calendar](ui::Rect place) { calendar->draw(desk, place); });
    }
  }
  edit.unread = typed.unread;
  keep_held(typed, held, item, day && content::read_day(typed.text) == day);
  return edit;
}

FieldEdit edit_date(Work& work) {
  const std::string text = text_of(work.value);
  std::optional<content::Day> day = content::day_from_iso(text);
  Typed& typed = work.memory.typed;
  if (!day && !text.empty() && !typed.writing) typed = {text, false, true};
  if (typed.unread) complain(work, "“" + typed.text + "”不是日期，请写成 2026-08-01 或 8月1日");
  desk::field_label(work.desk, work.area, work.frame);
  const ui::Rect box{work.area.x, work.area.y + desk::size::kFieldLabel, work.area.w, desk::size::kControl};
  const DayEdit edit = day_box(work.desk, box, work.item, day, work.today(), work.memory, work.frame.state, work.enabled(), work.context.held);
  FieldEdit result{edit.changed, edit.left, edit.active, edit.gained, 0};
  if (edit.changed) result.changed = put(work.value, day ? nlohmann::json(content::day_to_iso(*day)) : nlohmann::json());
  const desk::FieldBelow below = desk::field_below(work.desk, {box.x, box.bottom()}, box.w, work.frame, work.item);
  result.height = desk::size::kFieldLabel + box.h + below.height;
  return result;
}

}  // namespace admin::editors
