// What stands in the way of a release: as a whole (no city, an outbox that cannot be written, a full disk) and record by record.
#pragma once

#include <filesystem>
#include <vector>

#include "admin/workspace/publish_plan.h"

namespace admin {

struct BlockerQuestion {
  const content::OfficeStore& office;
  const content::MediaStore& library;
  std::filesystem::path outbox;
  content::Day today;
  const content::ReleaseContent& before;   // what is on the screens
  const content::ReleaseContent& after;    // what would go out
};

// The whole first, then as the records stand in `after`.
std::vector<Blocker> find_blockers(const BlockerQuestion& question);

}  // namespace admin
