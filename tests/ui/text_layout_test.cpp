#include "kiosk/ui/text_layout.h"

#include <fstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "kiosk/ui/text_clusters.h"
#include "kiosk/ui/utf8.h"
#include "tests/ui/fixed_widths.h"

namespace {

using ui::LayoutRequest;
using ui::TextBlock;
using ui::TextStyle;

std::vector<std::string> lines_of(const TextBlock& block) {
  std::vector<std::string> lines;
  for (const ui::TextLine& line : block.lines) {
    lines.push_back(block.text.substr(line.begin, line.end - line.begin) + (line.ellipsis ? "…" : ""));
  }
  return lines;
}

TextBlock set(std::string_view text, float ems, TextStyle style = {}, int max_lines = 0) {
  ui::TextLayouter layouter;
  ui_test::FixedWidths widths;
  return layouter.layout({text, style, 10, ems * 10, max_lines}, widths);
}

char32_t first_of(std::string_view text) {
  std::size_t at = 0;
  return text.empty() ? U' ' : ui::next_character(text, at);
}

char32_t last_of(std::string_view text) {
  char32_t character = U' ';
  for (std::size_t at = 0; at < text.size();) character = ui::next_character(text, at);
  return character;
}

}  // namespace

TEST_CASE("lines break by the rules of Chinese setting") {
  struct Row {
    const char* text;
    float ems;
    const char* lines;
  };
  const Row rows[] = {
      {"一二三四五六", 3, "一二三|四五六"},
      {"一二三。四五六", 3, "一二|三。四|五六"},
      {"一二（三四）五六", 3, "一二|（三|四）五|六"},
      {"他说“好的”就走", 4, "他说“好|的”就走"},
      {"《双拥之窗》开了", 4, "《双拥之|窗》开了"},
      {"一二hello三四", 4, "一二|hello|三四"},
      {"一二三\n四五六", 8, "一二三|四五六"},
      {"一二\n\n三四", 8, "一二||三四"},
      {"凭证全单8.8折起", 5, "凭证全单|8.8折起"},
      {"abcdef.html", 3, "abcde|f.html"},
      {"等等……好吗", 3, "等|等……|好吗"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    std::string joined;
    for (const std::string& line : lines_of(set(row.text, row.ems))) joined += (joined.empty() ? "" : "|") + line;
    CHECK(joined == row.lines);
  }
}

TEST_CASE("a number and the unit behind it stand on one line") {
  for (const auto* text : {"出门右转，步行 2 分钟就到", "江滩双拥街 12 号人民医院", "2026 年 7 月 30 日起至 8 月 1 日", "满100元减20元", "Turn right, 2 min walk", "500 g a jar", "7 years a veteran"}) {
    for (float ems = 4; ems < 14; ems += 0.25F) {
      for (const std::string& line : lines_of(set(text, ems))) {
        INFO(ems << " em: " << line);
        const char last = line.empty() ? ' ' : line.back();
        CHECK_FALSE((last >= '0' && last <= '9'));
      }
    }
  }
  // Where no line is wide enough for both, they are parted all the same.
  CHECK(lines_of(set("1234567890元", 5.5F)) == std::vector<std::string>{"1234567890", "元"});
}

TEST_CASE("a dot between two parts is left out where a line ends – not in a name, and not while the words are edited") {
  CHECK(lines_of(set("渡口面馆 ・ 餐饮", 6)) == std::vector<std::string>{"渡口面馆", "餐饮"});
  CHECK(lines_of(set("渡口面馆 ・ 餐饮", 12)) == std::vector<std::string>{"渡口面馆 ・ 餐饮"});
  CHECK(lines_of(set("News ・\nExperience", 12)) == std::vector<std::string>{"News ・", "Experience"});
  CHECK(lines_of(set("买买提・热合曼", 4.5F)) == std::vector<std::string>{"买买提・", "热合曼"});
  CHECK(lines_of(set("渡口面馆 ・ 餐饮", 6, {.verbatim = true})) == std::vector<std::string>{"渡口面馆 ・", "餐饮"});
}

TEST_CASE("a paragraph's last line takes a second character from the line above") {
  CHECK(lines_of(set("一二三四五", 4)) == std::vector<std::string>{"一二三", "四五"});
  CHECK(lines_of(set("一二三四五。", 4)) == std::vector<std::string>{"一二三", "四五。"});
  CHECK(lines_of(set("一二三四五六七", 3)) == std::vector<std::string>{"一二三", "四五", "六七"});
}

TEST_CASE("a fifth of an em stands between Han and Latin, nowhere else") {
  struct Row {
    const char* text;
    float ems;
  };
  const Row rows[] = {{"7月29日", 0.5F + 1 + 1 + 1 + 3 * 0.2F}, {"7 月", 2}, {"（7月）", 1 + 0.5F + 1 + 1 + 0.2F},
                      {"A座", 1.7F}, {"，A", 1.5F}, {"ABC", 1.5F}, {"全单八折", 4}};
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(set(row.text, 0).width == doctest::Approx(row.ems * 10));
  }
}

TEST_CASE("two full-width marks that meet share one blank") {
  CHECK(set("说，“好。”", 0).width == doctest::Approx(50));
  CHECK(set("（《书》）", 0).width == doctest::Approx(40));
  CHECK(set("一，二", 0).width == doctest::Approx(30));
}

TEST_CASE("an opening quote at the start of a line hangs out by half an em") {
  TextStyle style;
  style.hang_quotes = true;
  const TextBlock block = set("“你好”我好", 3.5F, style);
  CHECK(block.lines[0].x == doctest::Approx(-5));
  CHECK(lines_of(block)[0] == "“你好”");
  style.indent = true;
  CHECK(set("“你好”", 9, style).lines[0].x == doctest::Approx(20));
}

TEST_CASE("the widths of a line's runs and gaps add up") {
  const TextBlock block = set("江滩双拥街12号，营业到21:30，联系ABC公司“渡口”。", 9);
  for (const ui::TextLine& line : block.lines) {
    CHECK(line.width <= 90.01F);
    CHECK(line.runs.back().x + line.runs.back().width == doctest::Approx(line.width));
    for (std::size_t i = 1; i < line.runs.size(); ++i) CHECK(line.runs[i].begin >= line.runs[i - 1].end);
  }
}

TEST_CASE("a text that is too long ends in an ellipsis and never in half a character") {
  CHECK(lines_of(set("一二三四五六七", 4, {}, 1)) == std::vector<std::string>{"一二三…"});
  CHECK(lines_of(set("一二，三四五", 4, {}, 1)) == std::vector<std::string>{"一二…"});
  CHECK(lines_of(set("一二三四", 4, {}, 1)) == std::vector<std::string>{"一二三四"});
  CHECK(lines_of(set("一𠮷𠮷𠮷𠮷", 3, {}, 1)) == std::vector<std::string>{"一𠮷…"});
  const std::string accents = "e\u0301e\u0301e\u0301e\u0301";
  CHECK(lines_of(set(accents, 1.6F, {}, 1)) == std::vector<std::string>{"e\u0301…"});
  for (int width = 1; width < 60; ++width) {
    for (const std::string& line : lines_of(set(accents + "e\u0301一𠮷二", static_cast<float>(width) / 10, {}, 2))) CHECK(ui::is_valid(line));
  }
}

TEST_CASE("a word longer than the line is cut rather than left to stand out") {
  const TextBlock block = set("https://example.org/a/very/long/address/that/never/ends", 6);
  CHECK(block.lines.size() > 2);
  for (const ui::TextLine& line : block.lines) CHECK(line.width <= 60.01F);
}

TEST_CASE("broken bytes, empty texts and tiny boxes do no harm") {
  for (const char* text : {"", "\n", "\xFF\xFE", "\xE4\xB8", "中\xC0\xAF文", "\xED\xA0\x80", " ", "\xF4\x90\x80\x80"}) {
    for (const float ems : {0.0F, 0.1F, 1.0F, 5.0F}) {
      const TextBlock block = set(text, ems, {}, 1);
      CHECK(ui::is_valid(block.text));
      CHECK(block.lines.size() <= 1);
    }
  }
}

TEST_CASE("centred and right-aligned lines stand where they should") {
  TextStyle style;
  style.align = ui::Align::Centre;
  CHECK(set("一二", 6, style).lines[0].x == doctest::Approx(20));
  style.align = ui::Align::Right;
  CHECK(set("一二", 6, style).lines[0].x == doctest::Approx(40));
}

TEST_CASE("no line of a whole corpus begins or ends with a forbidden mark, at any width") {
  std::ifstream file(SHUANGYONG_TEST_CORPUS);
  REQUIRE(file.good());
  ui::TextLayouter layouter;
  ui_test::FixedWidths widths;
  std::size_t lines = 0;
  for (std::string paragraph; std::getline(file, paragraph);) {
    for (int ems = 6; ems <= 30; ems += 2) {
      const TextBlock block = layouter.layout({paragraph, {}, 10, static_cast<float>(ems) * 10}, widths);
      for (const std::string& line : lines_of(block)) {
        ++lines;
        CAPTURE(line);
        CHECK_FALSE(ui::is_closing(first_of(line)));
        CHECK_FALSE(ui::is_opening(last_of(line)));
      }
      if (block.lines.size() > 1) CHECK(block.lines.back().end - block.lines.back().begin > 3);
    }
  }
  MESSAGE(lines << " lines looked at");
  CHECK(lines > 500);
}
