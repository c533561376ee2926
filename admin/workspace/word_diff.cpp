#include "admin/workspace/word_diff.h"

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <map>
#include <memory>
#include <unordered_map>

#include "admin/workspace/edit_script.h"
#include "content/error.h"
#include "content/utf8.h"

namespace admin {
namespace {

constexpr std::string_view kDigits = "0123456789.:０１２３４５６７８９〇零一二三四五六七八九十百千万亿半两";

UChar32 next_char(std::string_view text, std::size_t& at) {
  UChar32 c = 0;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  std::int64_t i = static_cast<std::int64_t>(at);
  const auto size = static_cast<std::int64_t>(text.size());
  U8_NEXT_OR_FFFD(bytes, i, size, c);
  at = static_cast<std::size_t>(i);
  return c;
}

// Letters and digits; blanks and punctuation weigh nothing.
int weight_of(std::string_view text) {
  int weight = 0;
  for (std::size_t at = 0; at < text.size();) weight += u_isalnum(next_char(text, at)) ? 1 : 0;
  return weight;
}

bool is_number(std::string_view word) {
  for (std::size_t at = 0; at < word.size();) {
    const std::size_t from = at;
    next_char(word, at);
    if (kDigits.find(word.substr(from, at - from)) == std::string_view::npos) return false;
  }
  return !word.empty();
}

bool is_one_han(std::string_view word) {
  std::size_t at = 0;
  return !word.empty() && u_hasBinaryProperty(next_char(word, at), UCHAR_IDEOGRAPHIC) && at == word.size();
}

std::vector<std::string_view> words_of(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> breaker(icu::BreakIterator::createWordInstance(icu::Locale::getChina(), status));
  const std::unique_ptr<UText, decltype(&utext_close)> opened(
      utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status), &utext_close);
  if (U_SUCCESS(status)) breaker->setText(opened.get(), status);
  if (U_FAILURE(status)) {
    throw content::Error("分词数据读不出来，不能比较文字；请重新安装 libicu。", "ICU's word data cannot be read; install libicu again.");
  }
  std::vector<std::string_view> words;
  std::size_t from = 0;
  for (std::int32_t end = breaker->next(); end != icu::BreakIterator::DONE; end = breaker->next()) {
    const auto to = static_cast<std::size_t>(end);
    const std::string_view word = text.substr(from, to - from);
    if (!words.empty() && is_number(words.back()) && (is_number(word) || is_one_han(word))) {
      words.back() = {words.back().data(), words.back().size() + word.size()};
    } else {
      words.push_back(word);
    }
    from = to;
  }
  return words;
}

// Something that stayed, then something that changed.
struct Stretch {
  std::string same{};
  std::string removed{};
  std::string added{};

  int change_weight() const { return std::max(weight_of(removed), weight_of(added)); }
};

std::vector<Stretch> stretches_of(std::string_view before, std::string_view after) {
  const std::vector<std::string_view> old_words = words_of(before);
  const std::vector<std::string_view> new_words = words_of(after);
  std::unordered_map<std::string_view, int> numbers;
  const auto number_all = [&numbers](const std::vector<std::string_view>& words) {
    std::vector<int> all;
    for (const std::string_view word : words) all.push_back(numbers.try_emplace(word, static_cast<int>(numbers.size())).first->second);
    return all;
  };
  const EditScript script = edit_script(number_all(old_words), number_all(new_words));
  std::vector<Stretch> stretches(1);
  for (std::size_t i = 0, k = 0; i < old_words.size() || k < new_words.size();) {
    if (i < old_words.size() && script.removed[i]) {
      stretches.back().removed += old_words[i++];
    } else if (k < new_words.size() && script.added[k]) {
      stretches.back().added += new_words[k++];
    } else {
      const bool changed = !stretches.back().removed.empty() || !stretches.back().added.empty();
      if (changed) stretches.emplace_back();
      stretches.back().same += old_words[i++];
      ++k;
    }
  }
  return stretches;
}

// A short piece that stayed between two changes hides what they say.
bool is_island(const Stretch& before, const Stretch& here) {
  constexpr int kShort = 6;
  const bool follows_change = !before.removed.empty() || !before.added.empty();
  const bool is_change = !here.removed.empty() || !here.added.empty();
  if (!follows_change || !is_change || here.same.find('\n') != std::string::npos) return false;
  const int weight = weight_of(here.same);
  return weight == 0 || (weight <= kShort && weight <= before.change_weight() && weight <= here.change_weight());
}

std::vector<Stretch> without_islands(const std::vector<Stretch>& stretches) {
  std::vector<Stretch> merged;
  for (const Stretch& next : stretches) {
    merged.push_back(next);
    while (merged.size() > 1 && is_island(merged[merged.size() - 2], merged.back())) {
      const Stretch last = std::move(merged.back());
      merged.pop_back();
      merged.back().removed += last.same + last.removed;
      merged.back().added += last.same + last.added;
    }
  }
  return merged;
}

// A sentence that came in between "…雨。" and "起初…" is marked with its own full stop, not with the one before it.
void take_own_stops(std::vector<Stretch>& stretches) {
  for (std::size_t i = 0; i + 1 < stretches.size(); ++i) {
    std::string& next = stretches[i + 1].same;
    std::string& change = stretches[i].added.empty() ? stretches[i].removed : stretches[i].added;
    if (!stretches[i].added.empty() && !stretches[i].removed.empty()) continue;
    std::size_t end = 0;
    if (change.empty() || next.empty()) continue;
    const bool stop = !u_isalnum(next_char(change, end)) && end < change.size();
    const std::string first = change.substr(0, end);
    if (!stop || !next.starts_with(first) || next.size() == first.size()) continue;
    stretches[i].same += first;
    change = change.substr(end) + first;
    next.erase(0, end);
  }
}

bool worth_marking(const std::vector<Stretch>& stretches) {
  int same = 0;
  int changed = 0;
  for (const Stretch& stretch : stretches) {
    same += weight_of(stretch.same);
    changed += stretch.change_weight();
  }
  return same * 4 >= changed;  // a fifth stayed
}

}  // namespace

std::vector<TextRun> word_diff(std::string_view before, std::string_view after) {
  if (before == after || before.empty() || after.empty()) return replaced(before, after);
  std::vector<Stretch> stretches = without_islands(stretches_of(before, after));
  if (!worth_marking(stretches)) return replaced(before, after);
  take_own_stops(stretches);
  std::vector<TextRun> runs;
  const auto add = [&runs](RunKind kind, const std::string& text) {
    if (!text.empty()) runs.push_back({kind, text});
  };
  for (const Stretch& stretch : stretches) {
    add(RunKind::Same, stretch.same);
    add(RunKind::Removed, stretch.removed);
    add(RunKind::Added, stretch.added);
  }
  return runs;
}

std::vector<TextRun> replaced(std::string_view before, std::string_view after) {
  if (before == after) return before.empty() ? std::vector<TextRun>{} : std::vector<TextRun>{{RunKind::Same, std::string(before)}};
  std::vector<TextRun> runs;
  if (!before.empty()) runs.push_back({RunKind::Removed, std::string(before)});
  if (!after.empty()) runs.push_back({RunKind::Added, std::string(after)});
  return runs;
}

std::vector<TextRun> condensed(const std::vector<TextRun>& runs) {
  constexpr std::size_t kAround = 24;   // characters that stay beside a change
  std::vector<TextRun> short_runs;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    const std::string& text = runs[i].text;
    const std::size_t chars = content::count_chars(text);
    if (runs[i].kind != RunKind::Same || chars <= 2 * kAround + 8) {
      short_runs.push_back(runs[i]);
      continue;
    }
    const std::string head = i > 0 ? content::first_chars(text, kAround) : std::string();
    const std::string tail = i + 1 < runs.size() ? text.substr(content::first_chars(text, chars - kAround).size()) : std::string();
    short_runs.push_back({RunKind::Same, head + " …… " + tail});
  }
  return short_runs;
}

std::string before_of(const std::vector<TextRun>& runs) {
  std::string text;
  for (const TextRun& run : runs) text += run.kind == RunKind::Added ? std::string_view() : std::string_view(run.text);
  return text;
}

std::string after_of(const std::vector<TextRun>& runs) {
  std::string text;
  for (const TextRun& run : runs) text += run.kind == RunKind::Removed ? std::string_view() : std::string_view(run.text);
  return text;
}

double likeness(std::string_view a, std::string_view b) {
  if (a == b) return 1;
  std::map<std::pair<UChar32, UChar32>, int> pairs;
  const auto count = [&pairs](std::string_view text, int step, int& shared) {
    int total = 0;
    UChar32 last = 0;
    for (std::size_t at = 0; at < text.size(); ++total) {
      const UChar32 c = next_char(text, at);
      int& number = pairs[{last, c}];
      if (step < 0 && number > 0) ++shared;
      number += step;
      last = c;
    }
    return total;
  };
  int shared = 0;
  const int in_a = count(a, 1, shared);
  const int in_b = count(b, -1, shared);
  return in_a + in_b == 0 ? 1 : 2.0 * shared / (in_a + in_b);
}

}  // namespace admin
