#include "kiosk/widgets/street_map.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "kiosk/pictures.h"
#include "kiosk/widgets/map_fit.h"

namespace kiosk {
namespace {

using ui::Face;
using ui::Point;
using ui::Rect;

constexpr float kPinRise = 1.42F;    // the head's centre above the tip, in radii
constexpr int kSpreadRounds = 32;
constexpr float kMostFit = 2.2F;
constexpr std::array<float, 4> kZooms{1, 1.5F, 2.2F, StreetMap::kMostZoom};

bool overlap(const Rect& a, const Rect& b) {
  return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}

// Pushes two heads that touch apart, sideways as shops stand along a street. Heights count less, so that the tail of the
// upper one does not lie on the lower one.
void part_heads(Point& a, Point& b, float least) {
  const float dx = b.x - a.x;
  const float dy = (b.y - a.y) * 0.6F;
  if (dx * dx + dy * dy >= least * least) return;
  const float wanted = std::sqrt(std::max(0.0F, least * least - dy * dy));
  const float push = (wanted - std::abs(dx)) / 2 * (dx < 0 ? -1.0F : 1.0F);
  a.x -= push;
  b.x += push;
}

void draw_pin(ui::Canvas& canvas, const MapPin& pin, Point tip, Point centre, float radius) {
  const auto& color = canvas.color();
  const ui::Color fill = pin.selected ? color.red : pin.closed ? color.ink3 : color.pine;
  const float half = radius * 0.36F;
  canvas.fill({tip.x - radius * 0.55F, tip.y - radius * 0.12F, radius * 1.1F, radius * 0.3F}, color.ink.with_alpha(0.28F),
              radius * 0.15F);
  const float lean = std::clamp(tip.x - centre.x, -radius * 0.6F, radius * 0.6F);
  const std::array<Point, 3> tail{Point{centre.x + lean - half, centre.y + radius * 0.75F},
                                  Point{centre.x + lean + half, centre.y + radius * 0.75F}, tip};
  const std::array<Point, 3> edge{Point{tail[0].x - kPinRing, tail[0].y}, Point{tail[1].x + kPinRing, tail[1].y},
                                  Point{tip.x, tip.y + kPinRing}};
  canvas.polygon(edge, color.white);
  canvas.disc(centre, radius + kPinRing, color.white);
  canvas.polygon(tail, fill);
  canvas.disc(centre, radius, fill);
  canvas.text({centre.x - radius, centre.y - radius, 2 * radius, 2 * radius}, pin.number,
              {.face = Face::SansBold, .size = pin.selected ? 38.0F : 28.0F, .color = color.white, .align = ui::Align::Centre});
}

// Landscape's column + − ⌖, portrait's row − + ⌖; above the card where the map is too narrow for both.
Point button_place(const MapFrame& frame, int slot) {
  const Rect& box = frame.box;
  const auto back = static_cast<float>(2 - slot);
  if (frame.buttons_in_row) return {box.right() - 70 - back * 100, box.bottom() - 69};
  const bool card_below = frame.card.w > 0 && frame.card.right() > box.right() - 120;
  return {box.right() - 64, (card_below ? frame.card.y - 60 : box.bottom() - 68) - back * 94};
}

bool round_button(ui::Canvas& canvas, std::string_view label, std::string_view icon, Point centre, float radius, bool enabled) {
  const Rect box{centre.x - radius, centre.y - radius, 2 * radius, 2 * radius};
  const ui::Touch touch = enabled ? canvas.touch(label, box.inset(-6)) : ui::Touch{};
  const auto& color = canvas.color();
  canvas.shadow(box, ui::Elevation::Selected, radius);
  canvas.disc(centre, radius, touch.pressed ? color.paper3 : color.paper0);
  canvas.icon(icon, centre, 40, enabled ? color.ink : color.disabled);
  if (touch.focused) canvas.focus_ring(box, radius);
  return touch.tapped;
}

}  // namespace

void StreetMap::show(const content::Street& street, std::optional<MapPoint> here) {
  if (street_ != street.id) {
    zoom_ = 1;
    fresh_ = true;
  }
  street_ = street.id;
  diagram_ = street.diagram;
  labels_ = street.labels;
  // The street's own name first: when labels touch, the later one gives way.
  std::ranges::stable_partition(labels_, [](const content::MapLabel& label) { return label.role == "street"; });
  here_ = here;
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

// Before the visitor moves the map: the first zoom at which no two heads touch, as far as all pins and 您在这里 stay in
// sight; their middle in the middle of what the card leaves free. Call with the view measured at zoom 1.
void StreetMap::fit_pins(std::span<const MapPin> pins, const MapFrame& frame) {
  const Extent extent = extent_of(pins, here_);
  const Rect free = free_part(frame);
  const float across = box_.w / view_.w;
  const float down = box_.h / view_.h;
  for (const float zoom : kZooms) {
    if (zoom > kMostFit) break;   // the street and its surroundings stay recognisable
    if (zoom > 1 && ((extent.high.x - extent.low.x) * across * zoom > free.w || (extent.high.y - extent.low.y) * down * zoom > free.h)) break;
    zoom_ = zoom;
    if (stand_apart(pins, across * zoom, down * zoom)) break;
  }
  centre_ = {(extent.low.x + extent.high.x) / 2 + (box_.centre().x - free.centre().x) / (across * zoom_),
             (extent.low.y + extent.high.y) / 2 + (box_.centre().y - free.centre().y) / (down * zoom_)};
}

void StreetMap::bring_into_view(std::span<const MapPin> pins) {
  if (pins.empty()) return;
  if (reveal_) {
    const bool inside = std::abs(reveal_->x - centre_.x) < view_.w * 0.4F && std::abs(reveal_->y - centre_.y) < view_.h * 0.4F;
    if (!inside && !fresh_) centre_ = *reveal_;
    reveal_.reset();
  }
}

void StreetMap::pan(ui::Canvas& canvas, const MapFrame& frame) {
  const ui::Pointer& pointer = canvas.pointer();
  if (pointer.pressed) {
    panning_ = zoom_ > 1 && !canvas.under_modal() && frame.box.contains(pointer.press_position) &&
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

std::vector<StreetMap::Head> StreetMap::place_heads(std::span<const MapPin> pins) const {
  std::vector<Head> heads;
  for (const MapPin& pin : pins) {
    const float radius = pin.selected ? kSelectedRadius : kPinRadius;
    const Point tip = to_screen(pin.at);
    heads.push_back({tip, {tip.x, tip.y - radius * kPinRise}, radius});
  }
  for (int round = 0; round < kSpreadRounds; ++round) {
    for (std::size_t i = 0; i < heads.size(); ++i) {
      for (std::size_t j = i + 1; j < heads.size(); ++j) {
        part_heads(heads[i].centre, heads[j].centre, heads[i].radius + heads[j].radius + 2 * kPinRing + kHeadGap);
      }
    }
  }
  return heads;
}

std::optional<std::size_t> StreetMap::draw(ui::Canvas& canvas, const Context& context, const MapFrame& frame,
                                           std::span<const MapPin> pins) {
  const auto diagram = picture_source(context.catalog, diagram_, std::max(frame.box.w, frame.box.h) * kMostZoom * canvas.pixels_per_u());
  const ui::Size size = diagram.empty() ? ui::Size{3, 2} : ui::Size{static_cast<float>(diagram.width), static_cast<float>(diagram.height)};
  pan(canvas, frame);
  if (fresh_ && !pins.empty()) {
    zoom_ = 1;
    measure_view(size, frame.box);
    fit_pins(pins, frame);
  }
  measure_view(size, frame.box);
  bring_into_view(pins);
  measure_view(size, frame.box);

  draw_ground(canvas, diagram, frame);
  canvas.clip(frame.box);
  const auto heads = place_heads(pins);
  std::vector<Rect> taken{frame.card};
  for (const Head& head : heads) {
    taken.push_back(Rect{head.centre.x, head.centre.y, 0, 0}.inset(-head.radius - kPinRing));
  }
  for (int slot = 0; slot < 3; ++slot) taken.push_back(Rect{button_place(frame, slot).x, button_place(frame, slot).y, 0, 0}.inset(-48));
  if (here_) taken.push_back({to_screen(*here_).x - 66, to_screen(*here_).y - 34, 132, 100});
  draw_labels(canvas, std::move(taken));
  draw_here(canvas, context);

  std::optional<std::size_t> tapped;
  const auto draw_one = [&](std::size_t i) {
    const Head& head = heads[i];
    if (canvas.touch(pins[i].label, Rect{head.centre.x, head.centre.y, 0, 0}.inset(-kSelectedRadius)).tapped) tapped = i;
    draw_pin(canvas, pins[i], head.tip, head.centre, head.radius);
  };
  for (std::size_t i = heads.size(); i-- > 0;) {
    if (!pins[i].selected && frame.box.contains(heads[i].centre)) draw_one(i);
  }
  for (std::size_t i = 0; i < heads.size(); ++i) {
    if (pins[i].selected && frame.box.contains(heads[i].centre)) draw_one(i);
  }
  canvas.unclip();
  draw_buttons(canvas, context, frame, pins);
  return tapped;
}

void StreetMap::draw_ground(ui::Canvas& canvas, const ui::PictureSource& diagram, const MapFrame& frame) const {
  const auto& color = canvas.color();
  if (frame.radius > 0) canvas.shadow(frame.box, ui::Elevation::Card, frame.radius);
  if (diagram.empty()) {
    canvas.fill(frame.box, color.pine50, frame.radius);
    canvas.icon("map", frame.box.centre(), 120, color.pine.with_alpha(0.25F));
    return;
  }
  const Rect part{centre_.x - view_.w / 2, centre_.y - view_.h / 2, view_.w, view_.h};
  canvas.picture(frame.box, diagram, {.radius = frame.radius, .placeholder = color.paper2, .crop = part});
}

void StreetMap::draw_labels(ui::Canvas& canvas, std::vector<Rect> taken) const {
  const auto& color = canvas.color();
  for (const content::MapLabel& label : labels_) {
    const bool water = label.role == "water";
    const bool street = label.role == "street";
    const bool park = label.role == "park";
    const ui::TextStyle style{.face = water ? Face::Serif : street ? Face::SansMedium : Face::Sans,
                              .size = water ? 36.0F : street ? 27.0F : 25.0F,
                              .color = water ? color.indigo : street ? color.gold_text : park ? color.pine : color.ink2,
                              .align = ui::Align::Centre,
                              .tracking = water ? 1.2F : 0.0F};
    const Point at = to_screen({label.x, label.y});
    const float width = canvas.measure(label.text, style);
    const float pad = street ? 14.0F : 4.0F;
    Rect box{at.x - width / 2 - pad, at.y - 20, width + 2 * pad, 40};
    // A name at the edge moves in as long as its place still shows.
    if (box_.contains(at)) box.x = std::clamp(box.x, box_.x + 8, std::max(box_.x + 8, box_.right() - box.w - 8));
    const bool inside = box.x >= box_.x && box.right() <= box_.right() && box.y >= box_.y && box.bottom() <= box_.bottom();
    if (!inside || std::ranges::any_of(taken, [&](const Rect& other) { return overlap(box, other); })) continue;
    taken.push_back(box);
    if (street) canvas.fill(box, color.cream, ui::radius::kTag);
    canvas.text(box.inset(-2, 0), label.text, style);
  }
}

void StreetMap::draw_here(ui::Canvas& canvas, const Context& context) const {
  if (!here_) return;
  const auto& color = canvas.color();
  const Point at = to_screen(*here_);
  if (!box_.contains(at)) return;
  canvas.disc(at, 34, color.indigo.with_alpha(0.2F));
  canvas.disc(at, 17, color.white);
  canvas.disc(at, 12, color.indigo);
  const ui::TextStyle style{.face = Face::SansMedium, .size = 25, .color = color.indigo, .align = ui::Align::Centre};
  const std::string_view words = context.texts("street.here");
  const float width = canvas.measure(words, style) + 32;
  const Rect pill{at.x - width / 2, at.y + 24, width, 40};
  canvas.fill(pill, color.paper0, ui::radius::kTag);
  canvas.text(pill, words, style);
}

void StreetMap::draw_buttons(ui::Canvas& canvas, const Context& context, const MapFrame& frame, std::span<const MapPin> pins) {
  const Texts& texts = context.texts;
  const bool row = frame.buttons_in_row;
  const float radius = row ? 42.0F : 40.0F;
  const auto place = [&](int slot) { return button_place(frame, slot); };
  const auto chosen = std::ranges::find_if(pins, [](const MapPin& pin) { return pin.selected; });
  const MapPoint about = chosen != pins.end() ? chosen->at : centre_;
  const auto level = static_cast<std::size_t>(std::ranges::lower_bound(kZooms, zoom_ - 0.01F) - kZooms.begin());
  const bool more = level + 1 < kZooms.size();
  const bool less = level > 0;
  if (round_button(canvas, texts("street.zoom_in"), "plus", place(row ? 1 : 0), radius, more)) set_zoom(kZooms[level + 1], about);
  if (round_button(canvas, texts("street.zoom_out"), "minus", place(row ? 0 : 1), radius, less)) set_zoom(kZooms[level - 1], about);
  if (round_button(canvas, texts("street.locate"), "locate", place(2), radius, true)) {
    zoom_ = 1;
    fresh_ = true;
  }
}

}  // namespace kiosk
