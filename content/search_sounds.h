// Which readings sound the same to many: zh z, ch c, sh s at the beginning, n l there too, ang an, eng en, ing in at the end.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "content/search_data.h"
#include "content/search_matcher.h"

namespace content {

// `letters` itself first, then with and without the h of zh ch sh and the g of ang eng ing; its first n or l stays.
std::vector<std::string> with_and_without_h_g(const std::string& letters);
// The other one of n and l; 0 for any other letter.
char other_of_n_l(char letter);

class Sounds {
 public:
  // `data` must outlive it.
  explicit Sounds(const SearchData& data);

  // All ways to spell the reading, its own first.
  const std::vector<std::string>& spellings(std::uint16_t syllable) const { return spellings_[syllable]; }

  // Learns the readings of the query's characters; heard() knows only those.
  void listen(const std::vector<QueryUnit>& query);
  // The readings that a character stands for; none for one that cannot be read. Sorted.
  const std::vector<std::uint16_t>& heard(char32_t character) const;
  void forget() { heard_.clear(); }

 private:
  std::vector<std::string> readings(char32_t character) const;

  const SearchData& data_;
  std::vector<std::vector<std::string>> spellings_;                       // by syllable
  std::unordered_map<std::string, std::vector<std::uint16_t>> syllables_;  // by the shape that all of one sound share
  std::unordered_map<char32_t, std::vector<std::uint16_t>> heard_;
};

}  // namespace content
