// Bold words in a line of a text that is written by hand: **so**.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace content {

struct BoldWords {
  std::size_t begin = 0;   // bytes of the text without its marks
  std::size_t end = 0;
};

struct EmphasisedText {
  std::string text;
  std::vector<BoldWords> bold;   // in order, apart
};

// A pair of marks with something between them, and no blank just inside, is bold; other asterisks are asterisks.
EmphasisedText read_emphasis(std::string_view line);

inline constexpr std::string_view kBoldMark = "**";

// Where the next bold words of a line begin, with their marks, from `from` on; {npos, npos}: there are none.
BoldWords find_bold(std::string_view line, std::size_t from);

}  // namespace content
