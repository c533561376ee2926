// The kiosk's own releases on its disk; see release_intake.h for the folder. Each change is one rename.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/blobs.h"
#include "content/file_descriptor.h"
#include "content/release_manifest.h"

namespace content {

// The highest release ever shown, and the hash of its manifest: with the same number, only the same release comes back.
struct HighWater {
  std::int64_t sequence = 0;
  std::string manifest_hash;
};

// A release that stands on the shelf with all its files (their bytes not read).
struct ShelvedRelease {
  Manifest manifest;
  std::string manifest_hash;
};

class ReleaseShelf {
 public:
  // Makes the folder and locks it. A folder that is there but cannot be written (full disk, read-only) is used as it is.
  // Throws Error when another process holds it, or it is neither there nor can be made.
  ReleaseShelf(std::filesystem::path state, std::function<void(std::string_view step)> before_step);

  const Blobs& blobs() const { return blobs_; }
  std::filesystem::path release_dir(std::int64_t sequence) const;

  std::vector<std::int64_t> list() const;  // rising
  std::optional<std::int64_t> linked() const;
  std::optional<ShelvedRelease> find_whole(std::int64_t sequence) const;

  // Copies these blobs from the source in one synced batch. Answers the ones whose bytes were wrong there; the right ones
  // are kept all the same. Throws Error, DiskFull.
  std::vector<std::string> copy_blobs(const Blobs& source, const std::vector<std::string>& sha256s);
  // Puts the manifest's folder in place, over one with other content. Throws Error.
  void shelve(std::int64_t sequence, const std::string& manifest_text);
  void switch_to(std::int64_t sequence);
  void remove(std::int64_t sequence);
  // Takes away every other release and every blob that none of these lists.
  void keep_only(const std::vector<std::int64_t>& sequences);

  HighWater high_water() const;  // {0, ""} when there is none or the file is damaged
  void raise_high_water(const HighWater& mark);

 private:
  void step(std::string_view name) const;
  void remove_leftovers() const;

  std::filesystem::path state_;
  std::function<void(std::string_view)> before_step_;
  Blobs blobs_;
  FileDescriptor lock_;
};

}  // namespace content
