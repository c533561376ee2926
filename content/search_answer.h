// What a text finds at each spelling, kept until another text is asked.
#pragma once

#include <array>
#include <memory>
#include <string>
#include <vector>

#include "content/search.h"
#include "content/search_data.h"
#include "content/search_matcher.h"
#include "content/search_plan.h"
#include "content/search_rows.h"
#include "content/search_sounds.h"

namespace content {

// One way to understand what was typed.
struct Meaning {
  std::vector<QueryUnit> units;
  const Sounds* sounds = nullptr;   // not null: by sound

  Matcher matcher(const SearchData& data) const { return {data, units, sounds}; }
};

struct Answer {
  bool known = false;
  RowSets rows;                     // without those of stricter spellings
  std::vector<Meaning> meanings;    // those that found something, likeliest first
};

// Both must outlive it.
class Answers {
 public:
  Answers(const SearchData& data, const CommonSets& common) : data_(data), common_(common) {}

  // Valid until the next call.
  const Answer& of(const std::string& text, Spelling spelling);
  void forget();

 private:
  Answer& answer(Spelling spelling) { return answers_[static_cast<std::size_t>(spelling)]; }
  void find_exact();
  void find_alike();
  void find_slips();
  bool try_slips(const std::vector<std::vector<QueryUnit>>& slips, const Sounds* sounds);
  Sounds& sounds();

  const SearchData& data_;
  const CommonSets& common_;
  std::unique_ptr<Sounds> sounds_;   // made when first needed
  std::string text_;
  std::vector<QueryUnit> units_;
  std::array<Answer, 3> answers_;    // by Spelling
};

}  // namespace content
