#include "kiosk/stats.h"

#include <spdlog/spdlog.h>
#include <time.h>
#include <unistd.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <utility>

namespace kiosk {
namespace {

constexpr int kProportionalEvery = 60;  // seconds: the walk takes milliseconds

// Kilobytes of a line such as "Pss:   1234 kB" in a /proc file; 0 when the line or the file is missing.
std::int64_t kilobytes(const char* file, std::string_view name) {
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with(name)) return std::strtoll(line.c_str() + name.size(), nullptr, 10);
  }
  return 0;
}

// From statm, which costs the kernel nothing; smaps_rollup walks every page.
std::int64_t resident_kilobytes() {
  std::ifstream in("/proc/self/statm");
  std::int64_t size = 0;
  std::int64_t resident = 0;
  in >> size >> resident;
  return resident * (sysconf(_SC_PAGESIZE) / 1024);
}

std::string to_json_line(const StatsSample& sample, std::int64_t proportional_kb) {
  nlohmann::ordered_json line;
  line["time"] = static_cast<std::int64_t>(::time(nullptr));
  line["screen"] = sample.screen;
  line["frames"] = sample.frames;
  line["frame_ms_p50"] = sample.frame_ms_p50;
  line["frame_ms_p99"] = sample.frame_ms_p99;
  line["texture_bytes"] = sample.texture_bytes;
  line["glyph_bytes"] = sample.glyph_bytes;
  line["resident_kb"] = resident_kilobytes();
  line["proportional_kb"] = proportional_kb;
  line["release"] = sample.release;
  line["first_frame_ms"] = sample.first_frame_ms;
  return line.dump() + '\n';
}

}  // namespace

StatsWriter::StatsWriter(std::filesystem::path file) : file_(std::move(file)), thread_([this] { run(); }) {}

StatsWriter::~StatsWriter() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  changed_.notify_one();
  thread_.join();
}

void StatsWriter::set(StatsSample sample) {
  const std::lock_guard lock(mutex_);
  sample_ = std::move(sample);
}

void StatsWriter::run() {
  std::ofstream out(file_, std::ios::app);
  bool complained = false;
  std::int64_t proportional_kb = 0;
  for (int second = 0;; ++second) {
    if (second % kProportionalEvery == 0) proportional_kb = kilobytes("/proc/self/smaps_rollup", "Pss:");
    StatsSample sample;
    bool last = false;
    {
      std::unique_lock lock(mutex_);
      last = changed_.wait_for(lock, std::chrono::seconds(1), [this] { return stopping_; });
      sample = sample_;
    }
    out << to_json_line(sample, proportional_kb) << std::flush;
    if (!out && !std::exchange(complained, true)) {
      spdlog::warn("statistics are not kept: {} cannot be written", file_.string());
    }
    out.clear();
    if (last) return;
  }
}

double ms_since_process_start() {
  // Field 22 of /proc/self/stat, counted after the command's closing bracket, is the start in clock ticks since boot.
  std::ifstream in("/proc/self/stat");
  std::string text;
  std::getline(in, text);
  const auto bracket = text.rfind(')');
  if (bracket == std::string::npos) return 0;
  std::size_t at = bracket + 1;
  for (int field = 2; field < 22; ++field) at = text.find(' ', at) + 1;
  const double started = std::strtod(text.c_str() + at, nullptr) / static_cast<double>(sysconf(_SC_CLK_TCK));
  timespec now{};
  clock_gettime(CLOCK_BOOTTIME, &now);
  return (static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9 - started) * 1000;
}

}  // namespace kiosk
