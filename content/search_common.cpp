#include <algorithm>
#include <set>

#include "content/search_orders.h"
#include "content/search_rows.h"

namespace content {
namespace {

// Walks one order's tree of common beginnings as deep as they stay common.
class CommonFinder {
 public:
  CommonFinder(SearchData& data, Level level, std::uint64_t threshold)
      : data_(data), level_(level), threshold_(threshold) {
    const auto& places = data.order(level);
    weight_.reserve(places.size() + 1);
    weight_.push_back(0);
    for (const Place place : places) weight_.push_back(weight_.back() + rows_of(place));
  }

  void run() {
    walk({0, static_cast<std::uint32_t>(data_.order(level_).size())}, 0);
    RowSets sets;
    for (const auto& [begin, end] : found_) {
      sets.reset(data_.rows);
      for (std::uint32_t i = begin; i < end; ++i) add_place(data_, data_.order(level_)[i], sets);
      data_.common.push_back({.level = level_, .interval = {begin, end}, .set = data_.common_sets.size()});
      append_sets(sets, data_.common_sets);
    }
  }

 private:
  struct Child {
    std::uint16_t symbol = 0;
    Interval interval;
  };

  std::uint64_t rows_of(Place place) const {
    const std::uint32_t owner = data_.owners[place / kPlaceStep];
    if ((owner & Owner::kShared) == 0) return 1;
    const std::uint32_t list = owner & Owner::kIndex;
    return data_.shared_begin[list + 1] - data_.shared_begin[list];
  }

  bool is_common(Interval interval) const { return weight_[interval.end] - weight_[interval.begin] > threshold_; }

  void keep(Interval interval) {
    if (is_common(interval)) found_.emplace(interval.begin, interval.end);
  }

  void walk(Interval within, std::uint32_t depth) {
    const std::vector<Child> children = split(within, depth);
    for (const Child& child : children) keep(child.interval);
    // What a visitor may type last: the beginning of a syllable. One letter at the start is the letters' own order.
    if (level_ != Level::Letter && (level_ == Level::Syllable || depth > 0)) {
      for (std::size_t length = level_ == Level::Syllable && depth == 0 ? 2 : 1; length <= kLongestSyllable; ++length) {
        keep_prefixes(children, length);
      }
    }
    for (const Child& child : children) {
      if (is_common(child.interval)) walk(child.interval, depth + 1);
    }
  }

  std::vector<Child> split(Interval within, std::uint32_t depth) const {
    std::vector<Child> children;
    const auto& places = data_.order(level_);
    for (std::uint32_t at = within.begin; at < within.end;) {
      const std::uint16_t symbol = data_.symbol(level_, places[at] + depth);
      const Interval run = data_.narrow(level_, {at, within.end}, depth, symbol, symbol + 1U);
      if (symbol != 0) children.push_back({.symbol = symbol, .interval = run});
      at = run.end;
    }
    return children;
  }

  std::string_view syllable(const Child& child) const {
    const std::size_t index = level_ == Level::Syllable ? child.symbol : data_.unit_syllables[child.symbol];
    return data_.syllables[index];
  }

  void keep_prefixes(const std::vector<Child>& children, std::size_t length) {
    for (std::size_t i = 0; i < children.size();) {
      const std::string_view prefix = syllable(children[i]).substr(0, length);
      std::size_t end = i + 1;
      while (end < children.size() && syllable(children[end]).substr(0, length) == prefix) ++end;
      if (prefix.size() == length) keep({children[i].interval.begin, children[end - 1].interval.end});
      i = end;
    }
  }

  static constexpr std::size_t kLongestSyllable = 6;  // zhuang

  SearchData& data_;
  Level level_;
  std::uint64_t threshold_;
  std::vector<std::uint64_t> weight_;  // rows of the order's first i places
  std::set<std::pair<std::uint32_t, std::uint32_t>> found_;  // begin, end
};

}  // namespace

void store_common(SearchData& data, std::uint64_t threshold) {
  for (const Level level : kLevels) CommonFinder(data, level, threshold).run();
}

}  // namespace content
