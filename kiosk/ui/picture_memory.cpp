#include "kiosk/ui/picture_memory.h"

#include <algorithm>

namespace ui {
namespace {

constexpr double kShape = 16.0 / 9;
constexpr double kUsualSide = 1080;   // pixels of a poster's short side
constexpr double kLargeSide = 2000;
constexpr double kUsualBytes = 24.0 * (1 << 20);
constexpr std::int64_t kLargeBytes = 128LL << 20;

}  // namespace

std::int64_t picture_memory(PixelSize screen) {
  const double side = std::max<double>(std::min(screen.w, screen.h), std::max(screen.w, screen.h) / kShape);
  if (side >= kLargeSide) return kLargeBytes;
  const double share = std::max(1.0, side / kUsualSide);
  return static_cast<std::int64_t>(kUsualBytes * share * share);
}

}  // namespace ui
