#include "admin/panels/review/review_view.h"

#include <algorithm>
#include <map>

namespace admin {

void ReviewView::refresh() {
  queue_.refresh();
  if (queue_.version() == read_) return;
  read_ = queue_.version();
  name_items();
  QueueItem* item = queue_.find(shown_);
  const auto& shown = queue_.shown();
  if (item == nullptr || std::ranges::find(shown, item) == shown.end()) {
    item = shown.empty() ? nullptr : shown[std::min(index_, shown.size() - 1)];
  }
  take(item);
}

void ReviewView::name_items() {
  std::map<std::string, int> seen;
  labels_.clear();
  for (const QueueItem* item : queue_.shown()) {
    const int number = ++seen[item->title];
    labels_.push_back("待审 " + item->title + (number > 1 ? " " + std::to_string(number) : ""));
  }
}

void ReviewView::filter(std::optional<content::Kind> kind, QueueOrder order) {
  kind_ = kind;
  order_ = order;
  queue_.show(kind, order);
  name_items();
  take(queue_.shown().empty() ? nullptr : queue_.shown().front());
}

void ReviewView::open(const content::RecordId& id) {
  if (QueueItem* item = queue_.find(id)) take(item);
}

void ReviewView::move(int by) {
  const auto& shown = queue_.shown();
  if (shown.empty()) return;
  const auto last = static_cast<std::int64_t>(shown.size()) - 1;
  take(shown[static_cast<std::size_t>(std::clamp<std::int64_t>(static_cast<std::int64_t>(index_) + by, 0, last))]);
}

void ReviewView::take(QueueItem* item) {
  current_ = item;
  if (item == nullptr) {
    ++version_;
    shown_ = {};
    shown_hash_.clear();
    diff_ = {};
    return;
  }
  const content::Record& record = item->waiting.record;
  const auto& shown = queue_.shown();
  index_ = static_cast<std::size_t>(std::ranges::find(shown, item) - shown.begin());
  queue_.open(*item);
  if (record.id == shown_ && record.hash == shown_hash_) return;
  if (record.id != shown_) comment.clear();
  ++version_;
  shown_ = record.id;
  shown_hash_ = record.hash;
  lit_change.reset();
  diff_ = queue_.diff(*item);
  const content::Day today = city_day(office_.now_ms());
  if (inspection_ == nullptr) inspection_ = std::make_unique<Inspection>(office_.store(), office_.library(), today);
  notes_ = review_notes(office_.store(), *inspection_, record, diff_, today);
  places_ = appearances(record, office_.records());
  const auto releases = office_.store().releases();
  on_screen_ = item->waiting.approved_body.is_null() || releases.empty() ? 0 : releases.back().sequence;
}

void ReviewView::next_change(int by) {
  const int count = static_cast<int>(diff_.fields.size());
  for (int at = lit_change.value_or(by > 0 ? -1 : count) + by; at >= 0 && at < count; at += by) {
    if (!diff_.fields[static_cast<std::size_t>(at)].changed) continue;
    lit_change = at;
    return;
  }
}

}  // namespace admin
