// Everything that one frame showed and offered, measured in u: what the rules look at.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kiosk/ui/backend.h"
#include "kiosk/ui/item_log.h"
#include "kiosk/ui/session.h"

namespace kiosk::lint {

struct Sight {
  ui::Size screen;                       // u
  float mm_per_u = 0;
  float reach_top = 0;                   // u; 0: not in low reach
  float pixels_per_u = 1;
  ui::Modes modes;
  ui::Color disabled;                    // in this colour: words of what cannot be pressed now, exempt from contrast
  std::string chinese_mark;              // the tag's word
  std::vector<ui::LoggedItem> items;     // in the order of drawing; the last lies on top
  std::vector<ui::LoggedText> texts;
  std::optional<ui::Pixels> drawn;       // the frame, and the same without any words
  std::optional<ui::Pixels> wordless;
};

// The last frame of `session` as its logs have it; without pixels and without chinese_mark.
Sight sight_of(ui::Session& session, const ui::ItemLog& items, const ui::TextLog& texts);

}  // namespace kiosk::lint
