// When there is no release to show: a dignified picture that needs no content, no file and no database.
#pragma once

#include <string_view>

#include "content/model.h"
#include "kiosk/texts.h"
#include "kiosk/ui/canvas.h"

namespace kiosk {

struct StandingWords {
  std::string_view city;     // 江城 … empty: left out
  std::string_view welcome;  // 江城一家亲; empty: left out
  std::string_view phone;    // 5550 0100; empty: left out
};

// The red ground, both lozenges of the mark as windows on the river city, time and one sentence. Not touchable.
void draw_standing(ui::Canvas& canvas, const Texts& texts, content::LocalMinute now, const StandingWords& words);

}  // namespace kiosk
