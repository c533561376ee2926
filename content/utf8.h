// Small things one does with UTF-8 text.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace content {

bool is_utf8(std::string_view text);  // well-formed: no surrogates, no overlong forms, nothing above U+10FFFF

// Code points; a byte that is not part of well-formed UTF-8 counts as one.
std::size_t count_chars(std::string_view text);
std::string first_chars(std::string_view text, std::size_t count);

// Full-width forms to ASCII (０ → 0, ： → :, ideographic space → space); everything else stays.
std::string fold_width(std::string_view text);
// Without blanks (ASCII, ideographic, no-break, zero-width) at both ends, or anywhere.
std::string trim(std::string_view text);
std::string without_blanks(std::string_view text);
std::string ascii_lower(std::string_view text);

// Pieces between any of the separators (each a whole string such as "；"), trimmed, the empty ones left out.
std::vector<std::string> split_any(std::string_view text, const std::vector<std::string_view>& separators);
std::string replace_all(std::string text, std::string_view from, std::string_view to);

}  // namespace content
