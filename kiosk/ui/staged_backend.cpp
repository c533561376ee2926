#include "kiosk/ui/staged_backend.h"

#include <imgui.h>
#include <imgui_internal.h>

namespace ui {

void StagedBackend::new_frame(ImGuiIO& io) {
  ImVector<ImGuiInputEvent>& events = ImGui::GetCurrentContext()->InputEventsQueue;
  const int before = events.Size;
  inner_.new_frame(io);
  events.resize(before);
  io.AddMousePosEvent(finger_.x, finger_.y);
  io.AddMouseButtonEvent(0, down_);
}

// Textures go up in any case, so that the next frame that is drawn has them.
void StagedBackend::render(ImDrawData& data, std::uint32_t background) {
  if (!drawn_) {
    data.CmdLists.clear();
    data.CmdListsCount = data.TotalIdxCount = data.TotalVtxCount = 0;
  }
  inner_.render(data, background);
}

}  // namespace ui
