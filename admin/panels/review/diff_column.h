// The middle column of the review panel: what changed, field by field, what was checked, where it will be seen.
#pragma once

#include <vector>

#include "admin/desk/scroll.h"
#include "admin/panels/review/marked_text.h"
#include "admin/panels/review/review_view.h"
#include "admin/panels/review/thumbs.h"

namespace admin {

class DiffColumn {
 public:
  explicit DiffColumn(Workspace& office) : thumbs_(office) {}
  void draw(desk::Desk& desk, ReviewView& view, ui::Rect box);
  void reveal_change() { reveal_ = true; }   // the lit one

 private:
  struct Row {
    const FieldDiff* field = nullptr;
    std::size_t index = 0;
    MarkedText before;
    MarkedText after;
  };
  void prepare(ReviewView& view);
  void draw_head(desk::Desk& desk, ReviewView& view, ui::Rect row);
  void draw_columns(desk::Desk& desk, ReviewView& view, ui::Rect row);
  float draw_changed(desk::Desk& desk, ReviewView& view, Row& row, ui::Rect at);
  float draw_unchanged(desk::Desk& desk, Row& row, ui::Rect at);
  float draw_folded(desk::Desk& desk, ReviewView& view, ui::Rect at);
  float draw_side(desk::Desk& desk, Row& row, bool before, ui::Rect at);
  float draw_notes(desk::Desk& desk, ReviewView& view, ui::Rect at);
  float draw_places(desk::Desk& desk, ReviewView& view, ui::Rect at);
  float before_width(float width) const { return std::min(300.0F, width * 0.38F); }

  Thumbs thumbs_;
  desk::ScrollArea scroll_;
  std::vector<Row> rows_;
  int version_ = -1;
  bool unfolded_ = false;
  bool condensed_ = false;   // rows_ were made for "only changes"
  bool reveal_ = false;
  float seen_top_ = 0, seen_bottom_ = 0;   // of the canvas, in the scrolled coordinates
};

}  // namespace admin
