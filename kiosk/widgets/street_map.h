// A street's diagram with numbered pins: the same numbers as the list beside it.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "content/model.h"
#include "kiosk/context.h"
#include "kiosk/ui/canvas.h"
#include "kiosk/widgets/street_map_groups.h"

namespace kiosk {

struct MapPin {
  std::string label;       // for the touch: "地图 渡口面馆"
  std::string number;      // as in the list
  std::string group;       // for the touch when it stands for several: "地图 从第 3 家起"
  MapPoint at;             // fractions of the diagram
  std::size_t row = 0;     // of the list
  bool closed = false;
};

// Where the map stands and what covers it. In u.
struct MapFrame {
  ui::Rect box;
  float radius = 0;
  ui::Rect card{};                      // not the map's to draw labels or take touches on; may be empty
  float foot = 0;                       // of the box that pins leave free: the card, the buttons
  std::array<ui::Point, 3> buttons{};   // + − ⌖, centres; they may lie outside the box
  float button_radius = 40;
  bool look_only = false;               // low reach: no pin, no finger; only the buttons
  std::size_t first_row = 0;            // the list's page: the view shows its pins until the visitor moves the map
  std::size_t end_row = 0;
  std::optional<std::size_t> selected;  // pin
};

// What was tapped: one pin, or pins on one spot that no zoom parts.
struct MapTap {
  std::optional<std::size_t> pin;
  std::vector<std::size_t> together;
};

// Zooms in steps about the selection; pans with the finger, never beyond the diagram. Until the visitor does, the view is as
// close to the page's pins as lets them stand apart.
class StreetMap {
 public:
  static constexpr float kMostZoom = 6;

  // Another street begins with a view of its pins.
  void show(const content::Street& street, std::optional<MapPoint> here, const Texts& texts);
  // In the list's order. `dots` are shops that the visitor's filters hide: hollow, not touchable.
  void set_pins(std::vector<MapPin> pins, std::vector<MapPoint> dots);
  // The next frame brings this point into view if it is not there.
  void reveal(MapPoint point) { reveal_ = point; }
  const std::vector<MapPin>& pins() const { return pins_; }
  float zoom() const { return zoom_; }

  MapTap draw(ui::Canvas& canvas, const Context& context, const MapFrame& frame);

 private:
  struct Label {
    std::string text;
    MapPoint at;
    std::string role;
  };
  // One disc: a pin, or several. The offset of its centre from its tip in u does not change while the map is moved.
  struct Head {
    PinGroup group;
    ui::Point lift;
    float radius = 0;
    bool selected = false;
    bool own = false;        // a shop of the list's page, or the selected one: seen wherever the map shows its place
    bool placed = true;      // else there was no room beside the others: zooming in finds some
    std::optional<ui::Point> aside;   // from where it would stand: there the map ends, or the card or a button lies
    float half() const;      // of the square that a finger hits
  };
  // From the disc's centre to the tip.
  struct Tail {
    ui::Point centre;
    ui::Point way;       // of length 1
    float length = 0;
    ui::Point at(float along, float aside) const;
  };
  // What the heads were placed for.
  struct Placed {
    ui::Size scale;
    std::optional<std::size_t> selected;
    std::size_t first_row = 0;
    std::size_t end_row = 0;
    float pin_scale = 0;
    friend bool operator==(const Placed&, const Placed&) = default;
  };

  ui::Point to_screen(MapPoint point) const;
  ui::Point tip_of(const Head& head) const { return to_screen(points_[head.group.pins.front()]); }
  ui::Point centre_of(const Head& head) const { return tip_of(head) + head.lift + head.aside.value_or(ui::Point{}); }
  ui::Size scale() const { return {box_.w / view_.w, box_.h / view_.h}; }
  void set_zoom(float zoom, MapPoint about);
  void measure_view(ui::Size diagram, const ui::Rect& box);
  void follow_page(ui::Size diagram, const MapFrame& frame, float pin_scale);
  void pan(ui::Canvas& canvas, const MapFrame& frame);
  void fit_pins(std::span<const MapPoint> pins, const MapFrame& frame, float pin_scale);
  void bring_into_view(const MapFrame& frame);
  void place_heads(const MapFrame& frame, float pin_scale);
  void part_heads();
  void keep_in_sight(const MapFrame& frame);
  bool zoom_into(const PinGroup& group, const MapFrame& frame, float pin_scale);
  MapTap draw_heads(ui::Canvas& canvas, const Context& context, const MapFrame& frame, float pin_scale);
  void draw_group(ui::Canvas& canvas, const Texts& texts, const Head& head, bool touchable) const;
  Tail tail_of(const Head& head) const;
  void draw_tail(ui::Canvas& canvas, const Head& head, bool touchable) const;
  void draw_pin(ui::Canvas& canvas, const Head& head, bool touchable) const;
  void draw_dots(ui::Canvas& canvas) const;
  void draw_ground(ui::Canvas& canvas, const ui::PictureSource& diagram, const MapFrame& frame) const;
  std::vector<ui::Rect> taken_places(const ui::Canvas& canvas, const MapFrame& frame, std::string_view here_words) const;
  void draw_labels(ui::Canvas& canvas, std::vector<ui::Rect> taken) const;
  ui::Rect here_pill(const ui::Canvas& canvas, const MapFrame& frame, std::string_view words) const;
  void draw_here(ui::Canvas& canvas, const MapFrame& frame, std::string_view words) const;
  ui::Rect square_of(const Head& head) const;
  bool is_free(const ui::Rect& square, const MapFrame& frame) const;
  bool shows(const Head& head, const MapFrame& frame) const;
  void draw_buttons(ui::Canvas& canvas, const Context& context, const MapFrame& frame);

  content::RecordId street_;
  content::MediaId diagram_;
  std::vector<Label> labels_;
  std::vector<MapPin> pins_;
  std::vector<MapPoint> points_;  // of the pins
  std::vector<MapPoint> dots_;
  std::vector<Head> heads_;       // the selected one last
  std::vector<ui::Rect> aside_;   // squares of the heads that stand aside
  std::optional<Placed> placed_;  // none: place the heads anew
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
