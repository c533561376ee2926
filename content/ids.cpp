#include "content/ids.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <mutex>

namespace content {
namespace {

// The last id's time and counter: the 12 random bits after the version count up within one millisecond, so that ids of
// one process stay in order (RFC 9562, method 1 of 6.2).
class Sequence {
 public:
  std::pair<std::uint64_t, std::uint16_t> next(std::uint64_t now_ms) {
    const std::lock_guard lock(mutex_);
    if (now_ms > last_ms_) {
      last_ms_ = now_ms;
      counter_ = static_cast<std::uint16_t>(randombytes_uniform(0x800));
    } else if (++counter_ > 0xFFF) {
      ++last_ms_;
      counter_ = 0;
    }
    return {last_ms_, counter_};
  }

 private:
  std::mutex mutex_;
  std::uint64_t last_ms_ = 0;
  std::uint16_t counter_ = 0;
};

Sequence& process_sequence() {
  static Sequence sequence;  // one order for the whole process is the point of it
  return sequence;
}

}  // namespace

std::string make_uuid_v7() {
  using namespace std::chrono;
  const auto now = duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
  const auto [ms, counter] = process_sequence().next(static_cast<std::uint64_t>(now));

  std::array<unsigned char, 16> bytes{};
  randombytes_buf(bytes.data(), bytes.size());
  for (std::size_t i = 0; i < 6; ++i) bytes[i] = static_cast<unsigned char>(ms >> (8 * (5 - i)));
  bytes[6] = static_cast<unsigned char>(0x70 | (counter >> 8));
  bytes[7] = static_cast<unsigned char>(counter & 0xFF);
  bytes[8] = static_cast<unsigned char>(0x80 | (bytes[8] & 0x3F));

  constexpr std::string_view kHex = "0123456789abcdef";
  std::string text;
  text.reserve(36);
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (i == 4 || i == 6 || i == 8 || i == 10) text += '-';
    text += kHex[bytes[i] >> 4];
    text += kHex[bytes[i] & 0xF];
  }
  return text;
}

bool is_uuid_v7(std::string_view text) {
  if (text.size() != 36) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
    const bool hex = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    if (dash ? c != '-' : !hex) return false;
  }
  return text[14] == '7' && std::string_view("89ab").find(text[19]) != std::string_view::npos;
}

}  // namespace content
