// The large picture of the inspector: the point that every crop keeps, as a red ring to drag or to move by the arrow keys, and
// the four crops of the kiosk that follow it.
#pragma once

#include <cstddef>

#include "admin/desk/desk.h"
#include "admin/panels/media/kiosk_crops.h"

namespace admin::media {

class FocusBox {
 public:
  static constexpr float kHeight = 300;
  static constexpr float kCropRow = 148;

  // `focus` in fractions of the picture; true when it moved in this frame. `read_only`: only shows.
  bool draw(desk::Desk& desk, ui::Rect box, const ui::PictureSource& source, ui::Point& focus, const std::array<KioskCrop, 4>& crops);
  // The crops beside each other, each to be looked at in the large picture. Answers their height, at most kCropRow.
  float draw_crops(desk::Desk& desk, ui::Rect row, const ui::PictureSource& source, ui::Point focus, const std::array<KioskCrop, 4>& crops);
  void forget() { dragging_ = false; }

 private:
  bool move_by_keys(desk::Desk& desk, ui::Point& focus) const;
  void draw_frame(desk::Desk& desk, ui::Rect picture, ui::Rect part) const;

  std::size_t crop_ = 1;
  bool dragging_ = false;
};

}  // namespace admin::media
