// Mandarin readings of Chinese text: for sorting by pinyin and for the search index.
//
// Characters are read by ICU (Han-Latin), a person's surname as a surname (Han-Latin/Names: 单 shàn, 仇 qiú, 欧阳 ōu yáng),
// and characters whose reading hangs on the word (银行 háng, 音乐 yuè, 重庆 chóng) by the short list in pinyin_words.h.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace content {

enum class NameKind { Person, Other };

// Making one costs about 0.2 s (ICU compiles its rules); keep it for a whole build. One thread at a time.
class PinyinReader {
 public:
  PinyinReader();
  ~PinyinReader();
  PinyinReader(PinyinReader&&) noexcept;
  PinyinReader& operator=(PinyinReader&&) noexcept;

  // One entry a code point of `text`: the syllable with its tone as a digit ("he2", "lv4", neutral "de"), empty for
  // anything that is not a Han character or has no known reading. `given_pinyin` is what the office wrote when the
  // reading would be wrong, with or without tones and blanks ("shàn xióngxìn", "shan4 xiong2 xin4"); one that does not
  // have a syllable for each Han character is ignored.
  std::vector<std::string> readings(std::u32string_view text, NameKind kind, std::string_view given_pinyin = {});

  // A key whose byte order is pinyin order: digits, then letters and readings mixed by the alphabet, then tones; characters
  // without a reading come last. Equal only for equal texts with equal readings. Takes any bytes.
  std::string sort_key(std::string_view text, NameKind kind, std::string_view given_pinyin = {});

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// For a single text; makes a reader each time, so a loop wants PinyinReader::sort_key.
std::string sort_key(std::string_view text, NameKind kind, std::string_view given_pinyin = {});

}  // namespace content
