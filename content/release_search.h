// Which words of a record the visitors' search finds.
#pragma once

#include <vector>

#include "content/release.h"
#include "content/search_build.h"

namespace content {

// One row for each record that has a page of its own (articles, figures, streets, signed merchants, products), in the given
// order. Throws Error when a body cannot be read.
std::vector<SearchRow> searchable_rows(const std::vector<const ReleaseRecord*>& ordered);

}  // namespace content
