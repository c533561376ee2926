#include "content/search_order.h"

#include <algorithm>
#include <bit>

namespace content {
namespace {

constexpr std::uint32_t kNowhere = 0xFFFFFFFF;

template <typename Take>
void for_each_row(const std::vector<std::uint64_t>& bits, Take take) {
  for (std::size_t i = 0; i < bits.size(); ++i) {
    for (std::uint64_t word = bits[i]; word != 0; word &= word - 1) {
      take(static_cast<std::uint32_t>(i * 64) + static_cast<std::uint32_t>(std::countr_zero(word)));
    }
  }
}

}  // namespace

RowOrder::RowOrder(const std::vector<std::uint32_t>& first, std::uint64_t rows) {
  if (first.empty()) return;
  places_.assign(rows, kNowhere);
  rows_.reserve(rows);
  const auto append = [&](std::uint32_t row) {
    if (places_[row] != kNowhere) return;
    places_[row] = static_cast<std::uint32_t>(rows_.size());
    rows_.push_back(row);
  };
  for (const std::uint32_t row : first) append(row);
  for (std::uint32_t row = 0; row < rows; ++row) append(row);
}

void RowOrder::pick(const std::vector<std::uint64_t>& bits, std::int64_t count, std::int64_t offset, std::int64_t wanted,
                    std::vector<std::uint32_t>& out) const {
  // Many hits: the first of the order are soon met. Few: they are soon sorted.
  if (static_cast<double>(count) * static_cast<double>(count) <
      static_cast<double>(offset + wanted) * static_cast<double>(rows_.size())) {
    pick_sorted(bits, offset, wanted, out);
    return;
  }
  for (std::size_t i = 0; i < rows_.size() && wanted > 0; ++i) {
    const std::uint32_t row = rows_[i];
    if ((bits[row / 64] >> (row % 64) & 1U) == 0 || offset-- > 0) continue;
    offset = 0;
    out.push_back(row);
    --wanted;
  }
}

void RowOrder::pick_sorted(const std::vector<std::uint64_t>& bits, std::int64_t offset, std::int64_t wanted,
                           std::vector<std::uint32_t>& out) const {
  std::vector<std::uint32_t> places;
  for_each_row(bits, [&](std::uint32_t row) { places.push_back(places_[row]); });
  const auto end = places.begin() + offset + wanted;
  std::partial_sort(places.begin(), end, places.end());
  std::transform(places.begin() + offset, end, std::back_inserter(out), [this](std::uint32_t place) { return rows_[place]; });
}

}  // namespace content
