// How long the last 256 frames took.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

namespace ui {

struct FrameTimes {
  std::array<double, 256> ms{};
  std::int64_t frames = 0;   // since the start
  double began = 0;          // seconds, steady clock, of the frame under way

  void add(double value) { ms[static_cast<std::size_t>(frames++) % ms.size()] = value; }
  // The time that `share` (0–1) of them stayed below; 0 before the first.
  double quantile(double share) const {
    const auto count = static_cast<std::size_t>(std::min<std::int64_t>(frames, static_cast<std::int64_t>(ms.size())));
    if (count == 0) return 0;
    std::vector<double> sorted(ms.begin(), ms.begin() + static_cast<std::ptrdiff_t>(count));
    std::sort(sorted.begin(), sorted.end());
    return sorted[std::min(count - 1, static_cast<std::size_t>(share * static_cast<double>(count)))];
  }
};

}  // namespace ui
