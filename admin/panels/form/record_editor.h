// One record under a clerk's hands: its draft, its problems, the editors of its fields and what may be done with it. The
// inspector and the full form draw the same RecordEditor.
//
// Main thread only, inside a frame.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "admin/desk/desk.h"
#include "admin/editors/field_editor.h"
#include "admin/workspace/checks.h"
#include "admin/workspace/drafts.h"

namespace admin {

class RecordEditor {
 public:
  // The record's draft, or a new one's by its provisional id. What was written before stays as a draft. Throws Error.
  void show(desk::Desk& desk, const content::RecordId& id);
  void show_new(desk::Desk& desk, content::Kind kind);
  // False: what was written could not be kept yet; the desk says why, and the drafts go on trying.
  bool hide(desk::Desk& desk);
  // Once a frame, before drawing: keeps, meets, checks.
  void follow(desk::Desk& desk);

  bool showing() const { return !id_.empty(); }
  const content::RecordId& id() const { return id_; }
  // Both only while showing().
  Draft& draft(desk::Desk& desk);
  const content::Record* record(desk::Desk& desk) const;   // null: not saved yet
  const content::KindSpec& spec() const { return *spec_; }

  // A colleague is writing it.
  std::optional<Drafts::Writer> writer(desk::Desk& desk) const;
  bool read_only(desk::Desk& desk) const;
  // Why the person whose round it is may not approve this record all the same; empty: they may.
  const std::string& barrier(desk::Desk& desk);

  editors::FieldEdit field(desk::Desk& desk, ui::Rect area, const content::Field& field);
  // The field takes the caret when it is drawn next.
  void focus(desk::Desk& desk, std::string_view key);
  // The field with the caret, else the last one that had it: what a preview points at.
  const std::string& active_field() const { return active_; }

  // Those to show, in the form's order.
  const std::vector<FieldProblem>& problems() const { return shown_; }
  // The field of the next problem after the last one that was asked for; empty: there is none.
  std::string next_problem();
  // The clerk wanted to submit what has problems: the first is to be shown. True once.
  bool take_show_problem() { return std::exchange(show_problem_, false); }

  // Deeds with their toast; errors become the desk's sentence. True when it was done.
  bool save(desk::Desk& desk);
  bool submit(desk::Desk& desk);             // saves first
  bool approve(desk::Desk& desk);
  void send_back(desk::Desk& desk);          // asks for the reason
  void trash(desk::Desk& desk);
  void give_up(desk::Desk& desk);
  void undo(desk::Desk& desk);               // in the draft; then what was done before
  void redo(desk::Desk& desk);
  // After a deed the record has this id (it was provisional before).
  std::function<void(const content::RecordId&)> moved{};

 private:
  // What waits for a control to read the words in it: the caret was in it when the clerk saved.
  enum class Later { Nothing, Save, Submit };
  bool settle_words(desk::Desk& desk, Later wish);   // false: carried out a frame later
  void do_later(desk::Desk& desk);
  void leave_half_written(desk::Desk& desk);
  void check(desk::Desk& desk);
  void look(desk::Desk& desk);
  void settle_on(desk::Desk& desk, const content::Record& record);

  content::RecordId id_;
  const content::KindSpec* spec_ = nullptr;
  editors::FieldEditors editors_;
  std::vector<FieldProblem> found_;
  std::vector<FieldProblem> shown_;
  std::int64_t checked_version_ = 0;
  double checked_at_ = -1;                   // session seconds
  std::string active_;
  std::size_t next_problem_ = 0;
  bool show_problem_ = false;
  struct Barrier {
    content::RecordId record;
    std::int64_t version = 0;                // of the records
    std::string person;
    std::string words;
  };
  Barrier barrier_;
  Later later_ = Later::Nothing;
  int later_frames_ = 0;
};

std::string_view round_name(int round);      // 一审 二审 三审

}  // namespace admin
