// A record's fields on a desk of their own: no shell, no form. The mouse aims at items by their label.
#pragma once

#include <imgui.h>

#include <functional>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "admin/desk/desk.h"
#include "admin/desk/scroll.h"
#include "admin/editors/field_editor.h"
#include "admin/workspace/workspace.h"
#include "content/record.h"
#include "kiosk/ui/item_log.h"
#include "kiosk/ui/null_backend.h"
#include "kiosk/ui/session.h"
#include "kiosk/ui/text_edit.h"
#include "tests/support/clerk.h"
#include "tests/support/temporary_folder.h"

namespace tests {

class FieldBench {
 public:
  // Fields of this kind by key, from the top down in a column 640 wide.
  FieldBench(content::Kind kind, std::vector<std::string> keys) : spec(content::kind_spec(kind)), keys_(std::move(keys)) {
    session = std::make_unique<ui::Session>(ui::SessionOptions{.fonts = {}, .pixels_per_u = 1.0F, .arrows_move_focus = false}, backend);
    session->install(&items);
    session->install(&texts);
    auto store = content::OfficeStore::create(folder.path() / "office.db");
    store->make_first_administrator("许安", kPassword, content::PasswordCost::Least);
    store->add_person("梁秋", content::Role::Editor, "许安");
    office = std::make_unique<admin::Workspace>(admin::Workspace::Options{.db = folder.path() / "office.db", .now_ms = [this] { return now_ms; }}, std::move(store));
    office->sign_in({.name = "梁秋", .role = content::Role::Editor});
    desk = std::make_unique<admin::desk::Desk>(*office, *session);
    frames(2);
  }
  ~FieldBench() {
    desk.reset();
    session->install(static_cast<ui::ItemLog*>(nullptr));
    session->install(static_cast<ui::TextLog*>(nullptr));
  }

  void frames(int count) {
    for (int i = 0; i < count; ++i) {
      seconds_ += 0.02;
      session->set_fixed_clock(seconds_);
      session->frame([this](ui::Canvas& canvas) { draw(canvas); });
    }
  }
  // In the middle of what is seen of it.
  bool tap(std::string_view label) {
    frames(20);   // no double click
    const auto box = items.find(label);
    if (!box) return false;
    backend.touch_down(box->centre());
    frames(2);
    backend.touch_up();
    frames(3);
    return true;
  }
  bool drag(ui::Point from, ui::Point to) {
    backend.touch_down(from);
    frames(2);
    for (int i = 1; i <= 5; ++i) {
      backend.touch_move({from.x + (to.x - from.x) * static_cast<float>(i) / 5, from.y + (to.y - from.y) * static_cast<float>(i) / 5});
      frames(1);
    }
    backend.touch_up();
    frames(3);
    return true;
  }
  void type(std::string_view words) {
    backend.type(std::string(words));
    frames(3);
  }
  void key(ImGuiKey key, bool ctrl = false) {
    backend.press_key(key, ctrl);
    frames(3);
  }
  bool fill(std::string_view label, std::string_view words) {
    if (!tap(label)) return false;
    key(ImGuiKey_A, true);
    key(ImGuiKey_Delete);
    if (!words.empty()) type(words);
    return true;
  }
  // Away from the field: it is checked.
  void leave() {
    backend.touch_down({1500, 850});
    frames(2);
    backend.touch_up();
    frames(3);
  }
  const nlohmann::json* value(std::string_view key) const { return content::value_at(body, key); }
  bool typing_in(std::string_view label) {
    ui::Canvas canvas(*session);
    return ui::typing_in(canvas, label);
  }
  bool shows(std::string_view words) const { return texts.contains(words); }

  TemporaryFolder folder;
  std::int64_t now_ms = kDesignMs;
  ui::NullBackend backend{{1600, 900}};
  ui::ItemLog items;
  ui::TextLog texts;
  std::unique_ptr<ui::Session> session;
  std::unique_ptr<admin::Workspace> office;
  std::unique_ptr<admin::desk::Desk> desk;
  admin::editors::FieldEditors editors;
  const content::KindSpec& spec;
  nlohmann::json body = nlohmann::json::object();
  std::vector<content::Problem> problems;
  bool read_only = false;
  int changes = 0;
  int leaves = 0;
  float bottom = 0;
  float scroll_height = 0;      // the fields lie in a part of the window so high that scrolls
  admin::desk::ScrollArea scroll;
  std::function<void(ui::Canvas&)> after;   // drawn last, above the layers

 private:
  void draw(ui::Canvas& canvas) {
    desk->begin(canvas);
    canvas.fill(canvas.bounds(), admin::desk::color::kPaper);
    float y = 30;
    if (scroll_height > 0) scroll.begin(*desk, {30, 30, 700, scroll_height}, "字段");
    for (const std::string& key : keys_) {
      const content::Field& field = *spec.find_field(key);
      const nlohmann::json* found = content::value_at(body, key);
      nlohmann::json value = found == nullptr ? nlohmann::json() : *found;
      std::vector<content::Problem> own;
      for (const content::Problem& problem : problems) {
        if (problem.key.starts_with(key)) own.push_back(problem);
      }
      const auto edit = editors.edit(*desk, {40, y, 640, 0}, field, value, {.kind = spec.kind, .body = &body, .read_only = read_only}, own);
      if (edit.changed) content::set_value(body, key, value), ++changes;
      if (edit.left) ++leaves;
      y += edit.height + 16;
    }
    bottom = y;
    if (scroll_height > 0) scroll.end(*desk, y);
    desk->draw_layers();
    desk->end();
    if (after) after(canvas);
  }

  std::vector<std::string> keys_;
  double seconds_ = 1;
};

}  // namespace tests
