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
  }
  undone_.clear();
  for (const Turn& turn : step.turns) left_at_[turn.record] = turn.after;
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

void UndoStack::turn_one(const Turn& turn, Way way, std::unordered_map<RecordId, std::int64_t>& moved) {
  content::OfficeStore& store = office_.store();
  const std::int64_t seen = left_at_.at(turn.record);
  if (turn.sent) {
    const std::string hash = store.get(turn.record)->hash;
    way == Way::Back ? store.withdraw(turn.record, hash, person_) : store.submit(turn.record, hash, person_);
    return;
  }
  const std::int64_t target = way == Way::Back ? turn.before : turn.after;
  const Record now = target == 0 ? store.trash(turn.record, seen, person_) : store.revert(turn.record, seen, target, person_);
  moved[turn.record] = now.revision;
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
  std::unordered_map<RecordId, std::int64_t> moved;
  std::vector<Turn> turned;
  content::OfficeStore::Batch batch(office_.store());
  for (const Turn& turn : turns) {
    try {
      turn_one(turn, way, moved);
      turned.push_back(turn);
    } catch (const content::Busy&) {
      throw;
    } catch (const content::Error& refusal) {
      if (!turn.sent) throw;
      if (reviewed.empty()) reviewed = refusal.text().zh;
    }
  }
  batch.commit();
  for (const auto& [record, revision] : moved) left_at_[record] = revision;
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
