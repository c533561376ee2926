// Paths out of what somebody pasted: copied in a file manager, a terminal, a chat.
#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

namespace admin {

// One or many lines; each a path, a file:// address (percent signs decoded, with or without a host), or several paths in quotes.
// "~/" is `home`. Blanks around, a byte order mark, Windows line ends, the file manager's own words ("copy", "cut", lines with #)
// and repeats are left out. A path with blanks in it needs no quotes when it has the line for itself. Nothing is looked up.
std::vector<std::filesystem::path> pasted_paths(std::string_view text, const std::filesystem::path& home);

}  // namespace admin
