// Chinese text: faces, styles, and paragraphs broken into lines by the rules of the script.
//
// Lines never begin with a closing mark (。，、」！ …) nor end with an opening one (GB/T 15834, UAX #14 by ICU); no line
// holds a single character when it can be avoided; a fifth of an em stands between Han and Latin letters or digits;
// opening quotes at the start of a line hang out by half an em when the style asks for it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/ui/geometry.h"

namespace ui {

// Serif = the city speaks, Sans = the machine speaks, Kai = people speak.
enum class Face { Serif, Sans, SansMedium, SansBold, Kai };
enum class Align { Left, Centre, Right };

struct TextStyle {
  Face face = Face::Sans;
  float size = 30;          // u before the theme's text scale; never below 25 on the kiosk
  Color color = {};
  Align align = Align::Left;
  float line = 1.35F;       // line step as a multiple of the size
  float tracking = 0;       // em added between characters
  bool hang_quotes = false;
  bool indent = false;      // first line of a paragraph by 2 em
  bool verbatim = false;    // words being edited: every mark stays, also the dot between two parts at a line's end
};

// One piece of a line drawn in one go; x in u from the line's start.
struct TextRun {
  std::size_t begin = 0;    // bytes in the text
  std::size_t end = 0;
  float x = 0;
  float width = 0;
  bool marked = false;      // of a TextMark: drawn in bold
};

struct TextLine {
  std::size_t begin = 0;    // bytes in the text; the line-break character is left out
  std::size_t end = 0;
  float x = 0;              // u: indent, hanging quote and alignment
  float width = 0;
  bool ellipsis = false;    // the text went on; "…" is drawn after the last run
  std::vector<TextRun> runs;
};

// A laid-out text: owns a copy of it. Heights in u.
struct TextBlock {
  std::string text;
  TextStyle style;
  float size = 0;           // u, after the theme's text scale
  float line_step = 0;      // u between baselines
  float width = 0;          // of the widest line
  std::vector<TextLine> lines;
  float height() const { return line_step * static_cast<float>(lines.size()); }
};

// Part of a line to be drawn in another face and colour: the hit of a search. Byte range.
struct TextMark {
  std::size_t begin = 0;
  std::size_t end = 0;
};

}  // namespace ui
