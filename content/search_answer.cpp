#include "content/search_answer.h"

#include <bit>

#include "content/search_slips.h"

namespace content {
namespace {

constexpr std::size_t kLongEnough = 6;      // units; one slip in so many leads to few other words
constexpr std::size_t kMostSlipped = 32;    // units: a street's whole name in pinyin; longer texts have too many slips to try
constexpr std::int64_t kEnoughRows = 200;   // found by slips: further guesses would only bury the likely ones

std::int64_t count_all(const RowSets& sets) {
  std::int64_t count = 0;
  for (std::size_t i = 0; i < sets.name.size(); ++i) count += std::popcount(sets.name[i] | sets.rest[i]);
  return count;
}

}  // namespace

const Answer& Answers::of(const std::string& text, Spelling spelling) {
  if (text != text_ || !answer(Spelling::Exact).known) {
    forget();
    text_ = text;
    units_ = parse_query(text);
    find_exact();
  }
  if (spelling != Spelling::Exact && !answer(Spelling::Alike).known) find_alike();
  if (spelling == Spelling::Slip && !answer(Spelling::Slip).known) find_slips();
  return answer(spelling);
}

void Answers::forget() {
  text_.assign(text_.capacity(), '\0');   // short texts lie in the string itself
  text_.clear();
  units_.clear();
  for (Answer& answer : answers_) {
    answer.known = false;
    answer.meanings.clear();
  }
  if (sounds_) sounds_->forget();
}

Sounds& Answers::sounds() {
  if (!sounds_) sounds_ = std::make_unique<Sounds>(data_);
  return *sounds_;
}

void Answers::find_exact() {
  Answer& exact = answer(Spelling::Exact);
  exact.rows.reset(data_.rows);
  SearchPlan(data_, common_, units_, exact.rows).run();
  exact.meanings.push_back({.units = units_, .sounds = nullptr});
  exact.known = true;
}

void Answers::find_alike() {
  Answer& alike = answer(Spelling::Alike);
  alike.rows.reset(data_.rows);
  sounds().listen(units_);
  SearchPlan(data_, common_, units_, alike.rows, &sounds()).run_quickly();
  take_away(answer(Spelling::Exact).rows, alike.rows);
  alike.meanings.push_back({.units = units_, .sounds = &sounds()});
  alike.known = true;
}

// Likely slips before unlikely ones; nothing else is tried once something was found, but in long texts.
void Answers::find_slips() {
  Answer& slip = answer(Spelling::Slip);
  slip.rows.reset(data_.rows);
  slip.known = true;
  if (units_.size() > kMostSlipped) return;
  const Slips guesses = slips(units_);
  bool found = try_slips(guesses.likely, nullptr);
  if (!found || units_.size() >= kLongEnough) found = try_slips(guesses.others, nullptr) || found;
  if (!found) try_slips(guesses.likely, &sounds());   // a slip in what was misheard
}

// True when something new was found.
bool Answers::try_slips(const std::vector<std::vector<QueryUnit>>& slips, const Sounds* sounds) {
  Answer& slip = answer(Spelling::Slip);
  for (const auto& units : slips) {
    SearchPlan plan(data_, common_, units, slip.rows, sounds);
    plan.run_quickly();
    if (!plan.found()) continue;
    slip.meanings.push_back({.units = units, .sounds = sounds});
    take_away(answer(Spelling::Exact).rows, slip.rows);
    take_away(answer(Spelling::Alike).rows, slip.rows);
    if (count_all(slip.rows) >= kEnoughRows) return true;
  }
  return count_all(slip.rows) > 0;
}

}  // namespace content
