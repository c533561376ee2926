#include "content/search_sounds.h"

#include <algorithm>

#include "content/pinyin.h"

namespace content {
namespace {

bool takes_h(char c) { return c == 'z' || c == 'c' || c == 's'; }
bool takes_g(char c) { return c == 'a' || c == 'e' || c == 'i'; }

std::string without_h(const std::string& letters) {
  const bool has = letters.size() > 1 && takes_h(letters[0]) && letters[1] == 'h';
  return has ? letters.substr(0, 1) + letters.substr(2) : letters;
}

std::string without_g(const std::string& letters) {
  const std::size_t size = letters.size();
  const bool has = size > 2 && letters[size - 1] == 'g' && letters[size - 2] == 'n' && takes_g(letters[size - 3]);
  return has ? letters.substr(0, size - 1) : letters;
}

bool may_take_g(const std::string& letters) {
  return letters.size() > 1 && letters.back() == 'n' && takes_g(letters[letters.size() - 2]);
}

std::string shape(const std::string& letters) {
  std::string plain = without_g(without_h(letters));
  if (!plain.empty() && plain[0] == 'n') plain[0] = 'l';
  return plain;
}

void add(std::vector<std::string>& all, std::string letters) {
  if (std::find(all.begin(), all.end(), letters) == all.end()) all.push_back(std::move(letters));
}

const std::vector<std::uint16_t> kNone;

}  // namespace

char other_of_n_l(char letter) {
  if (letter == 'n') return 'l';
  return letter == 'l' ? 'n' : '\0';
}

std::vector<std::string> with_and_without_h_g(const std::string& letters) {
  std::vector<std::string> all = {letters};
  const std::string bare = without_h(letters);
  for (const std::string& start : {bare, !bare.empty() && takes_h(bare[0]) ? bare.substr(0, 1) + 'h' + bare.substr(1) : bare}) {
    const std::string open = without_g(start);
    add(all, open);
    if (may_take_g(open)) add(all, open + 'g');
  }
  return all;
}

Sounds::Sounds(const SearchData& data) : data_(data) {
  for (std::size_t i = 0; i < data.syllables.size(); ++i) {
    const std::string& syllable = data.syllables[i];
    std::vector<std::string> all = with_and_without_h_g(syllable);
    if (!syllable.empty() && other_of_n_l(syllable[0]) != '\0') {
      std::string other = syllable;
      other[0] = other_of_n_l(syllable[0]);
      for (std::string& spelling : with_and_without_h_g(other)) add(all, std::move(spelling));
    }
    spellings_.push_back(std::move(all));
    syllables_[shape(syllable)].push_back(static_cast<std::uint16_t>(i));
  }
}

// As the release reads it, else as everybody does.
std::vector<std::string> Sounds::readings(char32_t character) const {
  std::vector<std::string> all;
  const auto& known = data_.units_by_code_point;
  auto entry = std::lower_bound(known.begin(), known.end(), std::pair{static_cast<std::uint32_t>(character), UnitId{0}});
  for (; entry != known.end() && entry->first == character; ++entry) {
    const std::string& reading = data_.syllables[data_.unit_syllables[entry->second]];
    if (!reading.empty() && reading[0] >= 'a' && reading[0] <= 'z') all.push_back(reading);
  }
  if (!all.empty()) return all;
  for (std::string reading : PinyinReader().readings(std::u32string(1, character), NameKind::Other)) {
    if (!reading.empty() && reading.back() <= '9') reading.pop_back();
    if (!reading.empty()) all.push_back(std::move(reading));
  }
  return all;
}

void Sounds::listen(const std::vector<QueryUnit>& query) {
  for (const QueryUnit& unit : query) {
    if (unit.key || heard_.contains(unit.code_point)) continue;
    std::vector<std::uint16_t>& heard = heard_[unit.code_point];
    for (const std::string& reading : readings(unit.code_point)) {
      const auto found = syllables_.find(shape(reading));
      if (found != syllables_.end()) heard.insert(heard.end(), found->second.begin(), found->second.end());
    }
    std::sort(heard.begin(), heard.end());
    heard.erase(std::unique(heard.begin(), heard.end()), heard.end());
  }
}

const std::vector<std::uint16_t>& Sounds::heard(char32_t character) const {
  const auto found = heard_.find(character);
  return found == heard_.end() ? kNone : found->second;
}

}  // namespace content
