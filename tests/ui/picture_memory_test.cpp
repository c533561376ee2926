// Room for two posters that dissolve into each other, on every shape of screen.
#include "kiosk/ui/picture_memory.h"

#include <doctest/doctest.h>

#include <algorithm>

TEST_CASE("two posters that cover the screen and wander a little find room, whatever its shape") {
  for (const ui::PixelSize screen : {ui::PixelSize{1280, 720}, ui::PixelSize{1366, 768}, ui::PixelSize{1024, 768}, ui::PixelSize{1920, 1080}, ui::PixelSize{1080, 1920},
                                     ui::PixelSize{2560, 1080}, ui::PixelSize{2560, 1440}, ui::PixelSize{3840, 1080}, ui::PixelSize{1080, 3840}, ui::PixelSize{3840, 2160}}) {
    CAPTURE(screen.w);
    CAPTURE(screen.h);
    const double longer = std::max({static_cast<double>(std::max(screen.w, screen.h)), std::min(screen.w, screen.h) * 16.0 / 9}) + 88;
    CHECK(2 * longer * (longer * 9 / 16) * 4 <= static_cast<double>(ui::picture_memory(screen)));
  }
}

TEST_CASE("an ordinary screen keeps its 24 MB for pictures, one of 4K its 128") {
  constexpr std::int64_t kMegabyte = 1LL << 20;
  CHECK(ui::picture_memory({1920, 1080}) == 24 * kMegabyte);
  CHECK(ui::picture_memory({1024, 768}) == 24 * kMegabyte);
  CHECK(ui::picture_memory({3840, 2160}) == 128 * kMegabyte);
  CHECK(ui::picture_memory({2560, 1080}) < 48 * kMegabyte);
}
