#include "admin/panels/form/record_editor.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "admin/panels/form/picture_picker.h"
#include "kiosk/ui/text_edit.h"

namespace admin {

using content::Record;
using content::RecordId;

namespace {

constexpr double kCheckAfter = 0.4;  // seconds after the last keystroke

}  // namespace

std::string_view round_name(int round) {
  constexpr std::array<std::string_view, 4> kNames{"", "一审", "二审", "三审"};
  return kNames.at(static_cast<std::size_t>(std::clamp(round, 0, 3)));
}

void RecordEditor::look(desk::Desk& desk) {
  Draft& draft = this->draft(desk);
  spec_ = &draft.spec();
  if (!draft.is_new()) draft.touch_all();
  editors_.forget();
  ui::drop_caret(desk.canvas());
  active_.clear();
  next_problem_ = 0;
  check(desk);
}

void RecordEditor::show(desk::Desk& desk, const RecordId& id) {
  if (id == id_) return;
  hide(desk);
  desk.office().drafts().open(id);
  id_ = id;
  look(desk);
}

void RecordEditor::show_new(desk::Desk& desk, content::Kind kind) {
  hide(desk);
  id_ = desk.office().drafts().begin(kind).record();
  look(desk);
}

void RecordEditor::hide(desk::Desk& desk) {
  if (!showing()) return;
  const RecordId id = std::exchange(id_, {});
  found_.clear();
  shown_.clear();
  if (desk.office().signed_in()) desk.attempt([&] { desk.office().drafts().close(id); });
}

Draft& RecordEditor::draft(desk::Desk& desk) { return desk.office().drafts().open(id_); }

const Record* RecordEditor::record(desk::Desk& desk) const { return desk.office().records().find(id_); }

void RecordEditor::follow(desk::Desk& desk) {
  Drafts& drafts = desk.office().drafts();
  drafts.tick();
  if (const auto due = drafts.due_in()) desk.canvas().request_frame_in(*due + std::chrono::milliseconds(10));
  if (!showing()) return;
  Draft& draft = this->draft(desk);
  if (draft.version() == checked_version_) return;
  const double now = desk.canvas().seconds();
  if (checked_at_ < 0) checked_at_ = now + kCheckAfter;
  if (now >= checked_at_) {
    check(desk);
  } else {
    desk.canvas().request_frame_in(std::chrono::milliseconds(static_cast<int>((checked_at_ - now) * 1000) + 10));
  }
}

void RecordEditor::check(desk::Desk& desk) {
  Draft& draft = this->draft(desk);
  checked_version_ = draft.version();
  checked_at_ = -1;
  found_ = desk.office().checks().check(*spec_, draft.is_new() ? RecordId{} : id_, draft.body());
  shown_.clear();
  std::ranges::copy_if(found_, std::back_inserter(shown_), [&draft](const FieldProblem& one) { return draft.touched(one.field); });
}

std::optional<Drafts::Writer> RecordEditor::writer(desk::Desk& desk) const { return desk.office().drafts().other_writer(id_); }

bool RecordEditor::read_only(desk::Desk& desk) const {
  const Record* now = record(desk);
  return !desk.office().may(Right::Edit) || (now != nullptr && now->trashed) || writer(desk).has_value();
}

editors::FieldEdit RecordEditor::field(desk::Desk& desk, ui::Rect area, const content::Field& field) {
  Draft& draft = this->draft(desk);
  std::vector<content::Problem> problems;
  for (const FieldProblem& one : shown_) {
    if (one.field == field.key) problems.push_back(one.problem);
  }
  const bool fixed = read_only(desk);
  const editors::FieldContext context{.kind = spec_->kind,
                                      .record = draft.is_new() ? RecordId{} : id_,
                                      .body = &draft.body(),
                                      .read_only = fixed,
                                      .checked = draft.is_dirty(field.key) && draft.touched(field.key) && checked_version_ == draft.version(),
                                      .pick_picture = [&desk](std::function<void(content::MediaId)> chosen) { desk.show(make_picture_picker(std::move(chosen))); }};
  nlohmann::json value = draft.value(field.key);
  const editors::FieldEdit edit = editors_.edit(desk, area, field, value, context, problems);
  if (edit.active) active_ = field.key;
  if (edit.changed && !fixed) {
    draft.set(field.key, std::move(value), desk.office().now_ms());
    checked_at_ = desk.canvas().seconds() + kCheckAfter;
    desk.canvas().request_frame();
  }
  if (edit.left) {
    draft.settle();
    draft.touch(field.key);
    check(desk);
  }
  return edit;
}

void RecordEditor::focus(desk::Desk& desk, std::string_view key) {
  const content::Field* field = spec_->find_field(key);
  if (field == nullptr) return;
  active_ = key;
  ui::focus_text(desk.canvas(), editors::item_label(*field, {.kind = spec_->kind, .record = id_}));
}

std::string RecordEditor::next_problem() {
  if (shown_.empty()) return {};
  next_problem_ = next_problem_ % shown_.size();
  return shown_[next_problem_++].field;
}

// After a deed: the draft is a fresh one of the record as it is now.
void RecordEditor::settle_on(desk::Desk& desk, const Record& record) {
  const bool other = record.id != id_;
  id_ = record.id;
  desk.office().drafts().open(id_);
  const std::string active = active_;
  Draft& draft = this->draft(desk);
  draft.touch_all();
  active_ = active;
  check(desk);
  if (other && moved) moved(id_);
}

bool RecordEditor::save(desk::Desk& desk) {
  if (!draft(desk).any_dirty() && !draft(desk).is_new()) return true;
  return desk.attempt([&] {
    const Record saved = desk.office().drafts().save(id_);
    settle_on(desk, saved);
    Deeds& deeds = desk.office().deeds();
    desk.toast("已保存" + quoted(saved) + "。", [&desk, &deeds] { desk.toast(deeds.undo()); });
  });
}

bool RecordEditor::submit(desk::Desk& desk) {
  draft(desk).touch_all();
  check(desk);
  const auto errors = std::ranges::count(shown_, Weight::Error, &FieldProblem::weight);
  if (errors > 0) {
    next_problem_ = 0;
    desk.fail(fmt::format("还有 {} 处要改，改好再提交；按 F8 一处一处看。", errors));
    return false;
  }
  if (draft(desk).any_dirty() && !save(desk)) return false;
  return desk.attempt([&] {
    const Record sent = desk.office().deeds().submit(*record(desk));
    settle_on(desk, sent);
    desk.toast("已提交" + quoted(sent) + "，等一审。");
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
    Deeds& deeds = desk.office().deeds();
    const Record gone = deeds.trash(*seen);
    hide(desk);
    desk.toast(quoted(gone) + "已放进回收站，下次发布后从屏上消失。", [&desk, &deeds] { desk.toast(deeds.undo()); });
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
    if (const content::Field* field = spec_->find_field(key)) desk.toast(fmt::format("“{}”退回上一步。", field->zh));
    return;
  }
  desk.attempt([&] { desk.toast(desk.office().deeds().undo()); });
}

void RecordEditor::redo(desk::Desk& desk) {
  if (showing() && draft(desk).can_redo()) {
    const std::string key = draft(desk).redo();
    editors_.forget();
    if (const content::Field* field = spec_->find_field(key)) desk.toast(fmt::format("“{}”又做了一次。", field->zh));
    return;
  }
  desk.attempt([&] { desk.toast(desk.office().deeds().redo()); });
}

}  // namespace admin
