#include "kiosk/ui/typed_keys.h"

#include <imgui.h>

namespace ui {

TypedKeys typed_keys() {
  TypedKeys keys;
  for (const ImWchar character : ImGui::GetIO().InputQueueCharacters) {
    if (character >= 0x20 && character != 0x7F) keys.characters += static_cast<char32_t>(character);
  }
  keys.erase = ImGui::IsKeyPressed(ImGuiKey_Backspace);
  return keys;
}

}  // namespace ui
