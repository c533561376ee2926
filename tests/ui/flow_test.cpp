#include "kiosk/ui/flow.h"

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "kiosk/ui/text_layout.h"
#include "tests/ui/fixed_widths.h"

namespace {

using Kind = ui::FlowBlock::Kind;

std::string words(int count) {
  std::string text;
  for (int i = 0; i < count; ++i) text += "字";
  return text;
}

ui::FlowStyles plain_styles() {
  ui::FlowStyles styles;
  for (ui::TextStyle* style : {&styles.paragraph, &styles.heading, &styles.quote, &styles.list_item}) {
    *style = {.size = 10, .line = 1};
  }
  styles.paragraph_gap = styles.heading_gap = styles.heading_below = 0;
  styles.quote_inset = styles.list_inset = 10;
  return styles;
}

// 10 characters a line, 10 lines a page unless told.
ui::Flow flow(const std::vector<ui::FlowBlock>& blocks, float page_height = 100) {
  ui::TextLayouter layouter;
  ui_test::FixedWidths widths;
  const auto layout = [&](const ui::FlowBlock& block, const ui::TextStyle& style, float width) {
    return layouter.layout({block.text, style, style.size, width}, widths);
  };
  return ui::flow_pages(layout, blocks, 100, page_height, plain_styles());
}

std::size_t lines_in(const ui::Flow& flow) {
  std::size_t lines = 0;
  for (const ui::FlowPage& page : flow.pages) {
    for (const ui::FlowPiece& piece : page.pieces) lines += piece.last_line - piece.first_line;
  }
  return lines;
}

}  // namespace

TEST_CASE("a short text is one page, an empty one is an empty page") {
  CHECK(flow({{Kind::Paragraph, words(30)}}).pages.size() == 1);
  const ui::Flow nothing = flow({{Kind::Paragraph, ""}});
  REQUIRE(nothing.pages.size() == 1);
  CHECK(nothing.pages[0].pieces.empty());
}

TEST_CASE("a heading moves to the next page with the text that it heads") {
  const ui::Flow pages = flow({{Kind::Paragraph, words(80)}, {Kind::Heading, "从一家店"}, {Kind::Paragraph, words(50)}});
  REQUIRE(pages.pages.size() == 2);
  CHECK(pages.pages[1].pieces.front().block == 1);
}

TEST_CASE("no paragraph leaves one line alone on a page") {
  for (int above = 1; above <= 10; ++above) {
    for (int lines = 4; lines <= 25; ++lines) {
      const ui::Flow pages = flow({{Kind::Paragraph, words(above * 10)}, {Kind::Paragraph, words(lines * 10)}});
      CAPTURE(above);
      CAPTURE(lines);
      CHECK(lines_in(pages) == static_cast<std::size_t>(above + lines));
      for (const ui::FlowPage& page : pages.pages) {
        CHECK(page.height <= 100.5F);
        for (const ui::FlowPiece& piece : page.pieces) {
          if (pages.blocks[piece.block].lines.size() > 1) CHECK(piece.last_line - piece.first_line >= 2);
        }
      }
    }
  }
}

TEST_CASE("quotes and list items are set in") {
  const ui::Flow pages = flow({{Kind::Quote, words(8)}, {Kind::ListItem, words(9)}});
  CHECK(pages.pages[0].pieces[0].x == 10);
  CHECK(pages.pages[0].pieces[1].x == 10);
  CHECK(pages.blocks[0].lines.size() == 1);
}

TEST_CASE("a page lower than a line still holds one, and every line is shown") {
  const ui::Flow pages = flow({{Kind::Heading, words(25)}, {Kind::Paragraph, words(55)}}, 5);
  CHECK(lines_in(pages) == 9);
  CHECK(pages.pages.size() == 9);
}
