#include "kiosk/ui/flow.h"

#include <algorithm>
#include <cmath>

#include "kiosk/ui/session.h"
#include "kiosk/ui/text_engine.h"

namespace ui {

namespace {

using Kind = FlowBlock::Kind;

const TextStyle& style_of(const FlowStyles& styles, Kind kind) {
  switch (kind) {
    case Kind::Heading: return styles.heading;
    case Kind::Quote: return styles.quote;
    case Kind::ListItem: return styles.list_item;
    case Kind::Paragraph: break;
  }
  return styles.paragraph;
}

class Paginator {
 public:
  Paginator(Flow& flow, float page_height) : flow_(flow), page_height_(page_height) { flow_.pages.emplace_back(); }

  void run() {
    for (std::size_t block = 0; block < flow_.blocks.size(); ++block) place(block);
  }

 private:
  const TextBlock& block_at(std::size_t block) const { return flow_.blocks[block]; }
  FlowPage& page() { return flow_.pages.back(); }
  bool fresh_page() const { return flow_.pages.back().pieces.empty(); }

  float gap_above(std::size_t block) const {
    if (fresh_page()) return 0;
    const Kind above = flow_.kinds[block - 1];
    if (flow_.kinds[block] == Kind::Heading) return flow_.styles.heading_gap;
    return above == Kind::Heading ? flow_.styles.heading_below : flow_.styles.paragraph_gap;
  }

  // How many lines fit below y; the last one needs only its em box, not its step.
  std::size_t lines_that_fit(const TextBlock& block, float y) const {
    if (block.line_step <= 0) return block.lines.size();
    const float room = page_height_ - y - block.size;
    if (room < -0.5F) return 0;
    return static_cast<std::size_t>(std::floor((room + 0.5F) / block.line_step)) + 1;
  }

  // The lines a block must have on a page to begin there: all of a short one, two of a longer one.
  static std::size_t least_lines(std::size_t lines) { return lines <= 3 ? lines : 2; }

  // A heading wants the beginning of what follows it on the same page; headings may follow headings.
  bool heading_fits(std::size_t block, float y) const {
    const TextBlock& heading = block_at(block);
    if (lines_that_fit(heading, y) < heading.lines.size()) return false;
    if (block + 1 >= flow_.blocks.size()) return true;
    const bool another = flow_.kinds[block + 1] == Kind::Heading;
    const float below = y + heading.height() + (another ? flow_.styles.heading_gap : flow_.styles.heading_below);
    if (another) return heading_fits(block + 1, below);
    const TextBlock& next = block_at(block + 1);
    return lines_that_fit(next, below) >= least_lines(next.lines.size());
  }

  void place(std::size_t block) {
    const std::size_t lines = block_at(block).lines.size();
    std::size_t first = 0;
    while (first < lines) {
      const float y = page().height + (first == 0 ? gap_above(block) : 0);
      const std::size_t count = lines_here(block, first, y);
      if (count > 0) put(block, first, first + count, y);
      first += count;
      if (first < lines) flow_.pages.emplace_back();
    }
  }

  // 0 = none: begin a new page.
  std::size_t lines_here(std::size_t block, std::size_t first, float y) const {
    const std::size_t rest = block_at(block).lines.size() - first;
    const std::size_t room = lines_that_fit(block_at(block), y);
    const bool fresh = fresh_page();
    if (flow_.kinds[block] == Kind::Heading && !fresh) return heading_fits(block, y) ? rest : 0;
    if (room >= rest) return rest;
    // A page that cannot hold even two lines takes what it can.
    if (room < 3) return fresh ? std::max<std::size_t>(room, 1) : (first == 0 && room < least_lines(rest)) || rest - room == 1 ? 0 : room;
    const std::size_t count = rest - room == 1 ? room - 1 : room;      // not one line alone on the next page
    return !fresh && first == 0 && count < least_lines(rest) ? 0 : count;
  }

  void put(std::size_t block, std::size_t first, std::size_t last, float y) {
    const Kind kind = flow_.kinds[block];
    const float x = kind == Kind::Quote ? flow_.styles.quote_inset : kind == Kind::ListItem ? flow_.styles.list_inset : 0;
    page().pieces.push_back({block, first, last, x, y});
    page().height = y + block_at(block).line_step * static_cast<float>(last - first);
  }

  Flow& flow_;
  float page_height_;
};

void draw_dot(Canvas& canvas, const TextBlock& block, Point line_top) {
  const float radius = block.size / 8;
  canvas.disc({line_top.x - block.size * 0.75F, line_top.y + block.size / 2}, radius, block.style.color);
}

}  // namespace

void FlowStyles::set_color(Color color) {
  for (TextStyle* style : {&paragraph, &heading, &quote, &list_item}) style->color = color;
}

Flow flow_pages(const LayoutFunction& layout, std::span<const FlowBlock> blocks, float width, float page_height, const FlowStyles& styles) {
  Flow flow;
  flow.styles = styles;
  for (const FlowBlock& block : blocks) {
    const float inset = block.kind == Kind::Quote ? 2 * styles.quote_inset : block.kind == Kind::ListItem ? styles.list_inset : 0;
    TextBlock laid_out = layout(block, style_of(styles, block.kind), width - inset);
    if (laid_out.lines.empty()) continue;
    flow.kinds.push_back(block.kind);
    flow.blocks.push_back(std::move(laid_out));
  }
  Paginator(flow, page_height).run();
  return flow;
}

Flow flow_pages(Canvas& canvas, std::span<const FlowBlock> blocks, float width, float page_height, const FlowStyles& styles) {
  const auto layout = [&canvas](const FlowBlock& block, const TextStyle& style, float wide) {
    const bool heading = block.kind == Kind::Heading;
    return canvas.session().text().layout({block.text, style, wide, 0, heading ? std::span<const TextMark>() : block.bold}, canvas.theme());
  };
  return flow_pages(layout, blocks, width, page_height, styles);
}

void draw_page(Canvas& canvas, const Flow& flow, std::size_t page, Point top_left) {
  if (page >= flow.pages.size()) return;
  for (const FlowPiece& piece : flow.pages[page].pieces) {
    const TextBlock& block = flow.blocks[piece.block];
    for (std::size_t line = piece.first_line; line < piece.last_line; ++line) {
      const float y = piece.y + block.line_step * static_cast<float>(line - piece.first_line);
      const Point at{top_left.x + piece.x, top_left.y + y};
      if (flow.kinds[piece.block] == Kind::ListItem && line == 0) draw_dot(canvas, block, at);
      canvas.draw_line(block, line, at);
    }
  }
}

}  // namespace ui
