#include "kiosk/wipe.h"

#include <string.h>

#include <array>

namespace kiosk {

void wipe(std::string& text) noexcept {
  text.resize(text.capacity());   // never grows: no allocation
  explicit_bzero(text.data(), text.size());
  text.clear();
}

[[gnu::noinline]] void wipe_stack() noexcept {
  std::array<char, 256 * 1024> room;   // not initialised: what lies there is overwritten below
  explicit_bzero(room.data(), room.size());
}

}  // namespace kiosk
