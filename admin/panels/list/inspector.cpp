#include "admin/panels/list/inspector.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "admin/desk/button.h"
#include "admin/desk/look.h"
#include "admin/desk/marks.h"
#include "admin/panels/form/action_bar.h"
#include "admin/panels/form/field_flow.h"
#include "admin/panels/form/notices.h"
#include "admin/workspace/field_groups.h"

namespace admin {

using content::ReviewState;

namespace {

constexpr float kHead = 60;
constexpr float kSteps = 44;

int step_of(ReviewState state) {
  if (state == ReviewState::Approved) return 4;
  return content::round_of(state);
}

}  // namespace

Inspector::Answer Inspector::draw_head(desk::Desk& desk, ui::Rect row, RecordEditor& editor) {
  ui::Canvas& canvas = desk.canvas();
  Answer answer;
  const Draft& draft = editor.draft(desk);
  const content::Record* record = editor.record(desk);
  float right = row.right() - 20;
  if (desk::icon_button(desk, "关闭检查器", "close", {right - 34, row.y + 13, 34, 34})) answer.wish = Wish::Close;
  right -= 40;
  if (desk::button_from_right(desk, "整页编辑", right, row.y + 13, {.kind = desk::ButtonKind::Quiet, .key = "↵"}, 34)) answer.wish = Wish::Form;
  const std::string title = draft.is_new() && !draft.any_dirty() ? fmt::format("新建{}", draft.spec().zh) : draft.title();
  const float room = right - row.x - 24 - 110;
  const float width = canvas.text({row.x + 24, row.y, std::max(80.0F, room), row.h}, title, desk::bold(20));
  if (record != nullptr) desk::state_chip(desk, {row.x + 36 + width, row.centre().y}, record->state);
  return answer;
}

float Inspector::draw_fields(desk::Desk& desk, ui::Rect inside, RecordEditor& editor, Answer& answer) {
  float y = field_flow(desk, inside, editor, fields_, scroll_);
  const auto others = static_cast<std::size_t>(std::ranges::count_if(
      editor.spec().fields, [this](const content::Field& field) { return std::ranges::find(fields_, &field) == fields_.end(); }));
  const std::string more = fmt::format("其余 {} 项和英文", others);
  float x = inside.x;
  const auto link = [&](std::string_view words) {
    const float width = desk::button_width(desk, words, {.kind = desk::ButtonKind::Quiet});
    const bool clicked = desk::button(desk, words, {x, y, width, 34}, {.kind = desk::ButtonKind::Quiet});
    x += width + 12;
    return clicked;
  };
  if (link(more)) answer.wish = Wish::Form;
  if (editor.record(desk) != nullptr && link("历史")) answer.wish = Wish::History;
  return y + 40;
}

Inspector::Answer Inspector::draw(desk::Desk& desk, ui::Rect area, RecordEditor& editor) {
  ui::Canvas& canvas = desk.canvas();
  canvas.fill(area, desk::color::kGround);
  canvas.line({area.x, area.y}, {area.x, area.bottom()}, desk::color::kLine, 1);
  if (spec_ != &editor.spec()) {
    spec_ = &editor.spec();
    fields_ = main_fields(*spec_);
  }
  Answer answer = draw_head(desk, area.top(kHead), editor);
  float y = area.y + kHead;
  if (const content::Record* record = editor.record(desk)) {
    const std::array<std::string, 5> steps{"提交", "一审", "二审", "三审", "发布"};
    desk::stepper(desk, {area.x + 24, y, area.w - 48, 26}, steps, step_of(record->state));
    y += kSteps;
  }
  const float foot = area.bottom() - desk::size::kActionBar;
  const ui::Rect inside = scroll_.begin(desk, {area.x + 1, y, area.w - 1, foot - y}, "检查器");
  ui::Rect notes{area.x + 24, inside.y + 4, area.w - 48, inside.h - 8};   // the scroll bar stands in the margin
  notes.y += state_notice(desk, notes, editor);
  notes.y += clash_notice(desk, notes, editor);
  notes.y += problem_strip(desk, notes, editor, [&](const std::string& key) {
    const bool here = std::ranges::any_of(fields_, [&key](const content::Field* field) { return field->key == key; });
    if (here) return editor.focus(desk, key);
    answer = {.wish = Wish::Form, .field = key};
  });
  const Draft& draft = editor.draft(desk);
  notes.y += preview_.draw(desk, {notes.x, notes.y, notes.w, 0},
                           {.kind = draft.spec().kind, .record = editor.id(), .body = &draft.body(), .field = editor.active_field()}) + 14;
  const float bottom = draw_fields(desk, {notes.x, notes.y, notes.w, 0}, editor, answer);
  scroll_.end(desk, bottom + 12);
  action_keys(desk, editor);
  if (editor.showing()) action_bar(desk, {area.x + 1, foot, area.w - 1, desk::size::kActionBar}, editor);
  return answer;
}

}  // namespace admin
