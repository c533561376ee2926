// The kiosk as a program: wires window, session, releases and kiosk together and turns the loop. The order of its members is
// the order of dependence.
#pragma once

#include <memory>
#include <optional>

#include "kiosk/clock.h"
#include "kiosk/end_signals.h"
#include "kiosk/item_report.h"
#include "kiosk/kiosk.h"
#include "kiosk/options.h"
#include "kiosk/release_watcher.h"
#include "kiosk/stats.h"
#include "kiosk/ui/session.h"
#include "kiosk/ui/turned_backend.h"
#include "kiosk/ui/window.h"

namespace kiosk {

class App {
 public:
  // Throws content::Error or ui::Error with a sentence for the person who started it.
  explicit App(Options options);

  // Until the window closes or the program is asked to end. Once.
  void run();

 private:
  content::LocalMinute now();
  ui::Backend& screen();
  void draw_frame();
  void take_news();
  void take(News news);
  void mind_best_before();
  void note_stats();
  std::chrono::milliseconds until_next_minute() const;

  class Wakers;

  EndSignals end_;                      // first: before there are other threads
  Options options_;
  std::optional<UtcSeconds> highest_;   // latest believable time ever seen
  std::optional<UtcSeconds> made_;      // when the release on screen was made
  News news_;                           // what there is to show
  bool over_ = false;                   // … and its best-before has passed: the standing picture instead
  ReleaseWatcher watcher_;              // starts first: it loads while the window opens
  ui::WindowBackend window_;
  ui::TurnedBackend turned_;            // used when the page must stand upright on a panel that hangs on its side
  ui::Session session_;
  Kiosk kiosk_;
  std::optional<StatsWriter> stats_;
  std::optional<ItemReport> item_report_;
  double first_frame_ms_ = 0;
  int failed_frames_ = 0;               // in a row
};

}  // namespace kiosk
