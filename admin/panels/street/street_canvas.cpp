#include "admin/panels/street/street_canvas.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "admin/desk/button.h"
#include "admin/desk/marks.h"
#include "kiosk/widgets/map_fit.h"

namespace admin {
namespace {

namespace color = desk::color;
namespace size = desk::size;
using ui::Point;
using ui::Rect;

constexpr float kGrid = 80;           // px
constexpr float kLeastPin = 11;       // radius in px: a number in it can still be read
constexpr float kSelectedMore = 1.28F;

}  // namespace

MapSpot StreetCanvas::to_spot(Point point) const {
  const MapSpot spot = zoom_.to_spot(point);
  return {std::clamp(spot.x, 0.02F, 0.98F), std::clamp(spot.y, 0.02F, 0.98F)};
}

MapSpot StreetCanvas::spot_of(const StreetView& view, std::size_t shop) const {
  if (drag_ && drag_->shop == shop) return drag_->now;
  return view.shops[shop].spot.value_or(MapSpot{0.5F, 0.5F});
}

std::optional<std::pair<std::size_t, MapSpot>> StreetCanvas::held() const {
  if (!drag_ || !drag_->moved) return std::nullopt;
  return std::pair{drag_->shop, drag_->now};
}

std::optional<float> StreetCanvas::closer() const {
  constexpr float kAimed = 30;   // px between two tips
  const float apart = least_ * zoom_.map().w / kDiagramWidthU;
  if (apart >= kAimed || zoom_.zoom() >= StreetZoom::kMost) return std::nullopt;
  return std::min(StreetZoom::kMost, zoom_.zoom() * kAimed / std::max(1.0F, apart));
}

// As on the kiosk; smaller where many stand close, until one looks closer.
float StreetCanvas::pin_radius() const {
  const float scale = std::min(1.0F, zoom_.map().w / kDiagramWidthU);
  return std::max(kLeastPin, kiosk::kPinRadius * scale * std::min(1.0F, 1.6F * least_ * zoom_.zoom() / kLeastApartU));
}

StreetCanvas::Answer StreetCanvas::draw(desk::Desk& desk, Rect area, const StreetView& view) {
  ui::Canvas& canvas = desk.canvas();
  if (view.diagram.width > 0 && view.diagram.height > 0) aspect_ = static_cast<float>(view.diagram.width) / static_cast<float>(view.diagram.height);
  zoom_.lay(area, aspect_);
  follow_view(desk, view);
  if (drag_ && drag_->shop >= view.shops.size()) drag_.reset();
  least_ = least_apart_u(static_cast<std::size_t>(std::ranges::count_if(view.shops, [](const StreetShop& shop) { return shop.spot.has_value(); })));
  canvas.shadow(frame(), ui::Elevation::Card, size::kButtonRadius);
  canvas.clip(frame());
  draw_ground(desk, view);
  draw_labels(desk, view);
  Answer answer;
  follow_drag(desk, view, answer);
  if (drag_ && drag_->moved && view.shops[drag_->shop].spot) draw_pin(desk, view, drag_->shop, true, to_screen(drag_->from));
  // The selected one lies on top, and takes the mouse first.
  for (std::size_t i = 0; i < view.shops.size(); ++i) {
    const bool shown = view.shops[i].spot.has_value() || (drag_ && drag_->shop == i && drag_->moved);
    if (shown && view.selected != i) draw_pin(desk, view, i, false, to_screen(spot_of(view, i)));
  }
  draw_brackets(desk, view);
  if (view.selected && (view.shops[*view.selected].spot || held())) {
    draw_pin(desk, view, *view.selected, false, to_screen(spot_of(view, *view.selected)));
    draw_name(desk, view);
  }
  touch_pins(desk, view, answer);
  draw_tools(desk, view);
  canvas.unclip();
  if (drag_ && drag_->ended) drag_.reset();   // drawn once more where it was let go
  return answer;
}

void StreetCanvas::touch_pins(desk::Desk& desk, const StreetView& view, Answer& answer) {
  ui::Canvas& canvas = desk.canvas();
  const auto touch_pin = [&](std::size_t i) {
    const Point tip = to_screen(spot_of(view, i));
    const float half = pin_radius();
    const ui::Touch touch = canvas.touch("图上 " + view.shops[i].name + " " + view.shops[i].number, {tip.x - half, tip.y - half * 2.6F, 2 * half, half * 2.8F});
    if (touch.pressed && !drag_ && canvas.pointer().pressed) {
      answer.selected = i;
      const MapSpot from = *view.shops[i].spot;
      drag_ = Drag{.shop = i, .from = from, .now = from, .grab = tip - canvas.pointer().position};
    }
    if (touch.tapped) answer.selected = i;
    // Tab comes by: the pin is chosen once, and may be left for another by the mouse.
    if (touch.focused && focused_ != i) answer.selected = i;
    if (touch.focused) focused_ = i;
    else if (focused_ == i) focused_.reset();
  };
  for (std::size_t i = 0; i < view.shops.size(); ++i) {
    if (view.shops[i].spot && view.selected != i) touch_pin(i);
  }
  if (view.selected && view.shops[*view.selected].spot) touch_pin(*view.selected);
}

// As on the kiosk: about the chosen shop where it is seen.
void StreetCanvas::zoom_about_choice(float factor, const StreetView& view) {
  const bool chosen = view.selected && view.shops[*view.selected].spot;
  const Point tip = chosen ? to_screen(*view.shops[*view.selected].spot) : Point{};
  zoom_.by(factor, chosen && frame().contains(tip) ? tip : frame().centre());
}

// Wheel, + − 0 and the hand on the ground. The ground lies below the pins.
void StreetCanvas::follow_view(desk::Desk& desk, const StreetView& view) {
  ui::Canvas& canvas = desk.canvas();
  const ui::Pointer& pointer = canvas.pointer();
  if (reveal_) zoom_.reveal(*std::exchange(reveal_, std::nullopt));
  if (const float steps = desk.wheel_over(frame()); steps != 0) zoom_.by(std::pow(StreetZoom::kStep, steps), pointer.position);
  if (desk.shortcut({.key = ui::Key::Plus})) zoom_about_choice(StreetZoom::kStep, view);
  if (desk.shortcut({.key = ui::Key::Minus})) zoom_about_choice(1 / StreetZoom::kStep, view);
  if (desk.shortcut({.key = ui::Key::Zero})) zoom_.whole();
  const ui::Touch ground = canvas.touch("示意图", frame());
  if (ground.pressed && pointer.pressed) panning_ = true, panned_ = pointer.position;
  if (panning_ && pointer.down && !drag_) {
    zoom_.pan({pointer.position.x - panned_.x, pointer.position.y - panned_.y});
    panned_ = pointer.position;
  }
  if (!pointer.down) panning_ = false;
}

// + − and the whole, in the corner as on the kiosk.
void StreetCanvas::draw_tools(desk::Desk& desk, const StreetView& view) {
  constexpr float kSide = 36, kGapBetween = 6;
  ui::Canvas& canvas = desk.canvas();
  const Rect corner = frame();
  float y = corner.bottom() - 14 - kSide;
  const auto tool = [&](std::string_view label, std::string_view icon, bool enabled) {
    const Rect box{corner.right() - 14 - kSide, y, kSide, kSide};
    y -= kSide + kGapBetween;
    canvas.shadow(box, ui::Elevation::Card, size::kRadius);
    canvas.fill(box, color::kPaper, size::kRadius);
    return desk::icon_button(desk, label, icon, box, enabled);
  };
  const bool is_whole = zoom_.zoom() <= 1;
  if (tool("看全图", "map", !is_whole)) zoom_.whole();
  if (tool("缩小示意图", "minus", !is_whole)) zoom_about_choice(1 / StreetZoom::kStep, view);
  if (tool("放大示意图", "plus", zoom_.zoom() < StreetZoom::kMost)) zoom_about_choice(StreetZoom::kStep, view);
  const std::string percent = std::to_string(static_cast<int>(std::lround(zoom_.zoom() * 100))) + "%";
  const Rect chip{corner.right() - 14 - 52, y + kSide - 26, 52, 26};
  canvas.fill(chip, color::kPaper.with_alpha(0.92F), 5);
  canvas.text(chip, percent, desk::centre(desk::small(color::kInk2)));
}

// A shop is on its way: from its old place, or out of the list.
void StreetCanvas::follow_drag(desk::Desk& desk, const StreetView& view, Answer& answer) {
  const ui::Pointer& pointer = desk.canvas().pointer();
  if (view.carried && !drag_ && pointer.down) {
    drag_ = Drag{.shop = *view.carried, .from = {}, .now = to_spot(pointer.position), .grab = {}, .moved = false};
  }
  if (!drag_) return;
  const bool from_list = !view.shops[drag_->shop].spot.has_value();
  if (pointer.down) {
    if (view.locked || (!pointer.dragging && !from_list)) return;
    drag_->moved = from_list ? frame().contains(pointer.position) : true;
    drag_->now = to_spot(pointer.position + drag_->grab);
    if (view.snaps) drag_->now = snapped(drag_->now, drag_->shop, view.shops, aspect_);
    desk.canvas().cancel_taps();
    return;
  }
  if (drag_->moved && !view.locked) answer.moved = std::pair{drag_->shop, drag_->now};
  drag_->ended = true;
}

void StreetCanvas::draw_ground(desk::Desk& desk, const StreetView& view) const {
  ui::Canvas& canvas = desk.canvas();
  const Rect seen = frame();
  const Rect map = zoom_.map();
  if (view.diagram.empty()) {
    canvas.fill(seen, color::kWell);
    desk::empty_words(desk, seen, "这条街还没有示意图", "在“双拥街”里给它选一张示意图，再来放商户。", "map");
  } else {
    const Rect part{(seen.x - map.x) / map.w, (seen.y - map.y) / map.h, seen.w / map.w, seen.h / map.h};
    canvas.picture(seen, view.diagram, {.radius = size::kButtonRadius, .placeholder = color::kWell, .crop = part});
  }
  const float step = kGrid * zoom_.zoom();
  for (float x = map.x + step; x < map.right(); x += step) canvas.line({x, seen.y}, {x, seen.bottom()}, color::kInk3.with_alpha(0.18F), 1);
  for (float y = map.y + step; y < map.bottom(); y += step) canvas.line({seen.x, y}, {seen.right(), y}, color::kInk3.with_alpha(0.18F), 1);
}

// As on the kiosk, at this size.
void StreetCanvas::draw_labels(desk::Desk& desk, const StreetView& view) const {
  ui::Canvas& canvas = desk.canvas();
  for (const StreetLabel& label : view.labels) {
    const bool water = label.role == "water";
    const bool street = label.role == "street";
    const ui::TextStyle style{.face = water ? ui::Face::Serif : street ? ui::Face::SansMedium : ui::Face::Sans,
                              .size = water ? 22.0F : 16.0F,
                              .color = water ? color::kIndigo : label.role == "park" ? color::kPine : color::kInk2,
                              .align = ui::Align::Centre,
                              .tracking = water ? 0.3F : 0.0F};
    const Point at = to_screen(label.at);
    const float width = canvas.measure(label.text, style) + 14;
    const Rect map = zoom_.map();
    const Rect box{std::clamp(at.x - width / 2, map.x + 4, std::max(map.x + 4, map.right() - width - 4)), at.y - style.size * 0.8F, width, style.size * 1.6F};
    canvas.fill(box, street ? color::kCream : color::kPaper, 5);
    canvas.text(box, label.text, style);
  }
}

void StreetCanvas::draw_pin(desk::Desk& desk, const StreetView& view, std::size_t shop, bool ghost, Point tip) const {
  ui::Canvas& canvas = desk.canvas();
  const bool selected = view.selected == shop;
  const float radius = pin_radius() * (selected && !ghost ? kSelectedMore : 1);
  const Point centre{tip.x, tip.y - radius * 1.45F};
  const ui::Color fill = selected ? color::kRed : color::kPine;
  if (ghost) {
    constexpr int kDashes = 12;
    for (int i = 0; i < kDashes; ++i) canvas.arc(centre, radius, static_cast<float>(i) * 30, static_cast<float>(i) * 30 + 16, color::kRed, 2);
    canvas.disc(centre, radius - 2, color::kRed.with_alpha(0.18F));
    return;
  }
  canvas.fill({tip.x - radius * 0.55F, tip.y - radius * 0.12F, radius * 1.1F, radius * 0.3F}, color::kInk.with_alpha(0.28F), radius * 0.15F);
  const float half = radius * 0.36F;
  const std::array<Point, 3> edge{Point{centre.x - half - 2, centre.y + radius * 0.75F}, Point{centre.x + half + 2, centre.y + radius * 0.75F}, Point{tip.x, tip.y + 2}};
  const std::array<Point, 3> tail{Point{centre.x - half, centre.y + radius * 0.75F}, Point{centre.x + half, centre.y + radius * 0.75F}, tip};
  canvas.polygon(edge, color::kPaper);
  canvas.disc(centre, radius + 2.5F, color::kPaper);
  canvas.polygon(tail, fill);
  canvas.disc(centre, radius, fill);
  const std::string number = std::to_string(shop + 1);
  const float words = radius * (number.size() > 2 ? 0.78F : 1.05F);
  canvas.text({centre.x - radius, centre.y - radius, 2 * radius, 2 * radius}, number, desk::centre(desk::bold(words, color::kPaper)));
}

void StreetCanvas::draw_name(desk::Desk& desk, const StreetView& view) const {
  ui::Canvas& canvas = desk.canvas();
  const StreetShop& shop = view.shops[*view.selected];
  const std::string words = shop.number.empty() ? shop.name : shop.name + " ・ " + shop.number;
  const float width = canvas.measure(words, desk::second(color::kPaper)) + 20;
  const Point tip = to_screen(spot_of(view, *view.selected));
  if (!frame().contains(tip)) return;
  const float x = std::clamp(tip.x - width / 2, frame().x + 4, std::max(frame().x + 4, frame().right() - width - 4));
  const float y = tip.y + 12 + 26 > frame().bottom() ? tip.y - 26 - 84 : tip.y + 12;
  canvas.fill({x, y, width, 26}, color::kInk, 6);
  canvas.text({x, y, width, 26}, words, desk::centre(desk::second(color::kPaper)));
}

// Over the selected shop and whoever it stands too near to; the others are told of in the sentence below the map.
void StreetCanvas::draw_brackets(desk::Desk& desk, const StreetView& view) const {
  if (!view.selected) return;
  ui::Canvas& canvas = desk.canvas();
  const MapSpot mine = spot_of(view, *view.selected);
  for (std::size_t i = 0; i < view.shops.size(); ++i) {
    if (i == *view.selected || !view.shops[i].spot || apart_u(mine, *view.shops[i].spot, aspect_) >= least_) continue;
    const Point a = to_screen(mine);
    const Point b = to_screen(*view.shops[i].spot);
    const float top = std::min(a.y, b.y) - pin_radius() * 3.4F;
    const float low = std::min(a.x, b.x);
    const float high = std::max(a.x, b.x);
    const std::array<Point, 4> bracket{Point{low, top + 14}, Point{low, top}, Point{high, top}, Point{high, top + 14}};
    canvas.polyline(bracket, color::kAmber, 2);
    const std::string words = "离 " + std::to_string(i + 1) + " 号太近，手指点不准";
    const float width = canvas.measure(words, desk::second(color::kAmber)) + 20;
    const Rect chip{std::clamp((low + high - width) / 2, frame().x + 4, std::max(frame().x + 4, frame().right() - width - 4)), top - 34, width, 26};
    canvas.fill(chip, color::kAmber50, 5);
    canvas.outline(chip, color::kAmberEdge, 1, 5);
    canvas.text(chip, words, desk::centre(desk::second(color::kAmber)));
    return;
  }
}

}  // namespace admin
