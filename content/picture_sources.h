// Where a release's pictures may be read from: the office's own folder first, then perhaps the outbox, which still has the files
// of what was published before.
#pragma once

#include <filesystem>
#include <string_view>
#include <utility>
#include <vector>

#include "content/blobs.h"

namespace content {

class PictureSources {
 public:
  PictureSources(const Blobs& only) : places_{only} {}
  explicit PictureSources(std::vector<Blobs> places) : places_(std::move(places)) {}

  bool has(std::string_view sha256) const {
    for (const Blobs& place : places_) {
      if (place.has(sha256)) return true;
    }
    return false;
  }
  // Of the first place that has it; of the first place when none has.
  std::filesystem::path path(std::string_view sha256) const {
    for (const Blobs& place : places_) {
      if (place.has(sha256)) return place.path(sha256);
    }
    return places_.empty() ? std::filesystem::path() : places_.front().path(sha256);
  }

 private:
  std::vector<Blobs> places_;
};

}  // namespace content
