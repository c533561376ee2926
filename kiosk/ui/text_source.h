// Widths of characters, apart from any font: what the layout needs to know.
#pragma once

#include "kiosk/ui/text.h"

namespace ui {

class TextSource {
 public:
  TextSource() = default;
  virtual ~TextSource() = default;
  TextSource(const TextSource&) = delete;
  TextSource& operator=(const TextSource&) = delete;
  // em; 0 for combining marks and controls.
  virtual float advance(Face face, char32_t character) = 0;
};

}  // namespace ui
