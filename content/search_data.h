// The search index in memory, as the builder makes it and a SearchIndex reads it back.
//
// All texts stand one after the other in `text`, each character a "unit" (a code point with its reading in that place),
// names first. Three arrays hold the places of all units, sorted by what follows from there to the text's end: by first
// letters of the readings, by whole syllables, by units (a suffix array for each). So whatever is typed (和平, heping,
// hpl) is one or a few intervals of one of them. Intervals that very many rows share have their rows stored beside them.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <SQLiteCpp/SQLiteCpp.h>

namespace content {

using UnitId = std::uint16_t;
using Place = std::uint32_t;  // index into SearchData::text

inline constexpr Place kNoPlace = 0xFFFFFFFF;
inline constexpr std::size_t kPlaceStep = 8;     // texts begin at multiples of it, so that a place finds its owner by a shift
inline constexpr std::size_t kMaxTextUnits = 4000;  // of one text; what lies behind is not found

// What the symbols of an order are. Each is a coarser view of the next: letter ⊂ syllable ⊂ unit, and all rise together.
enum class Level { Letter, Syllable, Unit };
inline constexpr std::array kLevels = {Level::Letter, Level::Syllable, Level::Unit};

// Letter symbols: 0 = the text's end, then 0-9, a-z, then everything without a reading.
inline constexpr std::uint16_t kLetters = 38;
std::uint16_t letter_symbol(std::string_view syllable);  // of its first character

struct Interval {
  std::uint32_t begin = 0;  // [begin, end) of an order
  std::uint32_t end = 0;

  bool empty() const { return begin >= end; }
  std::uint32_t size() const { return end - begin; }
  bool operator==(const Interval&) const = default;
};

// Rows that an interval stands for, when they are too many to be collected while a visitor types.
struct CommonInterval {
  Level level = Level::Letter;
  Interval interval;
  std::uint64_t set = 0;  // start of its row sets in SearchData::common_sets
};

// Where a text of several rows keeps them, or which row it belongs to.
struct Owner {
  static constexpr std::uint32_t kShared = 0x80000000;  // low bits: index of a list in shared_begin
  static constexpr std::uint32_t kFirst = 0x40000000;   // the step holds the text's first unit
  static constexpr std::uint32_t kIndex = 0x3FFFFFFF;
};

struct SearchData {
  std::uint64_t rows = 0;
  Place names_end = 0;                         // places below lie in names
  std::vector<std::uint32_t> unit_code_points;  // by UnitId; 0 = end of a text
  std::vector<std::uint16_t> unit_syllables;    // by UnitId: index into syllables
  std::vector<std::string> syllables;           // sorted; [0] = "" (end); the last is "\x7f" (no reading)
  std::vector<UnitId> text;
  std::vector<std::uint32_t> owners;            // by place / kPlaceStep: see Owner
  std::vector<std::uint32_t> shared_begin;      // lists of rows in shared_rows, one more than there are lists
  std::vector<std::uint32_t> shared_rows;
  std::array<std::vector<Place>, 3> orders;     // by Level
  std::array<std::vector<std::uint32_t>, 3> first;  // by Level: interval of a first symbol is [first[s], first[s + 1])
  std::vector<std::uint32_t> letter_pairs;      // interval of two letters is [p[a * kLetters + b], p[… + 1])
  std::vector<std::uint8_t> kinds;              // by row: content::Kind
  std::vector<CommonInterval> common;
  std::vector<std::uint16_t> common_sets;       // see search_rows.h

  // Derived, not stored; derive() fills them.
  std::array<std::vector<std::uint16_t>, 3> symbols;  // by Level and UnitId
  std::vector<UnitId> syllable_units;                 // units of syllable s are [syllable_units[s], syllable_units[s + 1])
  std::vector<std::pair<std::uint32_t, UnitId>> units_by_code_point;  // sorted
  void derive();

  std::uint16_t symbol(Level level, Place place) const {
    return symbols[static_cast<std::size_t>(level)][text[place]];
  }
  const std::vector<Place>& order(Level level) const { return orders[static_cast<std::size_t>(level)]; }

  // The interval of a first symbol.
  Interval starting_with(Level level, std::uint32_t symbol) const {
    const auto& starts = first[static_cast<std::size_t>(level)];
    return {starts[symbol], starts[symbol + 1]};
  }

  // The part of `within` (whose suffixes agree in their first `depth` symbols) whose next symbol is in [low, high).
  Interval narrow(Level level, Interval within, std::uint32_t depth, std::uint32_t low, std::uint32_t high) const;
};


void write_search_data(SQLite::Database& db, const SearchData& data);

// Throws Error when the tables are missing or their parts do not fit together.
SearchData read_search_data(SQLite::Database& db);

}  // namespace content
