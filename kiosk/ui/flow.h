// A long text cut into pages: a heading never ends a page, no paragraph leaves a single line alone on one.
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "kiosk/ui/canvas.h"
#include "kiosk/ui/text.h"

namespace ui {

struct FlowBlock {
  enum class Kind { Paragraph, Heading, Quote, ListItem };
  Kind kind = Kind::Paragraph;
  std::string text;
  std::vector<TextMark> bold{};   // in order; headings are bold as they are
};

// Heights and insets in u. The defaults are the reader's (article screen).
struct FlowStyles {
  TextStyle paragraph{.face = Face::Sans, .size = 36, .line = 1.78F, .hang_quotes = true, .indent = true};
  TextStyle heading{.face = Face::Serif, .size = 42, .line = 1.34F, .hang_quotes = true};
  TextStyle quote{.face = Face::Kai, .size = 36, .line = 1.6F, .hang_quotes = true};
  TextStyle list_item{.face = Face::Sans, .size = 36, .line = 1.6F};
  float paragraph_gap = 18;
  float heading_gap = 30;      // above a heading that does not begin a page
  float heading_below = 14;
  float quote_inset = 72;      // both sides
  float list_inset = 54;       // left, the dot stands in it
  void set_color(Color color);
};

// Lines [first_line, last_line) of a block at y from the page's top.
struct FlowPiece {
  std::size_t block = 0;
  std::size_t first_line = 0;
  std::size_t last_line = 0;
  float x = 0;
  float y = 0;
};

struct FlowPage {
  std::vector<FlowPiece> pieces;
  float height = 0;            // used
};

struct Flow {
  std::vector<FlowBlock::Kind> kinds;
  std::vector<TextBlock> blocks;
  std::vector<FlowPage> pages;   // never empty
  FlowStyles styles;
};

using LayoutFunction = std::function<TextBlock(const FlowBlock& block, const TextStyle& style, float width)>;

// A page holds at least one line even when page_height is less. Empty blocks are left out.
Flow flow_pages(const LayoutFunction& layout, std::span<const FlowBlock> blocks, float width, float page_height, const FlowStyles& styles);
Flow flow_pages(Canvas& canvas, std::span<const FlowBlock> blocks, float width, float page_height, const FlowStyles& styles);
void draw_page(Canvas& canvas, const Flow& flow, std::size_t page, Point top_left);

}  // namespace ui
