// What a hit is: the rule by which typed text agrees with a record's text at one place.
//
// A Chinese character agrees with itself. Letters agree with a character's reading in full (ping), by its first letter
// (p; zh, ch, sh also by two), or, where the typed text ends, by any beginning of it (pi). Letters and digits agree with
// themselves, v stands for ü, and u also for ü after l and n. A blank typed between letters ends a syllable.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "content/search_data.h"

namespace content {

struct QueryUnit {
  char32_t code_point = 0;
  bool key = false;        // a letter or digit, see is_key()
  bool joined = false;     // may lie in the same syllable as the unit before it
};

inline constexpr std::size_t kMaxQueryUnits = 64;  // typed text behind that is ignored

std::vector<QueryUnit> parse_query(std::string_view text);

// Does a typed letter stand for the `index`-th letter of `syllable`?
bool key_agrees(std::string_view syllable, std::size_t index, char32_t typed);

class Sounds;

class Matcher {
 public:
  // All must outlive the matcher. With `sounds`, what sounds alike agrees; it has listened to the query.
  Matcher(const SearchData& data, const std::vector<QueryUnit>& query, const Sounds* sounds = nullptr)
      : data_(data), query_(query), sounds_(sounds) {}

  // Number of units that agree with the whole query from `place` on; 0 when they don't.
  std::size_t match(Place place) const { return match(place, 0); }

 private:
  std::size_t match(Place place, std::size_t at) const;
  std::size_t match_keys(Place place, std::size_t at) const;
  std::size_t match_spelling(const std::string& syllable, Place place, std::size_t at) const;
  bool sounds_like(UnitId unit, char32_t typed) const;

  const SearchData& data_;
  const std::vector<QueryUnit>& query_;
  const Sounds* sounds_;
};

}  // namespace content
