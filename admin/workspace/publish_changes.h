// What a release changes on the screens, record by record, in words.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "admin/workspace/publish_plan.h"

namespace admin {

struct ChangeQuestion {
  const content::OfficeStore& office;
  content::Day today;
  const content::ReleaseContent& before;
  const content::ReleaseContent& after;
  const content::ReleaseContent& approved;   // `after`, had nothing been left out
  const content::ReleaseChoice& choice;
  const std::unordered_map<std::string, content::Day>& consent_ends;  // figures that end with a consent
};

// Added, Changed, Removed: in the order of the kinds, as the navigation lists them.
std::vector<PlannedChange> find_changes(const ChangeQuestion& question);

}  // namespace admin
