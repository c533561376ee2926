// A text with what went or came marked in it, wrapped like any paragraph.
#pragma once

#include <string>
#include <vector>

#include "admin/desk/desk.h"
#include "admin/workspace/word_diff.h"

namespace admin {

class MarkedText {
 public:
  MarkedText() = default;
  // Of the two sides of a comparison the one that lacks the `hidden` kind. `marks`: the others are coloured.
  MarkedText(const std::vector<TextRun>& runs, RunKind hidden, bool marks = true);

  bool empty() const { return text_.empty(); }
  // Lays out for this width when it is another than before; the height.
  float height(desk::Desk& desk, float width, const ui::TextStyle& style);
  // Below `top` and above `bottom` of the canvas only; returns the height.
  float draw(desk::Desk& desk, ui::Rect box, const ui::TextStyle& style, float top, float bottom);

 private:
  struct Mark {
    std::size_t begin = 0, end = 0;
    RunKind kind = RunKind::Same;
  };
  void draw_line(desk::Desk& desk, const ui::TextLine& line, ui::Rect row, const ui::TextStyle& style) const;

  std::string text_;
  std::vector<Mark> marks_;
  ui::TextBlock block_;
  float width_ = -1;
};

}  // namespace admin
