// A part of the window whose content may be longer than it: wheel, bar, keys.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "admin/desk/desk.h"

namespace admin::desk {

class ScrollArea {
 public:
  // Clips to `view` and moves what is drawn until end(). Answers the box to draw in: view's left and width, 12 less for the bar
  // when it is needed, from y = view.y downwards.
  ui::Rect begin(Desk& desk, ui::Rect view, std::string_view label);
  // `bottom`: where the content ended, in begin()'s coordinates.
  void end(Desk& desk, float bottom);
  // Scrolls so that the box (begin()'s coordinates) is seen, from the next frame.
  void reveal(ui::Rect box) { wanted_ = box; }
  // The same by a distance from the content's top.
  void reveal_from_top(float y, float height) { wanted_ = ui::Rect{0, view_.y + y, 0, height}; }
  void to_top() { offset_ = 0; }
  float offset() const { return offset_; }

 private:
  void follow_focus(Desk& desk);

  ui::Rect view_;
  std::size_t first_item_ = 0;               // of those inside, in this frame
  std::string label_;
  float offset_ = 0;
  float height_ = 0;                         // of the content in the last frame
  std::optional<ui::Rect> wanted_;
  float grabbed_ = -1;                       // where on the bar's thumb the mouse took it
};

}  // namespace admin::desk
