// The threads that decode pictures, and the two queues between them and the main thread.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "kiosk/ui/picture_decode.h"
#include "kiosk/ui/picture_store.h"

namespace ui {

class PictureStore::Workers {
 public:
  struct Job {
    std::string name;          // the entry's
    PictureSource source;
    PixelSize want;
    bool on_screen = false;    // these go first, the latest asked first of all prefetches last
    std::int64_t asked = 0;    // order
  };

  Workers(int count, const DecodeLimits& limits, std::function<void()> wake);
  ~Workers();   // abandons what is queued, waits for what is running
  Workers(const Workers&) = delete;
  Workers& operator=(const Workers&) = delete;

  void add(Job job);
  // A prefetch is now on the screen.
  void promote(const std::string& name);
  // Takes queued jobs out for which `unwanted` is true and returns their names.
  std::vector<std::string> drop(const std::function<bool(const Job&)>& unwanted);
  bool has_results() const;
  // Results in the order of their arrival until `budget` bytes are passed; at least one when there is any.
  std::vector<DecodedPicture> take(std::int64_t budget);

 private:
  void work();
  Job next_job();   // queue not empty, lock held

  // Decoded pixels that wait for the main thread take memory: workers pause above this.
  static constexpr std::int64_t kWaitingBytes = 48LL << 20;

  DecodeLimits limits_;
  std::function<void()> wake_;
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<Job> queue_;
  std::vector<DecodedPicture> results_;
  std::int64_t result_bytes_ = 0;
  bool stopping_ = false;
  std::vector<std::thread> threads_;   // last: they use everything above
};

}  // namespace ui
