// A screen without pixels on which one widget is drawn and touched, for the widgets' tests.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "kiosk/ui/item_log.h"
#include "kiosk/ui/null_backend.h"
#include "kiosk/ui/session.h"
#include "kiosk/ui/widgets.h"

namespace tests {

using ui::Canvas;

class Stage {
 public:
  explicit Stage(ui::PixelSize size = {1920, 1080}) : backend_(size), session_({}, backend_) {
    session_.install(&items_);
    session_.install(&texts_);
  }
  ~Stage() {
    session_.install(static_cast<ui::ItemLog*>(nullptr));
    session_.install(static_cast<ui::TextLog*>(nullptr));
  }

  void show(const std::function<void(Canvas&)>& draw) {
    clock_ += 0.016;
    session_.set_fixed_clock(clock_);
    session_.frame(draw);
  }
  // Two frames of rest, the finger down on the labelled item, up again. False when there is no such item.
  bool tap(const std::string& label, const std::function<void(Canvas&)>& draw) {
    show(draw);
    show(draw);
    const auto box = items_.find(label);
    if (!box) return false;
    const float scale = session_.pixels_per_u();
    backend_.touch_down({box->centre().x * scale, box->centre().y * scale});
    show(draw);
    backend_.touch_up();
    show(draw);
    return true;
  }
  void modes(const ui::Modes& modes) { session_.set_modes(modes); }
  ui::ItemLog& items() { return items_; }
  ui::TextLog& texts() { return texts_; }

 private:
  double clock_ = 1;
  ui::NullBackend backend_;
  ui::ItemLog items_;
  ui::TextLog texts_;
  ui::Session session_;
};

inline std::vector<std::string> categories(int count) {
  std::vector<std::string> labels;
  for (int i = 1; i <= count; ++i) labels.push_back("第" + std::to_string(i) + "类商户");
  return labels;
}

}  // namespace tests
