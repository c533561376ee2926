#include "kiosk/ui/text_edit.h"

#include <chrono>
#include <string>

#include <doctest/doctest.h>
#include <imgui.h>

#include "kiosk/ui/item_log.h"
#include "kiosk/ui/null_backend.h"
#include "kiosk/ui/session.h"
#include "kiosk/ui/touch_tracker.h"

namespace {

using namespace std::chrono_literals;
using ui::Canvas;
using ui::Rect;

// A desktop of 1600 × 900 with two fields of one line, one of many and a secret one.
class Desk {
 public:
  Desk() : session({.fonts = {}, .pixels_per_u = 1.0F, .arrows_move_focus = false}, backend) {
    session.install(&items);
    session.install(&texts);
    frame();
    frame();
  }
  ~Desk() {
    session.install(static_cast<ui::ItemLog*>(nullptr));
    session.install(static_cast<ui::TextLog*>(nullptr));
  }

  void frame(std::chrono::milliseconds later = 16ms) {
    now += std::chrono::duration<double>(later).count();
    session.set_fixed_clock(now);
    backend.set_step(later);
    session.frame([this](Canvas& canvas) { draw(canvas); });
  }
  void key(ImGuiKey key, bool ctrl = false, bool shift = false) {
    backend.press_key(key, ctrl, shift);
    frame();
    frame();
  }
  void type(const std::string& words) {
    backend.type(words);
    frame();
    frame();
  }
  void press(ui::Point at) {
    backend.touch_down(at);
    frame();
    frame();
  }
  void release() {
    backend.touch_up();
    frame();
    frame();
  }
  void click(ui::Point at, int times = 1) {
    frame(2000ms);
    for (int i = 0; i < times; ++i) {
      press(at);
      release();
    }
  }
  void move(ui::Point at) {
    backend.touch_move(at);
    frame();
    frame();
  }
  // In the middle of the character that begins at this byte of the name.
  ui::Point in_name(std::size_t byte) {
    const float x = width(name.substr(0, byte)) + 3;
    return {kName.x + x, kName.centre().y};
  }
  float width(const std::string& words) {
    float found = 0;
    session.frame([&](Canvas& canvas) {
      draw(canvas);
      found = canvas.measure(words, look(canvas).text);
    });
    return found;
  }
  std::string selected() const {
    const std::string& value = edited_many.active ? story : edited_code.active ? code : name;
    const ui::Edited& edited = edited_many.active ? edited_many : edited_code.active ? edited_code : edited_name;
    return value.substr(edited.select_from, edited.select_to - edited.select_from);
  }

  static ui::EditLook look(Canvas& canvas) {
    return {.text = {.size = 15, .color = canvas.color().ink, .line = 1.5F}, .caret = canvas.color().ink, .selection = ui::Color::rgb(0xF6DAD5), .hint = "写店名", .hint_color = canvas.color().ink2};
  }

  static constexpr Rect kName{100, 100, 200, 36};
  static constexpr Rect kCode{100, 200, 200, 36};
  static constexpr Rect kStory{100, 300, 150, 90};
  static constexpr Rect kSecret{100, 500, 200, 36};

  ui::NullBackend backend{{1600, 900}};
  ui::ItemLog items;
  ui::TextLog texts;
  ui::Session session;
  double now = 1;
  std::string name;
  std::string code = "JT-0012";
  std::string story;
  std::string secret;
  bool dialog = false;
  bool tool = false;
  bool read_only = false;
  std::string paste;
  ui::Edited edited_name;
  ui::Edited edited_code;
  ui::Edited edited_many;
  bool lost_name = false;
  int taps_under = 0;

 private:
  void draw(Canvas& canvas) {
    ui::EditLook one = look(canvas);
    one.read_only = read_only;
    edited_name = ui::text_edit(canvas, "店名", kName, name, one);
    lost_name = lost_name || edited_name.lost;
    edited_code = ui::text_edit(canvas, "编号", kCode, code, one);
    ui::EditLook many = look(canvas);
    many.lines = ui::EditLines::Many;
    edited_many = ui::text_edit(canvas, "正文", kStory, story, many);
    ui::EditLook hidden = look(canvas);
    hidden.secret = true;
    ui::text_edit(canvas, "口令", kSecret, secret, hidden);
    if (canvas.touch("加粗", {600, 100, 80, 36}).pressed && tool) ui::keep_caret(canvas);
    if (!paste.empty()) ui::paste_text(canvas, paste, true);
    paste.clear();
    if (!dialog) return;
    canvas.modal();
    canvas.touch("知道了", {400, 400, 100, 40});
  }
};

}  // namespace

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

TEST_CASE("a double click takes a word, Chinese ones too; a third click everything") {
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

TEST_CASE("Tab goes through the fields and selects all of each; Escape gives the caret up") {
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
