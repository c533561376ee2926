#include "content/search_data.h"

#include <algorithm>

namespace content {

std::uint16_t letter_symbol(std::string_view syllable) {
  if (syllable.empty()) return 0;
  const char c = syllable.front();
  if (c >= '0' && c <= '9') return static_cast<std::uint16_t>(1 + (c - '0'));
  if (c >= 'a' && c <= 'z') return static_cast<std::uint16_t>(11 + (c - 'a'));
  return kLetters - 1;
}

void SearchData::derive() {
  const std::size_t units = unit_code_points.size();
  for (auto& table : symbols) table.assign(units, 0);
  syllable_units.assign(syllables.size() + 1, static_cast<UnitId>(units));
  for (std::size_t unit = units; unit-- > 0;) {
    const std::uint16_t syllable = unit_syllables[unit];
    symbols[0][unit] = letter_symbol(syllables[syllable]);
    symbols[1][unit] = syllable;
    symbols[2][unit] = static_cast<std::uint16_t>(unit);
    syllable_units[syllable] = static_cast<UnitId>(unit);
  }
  units_by_code_point.clear();
  for (std::size_t unit = 0; unit < units; ++unit) {
    units_by_code_point.emplace_back(unit_code_points[unit], static_cast<UnitId>(unit));
  }
  std::sort(units_by_code_point.begin(), units_by_code_point.end());
  for (std::size_t s = syllables.size(); s-- > 0;) {
    syllable_units[s] = std::min(syllable_units[s], syllable_units[s + 1]);
  }
}

Interval SearchData::narrow(Level level, Interval within, std::uint32_t depth, std::uint32_t low,
                            std::uint32_t high) const {
  if (within.empty() || low >= high) return {};
  const auto& places = order(level);
  const auto& starts = first[static_cast<std::size_t>(level)];
  if (depth == 0 && within.size() == places.size()) return {starts[low], starts[high]};
  const auto below = [&](std::uint32_t bound) {
    return [&, bound](Place place) { return symbol(level, place + depth) < bound; };
  };
  const auto begin = places.begin() + within.begin;
  const auto end = places.begin() + within.end;
  const auto from = std::partition_point(begin, end, below(low));
  // Mostly few or none agree: look close by first.
  auto near = from;
  for (std::ptrdiff_t step = 1; near != end && below(high)(*near); step *= 8) near += std::min(step, end - near);
  const auto to = std::partition_point(from, near, below(high));
  return {static_cast<std::uint32_t>(from - places.begin()), static_cast<std::uint32_t>(to - places.begin())};
}

}  // namespace content
