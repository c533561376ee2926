// The one list of the kiosk's pages. A new page: a ScreenKind, a file pair here, a line in screens.cpp.
#pragma once

#include <memory>

#include "kiosk/screen.h"

namespace kiosk {

std::unique_ptr<Screen> make_screen(ScreenKind kind, Target target);

}  // namespace kiosk
