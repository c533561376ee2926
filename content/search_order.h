// In which order rows of one rank are listed: by number, or some that are put first (the shops nearby).
#pragma once

#include <cstdint>
#include <vector>

namespace content {

class RowOrder {
 public:
  // By number.
  RowOrder() = default;
  // `first` in this order (a row named twice counts once), all others of `rows` behind them by number.
  RowOrder(const std::vector<std::uint32_t>& first, std::uint64_t rows);

  bool by_number() const { return rows_.empty(); }

  // Not by number. Appends `wanted` rows from the `offset`-th on of those set in `bits`, of which there are `count`; offset + wanted ≤ count.
  // Costs about the same for few hits and for very many.
  void pick(const std::vector<std::uint64_t>& bits, std::int64_t count, std::int64_t offset, std::int64_t wanted,
            std::vector<std::uint32_t>& out) const;

 private:
  void pick_sorted(const std::vector<std::uint64_t>& bits, std::int64_t offset, std::int64_t wanted,
                   std::vector<std::uint32_t>& out) const;

  std::vector<std::uint32_t> rows_;    // in order; empty: by number
  std::vector<std::uint32_t> places_;  // of each row in rows_
};

}  // namespace content
