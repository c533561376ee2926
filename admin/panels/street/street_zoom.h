// Which part of a street's diagram the editor shows: from the whole down to a sixth of it, as on the kiosk. Pure.
#pragma once

#include "admin/workspace/street_plan.h"
#include "kiosk/ui/geometry.h"

namespace admin {

class StreetZoom {
 public:
  static constexpr float kMost = 6;        // kiosk::StreetMap::kMostZoom
  static constexpr float kStep = 1.25F;    // of a turn of the wheel, a press of + or −

  // Lays the diagram into the area: the whole of it at 1, else as much as the area holds.
  void lay(ui::Rect area, float aspect);
  // About the point of the screen that stays where it is.
  void by(float factor, ui::Point about);
  // The diagram follows the finger.
  void pan(ui::Point by_px);
  void whole();
  // Brings the spot into view, in the middle, when it is not seen or too near to the edge.
  void reveal(MapSpot spot);

  float zoom() const { return zoom_; }
  ui::Rect frame() const { return frame_; }   // what is seen
  ui::Rect map() const { return map_; }       // the whole diagram, most of it outside the frame
  ui::Point to_screen(MapSpot spot) const { return {map_.x + spot.x * map_.w, map_.y + spot.y * map_.h}; }
  // Fractions of the diagram; not clamped.
  MapSpot to_spot(ui::Point point) const;

 private:
  void place();

  ui::Rect area_;
  ui::Rect frame_;
  ui::Rect map_;
  float aspect_ = 1.5F;
  float zoom_ = 1;
  MapSpot centre_{0.5F, 0.5F};             // of the diagram, in the frame's middle
};

}  // namespace admin
