// The rules of the accessibility check, each a pure function of one frame. Sources: DESIGN.md §3, §4, §8; GB/T 15834 for
// the marks; WCAG 2.1 for contrast (1.4.6 asks 7:1).
#pragma once

#include <vector>

#include "kiosk/lint/finding.h"
#include "kiosk/lint/sight.h"

namespace kiosk::lint {

inline constexpr float kLeastText = 25;             // u, before the mode's scale
inline constexpr float kLeastTargetMm = 16;
inline constexpr float kLeastPrimaryMm = 20;
inline constexpr double kLeastContrast = 7;
inline constexpr double kLeastContrastHigh = 10;    // in high contrast

// Target, Overlap, Reach. What a later item covers does not count; what lies behind a dialog is not looked at.
std::vector<Finding> check_targets(const Sight& sight);
// TextSize, Clipped, Outside, Crossing, Glyph.
std::vector<Finding> check_words(const Sight& sight);
// LineStart, LineEnd, SplitWord, LoneCharacter.
std::vector<Finding> check_lines(const Sight& sight);
// Unmarked; nothing in Chinese.
std::vector<Finding> check_language(const Sight& sight);
// Contrast; nothing without pixels.
std::vector<Finding> check_contrast(const Sight& sight);

// Cut: every line that ends in "…". Whether the page that a touch opens says it in full, only a walk can tell.
std::vector<Finding> check_cuts(const Sight& sight);

// All of the above.
std::vector<Finding> check(const Sight& sight);

// Words that the visitor can see now, of this frame.
bool is_seen(const ui::LoggedText& text);
// The part of a line's em box that ink may fill.
ui::Rect ink_box(const ui::LoggedText& text);

}  // namespace kiosk::lint
