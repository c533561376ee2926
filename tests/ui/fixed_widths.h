// Widths as in a plain Chinese font: full-width one em, everything before U+2E80 that is not a Chinese mark half an em.
#pragma once

#include <string_view>

#include "kiosk/ui/text_source.h"

namespace ui_test {

class FixedWidths final : public ui::TextSource {
 public:
  float advance(ui::Face /*face*/, char32_t character) override {
    if (character == 0x200D || (character >= 0x0300 && character <= 0x036F) || (character >= 0xFE00 && character <= 0xFE0F)) return 0;
    const bool wide = std::u32string_view(U"“”‘’…—·").find(character) != std::u32string_view::npos;
    return wide || character >= 0x2E80 ? 1.0F : 0.5F;
  }
};

}  // namespace ui_test
