// SHA-256 (FIPS 180-4) as the content's files and rows are named and checked by it: 64 lower-case hex digits.
#pragma once

#include <sodium.h>

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>

namespace content {

// Feed any number of pieces, then ask once.
class Sha256 {
 public:
  Sha256();
  void update(std::span<const std::byte> bytes);
  void update(std::string_view text);
  std::string hex();  // ends the computation; the object is spent

 private:
  crypto_hash_sha256_state state_{};
};

std::string sha256_hex(std::span<const std::byte> bytes);
std::string sha256_hex(std::string_view text);

// Throws Error when the file cannot be read to its end.
std::string sha256_file(const std::filesystem::path& path);

// True for exactly 64 lower-case hex digits.
bool is_sha256_hex(std::string_view text);

}  // namespace content
