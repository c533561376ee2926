#include "admin/panels/form/action_bar.h"

#include <fmt/format.h>

#include "admin/desk/button.h"
#include "admin/desk/look.h"
#include "admin/desk/marks.h"
#include "admin/workspace/cell_words.h"

namespace admin {

using content::Record;
using content::ReviewState;
using desk::ButtonKind;

namespace {

enum class Choice { Editing, Waiting, Reviewing, Barred, Ready, Done, Gone, Locked };

Choice choice_for(desk::Desk& desk, RecordEditor& editor) {
  const Record* record = editor.record(desk);
  if (record != nullptr && record->trashed) return Choice::Gone;
  if (editor.writer(desk)) return Choice::Locked;
  if (record == nullptr || editor.draft(desk).any_dirty()) return Choice::Editing;
  const int round = content::round_of(record->state);
  if (round > 0 && desk.office().review_round() != round) return Choice::Waiting;
  if (round > 0) return editor.barrier(desk).empty() ? Choice::Reviewing : Choice::Barred;
  return record->state == ReviewState::Approved ? Choice::Done : Choice::Ready;
}

std::string kept_words(desk::Desk& desk, RecordEditor& editor) {
  const std::int64_t at = desk.office().drafts().kept_at(editor.id());
  if (at == 0 && !desk.office().drafts().trouble().empty()) return "还没有存上，正在再试；写的都还在";
  return at == 0 ? "正在自动保存…" : clock_words(at) + " 已自动保存";
}

std::string left_words(desk::Desk& desk, RecordEditor& editor, Choice choice) {
  const Record* record = editor.record(desk);
  switch (choice) {
    case Choice::Editing:
      if (!editor.draft(desk).any_dirty()) return "还没有写内容";
      return kept_words(desk, editor) + (record != nullptr && record->state == ReviewState::Approved ? "；保存后要重新三审" : "");
    case Choice::Waiting: return fmt::format("等{}；现在改，要重新提交", round_name(content::round_of(record->state)));
    case Choice::Reviewing: return fmt::format("请您{}：看过再通过", round_name(content::round_of(record->state)));
    case Choice::Barred: return editor.barrier(desk);
    case Choice::Ready: return "提交后由三个人先后审核";
    case Choice::Done: return "三审已通过";
    case Choice::Gone: return "在回收站里";
    case Choice::Locked: return "同事正在改，您现在只能看";
  }
  return {};
}

}  // namespace

void action_bar(desk::Desk& desk, ui::Rect bar, RecordEditor& editor) {
  ui::Canvas& canvas = desk.canvas();
  canvas.fill(bar, desk::color::kPaper);
  canvas.line({bar.x, bar.y}, {bar.right(), bar.y}, desk::color::kLine, 1);
  const Choice choice = choice_for(desk, editor);
  const bool writing = choice == Choice::Editing;
  const std::string left = left_words(desk, editor, choice);
  float right = bar.right() - 24;
  const float y = bar.y + (bar.h - desk::size::kBigButton) / 2;
  const auto button = [&](std::string_view words, const desk::ButtonLook& look) {
    return desk::button_from_right(desk, words, right, y, look, desk::size::kBigButton);
  };
  if (writing) {
    if (button("保存", {.kind = ButtonKind::Save, .key = "Ctrl S", .enabled = editor.draft(desk).any_dirty()})) editor.save(desk);
    if (editor.showing() && button("保存并提交", {.enabled = editor.draft(desk).any_dirty()})) editor.submit(desk);
    if (editor.showing() && button(editor.draft(desk).is_new() ? "不要了" : "放弃修改", {.kind = ButtonKind::Quiet})) editor.give_up(desk);
  } else if (choice == Choice::Ready) {
    if (button("提交一审", {.kind = ButtonKind::Review, .key = "Ctrl ↵"})) editor.submit(desk);
  } else if (choice == Choice::Reviewing) {
    const int round = desk.office().review_round();
    const std::string pass = round == 3 ? std::string("通过三审") : fmt::format("通过{}，送{}", round_name(round), round_name(round + 1));
    if (button(pass, {.kind = ButtonKind::Review, .icon = "check"})) editor.approve(desk);
    if (editor.showing() && button("退回修改", {})) editor.send_back(desk);
  } else if (choice == Choice::Gone) {
    if (button("从回收站取回", {.kind = ButtonKind::Save})) {
      desk.attempt([&] { desk.toast("已取回" + quoted(desk.office().deeds().restore(*editor.record(desk))) + "。"); });
    }
  }
  if (!editor.showing()) return;
  if (!writing && choice != Choice::Gone && choice != Choice::Locked && button("删除", {.kind = ButtonKind::Quiet})) editor.trash(desk);
  // What follows from it is said whole, on two lines where the buttons leave little room.
  const ui::TextBlock words = canvas.layout(left, desk::second(), std::max(0.0F, right - bar.x - 36), 2);
  canvas.draw(words, {bar.x + 24, desk::middle_top(words, bar)});
}

void action_keys(desk::Desk& desk, RecordEditor& editor) {
  if (!editor.showing() || editor.read_only(desk)) return;
  if (desk.shortcut({ui::Key::S, true})) editor.save(desk);
  const Choice choice = choice_for(desk, editor);
  if (desk.shortcut({ui::Key::Enter, true}) && (choice == Choice::Editing || choice == Choice::Ready)) editor.submit(desk);
}

}  // namespace admin
