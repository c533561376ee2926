#include "admin/workspace/list_sieve.h"

namespace admin {
namespace {

constexpr std::int32_t kSoon = 30, kLater = 90;  // days
constexpr std::size_t kNone = SIZE_MAX, kSeveral = SIZE_MAX - 1;

bool holds(Validity validity, std::int32_t days_left) {
  switch (validity) {
    case Validity::Any: return true;
    case Validity::Within30: return days_left >= 0 && days_left <= kSoon;
    case Validity::Within90: return days_left >= 0 && days_left <= kLater;
    case Validity::Over: return days_left < 0;
  }
  return true;
}

class Pass {
 public:
  Pass(const ListIndex& index, const ListFilter& filter) : index_(index), filter_(filter), query_(filter.words) {
    using What = Loosening::What;
    if (filter.tab != Tab::All) tab_ = add(What::Tab);
    if (filter.validity != Validity::Any) validity_ = add(What::Validity);
    if (!filter.person.empty()) {
      person_ = add(What::Person);
      wanted_person_ = std::ranges::find(index.people(), filter.person) - index.people().begin();
    }
    for (const auto& [key, value] : filter.fields) {
      const ListIndex::Classes* classes = index.classes_of(key);
      if (classes == nullptr) continue;
      const auto found = classes->places.find(value);
      const auto wanted = found == classes->places.end() ? kNoClass - 1 : found->second;
      fields_.push_back({.classes = classes, .wanted = wanted, .number = add(What::Field, key)});
    }
    if (!query_.empty()) words_ = add(What::Words);  // last: it costs most
  }

  void look_at(Slot slot) {
    const ListIndex::Row& row = index_.rows()[slot];
    if (!row.there) return;
    ++out_.total;
    const std::size_t kept_out_by = first_failures(slot, row);
    if (kept_out_by == kNone) out_.hits.push_back(slot);
    if (kept_out_by < kSeveral) ++out_.loosenings[kept_out_by].finds;
    if (kept_out_by == kNone || kept_out_by == tab_) {
      ++out_.tabs.at(0);
      ++out_.tabs.at(static_cast<std::size_t>(row.tab));
    }
  }

  Sifted done() { return std::move(out_); }

 private:
  struct FieldTest {
    const ListIndex::Classes* classes;
    std::int32_t wanted;
    std::size_t number;
  };

  std::size_t add(Loosening::What what, std::string field = {}) {
    out_.loosenings.push_back({.what = what, .field = std::move(field), .finds = 0});
    return out_.loosenings.size() - 1;
  }

  // The only filter that keeps the row out, kNone or kSeveral.
  std::size_t first_failures(Slot slot, const ListIndex::Row& row) const {
    std::size_t failed = kNone;
    const auto fails = [&failed](std::size_t number) {
      const bool second = failed != kNone;
      failed = second ? kSeveral : number;
      return second;
    };
    if (tab_ != kNone && row.tab != filter_.tab) fails(tab_);
    if (validity_ != kNone && !holds(filter_.validity, row.days_left) && fails(validity_)) return kSeveral;
    if (person_ != kNone && row.person != wanted_person_ && fails(person_)) return kSeveral;
    for (const FieldTest& test : fields_) {
      if (test.classes->of[slot] != test.wanted && fails(test.number)) return kSeveral;
    }
    if (words_ != kNone && !query_.finds(row.keys) && fails(words_)) return kSeveral;
    return failed;
  }

  const ListIndex& index_;
  const ListFilter& filter_;
  SearchQuery query_;
  Sifted out_;
  std::size_t tab_ = kNone, validity_ = kNone, person_ = kNone, words_ = kNone;
  std::ptrdiff_t wanted_person_ = -1;
  std::vector<FieldTest> fields_;
};

}  // namespace

Sifted sift(const ListIndex& index, const ListIndex::Order& order, bool descending, const ListFilter& filter) {
  Pass pass(index, filter);
  const auto edge = order.slots.begin() + static_cast<std::ptrdiff_t>(order.filled);
  if (descending) {
    for (auto slot = std::make_reverse_iterator(edge); slot != order.slots.rend(); ++slot) pass.look_at(*slot);
  } else {
    for (auto slot = order.slots.begin(); slot != edge; ++slot) pass.look_at(*slot);
  }
  for (auto slot = edge; slot != order.slots.end(); ++slot) pass.look_at(*slot);
  return pass.done();
}

}  // namespace admin
