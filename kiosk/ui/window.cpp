#include "kiosk/ui/window.h"

#include <algorithm>
#include <cstring>
#include <utility>

// The functions of OpenGL 1.1 are linked; frame buffers come through the loader of GLFW.
#include <GL/gl.h>
#include <GL/glext.h>
#include <GLFW/glfw3.h>
#include <imgui.h>
#include <imgui_impl_glfw.h>
#include <imgui_impl_opengl3.h>

#include "kiosk/ui/error.h"
#include "kiosk/ui/glyph_textures.h"

namespace ui {

namespace {

std::string last_glfw_error() {
  const char* words = nullptr;
  glfwGetError(&words);
  return words == nullptr ? "no reason given" : words;
}

template <typename Function>
Function load(const char* name) {
  const auto function = reinterpret_cast<Function>(glfwGetProcAddress(name));
  if (function == nullptr) throw Error(std::string("OpenGL lacks ") + name + "; update the graphics driver (OpenGL 3.0 is needed)");
  return function;
}

GLuint to_gl(TextureId texture) { return static_cast<GLuint>(texture); }

void upload(int width, int height, std::span<const std::uint8_t> rgba) {
  glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
  glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
  glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, width, height, 0, GL_RGBA, GL_UNSIGNED_BYTE, rgba.data());
}

void flip_rows(Pixels& pixels) {
  const auto row = static_cast<std::size_t>(pixels.width) * 4;
  auto* first = pixels.rgba.data();
  for (int top = 0, bottom = pixels.height - 1; top < bottom; ++top, --bottom) {
    auto* upper = first + row * static_cast<std::size_t>(top);
    std::swap_ranges(upper, upper + row, first + row * static_cast<std::size_t>(bottom));
  }
}

}  // namespace

class WindowBackend::Glfw {
 public:
  Glfw() {
    glfwInitHint(GLFW_JOYSTICK_HAT_BUTTONS, GLFW_FALSE);
    if (glfwInit() != GLFW_TRUE) {
      throw NoDisplay("cannot open the screen (" + last_glfw_error() + "); is an X display running and DISPLAY set?");
    }
  }
  ~Glfw() { glfwTerminate(); }
  Glfw(const Glfw&) = delete;
  Glfw& operator=(const Glfw&) = delete;
};

class WindowBackend::Offscreen {
 public:
  explicit Offscreen(PixelSize size)
      : delete_framebuffers_(load<PFNGLDELETEFRAMEBUFFERSPROC>("glDeleteFramebuffers")) {
    glGenTextures(1, &texture_);
    glBindTexture(GL_TEXTURE_2D, texture_);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, size.w, size.h, 0, GL_RGBA, GL_UNSIGNED_BYTE, nullptr);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    load<PFNGLGENFRAMEBUFFERSPROC>("glGenFramebuffers")(1, &framebuffer_);
    load<PFNGLBINDFRAMEBUFFERPROC>("glBindFramebuffer")(GL_FRAMEBUFFER, framebuffer_);
    load<PFNGLFRAMEBUFFERTEXTURE2DPROC>("glFramebufferTexture2D")(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D,
                                                                  texture_, 0);
    if (load<PFNGLCHECKFRAMEBUFFERSTATUSPROC>("glCheckFramebufferStatus")(GL_FRAMEBUFFER) != GL_FRAMEBUFFER_COMPLETE) {
      throw Error("the graphics driver cannot draw to a canvas of " + std::to_string(size.w) + " × " +
                  std::to_string(size.h) + " pixels; ask for a smaller one");
    }
  }
  ~Offscreen() {
    delete_framebuffers_(1, &framebuffer_);
    glDeleteTextures(1, &texture_);
  }
  Offscreen(const Offscreen&) = delete;
  Offscreen& operator=(const Offscreen&) = delete;

 private:
  PFNGLDELETEFRAMEBUFFERSPROC delete_framebuffers_;
  GLuint texture_ = 0;
  GLuint framebuffer_ = 0;
};

namespace {

GLFWmonitor* chosen_monitor(int number) {
  int count = 0;
  GLFWmonitor** monitors = glfwGetMonitors(&count);
  if (count == 0) throw NoDisplay("no monitor is connected; connect one or start with a window size");
  return monitors[number >= 0 && number < count ? number : 0];
}

GLFWwindow* open_window(const WindowOptions& options) {
  glfwDefaultWindowHints();
  glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
  glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 0);
  glfwWindowHint(GLFW_DEPTH_BITS, 0);
  glfwWindowHint(GLFW_STENCIL_BITS, 0);
  glfwWindowHint(GLFW_VISIBLE, options.mode == WindowMode::Hidden ? GLFW_FALSE : GLFW_TRUE);
  glfwWindowHint(GLFW_AUTO_ICONIFY, GLFW_FALSE);
  glfwWindowHintString(GLFW_X11_CLASS_NAME, "shuangyong-window");
  if (options.mode != WindowMode::FullScreen) {
    glfwWindowHint(GLFW_RESIZABLE, options.resizable ? GLFW_TRUE : GLFW_FALSE);
    glfwWindowHint(GLFW_MAXIMIZED, options.resizable ? GLFW_TRUE : GLFW_FALSE);
    const bool hidden = options.mode == WindowMode::Hidden;
    return glfwCreateWindow(hidden ? 64 : options.size.w, hidden ? 64 : options.size.h, options.title.c_str(), nullptr, nullptr);
  }
  GLFWmonitor* monitor = chosen_monitor(options.monitor);
  const GLFWvidmode* video = glfwGetVideoMode(monitor);
  glfwWindowHint(GLFW_RED_BITS, video->redBits);
  glfwWindowHint(GLFW_GREEN_BITS, video->greenBits);
  glfwWindowHint(GLFW_BLUE_BITS, video->blueBits);
  glfwWindowHint(GLFW_REFRESH_RATE, video->refreshRate);
  return glfwCreateWindow(video->width, video->height, options.title.c_str(), monitor, nullptr);
}

}  // namespace

WindowBackend::WindowBackend(const WindowOptions& options) : options_(options), glfw_(std::make_unique<Glfw>()) {
  window_ = open_window(options_);
  if (window_ == nullptr) {
    throw Error("cannot open a window with OpenGL 3.0 (" + last_glfw_error() + "); install libgl1-mesa-dri or a driver");
  }
  glfwMakeContextCurrent(window_);
  if (options_.resizable) {
    glfwSetWindowSizeLimits(window_, options_.least_size.w, options_.least_size.h, GLFW_DONT_CARE, GLFW_DONT_CARE);
  }
  if (options_.takes_files) {
    glfwSetWindowUserPointer(window_, this);
    glfwSetDropCallback(window_, [](GLFWwindow* window, int count, const char** paths) {
      auto& self = *static_cast<WindowBackend*>(glfwGetWindowUserPointer(window));
      for (int i = 0; i < count; ++i) self.dropped_.emplace_back(paths[i]);
    });
  }
  if (options_.mode == WindowMode::Hidden) {
    if (std::max(options_.size.w, options_.size.h) > max_texture_size()) {
      throw Error("the graphics driver draws at most " + std::to_string(max_texture_size()) + " pixels a side");
    }
    offscreen_ = std::make_unique<Offscreen>(options_.size);
  } else {
    glfwSwapInterval(options_.vsync ? 1 : 0);
  }
}

WindowBackend::~WindowBackend() {
  offscreen_.reset();
  if (window_ != nullptr) glfwDestroyWindow(window_);
}

void WindowBackend::attach() {
  ImGui::GetIO().ConfigFlags |= ImGuiConfigFlags_NoMouseCursorChange;   // ours to hide
  if (!ImGui_ImplGlfw_InitForOpenGL(window_, true) || !ImGui_ImplOpenGL3_Init("#version 130")) {
    throw Error("cannot draw with this graphics driver (" + renderer() + "); OpenGL 3.0 with GLSL 1.30 is needed");
  }
  ask_for_small_glyphs(ImGui::GetIO());
  attached_ = true;
}

void WindowBackend::detach() {
  if (!attached_) return;
  ImGui_ImplOpenGL3_Shutdown();
  ImGui_ImplGlfw_Shutdown();
  attached_ = false;
}

void WindowBackend::new_frame(ImGuiIO& io) {
  ImGui_ImplOpenGL3_NewFrame();
  ImGui_ImplGlfw_NewFrame();
  const PixelSize pixels = size();
  io.DisplaySize = {static_cast<float>(pixels.w), static_cast<float>(pixels.h)};
  io.DisplayFramebufferScale = {1, 1};
  if (played_) {
    io.AddMousePosEvent(played_->first.x, played_->first.y);
    io.AddMouseButtonEvent(0, played_->second);
  }
  if (!played_words_.empty()) io.AddInputCharactersUTF8(std::exchange(played_words_, {}).c_str());
  hide_pointer_after_touch();
}

void WindowBackend::play_pointer(Point at, bool down) { played_.emplace(at, down); }

void WindowBackend::hide_pointer_after_touch() {
  if (pointer_hidden_ || options_.mode != WindowMode::FullScreen) return;
  if (glfwGetMouseButton(window_, GLFW_MOUSE_BUTTON_LEFT) != GLFW_PRESS) return;
  glfwSetInputMode(window_, GLFW_CURSOR, GLFW_CURSOR_HIDDEN);
  pointer_hidden_ = true;
}

PixelSize WindowBackend::size() const {
  if (offscreen_ != nullptr) return options_.size;
  PixelSize pixels;
  glfwGetFramebufferSize(window_, &pixels.w, &pixels.h);
  return pixels;
}

void WindowBackend::render(ImDrawData& data, std::uint32_t background) {
  const auto channel = [background](int shift) { return static_cast<float>((background >> shift) & 0xFF) / 255.0F; };
  const PixelSize pixels = size();
  glViewport(0, 0, pixels.w, pixels.h);
  glClearColor(channel(16), channel(8), channel(0), 1);
  glClear(GL_COLOR_BUFFER_BIT);
  upload_glyphs(data);
  ImGui_ImplOpenGL3_RenderDrawData(&data);
  if (offscreen_ == nullptr) {
    glfwSwapBuffers(window_);
  } else {
    glFinish();
  }
}

TextureId WindowBackend::create_texture(int width, int height, std::span<const std::uint8_t> rgba) {
  GLuint texture = 0;
  glGenTextures(1, &texture);
  glBindTexture(GL_TEXTURE_2D, texture);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
  upload(width, height, rgba);
  return texture;
}

void WindowBackend::update_texture(TextureId texture, int width, int height, std::span<const std::uint8_t> rgba) {
  glBindTexture(GL_TEXTURE_2D, to_gl(texture));
  upload(width, height, rgba);
}

void WindowBackend::destroy_texture(TextureId texture) noexcept {
  const GLuint name = to_gl(texture);
  glDeleteTextures(1, &name);
}

int WindowBackend::max_texture_size() const {
  GLint side = 0;
  glGetIntegerv(GL_MAX_TEXTURE_SIZE, &side);
  return side;
}

void WindowBackend::wait_events(std::optional<std::chrono::milliseconds> limit) {
  if (!limit) {
    glfwWaitEvents();
  } else if (limit->count() <= 0) {
    glfwPollEvents();
  } else {
    glfwWaitEventsTimeout(std::chrono::duration<double>(*limit).count());
  }
}

void WindowBackend::wake() noexcept { glfwPostEmptyEvent(); }

bool WindowBackend::should_close() const { return glfwWindowShouldClose(window_) == GLFW_TRUE; }

void WindowBackend::close() { glfwSetWindowShouldClose(window_, GLFW_TRUE); }

void WindowBackend::keep_open() { glfwSetWindowShouldClose(window_, GLFW_FALSE); }

float WindowBackend::content_scale() const {
  float across = 1;
  float down = 1;
  glfwGetWindowContentScale(window_, &across, &down);
  return std::clamp(across, 1.0F, 4.0F);
}

std::vector<std::filesystem::path> WindowBackend::take_dropped() { return std::exchange(dropped_, {}); }

Pixels WindowBackend::capture() {
  const PixelSize pixels = size();
  Pixels shot{pixels.w, pixels.h, std::vector<std::uint8_t>(static_cast<std::size_t>(pixels.w) * static_cast<std::size_t>(pixels.h) * 4)};
  if (offscreen_ == nullptr) glReadBuffer(GL_FRONT);
  glPixelStorei(GL_PACK_ALIGNMENT, 1);
  glReadPixels(0, 0, pixels.w, pixels.h, GL_RGBA, GL_UNSIGNED_BYTE, shot.rgba.data());
  flip_rows(shot);
  for (std::size_t i = 3; i < shot.rgba.size(); i += 4) shot.rgba[i] = 255;
  return shot;
}

std::string WindowBackend::renderer() const {
  const auto words = [](GLenum name) {
    const GLubyte* found = glGetString(name);
    return found == nullptr ? std::string("?") : std::string(reinterpret_cast<const char*>(found));
  };
  return words(GL_RENDERER) + ", OpenGL " + words(GL_VERSION);
}

}  // namespace ui
