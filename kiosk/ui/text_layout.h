// Breaks a text into lines by the rules of Chinese setting. No fonts, no screen: widths come from a TextSource.
#pragma once

#include <memory>
#include <span>
#include <string_view>

#include "kiosk/ui/text.h"
#include "kiosk/ui/text_source.h"

namespace ui {

struct LayoutRequest {
  std::string_view text;            // UTF-8; broken bytes become U+FFFD; '\n' begins a new paragraph
  TextStyle style;                  // its face is the one to measure with
  float size = 30;                  // u, after the theme's text scale
  float width = 0;                  // u; 0 = as wide as it comes
  int max_lines = 0;                // 0 = all
  std::span<const TextMark> marks = {};  // measured in SansBold
};

// Owns ICU's line breaker. Main thread only. Never throws: without ICU's data a line may break after any character that
// the rules here allow.
class TextLayouter {
 public:
  TextLayouter();
  ~TextLayouter();
  TextLayouter(const TextLayouter&) = delete;
  TextLayouter& operator=(const TextLayouter&) = delete;

  TextBlock layout(const LayoutRequest& request, TextSource& source);

 private:
  class Breaker;
  std::unique_ptr<Breaker> breaker_;
};

}  // namespace ui
