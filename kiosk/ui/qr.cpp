#include "kiosk/ui/qr.h"

#include <cstdint>
#include <memory>
#include <string>

#include <qrencode.h>

namespace ui {
namespace {

constexpr int kLargestVersion = 15;

struct Free {
  void operator()(QRcode* code) const { QRcode_free(code); }
};

}  // namespace

std::optional<QrMatrix> encode_qr(std::string_view text) {
  // The library takes a C string; a NUL would silently cut the address.
  if (text.empty() || text.find('\0') != std::string_view::npos) {
    return std::nullopt;
  }
  const std::unique_ptr<QRcode, Free> code(QRcode_encodeString8bit(std::string(text).c_str(), 0, QR_ECLEVEL_M));
  if (code == nullptr || code->version > kLargestVersion) {
    return std::nullopt;
  }
  QrMatrix matrix{code->width, {}};
  const auto count = static_cast<std::size_t>(code->width) * static_cast<std::size_t>(code->width);
  matrix.dark.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    matrix.dark.push_back(static_cast<unsigned char>(code->data[i] & 1U));
  }
  return matrix;
}

}  // namespace ui
