#include "admin/workspace/undo_stack.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "content/error.h"

namespace admin {

using content::Record;
using content::RecordId;

void UndoStack::keep(Step step) {
  if (!mine()) {
    person_ = office_.person().name;
    done_.clear();
    left_at_.clear();
    deeds_at_.clear();
  }
  undone_.clear();
  for (Turn& turn : step.turns) {
    left_at_[turn.record] = turn.after;
    if (turn.sent) watch(turn);
  }
  done_.push_back(std::move(step));
  if (done_.size() > kMost) done_.erase(done_.begin());
}

void UndoStack::push(std::string words, std::vector<Turn> turns) {
  std::erase_if(turns, [](const Turn& turn) { return turn.before == turn.after && !turn.sent; });
  if (!turns.empty()) keep({.words = std::move(words), .turns = std::move(turns), .deed = {}});
}

void UndoStack::push(GenericDeed deed) {
  std::string words = deed.words;
  keep({.words = std::move(words), .turns = {}, .deed = std::move(deed)});
}

bool UndoStack::changed_elsewhere(const Turn& turn) const {
  const auto record = office_.store().get(turn.record);
  return !record || record->revision != left_at_.at(turn.record);
}

// A review raises no revision, so that a submission is told apart by the deeds.
void UndoStack::watch(Turn& turn) {
  const auto deeds = office_.store().history(turn.record);
  const bool ours = !deeds.empty() && deeds.back().deed == content::Deed::Submit && deeds.back().person == person_;
  deeds_at_[turn.record] = ours ? deeds.size() : 0;
  if (ours) turn.hash = deeds.back().hash;
}

bool UndoStack::newest_is_ours(const RecordId& record) const {
  const std::size_t left = deeds_at_.at(record);
  return left != 0 && office_.store().history(record).size() == left;
}

void UndoStack::turn_one(const Turn& turn, Way way, Left& left) {
  content::OfficeStore& store = office_.store();
  const bool watched = deeds_at_.contains(turn.record);
  const bool ours = watched && newest_is_ours(turn.record);
  if (turn.sent) {
    if (!ours) refuse_sent(turn, way);
    turn_sent(turn, way);
  } else {
    const std::int64_t seen = left_at_.at(turn.record);
    const std::int64_t target = way == Way::Back ? turn.before : turn.after;
    const Record now = target == 0 ? store.trash(turn.record, seen, person_) : store.revert(turn.record, seen, target, person_);
    left.revisions[turn.record] = now.revision;
  }
  if (watched) left.deeds[turn.record] = ours ? store.history(turn.record).size() : 0;
}

void UndoStack::turn_sent(const Turn& turn, Way way) const {
  content::OfficeStore& store = office_.store();
  way == Way::Back ? store.withdraw(turn.record, turn.hash, person_) : store.submit(turn.record, turn.hash, person_);
}

void UndoStack::refuse_sent(const Turn& turn, Way way) const {
  content::OfficeStore& store = office_.store();
  if (way == Way::Back && !store.approvals(turn.record).empty()) turn_sent(turn, way);   // the store says who reviewed it
  const Record record = *store.get(turn.record);
  const auto deeds = store.history(turn.record);
  const std::string title = content::title_of(content::kind_spec(record.kind), record.body);
  const std::string who = deeds.empty() ? "别人" : deeds.back().person;
  const std::string did = !deeds.empty() && deeds.back().deed == content::Deed::SendBack ? "退回了" : "又动过";
  const std::string rest = way == Way::Back ? "这次提交不能撤销了" : "不能重做这次提交；请打开它看过再提交";
  throw content::Error(fmt::format("“{}”之后{}{}，{}。", title, who, did, rest),
                       fmt::format("{} went on with “{}” since; the submission stays as it is.", who, title));
}

void UndoStack::refuse_all_changed(const Step& step, Way way, std::size_t changed) const {
  if (changed == 0 || changed < step.turns.size()) return;
  const std::string verb = way == Way::Back ? "撤销" : "重做";
  const auto record = office_.store().get(step.turns.front().record);
  const std::string who = record ? record->changed_by : "别人";
  throw content::Error(fmt::format("“{}”之后，{}又改过，不能{}了；要改回去，请打开那一条的历史。", step.words, who, verb),
                       fmt::format("“{}” was changed again by {}; look at the record's history.", step.words, who));
}

std::vector<Turn> UndoStack::turn_all(const std::vector<Turn>& turns, Way way, std::string& reviewed) {
  Left left;
  std::vector<Turn> turned;
  content::OfficeStore::Batch batch(office_.store());
  for (const Turn& turn : turns) {
    try {
      turn_one(turn, way, left);
      turned.push_back(turn);
    } catch (const content::Busy&) {
      throw;
    } catch (const content::Error& refusal) {
      if (!turn.sent) throw;
      if (reviewed.empty()) reviewed = refusal.text().zh;
    }
  }
  batch.commit();
  for (const auto& [record, revision] : left.revisions) left_at_[record] = revision;
  for (const auto& [record, deeds] : left.deeds) deeds_at_[record] = deeds;
  return turned;
}

std::string UndoStack::go(Way way) {
  std::vector<Step>& from = way == Way::Back ? done_ : undone_;
  if (!mine() || from.empty()) {
    throw content::Error(way == Way::Back ? "没有可以撤销的操作了。" : "没有可以重做的操作了。", "There is nothing to undo or redo.");
  }
  const Step step = from.back();
  std::vector<Turn> fresh;
  std::ranges::copy_if(step.turns, std::back_inserter(fresh), [this](const Turn& turn) { return !changed_elsewhere(turn); });
  const std::size_t changed = step.turns.size() - fresh.size();
  if (changed > 0 && fresh.empty()) {
    from.pop_back();
    refuse_all_changed(step, way, changed);
  }
  std::string reviewed;
  if (step.turns.empty()) {
    way == Way::Back ? step.deed.undo() : step.deed.redo();
  } else {
    fresh = turn_all(fresh, way, reviewed);
  }
  from.pop_back();
  if (fresh.empty() && !reviewed.empty()) throw content::Error(reviewed, reviewed);
  Step other = step;
  other.turns = std::move(fresh);
  (way == Way::Back ? undone_ : done_).push_back(std::move(other));
  std::string sentence = fmt::format("已{}：{}。", way == Way::Back ? "撤销" : "重做", step.words);
  if (changed > 0) sentence += fmt::format("其中 {} 条别人又改过，没有动。", changed);
  if (!reviewed.empty()) sentence += "有的没有动：" + reviewed;
  return sentence;
}

std::string UndoStack::undo() { return go(Way::Back); }
std::string UndoStack::redo() { return go(Way::Forth); }

}  // namespace admin
