// A street's diagram to work on: every shop that stands on it as its own pin, to be dragged, nudged and told what is too near.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "admin/desk/desk.h"
#include "admin/panels/street/street_zoom.h"
#include "admin/workspace/street_plan.h"
#include "kiosk/ui/picture.h"

namespace admin {

struct StreetLabel {
  std::string text;
  MapSpot at;
  std::string role;      // as content::MapLabel
};

// What is shown; the canvas keeps only what the mouse is doing.
struct StreetView {
  const std::vector<StreetShop>& shops;
  const std::vector<StreetLabel>& labels;
  const ui::PictureSource& diagram;
  std::optional<std::size_t> selected;
  std::optional<std::size_t> carried;   // from the list: it is put where the mouse lets go of it
  bool snaps = true;
  bool locked = false;                  // only to be looked at
};

class StreetCanvas {
 public:
  struct Answer {
    std::optional<std::size_t> selected{};               // its pin was touched
    std::optional<std::pair<std::size_t, MapSpot>> moved{};  // let go of there
  };
  Answer draw(desk::Desk& desk, ui::Rect area, const StreetView& view);

  // Where a shop stands while the mouse holds it.
  std::optional<std::pair<std::size_t, MapSpot>> held() const;
  float aspect() const { return aspect_; }
  ui::Rect frame() const { return zoom_.frame(); }   // as drawn last
  // The zoom at which neighbours stand far enough apart for the mouse; nullopt: they do.
  std::optional<float> closer() const;
  // Brings a shop into view that was chosen elsewhere.
  void reveal(MapSpot spot) { reveal_ = spot; }

 private:
  struct Drag {
    std::size_t shop = 0;
    MapSpot from;
    MapSpot now;
    ui::Point grab{};    // of the tip from the mouse
    bool moved = false;
    bool ended = false;
  };

  ui::Point to_screen(MapSpot spot) const { return zoom_.to_screen(spot); }
  MapSpot to_spot(ui::Point point) const;   // inside the diagram
  MapSpot spot_of(const StreetView& view, std::size_t shop) const;
  void draw_ground(desk::Desk& desk, const StreetView& view) const;
  void draw_labels(desk::Desk& desk, const StreetView& view) const;
  void draw_brackets(desk::Desk& desk, const StreetView& view) const;
  void draw_pin(desk::Desk& desk, const StreetView& view, std::size_t shop, bool ghost, ui::Point tip) const;
  void draw_name(desk::Desk& desk, const StreetView& view) const;
  void draw_tools(desk::Desk& desk, const StreetView& view);
  void touch_pins(desk::Desk& desk, const StreetView& view, Answer& answer);
  void follow_drag(desk::Desk& desk, const StreetView& view, Answer& answer);
  void follow_view(desk::Desk& desk, const StreetView& view);
  void zoom_about_choice(float factor, const StreetView& view);
  float pin_radius() const;   // px

  StreetZoom zoom_;
  bool panning_ = false;
  ui::Point panned_;                       // pointer of the last frame
  std::optional<MapSpot> reveal_;
  std::optional<std::size_t> focused_;     // the pin that the keyboard is on
  float aspect_ = 1.5F;
  float least_ = kLeastApartU;
  std::optional<Drag> drag_;
};

}  // namespace admin
