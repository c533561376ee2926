// A field that one writes in: caret, selection, clipboard, undo, double-click, the system's input method; one line or many.
//
// One editor is active at a time; its state lives in the Session. The field is also a touchable item with its label, so that
// Tab reaches it in reading order and tests find it. Main thread, inside a frame.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "kiosk/ui/canvas.h"

namespace ui {

enum class EditLines { One, Many };

// Part of the words that looks different: a Markdown mark, a link, a doubtful word. Byte range; marks in order, apart.
struct EditMark {
  std::size_t begin = 0;
  std::size_t end = 0;
  Color color{};
  Color underline{.a = 0};   // 2 u below the words; transparent: none
};

struct EditLook {
  TextStyle text;                 // colour, face and size as drawn
  Color caret{};
  Color selection{};
  std::string_view hint{};        // stands there while the field is empty
  Color hint_color{};
  EditLines lines = EditLines::One;  // Many: words wrap at the box's width, Enter makes a line, it scrolls
  bool secret = false;            // discs instead of characters; cannot be copied
  bool read_only = false;         // can be selected and copied
  std::span<const EditMark> marks{};
  Rect hit{};                     // what can be clicked, where it is larger than the box: the control with its padding
  Color current_line{.a = 0};     // behind the paragraph that has the caret, over the box's whole width
};

// A row of a field of many lines that can be seen now: for line numbers beside it.
struct EditRow {
  float y = 0;                // u on the canvas, of the row's top
  float height = 0;
  std::size_t line = 0;       // of the text, from 0; a long line has several rows
  bool first = true;          // of its line
  bool has_caret = false;
};

struct Edited {
  bool changed = false;   // the value is another than before this frame
  bool active = false;    // has the caret
  bool gained = false;    // got it in this frame
  bool lost = false;      // lost it since the frame before: validate now
  bool entered = false;   // Enter in one line (Ctrl+Enter is left to the panel)
  float height = 0;       // u, of all lines
  std::size_t select_from = 0;   // while active, bytes of the value: the selection, empty = the caret stands there
  std::size_t select_to = 0;
  Rect caret{};                  // while active, u on the canvas
  std::span<const EditRow> rows{};  // of many lines; valid until another field is drawn
};

// Draws the words and the caret inside `box` (no frame of its own) and edits `value`, UTF-8. Line breaks are '\n'; in one
// line they are pasted as spaces; other control characters are dropped. A value that was changed by others is followed.
Edited text_edit(Canvas& canvas, std::string_view label, Rect box, std::string& value, const EditLook& look);
// The height that `value` needs at this width, u: for a box that grows.
float text_edit_height(Canvas& canvas, std::string_view value, float width, const EditLook& look);

// Some field had the caret when the frame began, or has it now: single letters and Escape are no shortcuts now.
bool typing(const Canvas& canvas);
// The field with this label has the caret.
bool typing_in(const Canvas& canvas, std::string_view label);
// Ctrl+Z belongs to the active field: it has something to take back. With Ctrl+Y `can_retype`.
bool can_untype(const Canvas& canvas);
bool can_retype(const Canvas& canvas);
// The field with this label takes the caret when it is drawn next, its words selected.
void focus_text(Canvas& canvas, std::string_view label);
// The same with these bytes of it selected.
void focus_text(Canvas& canvas, std::string_view label, std::size_t select_from, std::size_t select_to);
// The active field, if any, gives the caret up.
void drop_caret(Canvas& canvas);
// A press in this frame outside the active field does not take its caret: for the buttons of its toolbar and its own list.
void keep_caret(Canvas& canvas);
// As if pasted into the active field when it is drawn next: replaces the selection, can be undone; `select` leaves the words
// selected. Nothing without an active field.
void paste_text(Canvas& canvas, std::string_view words, bool select = false);
// The wheel turns what lies under the pointer inside a field of many lines, which can still move that way: nothing else moves.
bool wheel_taken(const Canvas& canvas);

}  // namespace ui
