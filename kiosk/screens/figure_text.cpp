#include "kiosk/screens/figure_text.h"

#include <algorithm>

namespace kiosk {
namespace {

constexpr float kAboveRule = 14;
constexpr float kBelowRule = 22;

}  // namespace

FigureText::FigureText(const ui::Canvas& canvas, const std::string& biography, const std::vector<FigureHonour>& honours,
                       const FigureTextBox& box)
    : box_(box) {
  ui::TextStyle row = box.body;
  row.indent = false;
  row.size = box.honour_size;
  row.line = 1.35F;
  for (const auto& honour : honours) {
    years_.push_back(honour.year);
    honours_.push_back(canvas.layout(honour.text, row, box.narrow - box.year_width));
  }
  body_ = canvas.layout(biography, box.body, box.area.w);
  const float below = honours_.empty() ? 0 : kAboveRule + kBelowRule + honours_height();
  const auto one_page = [&] { return body_.height() + below <= box_.area.h; };
  // The last line needs no room below it.
  const float below_last = body_.line_step - body_.size;
  if (body_.height() - below_last <= box.free_height && one_page()) {
    set_one_page();
    return;
  }
  body_ = canvas.layout(biography, box.body, box.narrow);
  if (one_page()) {
    set_one_page();
  } else {
    set_pages();
  }
}

float FigureText::honour_height(std::size_t honour) const {
  const auto& block = honours_[honour];
  return std::max(box_.honour_step, block.height() + box_.honour_step - block.line_step);
}

float FigureText::honours_height() const {
  float height = 0;
  for (std::size_t i = 0; i < honours_.size(); ++i) height += honour_height(i);
  return height;
}

void FigureText::add_honour(Page& page, std::size_t honour, float& y) const {
  page.push_back({Piece::Kind::Year, honour, 0, y});
  for (std::size_t line = 0; line < honours_[honour].lines.size(); ++line) {
    page.push_back({Piece::Kind::HonourLine, honour, line, y + static_cast<float>(line) * honours_[honour].line_step});
  }
  y += honour_height(honour);
}

// The biography from the top, the years at the foot.
void FigureText::set_one_page() {
  Page page;
  for (std::size_t i = 0; i < body_.lines.size(); ++i) page.push_back({Piece::Kind::Line, 0, i, static_cast<float>(i) * body_.line_step});
  if (!honours_.empty()) {
    float y = box_.area.h - honours_height();
    // Little text: the years follow it and do not hang at the far end.
    y = std::min(y, std::max(body_.height() + kAboveRule + kBelowRule + 120, kBelowRule));
    page.push_back({Piece::Kind::Rule, 0, 0, y - kBelowRule});
    for (std::size_t i = 0; i < honours_.size(); ++i) add_honour(page, i, y);
  }
  pages_ = {std::move(page)};
}

void FigureText::set_pages() {
  pages_ = {Page{}};
  float y = 0;
  const auto turn = [&] {
    pages_.emplace_back();
    y = 0;
  };
  const auto room = [&](float height) { return y == 0 || y + height <= box_.area.h; };
  for (std::size_t i = 0; i < body_.lines.size(); ++i) {
    if (!room(body_.line_step)) turn();
    pages_.back().push_back({Piece::Kind::Line, 0, i, y});
    y += body_.line_step;
  }
  for (std::size_t i = 0; i < honours_.size(); ++i) {
    const float rule = i == 0 && y > 0 ? kAboveRule + kBelowRule : 0;
    if (!room(rule + honour_height(i))) {
      turn();
    } else if (rule > 0) {
      pages_.back().push_back({Piece::Kind::Rule, 0, 0, y + kAboveRule});
      y += rule;
    }
    add_honour(pages_.back(), i, y);
  }
}

void FigureText::draw(ui::Canvas& canvas, int page) const {
  const auto& color = canvas.color();
  ui::TextStyle year = box_.body;
  year.size = box_.honour_size;
  year.face = ui::Face::SansBold;
  year.color = color.gold_text;
  for (const Piece& piece : pages_[static_cast<std::size_t>(std::clamp(page, 0, pages() - 1))]) {
    const float x = box_.area.x;
    const float y = box_.area.y + piece.y;
    switch (piece.kind) {
      case Piece::Kind::Line: canvas.draw_line(body_, piece.line, {x, y}); break;
      case Piece::Kind::Rule: canvas.fill({x, y, box_.narrow, 2}, color.ink); break;
      case Piece::Kind::Year: canvas.text({x, y, box_.year_width, box_.honour_step}, years_[piece.block], year); break;
      case Piece::Kind::HonourLine: {
        const auto& block = honours_[piece.block];
        canvas.draw_line(block, piece.line, {x + box_.year_width, y + (box_.honour_step - block.size) / 2});
        break;
      }
    }
  }
}

}  // namespace kiosk
