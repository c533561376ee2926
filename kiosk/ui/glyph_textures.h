// The atlas of glyphs as one byte a pixel: a quarter of the memory that Dear ImGui's OpenGL backend needs for it, twice over
// where the driver draws in software.
#pragma once

struct ImDrawData;
struct ImGuiIO;

namespace ui {

// Asks for an atlas of one byte a pixel when the driver can read it as white with that alpha (OpenGL 3.3 or
// ARB_texture_swizzle); else it stays at four. With a current OpenGL context and before the first font is added.
void ask_for_small_glyphs(ImGuiIO& io);

// Creates and updates the atlases of one byte a pixel that this frame needs, so that the backend finds nothing to do for
// them. The backend frees them.
void upload_glyphs(ImDrawData& data);

}  // namespace ui
