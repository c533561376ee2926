// A screen inside another screen: a Session draws into a texture that the Canvas of another Session shows.
//
//   TextureBackend screen(window, {1920, 1080});   // `window`: the backend of the other Session; outlives this one
//   Session inner({}, screen);
//   { const KeepContext keep; inner.frame(…); }    // between two frames of the other Session, never inside one
//   draw_texture(canvas, box, screen.drawn());     // inside one
//
// Draws with the OpenGL context of the window that is current, and leaves its frame buffer and viewport as they were. Where
// there is none (tests) frames are laid out and nothing is drawn. Main thread only, except wake().
#pragma once

#include <memory>

#include "kiosk/ui/backend.h"
#include "kiosk/ui/geometry.h"

struct ImGuiContext;

namespace ui {

class Canvas;

// What was drawn last; valid until the backend is resized or gone.
struct DrawnTexture {
  TextureId whole = 0;   // 0: nothing was drawn
  TextureId half = 0;    // the same at half the width and height, for small boxes
  PixelSize size;
};

// Over the whole box, corners rounded; paper where nothing was drawn. Words that stand in it are not logged.
void draw_texture(Canvas& canvas, Rect box, const DrawnTexture& texture, float radius = 0);

// Puts the ImGui context that was current back when it ends.
class KeepContext {
 public:
  KeepContext();
  ~KeepContext();
  KeepContext(const KeepContext&) = delete;
  KeepContext& operator=(const KeepContext&) = delete;

 private:
  ImGuiContext* context_;
};

class TextureBackend final : public Backend {
 public:
  TextureBackend(Backend& window, PixelSize size);
  ~TextureBackend() override;

  // From the next frame on.
  void resize(PixelSize size) { size_ = size; }
  // The finger, in this screen's pixels; seen by the next frame.
  void touch(Point pixel, bool down) { finger_ = pixel, down_ = down; }
  void wheel(float steps) { wheel_ += steps; }
  // A frame that is not drawn costs no pixels; the last one that was stays.
  void draw_frames(bool drawn) { drawn_ = drawn; }
  DrawnTexture drawn() const;

  void attach() override;
  void detach() override;
  void new_frame(ImGuiIO& io) override;
  PixelSize size() const override { return size_; }
  void render(ImDrawData& data, std::uint32_t background) override;
  TextureId create_texture(int width, int height, std::span<const std::uint8_t> rgba) override {
    return window_.create_texture(width, height, rgba);
  }
  void update_texture(TextureId texture, int width, int height, std::span<const std::uint8_t> rgba) override {
    window_.update_texture(texture, width, height, rgba);
  }
  void destroy_texture(TextureId texture) noexcept override { window_.destroy_texture(texture); }
  int max_texture_size() const override { return window_.max_texture_size(); }
  void wait_events(std::optional<std::chrono::milliseconds>) override {}   // the window waits
  void wake() noexcept override { window_.wake(); }
  bool should_close() const override { return false; }
  Pixels capture() override;   // without OpenGL: none

 private:
  class Target;   // frame buffers with their textures

  Backend& window_;
  PixelSize size_;
  bool has_gl_ = false;
  bool attached_ = false;
  std::unique_ptr<Target> target_;
  Point finger_{-1, -1};
  bool down_ = false;
  float wheel_ = 0;
  bool drawn_ = true;
};

}  // namespace ui
