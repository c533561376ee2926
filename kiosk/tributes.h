// How many visitors of this screen paid tribute to each figure: counts only, nothing about anybody.
#pragma once

#include <cstdint>
#include <filesystem>
#include <mutex>
#include <condition_variable>
#include <string>
#include <thread>
#include <unordered_map>

#include "content/model.h"

namespace kiosk {

// Counts live in memory; a worker writes them to `state/tributes.txt` (temp, sync, rename), so a frame never waits for
// the disk. A full or read-only disk costs the counts of this run, never the picture. Main thread.
class Tributes {
 public:
  // A missing or damaged file starts at zero. An empty path: counts live in memory only.
  explicit Tributes(std::filesystem::path file);
  ~Tributes();  // writes what is left
  Tributes(const Tributes&) = delete;
  Tributes& operator=(const Tributes&) = delete;

  std::int64_t count(const content::RecordId& figure) const;
  void add(const content::RecordId& figure);

 private:
  void run();

  std::filesystem::path file_;
  std::unordered_map<content::RecordId, std::int64_t> counts_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::string to_write_;
  bool dirty_ = false;
  bool stopping_ = false;
  std::thread writer_;
};

}  // namespace kiosk
