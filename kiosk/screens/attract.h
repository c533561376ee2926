// Seen from five metres away when nobody is here: one poster, one slogan, the time, and that it can be touched.
//
// Not a page of the navigator: the whole screen is its button. Posters of the theme of the day come first and those whose
// days are over are left out; a release without any poster shows the standing picture's art instead.
#pragma once

#include <cstddef>
#include <vector>

#include "kiosk/context.h"
#include "kiosk/ui/canvas.h"

namespace kiosk {

class Attract {
 public:
  // The round of posters for this release and minute. Keeps its place when the poster on screen is still in the round.
  void enter(const Context& context);
  // One frame; draws only during a cross-fade and when the minute turns (asks the canvas for the frames it needs).
  // True when the visitor touched the screen.
  bool draw(ui::Canvas& canvas, const Context& context);
  // False when there is no poster to show.
  bool has_posters() const { return !round_.empty(); }
  // From the first poster again.
  void restart() { started_ = -1; }

 private:
  std::vector<content::RecordId> round_;  // each as often as its weight, spread out
  double started_ = -1;                   // canvas seconds at which the first poster came; −1: at the next draw
};

}  // namespace kiosk
