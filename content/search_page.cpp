#include "content/search_page.h"

#include <algorithm>
#include <bit>

#include "content/search_text.h"

namespace content {
namespace {

// The hits of one rank in 64 rows.
std::uint64_t rank_word(const RowSets& sets, int rank, std::size_t word) {
  switch (rank) {
    case 0: return sets.name_start[word];
    case 1: return sets.name[word] & ~sets.name_start[word];
    default: return sets.rest[word] & ~sets.name[word];
  }
}

// Stops as soon as the page is full.
std::vector<std::uint32_t> rows_by_number(const RowSets& sets, const RowMask& mask, std::int64_t offset, int limit) {
  std::vector<std::uint32_t> rows;
  for (int rank = 0; rank < 3; ++rank) {
    for (std::size_t i = 0; i < sets.name.size(); ++i) {
      std::uint64_t word = rank_word(sets, rank, i) & mask[i];
      const int count = std::popcount(word);
      if (count <= offset) {
        offset -= count;
        continue;
      }
      for (; word != 0; word &= word - 1) {
        if (offset-- > 0) continue;
        offset = 0;
        rows.push_back(static_cast<std::uint32_t>(i * 64) + static_cast<std::uint32_t>(std::countr_zero(word)));
        if (rows.size() == static_cast<std::size_t>(limit)) return rows;
      }
    }
  }
  return rows;
}

}  // namespace

std::int64_t count_rows(const RowSets& sets, const RowMask& mask) {
  std::int64_t count = 0;
  for (std::size_t i = 0; i < sets.name.size(); ++i) count += std::popcount((sets.name[i] | sets.rest[i]) & mask[i]);
  return count;
}

std::vector<std::uint32_t> ranked_rows(const RowSets& sets, const RowMask& mask, const RowOrder& order, std::int64_t offset,
                                       int limit) {
  if (order.by_number()) return rows_by_number(sets, mask, offset, limit);
  std::vector<std::uint32_t> rows;
  std::vector<std::uint64_t> of_rank;
  for (int rank = 0; rank < 3 && rows.size() < static_cast<std::size_t>(limit); ++rank) {
    std::int64_t count = 0;
    of_rank.resize(mask.size());
    for (std::size_t i = 0; i < mask.size(); ++i) {
      of_rank[i] = rank_word(sets, rank, i) & mask[i];
      count += std::popcount(of_rank[i]);
    }
    if (count > offset) {
      const std::int64_t wanted = std::min<std::int64_t>(count - offset, limit - static_cast<std::int64_t>(rows.size()));
      order.pick(of_rank, count, offset, wanted, rows);
    }
    offset = std::max<std::int64_t>(offset - count, 0);
  }
  return rows;
}

std::vector<Mark> find_marks(const SearchData& data, const Matcher& matcher, Place place, std::string_view source) {
  std::vector<Mark> marks;
  const std::vector<TextUnit> units = fold_text(source, kMaxTextUnits);
  for (std::size_t i = 0; i < units.size() && data.text[place + i] != 0;) {
    const std::size_t length = matcher.match(place + static_cast<Place>(i));
    if (length != 0 && i + length <= units.size()) {
      marks.push_back({.begin = units[i].begin, .end = units[i + length - 1].end});
    }
    i += length == 0 ? 1 : length;
  }
  return marks;
}

bool holds(const SearchData& data, const Matcher& matcher, Place place) {
  for (; data.text[place] != 0; ++place) {
    if (matcher.match(place) != 0) return true;
  }
  return false;
}

}  // namespace content
