// From row sets to what a screen shows: ranking, counting, and where in the text the hit lies.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "content/search.h"
#include "content/search_matcher.h"
#include "content/search_order.h"
#include "content/search_rows.h"

namespace content {

// Only rows of the mask count.
std::int64_t count_rows(const RowSets& sets, const RowMask& mask);

// Rows in order: those whose name begins with the query, other names, the rest; in `order` within each.
std::vector<std::uint32_t> ranked_rows(const RowSets& sets, const RowMask& mask, const RowOrder& order, std::int64_t offset,
                                       int limit);

// Where the query stands in `source`, whose units begin at `place`: from left to right, not overlapping.
std::vector<Mark> find_marks(const SearchData& data, const Matcher& matcher, Place place, std::string_view source);

// Does the text at `place` hold the query anywhere?
bool holds(const SearchData& data, const Matcher& matcher, Place place);

}  // namespace content
