// Walking over UTF-8 that may be broken.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace ui {

inline constexpr char32_t kReplacement = 0xFFFD;

// The character at byte `at`, which moves on behind it; a broken byte is U+FFFD and one byte long.
char32_t next_character(std::string_view utf8, std::size_t& at);
void append_character(std::string& utf8, char32_t character);
// Characters, a broken byte counting as one.
std::size_t character_count(std::string_view utf8);
bool is_valid(std::string_view utf8);
// The text with every broken byte replaced by U+FFFD.
std::string repaired(std::string_view utf8);

}  // namespace ui
