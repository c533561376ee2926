// The values of a session that move by themselves, each under its id: a value is kept as long as a frame asks for it.
#pragma once

#include <algorithm>
#include <cstdint>
#include <unordered_map>

#include "kiosk/ui/session.h"

namespace ui {

struct Session::Animations {
  void begin_frame(double step_seconds) {
    ++frame_;
    step_seconds_ = static_cast<float>(step_seconds);
  }
  void end_frame() {
    std::erase_if(entries_, [this](const auto& entry) { return entry.second.seen != frame_; });
  }
  void forget() { entries_.clear(); }

  struct State {
    float value = 0;
    bool moves = false;   // not yet at its target: another frame is due
  };
  // The value of this frame on its way from 0 to 1, or back, in `whole_seconds`; what nobody asked for before stands at its target.
  State move(std::uint32_t id, float target, float whole_seconds) {
    const auto [place, fresh] = entries_.try_emplace(id, Entry{target, target, 0});
    Entry& entry = place->second;
    entry.seen = frame_;
    if (fresh || whole_seconds <= 0) {
      entry.value = entry.target = target;
    } else if (entry.target != target) {
      entry.target = target;   // moves from the next frame: the pause before this one does not count
    } else if (entry.value != target) {
      const float step = step_seconds_ / whole_seconds;
      entry.value = entry.value < target ? std::min(target, entry.value + step) : std::max(target, entry.value - step);
    }
    return {entry.value, entry.value != entry.target};
  }

 private:
  struct Entry {
    float value = 0;
    float target = 0;
    std::int64_t seen = 0;
  };
  std::unordered_map<std::uint32_t, Entry> entries_;
  std::int64_t frame_ = 0;
  float step_seconds_ = 0;
};

}  // namespace ui
