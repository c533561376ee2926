// What the review panel shows: the queue, the record that is open in it, and what is known about that record. No drawing.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "admin/workspace/review_notes.h"
#include "admin/workspace/review_queue.h"

namespace admin {

class ReviewView {
 public:
  explicit ReviewView(Workspace& office) : office_(office), queue_(office) {}

  // Follows what happened; keeps the open record where it can, else opens the one that took its place. Throws Error.
  void refresh();
  // Opens it: from now on it may be approved in bulk. Throws Error; then either what was open stays open, or it is open and
  // not noted() yet, which refresh() tries again.
  void open(const content::RecordId& id);
  void move(int by);                        // down the list, or up
  // None also while the queue was read anew and nothing of it is open yet.
  QueueItem* current() const { return taken_at_ == queue_.version() ? current_ : nullptr; }
  // It is written down that this person has current() before them: only then is it judged.
  bool noted() const { return current() != nullptr && current()->waiting.opened; }
  std::size_t index() const { return index_; }   // of current() in the queue's order
  // Rises whenever another record or another content of it is open.
  int version() const { return version_; }

  ReviewQueue& queue() { return queue_; }
  Workspace& office() { return office_; }
  void filter(std::optional<content::Kind> kind, QueueOrder order);
  std::optional<content::Kind> kind() const { return kind_; }
  QueueOrder order() const { return order_; }
  // What to call the item on the screen, different for records of one name.
  const std::string& label(std::size_t at) const { return labels_[at]; }

  // Of current(); empty without one.
  const RecordDiff& diff() const { return diff_; }
  const std::vector<ReviewNote>& notes() const { return notes_; }
  const std::vector<Appearance>& places() const { return places_; }
  // The release that is on the screens with this record; 0: none.
  std::int64_t on_screen() const { return on_screen_; }

  std::string comment;                      // being written about current()
  bool only_changes = false;
  std::optional<int> lit_change;            // J and K: index in diff().fields

  void next_change(int by);

 private:
  void take(QueueItem* item);
  void close();
  void load(const QueueItem& item);
  void name_items();

  Workspace& office_;
  ReviewQueue queue_;
  std::unique_ptr<Inspection> inspection_;
  QueueItem* current_ = nullptr;   // of the queue's version taken_at_ only
  int taken_at_ = -1;
  content::RecordId shown_;
  std::string shown_hash_;
  std::size_t index_ = 0;
  int version_ = 0;
  int read_ = -1;   // of the queue, when it was followed to the end last
  std::optional<content::Kind> kind_;
  QueueOrder order_ = QueueOrder::LastFirst;
  std::vector<std::string> labels_;
  RecordDiff diff_;
  std::vector<ReviewNote> notes_;
  std::vector<Appearance> places_;
  std::int64_t on_screen_ = 0;
};

}  // namespace admin
