#include "content/release_source.h"

#include <sys/stat.h>

#include <algorithm>
#include <ctime>

#include "content/release.h"
#include "content/release_manifest.h"

namespace content {
namespace {

namespace fs = std::filesystem;

// A folder's time may stand still for two changes within two seconds (FAT), and some network file systems never tell.
constexpr std::int64_t kTimeGrain_ns = 3'000'000'000;
constexpr std::chrono::seconds kListAgain{10};
constexpr std::chrono::seconds kLongestWait{30};

std::int64_t nanoseconds(const timespec& time) { return time.tv_sec * 1'000'000'000 + time.tv_nsec; }

}  // namespace

ReleaseSource::ReleaseSource(const fs::path& outbox) : outbox_(outbox), blobs_(outbox / "blobs") {}

fs::path ReleaseSource::manifest(std::int64_t sequence) const {
  return outbox_ / "releases" / sequence_name(sequence) / "manifest.txt";
}

ReleaseSource::Stamp ReleaseSource::stamp_of(const fs::path& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return {};
  return {status.st_dev, status.st_ino, status.st_size, nanoseconds(status.st_mtim), nanoseconds(status.st_ctim)};
}

bool ReleaseSource::is_fresh(const Stamp& stamp) {
  timespec now{};
  ::clock_gettime(CLOCK_REALTIME, &now);
  const std::int64_t age_ns = nanoseconds(now) - stamp.modified_ns;
  return age_ns > -kTimeGrain_ns && age_ns < kTimeGrain_ns;
}

std::vector<std::int64_t> ReleaseSource::changed(std::int64_t lowest, Clock::time_point now) {
  const Stamp folder = stamp_of(outbox_ / "releases");
  if (folder == Stamp{}) {
    seen_ = folder;
    waits_.clear();
    return {};
  }
  const bool must_list = look_again_ || folder != seen_ || is_fresh(folder) || now - listed_at_ >= kListAgain || !waits_.empty();
  if (!must_list) return {};
  look_again_ = false;
  seen_ = folder;
  listed_at_ = now;
  std::vector<std::int64_t> sequences = list_releases(outbox_);
  std::erase_if(sequences, [&](std::int64_t sequence) {
    if (sequence < lowest) return true;
    const auto wait = waits_.find(sequence);
    return wait != waits_.end() && now < wait->second.until && stamp_of(wait->second.file) == wait->second.stamp;
  });
  for (const std::int64_t sequence : sequences) waits_.erase(sequence);
  std::erase_if(waits_, [&](const auto& entry) { return entry.first < lowest; });
  std::ranges::reverse(sequences);
  return sequences;
}

void ReleaseSource::wait_for(std::int64_t sequence, const fs::path& file, Clock::time_point now) {
  waits_.insert_or_assign(sequence, Wait{file, stamp_of(file), now + kLongestWait});
}

void ReleaseSource::look_again() { look_again_ = true; }

}  // namespace content
