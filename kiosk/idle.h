// When a visitor has left: a rule without a clock.
#pragma once

#include <chrono>

#include "kiosk/config.h"

namespace kiosk {

enum class IdlePhase {
  Active,   // somebody is here
  Asking,   // "还在吗？" with a countdown
  Gone,     // wipe everything, show the attract loop
};

struct IdleState {
  IdlePhase phase = IdlePhase::Active;
  std::chrono::milliseconds left{0};  // until the next phase; 0 when gone
};

// Times are steady. `ask_after` is the screen's own; a time before the last touch counts as that touch.
IdleState idle_state(std::chrono::milliseconds last_touch, std::chrono::milliseconds now, std::chrono::milliseconds ask_after,
                     std::chrono::milliseconds countdown);

}  // namespace kiosk
