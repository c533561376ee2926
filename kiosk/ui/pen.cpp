#include "kiosk/ui/pen.h"

#include <cmath>

namespace ui {

namespace {

Rect intersection(Rect a, Rect b) {
  const float left = std::max(a.x, b.x);
  const float top = std::max(a.y, b.y);
  return {left, top, std::max(0.0F, std::min(a.right(), b.right()) - left),
          std::max(0.0F, std::min(a.bottom(), b.bottom()) - top)};
}

}  // namespace

void Pen::begin(ImDrawList* list, float pixels_per_u, Rect bounds) {
  list_ = list;
  scale_ = pixels_per_u;
  bounds_ = bounds;
  alphas_.clear();
  offsets_.clear();
  clips_.clear();
}

void Pen::unwind() {
  while (!clips_.empty()) pop_clip();
  alphas_.clear();
  offsets_.clear();
}

bool Pen::visible(Rect box) const {
  const Rect here = on_screen(box);
  const Rect window = clip();
  return here.x < window.right() && here.right() > window.x && here.y < window.bottom() && here.bottom() > window.y;
}

ImVec2 Pen::snapped(Point point) const {
  const ImVec2 exact = px(point);
  return {std::round(exact.x), std::round(exact.y)};
}

float Pen::px_stroke(float width) const { return std::max(1.0F, std::round(width * scale_)); }

ImU32 Pen::ink(Color color) const {
  const Color faded = color.with_alpha(alpha());
  return IM_COL32(faded.r, faded.g, faded.b, faded.a);
}

void Pen::push_alpha(float factor) { alphas_.push_back(alpha() * std::clamp(factor, 0.0F, 1.0F)); }

void Pen::pop_alpha() {
  if (!alphas_.empty()) alphas_.pop_back();
}

void Pen::push_offset(Point moved) { offsets_.push_back(offset() + moved); }

void Pen::pop_offset() {
  if (!offsets_.empty()) offsets_.pop_back();
}

void Pen::push_clip(Rect box) {
  clips_.push_back(intersection(clip(), on_screen(box)));
  const Rect& window = clips_.back();
  list_->PushClipRect({std::floor(window.x * scale_), std::floor(window.y * scale_)},
                      {std::ceil(window.right() * scale_), std::ceil(window.bottom() * scale_)}, false);
}

void Pen::pop_clip() {
  if (clips_.empty()) return;
  clips_.pop_back();
  list_->PopClipRect();
}

}  // namespace ui
