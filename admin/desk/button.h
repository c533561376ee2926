// Buttons and links. Colour says what kind of act it is (DESIGN-2.md §14): red publishes and makes new, indigo reviews, ink saves.
#pragma once

#include <string>
#include <string_view>

#include "admin/desk/desk.h"

namespace admin::desk {

enum class ButtonKind { Plain, Publish, New, Review, Save, Quiet };

struct ButtonLook {
  ButtonKind kind = ButtonKind::Plain;
  std::string_view icon{};        // left of the words
  std::string_view key{};         // a key cap right of the words: "A", "F8", "Ctrl S"
  int count = -1;                 // a number in a badge; −1: none
  bool enabled = true;
  bool on_dark = false;           // on the ink bar of a selection
  std::string_view label{};       // what tests and the item log call it; empty: the words
};

// Red filled, red outline, indigo filled, ink filled, outline; Quiet: indigo words alone. True when clicked.
bool button(Desk& desk, std::string_view words, ui::Rect box, const ButtonLook& look = {});
float button_width(Desk& desk, std::string_view words, const ButtonLook& look = {});
// The same, right-aligned at `right`; moves `right` to the left of it by the gap.
bool button_from_right(Desk& desk, std::string_view words, float& right, float y, const ButtonLook& look = {}, float height = size::kButton);
// Icon alone in a square; `label` names it.
bool icon_button(Desk& desk, std::string_view label, std::string_view icon, ui::Rect box, bool enabled = true);
// A chip that is on (ink) or off (outline): 横屏 | 竖屏. True when clicked.
bool toggle(Desk& desk, std::string_view words, ui::Rect box, bool on, std::string_view label = {});
float toggle_width(Desk& desk, std::string_view words);

}  // namespace admin::desk
