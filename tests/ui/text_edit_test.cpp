#include <doctest/doctest.h>
#include <imgui.h>

#include "tests/ui/text_edit_support.h"

using namespace tests::text_edit;

TEST_SUITE("text edit") {
TEST_CASE("a click gives the caret, letters and Chinese go in where it stands") {
  Desk desk;
  desk.type("没人看");
  CHECK(desk.name.empty());
  CHECK(desk.texts.contains("写店名"));
  desk.click(Desk::kName.centre());
  CHECK(desk.edited_name.active);
  desk.type("渡口面馆");
  desk.type("A1");
  CHECK(desk.name == "渡口面馆A1");
  CHECK(desk.texts.contains("渡口面馆"));
  desk.key(ImGuiKey_Home);
  desk.type("老");
  CHECK(desk.name == "老渡口面馆A1");
}

TEST_CASE("rare characters find their font") {
  Desk desk;
  desk.click(Desk::kName.centre());
  desk.type("𠮷野䶮");
  CHECK(desk.name == "𠮷野䶮");
  for (const ui::LoggedText& text : desk.texts.texts()) CHECK(text.missing.empty());
  desk.key(ImGuiKey_Backspace);
  desk.key(ImGuiKey_Backspace);
  CHECK(desk.name == "𠮷");
}

TEST_CASE("a character goes with its marks") {
  Desk desk;
  desk.name = "e\u0301a";
  desk.click(Desk::kName.centre());
  desk.key(ImGuiKey_Home);
  desk.key(ImGuiKey_Delete);
  CHECK(desk.name == "a");
  desk.name = "xe\u0301";
  desk.frame();
  desk.key(ImGuiKey_End);
  desk.key(ImGuiKey_LeftArrow);
  desk.type("-");
  CHECK(desk.name == "x-e\u0301");
}

TEST_CASE("arrows, Shift and words move and select") {
  Desk desk;
  desk.name = "双拥模范城 rongyao 2027";
  desk.click(Desk::kName.centre());
  desk.key(ImGuiKey_End);
  desk.key(ImGuiKey_LeftArrow, true, true);
  CHECK(desk.selected() == "2027");
  desk.key(ImGuiKey_LeftArrow, true, true);
  CHECK(desk.selected() == "rongyao 2027");
  desk.key(ImGuiKey_LeftArrow);
  CHECK(desk.edited_name.select_from == desk.name.find("rongyao"));
  CHECK(desk.selected().empty());
  desk.key(ImGuiKey_Home, false, true);
  CHECK(desk.selected() == "双拥模范城 ");
  desk.key(ImGuiKey_A, true);
  CHECK(desk.selected() == desk.name);
  desk.type("新");
  CHECK(desk.name == "新");
}

TEST_CASE("a double click takes a word, Chinese ones too – a third click everything") {
  Desk desk;
  desk.name = "江滩公园门口的面馆";
  desk.frame();
  desk.click(desk.in_name(std::string("江滩").size()), 2);
  CHECK(desk.selected() == "公园");
  desk.click(desk.in_name(std::string("江滩").size()), 3);
  CHECK(desk.selected() == desk.name);
}

TEST_CASE("dragging selects, also beyond the box") {
  Desk desk;
  desk.name = "老兵驿站";
  desk.frame();
  desk.press({Desk::kName.x + 1, Desk::kName.centre().y});
  desk.move({Desk::kName.x + desk.width("老兵"), Desk::kName.centre().y});
  CHECK(desk.selected() == "老兵");
  desk.move({900, 700});
  CHECK(desk.selected() == "老兵驿站");
  desk.release();
  CHECK(desk.edited_name.active);
  desk.key(ImGuiKey_Delete);
  CHECK(desk.name.empty());
}

TEST_CASE("Shift and a click go on with the selection") {
  Desk desk;
  desk.name = "abcdef";
  desk.click({Desk::kName.x + 1, Desk::kName.centre().y});
  CHECK(desk.edited_name.select_from == 0);
  desk.backend.press_key(0, false, true);
  desk.backend.touch_down({Desk::kName.x + desk.width("abc"), Desk::kName.centre().y});
  desk.frame();
  desk.release();
  CHECK(desk.selected() == "abc");
}

TEST_CASE("copy, cut and paste go through the clipboard") {
  Desk desk;
  desk.name = "渡口面馆";
  desk.click(Desk::kName.centre());
  desk.key(ImGuiKey_A, true);
  desk.key(ImGuiKey_X, true);
  CHECK(desk.name.empty());
  desk.key(ImGuiKey_V, true);
  desk.key(ImGuiKey_V, true);
  CHECK(desk.name == "渡口面馆渡口面馆");
  desk.key(ImGuiKey_A, true);
  desk.key(ImGuiKey_C, true);
  desk.click(Desk::kCode.centre());
  desk.key(ImGuiKey_A, true);
  desk.key(ImGuiKey_V, true);
  CHECK(desk.code == "渡口面馆渡口面馆");
}

TEST_CASE("what is pasted into one line has no line breaks and no control characters") {
  Desk desk;
  ImGui::SetCurrentContext(desk.session.context());
  ImGui::SetClipboardText("电话\r\n0900\t123\x07\n\xEF\xBB\xBF完");
  desk.click(Desk::kName.centre());
  desk.key(ImGuiKey_V, true);
  CHECK(desk.name == "电话 0900 123 完");
  desk.click(Desk::kStory.centre());
  desk.key(ImGuiKey_V, true);
  CHECK(desk.story == "电话\n0900 123\n完");
}

TEST_CASE("Ctrl+Z takes back what was typed, stretch by stretch, and Ctrl+Y brings it again") {
  Desk desk;
  desk.name = "面馆";
  desk.click(Desk::kName.centre());
  desk.key(ImGuiKey_End);
  desk.type("a");
  desk.type("b");
  desk.type("c");
  desk.key(ImGuiKey_A, true);
  desk.type("新店");
  CHECK(desk.name == "新店");
  desk.key(ImGuiKey_Z, true);
  CHECK(desk.name == "面馆abc");
  desk.key(ImGuiKey_Z, true);
  CHECK(desk.name == "面馆");
  desk.key(ImGuiKey_Z, true);
  CHECK(desk.name == "面馆");
  desk.key(ImGuiKey_Y, true);
  desk.key(ImGuiKey_Y, true);
  CHECK(desk.name == "新店");
  desk.key(ImGuiKey_Z, true);
  desk.type("!");
  desk.key(ImGuiKey_Y, true);
  CHECK(desk.name == "面馆abc!");
}

TEST_CASE("a value changed from outside is followed") {
  Desk desk;
  desk.name = "渡口面馆";
  desk.click(Desk::kName.centre());
  desk.key(ImGuiKey_End);
  desk.name = "别家";
  desk.frame();
  CHECK(desk.texts.contains("别家"));
  desk.type("店");
  CHECK(desk.name == "别家店");
  desk.key(ImGuiKey_Z, true);
  CHECK(desk.name == "别家");
  desk.key(ImGuiKey_Z, true);
  CHECK(desk.name == "别家");
}

TEST_CASE("broken bytes are repaired when they are edited and never end the program") {
  Desk desk;
  desk.name = "a\xFF\xE5\xB8z";
  desk.story = "\xED\xA0\x80";
  desk.click(Desk::kStory.centre());
  desk.click(Desk::kName.centre());
  desk.key(ImGuiKey_End);
  desk.type("!");
  CHECK(desk.name.ends_with("z!"));
}
}
