// One pass over a list's records: which the filter leaves, how many each tab has, and what each filter alone keeps out.
#pragma once

#include <array>
#include <vector>

#include "admin/workspace/record_list.h"

namespace admin {

struct Sifted {
  std::vector<Slot> hits;
  TabCounts tabs{};
  std::size_t total = 0;                // without any filter
  std::vector<Loosening> loosenings;    // of every filter that is on
};

// `descending` turns the filled part of the order; records without a value stay last.
Sifted sift(const ListIndex& index, const ListIndex::Order& order, bool descending, const ListFilter& filter);

}  // namespace admin
