// A keyboard that is plugged in: what was typed on it since the last frame. Main thread, inside a frame.
#pragma once

#include <string>

namespace ui {

struct TypedKeys {
  std::u32string characters;  // printable ones, in order
  bool erase = false;         // the backspace key went down or repeats
};

TypedKeys typed_keys();

}  // namespace ui
