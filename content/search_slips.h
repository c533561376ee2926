// What a visitor may have meant who made one slip of the finger.
#pragma once

#include <vector>

#include "content/search_matcher.h"

namespace content {

// Each one letter away from what was typed; none for fewer than three units. Characters only change places or go.
struct Slips {
  std::vector<std::vector<QueryUnit>> likely;   // neighbours on the keyboard, swapped or doubled letters, a vowel left out
  std::vector<std::vector<QueryUnit>> others;
};

Slips slips(const std::vector<QueryUnit>& query);

}  // namespace content
