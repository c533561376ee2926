#include <doctest/doctest.h>
#include <imgui.h>

#include "tests/ui/text_edit_support.h"

using namespace tests::text_edit;

TEST_SUITE("text edit") {
TEST_CASE("many lines wrap by the rules of Chinese and the arrows walk the rows as seen") {
  Desk desk;
  desk.story = "一二三四五六七八九十甲乙丙丁戊己庚辛\n短\n";
  desk.click({Desk::kStory.x + 2, Desk::kStory.y + 8});
  CHECK(desk.edited_many.select_from == 0);
  REQUIRE(desk.edited_many.rows.size() == 4);
  CHECK(desk.edited_many.rows[1].line == 0);
  CHECK_FALSE(desk.edited_many.rows[1].first);
  CHECK(desk.edited_many.rows[2].line == 1);
  desk.key(ImGuiKey_End);
  const std::size_t row_end = desk.edited_many.select_from;
  const float edge = desk.edited_many.caret.x;
  CHECK(edge > Desk::kStory.x + 100);
  CHECK(desk.edited_many.caret.y < Desk::kStory.y + 20);
  desk.key(ImGuiKey_RightArrow);
  desk.key(ImGuiKey_LeftArrow);
  CHECK(desk.edited_many.select_from == row_end);
  CHECK(desk.edited_many.caret.x == doctest::Approx(Desk::kStory.x));
  desk.key(ImGuiKey_Home);
  desk.key(ImGuiKey_DownArrow);
  CHECK(desk.edited_many.caret.y > Desk::kStory.y + 40);
  desk.key(ImGuiKey_DownArrow);
  CHECK(desk.edited_many.select_from == desk.story.size());
  desk.key(ImGuiKey_UpArrow);
  desk.key(ImGuiKey_UpArrow);
  desk.key(ImGuiKey_UpArrow);
  CHECK(desk.edited_many.caret.y < Desk::kStory.y + 20);
  desk.key(ImGuiKey_End, true);
  desk.key(ImGuiKey_Enter);
  desk.type("末");
  CHECK(desk.story.ends_with("短\n\n末"));
}

TEST_CASE("up and down keep the column over a short line") {
  Desk desk;
  desk.story = "甲乙丙丁戊\n子\n一二三四五";
  desk.click({Desk::kStory.x + 2, Desk::kStory.y + 8});
  desk.key(ImGuiKey_End);
  desk.key(ImGuiKey_LeftArrow);
  desk.key(ImGuiKey_DownArrow);
  desk.key(ImGuiKey_DownArrow);
  CHECK(desk.story.substr(0, desk.edited_many.select_from).ends_with("四"));
}

TEST_CASE("many lines scroll after the caret and with the wheel") {
  Desk desk;
  for (int i = 0; i < 100; ++i) desk.story += "第" + std::to_string(i) + "行\n";
  desk.click({Desk::kStory.x + 2, Desk::kStory.y + 8});
  desk.key(ImGuiKey_End, true);
  REQUIRE_FALSE(desk.edited_many.rows.empty());
  CHECK(desk.edited_many.rows.back().line == 100);
  CHECK(Desk::kStory.contains(desk.edited_many.caret.origin()));
  desk.backend.wheel(5);
  desk.frame();
  desk.frame();
  CHECK(desk.edited_many.rows.back().line < 95);
  desk.key(ImGuiKey_PageUp);
  CHECK(Desk::kStory.contains(desk.edited_many.caret.origin()));
  desk.key(ImGuiKey_Home, true);
  CHECK(desk.edited_many.rows.front().line == 0);
}

TEST_CASE("the wheel is a field's own only as long as its words can move") {
  Desk desk;
  for (int i = 0; i < 30; ++i) desk.story += "行\n";
  const auto taken = [&desk](float steps) {
    desk.backend.wheel(steps);
    bool told = false;
    desk.frame();
    ui::Canvas canvas(desk.session);
    told = ui::wheel_taken(canvas);
    desk.frame();
    return told;
  };
  desk.move(Desk::kStory.centre());
  CHECK(taken(-1));
  CHECK(taken(1));
  for (int i = 0; i < 20; ++i) taken(1);
  CHECK_FALSE(taken(1));   // the top: the page behind moves
  desk.move({900, 700});
  CHECK_FALSE(taken(-1));
}

TEST_CASE("a long line slides under the caret") {
  Desk desk;
  for (int i = 0; i < 40; ++i) desk.name += "长";
  desk.click(Desk::kName.centre());
  desk.key(ImGuiKey_End);
  CHECK(desk.edited_name.caret.x <= Desk::kName.right());
  CHECK(desk.edited_name.caret.x > Desk::kName.right() - 10);
  desk.key(ImGuiKey_Home);
  CHECK(desk.edited_name.caret.x == doctest::Approx(Desk::kName.x));
}

TEST_CASE("blanks at the end of a line move the caret") {
  Desk desk;
  desk.click(Desk::kName.centre());
  desk.type("a");
  const float before = desk.edited_name.caret.x;
  desk.type(" ");
  CHECK(desk.edited_name.caret.x > before + 2);
}
}
