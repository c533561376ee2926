// Fields (DESIGN-2.md §15): label above, control 36, one sentence below with a way to put it right.
#pragma once

#include <string>
#include <string_view>

#include "admin/desk/desk.h"
#include "kiosk/ui/text_edit.h"

namespace admin::desk {

// Ok: checked and right. Warn: may be submitted. Error: may not.
enum class FieldState { Rest, Ok, Warn, Error };

namespace size {
inline constexpr float kFieldLabel = 24, kFieldBelow = 26;
}

// What stands around a control, whatever the control is.
struct FieldFrame {
  std::string_view label{};
  bool required = false;                  // a red * behind the label
  int used = 0;                           // counter right of the label, 0 of `limit` = none
  int limit = 0;
  FieldState state = FieldState::Rest;
  std::string_view sentence{};            // below: what is wrong, or with Ok what is right
  std::string_view fix{};                 // words of a click that puts it right
  std::string_view help{};                // below while there is no sentence
  bool enabled = true;
};

// Label and counter in a row of size::kFieldLabel at the area's top.
void field_label(Desk& desk, ui::Rect area, const FieldFrame& frame);
// Ground, outline and halo of a control.
void control_box(Desk& desk, ui::Rect box, FieldState state, bool active, bool enabled = true);
struct FieldBelow {
  float height = 0;                       // 0: nothing to say
  bool fixed = false;                     // the fix was clicked
};
// The sentence (or help) from `top` on; `item` names the fix: "item：合成 6:30 – 21:30".
FieldBelow field_below(Desk& desk, ui::Point top, float width, const FieldFrame& frame, std::string_view item);

struct TextFieldLook {
  FieldFrame frame{};
  std::string_view item{};                // the item's name on the screen; empty: the label
  std::string_view hint{};
  std::string_view unit{};                // grey at the control's right: 元, %
  std::string_view icon{};                // a small button at the right end, with `icon_item` as its name
  std::string_view icon_item{};
  ui::EditLines lines = ui::EditLines::One;
  float least = 96;                       // Many: height of the control, which grows with its words up to `most`
  float most = 320;
  bool secret = false;
  bool bold = false;
  float text = size::kText;
};
struct TextField {
  ui::Edited edit{};
  float height = 0;                       // from the label's top to below the sentence
  ui::Rect control{};
  bool fixed = false;
  bool icon_clicked = false;
};
// Without a label, the control begins at the area's top.
TextField text_field(Desk& desk, ui::Rect area, std::string& value, const TextFieldLook& look);
// The bare control in a box of its own: cells of editors, bars of tools.
TextField text_box(Desk& desk, ui::Rect box, std::string_view item, std::string& value, const TextFieldLook& look = {});

}  // namespace admin::desk
