// The dock: where to go and how to read. The same buttons at the same place on every page.
#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <tuple>

#include "kiosk/ui/widgets.h"
#include "kiosk/widgets/page_frame.h"

namespace kiosk {
namespace {

using ui::Color;
using ui::Face;
using ui::Rect;

constexpr float kMargin = ui::space::kMargin;
constexpr float kLabel = 28, kIcon = 38, kIconGap = 14, kPad = 20, kGap = 16;
constexpr float kTightPad = 14;      // high contrast with large text: the outlines stand closer
constexpr float kLeastSearch = 250;  // narrower than this the row becomes cells

struct ModeButton {
  std::string_view icon;
  std::string_view label;
  std::string_view name;   // of the touch: the same where the label is short
  bool on = false;
  ui::Modes wanted;        // after a tap
};

enum class Words { Long, Short };
using ModeButtons = std::array<ModeButton, 4>;

ModeButtons mode_buttons(const Context& context, Words words) {
  const ui::Modes& modes = context.visitor.modes;
  ui::Modes large = modes, contrast = modes, low = modes, language = modes;
  large.large_text = !modes.large_text;
  contrast.high_contrast = !modes.high_contrast;
  low.low_reach = !modes.low_reach;
  const bool english = modes.language == ui::Language::English;
  language.language = english ? ui::Language::Chinese : ui::Language::English;
  const Texts& texts = context.texts;
  const bool wide = words == Words::Long;
  return {{{"bigtext", texts(wide ? "dock.large" : "dock.large.short"), texts("dock.large"), modes.large_text, large},
           {"contrast", texts(wide ? "dock.contrast" : "dock.contrast.short"), texts("dock.contrast"), modes.high_contrast, contrast},
           {"lowreach", texts(wide ? "dock.low" : "dock.low.short"), texts("dock.low"), modes.low_reach, low},
           {"globe", texts("dock.language"), texts("dock.language"), english, language}}};
}

// White with a line on top.
void draw_ground(ui::Canvas& canvas, const Rect& dock) {
  canvas.fill(dock, canvas.color().paper0);
  canvas.fill(dock.top(canvas.theme().modes.high_contrast ? 4.0F : 2.0F), canvas.color().line);
}

struct Look {
  Color fill, words, icon;
  std::optional<Color> outline;
};

// An active mode is filled; in high contrast yellow says what can be pressed.
Look look_of(const ui::Canvas& canvas, bool on, bool pressed, bool outlined) {
  const auto& color = canvas.color();
  if (canvas.theme().modes.high_contrast) {
    const Color black = color.paper0;
    if (on) return {color.control, black, black, color.control};
    return {pressed ? color.paper3 : black, color.ink, color.control, color.control};
  }
  if (on) return {color.ink, color.white, color.white, std::nullopt};
  // What has no outline lies on whatever the ground is.
  Look look{pressed ? color.paper3 : color.paper0.with_alpha(outlined ? 1.0F : 0.0F), color.ink, color.ink, std::nullopt};
  if (outlined) look.outline = color.control;
  return look;
}

float outline_width(const ui::Canvas& canvas) {
  return canvas.theme().modes.high_contrast ? ui::stroke::kHighContrast : ui::stroke::kControl;
}

ui::TextStyle label_style(Color color) { return {.face = Face::SansMedium, .size = kLabel, .color = color}; }

float icon_size(const ui::Canvas& canvas) { return canvas.theme().modes.large_text ? kIcon * 1.2F : kIcon; }

float dock_button_width(const ui::Canvas& canvas, std::string_view label) {
  const auto& modes = canvas.theme().modes;
  const float pad = modes.large_text && modes.high_contrast ? kTightPad : kPad;
  return 2 * pad + icon_size(canvas) + kIconGap + canvas.measure(label, label_style({}));
}

constexpr float kPlacePad = 28;   // 返回 and 首页 are a little wider than the modes

float modes_width(const ui::Canvas& canvas, const ModeButtons& buttons) {
  float total = kGap * static_cast<float>(buttons.size() - 1);
  for (const ModeButton& button : buttons) total += dock_button_width(canvas, button.label);
  return total;
}

float places_width(const ui::Canvas& canvas, const Texts& texts) {
  return dock_button_width(canvas, texts("dock.back")) + dock_button_width(canvas, texts("dock.home")) + 2 * (kPlacePad + kGap);
}

// The modes' words that leave the search field its room beside `others` u of buttons; none when even the short ones do not.
std::optional<ModeButtons> modes_that_fit(const ui::Canvas& canvas, const Context& context, float row, float others) {
  for (const Words words : {Words::Long, Words::Short}) {
    const ModeButtons buttons = mode_buttons(context, words);
    if (modes_width(canvas, buttons) + others + 40 + kLeastSearch <= row) return buttons;
  }
  return std::nullopt;
}

// `name` of the touch, where it is not the label.
bool dock_button(ui::Canvas& canvas, std::string_view icon, std::string_view label, Rect box, bool on, bool outlined, std::string_view name = {}) {
  const ui::Touch touch = canvas.touch(name.empty() ? label : name, box);
  const Look look = look_of(canvas, on, touch.pressed, outlined);
  canvas.fill(box, look.fill, ui::radius::kButton);
  if (look.outline) canvas.outline(box, *look.outline, outline_width(canvas), ui::radius::kButton);
  const float size = icon_size(canvas);
  const float words = canvas.measure(label, label_style(look.words));
  const float left = box.x + (box.w - size - kIconGap - words) / 2;
  canvas.icon(icon, {left + size / 2, box.centre().y}, size, look.icon);
  canvas.text({left + size + kIconGap, box.y, words + 4, box.h}, label, label_style(look.words));
  if (touch.focused) canvas.focus_ring(box, ui::radius::kButton);
  return touch.tapped;
}

bool dock_search(ui::Canvas& canvas, const Context& context, Rect box, std::string_view hint, bool keyboard_icon) {
  const ui::Touch touch = canvas.touch(hint, box);
  const auto& color = canvas.color();
  const bool high_contrast = canvas.theme().modes.high_contrast;
  const float radius = box.h / 2;
  canvas.fill(box, touch.pressed ? color.paper3 : color.paper2, radius);
  canvas.outline(box, color.control, outline_width(canvas), radius);
  canvas.icon("search", {box.x + 52, box.centre().y}, icon_size(canvas), high_contrast ? color.control : color.ink2);
  const ui::TextStyle style{.face = Face::Sans, .size = kLabel, .color = color.ink2};
  const bool icon = keyboard_icon && box.w > 520;
  const float room = box.w - 88 - (icon ? 102 : 40);
  // A narrow field says less rather than half of it.
  const std::string_view words = canvas.measure(hint, style) <= room ? hint : context.texts("dock.search");
  canvas.text({box.x + 88, box.y, room, box.h}, words, style);
  if (icon) canvas.icon("keyboard", {box.right() - 54, box.centre().y}, icon_size(canvas), high_contrast ? color.control : color.ink2);
  if (touch.focused) canvas.focus_ring(box, radius);
  return touch.tapped;
}

// From the right margin leftwards; the words between the search field and the divider give way. Returns what is left of the row.
Action draw_modes(ui::Canvas& canvas, const ModeButtons& buttons, Rect& row) {
  float x = row.right() - modes_width(canvas, buttons);
  const bool high_contrast = canvas.theme().modes.high_contrast;
  const float divider = high_contrast ? x : x - 20;
  Action action = Stay{};
  for (const ModeButton& button : buttons) {
    const Rect box{x, row.y, dock_button_width(canvas, button.label), row.h};
    if (dock_button(canvas, button.icon, button.label, box, button.on, false, button.name)) action = SetModes{button.wanted};
    x = box.right() + kGap;
  }
  if (!high_contrast) canvas.fill({divider, row.y + 12, 2, row.h - 24}, canvas.color().line);
  row.w = divider - (high_contrast ? kGap : 20) - row.x;
  return action;
}

// Portrait: equal cells, icon 48 above a label of 25.
struct Cell {
  std::string_view icon;
  std::string_view label;
  Action action;
  std::string_view name{};   // of the touch, where it is not the label
  bool on = false;
};

bool dock_cell(ui::Canvas& canvas, const Cell& shown, Rect cell) {
  const std::string_view label = shown.label;
  const bool on = shown.on;
  const ui::Touch touch = canvas.touch(shown.name.empty() ? label : shown.name, cell);
  const bool high_contrast = canvas.theme().modes.high_contrast;
  const Look look = look_of(canvas, on, touch.pressed, false);
  const Rect plate = cell.inset(canvas.theme().modes.large_text ? 2.0F : 6.0F, 10);
  if (on || touch.pressed || high_contrast) canvas.fill(plate, look.fill, ui::radius::kButton);
  if (high_contrast) canvas.outline(plate, *look.outline, outline_width(canvas), ui::radius::kButton);
  canvas.icon(shown.icon, {cell.centre().x, cell.y + cell.h * 0.37F}, 46, look.icon);
  ui::TextStyle style{.face = Face::SansMedium, .size = 26, .color = look.words, .align = ui::Align::Centre};
  const float room = plate.w - 8;
  if (const float wide = canvas.measure(label, style); wide > room) style.size = std::max(25.0F, style.size * room / wide);
  canvas.text({cell.x, cell.y + cell.h * 0.545F, cell.w, cell.h * 0.33F}, label, style);
  if (touch.focused) canvas.focus_ring(plate, ui::radius::kButton);
  return touch.tapped;
}

Action draw_cells(ui::Canvas& canvas, const Context& context, Rect dock, std::span<const Cell> places) {
  const auto modes = mode_buttons(context, Words::Short);
  // A portrait screen that is wider than usual keeps its cells together.
  const float width = std::min(dock.w, 1400.0F);
  const float cell = width / static_cast<float>(places.size() + modes.size());
  float x = dock.x + (dock.w - width) / 2;
  Action action = Stay{};
  for (const Cell& place : places) {
    if (dock_cell(canvas, place, {x, dock.y, cell, dock.h})) action = place.action;
    x += cell;
  }
  for (const ModeButton& mode : modes) {
    if (dock_cell(canvas, {mode.icon, mode.label, {}, mode.name, mode.on}, {x, dock.y, cell, dock.h})) action = SetModes{mode.wanted};
    x += cell;
  }
  return action;
}

Rect button_row(const ui::Canvas& canvas, Rect dock) {
  const float height = canvas.theme().modes.large_text ? 104.0F : ui::touch::kDock;
  return {kMargin, dock.y + (dock.h - height) / 2, dock.w - 2 * kMargin, height};
}

}  // namespace

Action draw_dock(ui::Canvas& canvas, const Context& context, const PageAreas& areas, std::string_view search_hint) {
  const Rect& dock = areas.dock;
  const Texts& texts = context.texts;
  draw_ground(canvas, dock);
  Rect row = button_row(canvas, dock);
  const auto modes = areas.landscape ? modes_that_fit(canvas, context, row.w, places_width(canvas, texts)) : std::nullopt;
  if (!modes) {
    const std::array<Cell, 3> places{{{"back", texts("dock.back"), Back{}},
                                      {"home", texts("dock.home"), GoHome{}},
                                      {"search", texts("dock.search"), Open{ScreenKind::Search, {}}, areas.landscape ? search_hint : std::string_view{}}}};
    return draw_cells(canvas, context, dock, places);
  }
  Action action = draw_modes(canvas, *modes, row);
  for (const auto& [icon, key, wish] : {std::tuple{"back", "dock.back", Action{Back{}}}, std::tuple{"home", "dock.home", Action{GoHome{}}}}) {
    const float width = dock_button_width(canvas, texts(key)) + kPlacePad;
    if (dock_button(canvas, icon, texts(key), {row.x, row.y, width, row.h}, false, true)) action = wish;
    row = row.after(width + kGap);
  }
  if (dock_search(canvas, context, row, search_hint, false)) action = Open{ScreenKind::Search, {}};
  return action;
}

Action draw_search_dock(ui::Canvas& canvas, const Context& context, const PageAreas& areas, std::string_view hint) {
  const Texts& texts = context.texts;
  Rect row = button_row(canvas, areas.dock);
  const auto modes = areas.landscape ? modes_that_fit(canvas, context, row.w, places_width(canvas, texts)) : std::nullopt;
  if (!modes) {
    Action action = draw_dock(canvas, context, areas, {});
    // Searching is what this page does.
    return std::holds_alternative<Open>(action) ? Action{Stay{}} : action;
  }
  Action action = draw_modes(canvas, *modes, row);
  for (const auto& [icon, key, wish] : {std::tuple{"back", "dock.back", Action{Back{}}}, std::tuple{"home", "dock.home", Action{GoHome{}}}}) {
    const float width = dock_button_width(canvas, texts(key)) + kPlacePad;
    if (dock_button(canvas, icon, texts(key), {row.x, row.y, width, row.h}, false, true)) action = wish;
    row = row.after(width + kGap);
  }
  // Where the words find no room the keys have to do without them.
  const ui::TextStyle style{.face = Face::Sans, .size = 27, .color = canvas.color().ink2, .align = ui::Align::Centre};
  if (canvas.measure(hint, style) <= row.w - 2 * kPad) canvas.text(row.inset(kPad, 0), hint, style);
  return action;
}

Action draw_home_dock(ui::Canvas& canvas, const Context& context, const PageAreas& areas) {
  const Rect& dock = areas.dock;
  draw_ground(canvas, dock);
  Rect row = button_row(canvas, dock);
  const auto modes = areas.landscape ? modes_that_fit(canvas, context, row.w, 0) : std::nullopt;
  if (!modes) {
    const std::string_view hint = areas.landscape ? context.texts("search.hint.all") : std::string_view{};
    const std::array<Cell, 1> places{{{"search", context.texts("dock.search"), Open{ScreenKind::Search, {}}, hint}}};
    return draw_cells(canvas, context, dock, places);
  }
  Action action = draw_modes(canvas, *modes, row);
  if (dock_search(canvas, context, row, context.texts("search.hint.all"), true)) action = Open{ScreenKind::Search, {}};
  return action;
}

}  // namespace kiosk
