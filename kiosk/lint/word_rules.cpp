#include <algorithm>
#include <cctype>
#include <cstdio>
#include <string>
#include <vector>

#include "kiosk/lint/geometry.h"
#include "kiosk/lint/numbers.h"
#include "kiosk/lint/rules.h"
#include "kiosk/ui/text_clusters.h"
#include "kiosk/ui/utf8.h"

namespace kiosk::lint {
namespace {

constexpr float kInkMargin = 0.1F;      // em: above and below the ink of a line
constexpr float kSideMargin = 0.05F;    // em: left and right of it
constexpr float kCrossing = 0.15F;      // em that two lines' ink may share: a tail under a cap
constexpr float kSizeSlack = 0.05F;     // u
constexpr float kItemSlack = 2;         // u that words may hang out of an item without a frame; high contrast frames them all

void check_size(const Sight& sight, const ui::LoggedText& text, std::vector<Finding>& found) {
  ui::Theme theme;
  theme.modes = sight.modes;
  const float least = theme.text_size(kLeastText);
  if (text.size >= least - kSizeSlack) return;
  found.push_back({Rule::TextSize, text.text, in_u_and_mm(text.size, sight.mm_per_u), in_u_and_mm(least, sight.mm_per_u)});
}

void check_clip(const ui::LoggedText& text, std::vector<Finding>& found) {
  const ui::Rect ink = ink_box(text);
  if (within(ink, text.seen, 1.5F)) return;
  const float lost = std::max({text.seen.x - ink.x, ink.right() - text.seen.right(), text.seen.y - ink.y, ink.bottom() - text.seen.bottom()});
  found.push_back({Rule::Clipped, text.text, number(lost) + " u of it outside", "all of it"});
}

// The topmost item under the middle of the words.
const ui::LoggedItem* item_of(const Sight& sight, const ui::LoggedText& text) {
  const auto found = std::find_if(sight.items.rbegin(), sight.items.rend(), [&](const ui::LoggedItem& item) {
    return !item.behind && item.seen.contains(text.box.centre());
  });
  return found == sight.items.rend() ? nullptr : &*found;
}

// An opening quote that begins a line hangs out of it with its blank half.
bool hangs(const ui::LoggedText& text) {
  std::size_t at = 0;
  return !text.text.empty() && ui::is_opening(ui::next_character(text.text, at));
}

void check_item(const Sight& sight, const ui::LoggedText& text, std::vector<Finding>& found) {
  const ui::LoggedItem* item = item_of(sight, text);
  if (item == nullptr || text.column) return;
  const ui::Rect ink = ink_box(text);
  const float hung = hangs(text) ? text.size / 2 : 0;
  const float out = std::max({item->box.x - ink.x - hung, ink.right() - item->box.right(), item->box.y - ink.y, ink.bottom() - item->box.bottom()});
  // Most of the words must lie in it, or they only stand behind a pin.
  if (common(ink, item->box).w < 0.6F * ink.w) return;
  if (out > kItemSlack) {
    found.push_back({Rule::Outside, text.text, number(out) + " u out of the item", item->label});
  } else if (sight.modes.high_contrast && std::max(item->box.y - ink.y, ink.bottom() - item->box.bottom()) > -ui::stroke::kHighContrast) {
    found.push_back({Rule::Outside, text.text, "on the frame of the item", item->label});
  }
}

void check_crossings(const Sight& sight, std::size_t first, std::vector<Finding>& found) {
  const ui::LoggedText& a = sight.texts[first];
  for (std::size_t i = first + 1; i < sight.texts.size(); ++i) {
    const ui::LoggedText& b = sight.texts[i];
    if (!is_seen(b)) continue;
    if (a.text == b.text && within(a.box, b.box, 3)) continue;   // drawn twice on purpose: a cross-fade
    const ui::Rect shared = common(ink_box(a), ink_box(b));
    const float slack = kCrossing * std::min(a.size, b.size);
    if (shared.w <= slack || shared.h <= slack) continue;
    found.push_back({Rule::Crossing, a.text + " / " + b.text, number(shared.w) + " x " + number(shared.h) + " u shared", "none"});
  }
}

void check_glyphs(const ui::LoggedText& text, std::vector<Finding>& found) {
  for (const char32_t character : text.missing) {
    char code[16];
    std::snprintf(code, sizeof code, "U+%04X", static_cast<unsigned>(character));
    found.push_back({Rule::Glyph, text.text, code, "a font"});
  }
}

std::vector<char32_t> characters(std::string_view text) {
  std::vector<char32_t> all;
  for (std::size_t at = 0; at < text.size();) all.push_back(ui::next_character(text, at));
  std::erase_if(all, [](char32_t c) { return c == U' ' || c == 0x3000 || c == U'\n'; });
  return all;
}

bool is_letter(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; }

// Of the places where the whole text has this line, the first is looked at.
bool splits_word(const ui::LoggedText& line) {
  const std::size_t begin = line.whole.find(line.text);
  const std::size_t end = begin == std::string::npos ? begin : begin + line.text.size();
  if (line.ends || line.text.empty() || end >= line.whole.size()) return false;
  return is_letter(line.text.back()) && is_letter(line.whole[end]);
}

void check_line(const ui::LoggedText& text, std::vector<Finding>& found) {
  const auto line = characters(text.text);
  if (line.empty() || text.column) return;
  // A mark that stands alone is a key of the keyboard or a sign between two words, no line.
  if (line.size() > 1 && !text.starts && ui::is_closing(line.front())) found.push_back({Rule::LineStart, text.text, "begins with a closing mark", "never"});
  if (line.size() > 1 && !text.ends && ui::is_opening(line.back())) found.push_back({Rule::LineEnd, text.text, "ends with an opening mark", "never"});
  if (splits_word(text)) found.push_back({Rule::SplitWord, text.whole, "a line ends with: " + text.text, "whole words"});
  if (line.size() == 1 && text.ends && !text.starts) found.push_back({Rule::LoneCharacter, text.whole, "last line: " + text.text, "two or more"});
}

}  // namespace

bool is_seen(const ui::LoggedText& text) {
  const float alpha = text.alpha * static_cast<float>(text.color.a) / 255;
  return !text.behind && !text.covered && alpha > 0.05F && text.seen.w > 1 && text.seen.h > 1;
}

ui::Rect ink_box(const ui::LoggedText& text) {
  return text.column ? text.box : text.box.inset(kSideMargin * text.size, kInkMargin * text.size);
}

std::vector<Finding> check_words(const Sight& sight) {
  std::vector<Finding> found;
  for (std::size_t i = 0; i < sight.texts.size(); ++i) {
    const ui::LoggedText& text = sight.texts[i];
    if (!is_seen(text)) continue;
    check_size(sight, text, found);
    check_clip(text, found);
    check_item(sight, text, found);
    check_crossings(sight, i, found);
    check_glyphs(text, found);
  }
  return found;
}

std::vector<Finding> check_cuts(const Sight& sight) {
  std::vector<Finding> found;
  for (const ui::LoggedText& text : sight.texts) {
    if (text.cut && is_seen(text)) found.push_back({Rule::Cut, text.text, "cut", "in full here or on the page it opens: " + text.whole});
  }
  return found;
}

std::vector<Finding> check_lines(const Sight& sight) {
  std::vector<Finding> found;
  for (const ui::LoggedText& text : sight.texts) {
    if (is_seen(text)) check_line(text, found);
  }
  return found;
}

}  // namespace kiosk::lint
