#include "admin/panels/form/form_page.h"

#include <fmt/format.h>

#include <algorithm>

#include "admin/desk/button.h"
#include "admin/desk/look.h"
#include "admin/desk/marks.h"
#include "admin/panels/form/action_bar.h"
#include "admin/panels/form/field_flow.h"
#include "admin/panels/form/notices.h"

namespace admin {

namespace {

constexpr float kHead = 58;
constexpr float kPreviewFrom = 1100; // narrower work areas have no room for a preview beside the fields
constexpr float kMostWidth = 920;    // a line of fields longer than this is hard to read

}  // namespace

void FormPage::open(const content::KindSpec& spec) {
  if (spec_ != &spec) groups_ = field_groups(spec);
  spec_ = &spec;
  tab_ = 0;
  open_ = true;
  scroll_.to_top();
}

std::vector<desk::Tab> FormPage::tabs(RecordEditor& editor) const {
  std::vector<desk::Tab> tabs;
  for (const FieldGroup& group : groups_) {
    const auto problems = std::ranges::count_if(editor.problems(), [&group](const FieldProblem& one) {
      return std::ranges::any_of(group.fields, [&one](const content::Field* field) { return field->key == one.field; });
    });
    tabs.push_back({.words = group.title, .count = problems > 0 ? static_cast<int>(problems) : -1});
  }
  tabs.push_back({.words = "历史"});
  return tabs;
}

void FormPage::go_to(desk::Desk& desk, RecordEditor& editor, std::string_view key) {
  for (std::size_t i = 0; i < groups_.size(); ++i) {
    const bool here = std::ranges::any_of(groups_[i].fields, [key](const content::Field* field) { return field->key == key; });
    if (!here) continue;
    if (tab_ != i) scroll_.to_top();
    tab_ = i;
    editor.focus(desk, key);
  }
}

float FormPage::draw_head(desk::Desk& desk, ui::Rect area, RecordEditor& editor, bool& back) {
  ui::Canvas& canvas = desk.canvas();
  const ui::Rect row = area.top(kHead);
  back = desk::icon_button(desk, "回到列表", "back", {row.x + 16, row.y + 11, 36, 36});
  const Draft& draft = editor.draft(desk);
  const content::Record* record = editor.record(desk);
  const std::string title = draft.is_new() && !draft.any_dirty() ? fmt::format("新建{}", spec_->zh) : draft.title();
  float x = row.x + 62;
  const float room = row.w - 62 - 260;
  x += canvas.text({x, row.y, room, row.h}, title, desk::bold(desk::size::kPageTitle)) + 14;
  if (record != nullptr) {
    x += desk::state_chip(desk, {x, row.centre().y}, record->state) + 10;
    canvas.text({x, row.y, 120, row.h}, fmt::format("第 {} 版", record->revision), desk::second());
  }
  float right = row.right() - 24;
  const bool redo = draft.can_redo();
  const bool undo = draft.can_undo();
  if (redo && desk::button_from_right(desk, "重做", right, row.y + 12, {.kind = desk::ButtonKind::Quiet}, 34)) editor.redo(desk);
  if (undo && desk::button_from_right(desk, "撤销", right, row.y + 12, {.kind = desk::ButtonKind::Quiet}, 34)) editor.undo(desk);
  return kHead;
}

void FormPage::draw_fields(desk::Desk& desk, ui::Rect area, RecordEditor& editor) {
  ui::Rect inside = scroll_.begin(desk, area, "表单").inset(24, 16);
  inside.w = std::min(area.w - 48, kMostWidth);   // as wide as the notices above; the scroll bar stands in the margin
  const float bottom = field_flow(desk, inside, editor, groups_[tab_].fields, scroll_);
  scroll_.end(desk, bottom + 24);
}

void FormPage::draw_preview(desk::Desk& desk, ui::Rect area, RecordEditor& editor) {
  desk.canvas().line({area.x, area.y}, {area.x, area.bottom()}, desk::color::kLine, 1);
  const Draft& draft = editor.draft(desk);
  preview_.draw(desk, area.inset(20, 16), {.kind = draft.spec().kind, .record = editor.id(), .body = &draft.body(), .field = editor.active_field()});
}

bool FormPage::draw(desk::Desk& desk, ui::Rect area, RecordEditor& editor) {
  ui::Canvas& canvas = desk.canvas();
  canvas.fill(area, desk::color::kGround);
  canvas.fill(area.top(kHead + desk::size::kTabs), desk::color::kPaper);
  bool back = false;
  float y = area.y + draw_head(desk, area, editor, back);
  if (back || !editor.showing() || (desk.shortcut({ui::Key::Escape}) && !desk.layered())) return false;
  const std::vector<desk::Tab> all = tabs(editor);
  tab_ = std::min(tab_, groups_.size());
  if (const auto chosen = desk::tabs(desk, {area.x + 24, y, area.w - 48, desk::size::kTabs}, all, tab_)) {
    tab_ = *chosen;
    scroll_.to_top();
  }
  y += desk::size::kTabs;
  canvas.line({area.x, y}, {area.right(), y}, desk::color::kLine, 1);
  const float foot = area.bottom() - desk::size::kActionBar;
  const float beside = area.w >= kPreviewFrom ? std::min(desk::size::kInspector, area.w * 0.4F) : 0.0F;
  if (beside > 0) draw_preview(desk, {area.right() - beside, y, beside, foot - y}, editor);
  const float width = area.w - beside;
  ui::Rect strip{area.x + 24, y + 12, std::min(width - 48, kMostWidth), 0};
  strip.y += state_notice(desk, strip, editor);
  strip.y += clash_notice(desk, strip, editor);
  strip.y += problem_strip(desk, strip, editor, [&](const std::string& key) { go_to(desk, editor, key); });
  const ui::Rect body{area.x, strip.y, width, foot - strip.y};
  if (tab_ == groups_.size()) {
    history_.draw(desk, body.inset(24, 0), editor);
  } else {
    draw_fields(desk, body, editor);
  }
  action_keys(desk, editor);
  if (beside > 0 && desk.shortcut({ui::Key::P, true})) preview_.enlarge(desk);
  action_bar(desk, {area.x, foot, area.w, desk::size::kActionBar}, editor);
  return editor.showing();
}

}  // namespace admin
