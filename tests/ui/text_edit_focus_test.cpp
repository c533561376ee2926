#include <doctest/doctest.h>
#include <imgui.h>

#include "tests/ui/text_edit_support.h"

using namespace tests::text_edit;

TEST_SUITE("text edit") {
TEST_CASE("Tab goes through the fields and selects all of each – Escape gives the caret up") {
  Desk desk;
  desk.name = "渡口";
  desk.key(ImGuiKey_Tab);
  CHECK(desk.edited_name.active);
  CHECK(desk.selected() == "渡口");
  desk.key(ImGuiKey_Tab);
  CHECK(desk.lost_name);
  CHECK(desk.edited_code.active);
  CHECK(desk.selected() == "JT-0012");
  desk.key(ImGuiKey_Tab, false, true);
  CHECK(desk.edited_name.active);
  desk.key(ImGuiKey_Escape);
  CHECK_FALSE(desk.edited_name.active);
  desk.frame();
  CHECK_FALSE(desk.edited_name.active);
  desk.type("没了");
  CHECK(desk.name == "渡口");
  desk.key(ImGuiKey_Tab);
  CHECK(desk.edited_code.active);
}

TEST_CASE("Tab goes on from the field that was clicked") {
  Desk desk;
  desk.click(Desk::kCode.centre());
  desk.key(ImGuiKey_Tab);
  CHECK(desk.edited_many.active);
}

TEST_CASE("a click elsewhere takes the caret, on a tool of the field it does not") {
  Desk desk;
  desk.click(Desk::kName.centre());
  desk.type("店");
  desk.click({640, 118});
  CHECK_FALSE(desk.edited_name.active);
  CHECK(desk.lost_name);
  desk.click(Desk::kName.centre());
  desk.tool = true;
  desk.key(ImGuiKey_A, true);
  desk.click({640, 118});
  CHECK(desk.edited_name.active);
  desk.paste = "**店**";
  desk.frame();
  desk.frame();
  CHECK(desk.name == "**店**");
  CHECK(desk.selected() == "**店**");
  desk.key(ImGuiKey_Z, true);
  CHECK(desk.name == "店");
}

TEST_CASE("from one field straight into another: one gains, the other is told") {
  Desk desk;
  desk.click(Desk::kCode.centre());
  CHECK(desk.edited_code.active);
  desk.lost_name = false;
  desk.click(Desk::kName.centre());
  CHECK(desk.edited_name.active);
  CHECK_FALSE(desk.edited_code.active);
  desk.click(Desk::kCode.centre());
  CHECK(desk.lost_name);
}

TEST_CASE("below a dialog a field is dead") {
  Desk desk;
  desk.click(Desk::kName.centre());
  desk.type("店");
  desk.dialog = true;
  desk.frame();
  desk.frame();
  CHECK_FALSE(desk.edited_name.active);
  desk.type("x");
  desk.click(Desk::kName.centre());
  desk.type("y");
  CHECK(desk.name == "店");
}

TEST_CASE("read-only words can be copied and not changed") {
  Desk desk;
  desk.read_only = true;
  desk.name = "JT-0012";
  desk.click(Desk::kName.centre());
  desk.key(ImGuiKey_A, true);
  desk.key(ImGuiKey_X, true);
  desk.type("x");
  desk.key(ImGuiKey_Backspace);
  CHECK(desk.name == "JT-0012");
  ImGui::SetCurrentContext(desk.session.context());
  CHECK(std::string(ImGui::GetClipboardText()) == "JT-0012");
}

TEST_CASE("a secret shows discs and stays out of the clipboard") {
  Desk desk;
  desk.click(Desk::kSecret.centre());
  ImGui::SetCurrentContext(desk.session.context());
  ImGui::SetClipboardText("vorher");
  desk.type("江城2027");
  desk.key(ImGuiKey_A, true);
  desk.key(ImGuiKey_C, true);
  CHECK(std::string(ImGui::GetClipboardText()) == "vorher");
  CHECK(desk.secret == "江城2027");
  CHECK(desk.texts.contains("••••••"));
  CHECK_FALSE(desk.texts.contains("江城"));
  desk.key(ImGuiKey_End);
  desk.key(ImGuiKey_Backspace);
  CHECK(desk.secret == "江城202");
}

TEST_CASE("the caret blinks twice a second and asks for nothing else") {
  Desk desk;
  desk.click(Desk::kName.centre());
  desk.frame();
  desk.frame();
  const auto due = desk.session.due_in();
  REQUIRE(due.has_value());
  CHECK(*due > 400ms);
  CHECK(*due <= 530ms);
  desk.key(ImGuiKey_Escape);
  desk.frame();
  CHECK_FALSE(desk.session.due_in().has_value());
}

TEST_CASE("the system's input method is told where the caret stands") {
  Desk desk;
  desk.click(Desk::kName.centre());
  desk.frame();
  ImGui::SetCurrentContext(desk.session.context());
  CHECK(ImGui::GetIO().WantTextInput);
  desk.key(ImGuiKey_Escape);
  desk.frame();
  CHECK_FALSE(ImGui::GetIO().WantTextInput);
}
}
