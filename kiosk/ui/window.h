// The kiosk's window: GLFW with OpenGL 3.0, full screen on one monitor, windowed, or hidden with a canvas of any size.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "kiosk/ui/backend.h"
#include "kiosk/ui/geometry.h"

struct GLFWwindow;

namespace ui {

enum class WindowMode {
  FullScreen,  // covers a monitor in its present video mode; the pointer hides after a touch
  Windowed,
  Hidden,      // never shown; draws to memory of `size`, which may be larger than the screen: for shots
};

struct WindowOptions {
  WindowMode mode = WindowMode::FullScreen;
  PixelSize size{1920, 1080};  // ignored in full screen
  int monitor = 0;             // of glfwGetMonitors(), the first where there is no such one
  std::string title = "双拥之窗";
  bool vsync = true;
  bool takes_files = false;    // dropped on it
  bool resizable = false;      // Windowed: the desktop's frame, never smaller than least_size; starts maximised
  PixelSize least_size{640, 480};
};

class WindowBackend final : public Backend {
 public:
  // Throws ui::Error without a display, without OpenGL 3.0 or when Hidden asks for more than the card can draw.
  explicit WindowBackend(const WindowOptions& options);
  ~WindowBackend() override;

  void attach() override;
  void detach() override;
  void new_frame(ImGuiIO& io) override;
  PixelSize size() const override;
  void render(ImDrawData& data, std::uint32_t background) override;
  TextureId create_texture(int width, int height, std::span<const std::uint8_t> rgba) override;
  void update_texture(TextureId texture, int width, int height, std::span<const std::uint8_t> rgba) override;
  void destroy_texture(TextureId texture) noexcept override;
  int max_texture_size() const override;
  void wait_events(std::optional<std::chrono::milliseconds> limit) override;
  void wake() noexcept override;
  bool should_close() const override;
  Pixels capture() override;

  // How much the desktop enlarges its programs: 1, 1.25, 1.5, 2 …
  float content_scale() const;
  // Files that were dropped on the window since the last call.
  std::vector<std::filesystem::path> take_dropped();
  // After should_close() said yes: the window stays after all.
  void keep_open();

  // Shots: where the pointer is and whether its button is down, in place of the real one's. Pixels.
  void play_pointer(Point at, bool down);
  // Shots: what is typed in the next frame.
  void play_words(std::string utf8) { played_words_ = std::move(utf8); }

  // Ends the main loop at the next should_close().
  void close();
  GLFWwindow* handle() const { return window_; }
  // "llvmpipe (LLVM 15.0.6, 256 bits), OpenGL 4.5": for the log.
  std::string renderer() const;

 private:
  class Glfw;       // the library itself, initialised once for each window
  class Offscreen;  // the frame buffer of a hidden window

  void hide_pointer_after_touch();

  WindowOptions options_;
  std::unique_ptr<Glfw> glfw_;
  GLFWwindow* window_ = nullptr;
  std::unique_ptr<Offscreen> offscreen_;
  bool attached_ = false;
  bool pointer_hidden_ = false;
  std::vector<std::filesystem::path> dropped_;
  std::optional<std::pair<Point, bool>> played_;
  std::string played_words_;
};

}  // namespace ui
