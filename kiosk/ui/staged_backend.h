// A backend that a program plays the visitor on: it moves the finger and says which frames are drawn.
#pragma once

#include "kiosk/ui/backend.h"
#include "kiosk/ui/geometry.h"

namespace ui {

// Wraps a backend that outlives it; the inner one's own fingers are dropped.
class StagedBackend final : public Backend {
 public:
  explicit StagedBackend(Backend& inner) : inner_(inner) {}

  // The finger, in pixels; seen by the next frame.
  void touch_down(Point pixel) { finger_ = pixel, down_ = true; }
  void touch_up() { down_ = false; }
  // A frame that is not drawn costs no pixels and shows in no capture().
  void draw_frames(bool drawn) { drawn_ = drawn; }

  void attach() override { inner_.attach(); }
  void detach() override { inner_.detach(); }
  void new_frame(ImGuiIO& io) override;
  PixelSize size() const override { return inner_.size(); }
  void render(ImDrawData& data, std::uint32_t background) override;
  TextureId create_texture(int width, int height, std::span<const std::uint8_t> rgba) override {
    return inner_.create_texture(width, height, rgba);
  }
  void update_texture(TextureId texture, int width, int height, std::span<const std::uint8_t> rgba) override {
    inner_.update_texture(texture, width, height, rgba);
  }
  void destroy_texture(TextureId texture) noexcept override { inner_.destroy_texture(texture); }
  int max_texture_size() const override { return inner_.max_texture_size(); }
  void wait_events(std::optional<std::chrono::milliseconds> limit) override { inner_.wait_events(limit); }
  void wake() noexcept override { inner_.wake(); }
  bool should_close() const override { return inner_.should_close(); }
  Pixels capture() override { return inner_.capture(); }

 private:
  Backend& inner_;
  Point finger_{-1, -1};
  bool down_ = false;
  bool drawn_ = true;
};

}  // namespace ui
