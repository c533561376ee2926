#include "content/romanise.h"

#include <unicode/brkiter.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <vector>

#include "content/error.h"
#include "content/pinyin.h"
#include "content/search_text.h"
#include "content/utf8.h"

namespace content {
namespace {

// Surnames of two characters that are in use; PinyinReader knows how they are read.
constexpr std::array<std::u32string_view, 46> kDoubleSurnames{
    U"欧阳", U"司马", U"上官", U"诸葛", U"夏侯", U"皇甫", U"尉迟", U"公孙", U"慕容", U"令狐", U"东方", U"端木",
    U"司徒", U"司空", U"南宫", U"西门", U"钟离", U"闻人", U"濮阳", U"淳于", U"太史", U"申屠", U"轩辕", U"公冶",
    U"宗政", U"百里", U"呼延", U"东郭", U"鲜于", U"宇文", U"长孙", U"万俟", U"单于", U"澹台", U"独孤", U"赫连",
    U"拓跋", U"第五", U"南荣", U"仲孙", U"公羊", U"谷梁", U"梁丘", U"左丘", U"东门", U"纳兰"};

// A run of Han characters and their readings, or a run of anything else.
struct Run {
  std::u32string text;
  std::vector<std::string> readings;
  bool han = false;
};

// "nian4" → "nian", "lv4" → "lü"
std::string plain_syllable(std::string_view reading) {
  std::string plain;
  for (const char c : reading) {
    if (c >= '0' && c <= '9') continue;
    if (c == 'v') {
      plain += "ü";
    } else {
      plain += c;
    }
  }
  return plain;
}

// One word: an apostrophe before a syllable that begins with a vowel, the first letter a capital.
std::string word_of(const std::vector<std::string>& readings, std::size_t begin, std::size_t end) {
  std::string word;
  for (std::size_t i = begin; i < end; ++i) {
    const std::string syllable = plain_syllable(readings[i]);
    const bool vowel = !syllable.empty() && std::string_view("aoe").find(syllable.front()) != std::string_view::npos;
    if (vowel && !word.empty()) word += '\'';
    word += syllable;
  }
  if (!word.empty() && word.front() >= 'a' && word.front() <= 'z') word.front() = static_cast<char>(word.front() - 'a' + 'A');
  return word;
}

void append_word(std::string& text, std::string_view word) {
  if (word.empty()) return;
  if (!text.empty() && text.back() != ' ' && text.back() != '(') text += ' ';
  text += word;
}

std::string utf8_of(std::u32string_view text) {
  icu::UnicodeString units;
  for (const char32_t c : text) units.append(static_cast<UChar32>(c));
  std::string bytes;
  units.toUTF8String(bytes);
  return bytes;
}

std::u32string code_points_of(std::string_view text) {
  const auto units = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
  std::u32string points;
  for (int32_t i = 0; i < units.length(); i = units.moveIndex32(i, 1))
    points.push_back(static_cast<char32_t>(units.char32At(i)));
  return points;
}

// Nothing when a Han character has no reading: half a name in Latin letters would be a wrong one.
std::vector<Run> runs_of(std::u32string_view text, const std::vector<std::string>& readings) {
  std::vector<Run> runs;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool han = is_han(text[i]);
    if (han && readings[i].empty()) return {};
    if (runs.empty() || runs.back().han != han) runs.push_back({.text = {}, .readings = {}, .han = han});
    runs.back().text.push_back(text[i]);
    runs.back().readings.push_back(readings[i]);
  }
  if (std::ranges::none_of(runs, &Run::han)) return {};
  return runs;
}

// Without blanks around; of a name's dots nothing stays but the blank between its parts.
std::string between_words(std::u32string_view text) { return trim(replace_all(utf8_of(text), "·", " ")); }

std::size_t surname_length(std::u32string_view name) {
  const bool two = name.size() > 2 && std::ranges::find(kDoubleSurnames, name.substr(0, 2)) != kDoubleSurnames.end();
  return two ? 2 : 1;
}

}  // namespace

struct Romaniser::State {
  PinyinReader reader;
  std::unique_ptr<icu::BreakIterator> words;

  State() {
    UErrorCode status = U_ZERO_ERROR;
    words.reset(icu::BreakIterator::createWordInstance(icu::Locale::getChina(), status));
    if (U_FAILURE(status) || !words) throw Error("ICU has no word rules; install Debian's libicu72 with its full data.");
  }

  std::vector<Run> read(std::string_view name, NameKind kind, std::string_view given_pinyin) {
    const std::u32string text = code_points_of(fold_width(trim(name)));
    return runs_of(text, reader.readings(text, kind, given_pinyin));
  }

  // The ends of the words of a run, in characters.
  std::vector<std::size_t> dictionary_ends(std::u32string_view text) {
    icu::UnicodeString units;
    for (const char32_t c : text) units.append(static_cast<UChar32>(c));
    words->setText(units);
    std::vector<std::size_t> ends;
    words->first();
    for (int32_t end = words->next(); end != icu::BreakIterator::DONE; end = words->next())
      ends.push_back(static_cast<std::size_t>(units.countChar32(0, end)));
    return ends;
  }

  // Dictionary words, and what they leave over in twos or with the word before.
  std::vector<std::size_t> word_ends(std::u32string_view text) {
    std::vector<std::size_t> ends;
    std::size_t begin = 0;
    std::size_t alone = 0;  // characters at the end that no word holds
    for (const std::size_t end : dictionary_ends(text)) {
      if (end - begin > 1) {
        if (alone == 1 && ends.size() > 1) {
          ends.pop_back();
          ends.back() = begin;
        }
        alone = 0;
        ends.push_back(end);
      } else if (alone == 1) {
        ends.back() = end;
        alone = 0;
      } else {
        ends.push_back(end);
        alone = 1;
      }
      begin = end;
    }
    if (alone == 1 && ends.size() > 1) {
      ends.pop_back();
      ends.back() = text.size();
    }
    return ends;
  }
};

Romaniser::Romaniser() = default;
Romaniser::~Romaniser() = default;
Romaniser::Romaniser(Romaniser&&) noexcept = default;
Romaniser& Romaniser::operator=(Romaniser&&) noexcept = default;

Romaniser::State& Romaniser::state() {
  if (!state_) state_ = std::make_unique<State>();
  return *state_;
}

std::string Romaniser::person(std::string_view name, std::string_view given_pinyin) {
  std::string latin;
  const std::vector<Run> runs = state().read(name, NameKind::Person, given_pinyin);
  const bool dotted = name.find("·") != std::string_view::npos;
  bool surname_due = !dotted;
  for (const Run& run : runs) {
    if (!run.han) {
      append_word(latin, between_words(run.text));
      continue;
    }
    std::size_t begin = 0;
    std::size_t end = run.text.size();
    if (surname_due) {
      begin = surname_length(run.text);
      append_word(latin, word_of(run.readings, 0, begin));
    }
    // 沈家和一家: the household is no part of the given name.
    const bool household = run.text.size() > begin + 2 && run.text.ends_with(U"一家");
    if (household) end -= 2;
    append_word(latin, word_of(run.readings, begin, end));
    if (household) append_word(latin, word_of(run.readings, end, run.text.size()));
    surname_due = false;
  }
  return latin;
}

std::string Romaniser::name(std::string_view name, std::string_view given_pinyin) {
  std::string latin;
  for (const Run& run : state().read(name, NameKind::Other, given_pinyin)) {
    if (!run.han) {
      append_word(latin, between_words(run.text));
      continue;
    }
    std::size_t begin = 0;
    for (const std::size_t end : state().word_ends(run.text)) {
      append_word(latin, word_of(run.readings, begin, end));
      begin = end;
    }
  }
  return latin;
}

}  // namespace content
