#include "kiosk/widgets/street_map.h"

#include <algorithm>
#include <array>
#include <utility>

#include "content/romanise.h"
#include "kiosk/pictures.h"
#include "kiosk/widgets/map_fit.h"

namespace kiosk {
namespace {

using ui::Point;
using ui::Rect;

constexpr float kMostFit = 2.2F;
constexpr std::array<float, 6> kZooms{1, 1.5F, 2.2F, 3, 4.5F, StreetMap::kMostZoom};
constexpr float kSameZoom = 0.01F;

}  // namespace

void StreetMap::show(const content::Street& street, std::optional<MapPoint> here, const Texts& texts) {
  if (street_ != street.id) {
    zoom_ = 1;
    fresh_ = true;
  }
  street_ = street.id;
  diagram_ = street.diagram;
  labels_.clear();
  for (const content::MapLabel& label : street.labels) {
    std::string words = label.text;
    if (texts.language() == ui::Language::English) {
      const std::string latin = texts.romaniser().name(label.text);
      if (!latin.empty()) words += ' ' + latin;
    }
    labels_.push_back({std::move(words), {label.x, label.y}, label.role});
  }
  // The street's own name first: when labels touch, the later one gives way.
  std::ranges::stable_partition(labels_, [](const Label& label) { return label.role == "street"; });
  here_ = here;
}

void StreetMap::set_pins(std::vector<MapPin> pins, std::vector<MapPoint> dots) {
  pins_ = std::move(pins);
  dots_ = std::move(dots);
  points_.clear();
  for (const MapPin& pin : pins_) points_.push_back(pin.at);
  placed_.reset();
}

void StreetMap::set_zoom(float zoom, MapPoint about) {
  zoom_ = std::clamp(zoom, 1.0F, kMostZoom);
  centre_ = about;
  fresh_ = false;
}

Point StreetMap::to_screen(MapPoint point) const {
  return {box_.centre().x + (point.x - centre_.x) / view_.w * box_.w, box_.centre().y + (point.y - centre_.y) / view_.h * box_.h};
}

void StreetMap::measure_view(ui::Size diagram, const Rect& box) {
  box_ = box;
  const float scale = std::max(box.w / diagram.w, box.h / diagram.h) * zoom_;
  view_ = {box.w / (diagram.w * scale), box.h / (diagram.h * scale)};
  centre_.x = std::clamp(centre_.x, view_.w / 2, 1 - view_.w / 2);
  centre_.y = std::clamp(centre_.y, view_.h / 2, 1 - view_.h / 2);
}

// The first zoom at which no two heads touch, as far as all pins and 您在这里 stay in sight; their middle in the middle of
// what is free. Call with the view measured at zoom 1.
void StreetMap::fit_pins(std::span<const MapPoint> pins, const MapFrame& frame, float pin_scale) {
  const Rect free = free_part(frame);
  const ui::Size whole = scale();
  Extent extent = extent_of(pins, here_);
  // From far away the way to the pins would make them one: then they alone are shown.
  if (extent.across() * whole.w > free.w || extent.down() * whole.h > free.h) extent = extent_of(pins, std::nullopt);
  for (const float zoom : kZooms) {
    if (zoom > kMostFit) break;   // the street and its surroundings stay recognisable
    if (zoom > 1 && (extent.across() * whole.w * zoom > free.w || extent.down() * whole.h * zoom > free.h)) break;
    zoom_ = zoom;
    if (stand_apart(pins, {whole.w * zoom, whole.h * zoom}, least_apart(pin_scale))) break;
  }
  centre_ = {extent.centre().x + (box_.centre().x - free.centre().x) / (whole.w * zoom_),
             extent.centre().y + (box_.centre().y - free.centre().y) / (whole.h * zoom_)};
}

// Before the visitor moves the map it shows the list's page.
void StreetMap::follow_page(ui::Size diagram, const MapFrame& frame, float pin_scale) {
  std::vector<MapPoint> page;
  for (const MapPin& pin : pins_) {
    if (pin.row >= frame.first_row && pin.row < frame.end_row) page.push_back(pin.at);
  }
  const bool none = page.empty() && pins_.empty() && !dots_.empty();
  if (none) page = dots_;
  if (page.empty()) return;
  zoom_ = 1;
  measure_view(diagram, frame.box);
  fit_pins(page, frame, pin_scale);
}

void StreetMap::bring_into_view(const MapFrame& frame) {
  if (!reveal_) return;
  const Rect free = free_part(frame);
  const bool inside = (fresh_ ? box_ : free).contains(to_screen(*reveal_));
  if (!inside) {
    fresh_ = false;
    centre_ = {reveal_->x + (box_.centre().x - free.centre().x) / scale().w, reveal_->y + (box_.centre().y - free.centre().y) / scale().h};
  }
  reveal_.reset();
}

void StreetMap::pan(ui::Canvas& canvas, const MapFrame& frame) {
  const ui::Pointer& pointer = canvas.pointer();
  if (pointer.pressed) {
    const bool room = view_.w < 0.999F || view_.h < 0.999F;
    panning_ = room && !frame.look_only && !canvas.under_modal() && frame.box.contains(pointer.press_position) &&
               !frame.card.contains(pointer.press_position);
    grab_centre_ = centre_;
  }
  if (!pointer.down) panning_ = false;
  if (!panning_ || !pointer.dragging) return;
  canvas.cancel_taps();
  const Point moved = pointer.position - pointer.press_position;
  centre_ = {grab_centre_.x - moved.x / frame.box.w * view_.w, grab_centre_.y - moved.y / frame.box.h * view_.h};
  fresh_ = false;
}

// So close that the group falls apart and all of it is in sight. False when no zoom parts it.
bool StreetMap::zoom_into(const PinGroup& group, const MapFrame& frame, float pin_scale) {
  const ui::Size whole{scale().w / zoom_, scale().h / zoom_};
  const float spread = spread_of(group, points_, whole);
  if (spread * kMostZoom < least_apart(pin_scale)) return false;
  std::vector<MapPoint> members;
  for (const std::size_t pin : group.pins) members.push_back(points_[pin]);
  const Extent extent = extent_of(members, std::nullopt);
  const Rect free = free_part(frame);
  const float fits = std::min(free.w / std::max(1.0F, extent.across() * whole.w), free.h / std::max(1.0F, extent.down() * whole.h));
  const float parts = least_apart(pin_scale) / spread * 1.02F;
  const float zoom = std::clamp(std::max(fits, parts), zoom_, kMostZoom);
  set_zoom(zoom, {extent.centre().x + (box_.centre().x - free.centre().x) / (whole.w * zoom),
                  extent.centre().y + (box_.centre().y - free.centre().y) / (whole.h * zoom)});
  return true;
}

MapTap StreetMap::draw(ui::Canvas& canvas, const Context& context, const MapFrame& frame) {
  const auto diagram = picture_source(context.catalog, diagram_, std::max(frame.box.w, frame.box.h) * 3 * canvas.pixels_per_u());
  const ui::Size size = diagram.empty() ? ui::Size{3, 2} : ui::Size{static_cast<float>(diagram.width), static_cast<float>(diagram.height)};
  const float pin_scale = canvas.theme().text_size(28) / 28;
  pan(canvas, frame);
  if (fresh_) follow_page(size, frame, pin_scale);
  measure_view(size, frame.box);
  bring_into_view(frame);
  measure_view(size, frame.box);
  if (!points_.empty()) place_heads(frame, pin_scale);
  if (points_.empty()) heads_.clear();
  keep_in_sight(frame);

  draw_ground(canvas, diagram, frame);
  canvas.clip(frame.box);
  const std::string_view here = context.texts("street.here");
  draw_labels(canvas, taken_places(canvas, frame, here));
  draw_dots(canvas);
  draw_here(canvas, frame, here);
  MapTap tap = draw_heads(canvas, context, frame, pin_scale);
  canvas.unclip();
  draw_buttons(canvas, context, frame);
  return tap;
}

MapTap StreetMap::draw_heads(ui::Canvas& canvas, const Context& context, const MapFrame& frame, float pin_scale) {
  MapTap tap;
  const Head* hit = nullptr;
  for (const Head& head : heads_) {
    if (head.group.pins.size() == 1 && shows(head, frame)) draw_tail(canvas, head, !frame.look_only);
  }
  for (const Head& head : heads_) {
    if (!shows(head, frame)) continue;
    const bool several = head.group.pins.size() > 1;
    const bool touchable = !frame.look_only;
    const MapPin& first = pins_[head.group.pins.front()];
    if (touchable && canvas.touch(several ? first.group : first.label, square_of(head)).tapped) hit = &head;
    if (several) {
      draw_group(canvas, context.texts, head, touchable);
    } else {
      draw_pin(canvas, head, touchable);
    }
  }
  if (hit == nullptr) return tap;
  if (hit->group.pins.size() == 1) {
    tap.pin = hit->group.pins.front();
  } else if (const PinGroup group = hit->group; !zoom_into(group, frame, pin_scale)) {
    tap.together = group.pins;
  }
  canvas.request_frame();
  return tap;
}

void StreetMap::draw_buttons(ui::Canvas& canvas, const Context& context, const MapFrame& frame) {
  const auto& color = canvas.color();
  const bool high_contrast = canvas.theme().modes.high_contrast;
  const auto round_button = [&](std::string_view label, std::string_view icon, Point centre, bool enabled) {
    const float radius = frame.button_radius;
    const Rect box{centre.x - radius, centre.y - radius, 2 * radius, 2 * radius};
    const ui::Touch touch = enabled ? canvas.touch(label, box.inset(-6)) : ui::Touch{};
    canvas.shadow(box, ui::Elevation::Selected, radius);
    canvas.disc(centre, radius, touch.pressed ? color.paper3 : color.paper0);
    const ui::Color edge = high_contrast ? (enabled ? color.control : color.disabled) : color.line;
    canvas.ring(centre, radius - 2, edge, high_contrast ? ui::stroke::kHighContrast : ui::stroke::kControl);
    canvas.icon(icon, centre, 40, !enabled ? color.disabled : high_contrast ? color.control : color.ink);
    if (touch.focused) canvas.focus_ring(box, radius);
    return touch.tapped;
  };
  const Texts& texts = context.texts;
  const MapPoint about = frame.selected ? points_[*frame.selected] : centre_;
  const auto closer = std::ranges::find_if(kZooms, [&](float zoom) { return zoom > zoom_ + kSameZoom; });
  const auto wider = std::ranges::lower_bound(kZooms, zoom_ - kSameZoom);
  if (round_button(texts("street.zoom_in"), "plus", frame.buttons[0], closer != kZooms.end())) set_zoom(*closer, about);
  if (round_button(texts("street.zoom_out"), "minus", frame.buttons[1], wider != kZooms.begin())) set_zoom(*(wider - 1), about);
  if (round_button(texts("street.locate"), "locate", frame.buttons[2], true)) {
    zoom_ = 1;
    fresh_ = true;
  }
}

}  // namespace kiosk
