// Every picture on the screen: asked for by a frame, decoded on a worker, uploaded between frames, kept as a texture.
//
// Main thread only; the workers inside touch nothing but their own jobs. The legal order is
//   begin_frame(); { use() | prefetch() }*; end_frame();
// A picture that cannot be read stays a placeholder until forget_failures(): it is logged once and not asked for again.
// The bytes of all textures stay below the limit: what was not drawn for longest goes first, what the last frame drew
// never goes, and what finds no room waits as a placeholder until there is some.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "kiosk/ui/backend.h"
#include "kiosk/ui/canvas_art.h"
#include "kiosk/ui/picture.h"
#include "kiosk/ui/picture_decode.h"

namespace ui {

struct PictureLimits {
  std::int64_t texture_bytes = 64LL << 20;         // all pictures together
  std::int64_t upload_bytes_per_frame = 4LL << 20;  // one picture goes up in any case
  int workers = 2;
  DecodeLimits decode;
};

class PictureStore {
 public:
  struct Ready {
    TextureId texture = 0;
    PixelSize size;
  };
  struct Counters {
    std::int64_t bytes = 0;       // of textures
    std::int64_t count = 0;       // textures
    std::int64_t decodes = 0;     // files decoded since the start
    std::int64_t failures = 0;    // files that could not be read
    std::int64_t evictions = 0;
  };

  // `wake` is called on a worker when a picture has arrived: a frame is wanted. `backend` must outlive the store.
  PictureStore(Backend& backend, const PictureLimits& limits, std::function<void()> wake);
  PictureStore(Backend& backend, std::int64_t texture_bytes, std::function<void()> wake);
  ~PictureStore();   // joins the workers, frees the textures
  PictureStore(const PictureStore&) = delete;
  PictureStore& operator=(const PictureStore&) = delete;

  void begin_frame();   // uploads what arrived, within the frame's budget
  void end_frame();     // forgets jobs that nobody asked for any more

  // The picture, to be drawn in this frame. `want` is the size in pixels at which the whole picture (not only the part
  // that is seen) appears on the screen; it is decoded no larger than that. nullopt: draw the placeholder.
  std::optional<Ready> use(const PictureSource& source, PixelSize want);
  // It will be needed soon: decoded after everything that is on the screen.
  void prefetch(const PictureSource& source, PixelSize want);

  // Something that the last frame drew is still on its way: not yet decoded, not yet uploaded, or not yet as sharp as
  // wanted. Shots draw frames until this is false.
  bool pending() const { return pending_; }
  // The files may have been replaced: what could not be read is tried once more, and what has no texture is forgotten.
  void forget_failures();
  // Pictures arrived that begin_frame() has not yet uploaded.
  bool has_news() const;
  const Counters& counters() const { return counters_; }

  // The textures that the program bakes itself: icons, shadows.
  ArtTextures& art() { return art_; }

 private:
  // One picture at about one size: a card's thumbnail and the poster of the same file are two textures, because a
  // large one drawn small would shimmer.
  struct Entry {
    enum class State { Absent, Ready, NoRoom, Failed };
    State state = State::Absent;
    TextureId texture = 0;
    PixelSize size;
    bool full_size = false;            // the texture has every pixel of the file
    bool under_way = false;            // a job for it is queued, running or has arrived
    std::int64_t last_drawn = -10;     // frames
    std::int64_t last_asked = -10;
    std::int64_t bytes = 0;            // of the texture; NoRoom: how much it wants
  };
  class Workers;

  void ask(const std::string& name, Entry& entry, const PictureSource& source, PixelSize want, bool on_screen);
  std::optional<Ready> nearest(const PictureSource& source, int bucket);
  void upload(DecodedPicture&& picture);
  bool make_room(std::int64_t bytes);
  void free_texture(Entry& entry);
  std::int64_t drawn_bytes() const;
  void forget_unasked();

  Backend& backend_;
  PictureLimits limits_;
  ArtTextures art_;
  std::unordered_map<std::string, Entry> entries_;   // by key and size bucket
  Counters counters_;
  std::int64_t frame_ = 0;
  std::int64_t room_ = 0;                 // bytes that a picture waiting for room could get in this frame
  bool pending_ = false;
  bool pending_now_ = false;
  std::unique_ptr<Workers> workers_;      // last: its threads end first
};

}  // namespace ui
