// The slow half of building the index: sorting the places, and finding the intervals that many rows share.
#pragma once

#include "content/search_data.h"

namespace content {

// Fills orders, first and letter_pairs from text (derive() has run).
void sort_orders(SearchData& data);

// Fills common and common_sets: every interval of more than `threshold` rows that a query can ask for.
void store_common(SearchData& data, std::uint64_t threshold);

}  // namespace content
