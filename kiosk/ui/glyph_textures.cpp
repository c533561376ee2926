#include "kiosk/ui/glyph_textures.h"

#include <array>
#include <cstdint>

#include <GL/gl.h>
#include <GL/glext.h>
#include <GLFW/glfw3.h>
#include <imgui.h>

namespace ui {

namespace {

bool can_swizzle() {
  const auto* version = reinterpret_cast<const char*>(glGetString(GL_VERSION));
  const bool new_enough = version != nullptr && (version[0] > '3' || (version[0] == '3' && version[2] >= '3'));
  return new_enough || glfwExtensionSupported("GL_ARB_texture_swizzle") == GLFW_TRUE;
}

void create(ImTextureData& atlas) {
  GLuint texture = 0;
  glGenTextures(1, &texture);
  glBindTexture(GL_TEXTURE_2D, texture);
  constexpr std::array<GLint, 4> kWhiteWithAlpha{GL_ONE, GL_ONE, GL_ONE, GL_RED};
  glTexParameteriv(GL_TEXTURE_2D, GL_TEXTURE_SWIZZLE_RGBA, kWhiteWithAlpha.data());
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
  glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
  glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
  glTexImage2D(GL_TEXTURE_2D, 0, GL_R8, atlas.Width, atlas.Height, 0, GL_RED, GL_UNSIGNED_BYTE, atlas.GetPixels());
  atlas.SetTexID(static_cast<ImTextureID>(texture));
  atlas.SetStatus(ImTextureStatus_OK);
}

void update(ImTextureData& atlas) {
  glBindTexture(GL_TEXTURE_2D, static_cast<GLuint>(atlas.TexID));
  glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
  glPixelStorei(GL_UNPACK_ROW_LENGTH, atlas.Width);
  for (const ImTextureRect& part : atlas.Updates) {
    glTexSubImage2D(GL_TEXTURE_2D, 0, part.x, part.y, part.w, part.h, GL_RED, GL_UNSIGNED_BYTE, atlas.GetPixelsAt(part.x, part.y));
  }
  glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
  atlas.SetStatus(ImTextureStatus_OK);
}

}  // namespace

void ask_for_small_glyphs(ImGuiIO& io) {
  if (can_swizzle()) io.Fonts->TexDesiredFormat = ImTextureFormat_Alpha8;
}

void upload_glyphs(ImDrawData& data) {
  if (data.Textures == nullptr) return;
  for (ImTextureData* atlas : *data.Textures) {
    if (atlas->Format != ImTextureFormat_Alpha8) continue;
    if (atlas->Status == ImTextureStatus_WantCreate) create(*atlas);
    if (atlas->Status == ImTextureStatus_WantUpdates) update(*atlas);
  }
}

}  // namespace ui
