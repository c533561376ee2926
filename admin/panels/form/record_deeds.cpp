// What a clerk does with the record under their hands, and the words that say so.
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "admin/panels/form/record_editor.h"
#include "admin/panels/undo.h"
#include "admin/workspace/picture_drops.h"
#include "kiosk/ui/text_edit.h"

namespace admin {

using content::Record;
using content::RecordId;

namespace {

// Words half written: a date whose control still has the caret.
bool half_written(const Draft& draft) {
  return std::ranges::any_of(draft.all_held(), [](const auto& field) {
    return std::ranges::any_of(field.second, [](const auto& item) { return !item.second.wrong; });
  });
}

}  // namespace

// After a deed: the draft is a fresh one of the record as it is now.
void RecordEditor::settle_on(desk::Desk& desk, const Record& record) {
  const bool other = record.id != id_;
  desk.office().picture_drops().move(id_, record.id);
  id_ = record.id;
  desk.office().drafts().open(id_);
  const std::string active = active_;
  Draft& draft = this->draft(desk);
  draft.touch_all();
  active_ = active;
  check(desk);
  if (other && moved) moved(id_);
}

bool RecordEditor::settle_words(desk::Desk& desk, Later wish) {
  if (!half_written(draft(desk))) return true;
  ui::drop_caret(desk.canvas());
  later_ = wish;
  later_frames_ = 2;   // the one that tells the control, and the one in which it has read its words
  desk.canvas().request_frame();
  return false;
}

// Words whose control is not drawn, as on another tab: nothing will read them, so they stand as they are and are said to be wrong.
void RecordEditor::leave_half_written(desk::Desk& desk) {
  Draft& draft = this->draft(desk);
  if (!half_written(draft)) return;
  const auto all = draft.all_held();
  for (auto [key, held] : all) {
    for (auto& [item, words] : held) words.wrong = true;
    draft.hold(key, std::move(held));
    draft.touch(key);
  }
  check(desk);
}

void RecordEditor::do_later(desk::Desk& desk) {
  if (later_ == Later::Nothing) return;
  desk.canvas().request_frame();
  if (--later_frames_ > 0) return;
  const Later wish = std::exchange(later_, Later::Nothing);
  leave_half_written(desk);
  if (wish == Later::Save) save(desk);
  else submit(desk);
}

bool RecordEditor::save(desk::Desk& desk) {
  if (!settle_words(desk, Later::Save)) return false;
  if (!draft(desk).any_dirty() && !draft(desk).is_new()) return true;
  return desk.attempt([&] {
    const Record saved = desk.office().drafts().save(id_);
    settle_on(desk, saved);
    desk.toast("已保存" + quoted(saved) + "。", [&desk] { undo_last(desk); });
  });
}

bool RecordEditor::submit(desk::Desk& desk) {
  if (!settle_words(desk, Later::Submit)) return false;
  draft(desk).touch_all();
  check(desk);
  const auto error = std::ranges::find(shown_, Weight::Error, &FieldProblem::weight);
  if (error != shown_.end()) {
    // The strip above the fields says how many; the first of them is shown.
    next_problem_ = static_cast<std::size_t>(error - shown_.begin());
    show_problem_ = true;
    desk.canvas().request_frame();
    return false;
  }
  if (draft(desk).any_dirty() && !save(desk)) return false;
  return desk.attempt([&] {
    const Record sent = desk.office().deeds().submit(*record(desk));
    settle_on(desk, sent);
    desk.toast("已提交" + quoted(sent) + "，等一审。", [&desk] { undo_last(desk); });
  });
}

bool RecordEditor::approve(desk::Desk& desk) {
  return desk.attempt([&] {
    const Record before = *record(desk);
    const int round = content::round_of(before.state);
    const Record now = desk.office().deeds().approve(before);
    settle_on(desk, now);
    desk.toast(round == 3 ? quoted(now) + "三审通过，可以发布了。" : fmt::format("{}{}通过，送{}。", quoted(now), round_name(round), round_name(round + 1)));
  });
}

void RecordEditor::send_back(desk::Desk& desk) {
  const Record seen = *record(desk);
  desk.ask({.title = "把" + quoted(seen) + "退回修改？",
            .sentence = "退回后由编辑改好再提交，三审从头来过。",
            .safe = "先不退",
            .act = "退回修改",
            .wants_reason = true,
            .reason_label = "哪里要改",
            .done = [this, &desk, seen](const std::string& reason) {
              desk.attempt([&] {
                const Record now = desk.office().deeds().send_back(seen, reason);
                if (id_ == now.id) settle_on(desk, now);
                desk.toast("已退回" + quoted(now) + "。");
              });
            }});
}

void RecordEditor::trash(desk::Desk& desk) {
  const Record* seen = record(desk);
  if (seen == nullptr) return give_up(desk);
  desk.attempt([&] {
    const Record gone = desk.office().deeds().trash(*seen);
    hide(desk);
    desk.toast(quoted(gone) + "已放进回收站，下次发布后从屏上消失。", [&desk] { undo_last(desk); });
  });
}

void RecordEditor::give_up(desk::Desk& desk) {
  Draft& draft = this->draft(desk);
  const bool is_new = draft.is_new();
  const auto drop = [this, &desk, is_new](const std::string&) {
    desk.attempt([&] {
      const RecordId id = id_;
      desk.office().drafts().give_up(id);
      editors_.forget();
      if (is_new) {
        id_ = {};
        if (moved) moved({});
      } else {
        check(desk);
      }
      ui::drop_caret(desk.canvas());
    });
  };
  if (!draft.any_dirty()) return drop({});
  desk.ask({.title = is_new ? fmt::format("不要这条新的{}了？", spec_->zh) : fmt::format("放弃对“{}”的修改？", draft.title()),
            .sentence = is_new ? "写好的内容会丢掉，找不回来。" : fmt::format("改过的 {} 项回到原来的样子，找不回来。", draft.dirty().size()),
            .safe = "接着写",
            .act = is_new ? "不要了" : "放弃修改",
            .danger = true,
            .done = drop});
}

void RecordEditor::undo(desk::Desk& desk) {
  if (showing() && draft(desk).can_undo()) {
    const std::string key = draft(desk).undo();
    editors_.forget();
    check(desk);   // a complaint about words that are gone goes with them
    if (const content::Field* field = spec_->find_field(key)) desk.toast(fmt::format("“{}”退回上一步。", field->zh));
    return;
  }
  undo_last(desk);
}

void RecordEditor::redo(desk::Desk& desk) {
  if (showing() && draft(desk).can_redo()) {
    const std::string key = draft(desk).redo();
    editors_.forget();
    check(desk);   // a complaint about words that are gone goes with them
    if (const content::Field* field = spec_->find_field(key)) desk.toast(fmt::format("“{}”又做了一次。", field->zh));
    return;
  }
  redo_last(desk);
}

}  // namespace admin
