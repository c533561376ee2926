#include "content/search_plan.h"

#include <algorithm>
#include <string>

#include "content/error.h"
#include "content/search_sounds.h"

namespace content {
namespace {

constexpr std::size_t kMaxVisits = 20000;      // cuts looked at before every place is tried instead
constexpr std::size_t kMaxIntervals = 512;     // of one cut
constexpr std::uint32_t kFewPlaces = 256;      // cheaper to try than to look up
constexpr std::size_t kLongestSyllable = 7;
constexpr std::uint32_t kAhead = 16;
constexpr std::uint32_t kQuickPlaces = 20000;  // tried one by one for a guess

std::uint64_t pack(Interval interval) { return (std::uint64_t{interval.begin} << 32) | interval.end; }

}  // namespace

CommonSets::CommonSets(const std::vector<CommonInterval>& common) {
  for (const CommonInterval& entry : common) {
    sets_.at(static_cast<std::size_t>(entry.level)).emplace(pack(entry.interval), entry.set);
  }
}

std::optional<std::uint64_t> CommonSets::find(Level level, Interval interval) const {
  const auto& sets = sets_[static_cast<std::size_t>(level)];
  const auto found = sets.find(pack(interval));
  return found == sets.end() ? std::nullopt : std::optional(found->second);
}

SearchPlan::SearchPlan(const SearchData& data, const CommonSets& common, const std::vector<QueryUnit>& query,
                       RowSets& rows, const Sounds* sounds)
    : data_(data), common_(common), query_(query), rows_(rows), sounds_(sounds), matcher_(data, query, sounds) {}

void SearchPlan::run() {
  if (query_.empty()) return;
  const Interval all{0, static_cast<std::uint32_t>(data_.order(Level::Letter).size())};
  grow(0, all);
  if (visited_ > kMaxVisits) try_each(all);
}

void SearchPlan::run_quickly() {
  most_tried_ = kQuickPlaces;
  run();
}

void SearchPlan::grow(std::size_t at, Interval letters) {
  if (letters.empty() || ++visited_ > kMaxVisits) return;
  if (at == query_.size()) {
    answer(letters);
  } else if (query_[at].key) {
    grow_keys(at, letters);
  } else {
    grow_character(at, letters);
    if (sounds_ != nullptr) grow_alike(at, letters);
  }
}

void SearchPlan::take(const Step& step, std::size_t next, Interval letters) {
  steps_.push_back(step);
  letters_.push_back(letter_symbol(data_.syllables[step.low]));
  grow(next, letters);
  letters_.pop_back();
  steps_.pop_back();
}

Interval SearchPlan::narrow_letters(Interval letters, std::uint16_t letter) const {
  if (letters_.size() == 1) {
    const std::size_t pair = letters_[0] * std::size_t{kLetters} + letter;
    return {data_.letter_pairs[pair], data_.letter_pairs[pair + 1]};
  }
  return data_.narrow(Level::Letter, letters, static_cast<std::uint32_t>(letters_.size()), letter, letter + 1U);
}

// A character is one unit for each of its readings.
void SearchPlan::grow_character(std::size_t at, Interval letters) {
  const auto code_point = static_cast<std::uint32_t>(query_[at].code_point);
  const auto& readings = data_.units_by_code_point;
  auto entry = std::lower_bound(readings.begin(), readings.end(), std::pair{code_point, UnitId{0}});
  for (; entry != readings.end() && entry->first == code_point; ++entry) {
    const UnitId unit = entry->second;
    const std::uint16_t syllable = data_.unit_syllables[unit];
    take({.low = syllable, .high = static_cast<std::uint16_t>(syllable + 1), .unit = unit, .first_letter = false}, at + 1,
         narrow_letters(letters, data_.symbols[0][unit]));
  }
}

// Any character of a reading that the typed one has.
void SearchPlan::grow_alike(std::size_t at, Interval letters) {
  for (const std::uint16_t syllable : sounds_->heard(query_[at].code_point)) {
    take({.low = syllable, .high = static_cast<std::uint16_t>(syllable + 1), .unit = 0, .first_letter = false}, at + 1,
         narrow_letters(letters, letter_symbol(data_.syllables[syllable])));
  }
}

void SearchPlan::grow_keys(std::size_t at, Interval letters) {
  std::string run(1, static_cast<char>(query_[at].code_point));
  while (at + run.size() < query_.size() && query_[at + run.size()].joined) {
    run.push_back(static_cast<char>(query_[at + run.size()].code_point));
  }
  grow_run(at, run, narrow_letters(letters, letter_symbol(run)));
  if (sounds_ == nullptr || other_of_n_l(run[0]) == '\0') return;
  run[0] = other_of_n_l(run[0]);
  grow_run(at, run, narrow_letters(letters, letter_symbol(run)));
}

void SearchPlan::grow_run(std::size_t at, const std::string& run, Interval narrowed) {
  if (narrowed.empty()) return;
  const bool last_run = at + run.size() == query_.size();
  if (last_run) grow_last(run, narrowed);
  const std::size_t longest = std::min(run.size() - (last_run ? 1 : 0), kLongestSyllable);
  for (std::size_t length = longest; length >= 1; --length) {
    const std::string typed = run.substr(0, length);
    const bool initial = length == 1 || typed == "zh" || typed == "ch" || typed == "sh";
    for (const std::string& spelling : spellings(typed)) {
      auto [low, high] = syllables_with(spelling);
      if (low == high) continue;
      if (!initial && data_.syllables[low] != spelling) continue;  // only the full reading
      if (!initial) high = static_cast<std::uint16_t>(low + 1);
      take({.low = low, .high = high, .unit = 0, .first_letter = spelling.size() == 1}, at + length, narrowed);
    }
  }
}

// All that was typed is used up: the beginning of a reading is enough.
void SearchPlan::grow_last(const std::string& run, Interval letters) {
  for (const std::string& spelling : spellings(run)) {
    const auto [low, high] = syllables_with(spelling);
    if (low == high) continue;
    take({.low = low, .high = high, .unit = 0, .first_letter = spelling.size() == 1}, query_.size(), letters);
  }
}

std::vector<std::string> SearchPlan::spellings(const std::string& typed) const {
  std::vector<std::string> all = {typed};
  if (typed.size() > 1 && typed[1] == 'u' && (typed[0] == 'l' || typed[0] == 'n')) {
    all.push_back(typed);
    all.back()[1] = 'v';
  }
  if (sounds_ == nullptr || typed.size() == 1) return all;
  std::vector<std::string> alike;
  for (const std::string& spelling : all) {
    for (std::string& other : with_and_without_h_g(spelling)) alike.push_back(std::move(other));
  }
  return alike;
}

std::pair<std::uint16_t, std::uint16_t> SearchPlan::syllables_with(const std::string& prefix) const {
  const auto begin = data_.syllables.begin();
  const auto low = std::lower_bound(begin, data_.syllables.end(), prefix);
  const auto high = std::lower_bound(low, data_.syllables.end(), prefix + '\x7f');
  return {static_cast<std::uint16_t>(low - begin), static_cast<std::uint16_t>(high - begin)};
}

void SearchPlan::answer(Interval letters) {
  const bool letters_only = std::all_of(steps_.begin(), steps_.end(), [](const Step& step) { return step.first_letter; });
  if (letters_only) {
    collect(Level::Letter, letters);
    return;
  }
  if (letters.size() > kFewPlaces) {
    const bool characters = std::any_of(steps_.begin(), steps_.end(), [](const Step& step) { return step.unit != 0; });
    const Level level = characters ? Level::Unit : Level::Syllable;
    if (const auto intervals = descend(level)) {
      for (const Interval interval : *intervals) collect(level, interval);
      return;
    }
  }
  try_each(letters);
}

std::pair<std::uint32_t, std::uint32_t> SearchPlan::range(Level level, const Step& step) const {
  if (level == Level::Syllable) return {step.low, step.high};
  if (step.unit != 0) return {step.unit, step.unit + 1U};
  return {data_.syllable_units[step.low], data_.syllable_units[step.high]};
}

// The intervals that agree with all steps, or nothing when they are too many.
std::optional<std::vector<Interval>> SearchPlan::descend(Level level) const {
  std::vector<Interval> found = {{0, static_cast<std::uint32_t>(data_.order(level).size())}};
  for (std::uint32_t depth = 0; depth < steps_.size(); ++depth) {
    const auto [low, high] = range(level, steps_[depth]);
    const bool whole = depth + 1 == steps_.size() || high == low + 1;
    std::vector<Interval> next;
    for (const Interval interval : found) {
      Interval in_range = data_.narrow(level, interval, depth, low, high);
      while (!in_range.empty()) {
        Interval part = in_range;
        if (!whole) {
          const std::uint32_t symbol = data_.symbol(level, data_.order(level)[in_range.begin] + depth);
          part = depth == 0 ? data_.starting_with(level, symbol) : data_.narrow(level, in_range, depth, symbol, symbol + 1);
        }
        next.push_back(part);
        in_range.begin = part.end;
      }
      if (next.size() > kMaxIntervals) return std::nullopt;
    }
    found = std::move(next);
  }
  return found;
}

void SearchPlan::collect(Level level, Interval interval) {
  found_ = found_ || !interval.empty();
  if (const auto set = common_.find(level, interval)) {
    if (!add_stored(data_.common_sets, *set, rows_)) {
      throw Error("The search index of this release is damaged (common rows); publish the release again.");
    }
    return;
  }
  const auto& places = data_.order(level);
  for (std::uint32_t i = interval.begin; i < interval.end; ++i) {
    // The owners lie far apart: ask for them early.
    if (i + kAhead < interval.end) __builtin_prefetch(&data_.owners[places[i + kAhead] / kPlaceStep]);
    add_place(data_, places[i], rows_);
  }
}

void SearchPlan::try_each(Interval letters) {
  if (letters.size() > most_tried_) return;
  const auto& places = data_.order(Level::Letter);
  for (std::uint32_t i = letters.begin; i < letters.end; ++i) {
    if (matcher_.match(places[i]) == 0) continue;
    add_place(data_, places[i], rows_);
    found_ = true;
  }
}

}  // namespace content
