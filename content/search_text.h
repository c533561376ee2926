// How text becomes searchable: one fold for the index, the query and the sort key, so that they can never disagree.
//
// Folded text is a row of units. A unit is an ASCII letter (lower case), an ASCII digit, or another letter-like code
// point after Unicode's NFKC case folding (full-width ｈ → h, É → e, ü → v). Blanks, punctuation, signs, emoji, controls and
// broken UTF-8 make no unit; they only set `gap` on the next one.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace content {

struct TextUnit {
  char32_t code_point = 0;
  std::size_t begin = 0;  // bytes of the source that made it: [begin, end)
  std::size_t end = 0;
  bool gap = false;       // something that is no unit lies before it
};

// Never throws on any bytes. At most `limit` units.
std::vector<TextUnit> fold_text(std::string_view utf8, std::size_t limit);

std::u32string code_points(const std::vector<TextUnit>& units);

// True for a-z and 0-9, the units that a keyboard without Chinese types.
constexpr bool is_key(char32_t code_point) {
  return (code_point >= U'a' && code_point <= U'z') || (code_point >= U'0' && code_point <= U'9');
}

bool is_han(char32_t code_point);

}  // namespace content
