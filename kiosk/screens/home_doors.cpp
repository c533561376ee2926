// The doors: pictured, beside their picture where the room is low, plain in high contrast; and the small ones.
#include <algorithm>

#include "kiosk/pictures.h"
#include "kiosk/screens/home.h"
#include "kiosk/widgets/chinese_mark.h"
#include "kiosk/widgets/name_line.h"

namespace kiosk {
namespace {

using ui::Align;
using ui::Face;
using ui::Point;
using ui::Rect;

constexpr float kLeastTitle = 34, kLeastSideTitle = 27;
constexpr float kLeastSmall = 26, kLeastFact = 25;
constexpr float kFrame = 4;
constexpr float kFlat = 1.25F;   // wider than this share of its height a door has its picture beside the words

// The plain ground on which the door's words stand, as in its picture.
struct Ground {
  ui::Color words, art;   // below the words; where the picture's own ground begins
};

Ground ground_of(const ui::Palette& color, ui::Section section) {
  switch (section) {
    case ui::Section::Honour: return {ui::Color::rgb(0xE9D6A6), ui::Color::rgb(0xF1E2BE)};
    case ui::Section::Street: return {ui::Color::rgb(0x1E4D40), ui::Color::rgb(0x2A5E4E)};
    case ui::Section::Products: return {ui::Color::rgb(0xE5D5B7), ui::Color::rgb(0xEFE4D0)};
    case ui::Section::Publicity:
    case ui::Section::Service: break;
  }
  return {color.red_poster, color.red};
}

bool is_large(const ui::Canvas& canvas) { return canvas.theme().modes.large_text; }

}  // namespace

// The doors' titles are all of one size: that at which the longest fits a line of `room`, or `least`.
ui::TextStyle HomeScreen::title_style(const ui::Canvas& canvas, ui::TextStyle style, float room, float least) const {
  for (const Door& door : doors_) {
    while (style.size > least && canvas.measure(door.title, style) > room) style.size = std::max(least, style.size - 1);
  }
  return style;
}

Action HomeScreen::draw_door(ui::Canvas& canvas, const Context& context, const Door& door, Rect box) const {
  const ui::Touch touch = canvas.touch(door.title, box);
  // The very frame of the touch already shows it.
  const float least = touch.pressed ? 0.4F : 0.0F;
  const float press = std::max(least, canvas.animate("press " + door.title, touch.pressed ? 1 : 0,
                                                     touch.pressed ? ui::motion::kPress : ui::motion::kRelease));
  if (canvas.theme().modes.high_contrast) {
    draw_plain_door(canvas, door, box, touch.pressed);
  } else {
    // Pressed: inset to 97.5 %, 14 % black.
    const Rect drawn = box.inset(box.w * 0.0125F * press, box.h * 0.0125F * press);
    canvas.shadow(drawn, ui::Elevation::Card, ui::radius::kDoor);
    if (box.w > box.h * kFlat) {
      draw_side_door(canvas, context, door, drawn);
    } else {
      draw_pictured_door(canvas, context, door, drawn);
    }
    if (press > 0) canvas.fill(drawn, ui::Color{0, 0, 0, 255}.with_alpha(0.14F * press), ui::radius::kDoor);
  }
  if (touch.focused) canvas.focus_ring(box, ui::radius::kDoor);
  return touch.tapped ? Action{Open{door.screen, {}}} : Action{Stay{}};
}

// Title, a line of fact, a ring with an arrow, on the picture's plain foot.
void HomeScreen::draw_pictured_door(ui::Canvas& canvas, const Context& context, const Door& door, Rect box) const {
  const auto& color = canvas.color();
  const bool tall = box.h > box.w * 1.25F;
  auto picture = picture_source(context.catalog, tall ? door.tall : door.wide, std::max(box.w, box.h) * canvas.pixels_per_u());
  if (!tall) picture.focus_y = 1;   // the plain ground below is the title's
  canvas.picture(box, picture, {.radius = ui::radius::kDoor, .placeholder = ground_of(color, door.section).words});
  const ui::Color title = door.dark ? color.white : color.ink;
  const ui::Color fact = door.dark ? color.cream : color.ink;
  const bool english = context.texts.language() == ui::Language::English;
  const float left = box.x + 26;
  const float room = box.w - 52;
  if (english && tall) {
    const ui::TextStyle name = title_style(canvas, {.face = Face::Serif, .size = 39, .color = title}, room, 30);
    draw_name(canvas, {left, box.bottom() - 156, room, 60}, door.title, name, 30);
    const ui::TextStyle small{.face = Face::Sans, .size = 25, .color = fact};
    const bool whole = canvas.layout(door.fact, small, room - 62).lines.size() <= 2;
    canvas.paragraph({left, box.bottom() - 92, room - 62, 0}, whole ? door.fact : door.short_fact, small, 2);
    const Point ring{box.right() - 46, box.bottom() - 60};
    canvas.ring(ring, 26, fact.with_alpha(0.8F), 2);
    canvas.icon("next", ring, 33, title);
    return;
  }
  const float title_y = box.bottom() - (is_large(canvas) ? 118 : 105);
  const float title_room = box.w - 26 - (english ? 92 : 78);
  const ui::TextStyle name = title_style(canvas, {.face = Face::Serif, .size = tall ? 53.0F : 60.0F, .color = title}, title_room + 2, kLeastTitle);
  draw_name(canvas, {left, title_y - 44, title_room + 2, 88}, door.title, name, kLeastTitle);
  const ui::TextStyle small{.face = Face::Sans, .size = 27, .color = fact};
  const bool whole = canvas.measure(door.fact, small) <= room;
  draw_name(canvas, {left, title_y + (is_large(canvas) ? 44 : 38), room, 48}, whole ? door.fact : door.short_fact, small, 25);
  const Point ring{box.right() - 48, title_y};
  canvas.ring(ring, 26, fact.with_alpha(0.8F), 2);
  canvas.icon("next", ring, 33, title);
}

// Words on a plain ground at the left, the picture growing out of it at the right.
void HomeScreen::draw_side_door(ui::Canvas& canvas, const Context& context, const Door& door, Rect box) const {
  const auto& color = canvas.color();
  const Ground ground = ground_of(color, door.section);
  const bool wide = box.w > 560;
  // Latin titles are longer, large ones wider: the picture makes room for them.
  const bool long_title = is_large(canvas) || canvas.theme().modes.language == ui::Language::English;
  const float art = std::min(box.h * (wide ? 1.5F : 1.0F), box.w * (wide ? 0.5F : long_title ? 0.33F : 0.42F));
  const Rect right{box.right() - art, box.y, art, box.h};
  auto picture = picture_source(context.catalog, door.wide, std::max(art, box.h * 1.17F) * canvas.pixels_per_u());
  canvas.picture(right.inset(0), picture, {.radius = ui::radius::kDoor, .placeholder = ground.art, .crop = {0.08F, 0.02F, 0.84F, 0.66F}});
  canvas.fill({box.x, box.y, box.w - art + ui::radius::kDoor, box.h}, ground.words, ui::radius::kDoor);
  canvas.fill({box.right() - art - 2, box.y, ui::radius::kDoor + 2, box.h}, ground.words);
  canvas.gradient_across({right.x + ui::radius::kDoor, box.y, art * 0.3F, box.h}, ground.words, ground.words.with_alpha(0));

  const ui::Color title = door.dark ? color.white : color.ink;
  const ui::Color fact = door.dark ? color.cream : color.ink;
  const float left = box.x + (wide ? 44.0F : 28.0F);
  const float room = box.w - art - (left - box.x) + (long_title ? -8.0F : art * 0.22F);
  const float middle = box.centre().y;
  const bool low = box.h < 190;
  const float size = low ? 46.0F : wide ? 68.0F : 58.0F;
  const ui::TextStyle name = title_style(canvas, {.face = Face::Serif, .size = size, .color = title}, room, kLeastSideTitle);
  const ui::TextStyle note{.face = Face::Sans, .size = 27, .color = fact};
  if (low) {
    // Both lines by their own heights; the fact only below a title of one line.
    const float name_height = canvas.theme().text_size(name.size) * 1.15F;
    const float note_height = canvas.theme().text_size(note.size) * 1.3F;
    const bool one_line = canvas.measure(door.title, {.face = name.face, .size = kLeastSideTitle, .color = {}}) <= room;
    const bool fact_fits = canvas.measure(door.short_fact, {.face = note.face, .size = kLeastFact, .color = {}}) <= room;
    const bool both = one_line && fact_fits && name_height + note_height <= box.h - 12;
    const float top = middle - (both ? name_height + note_height : box.h) / 2;
    draw_name(canvas, {left, top, room, both ? name_height : box.h}, door.title, name, kLeastSideTitle);
    if (both) draw_name(canvas, {left, top + name_height, room, note_height}, door.short_fact, note, 22);
    return;
  }
  const float drop = 28.0F * (is_large(canvas) ? 1.22F : 1);
  const bool line = box.h >= 2 * drop + canvas.theme().text_size(name.size) * 0.6F + canvas.theme().text_size(27);
  draw_name(canvas, {left, middle - (line ? drop : 0) - 44, room + 6, 88}, door.title, name, kLeastSideTitle);
  if (line) draw_name(canvas, {left, middle + drop + 4, room, 52}, door.short_fact, note, 22);
}

// High contrast: black, a yellow frame, icon, word and arrow.
void HomeScreen::draw_plain_door(ui::Canvas& canvas, const Door& door, Rect box, bool pressed) const {
  const auto& color = canvas.color();
  const ui::Color words = pressed ? color.paper0 : color.ink;
  const ui::Color mark = pressed ? color.paper0 : color.control;
  canvas.fill(box, pressed ? color.control : color.paper0, ui::radius::kDoor);
  canvas.outline(box, color.control, kFrame, ui::radius::kDoor);
  const bool wide = box.w > 640;
  const bool stacked = !wide && box.h > 300;
  const float icon = stacked || wide ? 128 : std::min(84.0F, box.h * 0.46F);
  const float scale = ui::stroke::kIconHighContrast;
  const float left = stacked ? box.x + 44 : wide ? box.x + 232 : box.x + 24 + icon + 18;
  const float arrow = wide ? 138 : stacked ? 60 : 20;
  const float room = box.right() - left - arrow;
  const float middle = stacked ? box.bottom() - 124 : box.centre().y;
  canvas.icon(door.icon, stacked ? Point{box.x + 44 + icon / 2, box.y + 44 + icon / 2} : Point{wide ? box.x + 118 : box.x + 24 + icon / 2, middle}, icon, mark, scale);
  if (wide || stacked) canvas.icon("right", {box.right() - 80, stacked ? box.y + 44 + icon / 2 : middle}, 84, mark, scale);
  const ui::TextStyle title = title_style(canvas, {.face = Face::SansBold, .size = wide ? 80.0F : 62.0F, .color = words}, room, 36);
  const bool line = box.h >= 150;
  draw_name(canvas, {left, line ? middle - 78 : middle - 50, room, 100}, door.title, title, 36);
  if (line) draw_name(canvas, {left, middle + 26, room, 56}, door.short_fact, {.face = Face::Sans, .size = 34, .color = words}, 22);
}

Action HomeScreen::draw_small_door(ui::Canvas& canvas, const Context& context, const SmallDoor& door, Rect box) const {
  const ui::Touch touch = canvas.touch(door.title, box);
  const auto& color = canvas.color();
  const bool contrast = canvas.theme().modes.high_contrast;
  const bool inverse = contrast && touch.pressed;
  canvas.shadow(box, ui::Elevation::Card, ui::radius::kCard);
  canvas.fill(box, inverse ? color.control : touch.pressed ? color.paper2 : color.paper0, ui::radius::kCard);
  if (contrast) canvas.outline(box, color.control, kFrame, ui::radius::kCard);
  const ui::Color words = inverse ? color.paper0 : color.ink;
  const bool stacked = box.h > box.w * 0.78F || (box.w < 300 && box.h > 130);
  const bool narrow = box.w < 420;
  const float disc = stacked ? std::min(46.0F, box.h * 0.22F) : narrow ? 34.0F : 44.0F;
  const Point icon = stacked ? Point{box.centre().x, box.y + box.h * 0.37F} : Point{box.x + (narrow ? 16.0F : 30.0F) + disc, box.centre().y};
  const ui::TextStyle beside{.face = Face::SansBold, .size = narrow ? 33.0F : 35.0F, .color = words};
  const float beside_left = icon.x + disc + (narrow ? 14.0F : 26.0F);
  // Words come before the icon.
  const float beside_room = box.right() - beside_left - 12;
  const bool crowded = !stacked && std::ranges::any_of(small_doors_, [&](const SmallDoor& one) { return !fits_two_lines(canvas, one.title, beside, beside_room, kLeastSmall); });
  if (!crowded && !contrast) canvas.disc(icon, disc, color.paper2);
  if (!crowded) {
    canvas.icon(door.icon, icon, contrast ? disc * 1.4F : disc * 1.04F, inverse ? color.paper0 : contrast ? color.control : color.red,
                contrast ? ui::stroke::kIconHighContrast : 1);
  }
  // A door too small for a Chinese name with its pinyin bears the name, below the mark.
  const auto draw_title = [&](Rect room, const ui::TextStyle& style, float least) {
    if (door.bare_title.empty() || fits_two_lines(canvas, door.title, style, room.w, least)) {
      draw_name(canvas, room, door.title, style, least);
      return;
    }
    chinese_mark(canvas, context.texts, {box.right() - chinese_mark_width(canvas, context.texts) - 6, box.y + 6});
    const float top = std::max(room.y, box.y + 6 + chinese_mark_height(canvas));
    draw_name(canvas, {room.x, top, room.w, box.bottom() - 2 - top}, door.bare_title, style, least);
  };
  if (stacked) {
    const Rect title{box.x + 8, box.y + box.h * 0.6F, box.w - 16, box.h * 0.34F};
    const ui::TextStyle style{.face = Face::SansBold, .size = 31, .color = words, .align = Align::Centre};
    draw_title(title, style, 25);
  } else {
    const float left = crowded ? box.x + 16 : beside_left;
    const float room = box.right() - left - 12;
    const ui::TextStyle fact{.face = Face::Sans, .size = 26, .color = color.ink2};
    const bool line = !contrast && !is_large(canvas) && box.h > 130 && !door.line.empty() && canvas.measure(door.line, fact) <= room;
    const float middle = box.centre().y;
    draw_title({left, line ? middle - 46 : middle - 40, room, line ? 54.0F : 80.0F}, beside, kLeastSmall);
    if (line) canvas.text({left, middle + 3, room, 46}, door.line, fact);
  }
  if (touch.focused) canvas.focus_ring(box, ui::radius::kCard);
  return touch.tapped ? Action{door.open} : Action{Stay{}};
}

}  // namespace kiosk
