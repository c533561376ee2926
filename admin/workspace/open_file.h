// Handing a file to the desktop's own program for it.
#pragma once

#include <filesystem>

namespace admin {

// Starts xdg-open without waiting for it. False: there is no display or no xdg-open.
bool open_with_desktop(const std::filesystem::path& file);

}  // namespace admin
