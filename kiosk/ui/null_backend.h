// A backend without a window or a graphics card: the test says how large the screen is, where the finger is and what
// time it is. Accepts textures and forgets their pixels.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "kiosk/ui/backend.h"
#include "kiosk/ui/geometry.h"

namespace ui {

// One picture as the last frame drew it.
struct DrawnPicture {
  PixelSize texture;
  Rect box;    // pixels
  Rect part;   // fractions of the picture
};

class NullBackend final : public Backend {
 public:
  explicit NullBackend(PixelSize size = {1920, 1080}) : size_(size) {}

  void resize(PixelSize size) { size_ = size; }
  // The finger, in pixels. Seen by the next frame.
  void touch_down(Point pixel) { pointer_ = pixel; down_ = true; }
  void touch_move(Point pixel) { pointer_ = pixel; }
  void touch_up() { down_ = false; }
  void second_button(bool down) { second_down_ = down; }
  // An ImGuiKey that goes down in the next frame and up in the one after.
  void press_key(int imgui_key, bool ctrl = false, bool shift = false, bool alt = false) { key_ = imgui_key, ctrl_ = ctrl, shift_ = shift, alt_ = alt; }
  // What an input method or a keyboard writes in the next frame.
  void type(std::string utf8) { typed_ = std::move(utf8); }
  void wheel(float steps) { wheel_ = steps; }
  // Time between frames, 16 ms unless told. Sessions with a fixed clock ignore it.
  void set_step(std::chrono::milliseconds step) { step_ = step; }
  void close() { closed_ = true; }

  int live_textures() const { return static_cast<int>(textures_.size()); }
  std::int64_t texture_bytes() const { return texture_bytes_; }
  int vertices() const { return vertices_; }   // of the last frame
  // Of the last frame, in drawing order; those of one texture that follow each other directly are one.
  const std::vector<DrawnPicture>& pictures() const { return pictures_; }

  void attach() override;
  void detach() override;
  void new_frame(ImGuiIO& io) override;
  PixelSize size() const override { return size_; }
  void render(ImDrawData& data, std::uint32_t background) override;
  TextureId create_texture(int width, int height, std::span<const std::uint8_t> rgba) override;
  void update_texture(TextureId texture, int width, int height, std::span<const std::uint8_t> rgba) override;
  void destroy_texture(TextureId texture) noexcept override;
  int max_texture_size() const override { return 16384; }
  void wait_events(std::optional<std::chrono::milliseconds> limit) override;
  void wake() noexcept override {}
  bool should_close() const override { return closed_; }
  Pixels capture() override;   // the background colour, nothing else

 private:
  PixelSize size_;
  Point pointer_{-1, -1};
  bool down_ = false;
  bool second_down_ = false;
  bool closed_ = false;
  bool ctrl_ = false;
  bool shift_ = false;
  bool alt_ = false;
  std::string typed_;
  int key_ = 0;
  int held_key_ = 0;
  float wheel_ = 0;
  std::chrono::milliseconds step_{16};
  TextureId next_texture_ = 1;
  struct Texture {
    std::int64_t bytes = 0;
    PixelSize size;
  };
  void take_textures(ImDrawData& data);   // before pictures are noted: they are named by their textures
  void note_pictures(const ImDrawData& data);

  std::map<TextureId, Texture> textures_;
  std::vector<DrawnPicture> pictures_;
  std::int64_t texture_bytes_ = 0;
  int vertices_ = 0;
  std::uint32_t background_ = 0;
};

}  // namespace ui
