#pragma once

#include <chrono>
#include <functional>

#include "kiosk/ui/item_log.h"
#include "kiosk/ui/null_backend.h"
#include "kiosk/ui/session.h"

namespace tests {

// A screen without a window, at a time that the test sets.
class Stage {
 public:
  explicit Stage(ui::PixelSize size = {1920, 1080}) : backend(size), session({}, backend) {
    session.install(&items);
    session.install(&texts);
    session.set_fixed_clock(now);
  }
  ~Stage() {
    session.install(static_cast<ui::ItemLog*>(nullptr));
    session.install(static_cast<ui::TextLog*>(nullptr));
  }
  void frame(const std::function<void(ui::Canvas&)>& draw, std::chrono::milliseconds later = std::chrono::milliseconds(16)) {
    now += std::chrono::duration<double>(later).count();
    session.set_fixed_clock(now);
    session.frame(draw);
  }

  ui::NullBackend backend;
  ui::Session session;
  ui::ItemLog items;
  ui::TextLog texts;
  double now = 0;
};

}  // namespace tests
