// --stats FILE: how the kiosk is doing, a JSON line a second.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <filesystem>
#include <mutex>
#include <string>
#include <thread>

namespace kiosk {

struct StatsSample {
  std::int64_t frames = 0;           // drawn since the start
  double frame_ms_p50 = 0;           // of the last frames
  double frame_ms_p99 = 0;
  std::int64_t texture_bytes = 0;    // pictures
  std::int64_t glyph_bytes = 0;      // glyphs
  std::int64_t release = 0;          // sequence; 0 = none
  double first_frame_ms = 0;         // process start to the first frame shown
  std::string screen;                // "merchant"
};

// A worker writes the newest sample each second. Resident memory is read each second, proportional memory each minute. A file that
// cannot be written is reported once and costs nothing else.
class StatsWriter {
 public:
  explicit StatsWriter(std::filesystem::path file);
  ~StatsWriter();
  StatsWriter(const StatsWriter&) = delete;
  StatsWriter& operator=(const StatsWriter&) = delete;

  void set(StatsSample sample);

 private:
  void run();

  std::filesystem::path file_;
  std::mutex mutex_;
  std::condition_variable changed_;
  StatsSample sample_;
  bool stopping_ = false;
  std::thread thread_;
};

// Milliseconds since this process was started, from the kernel's record of it.
double ms_since_process_start();

}  // namespace kiosk
