// Shortcuts of a desktop keyboard. Main thread, inside a frame.
#pragma once

namespace ui {

enum class Key {
  Escape, Enter, Space, Tab, Up, Down, Left, Right, PageUp, PageDown, Home, End, Delete, Backspace, F1, F5, F8, Question,
  A, B, C, E, F, J, K, N, O, P, R, S, V, X, Y, Z,
  Plus, Minus, Zero, One   // + needs no Shift here; those of the number pad too
};

struct Chord {
  Key key = Key::Escape;
  bool ctrl = false;
  bool shift = false;
  bool alt = false;
};

// The key went down in this frame, or repeats, with exactly these modifiers. `?` asks for no modifier.
bool pressed(const Chord& chord);

}  // namespace ui
