// The left column of the review panel: what waits, one below the other.
#pragma once

#include "admin/desk/scroll.h"
#include "admin/panels/review/review_view.h"

namespace admin {

class QueueColumn {
 public:
  void draw(desk::Desk& desk, ReviewView& view, ui::Rect box);
  void reveal(const ReviewView& view);   // the open record

 private:
  void draw_filters(desk::Desk& desk, ReviewView& view, ui::Rect row);
  void draw_items(desk::Desk& desk, ReviewView& view, ui::Rect list);
  void draw_item(desk::Desk& desk, ReviewView& view, std::size_t at, ui::Rect row);
  void draw_foot(desk::Desk& desk, ReviewView& view, ui::Rect row);

  desk::ScrollArea scroll_;
};

}  // namespace admin
