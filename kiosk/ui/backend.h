// Where frames go and fingers come from: a real window (window.h) or nothing at all (null_backend.h).
//
// Main thread only, except wake(). A backend outlives the Session that uses it; textures die with the backend at the
// latest. Sizes are pixels of what is drawn, never the desktop's scaled units.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

struct ImDrawData;
struct ImGuiIO;

namespace ui {

// Equals ImTextureID; 0 is no texture.
using TextureId = std::uint64_t;

struct PixelSize {
  int w = 0;
  int h = 0;
  friend constexpr bool operator==(PixelSize, PixelSize) = default;
};

// Rows from the top, 4 bytes a pixel: red, green, blue, straight alpha.
struct Pixels {
  int width = 0;
  int height = 0;
  std::vector<std::uint8_t> rgba;
};

class Backend {
 public:
  Backend() = default;
  virtual ~Backend() = default;
  Backend(const Backend&) = delete;
  Backend& operator=(const Backend&) = delete;

  // The Session's ImGui context is current in all three: it was just made; it is about to die; a frame begins.
  virtual void attach() = 0;
  virtual void detach() = 0;
  // Fills display size and time step, and hands over what fingers and keys did since the last frame.
  virtual void new_frame(ImGuiIO& io) = 0;

  virtual PixelSize size() const = 0;
  // Draws over `background` (0xRRGGBB) and shows the frame; also creates, updates and frees ImGui's own textures.
  virtual void render(ImDrawData& data, std::uint32_t background) = 0;

  // Picture textures: straight-alpha RGBA, width × height × 4 bytes, clamped at the edges, linear filter.
  virtual TextureId create_texture(int width, int height, std::span<const std::uint8_t> rgba) = 0;
  virtual void update_texture(TextureId texture, int width, int height, std::span<const std::uint8_t> rgba) = 0;
  virtual void destroy_texture(TextureId texture) noexcept = 0;
  virtual int max_texture_size() const = 0;

  // Sleeps until something happened, somebody called wake() or `limit` is over; nullopt = no limit.
  virtual void wait_events(std::optional<std::chrono::milliseconds> limit) = 0;
  // From any thread: ends wait_events() now or, when it is not running, at once the next time.
  virtual void wake() noexcept = 0;
  virtual bool should_close() const = 0;

  // What the last render() drew.
  virtual Pixels capture() = 0;
};

}  // namespace ui
