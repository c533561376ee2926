// Undo and redo of what was done in this window since signing in. Nothing is erased: each undone deed is a new revision.
//
// A deed is refused when a colleague changed the record since, a submission also when anybody did anything with it since; then it
// leaves the stack, so that earlier ones can be reached.
// Another person who signs in finds it empty. Main thread only.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

#include "admin/workspace/workspace.h"

namespace admin {

// A record's way from one revision to another; before 0: it was made. Or its submission, with both revisions the same: taken back
// while nobody has reviewed it.
struct Turn {
  content::RecordId record;
  std::int64_t before = 0;
  std::int64_t after = 0;
  bool sent = false;
  std::string hash{};   // of what was sent; the stack's own
};

// Something that is not a record's content. Both throw Error when it cannot be done any more.
struct GenericDeed {
  std::string words;             // "替换图片“街景.jpg”"
  std::function<void()> redo{};
  std::function<void()> undo{};
};

class UndoStack {
 public:
  // Deeds kept; older ones are still in each record's history.
  static constexpr std::size_t kMost = 200;

  explicit UndoStack(Workspace& office) : office_(office) {}

  // What was just done. `words` name it: 修改商户“渡口面馆”, 把 12 家商户放进回收站.
  void push(std::string words, std::vector<Turn> turns);
  void push(GenericDeed deed);

  bool can_undo() const { return mine() && !done_.empty(); }
  bool can_redo() const { return mine() && !undone_.empty(); }
  // What would be undone or redone; empty: nothing.
  std::string undo_words() const { return can_undo() ? done_.back().words : std::string(); }
  std::string redo_words() const { return can_redo() ? undone_.back().words : std::string(); }
  // Records that it would touch.
  std::size_t undo_size() const { return can_undo() ? done_.back().turns.size() : 0; }
  std::size_t redo_size() const { return can_redo() ? undone_.back().turns.size() : 0; }

  // Answers the sentence for the clerk: 已撤销：修改商户“渡口面馆”。 Throws Error.
  std::string undo();
  std::string redo();

 private:
  struct Step {
    std::string words;
    std::vector<Turn> turns;   // empty: generic
    GenericDeed deed;
  };
  enum class Way { Back, Forth };
  // What a step left, until it is committed.
  struct Left {
    std::unordered_map<content::RecordId, std::int64_t> revisions;
    std::unordered_map<content::RecordId, std::size_t> deeds;
  };

  bool mine() const { return office_.signed_in() && office_.person().name == person_; }
  void keep(Step step);
  std::string go(Way way);
  bool changed_elsewhere(const Turn& turn) const;
  void watch(Turn& turn);
  bool newest_is_ours(const content::RecordId& record) const;
  void turn_one(const Turn& turn, Way way, Left& left);
  void turn_sent(const Turn& turn, Way way) const;
  [[noreturn]] void refuse_sent(const Turn& turn, Way way) const;
  // Turns what can be turned; what was reviewed meanwhile is left out, with the first reason in `reviewed`.
  std::vector<Turn> turn_all(const std::vector<Turn>& turns, Way way, std::string& reviewed);
  void refuse_all_changed(const Step& step, Way way, std::size_t changed) const;

  Workspace& office_;
  std::string person_;
  std::vector<Step> done_;
  std::vector<Step> undone_;
  std::unordered_map<content::RecordId, std::int64_t> left_at_;  // the revision that this window's last deed left
  // Of records sent from here: how many deeds their history had after this window's last one; 0: others went on in between.
  std::unordered_map<content::RecordId, std::size_t> deeds_at_;
};

}  // namespace admin
