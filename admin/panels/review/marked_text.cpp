#include "admin/panels/review/marked_text.h"

#include <algorithm>

namespace admin {
namespace {

struct Ink {
  ui::Color ground, ink;
  ui::Face face;
};

Ink ink_of(RunKind kind, const ui::TextStyle& style) {
  namespace color = desk::color;
  if (kind == RunKind::Removed) return {color::kRed50, color::kRedDark, style.face};
  if (kind == RunKind::Added) return {color::kPine50, color::kPine, ui::Face::SansBold};
  return {color::kPaper.with_alpha(0), style.color, style.face};
}

}  // namespace

MarkedText::MarkedText(const std::vector<TextRun>& runs, RunKind hidden, bool marks) {
  for (const TextRun& run : runs) {
    if (run.kind == hidden) continue;
    marks_.push_back({text_.size(), text_.size() + run.text.size(), marks ? run.kind : RunKind::Same});
    text_ += run.text;
  }
}

float MarkedText::height(desk::Desk& desk, float width, const ui::TextStyle& style) {
  if (width != width_) {
    width_ = width;
    block_ = desk.canvas().layout(text_, style, width - 6);  // bold letters and the marks' edges need a little more
  }
  return block_.height();
}

float MarkedText::draw(desk::Desk& desk, ui::Rect box, const ui::TextStyle& style, float top, float bottom) {
  const float tall = height(desk, box.w, style);
  for (std::size_t i = 0; i < block_.lines.size(); ++i) {
    const ui::Rect row{box.x, box.y + static_cast<float>(i) * block_.line_step, box.w, block_.line_step};
    if (row.bottom() >= top && row.y <= bottom) draw_line(desk, block_.lines[i], row, style);
  }
  return tall;
}

void MarkedText::draw_line(desk::Desk& desk, const ui::TextLine& line, ui::Rect row, const ui::TextStyle& style) const {
  ui::Canvas& canvas = desk.canvas();
  float x = row.x + line.x;
  for (const Mark& mark : marks_) {
    const std::size_t begin = std::max(mark.begin, line.begin);
    const std::size_t end = std::min(mark.end, line.end);
    if (begin >= end) continue;
    const std::string_view words = std::string_view(block_.text).substr(begin, end - begin);
    const Ink ink = ink_of(mark.kind, style);
    ui::TextStyle own = style;
    own.face = ink.face;
    own.color = ink.ink;
    const float width = canvas.measure(words, own);
    const float middle = row.centre().y;
    const float pad = mark.kind == RunKind::Same ? 0 : 2;
    if (mark.kind != RunKind::Same) canvas.fill({x, middle - style.size * 0.72F, width + 2 * pad, style.size * 1.44F}, ink.ground, 3);
    canvas.text({x + pad, row.y, width + 4, row.h}, words, own);
    if (mark.kind == RunKind::Removed) canvas.line({x + pad, middle}, {x + pad + width, middle}, ink.ink, 1);
    x += width + 2 * pad;
  }
}

}  // namespace admin
