// Where a record stands in the list it was opened from: for ‹ › on its page.
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include "content/model.h"

namespace kiosk {

class Neighbours {
 public:
  Neighbours() = default;
  // Of `list`, those that `shown` still lets through. A record outside the list has no neighbours.
  template <typename Shown>
  Neighbours(std::vector<content::RecordId> list, const content::RecordId& record, Shown shown) : ids_(std::move(list)) {
    std::erase_if(ids_, [&shown](const content::RecordId& id) { return !shown(id); });
    const auto found = std::ranges::find(ids_, record);
    if (found == ids_.end()) ids_.clear();
    at_ = ids_.empty() ? 0 : static_cast<std::size_t>(found - ids_.begin());
  }

  bool any() const { return ids_.size() > 1; }
  std::size_t number() const { return at_ + 1; }   // counted from 1
  std::size_t count() const { return ids_.size(); }
  const std::vector<content::RecordId>& ids() const { return ids_; }
  // Null at the ends.
  const content::RecordId* previous() const { return any() && at_ > 0 ? &ids_[at_ - 1] : nullptr; }
  const content::RecordId* next() const { return any() && at_ + 1 < ids_.size() ? &ids_[at_ + 1] : nullptr; }

 private:
  std::vector<content::RecordId> ids_;
  std::size_t at_ = 0;
};

}  // namespace kiosk
