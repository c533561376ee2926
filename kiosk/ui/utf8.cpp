#include "kiosk/ui/utf8.h"

#include <cstdint>

namespace ui {

namespace {

// Length by the first byte; 0 = cannot begin a character.
std::size_t length_of(unsigned char first) {
  if (first < 0x80) return 1;
  if (first >= 0xC2 && first <= 0xDF) return 2;
  if (first >= 0xE0 && first <= 0xEF) return 3;
  if (first >= 0xF0 && first <= 0xF4) return 4;
  return 0;
}

bool is_scalar(char32_t character, std::size_t length) {
  if (character >= 0xD800 && character <= 0xDFFF) return false;
  if (character > 0x10FFFF) return false;
  return length == 3 ? character >= 0x800 : length != 4 || character >= 0x10000;
}

}  // namespace

char32_t next_character(std::string_view utf8, std::size_t& at) {
  const auto first = static_cast<unsigned char>(utf8[at]);
  const std::size_t length = length_of(first);
  if (length == 1) {
    ++at;
    return first;
  }
  if (length != 0 && at + length <= utf8.size()) {
    char32_t character = first & (0xFFU >> (length + 1));
    bool whole = true;
    for (std::size_t i = 1; i < length; ++i) {
      const auto byte = static_cast<unsigned char>(utf8[at + i]);
      whole = whole && (byte & 0xC0) == 0x80;
      character = (character << 6) | (byte & 0x3FU);
    }
    if (whole && is_scalar(character, length)) {
      at += length;
      return character;
    }
  }
  ++at;
  return kReplacement;
}

void append_character(std::string& utf8, char32_t character) {
  const auto put = [&utf8](std::uint32_t byte) { utf8.push_back(static_cast<char>(byte)); };
  const auto code = static_cast<std::uint32_t>(character);
  if (code < 0x80) {
    put(code);
  } else if (code < 0x800) {
    put(0xC0 | (code >> 6)), put(0x80 | (code & 0x3F));
  } else if (code < 0x10000) {
    put(0xE0 | (code >> 12)), put(0x80 | ((code >> 6) & 0x3F)), put(0x80 | (code & 0x3F));
  } else {
    put(0xF0 | (code >> 18)), put(0x80 | ((code >> 12) & 0x3F)), put(0x80 | ((code >> 6) & 0x3F)), put(0x80 | (code & 0x3F));
  }
}

std::size_t character_count(std::string_view utf8) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < utf8.size(); ++count) next_character(utf8, at);
  return count;
}

bool is_valid(std::string_view utf8) {
  for (std::size_t at = 0; at < utf8.size();) {
    const std::size_t before = at;
    if (next_character(utf8, at) == kReplacement && at - before == 1) return false;
  }
  return true;
}

std::string repaired(std::string_view utf8) {
  std::string whole;
  whole.reserve(utf8.size());
  for (std::size_t at = 0; at < utf8.size();) append_character(whole, next_character(utf8, at));
  return whole;
}

}  // namespace ui
