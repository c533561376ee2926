// One hit as the search page draws it: picture, name with the hit marked, what it is; a shop's state and distance.
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/pictures.h"
#include "kiosk/screens/search.h"
#include "kiosk/widgets/chinese_mark.h"

namespace kiosk {
namespace {

using ui::Align;
using ui::Face;
using ui::Rect;

constexpr std::string_view kDot = " ・ ";

struct Part {
  std::size_t begin = 0;   // bytes of the line
  std::size_t end = 0;
};

// As many of the line's parts as fit: without its last ones, then without those before the hit. The page that the row
// opens says them all. Nothing when even one part without the hit is too long.
Part fitting(const ui::Canvas& canvas, const HitRow& row, const ui::TextStyle& style, float width) {
  const std::string_view line = row.line;
  const bool marked = !row.line_marks.empty();
  const std::size_t first = marked ? row.line_marks.front().begin : line.size();
  const std::size_t last = marked ? row.line_marks.back().end : 0;
  Part part{0, line.size()};
  const auto too_wide = [&] { return canvas.measure(line.substr(part.begin, part.end - part.begin), style) > width; };
  while (too_wide()) {
    const std::size_t dot = line.rfind(kDot, part.end - 1);
    if (dot == std::string_view::npos || dot < std::max(last, part.begin + 1)) break;
    part.end = dot;
  }
  while (marked && too_wide()) {
    const std::size_t dot = line.find(kDot, part.begin);
    if (dot == std::string_view::npos || dot >= first) break;
    part.begin = dot + kDot.size();
  }
  return !marked && too_wide() ? Part{} : part;
}

std::vector<ui::TextMark> marks_in(const HitRow& row, Part part) {
  std::vector<ui::TextMark> marks;
  for (const ui::TextMark& mark : row.line_marks) {
    if (mark.begin >= part.begin && mark.end <= part.end) marks.push_back({mark.begin - part.begin, mark.end - part.begin});
  }
  return marks;
}

// Not cut while it can be a little smaller.
ui::TextStyle shrunk(const ui::Canvas& canvas, std::string_view words, ui::TextStyle style, float width, float least) {
  const float wide = canvas.measure(words, style);
  if (wide > width) style.size = std::max(least, style.size * width / wide);
  return style;
}

}  // namespace

bool SearchScreen::draw_row(ui::Canvas& canvas, const Context& context, const HitRow& row, Rect box, bool touchable) const {
  const ui::Touch touch = touchable ? canvas.touch(row.label, box) : ui::Touch{};
  const auto& color = canvas.color();
  const bool wide = canvas.landscape();
  const bool high_contrast = canvas.theme().modes.high_contrast;
  if (touch.pressed) canvas.fill(box.inset(-8, 2), color.paper2, ui::radius::kThumb);
  const float frame = high_contrast && touchable ? 12.0F : 0.0F;   // what lies between the yellow line and the words
  if (frame > 0) canvas.outline(box.inset(0, 3), color.control, ui::stroke::kHighContrast, ui::radius::kThumb);
  const float side = wide ? 84.0F : 88.0F;
  const Rect picture{box.x + frame, box.y + (box.h - side) / 2 - 1, side, side};
  const auto source = picture_source(context.catalog, row.picture, side * canvas.pixels_per_u());
  if (source.empty()) {
    canvas.fill(picture, color.paper2, ui::radius::kThumb);
    canvas.icon(row.icon, picture.centre(), 44, color.ink2);
  } else {
    canvas.picture(picture, source, {.radius = ui::radius::kThumb});
  }
  if (high_contrast) canvas.outline(picture, color.white, 3, ui::radius::kThumb);
  const float left = picture.right() + (wide ? 22 : 24);
  draw_row_words(canvas, context, row, {left, box.centre().y}, box.right() - left - (wide ? 8 : 56) - frame);
  if (!wide && touchable) canvas.icon("right", {box.right() - 20 - frame / 2, box.centre().y}, 34, high_contrast ? color.control : color.ink2);
  if (touch.focused) canvas.focus_ring(box.inset(-4, 2), ui::radius::kThumb);
  return touch.tapped;
}

void SearchScreen::draw_row_words(ui::Canvas& canvas, const Context& context, const HitRow& row, ui::Point left, float width) const {
  const auto& color = canvas.color();
  const bool wide = canvas.landscape();
  const float scale = canvas.theme().modes.large_text ? 1.25F : 1.0F;
  const float upper = left.y - (wide ? 7 : 6) * scale;
  const float lower = left.y + 32 * scale;
  ui::TextStyle line{.face = Face::Sans, .size = wide ? 26.0F : 27.0F, .color = color.ink2};
  // 营业中 ・ 120 米 at the right of the name; the distance gives way to a long name, then the state does.
  const ui::TextStyle title{.face = Face::SansMedium, .size = wide ? 33.0F : 35.0F, .color = color.ink};
  const float name = canvas.measure(row.title, title) * 1.03F + 20;   // the marked part is bold
  std::string facts = row.state;
  if (!row.distance.empty()) facts += (facts.empty() ? std::string() : std::string(kDot)) + row.distance;
  const ui::TextStyle fact{.face = Face::Sans, .size = line.size, .color = row.open ? color.pine : color.ink2, .align = Align::Right};
  if (name + canvas.measure(facts, fact) > width) facts = row.state;
  if (name + canvas.measure(facts, fact) > width) facts.clear();
  float room = width;
  if (!facts.empty()) room -= canvas.text_at({left.x + width, upper}, facts, fact) + 20;
  canvas.text_marked({left.x, upper}, room, row.title, row.marks, shrunk(canvas, row.title, title, room / 1.03F, 26), color.red);

  float line_room = width;
  if (row.chinese) {
    const float mark = chinese_mark_width(canvas, context.texts);
    chinese_mark(canvas, context.texts, {left.x + width - mark, lower - canvas.theme().text_size(line.size) * 0.36F - chinese_mark_height(canvas) / 2});
    line_room -= mark + 16;
  }
  ui::TextStyle least = line;
  least.size = 25;
  const float safe = row.line_marks.empty() ? line_room : line_room / 1.02F;   // the marked part is bold
  const Part part = fitting(canvas, row, least, safe);
  const std::string words = row.line.substr(part.begin, part.end - part.begin);
  line = shrunk(canvas, words, line, safe, 25);
  canvas.text_marked({left.x, lower}, line_room, words, marks_in(row, part), line, color.red);
}

}  // namespace kiosk
