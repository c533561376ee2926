// What a clerk does to records: each deed is written, put on the undo stack and read back into the records in memory.
//
// By the person who is signed in. Throw Error with the sentence to show; then nothing was written. Main thread only.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "admin/workspace/records.h"
#include "admin/workspace/undo_stack.h"

namespace admin {

// What to do when one of many cannot be done: leave it out and say why, or do none.
enum class Unfit { Skip, Refuse };

struct BulkOutcome {
  struct Skipped {
    content::RecordId record;
    std::string title;
    std::string reason;   // a sentence
  };
  int done = 0;
  std::vector<Skipped> skipped;
};

class Deeds {
 public:
  // All must outlive it.
  Deeds(Workspace& office, Records& records, UndoStack& undo) : office_(office), records_(records), undo_(undo) {}

  content::Record create(content::Kind kind, const nlohmann::json& body);
  content::Record edit(const content::Record& seen, const nlohmann::json& body);
  content::Record trash(const content::Record& seen);
  content::Record restore(const content::Record& seen);
  content::Record revert(const content::Record& seen, std::int64_t revision);
  // Undone while nobody has reviewed it; later any edit takes it back.
  content::Record submit(const content::Record& seen);
  // No steps to undo: a reviewer's word is given to others, who may have gone on from it.
  content::Record send_back(const content::Record& seen, std::string_view reason);
  content::Record approve(const content::Record& seen);

  // Puts on the stack and in memory what was written by other means.
  void done(std::string words, std::vector<Turn> turns);

  // One transaction and one step to undo. A null value empties the field.
  BulkOutcome set_field(std::span<const content::RecordId> records, std::string_view key, const nlohmann::json& value, Unfit unfit);
  BulkOutcome trash_all(std::span<const content::RecordId> records, Unfit unfit);
  BulkOutcome restore_all(std::span<const content::RecordId> records, Unfit unfit);
  BulkOutcome submit_all(std::span<const content::RecordId> records, Unfit unfit);

  std::string undo();
  std::string redo();

 private:
  using One = std::function<content::Record(const content::Record&)>;
  BulkOutcome each(std::span<const content::RecordId> records, std::string_view words, Unfit unfit, const One& one);
  const std::string& who() const { return office_.person().name; }

  Workspace& office_;
  Records& records_;
  UndoStack& undo_;
};

// 商户“渡口面馆”
std::string quoted(const content::Record& record);

}  // namespace admin
