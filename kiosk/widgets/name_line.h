// A name that must be readable in full: it shrinks first, then takes a second line.
#pragma once

#include <string>
#include <string_view>

#include "kiosk/ui/canvas.h"

namespace kiosk {

// Where a name needs two lines: of 周念慈 Zhou Nianci the Latin letters begin the second, of 要闻 ・ 典型经验 the second part.
std::string in_two_parts(std::string_view name);

// Two lines of `size` u hold the name without splitting a word of it.
bool fits_two_lines(const ui::Canvas& canvas, std::string_view name, ui::TextStyle style, float width, float size);

// In as few lines as fit `width`, of like length: "一条街，怎样把 / “优待”变成日常" rather than a first line that is full and a rest.
ui::TextBlock lay_balanced(const ui::Canvas& canvas, std::string_view words, const ui::TextStyle& style, float width);

// A headline in at most so many lines, cut with "…". In lines of like length where the last would be a rest, and always in Latin
// letters.
ui::TextBlock lay_headline(const ui::Canvas& canvas, std::string_view words, const ui::TextStyle& style, float width, int most_lines);

// Centred on the box's middle, left-aligned. Down to `least` u on one line, then on two lines of like length; on three where the
// box is high enough.
// Returns the width used in u.
float draw_name(ui::Canvas& canvas, ui::Rect box, std::string_view name, ui::TextStyle style, float least);

// What people said, cut with "…" behind so many lines. Each of their lines is broken as a headline is.
ui::TextBlock lay_voice(const ui::Canvas& canvas, std::string_view words, const ui::TextStyle& style, float width, int most_lines);

// A few lines that people said, from the box's top; the words shrink down to `least` before they are cut. Returns the height.
float draw_voice(ui::Canvas& canvas, ui::Rect box, std::string_view words, ui::TextStyle style, float least, int most_lines);

}  // namespace kiosk
