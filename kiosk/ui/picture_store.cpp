#include "kiosk/ui/picture_store.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include <spdlog/spdlog.h>

#include "kiosk/ui/picture_workers.h"

namespace ui {
namespace {

constexpr int kFullSizeBucket = 64;
// A texture this much smaller than wanted is decoded again, larger.
constexpr double kTooSmall = 0.95;

// Sizes within a factor of √2 share a texture.
int bucket_of(const PictureSource& source, PixelSize want) {
  if (want.w >= source.width || want.h >= source.height) {
    return kFullSizeBucket;
  }
  return static_cast<int>(std::ceil(2 * std::log2(std::max({1, want.w, want.h}))));
}

std::string name_of(const std::string& key, int bucket) {
  return key + '@' + std::to_string(bucket);
}

}  // namespace

PictureStore::PictureStore(Backend& backend, const PictureLimits& limits, std::function<void()> wake)
    : backend_(backend), limits_(limits), art_(backend) {
  limits_.decode.side = std::min(limits_.decode.side, backend.max_texture_size());
  workers_ = std::make_unique<Workers>(limits_.workers, limits_.decode, std::move(wake));
}

PictureStore::PictureStore(Backend& backend, std::int64_t texture_bytes, std::function<void()> wake)
    : PictureStore(backend, [texture_bytes] {
        PictureLimits limits;
        limits.texture_bytes = texture_bytes;
        return limits;
      }(), std::move(wake)) {}

PictureStore::~PictureStore() {
  workers_.reset();
  for (auto& [name, entry] : entries_) {
    free_texture(entry);
  }
}

void PictureStore::begin_frame() {
  ++frame_;
  art_.trim();
  for (DecodedPicture& picture : workers_->take(limits_.upload_bytes_per_frame)) {
    upload(std::move(picture));
  }
  room_ = limits_.texture_bytes - drawn_bytes();
  pending_now_ = false;
}

void PictureStore::end_frame() {
  forget_unasked();
  pending_ = pending_now_;
}

void PictureStore::forget_failures() {
  std::erase_if(entries_, [](const auto& entry) { return entry.second.state != Entry::State::Ready && !entry.second.under_way; });
}

bool PictureStore::has_news() const { return workers_->has_results(); }

std::optional<PictureStore::Ready> PictureStore::use(const PictureSource& source, PixelSize want) {
  if (source.empty()) {
    return std::nullopt;
  }
  const int bucket = bucket_of(source, want);
  const std::string name = name_of(source.key, bucket);
  Entry& entry = entries_[name];
  entry.last_drawn = frame_;
  ask(name, entry, source, want, true);
  if (entry.state == Entry::State::Ready) {
    pending_now_ = pending_now_ || entry.under_way;
    return Ready{entry.texture, entry.size};
  }
  if (entry.state == Entry::State::Failed) {
    return std::nullopt;
  }
  pending_now_ = pending_now_ || entry.under_way;
  return nearest(source, bucket);
}

void PictureStore::prefetch(const PictureSource& source, PixelSize want) {
  if (source.empty()) {
    return;
  }
  const std::string name = name_of(source.key, bucket_of(source, want));
  ask(name, entries_[name], source, want, false);
}

void PictureStore::ask(const std::string& name, Entry& entry, const PictureSource& source, PixelSize want, bool on_screen) {
  const bool first_time_this_frame = entry.last_asked != frame_;
  entry.last_asked = frame_;
  if (entry.under_way) {
    if (on_screen && first_time_this_frame) {
      workers_->promote(name);
    }
    return;
  }
  bool load = entry.state == Entry::State::Absent;
  if (entry.state == Entry::State::NoRoom && entry.bytes <= room_) {
    room_ -= entry.bytes;
    load = true;
  }
  if (entry.state == Entry::State::Ready && !entry.full_size) {
    load = entry.size.w < want.w * kTooSmall || entry.size.h < want.h * kTooSmall;
  }
  if (load) {
    entry.under_way = true;
    workers_->add({.name = name, .source = source, .want = want, .on_screen = on_screen, .asked = frame_});
  }
}

// Another size of the same picture stands in, the larger first, until the wanted one is there: nothing flashes.
std::optional<PictureStore::Ready> PictureStore::nearest(const PictureSource& source, int bucket) {
  constexpr int kLargestBucket = 28;
  std::vector<int> buckets{kFullSizeBucket};
  for (int distance = 1; distance < kLargestBucket; ++distance) {
    buckets.push_back(bucket + distance);
    buckets.push_back(bucket - distance);
  }
  for (const int other : buckets) {
    const auto found = entries_.find(name_of(source.key, other));
    if (found != entries_.end() && found->second.state == Entry::State::Ready) {
      found->second.last_drawn = frame_;
      return Ready{found->second.texture, found->second.size};
    }
  }
  return std::nullopt;
}

void PictureStore::upload(DecodedPicture&& picture) {
  Entry& entry = entries_[picture.key];
  entry.under_way = false;
  if (!picture.fault.empty()) {
    spdlog::warn("{}", picture.fault);
    ++counters_.failures;
    if (entry.state != Entry::State::Ready) {
      entry.state = Entry::State::Failed;
    }
    return;
  }
  ++counters_.decodes;
  const std::int64_t bytes = picture.bytes();
  free_texture(entry);
  if (!make_room(bytes)) {
    entry.state = Entry::State::NoRoom;
    entry.bytes = bytes;
    return;
  }
  const Pixels& pixels = picture.pixels;
  entry.texture = backend_.create_texture(pixels.width, pixels.height, pixels.rgba);
  entry.size = {pixels.width, pixels.height};
  entry.full_size = picture.full_size;
  entry.bytes = bytes;
  entry.state = Entry::State::Ready;
  entry.last_drawn = std::max(entry.last_drawn, frame_ - 2);   // a prefetch counts as just drawn, but may go
  counters_.bytes += bytes;
  ++counters_.count;
}

bool PictureStore::make_room(std::int64_t bytes) {
  while (counters_.bytes + bytes > limits_.texture_bytes) {
    Entry* oldest = nullptr;
    for (auto& [name, entry] : entries_) {
      const bool may_go = entry.state == Entry::State::Ready && entry.last_drawn < frame_ - 1;
      if (may_go && (oldest == nullptr || entry.last_drawn < oldest->last_drawn)) {
        oldest = &entry;
      }
    }
    if (oldest == nullptr) {
      return false;
    }
    free_texture(*oldest);
    ++counters_.evictions;
  }
  return true;
}

void PictureStore::free_texture(Entry& entry) {
  if (entry.state != Entry::State::Ready) {
    return;
  }
  backend_.destroy_texture(entry.texture);
  counters_.bytes -= entry.bytes;
  --counters_.count;
  entry.texture = 0;
  entry.state = Entry::State::Absent;
}

std::int64_t PictureStore::drawn_bytes() const {
  std::int64_t bytes = 0;
  for (const auto& [name, entry] : entries_) {
    if (entry.state == Entry::State::Ready && entry.last_drawn >= frame_ - 1) {
      bytes += entry.bytes;
    }
  }
  return bytes;
}

// A visitor who turned three pages quickly does not wait for the pictures of the first two.
void PictureStore::forget_unasked() {
  const auto unwanted = [this](const Workers::Job& job) {
    return job.on_screen && entries_[job.name].last_asked < frame_;
  };
  for (const std::string& name : workers_->drop(unwanted)) {
    entries_[name].under_way = false;
  }
}

}  // namespace ui
