#include "content/search_matcher.h"

#include <algorithm>
#include <string>

#include "content/search_sounds.h"
#include "content/search_text.h"

namespace content {
namespace {

bool is_l_or_n(char c) { return c == 'l' || c == 'n' || c == 'L' || c == 'N'; }

// lu: and nu: are how some people type lü and nü.
std::string join_colons(std::string_view text) {
  std::string joined;
  joined.reserve(text.size());
  for (const char c : text) {
    const std::size_t size = joined.size();
    if (c == ':' && size >= 2 && (joined[size - 1] == 'u' || joined[size - 1] == 'U') && is_l_or_n(joined[size - 2])) {
      joined.back() = 'v';
    } else {
      joined.push_back(c);
    }
  }
  return joined;
}

}  // namespace

std::vector<QueryUnit> parse_query(std::string_view text) {
  constexpr std::size_t kMaxBytes = 4096;  // of what was typed; far more than kMaxQueryUnits need
  std::vector<QueryUnit> query;
  for (const TextUnit& unit : fold_text(join_colons(text.substr(0, kMaxBytes)), kMaxQueryUnits)) {
    const bool key = is_key(unit.code_point);
    const bool joined = key && !unit.gap && !query.empty() && query.back().key;
    query.push_back({.code_point = unit.code_point, .key = key, .joined = joined});
  }
  return query;
}

bool key_agrees(std::string_view syllable, std::size_t index, char32_t typed) {
  const auto letter = static_cast<char32_t>(static_cast<unsigned char>(syllable[index]));
  return letter == typed || (letter == U'v' && typed == U'u' && index == 1 && is_l_or_n(syllable[0]));
}

std::size_t Matcher::match(Place place, std::size_t at) const {
  const UnitId unit = data_.text[place];
  if (unit == 0) return 0;
  if (query_[at].key) return match_keys(place, at);
  if (data_.unit_code_points[unit] != query_[at].code_point && !sounds_like(unit, query_[at].code_point)) return 0;
  if (at + 1 == query_.size()) return 1;
  const std::size_t behind = match(place + 1, at + 1);
  return behind == 0 ? 0 : behind + 1;
}

bool Matcher::sounds_like(UnitId unit, char32_t typed) const {
  if (sounds_ == nullptr) return false;
  const auto& heard = sounds_->heard(typed);
  return std::binary_search(heard.begin(), heard.end(), data_.unit_syllables[unit]);
}

std::size_t Matcher::match_keys(Place place, std::size_t at) const {
  const std::uint16_t syllable = data_.unit_syllables[data_.text[place]];
  if (sounds_ == nullptr) return match_spelling(data_.syllables[syllable], place, at);
  for (const std::string& spelling : sounds_->spellings(syllable)) {
    if (const std::size_t length = match_spelling(spelling, place, at); length != 0) return length;
  }
  return 0;
}

std::size_t Matcher::match_spelling(const std::string& syllable, Place place, std::size_t at) const {
  std::size_t agreed = 0;
  while (agreed < syllable.size() && at + agreed < query_.size() && (agreed == 0 || query_[at + agreed].joined) &&
         key_agrees(syllable, agreed, query_[at + agreed].code_point)) {
    ++agreed;
  }
  if (agreed == 0) return 0;
  if (at + agreed == query_.size()) return 1;
  const auto go_on = [&](std::size_t taken) { return match(place + 1, at + taken); };
  std::size_t behind = agreed == syllable.size() ? go_on(agreed) : 0;
  const bool two_letters = agreed >= 2 && syllable[1] == 'h' && syllable.size() > 2;  // zh ch sh
  if (behind == 0 && two_letters) behind = go_on(2);
  if (behind == 0 && syllable.size() > 1) behind = go_on(1);
  return behind == 0 ? 0 : behind + 1;
}

}  // namespace content
