// Where words begin and end, Chinese ones too (ICU's dictionary): for double-clicks and Ctrl+arrow.
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>

namespace ui {

// Bytes [begin, end).
struct TextSpan {
  std::size_t begin = 0;
  std::size_t end = 0;
  friend constexpr bool operator==(TextSpan, TextSpan) = default;
};

// Main thread only; never throws: without ICU's data every character is a word. Texts are UTF-8.
class WordBreaks {
 public:
  WordBreaks();
  ~WordBreaks();
  WordBreaks(const WordBreaks&) = delete;
  WordBreaks& operator=(const WordBreaks&) = delete;

  // The word, blank or mark that `at` lies in or begins; at the text's end the last one.
  TextSpan word_at(std::string_view text, std::size_t at);
  // The next beginning of something that is not blank, or the text's end; the same to the left.
  std::size_t next(std::string_view text, std::size_t at);
  std::size_t previous(std::string_view text, std::size_t at);

 private:
  class Iterator;
  std::unique_ptr<Iterator> iterator_;
};

}  // namespace ui
