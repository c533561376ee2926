// What a record of a list is found by: its words, their pinyin in full and their initials. "渡口", "dukou", "dkmg", "duk 餐"
// all find 渡口面馆.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "content/pinyin.h"

namespace admin {

struct SearchKeys {
  std::string text;      // folded (content/search_text.h), fields apart by a line feed
  std::string letters;   // readings without tones, joined: dukoumianguan
  std::string begins;    // beside letters: '1' where a syllable begins
  std::string initials;  // dkmg
};

// Fills the keys field by field. Keeps a reader of pinyin: make one for a whole list.
class KeyMaker {
 public:
  // Words that are only searched for as they are.
  void add_words(SearchKeys& keys, std::string_view words);
  // A name: also by its sound. `given_pinyin` as PinyinReader takes it.
  void add_name(SearchKeys& keys, std::string_view name, content::NameKind kind, std::string_view given_pinyin = {});

  content::PinyinReader& reader() { return reader_; }

 private:
  content::PinyinReader reader_;
};

// What somebody typed, ready for many comparisons. Every part between blanks must be found.
class SearchQuery {
 public:
  explicit SearchQuery(std::string_view typed);
  bool empty() const { return parts_.empty(); }
  bool finds(const SearchKeys& keys) const;

 private:
  struct Part {
    std::string text;
    bool sounds = false;  // letters only: may be pinyin
    std::string letters;  // the same with u for v
  };
  std::vector<Part> parts_;
};

}  // namespace admin
