#include "kiosk/ui/turned_backend.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cfloat>
#include <utility>

namespace ui {

PixelSize TurnedBackend::size() const {
  const PixelSize inner = inner_.size();
  return {inner.h, inner.w};
}

// Touches wait in ImGui's queue in the inner screen's pixels; some stay there for a later frame, so each is turned once.
void TurnedBackend::new_frame(ImGuiIO& io) {
  inner_.new_frame(io);
  std::swap(io.DisplaySize.x, io.DisplaySize.y);
  for (ImGuiInputEvent& event : ImGui::GetCurrentContext()->InputEventsQueue) {
    if (event.EventId <= turned_events_) continue;
    turned_events_ = event.EventId;
    if (event.Type != ImGuiInputEventType_MousePos || event.MousePos.PosX <= -FLT_MAX / 2) continue;
    const float x = event.MousePos.PosX;
    event.MousePos.PosX = event.MousePos.PosY;
    event.MousePos.PosY = io.DisplaySize.y - x;
  }
}

void TurnedBackend::render(ImDrawData& data, std::uint32_t background) {
  const float height = data.DisplaySize.y;
  for (ImDrawList* list : data.CmdLists) {
    for (ImDrawVert& vertex : list->VtxBuffer) vertex.pos = {height - vertex.pos.y, vertex.pos.x};
    for (ImDrawCmd& command : list->CmdBuffer) {
      const ImVec4 clip = command.ClipRect;
      command.ClipRect = {height - clip.w, clip.x, height - clip.y, clip.z};
    }
  }
  std::swap(data.DisplaySize.x, data.DisplaySize.y);
  inner_.render(data, background);
}

}  // namespace ui
