// How something touchable looks in each state and mode; shared by the widgets.
#pragma once

#include <string_view>

#include "kiosk/ui/canvas.h"

namespace ui {

enum class LookState { Rest, Pressed, Selected, Disabled };

struct Look {
  Color fill;
  Color edge;
  float edge_width = 0;
  Color words;
  Color label;    // the quieter words beside them
  Color icon;
};

// An outlined control: chip, tile, secondary button, pill. In high contrast everything touchable is yellow.
Look control_look(const Theme& theme, LookState state);

// Fill and outline. `pressed` 0–1 lays the pressed look over the resting one while it fades after the release.
void draw_control(Canvas& canvas, Rect box, const Look& look, float radius);

// `pressed` shows in the frame of the touch and fades out after the release; 0–1.
float press_amount(Canvas& canvas, std::string_view label, const Touch& touch);
Look mix(const Look& a, const Look& b, float t);

// The style, made smaller (never below 25 u before the mode's scale) until the words fit `width`: large text and English in a box that a layout
// cannot widen.
TextStyle fitted(const Canvas& canvas, std::string_view words, TextStyle style, float width);
// Words in the middle of a box: one line, smaller when it must be, then two.
void draw_words(Canvas& canvas, Rect box, std::string_view words, TextStyle style);

// A pill with an arrow: pages. At an end it is faint and cannot be touched.
bool arrow_pill(Canvas& canvas, std::string_view label, std::string_view icon, Rect box, bool enabled);

// The size of an icon beside words: it grows with large text.
float icon_size(const Canvas& canvas, float size);

}  // namespace ui
