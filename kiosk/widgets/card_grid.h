// Equal cards in columns and rows: where each one stands on its page. All in u.
#pragma once

#include "kiosk/ui/geometry.h"

namespace kiosk {

struct CardGrid {
  ui::Rect area;
  int columns = 1;
  int rows = 1;
  float gap = 22;

  constexpr int per_page() const { return columns * rows; }
  // At least one.
  constexpr int pages(int cards) const { return cards <= per_page() ? 1 : (cards + per_page() - 1) / per_page(); }
  // `slot` counts from 0, row by row.
  constexpr ui::Rect cell(int slot) const {
    const float w = (area.w - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    const float h = (area.h - gap * static_cast<float>(rows - 1)) / static_cast<float>(rows);
    return {area.x + static_cast<float>(slot % columns) * (w + gap), area.y + static_cast<float>(slot / columns) * (h + gap), w, h};
  }
  // As many columns as come nearest to cards of that width.
  static constexpr int columns_for(float width, float card, float gap) {
    const int columns = static_cast<int>((width + gap) / (card + gap) + 0.5F);
    return columns < 1 ? 1 : columns;
  }
};

}  // namespace kiosk
