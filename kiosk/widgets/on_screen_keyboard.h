// Large keys for pinyin and digits, laid out for a standing person's finger.
#pragma once

#include <array>
#include <string>

#include "kiosk/context.h"
#include "kiosk/ui/canvas.h"

namespace kiosk {

// Types into `context.visitor.typed` and follows visitor.keyboard. A keyboard that is plugged in types too.
class OnScreenKeyboard {
 public:
  // At most so many bytes are typed; a longer question finds nothing anyway.
  static constexpr std::size_t kMostBytes = 48;

  // Landscape: three rows and a column of three keys at the right. Portrait: four rows. `area` is 96 or 112 u a row.
  // True when the text was changed.
  bool draw(ui::Canvas& canvas, const Context& context, ui::Rect area);

 private:
  bool draw_letters(ui::Canvas& canvas, const Context& context, ui::Rect area, float row_step, float key_height);
  bool draw_side_keys(ui::Canvas& canvas, const Context& context, const std::array<ui::Rect, 3>& boxes);
  bool take_typed(const Context& context) const;
  bool key(ui::Canvas& canvas, std::string_view label, std::string_view face, ui::Rect box, float size) const;
};

}  // namespace kiosk
