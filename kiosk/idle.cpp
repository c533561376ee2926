#include "kiosk/idle.h"

#include <algorithm>

namespace kiosk {

IdleState idle_state(std::chrono::milliseconds last_touch, std::chrono::milliseconds now, std::chrono::milliseconds ask_after,
                     std::chrono::milliseconds countdown) {
  const auto quiet = std::max(now - last_touch, std::chrono::milliseconds(0));
  if (quiet < ask_after) return {IdlePhase::Active, ask_after - quiet};
  if (quiet < ask_after + countdown) return {IdlePhase::Asking, ask_after + countdown - quiet};
  return {IdlePhase::Gone, std::chrono::milliseconds(0)};
}

}  // namespace kiosk
