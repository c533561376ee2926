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

struct ModeButton {
  std::string_view icon;
  std::string_view label;
  bool on = false;
  ui::Modes wanted;   // after a tap
};

std::array<ModeButton, 4> mode_buttons(const ui::Canvas& canvas, const Context& context) {
  const ui::Modes& modes = context.visitor.modes;
  ui::Modes large = modes, contrast = modes, low = modes, language = modes;
  large.large_text = !modes.large_text;
  contrast.high_contrast = !modes.high_contrast;
  low.low_reach = !modes.low_reach;
  const bool english = modes.language == ui::Language::English;
  language.language = english ? ui::Language::Chinese : ui::Language::English;
  const Texts& texts = context.texts;
  const bool wide = canvas.landscape();
  return {{{"bigtext", texts(wide ? "dock.large" : "dock.large.short"), modes.large_text, large},
           {"contrast", texts(wide ? "dock.contrast" : "dock.contrast.short"), modes.high_contrast, contrast},
           {"lowreach", texts(wide ? "dock.low" : "dock.low.short"), modes.low_reach, low},
           {"globe", texts("dock.language"), english, language}}};
}

// White with a line on top.
void draw_ground(ui::Canvas& canvas, const Rect& dock) {
  canvas.fill(dock, canvas.color().paper0);
  canvas.fill(dock.top(2), canvas.color().line);
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
  Look look{pressed ? color.paper3 : color.paper0, color.ink, color.ink, std::nullopt};
  if (outlined) look.outline = color.control;
  return look;
}

float outline_width(const ui::Canvas& canvas) {
  return canvas.theme().modes.high_contrast ? ui::stroke::kHighContrast : ui::stroke::kControl;
}

ui::TextStyle label_style(Color color) { return {.face = Face::SansMedium, .size = kLabel, .color = color}; }

float icon_size(const ui::Canvas& canvas) { return canvas.theme().modes.large_text ? kIcon * 1.2F : kIcon; }

float dock_button_width(const ui::Canvas& canvas, std::string_view label) {
  return 2 * kPad + icon_size(canvas) + kIconGap + canvas.measure(label, label_style({}));
}

bool dock_button(ui::Canvas& canvas, std::string_view icon, std::string_view label, Rect box, bool on, bool outlined) {
  const ui::Touch touch = canvas.touch(label, box);
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
Action draw_modes(ui::Canvas& canvas, const Context& context, Rect& row) {
  const auto buttons = mode_buttons(canvas, context);
  float total = kGap * static_cast<float>(buttons.size() - 1);
  for (const ModeButton& button : buttons) total += dock_button_width(canvas, button.label);
  float x = row.right() - total;
  const float divider = x - 20;
  Action action = Stay{};
  for (const ModeButton& button : buttons) {
    const Rect box{x, row.y, dock_button_width(canvas, button.label), row.h};
    if (dock_button(canvas, button.icon, button.label, box, button.on, false)) action = SetModes{button.wanted};
    x = box.right() + kGap;
  }
  if (!canvas.theme().modes.high_contrast) canvas.fill({divider, row.y + 12, 2, row.h - 24}, canvas.color().line);
  row.w = divider - 20 - row.x;
  return action;
}

// Portrait: equal cells, icon 48 above a label of 25.
bool dock_cell(ui::Canvas& canvas, std::string_view icon, std::string_view label, Rect cell, bool on = false) {
  const ui::Touch touch = canvas.touch(label, cell);
  const bool high_contrast = canvas.theme().modes.high_contrast;
  const Look look = look_of(canvas, on, touch.pressed, false);
  const Rect plate = cell.inset(6, 10);
  if (on || touch.pressed || high_contrast) canvas.fill(plate, look.fill, ui::radius::kButton);
  if (high_contrast) canvas.outline(plate, *look.outline, outline_width(canvas), ui::radius::kButton);
  canvas.icon(icon, {cell.centre().x, cell.y + cell.h * 0.37F}, 46, look.icon);
  ui::TextStyle style{.face = Face::SansMedium, .size = 26, .color = look.words, .align = ui::Align::Centre};
  canvas.text({cell.x, cell.y + cell.h * 0.545F, cell.w, cell.h * 0.33F}, label, style);
  if (touch.focused) canvas.focus_ring(plate, ui::radius::kButton);
  return touch.tapped;
}

struct Cell {
  std::string_view icon;
  std::string_view label;
  Action action;
};

Action draw_cells(ui::Canvas& canvas, const Context& context, Rect dock, std::span<const Cell> places) {
  const auto modes = mode_buttons(canvas, context);
  // A portrait screen that is wider than usual keeps its cells together.
  const float width = std::min(dock.w, 1400.0F);
  const float cell = width / static_cast<float>(places.size() + modes.size());
  float x = dock.x + (dock.w - width) / 2;
  Action action = Stay{};
  for (const Cell& place : places) {
    if (dock_cell(canvas, place.icon, place.label, {x, dock.y, cell, dock.h})) action = place.action;
    x += cell;
  }
  for (const ModeButton& mode : modes) {
    if (dock_cell(canvas, mode.icon, mode.label, {x, dock.y, cell, dock.h}, mode.on)) action = SetModes{mode.wanted};
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
  if (!areas.landscape) {
    const std::array<Cell, 3> places{{{"back", texts("dock.back"), Back{}},
                                      {"home", texts("dock.home"), GoHome{}},
                                      {"search", texts("dock.search"), Open{ScreenKind::Search, {}}}}};
    return draw_cells(canvas, context, dock, places);
  }
  Rect row = button_row(canvas, dock);
  Action action = draw_modes(canvas, context, row);
  for (const auto& [icon, key, wish] : {std::tuple{"back", "dock.back", Action{Back{}}}, std::tuple{"home", "dock.home", Action{GoHome{}}}}) {
    const float width = dock_button_width(canvas, texts(key)) + 28;
    if (dock_button(canvas, icon, texts(key), {row.x, row.y, width, row.h}, false, true)) action = wish;
    row = row.after(width + kGap);
  }
  if (dock_search(canvas, context, row, search_hint, false)) action = Open{ScreenKind::Search, {}};
  return action;
}

Action draw_home_dock(ui::Canvas& canvas, const Context& context, const PageAreas& areas) {
  const Rect& dock = areas.dock;
  draw_ground(canvas, dock);
  if (!areas.landscape) {
    const std::array<Cell, 1> places{{{"search", context.texts("dock.search"), Open{ScreenKind::Search, {}}}}};
    return draw_cells(canvas, context, dock, places);
  }
  Rect row = button_row(canvas, dock);
  Action action = draw_modes(canvas, context, row);
  if (dock_search(canvas, context, row, context.texts("search.hint.all"), true)) action = Open{ScreenKind::Search, {}};
  return action;
}

}  // namespace kiosk
