// A panel that hangs on its side while its system does not know: draws a quarter turn clockwise and turns touches back.
#pragma once

#include <cstdint>
#include <string>

#include "kiosk/ui/backend.h"

namespace ui {

// Wraps a backend that outlives it. The top of the picture lies at the right edge of the inner screen.
class TurnedBackend final : public Backend {
 public:
  explicit TurnedBackend(Backend& inner) : inner_(inner) {}

  void attach() override { inner_.attach(); }
  void detach() override { inner_.detach(); }
  void new_frame(ImGuiIO& io) override;
  PixelSize size() const override;
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
  Pixels capture() override { return inner_.capture(); }  // as the panel has it: on its side

 private:
  Backend& inner_;
  std::uint32_t turned_events_ = 0;  // touches up to this event are turned already
};

}  // namespace ui
