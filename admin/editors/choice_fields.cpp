// Choosing from words that are known: one, several, yes or no, months, icons.
#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "admin/desk/button.h"
#include "admin/desk/choice.h"
#include "admin/editors/fields.h"
#include "kiosk/ui/icons.h"

namespace admin::editors {

namespace {

using nlohmann::json;
namespace size = desk::size;

constexpr float kTick = 34;      // height of a row of checkboxes
constexpr float kTickGap = 22;

FieldEdit finish(Work& work, bool changed, bool open, float control) {
  const desk::FieldBelow below = desk::field_below(work.desk, {work.area.x, work.area.y + size::kFieldLabel + control}, work.area.w, work.frame, work.item);
  return {changed, changed, open, false, size::kFieldLabel + control + below.height};
}

ui::Rect control_of(const Work& work) { return {work.area.x, work.area.y + size::kFieldLabel, work.area.w, size::kControl}; }

}  // namespace

FieldEdit edit_yes_no(Work& work) {
  const bool on = work.value.is_boolean() && work.value.get<bool>();
  const ui::Rect row = work.area.top(size::kControl);
  const bool clicked = desk::switch_box(work.desk, work.item, row.left(std::min(row.w, 60.0F)), on, work.enabled());
  work.desk.canvas().text(row.after(46), work.field.zh, desk::words());
  const bool changed = clicked && put(work.value, on ? json() : json(true));
  const desk::FieldBelow below = desk::field_below(work.desk, {row.x, row.bottom()}, row.w, work.frame, work.item);
  return {changed, changed, false, false, row.h + below.height};
}

FieldEdit edit_enum(Work& work) {
  const auto& known = work.field.words;
  std::vector<desk::Option> options;
  if (!work.field.required) options.push_back({"不填"});
  const int first = static_cast<int>(options.size());
  int selected = -1;
  const std::string value = text_of(work.value);
  for (std::size_t i = 0; i < known.size(); ++i) {
    options.push_back({std::string(known[i].zh)});
    if (known[i].value == value) selected = first + static_cast<int>(i);
  }
  desk::field_label(work.desk, work.area, work.frame);
  const desk::DropLook look{.label = work.item, .problem = work.frame.state == desk::FieldState::Error, .enabled = work.enabled()};
  const auto chosen = desk::drop_down(work.desk, control_of(work), options, selected, look, value.empty() ? "请选一项" : std::string_view(value));
  bool changed = false;
  if (chosen) {
    const int place = static_cast<int>(*chosen) - first;
    changed = put(work.value, place < 0 ? json() : json(known[static_cast<std::size_t>(place)].value));
  }
  return finish(work, changed, work.desk.popup_open("下拉 " + work.item), size::kControl);
}

FieldEdit edit_enum_list(Work& work) {
  desk::field_label(work.desk, work.area, work.frame);
  std::vector<std::string> values;
  if (work.value.is_array()) {
    for (const json& one : work.value) values.push_back(text_of(one));
  }
  bool changed = false;
  float x = work.area.x;
  float y = work.area.y + size::kFieldLabel;
  for (const content::EnumWord& word : work.field.words) {
    const float width = desk::checkbox_width(work.desk, word.zh);
    if (x + width > work.area.right() && x > work.area.x) x = work.area.x, y += kTick;
    const auto found = std::ranges::find(values, word.value);
    const bool on = found != values.end();
    if (desk::checkbox(work.desk, word.zh, {x, y, width, kTick}, on, work.item + "：" + std::string(word.zh), work.enabled())) {
      if (on) values.erase(found);
      else values.emplace_back(word.value);
      changed = true;
    }
    x += width + kTickGap;
  }
  if (changed) {
    json next = json::array();
    for (const content::EnumWord& word : work.field.words) {
      if (std::ranges::find(values, word.value) != values.end()) next.push_back(word.value);
    }
    changed = put(work.value, std::move(next));
  }
  return finish(work, changed, false, y + kTick - work.area.y - size::kFieldLabel);
}

FieldEdit edit_months(Work& work) {
  desk::field_label(work.desk, work.area, work.frame);
  std::array<bool, 12> on{};
  if (work.value.is_array()) {
    for (const json& month : work.value) {
      if (month.is_number_integer() && month >= 1 && month <= 12) on.at(static_cast<std::size_t>(month.get<int>() - 1)) = true;
    }
  }
  bool changed = false;
  float x = work.area.x;
  float y = work.area.y + size::kFieldLabel;
  for (std::size_t i = 0; i < on.size(); ++i) {
    const std::string words = std::to_string(i + 1) + " 月";
    if (x + 56 > work.area.right() + 1 && x > work.area.x) x = work.area.x, y += 40;
    const ui::Rect box{x, y, 56, 32};
    if (!work.enabled()) {
      work.desk.canvas().text(box, words, desk::centre(on[i] ? desk::bold() : desk::words(size::kText, desk::color::kDisabledInk)));
    } else if (desk::toggle(work.desk, words, box, on[i], work.item + "：" + words)) {
      on[i] = !on[i];
      changed = true;
    }
    x += 62;
  }
  if (changed) {
    json next = json::array();
    for (int i = 0; i < 12; ++i) {
      if (on[static_cast<std::size_t>(i)]) next.push_back(i + 1);
    }
    changed = put(work.value, std::move(next));
  }
  if (std::ranges::none_of(on, [](bool one) { return one; }) && work.frame.help.empty()) work.frame.help = "不选就是全年。";
  return finish(work, changed, false, y + 36 - work.area.y - size::kFieldLabel);
}

FieldEdit edit_icon(Work& work) {
  constexpr float kCell = 44;
  constexpr std::size_t kAcross = 9;
  desk::Desk& desk = work.desk;
  ui::Canvas& canvas = desk.canvas();
  const std::string value = text_of(work.value);
  desk::field_label(desk, work.area, work.frame);
  const ui::Rect box = control_of(work);
  const std::string popup = "选 " + work.item;
  const ui::Touch touch = work.enabled() ? canvas.touch(work.item, box) : ui::Touch{};
  desk::control_box(desk, box, work.frame.state, desk.popup_open(popup) || touch.focused, work.enabled());
  if (ui::find_icon(value) >= 0) canvas.icon(value, {box.x + 24, box.centre().y}, 22, desk::color::kInk);
  else canvas.text(box.inset(12, 0), "请选一个图标", desk::words(size::kText, desk::color::kHint));
  canvas.icon(work.enabled() ? "down" : "lock", {box.right() - 20, box.centre().y}, 15, desk::color::kInk2);
  if (touch.tapped) {
    work.memory.typed.text.clear();
    desk.open_popup(popup);
  }
  // The name of the icon that was clicked waits for the next frame: the list is drawn after the form.
  const auto names = ui::icon_names();
  bool changed = false;
  if (!work.memory.adding.empty()) {
    changed = put(work.value, work.memory.adding);
    work.memory.adding.clear();
    desk.close_popup();
  }
  const float rows = static_cast<float>((names.size() + kAcross - 1) / kAcross);
  desk.popup(popup, box, {kCell * kAcross + 16, kCell * rows + 16}, [&desk, &memory = work.memory, names, item = work.item, value](ui::Rect place) {
    for (std::size_t i = 0; i < names.size(); ++i) {
      const ui::Rect cell{place.x + 8 + kCell * static_cast<float>(i % kAcross), place.y + 8 + kCell * static_cast<float>(i / kAcross), kCell, kCell};
      if (names[i] == value) desk.canvas().outline(cell.inset(2), desk::color::kRed, 2, 6);
      if (desk::icon_button(desk, item + "：" + std::string(names[i]), names[i], cell.inset(2))) memory.adding = names[i];
    }
  });
  return finish(work, changed, desk.popup_open(popup), size::kControl);
}

}  // namespace admin::editors
