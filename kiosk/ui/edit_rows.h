// Where every place between two characters of a laid-out text stands: for carets, selections and the mouse.
//
// Rows are the layout's lines; a place at which a row was broken belongs to the next row, unless it is meant as the end of
// the one before (`trailing`). Distances in u from the text's top left.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "kiosk/ui/fonts.h"
#include "kiosk/ui/text.h"

namespace ui {

struct TextPlace {
  std::size_t at = 0;       // bytes
  bool trailing = false;    // the end of a row that goes on in the next
};

class EditRows {
 public:
  struct Row {
    std::size_t begin = 0;
    std::size_t end = 0;      // behind its blanks, before its line break
    std::size_t next = 0;     // the next row's begin
    std::size_t line = 0;     // of the text, from 0
    bool first = true;        // of that line
    bool wrapped = false;     // the line goes on in the next row
  };

  // `block` lays out `text` (byte for byte) or, for a secret one, as many discs as `text` has clusters. Both must outlive it.
  EditRows(const TextBlock& block, std::string_view text, Fonts& fonts, bool secret);

  const std::vector<Row>& rows() const { return rows_; }
  float step() const { return block_.line_step; }
  float height() const { return step() * static_cast<float>(rows_.size()); }
  std::size_t row_of(TextPlace place) const;
  float x_of(std::size_t row, std::size_t at) const;
  TextPlace place_at(float x, float y) const;
  TextPlace place_in_row(std::size_t row, float x) const;

  const TextBlock& block() const { return block_; }
  // The part [begin, end) of a row as a text of its own, to be drawn with Canvas::draw_line at the row's left.
  TextBlock part(std::size_t row, std::size_t begin, std::size_t end) const;

 private:
  std::size_t shown_at(std::size_t at) const;
  float width_of(std::size_t begin, std::size_t end) const;

  const TextBlock& block_;
  std::string_view text_;
  Fonts& fonts_;
  bool secret_;
  std::vector<Row> rows_;
};

}  // namespace ui
