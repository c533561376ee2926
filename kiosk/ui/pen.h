// How a frame's u become pixels and its colours become ink: scale, offsets and alphas that Canvas pushed.
//
// Canvas's own parts draw through it; screens use Canvas. Valid during one frame.
#pragma once

#include <vector>

#include <imgui.h>

#include "kiosk/ui/geometry.h"

namespace ui {

class Pen {
 public:
  // A fresh frame; stacks left unbalanced by the last one are dropped and reported once by balanced().
  void begin(ImDrawList* list, float pixels_per_u, Rect bounds);
  bool balanced() const { return alphas_.empty() && offsets_.empty() && clips_.empty(); }
  void unwind();

  ImDrawList* list() const { return list_; }
  float scale() const { return scale_; }
  float alpha() const { return alphas_.empty() ? 1.0F : alphas_.back(); }       // product of all pushed
  Point offset() const { return offsets_.empty() ? Point{} : offsets_.back(); }  // u, sum of all pushed
  Rect clip() const { return clips_.empty() ? bounds_ : clips_.back(); }         // u on the screen, offsets applied
  bool visible(Rect box) const;                                                  // any of it inside the clip

  ImVec2 px(Point point) const {
    const Point moved = point + offset();
    return {moved.x * scale_, moved.y * scale_};
  }
  float px(float length) const { return length * scale_; }
  // A position on whole pixels: edges of planes and hairlines stay crisp.
  ImVec2 snapped(Point point) const;
  // Line widths: at least one pixel.
  float px_stroke(float width) const;
  ImU32 ink(Color color) const;
  Rect on_screen(Rect box) const { return box.moved(offset().x, offset().y); }

  void push_alpha(float alpha);
  void pop_alpha();
  void push_offset(Point offset);
  void pop_offset();
  void push_clip(Rect box);
  void pop_clip();

 private:
  ImDrawList* list_ = nullptr;
  float scale_ = 1;
  Rect bounds_;
  std::vector<float> alphas_;
  std::vector<Point> offsets_;
  std::vector<Rect> clips_;
};

}  // namespace ui
