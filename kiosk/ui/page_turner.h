// Pages that follow the finger and settle: lists, long texts. The pager's buttons turn the same pages.
//
//   const auto turn = turner_.begin(canvas, "pages", area, page_count);
//   for (const auto& page : turn.pages) {            // one when at rest, two while turning
//     canvas.push_offset(page.offset); draw_page(page.index); canvas.pop_offset();
//   }
//   turner_.end(canvas);
//
// A drag that begins on a card inside `area` turns the page and never opens the card: past touch::kSlop the turner
// cancels taps. A flick or a drag past a third of the width turns one page, less falls back; ends pull back softly.
// Items of two pages that show at once need labels of their own (add the page's index).
#pragma once

#include <string_view>
#include <vector>

#include "kiosk/ui/canvas.h"

namespace ui {

class PageTurner {
 public:
  struct Page {
    int index = 0;
    Point offset;   // u
  };
  struct Turn {
    std::vector<Page> pages;
    bool moving = false;
  };

  // page_count ≥ 1; a page beyond the end is pulled back to the last. Clips to `area` until end().
  Turn begin(Canvas& canvas, std::string_view label, Rect area, int page_count);
  void end(Canvas& canvas);

  int page() const { return page_; }            // the page at rest, or the one being settled on
  int page_count() const { return page_count_; }
  void go_to(int page);                         // animated when it is a neighbour, at once otherwise
  void reset() { *this = PageTurner{}; }

 private:
  void follow_finger(Canvas& canvas);
  void let_go();
  void settle(Canvas& canvas);
  void start_settling(double now);
  float pitch() const;
  Turn visible_pages() const;

  int page_ = 0;
  int page_count_ = 1;
  float shift_ = 0;            // u the pages are moved to the right of page_'s rest position
  float velocity_ = 0;         // u per second
  bool held_ = false;
  bool watching_ = false;      // the finger came down in the area and may yet turn the page
  float grab_shift_ = 0;       // shift_ when the finger took over
  float grab_x_ = 0;           // where the finger was then
  float last_x_ = 0;
  float settle_from_ = 0;      // shift_ when it began to settle
  double settle_since_ = -1;   // seconds; < 0 = begin in the next frame
  bool settling_ = false;
  double last_seconds_ = 0;
  Rect area_{};
};

}  // namespace ui
