#include "content/utf8.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace content {
namespace {

struct Step {
  char32_t point = 0;
  std::size_t bytes = 1;
  bool good = false;
};

// The character at the start of a text that is not empty.
Step step(std::string_view text) {
  const auto byte = [&text](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(0);
  if (lead < 0x80) return {lead, 1, true};
  const std::size_t bytes = lead >= 0xF0 && lead < 0xF5   ? 4
                            : lead >= 0xE0 && lead < 0xF0 ? 3
                            : lead >= 0xC2 && lead < 0xE0 ? 2
                                                          : 0;
  if (bytes == 0 || text.size() < bytes) return {};
  char32_t point = lead & (0xFFU >> (bytes + 1));
  for (std::size_t i = 1; i < bytes; ++i) {
    if ((byte(i) & 0xC0) != 0x80) return {};
    point = (point << 6) | (byte(i) & 0x3FU);
  }
  constexpr std::array<char32_t, 5> kLeast{0, 0, 0x80, 0x800, 0x10000};
  const bool good = point >= kLeast[bytes] && point <= 0x10FFFF && (point < 0xD800 || point > 0xDFFF);
  return good ? Step{point, bytes, true} : Step{};
}

bool is_blank(char32_t c) {
  return c == U' ' || (c >= 0x09 && c <= 0x0D) || c == 0xA0 || c == 0x3000 || (c >= 0x2000 && c <= 0x200D) ||
         c == 0xFEFF;
}

}  // namespace

bool is_utf8(std::string_view text) {
  while (!text.empty()) {
    const Step next = step(text);
    if (!next.good) return false;
    text.remove_prefix(next.bytes);
  }
  return true;
}

std::size_t count_chars(std::string_view text) {
  std::size_t count = 0;
  for (; !text.empty(); text.remove_prefix(step(text).bytes)) ++count;
  return count;
}

std::string first_chars(std::string_view text, std::size_t count) {
  std::string_view rest = text;
  for (; count > 0 && !rest.empty(); --count) rest.remove_prefix(step(rest).bytes);
  return std::string(text.substr(0, text.size() - rest.size()));
}

std::string fold_width(std::string_view text) {
  std::string folded;
  folded.reserve(text.size());
  while (!text.empty()) {
    const Step next = step(text);
    if (next.good && next.point >= 0xFF01 && next.point <= 0xFF5E) {
      folded += static_cast<char>(next.point - 0xFEE0);
    } else if (next.good && next.point == 0x3000) {
      folded += ' ';
    } else {
      folded += text.substr(0, next.bytes);
    }
    text.remove_prefix(next.bytes);
  }
  return folded;
}

std::string without_blanks(std::string_view text) {
  std::string kept;
  kept.reserve(text.size());
  while (!text.empty()) {
    const Step next = step(text);
    if (!next.good || !is_blank(next.point)) kept += text.substr(0, next.bytes);
    text.remove_prefix(next.bytes);
  }
  return kept;
}

std::string trim(std::string_view text) {
  std::size_t begin = text.size();
  std::size_t end = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Step next = step(text.substr(at));
    if (!next.good || !is_blank(next.point)) {
      begin = std::min(begin, at);
      end = at + next.bytes;
    }
    at += next.bytes;
  }
  return begin < end ? std::string(text.substr(begin, end - begin)) : std::string();
}

std::string ascii_lower(std::string_view text) {
  std::string lower(text);
  std::ranges::transform(lower, lower.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return lower;
}

std::vector<std::string> split_any(std::string_view text, const std::vector<std::string_view>& separators) {
  std::vector<std::string> pieces;
  const auto keep = [&pieces](std::string_view piece) {
    if (std::string trimmed = trim(piece); !trimmed.empty()) pieces.push_back(std::move(trimmed));
  };
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto hit =
        std::ranges::find_if(separators, [&](std::string_view s) { return text.substr(at).starts_with(s); });
    if (hit == separators.end()) {
      ++at;
      continue;
    }
    keep(text.substr(begin, at - begin));
    at += hit->size();
    begin = at;
  }
  keep(text.substr(begin));
  return pieces;
}

std::string replace_all(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

}  // namespace content
