#include "kiosk/lint/stage.h"

#include <algorithm>
#include <chrono>
#include <thread>
#include <utility>

#include "kiosk/lint/geometry.h"
#include "kiosk/texts.h"
#include "kiosk/ui/picture_store.h"

namespace kiosk::lint {
namespace {

// A stride longer than any fade: a page is at rest after the second of them.
constexpr double kStride = 0.35;
constexpr double kTouch = 0.05;
constexpr int kLeastFrames = 3;
constexpr int kMostFrames = 7;          // what still moves then moves for ever: the attract loop
constexpr int kMostWaits = 4000;        // ms for a search or a picture
constexpr std::int64_t kTextures = 256LL << 20;

}  // namespace

Stage::Stage(ui::Backend& backend, StageOptions options)
    : options_(std::move(options)),
      backend_(backend),
      session_({.texture_limit_bytes = kTextures, .fonts = {}, .panel = options_.panel}, backend_),
      kiosk_(session_, options_.kiosk),
      chinese_mark_(Texts(ui::Language::English)("said.chinese")) {
  session_.install(&items_);
  session_.install(&texts_);
  session_.set_fixed_clock(seconds_);
  backend_.draw_frames(false);
}

Stage::~Stage() {
  session_.install(static_cast<ui::ItemLog*>(nullptr));
  session_.install(static_cast<ui::TextLog*>(nullptr));
}

void Stage::step(double seconds) {
  seconds_ += seconds;
  session_.set_fixed_clock(seconds_);
  kiosk_.frame(options_.now);
}

void Stage::settle() {
  for (int frame = 0; frame < kMostFrames; ++frame) {
    step(kStride);
    for (int wait = 0; wait < kMostWaits && kiosk_.searcher().waiting(); ++wait) {
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
      step(0);
    }
    const auto due = session_.due_in();
    if (frame + 1 >= kLeastFrames && (!due || due->count() > 0)) return;
  }
}

void Stage::show(std::shared_ptr<const content::Catalog> catalog) {
  kiosk_.show(std::move(catalog));
  settle();
}

void Stage::visit(const Stop& stop, const ui::Modes& modes) {
  kiosk_.leave();
  step(kStride);   // what a page's widgets keep goes with the page
  if (!stop.typed.empty()) kiosk_.type(stop.typed);
  kiosk_.set_modes(modes, options_.now);
  kiosk_.open(stop.screen, stop.target, options_.now);
  settle();
}

void Stage::leave() {
  kiosk_.leave();
  settle();
}

void Stage::ask() {
  kiosk_.ask_now();
  settle();
}

bool Stage::tap(std::string_view label) {
  const auto& items = items_.items();
  const auto item = std::ranges::find_if(items, [&](const ui::LoggedItem& one) { return one.label == label && !one.behind; });
  if (item == items.end()) return false;
  // Where no later item lies over it.
  std::vector<ui::Rect> covers;
  for (auto later = std::next(item); later != items.end(); ++later) covers.push_back(later->seen);
  const ui::Point at = widest_rest(item->seen, covers).centre();
  const float scale = session_.pixels_per_u();
  step(kStride);   // past the lock-out of the page's coming
  backend_.touch_down({at.x * scale, at.y * scale});
  step(kTouch);
  step(kTouch);
  backend_.touch_up();
  step(kTouch);
  settle();
  return true;
}

Sight Stage::look(bool pixels) {
  std::optional<ui::Pixels> wordless, drawn;
  if (options_.pixels && pixels) {
    for (int wait = 0; wait < kMostWaits && session_.pictures().pending(); ++wait) {
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
      step(0);
    }
    backend_.draw_frames(true);
    texts_.leave_out_words(true);
    step(0);
    wordless = session_.capture();
    texts_.leave_out_words(false);
    step(0);
    drawn = session_.capture();
    backend_.draw_frames(false);
  }
  Sight sight = sight_of(session_, items_, texts_);
  sight.chinese_mark = chinese_mark_;
  sight.wordless = std::move(wordless);
  sight.drawn = std::move(drawn);
  return sight;
}

}  // namespace kiosk::lint
