// A PNG file of what was drawn, for shots and tests.
#pragma once

#include <filesystem>

#include "kiosk/ui/backend.h"

namespace ui {

// Opaque RGB: alpha is left out. Throws ui::Error that names the file when it cannot be written.
void write_png(const std::filesystem::path& file, const Pixels& pixels);

}  // namespace ui
