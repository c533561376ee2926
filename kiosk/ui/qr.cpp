#include "kiosk/ui/qr.h"

#include <cstdint>
#include <memory>
#include <string>
#include <utility>

#include <qrencode.h>

namespace ui {
namespace {

constexpr int kLargestVersion = 15;

struct Free {
  void operator()(QRcode* code) const { QRcode_free(code); }
};

using Code = std::unique_ptr<QRcode, Free>;

Code encode(const std::string& text, QRecLevel level) { return Code(QRcode_encodeString8bit(text.c_str(), 0, level)); }

}  // namespace

std::optional<QrMatrix> encode_qr(std::string_view text) {
  // The library takes a C string; a NUL would silently cut the address.
  if (text.empty() || text.find('\0') != std::string_view::npos) {
    return std::nullopt;
  }
  Code code = encode(std::string(text), QR_ECLEVEL_M);
  if (code == nullptr || code->version > kLargestVersion) {
    return std::nullopt;
  }
  if (Code stronger = encode(std::string(text), QR_ECLEVEL_Q); stronger != nullptr && stronger->version == code->version) {
    code = std::move(stronger);
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
