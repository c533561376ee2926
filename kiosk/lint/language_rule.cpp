#include <algorithm>
#include <cctype>
#include <vector>

#include "kiosk/lint/geometry.h"
#include "kiosk/lint/rules.h"
#include "kiosk/ui/text_clusters.h"
#include "kiosk/ui/utf8.h"

namespace kiosk::lint {
namespace {

constexpr std::size_t kLettersPerCharacter = 2;  // pinyin has that many and more
constexpr float kBeside = 300;                   // u left or right of its words where a mark still belongs to them

struct Counts {
  std::size_t han = 0;
  std::size_t letters = 0;
};

Counts counts_of(std::string_view text) {
  Counts counts;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t character = ui::next_character(text, at);
    const ui::Script script = ui::script_of(character);
    if (script == ui::Script::Han) ++counts.han;
    if (script == ui::Script::Latin && (character < U'0' || character > U'9')) ++counts.letters;
  }
  return counts;
}

bool has_pinyin(const Counts& counts) { return counts.letters >= kLettersPerCharacter * counts.han; }

// The smallest item that the words stand in.
const ui::LoggedItem* item_of(const Sight& sight, const ui::LoggedText& text) {
  const ui::LoggedItem* best = nullptr;
  for (const ui::LoggedItem& item : sight.items) {
    if (item.behind || !item.seen.contains(text.box.centre())) continue;
    if (best == nullptr || item.seen.w * item.seen.h < best->seen.w * best->seen.h) best = &item;
  }
  return best;
}

bool says_chinese(const Sight& sight, const ui::LoggedText& mark, const ui::LoggedText& text) {
  if (mark.text != sight.chinese_mark || !is_seen(mark)) return false;
  const ui::LoggedItem* item = item_of(sight, text);
  if (item != nullptr && item_of(sight, mark) == item) return true;
  // A mark above or beside words that are read, not touched, stands for all of them below it, and for a title right above
  // it. A paragraph is as wide as its widest line.
  const bool column = std::ranges::any_of(sight.texts, [&](const ui::LoggedText& line) {
    return line.whole == text.whole && mark.box.x >= line.box.x - kBeside && mark.box.x <= line.box.right() + kBeside;
  });
  return column && mark.box.y <= text.box.bottom() + text.size / 2;
}

// The Latin letters that a line begins with: what follows them may be Chinese with a mark of its own.
std::size_t first_letters(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    std::size_t next = at;
    if (ui::script_of(ui::next_character(text, next)) == ui::Script::Han) break;
    at = next;
  }
  return counts_of(text.substr(0, at)).letters;
}

// A name's pinyin at the beginning of a line of its own, above, below or beside it.
bool pinyin_near(const ui::LoggedText& name, const ui::LoggedText& other, std::size_t han) {
  if (!is_seen(other) || first_letters(other.text) < kLettersPerCharacter * han) return false;
  const ui::Rect around = name.box.inset(-name.size, -1.5F * name.size);
  const ui::Rect shared = common(around, other.box);
  return shared.w > 0 && shared.h > 0;
}

bool is_explained(const Sight& sight, const ui::LoggedText& text) {
  if (text.text == sight.chinese_mark || has_pinyin(counts_of(text.whole)) || has_pinyin(counts_of(text.text))) return true;
  const std::size_t han = counts_of(text.text).han;
  const auto spelled = [&](const ui::LoggedText& name) {
    return std::ranges::any_of(sight.texts, [&](const ui::LoggedText& latin) { return &latin != &name && pinyin_near(name, latin, han); });
  };
  return std::ranges::any_of(sight.texts, [&](const ui::LoggedText& other) {
    if (&other == &text) return false;
    // Part of a name that stands on the page with its pinyin: a seal, a hit in a search.
    if (is_seen(other) && other.text.find(text.text) != std::string::npos && has_pinyin(counts_of(other.text))) return true;
    // What was typed, once more: the found name has its pinyin.
    if (is_seen(other) && other.text == text.text && spelled(other)) return true;
    return says_chinese(sight, other, text) || pinyin_near(text, other, han);
  });
}

}  // namespace

std::vector<Finding> check_language(const Sight& sight) {
  std::vector<Finding> found;
  if (sight.modes.language != ui::Language::English) return found;
  for (const ui::LoggedText& text : sight.texts) {
    if (!is_seen(text) || counts_of(text.text).han == 0 || is_explained(sight, text)) continue;
    found.push_back({Rule::Unmarked, text.text, "Chinese", "English, a name with pinyin, or the mark"});
  }
  return found;
}

std::vector<Finding> check(const Sight& sight) {
  std::vector<Finding> all;
  for (const auto rule : {check_targets, check_words, check_lines, check_cuts, check_language, check_contrast}) {
    for (Finding& finding : rule(sight)) all.push_back(std::move(finding));
  }
  return all;
}

}  // namespace kiosk::lint
