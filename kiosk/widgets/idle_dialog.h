// "还在吗？": asked when nobody has touched the screen for a while, with a countdown ring. DESIGN.md §6 Dialog, §7 Idle.
#pragma once

#include <chrono>

#include "kiosk/texts.h"
#include "kiosk/ui/canvas.h"

namespace kiosk {

enum class IdleAnswer { None, Stay, Leave };

// `left` of `whole` until the visit ends. Any touch outside the buttons counts as Stay.
IdleAnswer idle_dialog(ui::Canvas& canvas, const Texts& texts, std::chrono::milliseconds left, std::chrono::milliseconds whole);

}  // namespace kiosk
