#include "kiosk/ui/keys.h"

#include <array>
#include <cstddef>

#include <imgui.h>

namespace ui {

namespace {

// In the order of Key.
constexpr std::array kKeys{
    ImGuiKey_Escape, ImGuiKey_Enter,  ImGuiKey_Space,     ImGuiKey_Tab, ImGuiKey_UpArrow, ImGuiKey_DownArrow, ImGuiKey_LeftArrow,
    ImGuiKey_RightArrow, ImGuiKey_PageUp, ImGuiKey_PageDown, ImGuiKey_Home, ImGuiKey_End,  ImGuiKey_Delete, ImGuiKey_Backspace,
    ImGuiKey_F1,     ImGuiKey_F5,     ImGuiKey_F8,        ImGuiKey_Slash, ImGuiKey_A,      ImGuiKey_B,      ImGuiKey_C,
    ImGuiKey_E,      ImGuiKey_F,      ImGuiKey_J,         ImGuiKey_K,   ImGuiKey_N,        ImGuiKey_O,      ImGuiKey_P,
    ImGuiKey_R,      ImGuiKey_S,      ImGuiKey_V,         ImGuiKey_X,   ImGuiKey_Y,        ImGuiKey_Z};
static_assert(kKeys.size() == static_cast<std::size_t>(Key::Z) + 1);

bool went_down(ImGuiKey key) {
  return ImGui::IsKeyPressed(key) || (key == ImGuiKey_Enter && ImGui::IsKeyPressed(ImGuiKey_KeypadEnter));
}

}  // namespace

bool pressed(const Chord& chord) {
  const ImGuiIO& io = ImGui::GetIO();
  if (chord.key == Key::Question) return io.KeyShift && !io.KeyCtrl && went_down(ImGuiKey_Slash);
  return io.KeyCtrl == chord.ctrl && io.KeyShift == chord.shift && !io.KeyAlt && went_down(kKeys.at(static_cast<std::size_t>(chord.key)));
}

}  // namespace ui
