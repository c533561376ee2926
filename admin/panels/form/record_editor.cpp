#include "admin/panels/form/record_editor.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "admin/panels/form/picture_picker.h"
#include "admin/workspace/review_queue.h"
#include "kiosk/ui/text_edit.h"

namespace admin {

using content::Record;
using content::RecordId;

namespace {

constexpr double kCheckAfter = 0.4;  // seconds after the last keystroke

// What cannot be read stands before what else is wrong with its field: a number that is missing is not missing then.
void put_first(std::vector<FieldProblem>& found, std::vector<FieldProblem> held, const content::KindSpec& spec) {
  for (const FieldProblem& one : held) {
    std::erase_if(found, [&one](const FieldProblem& other) { return other.field == one.field && other.problem.fault == content::Fault::Missing; });
  }
  found.insert(found.begin(), std::make_move_iterator(held.begin()), std::make_move_iterator(held.end()));
  const auto place = [&spec](const FieldProblem& one) { return std::ranges::find(spec.fields, one.field, &content::Field::key) - spec.fields.begin(); };
  std::ranges::stable_sort(found, {}, place);
}

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
  show_problem_ = false;
  later_ = Later::Nothing;
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

bool RecordEditor::hide(desk::Desk& desk) {
  if (!showing()) return true;
  const RecordId id = std::exchange(id_, {});
  found_.clear();
  shown_.clear();
  return desk.attempt([&] { desk.office().drafts().close(id); });
}

Draft& RecordEditor::draft(desk::Desk& desk) { return desk.office().drafts().open(id_); }

const Record* RecordEditor::record(desk::Desk& desk) const { return desk.office().records().find(id_); }

void RecordEditor::follow(desk::Desk& desk) {
  Drafts& drafts = desk.office().drafts();
  drafts.tick();
  if (const auto due = drafts.due_in()) desk.canvas().request_frame_in(*due + std::chrono::milliseconds(10));
  if (!showing()) return;
  do_later(desk);
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
  put_first(found_, held_problems(draft), *spec_);
  shown_.clear();
  std::ranges::copy_if(found_, std::back_inserter(shown_), [&draft](const FieldProblem& one) { return draft.touched(one.field); });
}

std::optional<Drafts::Writer> RecordEditor::writer(desk::Desk& desk) const { return desk.office().drafts().other_writer(id_); }

bool RecordEditor::read_only(desk::Desk& desk) const {
  const Record* now = record(desk);
  return !desk.office().may(Right::Edit) || (now != nullptr && now->trashed) || writer(desk).has_value();
}

const std::string& RecordEditor::barrier(desk::Desk& desk) {
  Workspace& office = desk.office();
  const Record* now = record(desk);
  const std::int64_t version = office.records().version();
  if (barrier_.record == id_ && barrier_.version == version && barrier_.person == office.person().name) return barrier_.words;
  barrier_ = {.record = id_, .version = version, .person = office.person().name, .words = {}};
  if (now != nullptr) barrier_.words = barrier_words(*now, office.store().review(id_), office.person());
  return barrier_.words;
}

editors::FieldEdit RecordEditor::field(desk::Desk& desk, ui::Rect area, const content::Field& field) {
  Draft& draft = this->draft(desk);
  std::vector<content::Problem> problems;
  for (const FieldProblem& one : shown_) {
    if (one.field == field.key) problems.push_back(one.problem);
  }
  const bool fixed = read_only(desk);
  HeldByItem held = draft.held(field.key);
  const editors::FieldContext context{.kind = spec_->kind,
                                      .record = draft.is_new() ? RecordId{} : id_,
                                      .draft = id_,
                                      .body = &draft.body(),
                                      .read_only = fixed,
                                      .checked = draft.is_dirty(field.key) && draft.touched(field.key) && checked_version_ == draft.version(),
                                      .held = &held,
                                      .pick_picture = [&desk](std::function<void(content::MediaId)> chosen) { desk.show(make_picture_picker(std::move(chosen))); }};
  nlohmann::json value = draft.value(field.key);
  const editors::FieldEdit edit = editors_.edit(desk, area, field, value, context, problems);
  if (edit.active) active_ = field.key;
  if (edit.changed && !fixed) {
    draft.set(field.key, std::move(value), desk.office().now_ms());
    checked_at_ = desk.canvas().seconds() + kCheckAfter;
    desk.canvas().request_frame();
  }
  if (!fixed) draft.hold(field.key, std::move(held));
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

}  // namespace admin
