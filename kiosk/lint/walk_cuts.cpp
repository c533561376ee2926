// Words that end in "…": the walk touches what they stand on and reads whether it says them in full.
#include <algorithm>

#include "kiosk/lint/labels.h"
#include "kiosk/lint/rules.h"
#include "kiosk/lint/walk.h"
#include "kiosk/ui/utf8.h"

namespace kiosk::lint {
namespace {

std::string without_blanks(std::string_view text) {
  std::string kept;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t character = ui::next_character(text, at);
    if (character != U' ' && character != U'\n' && character != 0x3000) ui::append_character(kept, character);
  }
  return kept;
}

// "A ・ B" says two things.
std::vector<std::string> parts_of(const std::string& words) {
  const std::string_view dot = "・";
  std::vector<std::string> parts;
  std::string rest = without_blanks(words);
  for (std::size_t at = rest.find(dot); at != std::string::npos; at = rest.find(dot)) {
    parts.push_back(rest.substr(0, at));
    rest.erase(0, at + dot.size());
  }
  parts.push_back(rest);
  return parts;
}

// All words of the frame in one row, to see whether a sentence stands there over its lines.
std::string words_of(const Stage& stage) {
  std::string all;
  for (const ui::LoggedText& text : stage.texts()) {
    if (!text.cut && is_seen(text)) all += without_blanks(text.text);
  }
  return all;
}

}  // namespace

// On the page that a touch has opened, over all of its pages: each part of "A ・ B" that the cut words did not say.
bool Walk::says_in_full(const Cut& cut) {
  std::string said = without_blanks(cut.shown) + "\n" + words_of(stage_);
  const auto complete = [&] {
    return std::ranges::all_of(parts_of(cut.words), [&](const std::string& part) { return said.find(part) != std::string::npos; });
  };
  for (int page = 1; !complete() && page < kMostPages; ++page) {
    const Labels labels = live_labels(stage_);
    const auto arrow = std::ranges::find_if(labels, [](const std::string& label) { return turns_forward(label); });
    if (arrow == labels.end() || !stage_.tap(*arrow)) return false;
    said += words_of(stage_);
  }
  return complete();
}

// One touch further the words stand in full: on what their own item opens, or, where they are only to be looked at, on
// what another item of the page opens.
bool Walk::is_one_touch_away(const Stop& stop, const ui::Modes& modes, const Cut& cut) {
  std::vector<std::string> items{cut.item};
  if (cut.item.empty()) {
    if (!go(stop, modes, cut.path)) return false;
    const Labels labels = live_labels(stage_);
    items.assign(labels.begin(), labels.end());
    std::erase_if(items, is_arrow);
  }
  return std::ranges::any_of(items, [&](const std::string& item) {
    return go(stop, modes, cut.path) && stage_.tap(item) && same_modes(stage_.modes(), modes) && says_in_full(cut);
  });
}

void Walk::look_at_cuts(const Stop& stop, const ui::Modes& modes) {
  std::set<std::string> seen;
  for (const Cut& cut : cuts_) {
    if (!seen.insert(cut.item + "|" + cut.words).second || is_one_touch_away(stop, modes, cut)) continue;
    add(name_ + joined(cut.path), modes, {Rule::Cut, cut.shown, "cut", "in full here or on the page it opens: " + cut.words});
  }
}

}  // namespace kiosk::lint
