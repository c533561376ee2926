// What a street's map draws: ground, names, pins.
#include <algorithm>
#include <array>

#include "kiosk/widgets/map_fit.h"
#include "kiosk/widgets/street_map.h"

namespace kiosk {
namespace {

using ui::Face;
using ui::Point;
using ui::Rect;

constexpr float kHalo = 7;          // of a group's disc
constexpr float kButtonGap = 6;     // of a button's hit area around it
constexpr float kDot = 12;          // a hidden shop
constexpr float kLeastText = 25;
constexpr float kTailRoot = 0.75F, kTailHalf = 0.36F;   // of the disc's radius
constexpr float kGap = 4;           // between a name and anything else

struct PinLook {
  ui::Color fill;
  ui::Color ring;
  ui::Color words;
};

PinLook pin_look(const ui::Canvas& canvas, bool selected, bool closed, bool touchable) {
  const auto& color = canvas.color();
  if (canvas.theme().modes.high_contrast) {
    if (selected) return {color.control, color.paper0, color.paper0};
    return {color.paper0, touchable ? color.control : color.ink, color.ink};
  }
  return {selected ? color.red : closed ? color.ink3 : color.pine, color.white, color.white};
}

// The size at which a number fits its disc.
float number_size(const ui::Canvas& canvas, std::string_view number, float wanted, float room) {
  const float wide = canvas.measure(number, {.face = Face::SansBold, .size = wanted});
  return wide > room ? std::max(kLeastText, wanted * room / wide) : wanted;
}

void draw_number(ui::Canvas& canvas, std::string_view number, Point centre, float radius, const ui::TextStyle& style) {
  canvas.text({centre.x - radius - 12, centre.y - radius, 2 * radius + 24, 2 * radius}, number, style);
}

}  // namespace

float StreetMap::Head::half() const { return std::max(ui::touch::kMin / 2, radius + kPinRing); }

Rect StreetMap::square_of(const Head& head) const {
  const Point centre = centre_of(head);
  return Rect{centre.x, centre.y, 0, 0}.inset(-head.half());
}

// Inside the map, and not under the card or a button.
bool StreetMap::is_free(const Rect& square, const MapFrame& frame) const {
  const bool inside = square.x >= box_.x && square.right() <= box_.right() && square.y >= box_.y && square.bottom() <= box_.bottom();
  if (!inside || overlap(square, frame.card)) return false;
  return std::ranges::none_of(frame.buttons, [&](Point button) {
    return overlap(square, Rect{button.x, button.y, 0, 0}.inset(-frame.button_radius - kButtonGap));
  });
}

bool StreetMap::shows(const Head& head, const MapFrame& frame) const {
  if (head.aside) return true;
  const Rect square = square_of(head);
  if (!head.placed || !is_free(square, frame)) return false;
  return head.own || std::ranges::none_of(aside_, [&](const Rect& other) { return overlap(square, other); });
}

StreetMap::Tail StreetMap::tail_of(const Head& head) const {
  const Point tip = tip_of(head);
  const Point centre = centre_of(head);
  const float length = std::max(1.0F, std::hypot(tip.x - centre.x, tip.y - centre.y));
  return {centre, {(tip.x - centre.x) / length, (tip.y - centre.y) / length}, length};
}

// `along` the tail from the disc's centre, `aside` of its middle line.
Point StreetMap::Tail::at(float along, float aside) const {
  return {centre.x + way.x * along + way.y * aside, centre.y + way.y * along - way.x * aside};
}

// The shadow on the ground and the tail from the disc to the place; discs lie over all tails.
void StreetMap::draw_tail(ui::Canvas& canvas, const Head& head, bool touchable) const {
  const Point tip = tip_of(head);
  const PinLook look = pin_look(canvas, head.selected, pins_[head.group.pins.front()].closed, touchable);
  const float radius = head.radius;
  if (!canvas.theme().modes.high_contrast) {
    canvas.fill({tip.x - radius * 0.55F, tip.y - radius * 0.12F, radius * 1.1F, radius * 0.3F},
                canvas.color().ink.with_alpha(0.28F), radius * 0.15F);
  }
  const Tail tail = tail_of(head);
  const float root = radius * kTailRoot;
  const float half = radius * kTailHalf;
  canvas.polygon(std::array{tail.at(root, -half - kPinRing), tail.at(root, half + kPinRing), tail.at(tail.length + kPinRing, 0)}, look.ring);
  canvas.polygon(std::array{tail.at(root, -half), tail.at(root, half), tip}, look.fill);
}

void StreetMap::draw_pin(ui::Canvas& canvas, const Head& head, bool touchable) const {
  const MapPin& pin = pins_[head.group.pins.front()];
  const PinLook look = pin_look(canvas, head.selected, pin.closed, touchable);
  const float radius = head.radius;
  const Tail tail = tail_of(head);
  canvas.disc(tail.centre, radius + kPinRing, look.ring);
  // Where the tail leaves the disc it has no ring across it.
  const float root = radius * kTailRoot;
  const float end = std::min(tail.length, radius + kPinRing + 1);
  const float half = radius * kTailHalf;
  const float narrow = half * (1 - (end - root) / std::max(1.0F, tail.length - root));
  if (end > root) canvas.polygon(std::array{tail.at(root, -half), tail.at(root, half), tail.at(end, narrow), tail.at(end, -narrow)}, look.fill);
  canvas.disc(tail.centre, radius, look.fill);
  const float size = number_size(canvas, pin.number, head.selected ? 38.0F : 28.0F, 2 * radius - 8);
  draw_number(canvas, pin.number, tail.centre, radius,
              {.face = Face::SansBold, .size = size, .color = look.words, .align = ui::Align::Centre});
}

// A disc without a tail, in a halo: it stands for shops, not for one place.
void StreetMap::draw_group(ui::Canvas& canvas, const Texts& texts, const Head& head, bool touchable) const {
  const bool closed = std::ranges::all_of(head.group.pins, [&](std::size_t pin) { return pins_[pin].closed; });
  const PinLook look = pin_look(canvas, false, closed, touchable);
  const Point centre = centre_of(head);
  const std::string count = texts.format("street.group_count", {std::to_string(head.group.pins.size())});
  if (!canvas.theme().modes.high_contrast) canvas.disc(centre, head.radius + kPinRing + kHalo, look.fill.with_alpha(0.3F));
  canvas.disc(centre, head.radius + kPinRing, look.ring);
  canvas.disc(centre, head.radius, look.fill);
  const float size = number_size(canvas, count, 28, 2 * head.radius - 12);
  draw_number(canvas, count, centre, head.radius,
              {.face = Face::SansBold, .size = size, .color = look.words, .align = ui::Align::Centre});
}

void StreetMap::draw_dots(ui::Canvas& canvas) const {
  const auto& color = canvas.color();
  for (const MapPoint& dot : dots_) {
    const Point at = to_screen(dot);
    if (!box_.contains(at)) continue;
    canvas.disc(at, kDot, color.paper0);
    canvas.ring(at, kDot, canvas.theme().modes.high_contrast ? color.ink : color.ink2, 4);
  }
}

void StreetMap::draw_ground(ui::Canvas& canvas, const ui::PictureSource& diagram, const MapFrame& frame) const {
  const auto& color = canvas.color();
  const bool high_contrast = canvas.theme().modes.high_contrast;
  if (frame.radius > 0) canvas.shadow(frame.box, ui::Elevation::Card, frame.radius);
  if (diagram.empty()) {
    canvas.fill(frame.box, color.pine50, frame.radius);
    canvas.icon("map", frame.box.centre(), 120, color.pine.with_alpha(0.25F));
  } else {
    const Rect part{centre_.x - view_.w / 2, centre_.y - view_.h / 2, view_.w, view_.h};
    canvas.picture(frame.box, diagram, {.radius = frame.radius, .placeholder = color.paper2, .crop = part});
  }
  if (high_contrast) canvas.outline(frame.box, color.ink, 3, frame.radius);
}

// Where no name may stand: heads with their tails, the card, buttons, 您在这里.
std::vector<Rect> StreetMap::taken_places(const ui::Canvas& canvas, const MapFrame& frame, std::string_view here_words) const {
  std::vector<Rect> taken{frame.card};
  for (const Head& head : heads_) {
    if (!shows(head, frame)) continue;
    const Point tip = tip_of(head);
    const Point centre = centre_of(head);
    const float reach = head.radius + kPinRing + kGap;
    taken.push_back({centre.x - reach, centre.y - reach, 2 * reach, std::max(2 * reach, tip.y + kGap - centre.y + reach)});
    if (head.aside) taken.push_back(Rect{std::min(tip.x, centre.x), std::min(tip.y, centre.y), std::abs(tip.x - centre.x), std::abs(tip.y - centre.y)});
  }
  for (const MapPoint& dot : dots_) taken.push_back(Rect{to_screen(dot).x, to_screen(dot).y, 0, 0}.inset(-kDot - kGap));
  for (const Point& button : frame.buttons) taken.push_back(Rect{button.x, button.y, 0, 0}.inset(-frame.button_radius - kGap));
  if (here_) {
    const Rect pill = here_pill(canvas, frame, here_words);
    if (pill.w > 0) taken.push_back(pill.inset(-kGap));
    taken.push_back(Rect{to_screen(*here_).x, to_screen(*here_).y, 0, 0}.inset(-38));
  }
  return taken;
}

// Names stand on pills of paper, so that they can be read on any ground; where two would touch, the less important gives way.
void StreetMap::draw_labels(ui::Canvas& canvas, std::vector<Rect> taken) const {
  const auto& color = canvas.color();
  for (const Label& label : labels_) {
    const bool water = label.role == "water";
    const bool street = label.role == "street";
    const bool park = label.role == "park";
    const ui::TextStyle style{.face = water ? Face::Serif : street ? Face::SansMedium : Face::Sans,
                              .size = water ? 32.0F : street ? 27.0F : 25.0F,
                              .color = water ? color.indigo : street ? color.gold_text : park ? color.pine : color.ink2,
                              .align = ui::Align::Centre,
                              .tracking = water ? 0.3F : 0.0F};
    const Point at = to_screen(label.at);
    const float width = canvas.measure(label.text, style) + 20;
    const float height = canvas.theme().text_size(style.size) + 14;
    Rect box{at.x - width / 2, at.y - height / 2, width, height};
    // A name at the edge moves in as long as its place still shows.
    if (box_.contains(at)) box.x = std::clamp(box.x, box_.x + 8, std::max(box_.x + 8, box_.right() - box.w - 8));
    const bool inside = box.x >= box_.x && box.right() <= box_.right() && box.y >= box_.y && box.bottom() <= box_.bottom();
    if (!inside || std::ranges::any_of(taken, [&](const Rect& other) { return overlap(box, other); })) continue;
    taken.push_back(box.inset(-kGap));
    // In high contrast cream is white, and so are the words.
    canvas.fill(box, street && !canvas.theme().modes.high_contrast ? color.cream : color.paper1, ui::radius::kTag);
    canvas.text(box.inset(2, 0), label.text, style);
  }
}

Rect StreetMap::here_pill(const ui::Canvas& canvas, const MapFrame& frame, std::string_view words) const {
  const Point at = to_screen(*here_);
  const ui::TextStyle style{.face = Face::SansMedium, .size = 25};
  const float width = canvas.measure(words, style) + 32;
  const float height = canvas.theme().text_size(25) + 15;
  const auto hidden = [&](const Rect& pill) {
    return std::ranges::any_of(heads_, [&](const Head& head) {
      return shows(head, frame) && overlap(pill, square_of(head));
    });
  };
  // Below the dot as a rule; where a pin stands there, beside it, above it or further below.
  const float left = std::clamp(at.x - width / 2, box_.x + 6, std::max(box_.x + 6, box_.right() - width - 6));
  const Rect below{left, at.y + 24, width, height};
  const Rect right{at.x + 30, at.y - height / 2, width, height};
  const Rect beside{at.x - 30 - width, at.y - height / 2, width, height};
  const std::array<Rect, 9> places{below, below.moved(0, height), right, beside, below.moved(0, -height - 48), right.moved(0, height),
                                   beside.moved(0, height), right.moved(0, -height), beside.moved(0, -height)};
  for (const Rect& place : places) {
    const bool inside = place.x >= box_.x && place.right() <= box_.right() && place.y >= box_.y && place.bottom() <= box_.bottom();
    const bool button = std::ranges::any_of(frame.buttons, [&](Point centre) {
      return overlap(place, Rect{centre.x, centre.y, 0, 0}.inset(-frame.button_radius - kButtonGap));
    });
    if (inside && !button && !overlap(place, frame.card) && !hidden(place)) return place;
  }
  return {};   // the dot alone
}

void StreetMap::draw_here(ui::Canvas& canvas, const MapFrame& frame, std::string_view words) const {
  if (!here_) return;
  const auto& color = canvas.color();
  const Point at = to_screen(*here_);
  if (!box_.contains(at)) return;
  const bool high_contrast = canvas.theme().modes.high_contrast;
  canvas.disc(at, 34, high_contrast ? color.paper0 : color.indigo.with_alpha(0.2F));
  canvas.disc(at, 17, color.white);
  canvas.disc(at, 12, high_contrast ? color.paper0 : color.indigo);
  const Rect pill = here_pill(canvas, frame, words);
  if (pill.w <= 0) return;
  canvas.fill(pill, color.paper0, ui::radius::kTag);
  if (high_contrast) canvas.outline(pill, color.ink, 2, ui::radius::kTag);
  canvas.text(pill, words, {.face = Face::SansMedium, .size = 25, .color = color.indigo, .align = ui::Align::Centre});
}

}  // namespace kiosk
