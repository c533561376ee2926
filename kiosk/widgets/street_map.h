// A street's diagram with numbered pins: the same numbers as the list beside it.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "content/model.h"
#include "kiosk/context.h"
#include "kiosk/ui/canvas.h"

namespace kiosk {

struct MapPin {
  std::string label;       // for the touch: "地图 渡口面馆"
  std::string number;
  MapPoint at;             // fractions of the diagram
  bool closed = false;
  bool selected = false;   // red, larger, on top
};

// Where the map stands and what covers it. In u.
struct MapFrame {
  ui::Rect box;
  float radius = 0;
  ui::Rect card{};             // not the map's to draw labels or take touches on; may be empty
  bool buttons_in_row = false; // portrait: − + ⌖ at the foot; otherwise one above the other
};

// Zooms in steps about the selection; pans with the finger when zoomed, never beyond the diagram. Until the visitor does,
// the view is as close to the pins as lets them stand apart.
class StreetMap {
 public:
  static constexpr float kMostZoom = 3;

  // Another street begins with a view of its pins.
  void show(const content::Street& street, std::optional<MapPoint> here);
  // The next frame brings this point into view if it is not there.
  void reveal(MapPoint point) { reveal_ = point; }
  void set_zoom(float zoom, MapPoint about);
  float zoom() const { return zoom_; }

  // Returns the pin tapped.
  std::optional<std::size_t> draw(ui::Canvas& canvas, const Context& context, const MapFrame& frame,
                                  std::span<const MapPin> pins);

 private:
  struct Head {
    ui::Point tip;
    ui::Point centre;
    float radius = 0;
  };

  ui::Point to_screen(MapPoint point) const;
  void measure_view(ui::Size diagram, const ui::Rect& box);
  void pan(ui::Canvas& canvas, const MapFrame& frame);
  void fit_pins(std::span<const MapPin> pins, const MapFrame& frame);
  void bring_into_view(std::span<const MapPin> pins);
  std::vector<Head> place_heads(std::span<const MapPin> pins) const;
  void draw_ground(ui::Canvas& canvas, const ui::PictureSource& diagram, const MapFrame& frame) const;
  void draw_labels(ui::Canvas& canvas, std::vector<ui::Rect> taken) const;
  void draw_here(ui::Canvas& canvas, const Context& context) const;
  void draw_buttons(ui::Canvas& canvas, const Context& context, const MapFrame& frame, std::span<const MapPin> pins);

  content::RecordId street_;
  content::MediaId diagram_;
  std::vector<content::MapLabel> labels_;
  std::optional<MapPoint> here_;
  std::optional<MapPoint> reveal_;
  float zoom_ = 1;
  MapPoint centre_{0.5F, 0.5F};   // of the view, fractions of the diagram
  bool fresh_ = true;             // nothing chosen by the visitor yet: the view shows the pins
  ui::Rect box_{};
  ui::Size view_{1, 1};           // fractions of the diagram that show
  bool panning_ = false;
  MapPoint grab_centre_;
};

}  // namespace kiosk
