// A release's records by their id.
#pragma once

#include <string>
#include <unordered_map>

#include "content/record.h"
#include "content/release.h"

namespace admin {

class ReleaseIndex {
 public:
  // `content` must outlive it, unchanged.
  explicit ReleaseIndex(const content::ReleaseContent& content) {
    for (const content::ReleaseRecord& record : content.records) records_.emplace(record.id.text, &record);
  }
  // Null: it has none.
  const content::ReleaseRecord* find(const std::string& id) const {
    const auto found = records_.find(id);
    return found == records_.end() ? nullptr : found->second;
  }

 private:
  std::unordered_map<std::string, const content::ReleaseRecord*> records_;
};

inline std::string title_of(const content::ReleaseRecord& record) { return content::title_of(content::kind_spec(record.kind), record.body); }

}  // namespace admin
