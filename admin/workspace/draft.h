// A record while somebody changes it: what it was, what it is now, field by field, with undo inside it and with what a
// colleague saved meanwhile. Pure: no database, no clock.
#pragma once

#include <cstdint>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "content/kinds.h"
#include "content/record.h"

namespace admin {

// Words in a control that are no value: half written, or meaning nothing.
struct HeldWords {
  std::string words;
  bool wrong = false;   // the control was left with them
  bool operator==(const HeldWords&) const = default;
};
using HeldByItem = std::map<std::string, HeldWords, std::less<>>;   // by the control's name on the screen

class Draft {
 public:
  // `base`: the body of `revision`; revision 0: a new record, whose base is empty.
  Draft(const content::KindSpec& spec, content::RecordId record, std::int64_t revision, nlohmann::json base, nlohmann::json body);

  const content::KindSpec& spec() const { return *spec_; }
  const content::RecordId& record() const { return record_; }
  bool is_new() const { return revision_ == 0; }
  std::int64_t revision() const { return revision_; }
  const nlohmann::json& base() const { return base_; }
  const nlohmann::json& body() const { return body_; }
  std::string title() const { return content::title_of(*spec_, body_); }
  // Rises with each change of the body.
  std::int64_t version() const { return version_; }

  // null when the body has none.
  nlohmann::json value(std::string_view key) const;
  // One keystroke or choice. Those in the same field less than two seconds apart are one step to undo.
  void set(std::string_view key, nlohmann::json value, std::int64_t at_ms);
  // The field was left: the next keystroke in it is a new step.
  void settle() { settled_ = true; }

  // What stands in a field's controls without being a value. It is kept with the draft, makes it dirty, and no revision is made of it.
  const HeldByItem& held(std::string_view key) const;
  void hold(std::string_view key, HeldByItem words);
  const std::map<std::string, HeldByItem, std::less<>>& all_held() const { return held_; }
  // The body as the database keeps a draft, with what is held; and back: takes what is held out of `kept`.
  nlohmann::json body_with_held() const;
  void hold_from(const nlohmann::json& kept);
  static nlohmann::json without_held(nlohmann::json kept);

  bool can_undo() const { return !done_.empty(); }
  bool can_redo() const { return !undone_.empty(); }
  // Answer the field's key; nothing to undo: empty.
  std::string undo();
  std::string redo();

  // Keys of the fields that are not as in the base, in the form's order.
  std::vector<std::string> dirty() const;
  bool is_dirty(std::string_view key) const;
  bool any_dirty() const { return body_ != base_ || !held_.empty(); }

  // A field that a colleague and this draft changed differently.
  struct Clash {
    std::string key;
    nlohmann::json base, mine, theirs;
  };
  // A colleague saved: what only they changed is taken over, what only this draft changed stays, the rest is a clash. From
  // now on this draft builds on their revision.
  void meet(const content::Record& theirs);
  const std::vector<Clash>& clashes() const { return clashes_; }
  void keep_mine(std::string_view key);
  void take_theirs(std::string_view key, std::int64_t at_ms);

  // Fields that the clerk has left once, or all after the first try to submit: their problems are shown.
  void touch(std::string_view key) { touched_.emplace(key); }
  void touch_all() { all_touched_ = true; }
  bool touched(std::string_view key) const { return all_touched_ || touched_.contains(std::string(key)); }

 private:
  struct Step {
    std::string key;
    nlohmann::json before, after;
    std::int64_t at = 0;
    HeldByItem held_before{}, held_after{};   // held_after: set when it is undone
  };
  void put(std::string_view key, nlohmann::json value);
  HeldByItem swap_held(const std::string& key, HeldByItem words);   // answers what was held

  const content::KindSpec* spec_;
  content::RecordId record_;
  std::int64_t revision_;
  nlohmann::json base_;
  nlohmann::json body_;
  std::int64_t version_ = 1;
  std::vector<Step> done_;
  std::vector<Step> undone_;
  bool settled_ = true;
  std::vector<Clash> clashes_;
  std::map<std::string, HeldByItem, std::less<>> held_;   // by the field's key; none is empty
  std::map<std::string, HeldByItem, std::less<>> rested_; // the same, as the controls were left; what is half written is not in it
  std::set<std::string> touched_;
  bool all_touched_ = false;
};

}  // namespace admin
