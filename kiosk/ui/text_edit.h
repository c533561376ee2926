// A field that one writes in: caret, selection, clipboard, undo, double-click, the system's input method; one line or many.
//
// One editor is active at a time; its state lives in the Session. The field is also a touchable item with its label, so that
// Tab reaches it in reading order and tests find it. Main thread, inside a frame.
#pragma once

#include <string>
#include <string_view>

#include "kiosk/ui/canvas.h"

namespace ui {

enum class EditLines { One, Many };

struct EditLook {
  TextStyle text;                 // colour, face and size as drawn
  Color caret{};
  Color selection{};
  std::string_view hint{};        // stands there while the field is empty
  Color hint_color{};
  EditLines lines = EditLines::One;  // Many: words wrap at the box's width, Enter makes a line, it scrolls
  bool secret = false;            // discs instead of characters; cannot be copied
  bool read_only = false;         // can be selected and copied
};

struct Edited {
  bool changed = false;   // the value is another than before this frame
  bool active = false;    // has the caret
  bool gained = false;    // got it in this frame
  bool lost = false;      // lost it in this frame: validate now
  bool entered = false;   // Enter in one line
  float height = 0;       // u, of all lines
};

// Draws the words and the caret inside `box` (no frame of its own) and edits `value`, UTF-8. Line breaks are '\n'; in one
// line they are pasted as spaces; other control characters are dropped.
Edited text_edit(Canvas& canvas, std::string_view label, Rect box, std::string& value, const EditLook& look);

// Some field has the caret: single letters are no shortcuts now.
bool typing(const Canvas& canvas);
// The field with this label takes the caret when it is drawn next, its words selected.
void focus_text(Canvas& canvas, std::string_view label);
// The active field, if any, gives the caret up.
void drop_caret(Canvas& canvas);

}  // namespace ui
