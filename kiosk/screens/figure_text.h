// A figure's life in words: the biography, a rule, and the honours by year; on one page where they fit, else on several.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "kiosk/ui/canvas.h"

namespace kiosk {

struct FigureHonour {
  std::string year;
  std::string text;
};

// All in u. `narrow` is the width that stays clear of what stands beside the lower part of the text.
struct FigureTextBox {
  ui::Rect area;
  float narrow = 0;
  float free_height = 0;       // so far down the whole width of `area` is free
  ui::TextStyle body;
  float honour_size = 0;
  float year_width = 0;        // from the year's left edge to its words'
  float honour_step = 0;       // from one row to the next
  friend bool same_place(const FigureTextBox& a, const FigureTextBox& b) {
    return a.area == b.area && a.narrow == b.narrow && a.body.size == b.body.size;
  }
};

class FigureText {
 public:
  FigureText() = default;
  FigureText(const ui::Canvas& canvas, const std::string& biography, const std::vector<FigureHonour>& honours, const FigureTextBox& box);

  int pages() const { return static_cast<int>(pages_.size()); }   // at least 1
  void draw(ui::Canvas& canvas, int page) const;

 private:
  struct Piece {
    enum class Kind { Line, Rule, Year, HonourLine } kind = Kind::Line;
    std::size_t block = 0;     // of honours_
    std::size_t line = 0;
    float y = 0;               // from the area's top
  };
  using Page = std::vector<Piece>;

  float honours_height() const;
  void set_one_page();
  void set_pages();
  void add_honour(Page& page, std::size_t honour, float& y) const;
  float honour_height(std::size_t honour) const;

  FigureTextBox box_;
  ui::TextBlock body_;
  std::vector<std::string> years_;
  std::vector<ui::TextBlock> honours_;
  std::vector<Page> pages_;
};

}  // namespace kiosk
