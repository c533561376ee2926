// Pictures made by the tests themselves: plain PNG and JPEG files in a temporary folder.
#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "kiosk/ui/picture.h"
#include "kiosk/ui/png_write.h"

#define STBI_WRITE_NO_STDIO
#include <stb_image_write.h>

namespace tests {

// Left half red, right half blue.
inline ui::Pixels two_halves(int width, int height) {
  ui::Pixels pixels{width, height, {}};
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      const bool left = x < width / 2;
      pixels.rgba.insert(pixels.rgba.end(), {static_cast<std::uint8_t>(left ? 255 : 0), 0, static_cast<std::uint8_t>(left ? 0 : 255), 255});
    }
  }
  return pixels;
}

inline ui::PictureSource png_file(const std::filesystem::path& file, int width, int height) {
  ui::write_png(file, two_halves(width, height));
  return {.key = file.filename().string(), .file = file, .width = width, .height = height};
}

inline ui::PictureSource jpeg_file(const std::filesystem::path& file, int width, int height) {
  std::ofstream out(file, std::ios::binary);
  const auto append = [](void* stream, void* data, int size) { static_cast<std::ofstream*>(stream)->write(static_cast<const char*>(data), size); };
  stbi_write_jpg_to_func(append, &out, width, height, 4, two_halves(width, height).rgba.data(), 90);
  return {.key = file.filename().string(), .file = file, .width = width, .height = height};
}

inline std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

inline void write_bytes(const std::filesystem::path& file, const std::string& bytes) {
  std::ofstream(file, std::ios::binary) << bytes;
}

}  // namespace tests
