// Seen from five metres away when nobody is here: one poster, one slogan, the time, and that it can be touched.
//
// Not a page of the navigator: the whole screen is its button. Posters of a theme are shown only during it; a release without
// any poster for today leaves the screen to the standing picture.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "kiosk/context.h"
#include "kiosk/ui/canvas.h"

namespace kiosk {

// A round in which poster i comes weights[i] times, spread as evenly as it goes. Weights below 1 count as 1.
std::vector<std::size_t> weighted_round(const std::vector<int>& weights);

class Attract {
 public:
  // The posters for this release and minute. Keeps its place while the same posters are in the round.
  void enter(const Context& context);
  // One frame; asks for frames during a cross-fade, a few a second while the poster wanders, and when the next is due.
  // True when the visitor touched the screen.
  bool draw(ui::Canvas& canvas, const Context& context);
  // False when there is no poster to show.
  bool has_posters() const { return !posters_.empty(); }
  // From the first poster again.
  void restart() { started_ = -1; }

 private:
  struct Slide {
    content::Poster poster;
    ui::PictureSource landscape;
    ui::PictureSource portrait;
  };

  // Of one poster in one frame.
  struct Moment {
    float shown = 1;        // alpha
    double seconds = 0;     // since it came
    std::size_t step = 0;   // its place in the loop
  };

  const Slide& slide_at(std::size_t step) const { return posters_[round_[step % round_.size()]]; }
  bool wanders(const ui::Canvas& canvas) const;
  ui::Rect picture_box(const ui::Canvas& canvas, const Moment& moment) const;
  void draw_slide(ui::Canvas& canvas, const Context& context, const Slide& slide, const Moment& moment) const;
  void draw_landscape(ui::Canvas& canvas, const Context& context, const content::Poster& poster) const;
  void draw_portrait(ui::Canvas& canvas, const Context& context, const content::Poster& poster) const;
  void draw_dots(ui::Canvas& canvas, const content::Poster& poster, float right, float y) const;

  std::vector<Slide> posters_;
  std::vector<std::size_t> round_;        // places in posters_
  std::string city_line_;
  std::string date_;
  std::string lunar_date_;
  std::string feast_;                     // 距建军节 2 天
  double started_ = -1;                   // canvas seconds at which the first poster came; −1: at the next draw
};

}  // namespace kiosk
