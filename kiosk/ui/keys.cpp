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
    ImGuiKey_R,      ImGuiKey_S,      ImGuiKey_V,         ImGuiKey_X,   ImGuiKey_Y,        ImGuiKey_Z,      ImGuiKey_Equal,  ImGuiKey_Minus,
    ImGuiKey_0,      ImGuiKey_1};
static_assert(kKeys.size() == static_cast<std::size_t>(Key::One) + 1);

// The number pad's twin of a key; None where it has none.
ImGuiKey on_number_pad(ImGuiKey key) {
  switch (key) {
    case ImGuiKey_Enter: return ImGuiKey_KeypadEnter;
    case ImGuiKey_Equal: return ImGuiKey_KeypadAdd;
    case ImGuiKey_Minus: return ImGuiKey_KeypadSubtract;
    case ImGuiKey_0: return ImGuiKey_Keypad0;
    default: return ImGuiKey_None;
  }
}

bool went_down(ImGuiKey key) {
  const ImGuiKey twin = on_number_pad(key);
  return ImGui::IsKeyPressed(key) || (twin != ImGuiKey_None && ImGui::IsKeyPressed(twin));
}

}  // namespace

bool pressed(const Chord& chord) {
  const ImGuiIO& io = ImGui::GetIO();
  if (chord.key == Key::Question) return io.KeyShift && !io.KeyCtrl && went_down(ImGuiKey_Slash);
  const bool shift = chord.key == Key::Plus ? chord.shift || io.KeyShift : chord.shift;
  return io.KeyCtrl == chord.ctrl && io.KeyShift == shift && io.KeyAlt == chord.alt && went_down(kKeys.at(static_cast<std::size_t>(chord.key)));
}

}  // namespace ui
