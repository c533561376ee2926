// Takes releases in on a worker and hands loaded catalogs to the main thread.
#pragma once

#include <atomic>
#include <condition_variable>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "content/catalog.h"
#include "kiosk/clock.h"

namespace kiosk {

struct WatcherOptions {
  std::filesystem::path source;   // outbox
  std::filesystem::path state;    // the kiosk's own folder
  std::string channel{};          // takes only releases for this channel; empty = any
};

// What there is to show now.
struct News {
  std::shared_ptr<const content::Catalog> catalog;  // null: nothing whole is left, show the standing picture
  std::optional<UtcSeconds> made;                   // when the release was made
  std::optional<UtcSeconds> best_before{};          // from then on it may not be shown any more
};

// The worker owns the intake and polls it every 400 ms, so that a release shows within 2 s of its publication; between polls
// it proves the files of the current release again, one at a time, slowly. Main thread calls wait_first() and collect().
class ReleaseWatcher {
 public:
  // Throws content::Error when the state folder cannot be used.
  explicit ReleaseWatcher(WatcherOptions options);
  ~ReleaseWatcher();
  ReleaseWatcher(const ReleaseWatcher&) = delete;
  ReleaseWatcher& operator=(const ReleaseWatcher&) = delete;

  // News since the last call, if any.
  std::optional<News> collect();
  // Waits until the worker knows what to show first, at most `limit`.
  std::optional<News> wait_first(std::chrono::milliseconds limit);
  // Called on the worker from now on when there is news; with {} never again after this returns.
  void set_wake(std::function<void()> wake);
  // Remembered on disk by the worker, as often as it likes.
  void note_time(UtcSeconds time) { newest_time_ = time.time_since_epoch().count(); }

 private:
  class Worker;

  void run();
  void tell(News news);

  WatcherOptions options_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::optional<News> news_;
  std::function<void()> wake_;
  bool stopping_ = false;
  std::atomic<std::int64_t> newest_time_ = 0;
  std::unique_ptr<Worker> work_;
  std::thread thread_;
};

}  // namespace kiosk
