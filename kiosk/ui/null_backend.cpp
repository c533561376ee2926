#include "kiosk/ui/null_backend.h"

#include <algorithm>

#include <imgui.h>

namespace ui {

void NullBackend::attach() {
  ImGui::GetIO().BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
  ImGui::GetPlatformIO().Renderer_TextureMaxWidth = max_texture_size();
  ImGui::GetPlatformIO().Renderer_TextureMaxHeight = max_texture_size();
}

void NullBackend::detach() {
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
    texture->SetTexID(ImTextureID_Invalid);
    texture->SetStatus(ImTextureStatus_Destroyed);
  }
  ImGui::GetIO().BackendFlags &= ~ImGuiBackendFlags_RendererHasTextures;
}

void NullBackend::new_frame(ImGuiIO& io) {
  io.DisplaySize = {static_cast<float>(size_.w), static_cast<float>(size_.h)};
  io.DeltaTime = std::chrono::duration<float>(step_).count();
  io.AddMousePosEvent(pointer_.x, pointer_.y);
  io.AddMouseButtonEvent(0, down_);
  io.AddMouseButtonEvent(1, second_down_);
  if (wheel_ != 0) io.AddMouseWheelEvent(0, wheel_);
  wheel_ = 0;
  if (held_key_ != 0) io.AddKeyEvent(static_cast<ImGuiKey>(held_key_), false);
  held_key_ = key_;
  io.AddKeyEvent(ImGuiMod_Ctrl, ctrl_);
  io.AddKeyEvent(ImGuiMod_Shift, shift_);
  io.AddKeyEvent(ImGuiMod_Alt, alt_);
  ctrl_ = shift_ = alt_ = false;
  if (!typed_.empty()) io.AddInputCharactersUTF8(typed_.c_str());
  typed_.clear();
  if (key_ != 0) io.AddKeyEvent(static_cast<ImGuiKey>(key_), true);
  key_ = 0;
}

void NullBackend::render(ImDrawData& data, std::uint32_t background) {
  background_ = background;
  vertices_ = data.TotalVtxCount;
  take_textures(data);
  note_pictures(data);
}

void NullBackend::take_textures(ImDrawData& data) {
  if (data.Textures == nullptr) return;
  for (ImTextureData* texture : *data.Textures) {
    if (texture->Status == ImTextureStatus_WantDestroy) {
      texture->SetTexID(ImTextureID_Invalid);
      texture->SetStatus(ImTextureStatus_Destroyed);
    } else if (texture->Status != ImTextureStatus_OK && texture->Status != ImTextureStatus_Destroyed) {
      if (texture->TexID == ImTextureID_Invalid) texture->SetTexID(next_texture_++);
      texture->SetStatus(ImTextureStatus_OK);
    }
  }
}

void NullBackend::note_pictures(const ImDrawData& data) {
  pictures_.clear();
  for (const ImDrawList* list : data.CmdLists) {
    for (const ImDrawCmd& command : list->CmdBuffer) {
      const auto texture = textures_.find(command.GetTexID());
      if (command.UserCallback != nullptr || command.ElemCount == 0 || texture == textures_.end()) continue;
      constexpr float kFar = 1e9F;
      ImVec2 low{kFar, kFar}, high{-kFar, -kFar}, from{kFar, kFar}, to{-kFar, -kFar};
      for (unsigned int i = 0; i < command.ElemCount; ++i) {
        const ImDrawIdx index = list->IdxBuffer[static_cast<int>(command.IdxOffset + i)];
        const ImDrawVert& vertex = list->VtxBuffer[static_cast<int>(command.VtxOffset + index)];
        low = {std::min(low.x, vertex.pos.x), std::min(low.y, vertex.pos.y)};
        high = {std::max(high.x, vertex.pos.x), std::max(high.y, vertex.pos.y)};
        from = {std::min(from.x, vertex.uv.x), std::min(from.y, vertex.uv.y)};
        to = {std::max(to.x, vertex.uv.x), std::max(to.y, vertex.uv.y)};
      }
      pictures_.push_back({texture->second.size, {low.x, low.y, high.x - low.x, high.y - low.y}, {from.x, from.y, to.x - from.x, to.y - from.y}});
    }
  }
}

TextureId NullBackend::create_texture(int width, int height, std::span<const std::uint8_t> rgba) {
  const TextureId texture = next_texture_++;
  textures_[texture] = {};
  update_texture(texture, width, height, rgba);
  return texture;
}

void NullBackend::update_texture(TextureId texture, int width, int height, std::span<const std::uint8_t> rgba) {
  const auto found = textures_.find(texture);
  if (found == textures_.end()) return;
  texture_bytes_ += static_cast<std::int64_t>(rgba.size()) - found->second.bytes;
  found->second = {static_cast<std::int64_t>(rgba.size()), {width, height}};
}

void NullBackend::destroy_texture(TextureId texture) noexcept {
  const auto found = textures_.find(texture);
  if (found == textures_.end()) return;
  texture_bytes_ -= found->second.bytes;
  textures_.erase(found);
}

void NullBackend::wait_events(std::optional<std::chrono::milliseconds> /*limit*/) {}

Pixels NullBackend::capture() {
  Pixels pixels{size_.w, size_.h, {}};
  const auto count = static_cast<std::size_t>(size_.w) * static_cast<std::size_t>(size_.h);
  pixels.rgba.reserve(count * 4);
  for (std::size_t i = 0; i < count; ++i) {
    pixels.rgba.push_back(static_cast<std::uint8_t>(background_ >> 16));
    pixels.rgba.push_back(static_cast<std::uint8_t>(background_ >> 8));
    pixels.rgba.push_back(static_cast<std::uint8_t>(background_));
    pixels.rgba.push_back(255);
  }
  return pixels;
}

}  // namespace ui
