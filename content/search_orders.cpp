#include "content/search_orders.h"

#include <algorithm>

namespace content {
namespace {

// A place with its first symbols packed, so that sorting seldom goes back to the text.
struct Suffix {
  std::uint64_t key = 0;
  Place place = 0;
};

class Sorter {
 public:
  Sorter(const SearchData& data, Level level)
      : data_(data), level_(level), bits_(level == Level::Letter ? 6U : 16U), packed_(60 / bits_ + (bits_ == 16 ? 1U : 0U)) {}

  std::vector<Place> run() const {
    std::vector<Suffix> suffixes;
    suffixes.reserve(data_.text.size());
    for (Place place = 0; place < data_.text.size(); ++place) {
      if (data_.text[place] != 0) suffixes.push_back({.key = key(place), .place = place});
    }
    std::sort(suffixes.begin(), suffixes.end(), [this](const Suffix& a, const Suffix& b) { return less(a, b); });
    std::vector<Place> places(suffixes.size());
    std::transform(suffixes.begin(), suffixes.end(), places.begin(), [](const Suffix& s) { return s.place; });
    return places;
  }

 private:
  std::uint64_t key(Place place) const {
    std::uint64_t key = 0;
    bool ended = false;
    for (std::uint32_t i = 0; i < packed_; ++i) {
      const std::uint16_t symbol = ended ? std::uint16_t{0} : data_.symbol(level_, place + i);
      ended = symbol == 0;
      key = (key << bits_) | symbol;
    }
    return key;
  }

  bool less(const Suffix& a, const Suffix& b) const {
    if (a.key != b.key) return a.key < b.key;
    const std::uint64_t last = a.key & ((std::uint64_t{1} << bits_) - 1);
    for (std::uint32_t depth = packed_; last != 0; ++depth) {
      const std::uint16_t left = data_.symbol(level_, a.place + depth);
      const std::uint16_t right = data_.symbol(level_, b.place + depth);
      if (left != right) return left < right;
      if (left == 0) break;
    }
    return a.place < b.place;  // the order of rows
  }

  const SearchData& data_;
  Level level_;
  std::uint32_t bits_;
  std::uint32_t packed_;
};

std::size_t symbol_count(const SearchData& data, Level level) {
  if (level == Level::Letter) return kLetters;
  return level == Level::Syllable ? data.syllables.size() : data.unit_code_points.size();
}

std::vector<std::uint32_t> starts(const std::vector<std::uint32_t>& counts) {
  std::vector<std::uint32_t> begin(counts.size() + 1, 0);
  for (std::size_t i = 0; i < counts.size(); ++i) begin[i + 1] = begin[i] + counts[i];
  return begin;
}

}  // namespace

void sort_orders(SearchData& data) {
  for (const Level level : kLevels) {
    const auto at = static_cast<std::size_t>(level);
    data.orders[at] = Sorter(data, level).run();
    std::vector<std::uint32_t> counts(symbol_count(data, level), 0);
    for (const UnitId unit : data.text) {
      if (unit != 0) ++counts[data.symbols[at][unit]];
    }
    data.first[at] = starts(counts);
  }
  std::vector<std::uint32_t> pairs(kLetters * kLetters, 0);
  for (Place place = 0; place < data.text.size(); ++place) {
    if (data.text[place] == 0) continue;
    ++pairs[data.symbol(Level::Letter, place) * std::size_t{kLetters} + data.symbol(Level::Letter, place + 1)];
  }
  data.letter_pairs = starts(pairs);
}

}  // namespace content
