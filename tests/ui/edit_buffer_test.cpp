#include "kiosk/ui/edit_buffer.h"

#include <cstdlib>
#include <random>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "kiosk/ui/text_clusters.h"
#include "kiosk/ui/utf8.h"

using ui::EditBuffer;
using ui::EditErase;
using ui::EditLines;
using ui::EditMove;

namespace {

bool between_clusters(const std::string& text, std::size_t at) {
  std::size_t walk = 0;
  while (walk < at) walk = ui::next_cluster(text, walk);
  return walk == at;
}

constexpr const char* kPieces[] = {"拥军", "a", " ", "\n", "𠮷", "e\u0301", "，", "7", "\xFF", "👨‍👩‍👧", "\t", "周一至周五 9:00", "\u0301", "\u200D"};

}  // namespace

TEST_SUITE("edit buffer") {
TEST_CASE("whatever is done, the text stays whole, the caret stays between characters, and all of it can be taken back") {
  const int rounds = std::getenv("SHUANGYONG_LONG") == nullptr ? 60 : 3000;
  std::mt19937 random(7);
  const auto upto = [&random](int most) { return static_cast<int>(random() % static_cast<unsigned>(most)); };
  for (int round = 0; round < rounds; ++round) {
    const EditLines lines = round % 2 == 0 ? EditLines::Many : EditLines::One;
    const std::string first = round % 3 == 0 ? "" : lines == EditLines::Many ? "渡口面馆\n二楼" : "渡口面馆 二楼";
    EditBuffer buffer(first, lines);
    const std::string start = buffer.text();
    std::vector<std::string> states{start};
    for (int step = 0; step < 60; ++step) {
      switch (upto(8)) {
        case 0:
        case 1:
        case 2: buffer.insert(kPieces[upto(14)], upto(2) == 0); break;
        case 3: buffer.erase(static_cast<EditErase>(upto(4))); break;
        case 4: buffer.select(static_cast<std::size_t>(upto(40)), static_cast<std::size_t>(upto(40))); break;
        case 5: buffer.move(static_cast<EditMove>(upto(6)), upto(2) == 0); break;
        case 6: buffer.undo(); break;
        default: buffer.redo(); break;
      }
      REQUIRE(ui::is_valid(buffer.text()));
      REQUIRE(buffer.caret() <= buffer.text().size());
      if (lines == EditLines::One) REQUIRE(buffer.text().find('\n') == std::string::npos);
      const ui::TextSpan selection = buffer.selection();
      REQUIRE(selection.begin <= selection.end);
      REQUIRE(selection.end <= buffer.text().size());
    }
    int undone = 0;
    while (buffer.can_undo() && undone < 500) buffer.undo(), ++undone;
    CHECK(buffer.text() == start);
    while (buffer.can_redo()) buffer.redo();
    buffer.select(buffer.text().size() / 2, buffer.text().size() / 2);
    CHECK(between_clusters(buffer.text(), buffer.caret()));
  }
}

TEST_CASE("a whole long article is deleted and taken back") {
  std::string article;
  for (int i = 0; i < 6000; ++i) article += "双拥模范城";
  EditBuffer buffer(article, EditLines::Many);
  buffer.select(0, article.size());
  buffer.insert("空", true);
  CHECK(buffer.text() == "空");
  buffer.undo();
  CHECK(buffer.text() == article);
  buffer.redo();
  CHECK(buffer.text() == "空");
}

TEST_CASE("a thousand steps are more than it remembers, and none of them breaks it") {
  EditBuffer buffer("", EditLines::Many);
  for (int i = 0; i < 1000; ++i) {
    buffer.insert("字", false);
    if (i % 7 == 0) buffer.erase(EditErase::Left);
  }
  for (int i = 0; i < 600; ++i) buffer.undo();
  for (int i = 0; i < 600; ++i) buffer.redo();
  CHECK(ui::is_valid(buffer.text()));
}
}
