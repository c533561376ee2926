#include "kiosk/ui/texture_backend.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include <GL/gl.h>
#include <GL/glext.h>
#include <GLFW/glfw3.h>
#include <imgui.h>
#include <imgui_impl_opengl3.h>

#include "kiosk/ui/canvas.h"
#include "kiosk/ui/error.h"
#include "kiosk/ui/glyph_textures.h"
#include "kiosk/ui/pen.h"
#include "kiosk/ui/session.h"

namespace ui {

namespace {

template <typename Function>
Function load(const char* name) {
  const auto function = reinterpret_cast<Function>(glfwGetProcAddress(name));
  if (function == nullptr) throw Error(std::string("OpenGL lacks ") + name + "; update the graphics driver (OpenGL 3.0 is needed)");
  return function;
}

struct FramebufferCalls {
  PFNGLGENFRAMEBUFFERSPROC generate = load<PFNGLGENFRAMEBUFFERSPROC>("glGenFramebuffers");
  PFNGLDELETEFRAMEBUFFERSPROC remove = load<PFNGLDELETEFRAMEBUFFERSPROC>("glDeleteFramebuffers");
  PFNGLBINDFRAMEBUFFERPROC bind = load<PFNGLBINDFRAMEBUFFERPROC>("glBindFramebuffer");
  PFNGLFRAMEBUFFERTEXTURE2DPROC attach = load<PFNGLFRAMEBUFFERTEXTURE2DPROC>("glFramebufferTexture2D");
  PFNGLCHECKFRAMEBUFFERSTATUSPROC status = load<PFNGLCHECKFRAMEBUFFERSTATUSPROC>("glCheckFramebufferStatus");
  PFNGLBLITFRAMEBUFFERPROC blit = load<PFNGLBLITFRAMEBUFFERPROC>("glBlitFramebuffer");
};

// The window's own frame buffer, viewport and texture, put back at the end.
class KeepTarget {
 public:
  explicit KeepTarget(const FramebufferCalls& calls) : calls_(calls) {
    glGetIntegerv(GL_FRAMEBUFFER_BINDING, &framebuffer_);
    glGetIntegerv(GL_VIEWPORT, viewport_.data());
    glGetIntegerv(GL_TEXTURE_BINDING_2D, &texture_);
  }
  ~KeepTarget() {
    calls_.bind(GL_FRAMEBUFFER, static_cast<GLuint>(framebuffer_));
    glViewport(viewport_[0], viewport_[1], viewport_[2], viewport_[3]);
    glBindTexture(GL_TEXTURE_2D, static_cast<GLuint>(texture_));
  }
  KeepTarget(const KeepTarget&) = delete;
  KeepTarget& operator=(const KeepTarget&) = delete;

 private:
  const FramebufferCalls& calls_;
  GLint framebuffer_ = 0;
  GLint texture_ = 0;
  std::array<GLint, 4> viewport_{};
};

// One texture with its frame buffer.
class Sheet {
 public:
  Sheet(const FramebufferCalls& calls, PixelSize size) : calls_(calls), size_(size) {
    glGenTextures(1, &texture_);
    glBindTexture(GL_TEXTURE_2D, texture_);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, size.w, size.h, 0, GL_RGBA, GL_UNSIGNED_BYTE, nullptr);
    calls_.generate(1, &framebuffer_);
    calls_.bind(GL_FRAMEBUFFER, framebuffer_);
    calls_.attach(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, texture_, 0);
    if (calls_.status(GL_FRAMEBUFFER) != GL_FRAMEBUFFER_COMPLETE) {
      release();
      throw Error("the graphics driver cannot draw to a canvas of " + std::to_string(size.w) + " × " + std::to_string(size.h) + " pixels");
    }
  }
  ~Sheet() { release(); }
  Sheet(const Sheet&) = delete;
  Sheet& operator=(const Sheet&) = delete;

  GLuint texture() const { return texture_; }
  GLuint framebuffer() const { return framebuffer_; }
  PixelSize size() const { return size_; }

 private:
  void release() {
    calls_.remove(1, &framebuffer_);
    glDeleteTextures(1, &texture_);
  }

  const FramebufferCalls& calls_;
  PixelSize size_;
  GLuint texture_ = 0;
  GLuint framebuffer_ = 0;
};

void clear(std::uint32_t background) {
  const auto channel = [background](int shift) { return static_cast<float>((background >> shift) & 0xFF) / 255.0F; };
  glDisable(GL_SCISSOR_TEST);
  glClearColor(channel(16), channel(8), channel(0), 1);
  glClear(GL_COLOR_BUFFER_BIT);
}

void drop_commands(ImDrawData& data) {
  data.CmdLists.clear();
  data.CmdListsCount = data.TotalIdxCount = data.TotalVtxCount = 0;
}

// Textures that nobody will ever draw.
void accept_textures(ImDrawData& data) {
  if (data.Textures == nullptr) return;
  for (ImTextureData* texture : *data.Textures) {
    if (texture->Status == ImTextureStatus_WantCreate) texture->SetTexID(1);
    const bool ends = texture->Status == ImTextureStatus_WantDestroy;
    if (ends) texture->SetTexID(ImTextureID_Invalid);
    texture->SetStatus(ends ? ImTextureStatus_Destroyed : ImTextureStatus_OK);
  }
}

}  // namespace

class TextureBackend::Target {
 public:
  explicit Target(PixelSize size) {
    const KeepTarget keep(calls_);
    whole_.emplace(calls_, size);
    half_.emplace(calls_, PixelSize{std::max(1, size.w / 2), std::max(1, size.h / 2)});
  }

  PixelSize size() const { return whole_->size(); }
  DrawnTexture drawn() const { return {whole_->texture(), half_->texture(), whole_->size()}; }

  void draw(ImDrawData& data, std::uint32_t background) {
    const KeepTarget keep(calls_);
    calls_.bind(GL_FRAMEBUFFER, whole_->framebuffer());
    glViewport(0, 0, whole_->size().w, whole_->size().h);
    clear(background);
    ImGui_ImplOpenGL3_RenderDrawData(&data);
    calls_.bind(GL_READ_FRAMEBUFFER, whole_->framebuffer());
    calls_.bind(GL_DRAW_FRAMEBUFFER, half_->framebuffer());
    calls_.blit(0, 0, whole_->size().w, whole_->size().h, 0, 0, half_->size().w, half_->size().h, GL_COLOR_BUFFER_BIT, GL_LINEAR);
  }

  Pixels pixels() {
    const KeepTarget keep(calls_);
    const PixelSize size = whole_->size();
    Pixels shot{size.w, size.h, std::vector<std::uint8_t>(static_cast<std::size_t>(size.w) * static_cast<std::size_t>(size.h) * 4)};
    calls_.bind(GL_FRAMEBUFFER, whole_->framebuffer());
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    glReadPixels(0, 0, size.w, size.h, GL_RGBA, GL_UNSIGNED_BYTE, shot.rgba.data());
    const auto row = static_cast<std::ptrdiff_t>(size.w) * 4;   // OpenGL's rows begin at the bottom
    for (std::ptrdiff_t top = 0, bottom = size.h - 1; top < bottom; ++top, --bottom) {
      const auto upper = shot.rgba.begin() + row * top;
      std::swap_ranges(upper, upper + row, shot.rgba.begin() + row * bottom);
    }
    return shot;
  }

 private:
  FramebufferCalls calls_;
  std::optional<Sheet> whole_;
  std::optional<Sheet> half_;
};

TextureBackend::TextureBackend(Backend& window, PixelSize size)
    : window_(window), size_(size), has_gl_(glfwGetCurrentContext() != nullptr) {}

TextureBackend::~TextureBackend() = default;

DrawnTexture TextureBackend::drawn() const { return target_ == nullptr ? DrawnTexture{.whole = 0, .half = 0, .size = size_} : target_->drawn(); }

void TextureBackend::attach() {
  ImGuiIO& io = ImGui::GetIO();
  if (!has_gl_) {
    io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
    ImGui::GetPlatformIO().Renderer_TextureMaxWidth = window_.max_texture_size();
    ImGui::GetPlatformIO().Renderer_TextureMaxHeight = window_.max_texture_size();
  } else {
    if (!ImGui_ImplOpenGL3_Init("#version 130")) throw Error("cannot draw a screen inside the window with this graphics driver");
    ask_for_small_glyphs(io);
  }
  attached_ = true;
}

void TextureBackend::detach() {
  if (!attached_) return;
  attached_ = false;
  target_.reset();
  if (has_gl_) {
    ImGui_ImplOpenGL3_Shutdown();
    return;
  }
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
    texture->SetTexID(ImTextureID_Invalid);
    texture->SetStatus(ImTextureStatus_Destroyed);
  }
  ImGui::GetIO().BackendFlags &= ~ImGuiBackendFlags_RendererHasTextures;
}

void TextureBackend::new_frame(ImGuiIO& io) {
  if (has_gl_) ImGui_ImplOpenGL3_NewFrame();
  io.DisplaySize = {static_cast<float>(size_.w), static_cast<float>(size_.h)};
  io.DisplayFramebufferScale = {1, 1};
  io.DeltaTime = 1.0F / 60;
  io.AddMousePosEvent(finger_.x, finger_.y);
  io.AddMouseButtonEvent(0, down_);
  if (wheel_ != 0) io.AddMouseWheelEvent(0, wheel_);
  wheel_ = 0;
}

// Textures go up in any case, so that the next frame that is drawn has them.
void TextureBackend::render(ImDrawData& data, std::uint32_t background) {
  if (!has_gl_) return accept_textures(data);
  upload_glyphs(data);
  if (!drawn_) {
    drop_commands(data);
    ImGui_ImplOpenGL3_RenderDrawData(&data);
    return;
  }
  if (target_ == nullptr || target_->size() != size_) {
    target_.reset();
    target_ = std::make_unique<Target>(size_);
  }
  target_->draw(data, background);
}

Pixels TextureBackend::capture() { return target_ == nullptr ? Pixels{} : target_->pixels(); }

KeepContext::KeepContext() : context_(ImGui::GetCurrentContext()) {}
KeepContext::~KeepContext() { ImGui::SetCurrentContext(context_); }

void draw_texture(Canvas& canvas, Rect box, const DrawnTexture& texture, float radius) {
  const Pen& pen = canvas.session().pen();
  if (!pen.visible(box)) return;
  if (texture.whole == 0) return canvas.fill(box, canvas.color().paper2, radius);
  const ImVec2 low = pen.snapped(box.origin());
  const ImVec2 high = pen.snapped({box.right(), box.bottom()});
  // Below half the size a step over the half comes out clearer: each pixel is then a mean of all that lie under it.
  const bool small = (high.x - low.x) * 4 < static_cast<float>(texture.size.w) * 3;
  const TextureId pixels = small ? texture.half : texture.whole;
  pen.list()->AddImageRounded(ImTextureRef(pixels), low, high, {0, 1}, {1, 0}, pen.ink({255, 255, 255, 255}), pen.px(radius));
}

}  // namespace ui
