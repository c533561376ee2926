#include "content/search_rows.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace content {
namespace {

constexpr std::size_t kBlockWords = 65536 / 64;
constexpr std::size_t kBitmapWords = 65536 / 16;  // in stored 16-bit words
constexpr std::size_t kMaxList = 4096;
constexpr std::uint16_t kBitmap = 0xFFFF;

void set_bit(std::vector<std::uint64_t>& bits, std::uint32_t row) { bits[row / 64] |= std::uint64_t{1} << (row % 64); }

void append_block(const std::uint64_t* words, std::size_t count, std::vector<std::uint16_t>& out) {
  std::size_t set = 0;
  for (std::size_t i = 0; i < count; ++i) set += static_cast<std::size_t>(std::popcount(words[i]));
  if (set > kMaxList) {
    out.push_back(kBitmap);
    const std::size_t at = out.size();
    out.resize(at + kBitmapWords, 0);
    std::memcpy(out.data() + at, words, count * sizeof(std::uint64_t));
    return;
  }
  out.push_back(static_cast<std::uint16_t>(set));
  for (std::size_t i = 0; i < count; ++i) {
    for (std::uint64_t word = words[i]; word != 0; word &= word - 1) {
      out.push_back(static_cast<std::uint16_t>(i * 64 + static_cast<std::size_t>(std::countr_zero(word))));
    }
  }
}

void append_set(const std::vector<std::uint64_t>& bits, std::vector<std::uint16_t>& out) {
  for (std::size_t block = 0; block < bits.size(); block += kBlockWords) {
    append_block(bits.data() + block, std::min(kBlockWords, bits.size() - block), out);
  }
}

bool add_block(const std::vector<std::uint16_t>& stored, std::uint64_t& at, std::uint64_t* words, std::size_t count) {
  if (at >= stored.size()) return false;
  const std::uint16_t header = stored[at++];
  if (header == kBitmap) {
    if (stored.size() - at < kBitmapWords) return false;
    for (std::size_t i = 0; i < count; ++i) {
      std::uint64_t word = 0;
      std::memcpy(&word, stored.data() + at + i * 4, sizeof(word));
      words[i] |= word;
    }
    at += kBitmapWords;
    return true;
  }
  if (header > kMaxList || stored.size() - at < header) return false;
  for (std::size_t i = 0; i < header; ++i) {
    const std::uint16_t bit = stored[at + i];
    if (bit / 64U >= count) return false;
    words[bit / 64U] |= std::uint64_t{1} << (bit % 64U);
  }
  at += header;
  return true;
}

bool add_set(const std::vector<std::uint16_t>& stored, std::uint64_t& at, std::vector<std::uint64_t>& bits) {
  for (std::size_t block = 0; block < bits.size(); block += kBlockWords) {
    if (!add_block(stored, at, bits.data() + block, std::min(kBlockWords, bits.size() - block))) return false;
  }
  return true;
}

}  // namespace

void RowSets::reset(std::uint64_t rows) {
  const std::size_t words = (rows + 63) / 64;
  for (auto* set : {&name_start, &name, &rest}) set->assign(words, 0);
}

void take_away(const RowSets& known, RowSets& sets) {
  for (std::size_t i = 0; i < known.name.size(); ++i) {
    const std::uint64_t rest = ~(known.name[i] | known.rest[i]);
    for (auto* set : {&sets.name_start, &sets.name, &sets.rest}) (*set)[i] &= rest;
  }
}

void add_place(const SearchData& data, Place place, RowSets& sets) {
  const std::uint32_t owner = data.owners[place / kPlaceStep];
  const bool in_name = place < data.names_end;
  const bool at_start = in_name && place % kPlaceStep == 0 && (owner & Owner::kFirst) != 0;
  const auto add = [&](std::uint32_t row) {
    if (at_start) set_bit(sets.name_start, row);
    set_bit(in_name ? sets.name : sets.rest, row);
  };
  if ((owner & Owner::kShared) == 0) {
    add(owner & Owner::kIndex);
    return;
  }
  const std::uint32_t list = owner & Owner::kIndex;
  for (std::uint32_t i = data.shared_begin[list]; i < data.shared_begin[list + 1]; ++i) add(data.shared_rows[i]);
}

void append_sets(const RowSets& sets, std::vector<std::uint16_t>& out) {
  append_set(sets.name_start, out);
  append_set(sets.name, out);
  append_set(sets.rest, out);
}

bool add_stored(const std::vector<std::uint16_t>& stored, std::uint64_t at, RowSets& sets) {
  return add_set(stored, at, sets.name_start) && add_set(stored, at, sets.name) && add_set(stored, at, sets.rest);
}

}  // namespace content
