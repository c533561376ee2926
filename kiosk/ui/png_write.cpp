#include "kiosk/ui/png_write.h"

#include <cstddef>
#include <fstream>
#include <vector>

#define STBI_WRITE_NO_STDIO
#include <stb_image_write.h>

#include "kiosk/ui/error.h"

namespace ui {

void write_png(const std::filesystem::path& file, const Pixels& pixels) {
  std::vector<std::uint8_t> rgb;
  rgb.reserve(pixels.rgba.size() / 4 * 3);
  for (std::size_t i = 0; i + 3 < pixels.rgba.size(); i += 4) {
    rgb.insert(rgb.end(), pixels.rgba.begin() + static_cast<std::ptrdiff_t>(i), pixels.rgba.begin() + static_cast<std::ptrdiff_t>(i) + 3);
  }
  std::ofstream out(file, std::ios::binary | std::ios::trunc);
  const auto append = [](void* stream, void* data, int size) {
    static_cast<std::ofstream*>(stream)->write(static_cast<const char*>(data), size);
  };
  const int made = stbi_write_png_to_func(append, &out, pixels.width, pixels.height, 3, rgb.data(), pixels.width * 3);
  out.flush();
  if (made == 0 || !out) {
    throw Error("The picture " + file.string() + " could not be written: check that its folder exists and the disk has room.");
  }
}

}  // namespace ui
