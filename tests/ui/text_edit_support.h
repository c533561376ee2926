// A desk with fields to write in, without a window: what the tests of text editing share.
#pragma once

#include <chrono>
#include <string>

#include <imgui.h>

#include "kiosk/ui/item_log.h"
#include "kiosk/ui/null_backend.h"
#include "kiosk/ui/session.h"
#include "kiosk/ui/text_edit.h"
#include "kiosk/ui/touch_tracker.h"

namespace tests::text_edit {

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

}  // namespace tests::text_edit
