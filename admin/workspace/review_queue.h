// What waits for the signed-in reviewer, in the order in which they want to see it.
//
//   ReviewQueue queue(office);
//   loop: queue.refresh(); for (const QueueItem* item : queue.shown()) … queue.summary(*item) …
//
// Main thread only. Items stay where they are until the next refresh() that answers true. Throws Error as the store does.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "admin/workspace/diff.h"
#include "admin/workspace/records.h"
#include "content/review_desk.h"

namespace admin {

struct QueueItem {
  content::AwaitingRecord waiting;
  std::string title{};
  std::string place{};     // 商户 · 江滩
  std::string barrier{};   // why this person may not judge it, a sentence; empty = they may
};

enum class QueueOrder { LastFirst, FirstFirst, ByKind };  // 最近到的在前 先到的在前 按种类

class ReviewQueue {
 public:
  explicit ReviewQueue(Workspace& office) : office_(office) {}

  // Reads anew when something happened or somebody else is signed in; true when it did. Records must be fresh. Where it throws,
  // the items are those of before, and the next call tries again.
  bool refresh();
  // Rises whenever items were read anew: pointers to earlier ones are no more. 0: nothing was read yet.
  int version() const { return read_; }
  // 1–3; 0: this person reviews nothing.
  int round() const { return round_; }

  void show(std::optional<content::Kind> kind, QueueOrder order);
  // What can be judged first, then what waits for this round but not for this person.
  const std::vector<QueueItem*>& shown() const { return shown_; }
  // Of all kinds, without what has a barrier.
  int mine() const { return mine_; }
  // Kinds in the queue with their numbers, in the kinds' order; without what has a barrier.
  std::vector<std::pair<content::Kind, int>> kinds() const;
  QueueItem* find(const content::RecordId& id);

  // 改 3 处, 新商户; compared when first asked for.
  const std::string& summary(const QueueItem& item);
  RecordDiff diff(const QueueItem& item) const;

  // The person has it before them in full.
  void open(QueueItem& item);
  // Those of shown() that may be approved in bulk: opened and without a barrier.
  int opened() const;
  // Approves these. Answers what was refused; records are read anew.
  std::vector<content::BulkOutcome> approve_opened();

 private:
  void read(int round, const std::string& person);
  Workspace& office_;
  std::vector<std::unique_ptr<QueueItem>> items_;
  std::vector<QueueItem*> shown_;
  std::unordered_map<std::string, std::string> summaries_;   // by the contents' hashes
  std::optional<content::Kind> kind_;
  QueueOrder order_ = QueueOrder::LastFirst;
  std::string person_;
  int round_ = 0;
  int mine_ = 0;
  std::int64_t version_ = -1;   // of the records
  int read_ = 0;
};

// Why this person may not approve the record, by the store's own rules: 本人编写，不能审核. Empty: they may.
std::string barrier_words(const content::Record& record, content::Review review, const content::Person& person);

// 一审 二审 三审
std::string_view round_words(int round);
// Where an approval sends it: 送二审, 送三审, 可以发布.
std::string_view next_words(int round);
// 商户 · 江滩, 文章 · 政策法规
std::string place_words(const content::Record& record, const Records& records);

}  // namespace admin
