// QR codes for phones: byte mode, at most version 15; level M, or Q where it costs no larger version. Pure.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace ui {

struct QrMatrix {
  int side = 0;                    // modules, 21 to 77
  std::vector<unsigned char> dark;  // row by row, 1 = ink
  bool at(int x, int y) const { return dark[static_cast<std::size_t>(y * side + x)] != 0; }
};

inline constexpr int kQrQuietModules = 4;   // ISO/IEC 18004: on each side

// nullopt when the text is empty or too long (about 410 bytes of UTF-8).
std::optional<QrMatrix> encode_qr(std::string_view text);

}  // namespace ui
