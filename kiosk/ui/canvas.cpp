#include "kiosk/ui/canvas.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <string>

#include <imgui.h>
#include <imgui_internal.h>

#include "kiosk/ui/item_log.h"
#include "kiosk/ui/pen.h"
#include "kiosk/ui/session.h"
#include "kiosk/ui/touch_tracker.h"

namespace ui {

namespace {

struct PixelBox {
  ImVec2 from;
  ImVec2 to;
};

// Edges of planes lie on whole pixels.
PixelBox snapped(const Pen& pen, Rect box) {
  return {pen.snapped(box.origin()), pen.snapped({box.right(), box.bottom()})};
}

Rect common(Rect a, Rect b) {
  const float left = std::max(a.x, b.x);
  const float top = std::max(a.y, b.y);
  return {left, top, std::max(0.0F, std::min(a.right(), b.right()) - left), std::max(0.0F, std::min(a.bottom(), b.bottom()) - top)};
}

float radians(float degrees) { return degrees * std::numbers::pi_v<float> / 180.0F; }

}  // namespace

Size Canvas::size() const { return session_.size(); }

const Theme& Canvas::theme() const { return session_.theme(); }

float Canvas::pixels_per_u() const { return session_.pixels_per_u(); }

float Canvas::mm_per_u() const {
  const Size whole = size();
  return static_cast<float>(session_.panel().diagonal_mm) / std::hypot(whole.w, whole.h);
}

float Canvas::reach_top() const {
  if (!theme().modes.low_reach) return 0;
  const float height = size().h;
  const auto& lower_edge = session_.panel().lower_edge_mm;
  const float share = lower_edge ? 1 - static_cast<float>(touch::kReachMm - *lower_edge) / mm_per_u() / height : 0;
  return std::round(height * std::clamp(share, touch::kReachShare, touch::kReachShareMost));
}

double Canvas::seconds() const { return session_.seconds(); }

ImDrawList* Canvas::draw_list() { return session_.pen().list(); }

void Canvas::fill(Rect box, Color color, float radius) {
  const Pen& pen = session_.pen();
  if (!pen.visible(box)) return;
  const auto [from, to] = snapped(pen, box);
  pen.list()->AddRectFilled(from, to, pen.ink(color), pen.px(std::min(radius, std::min(box.w, box.h) / 2)));
  TextLog* log = session_.text_log();
  if (log != nullptr && color.a == 255 && pen.alpha() >= 1) log->cover(common(pen.on_screen(box), pen.clip()));
}

void Canvas::fill_top_round(Rect box, Color color, float radius) {
  const Pen& pen = session_.pen();
  const auto [from, to] = snapped(pen, box);
  pen.list()->AddRectFilled(from, to, pen.ink(color), pen.px(radius), ImDrawFlags_RoundCornersTop);
}

void Canvas::outline(Rect box, Color color, float width, float radius) {
  const Pen& pen = session_.pen();
  if (!pen.visible(box)) return;
  const float stroke = pen.px_stroke(width);
  auto [from, to] = snapped(pen, box);
  from.x += stroke / 2, from.y += stroke / 2;
  to.x -= stroke / 2, to.y -= stroke / 2;
  const float round = std::max(0.0F, pen.px(std::min(radius, std::min(box.w, box.h) / 2)) - stroke / 2);
  pen.list()->PathRect(from, to, round);
  pen.list()->PathStroke(pen.ink(color), ImDrawFlags_Closed, stroke);
}

void Canvas::gradient(Rect box, Color top, Color bottom) {
  const Pen& pen = session_.pen();
  const auto [from, to] = snapped(pen, box);
  pen.list()->AddRectFilledMultiColor(from, to, pen.ink(top), pen.ink(top), pen.ink(bottom), pen.ink(bottom));
}

void Canvas::gradient_across(Rect box, Color left, Color right) {
  const Pen& pen = session_.pen();
  const auto [from, to] = snapped(pen, box);
  pen.list()->AddRectFilledMultiColor(from, to, pen.ink(left), pen.ink(right), pen.ink(right), pen.ink(left));
}

void Canvas::line(Point from, Point to, Color color, float width) {
  const Pen& pen = session_.pen();
  const float stroke = pen.px_stroke(width);
  // Level and upright lines are planes with crisp edges.
  if (from.y == to.y || from.x == to.x) {
    ImVec2 a = pen.snapped({std::min(from.x, to.x), std::min(from.y, to.y)});
    ImVec2 b = pen.snapped({std::max(from.x, to.x), std::max(from.y, to.y)});
    const float before = std::floor(stroke / 2);
    if (from.y == to.y) {
      a.y -= before, b.y = a.y + stroke;
    } else {
      a.x -= before, b.x = a.x + stroke;
    }
    pen.list()->AddRectFilled(a, b, pen.ink(color));
    return;
  }
  pen.list()->AddLine(pen.px(from), pen.px(to), pen.ink(color), stroke);
}

void Canvas::disc(Point centre, float radius, Color color) {
  const Pen& pen = session_.pen();
  pen.list()->AddCircleFilled(pen.px(centre), pen.px(radius), pen.ink(color));
}

void Canvas::ring(Point centre, float radius, Color color, float width) {
  const Pen& pen = session_.pen();
  pen.list()->AddCircle(pen.px(centre), pen.px(radius), pen.ink(color), 0, std::max(1.0F, pen.px(width)));
}

void Canvas::arc(Point centre, float radius, float from_deg, float to_deg, Color color, float width) {
  const Pen& pen = session_.pen();
  pen.list()->PathArcTo(pen.px(centre), pen.px(radius), radians(from_deg), radians(to_deg));
  pen.list()->PathStroke(pen.ink(color), ImDrawFlags_None, std::max(1.0F, pen.px(width)));
}

void Canvas::polyline(std::span<const Point> points, Color color, float width, bool closed) {
  const Pen& pen = session_.pen();
  for (const Point& point : points) pen.list()->PathLineTo(pen.px(point));
  pen.list()->PathStroke(pen.ink(color), closed ? ImDrawFlags_Closed : ImDrawFlags_None, std::max(1.0F, pen.px(width)));
}

void Canvas::polygon(std::span<const Point> convex, Color color) {
  const Pen& pen = session_.pen();
  for (const Point& point : convex) pen.list()->PathLineTo(pen.px(point));
  pen.list()->PathFillConvex(pen.ink(color));
}

void Canvas::clip(Rect box) { session_.pen().push_clip(box); }
void Canvas::unclip() { session_.pen().pop_clip(); }
void Canvas::push_alpha(float alpha) { session_.pen().push_alpha(alpha); }
void Canvas::pop_alpha() { session_.pen().pop_alpha(); }
void Canvas::push_offset(Point offset) { session_.pen().push_offset(offset); }
void Canvas::pop_offset() { session_.pen().pop_offset(); }

void Canvas::focus_ring(Rect box, float radius) {
  const bool contrast = theme().modes.high_contrast;
  const float outer = stroke::kFocus;
  const float inner = 4;
  outline(box.inset(-outer), contrast ? color().control : color().ink, outer, radius + outer);
  outline(box, color().paper0, inner, radius);
}

Touch Canvas::touch(std::string_view label, Rect hit) {
  const Pen& pen = session_.pen();
  const std::uint32_t id = ImHashStr(label.data(), label.size());
  const Rect here = pen.on_screen(hit);
  const Rect seen = common(here, pen.clip());
  if (ItemLog* log = session_.item_log(); log != nullptr) log->add({std::string(label), here, seen});
  return session_.touches().touch(id, seen, here);
}

const Pointer& Canvas::pointer() const { return session_.touches().pointer(); }

void Canvas::cancel_taps() { session_.touches().cancel_taps(); }

void Canvas::modal() {
  session_.touches().modal();
  if (ItemLog* log = session_.item_log(); log != nullptr) log->put_behind();
  if (TextLog* log = session_.text_log(); log != nullptr) log->put_behind();
}

void Canvas::request_frame() { session_.request_frame_in(std::chrono::milliseconds(0)); }

void Canvas::request_frame_in(std::chrono::milliseconds delay) { session_.request_frame_in(delay); }

float Canvas::animate(std::string_view label, float target, std::chrono::milliseconds duration) {
  return session_.animate(ImHashStr(label.data(), label.size()), target, duration);
}

}  // namespace ui
