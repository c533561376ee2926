// The outbox that a kiosk watches. Nothing there is trusted, and all of it may vanish and come back at any moment.
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <filesystem>
#include <map>
#include <vector>

#include "content/blobs.h"

namespace content {

class ReleaseSource {
 public:
  using Clock = std::chrono::steady_clock;

  explicit ReleaseSource(const std::filesystem::path& outbox);

  const Blobs& blobs() const { return blobs_; }
  std::filesystem::path manifest(std::int64_t sequence) const;

  // The releases from `lowest` on, falling, that may have become complete since the last call. One stat when nothing
  // changed. A release that waits for a file comes back when that file changes or after half a minute.
  std::vector<std::int64_t> changed(std::int64_t lowest, Clock::time_point now);

  // Leaves the release out until `file` appears or changes.
  void wait_for(std::int64_t sequence, const std::filesystem::path& file, Clock::time_point now);
  // Look at everything again at the next call.
  void look_again();

 private:
  // What tells that a file is another one than before; all 0 when it is not there.
  struct Stamp {
    std::uint64_t device = 0;
    std::uint64_t inode = 0;
    std::int64_t size = -1;
    std::int64_t modified_ns = 0;
    std::int64_t changed_ns = 0;
    bool operator==(const Stamp&) const = default;
  };
  struct Wait {
    std::filesystem::path file;
    Stamp stamp;
    Clock::time_point until;
  };

  static Stamp stamp_of(const std::filesystem::path& path);
  static bool is_fresh(const Stamp& stamp);

  std::filesystem::path outbox_;
  Blobs blobs_;
  Stamp seen_;
  Clock::time_point listed_at_{};
  bool look_again_ = true;
  std::map<std::int64_t, Wait> waits_;
};

}  // namespace content
