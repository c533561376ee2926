// SIGTERM, SIGINT and SIGHUP as a wish to end: the main loop leaves, everything is written and closed in its order.
#pragma once

#include <atomic>
#include <functional>
#include <mutex>
#include <thread>

namespace kiosk {

// Make it before any other thread, so that none of them takes the signals. One at a time.
class EndSignals {
 public:
  EndSignals();
  ~EndSignals();
  EndSignals(const EndSignals&) = delete;
  EndSignals& operator=(const EndSignals&) = delete;

  bool arrived() const { return arrived_; }
  // Called on a thread of its own when a signal comes; with {} never again after this returns.
  void set_wake(std::function<void()> wake);

 private:
  void wait();

  std::atomic<bool> arrived_ = false;
  std::atomic<bool> stopping_ = false;
  std::mutex mutex_;
  std::function<void()> wake_;
  std::thread thread_;
};

}  // namespace kiosk
