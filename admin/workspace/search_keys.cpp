#include "admin/workspace/search_keys.h"

#include <algorithm>

#include <unicode/unistr.h>

#include "content/search_text.h"

namespace admin {
namespace {

constexpr std::size_t kUnits = 400;  // of one field: what stands further behind is not searched in a list

void append_utf8(std::string& out, char32_t code_point) {
  if (code_point < 0x80) {
    out.push_back(static_cast<char>(code_point));
  } else {
    icu::UnicodeString(static_cast<UChar32>(code_point)).toUTF8String(out);
  }
}

std::string folded(const std::vector<content::TextUnit>& units) {
  std::string out;
  for (const content::TextUnit& unit : units) append_utf8(out, unit.code_point);
  return out;
}

bool is_letter(char32_t c) { return c >= U'a' && c <= U'z'; }

// People type lv and lu for 绿; the readings say lv.
std::string with_u(std::string letters) {
  std::ranges::replace(letters, 'v', 'u');
  return letters;
}

bool sounds_in(const SearchKeys& keys, const std::string& letters) {
  for (std::size_t at = keys.letters.find(letters); at != std::string::npos; at = keys.letters.find(letters, at + 1)) {
    if (keys.begins[at] == '1') return true;
  }
  return false;
}

}  // namespace

void KeyMaker::add_words(SearchKeys& keys, std::string_view words) {
  keys.text += folded(content::fold_text(words, kUnits));
  keys.text.push_back('\n');
}

void KeyMaker::add_name(SearchKeys& keys, std::string_view name, content::NameKind kind, std::string_view given_pinyin) {
  const std::vector<content::TextUnit> units = content::fold_text(name, kUnits);
  keys.text += folded(units);
  keys.text.push_back('\n');
  for (const std::string& syllable : reader_.readings(content::code_points(units), kind, given_pinyin)) {
    if (syllable.empty()) continue;
    const bool toned = syllable.back() >= '0' && syllable.back() <= '9';
    const std::string letters = with_u(syllable.substr(0, syllable.size() - (toned ? 1 : 0)));
    keys.letters += letters;
    keys.begins.push_back('1');
    keys.begins.append(letters.size() - 1, '0');
    keys.initials.push_back(letters.front());
  }
  for (std::string* line : {&keys.letters, &keys.begins, &keys.initials}) line->push_back('\n');
}

SearchQuery::SearchQuery(std::string_view typed) {
  // A blank ends a part, and so does the change between letters and characters: 渡kou looks for both.
  bool letters_before = false;
  for (const content::TextUnit& unit : content::fold_text(typed, kUnits)) {
    const bool key = content::is_key(unit.code_point);
    if (parts_.empty() || unit.gap || key != letters_before) parts_.push_back({.text = {}, .sounds = true, .letters = {}});
    letters_before = key;
    append_utf8(parts_.back().text, unit.code_point);
    parts_.back().sounds = parts_.back().sounds && is_letter(unit.code_point);
  }
  for (Part& part : parts_) part.letters = with_u(part.text);
}

bool SearchQuery::finds(const SearchKeys& keys) const {
  return std::ranges::all_of(parts_, [&keys](const Part& part) {
    if (keys.text.find(part.text) != std::string::npos) return true;
    if (!part.sounds) return false;
    return keys.initials.find(part.letters) != std::string::npos || sounds_in(keys, part.letters);
  });
}

}  // namespace admin
