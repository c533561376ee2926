// Sets of rows as the index stores them and a query gathers them.
#pragma once

#include <cstdint>
#include <vector>

#include "content/search_data.h"

namespace content {

// A query's hits: one bit a row, by where the hit lies. A row may be in several.
struct RowSets {
  std::vector<std::uint64_t> name_start;
  std::vector<std::uint64_t> name;  // anywhere in the name, its start too
  std::vector<std::uint64_t> rest;

  void reset(std::uint64_t rows);
};

using RowMask = std::vector<std::uint64_t>;   // one bit a row

// Takes away from `sets` every row that is in `known`.
void take_away(const RowSets& known, RowSets& sets);

// Adds the rows of the text that holds `place`.
void add_place(const SearchData& data, Place place, RowSets& sets);

// Stored sets: for each 65,536 rows a header word and what it announces: 0 = none, n in 1–4096 = n sorted 16-bit numbers,
// 0xFFFF = a bitmap of 4096 words. Appends the three sets to `out`.
void append_sets(const RowSets& sets, std::vector<std::uint16_t>& out);

// Adds stored sets that begin at `at`. False when they run past the end: the index is damaged.
bool add_stored(const std::vector<std::uint16_t>& stored, std::uint64_t at, RowSets& sets);

}  // namespace content
