// What the accessibility check found: one fault of one frame, and where that frame was seen.
#pragma once

#include <string>

#include "kiosk/ui/theme.h"

namespace kiosk::lint {

// The rules, as --lint prints them.
enum class Rule {
  Target,       // an item is too small for a finger
  Overlap,      // two items' hit areas cross
  Twice,        // two items answer to one label: a touch counts for both
  Reach,        // an item lies above the line of low reach
  Lost,         // an item of the plain page is nowhere to be found in this mode
  TextSize,     // words below the least size
  Cut,          // words end in "…" and what the touch opens does not say them in full
  Clipped,      // words reach out of the clip or the screen
  Outside,      // words reach out of the item that they name
  Crossing,     // words over words
  Glyph,        // a character that no font has
  LineStart,    // a line begins with a mark that never begins one
  LineEnd,      // a line ends with an opening bracket
  SplitWord,    // a line ends inside a word of Latin letters
  LoneCharacter,  // a line of a paragraph with a single character
  Unmarked,     // Chinese on an English page without the mark 中文 or pinyin
  Contrast,     // words too pale on their ground
};
inline constexpr int kRules = static_cast<int>(Rule::Contrast) + 1;

// "target", "text-size" …
const char* name_of(Rule rule);

struct Finding {
  Rule rule = Rule::Target;
  std::string subject;   // the item's label or the words
  std::string measured;
  std::string wanted;
  friend bool operator==(const Finding&, const Finding&) = default;
};

struct Place {
  std::string page;      // a stop's name and what was touched there: "merchant › 读给我听"
  ui::Modes modes;
  bool landscape = true;
};

struct Fault {
  Place place;
  Finding finding;
};

}  // namespace kiosk::lint
