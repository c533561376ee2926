#include "admin/panels/review/review_view.h"

#include <algorithm>
#include <map>

namespace admin {

void ReviewView::refresh() {
  queue_.refresh();
  if (queue_.version() == read_) {
    if (current() != nullptr) queue_.open(*current_);
    return;
  }
  name_items();
  QueueItem* item = queue_.find(shown_);
  const auto& shown = queue_.shown();
  if (item == nullptr || std::ranges::find(shown, item) == shown.end()) {
    item = shown.empty() ? nullptr : shown[std::min(index_, shown.size() - 1)];
  }
  take(item);
  read_ = queue_.version();
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
  read_ = -1;   // what cannot be opened now is tried again
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
  if (item == nullptr) return close();
  const content::Record& record = item->waiting.record;
  if (record.id != shown_ || record.hash != shown_hash_) load(*item);
  const auto& shown = queue_.shown();
  index_ = static_cast<std::size_t>(std::ranges::find(shown, item) - shown.begin());
  current_ = item;
  taken_at_ = queue_.version();
  queue_.open(*item);
}

void ReviewView::close() {
  current_ = nullptr;
  ++version_;
  shown_ = {};
  shown_hash_.clear();
  diff_ = {};
}

// What can fail comes first: the words about one record never stand beside another.
void ReviewView::load(const QueueItem& item) {
  const content::Record& record = item.waiting.record;
  RecordDiff diff = queue_.diff(item);
  const content::Day today = city_day(office_.now_ms());
  if (inspection_ == nullptr) inspection_ = std::make_unique<Inspection>(office_.store(), office_.library(), today);
  std::vector<ReviewNote> notes = review_notes(office_.store(), *inspection_, record, diff, today);
  std::vector<Appearance> places = appearances(record, office_.records());
  const auto releases = office_.store().releases();
  if (record.id != shown_) comment.clear();
  ++version_;
  shown_ = record.id;
  shown_hash_ = record.hash;
  lit_change.reset();
  diff_ = std::move(diff);
  notes_ = std::move(notes);
  places_ = std::move(places);
  on_screen_ = item.waiting.approved_body.is_null() || releases.empty() ? 0 : releases.back().sequence;
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
