// From what was typed to the rows it finds.
//
// Letters can be cut into readings in several ways (xian: xian…, xi + an…, x + ian… never). The plan walks all cuts that the
// letters' order knows, and turns each into intervals of the order that answers it exactly, or, where none does, tries
// the few places that remain one by one with the Matcher.
#pragma once

#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

#include "content/search_data.h"
#include "content/search_matcher.h"
#include "content/search_rows.h"

namespace content {

// The stored row sets by interval.
class CommonSets {
 public:
  explicit CommonSets(const std::vector<CommonInterval>& common);
  std::optional<std::uint64_t> find(Level level, Interval interval) const;

 private:
  std::array<std::unordered_map<std::uint64_t, std::uint64_t>, 3> sets_;
};

class SearchPlan {
 public:
  // All must outlive the plan. With `sounds` (which has listened to the query) also what sounds alike.
  SearchPlan(const SearchData& data, const CommonSets& common, const std::vector<QueryUnit>& query, RowSets& rows,
             const Sounds* sounds = nullptr);

  // Adds every row that holds the query to the row sets. Throws Error when the index is damaged.
  void run();
  // Like run(), but gives up where that would mean to try very many places one by one. For guesses.
  void run_quickly();
  // Something was added.
  bool found() const { return found_; }

 private:
  // What the next unit must be: a syllable in [low, high), or one unit.
  struct Step {
    std::uint16_t low = 0;
    std::uint16_t high = 0;
    UnitId unit = 0;            // not 0: exactly this unit
    bool first_letter = false;  // the range is all syllables with one first letter
  };

  void grow(std::size_t at, Interval letters);
  void grow_character(std::size_t at, Interval letters);
  void grow_alike(std::size_t at, Interval letters);
  void grow_keys(std::size_t at, Interval letters);
  void grow_run(std::size_t at, const std::string& run, Interval letters);
  void grow_last(const std::string& run, Interval letters);
  void take(const Step& step, std::size_t next, Interval letters);
  Interval narrow_letters(Interval letters, std::uint16_t letter) const;

  void answer(Interval letters);
  std::optional<std::vector<Interval>> descend(Level level) const;
  std::pair<std::uint32_t, std::uint32_t> range(Level level, const Step& step) const;
  void collect(Level level, Interval interval);
  void try_each(Interval letters);

  std::vector<std::string> spellings(const std::string& typed) const;
  std::pair<std::uint16_t, std::uint16_t> syllables_with(const std::string& prefix) const;

  const SearchData& data_;
  const CommonSets& common_;
  const std::vector<QueryUnit>& query_;
  RowSets& rows_;
  const Sounds* sounds_;
  Matcher matcher_;
  std::uint32_t most_tried_ = 0xFFFFFFFF;   // places, by run_quickly()
  bool found_ = false;
  std::vector<Step> steps_;
  std::vector<std::uint16_t> letters_;  // first letters of steps_
  std::size_t visited_ = 0;
};

}  // namespace content
