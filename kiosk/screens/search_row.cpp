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
constexpr float kLeastTitle = 26;
constexpr float kBolder = 1.03F;   // the marked part is bold

// What of a row's line is written.
struct Line {
  std::string words;
  std::vector<ui::TextMark> marks;
};

// The bytes from begin to end, behind the title's pinyin, which is never left out.
Line written(const HitRow& row, std::size_t begin, std::size_t end) {
  Line line;
  if (begin >= row.pinyin && begin > 0 && row.pinyin > 0) {
    line.words = row.line.substr(0, row.pinyin);
    if (end > begin) line.words += kDot;
  }
  const std::size_t shift = line.words.size();
  if (end > begin) line.words += row.line.substr(begin, end - begin);
  for (const ui::TextMark& mark : row.line_marks) {
    if (mark.begin >= begin && mark.end <= end) line.marks.push_back({mark.begin - begin + shift, mark.end - begin + shift});
  }
  return line;
}

// As many of the line's parts as fit: without its last ones, then without those before the hit, then without the words
// around the hit in a Chinese address, then without a second hit; at least the pinyin. The page that the row opens says them all. Nothing when even
// one part without the hit is too long.
Line fitting(const ui::Canvas& canvas, const HitRow& row, const ui::TextStyle& style, float width) {
  const std::string_view line = row.line;
  const bool marked = !row.line_marks.empty();
  // Chinese words stand together; blanks lie between what can go alone: a day, an hour, a place.
  const bool in_chinese = row.chinese || canvas.theme().modes.language == ui::Language::Chinese;
  const std::size_t first = marked ? row.line_marks.front().begin : line.size();
  const std::size_t last = marked ? row.line_marks.back().end : row.pinyin;
  std::size_t begin = 0;
  std::size_t end = line.size();
  const auto too_wide = [&] { return canvas.measure(written(row, begin, end).words, style) > width; };
  const auto give_up_end = [&](std::string_view sign, std::size_t kept) {
    while (too_wide()) {
      const std::size_t at = line.rfind(sign, end - 1);
      if (at == std::string_view::npos || at < std::max(kept, begin + 1)) break;
      end = at;
    }
  };
  for (const std::string_view sign : {kDot, std::string_view(" ")}) {
    if (sign != kDot && !in_chinese) break;
    give_up_end(sign, last);
    while (marked && too_wide()) {
      const std::size_t at = line.find(sign, begin);
      if (at == std::string_view::npos || at >= first) break;
      begin = at + sign.size();
    }
  }
  for (const std::string_view sign : {kDot, std::string_view(" ")}) {
    if (marked && in_chinese) give_up_end(sign, row.line_marks.front().end);
  }
  if (too_wide() && row.pinyin > 0) {
    Line pinyin = written(row, row.pinyin, row.pinyin);
    return canvas.measure(pinyin.words, style) > width ? Line{} : pinyin;
  }
  return !marked && too_wide() ? Line{} : written(row, begin, end);
}

// A name too long for its line stands in two, without what else there is to say.
bool needs_two_lines(const ui::Canvas& canvas, const HitRow& row, ui::TextStyle style, float width) {
  style.size = kLeastTitle;
  return canvas.measure(row.title, style) * kBolder > width;
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
  const float name = canvas.measure(row.title, title) * kBolder + 20;
  std::string facts = row.state;
  if (!row.distance.empty()) facts += (facts.empty() ? std::string() : std::string(kDot)) + row.distance;
  const ui::TextStyle fact{.face = Face::Sans, .size = line.size, .color = row.open ? color.pine : color.ink2, .align = Align::Right};
  if (name + canvas.measure(facts, fact) > width) facts = row.state;
  if (name + canvas.measure(facts, fact) > width) facts.clear();
  float room = width;
  if (!facts.empty()) room -= canvas.text_at({left.x + width, upper}, facts, fact) + 20;
  if (needs_two_lines(canvas, row, title, room)) {
    draw_long_title(canvas, context, row, {left.x, upper, width, lower - upper});
    return;
  }
  canvas.text_marked({left.x, upper}, room, row.title, row.marks, shrunk(canvas, row.title, title, room / kBolder, kLeastTitle), color.red);

  const float mark = draw_row_mark(canvas, context, row, {left.x, lower}, line.size);
  const float line_room = width - mark;
  ui::TextStyle least = line;
  least.size = 25;
  const float safe = row.line_marks.empty() ? line_room : line_room / 1.02F;   // the marked part is bold
  const Line part = fitting(canvas, row, least, safe);
  line = shrunk(canvas, part.words, line, safe, 25);
  canvas.text_marked({left.x + mark, lower}, line_room, part.words, part.marks, line, color.red);
}

// Both baselines: the box's top and foot.
void SearchScreen::draw_long_title(ui::Canvas& canvas, const Context& context, const HitRow& row, Rect box) const {
  ui::TextStyle style{.face = Face::SansMedium, .size = 29, .color = canvas.color().ink};
  const float tag = draw_row_mark(canvas, context, row, {box.x, box.bottom()}, style.size);
  const float room = box.w - tag;
  ui::TextBlock block = canvas.layout(row.title, style, room / kBolder);
  if (block.lines.size() > 2) {
    style.size = kLeastTitle;
    block = canvas.layout(row.title, style, room / kBolder, 2);
  }
  float x = box.x;
  float y = box.y;
  for (const ui::TextLine& line : block.lines) {
    std::vector<ui::TextMark> marks;
    for (const ui::TextMark& mark : row.marks) {
      const std::size_t begin = std::max(mark.begin, line.begin);
      const std::size_t end = std::min(mark.end, line.end);
      if (begin < end) marks.push_back({begin - line.begin, end - line.begin});
    }
    // What two lines do not hold is cut at the end of the second.
    const std::size_t end = line.ellipsis ? row.title.size() : line.end;
    canvas.text_marked({x, y}, room, std::string_view(row.title).substr(line.begin, end - line.begin), marks, style, canvas.color().red);
    x = box.x + tag;
    y = box.bottom();
  }
}

// 中文 from `baseline` on where it is due; the width that it takes from the line.
float SearchScreen::draw_row_mark(ui::Canvas& canvas, const Context& context, const HitRow& row, ui::Point baseline, float size) const {
  if (!row.chinese) return 0;
  const float top = baseline.y - canvas.theme().text_size(size) * 0.36F - chinese_mark_height(canvas) / 2;
  return chinese_mark(canvas, context.texts, {baseline.x, top}) + 16;
}

}  // namespace kiosk
