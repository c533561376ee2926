#include "kiosk/screens/screens.h"

#include <utility>

#include "kiosk/screens/home.h"

namespace kiosk {

std::unique_ptr<Screen> make_screen(ScreenKind kind, Target target) {
  switch (kind) {
    case ScreenKind::Home: return std::make_unique<HomeScreen>();
    default: break;
  }
  (void)target;
  return std::make_unique<HomeScreen>();
}

}  // namespace kiosk
