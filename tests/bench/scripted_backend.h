// A hidden window whose finger is moved by the program: real drawing, scripted input.
#pragma once

#include <imgui.h>

#include "kiosk/ui/geometry.h"
#include "kiosk/ui/window.h"

namespace bench {

class ScriptedBackend final : public ui::Backend {
 public:
  explicit ScriptedBackend(ui::PixelSize size) : window_({.mode = ui::WindowMode::Hidden, .size = size, .vsync = false}) {}

  // The finger, in pixels; seen by the next frame.
  void touch_down(ui::Point pixel) { pointer_ = pixel; down_ = true; }
  void touch_move(ui::Point pixel) { pointer_ = pixel; }
  void touch_up() { down_ = false; }

  void attach() override { window_.attach(); }
  void detach() override { window_.detach(); }
  void new_frame(ImGuiIO& io) override {
    window_.new_frame(io);
    io.AddMousePosEvent(pointer_.x, pointer_.y);
    io.AddMouseButtonEvent(0, down_);
  }
  ui::PixelSize size() const override { return window_.size(); }
  void render(ImDrawData& data, std::uint32_t background) override { window_.render(data, background); }
  ui::TextureId create_texture(int width, int height, std::span<const std::uint8_t> rgba) override {
    return window_.create_texture(width, height, rgba);
  }
  void update_texture(ui::TextureId texture, int width, int height, std::span<const std::uint8_t> rgba) override {
    window_.update_texture(texture, width, height, rgba);
  }
  void destroy_texture(ui::TextureId texture) noexcept override { window_.destroy_texture(texture); }
  int max_texture_size() const override { return window_.max_texture_size(); }
  void wait_events(std::optional<std::chrono::milliseconds> limit) override { window_.wait_events(limit); }
  void wake() noexcept override { window_.wake(); }
  bool should_close() const override { return window_.should_close(); }
  ui::Pixels capture() override { return window_.capture(); }
  std::string renderer() const { return window_.renderer(); }

 private:
  ui::WindowBackend window_;
  ui::Point pointer_{-1, -1};
  bool down_ = false;
};

}  // namespace bench
