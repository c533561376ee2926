// From a file of a release to pixels of the size that is needed. No state; any thread.
#pragma once

#include <cstdint>
#include <string>

#include "kiosk/ui/backend.h"
#include "kiosk/ui/picture.h"

namespace ui {

struct DecodeLimits {
  std::int64_t pixels = 50'000'000;        // declared by the file
  std::int64_t file_bytes = 64LL << 20;
  int side = 8192;                         // of what comes out: what every graphics card takes
};

struct DecodedPicture {
  std::string key;
  Pixels pixels;
  bool full_size = false;    // not scaled down
  std::string fault;         // why there are no pixels: a sentence for the log that names the file; empty when there are
  std::int64_t bytes() const { return static_cast<std::int64_t>(pixels.rgba.size()); }
};

// Never throws. JPEG and PNG only; a file whose size differs from what `source` says is refused, and so is one that is
// cut short. When the file is larger than `want` on both sides the pixels are averaged down to exactly `want`
// (each result pixel is the mean of the area it covers).
DecodedPicture decode_picture(const PictureSource& source, PixelSize want, const DecodeLimits& limits = {});

// The mean of areas; `size` at most as large as the pixels on each side and at least 1 × 1.
Pixels scale_down(const Pixels& pixels, PixelSize size);

}  // namespace ui
