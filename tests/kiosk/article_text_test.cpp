// From an article's text to what the reader sets.
#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "kiosk/article_text.h"

TEST_CASE("a body is paragraphs, sub-heads, quotes and lists, also when it was pasted without lines") {
  using Kind = ui::FlowBlock::Kind;
  struct Row { const char* body; std::vector<std::pair<Kind, std::string>> blocks; };
  const Row rows[] = {{"", {}},
                      {"\n \n　　\n", {}},
                      {"一段。\n二段。", {{Kind::Paragraph, "一段。"}, {Kind::Paragraph, "二段。"}}},
                      {"## 头\n> 话\n- 事\r\n", {{Kind::Heading, "头"}, {Kind::Quote, "话"}, {Kind::ListItem, "事"}}},
                      {"　　一、总则　　各级要重视。", {{Kind::Paragraph, "一、总则"}, {Kind::Paragraph, "各级要重视。"}}},
                      {"陈　向江", {{Kind::Paragraph, "陈　向江"}}}};
  for (const Row& row : rows) {
    CAPTURE(row.body);
    const auto blocks = kiosk::article_blocks(row.body);
    REQUIRE(blocks.size() == row.blocks.size());
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      CHECK(blocks[i].kind == row.blocks[i].first);
      CHECK(blocks[i].text == row.blocks[i].second);
    }
  }
}

TEST_CASE("words between two stars are bold, and no star is shown – a lone star is a star") {
  struct Row { const char* body; const char* text; std::vector<std::string> bold; };
  const Row rows[] = {{"门口挂着：**凭优待证，全单八折**。", "门口挂着：凭优待证，全单八折。", {"凭优待证，全单八折"}},
                      {"**一**和**二**", "一和二", {"一", "二"}},
                      {"> **一句话**", "一句话", {"一句话"}},
                      {"4**2 与 ** 空 **", "4**2 与 ** 空 **", {}},
                      {"**没有收住", "**没有收住", {}},
                      {"****", "****", {}},
                      {"**甲**乙**", "甲乙**", {"甲"}}};
  for (const Row& row : rows) {
    CAPTURE(row.body);
    const auto blocks = kiosk::article_blocks(row.body);
    REQUIRE(blocks.size() == 1);
    CHECK(blocks.front().text == row.text);
    std::vector<std::string> bold;
    for (const ui::TextMark& mark : blocks.front().bold) bold.push_back(blocks.front().text.substr(mark.begin, mark.end - mark.begin));
    CHECK(bold == row.bold);
  }
}

TEST_CASE("reading takes a minute for every 250 characters begun") {
  std::string text;
  CHECK(kiosk::reading_minutes(text) == 1);
  for (int i = 0; i < 250; ++i) text += "字";
  CHECK(kiosk::reading_minutes(text) == 1);
  CHECK(kiosk::reading_minutes(text + "多") == 2);
}
