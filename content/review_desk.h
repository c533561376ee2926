// What a reviewer's desk asks of the office database.
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "content/language.h"
#include "content/record.h"
#include "content/review.h"

namespace content {

// A record's content as a person had it before them.
struct SeenContent {
  RecordId id;
  std::string hash;
};

// What became of one record of a bulk approval.
struct BulkOutcome {
  RecordId id;
  std::optional<Text> refusal{};  // why it was left as it is
};

// A record that waits for a round, with all that its reviewer's list tells.
struct AwaitingRecord {
  Record record;
  nlohmann::json approved_body;            // null = never approved
  std::vector<std::string> authors{};      // may not review it
  std::vector<Approval> approvals{};       // of the rounds before
  std::string submitted_by{};
  std::int64_t submitted_at = 0;
  std::int64_t arrived_at = 0;             // since when it waits for this round
  bool opened = false;                     // exactly this content was shown to the reader
};

}  // namespace content
