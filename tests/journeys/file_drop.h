// Files dragged onto a window and let go there, as a file manager does it: XDND, version 5 (freedesktop.org).
#pragma once

#include <filesystem>
#include <span>
#include <string>

namespace journeys {

// `window` is an X window's number in decimal; x and y are pixels inside it. Returns when the window has taken the files; throws
// std::runtime_error when it takes no files, refuses them, or does not answer within 20 s.
void drop_files(const std::string& window, int x, int y, std::span<const std::filesystem::path> files);

}  // namespace journeys
