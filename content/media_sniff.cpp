#include "content/media_sniff.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

namespace content {
namespace {

constexpr std::size_t kSvgHeadBytes = 4096;

bool has_at(std::string_view text, std::size_t at, std::string_view part) {
  return text.size() >= at + part.size() && text.substr(at, part.size()) == part;
}

// ISO base media file, first box "ftyp" with one of HEIF's brands.
bool is_heif(std::string_view text) {
  constexpr std::array<std::string_view, 7> kBrands{"heic", "heix", "heim", "heis", "hevc", "mif1", "msf1"};
  return has_at(text, 4, "ftyp") && std::ranges::any_of(kBrands, [&](std::string_view brand) { return has_at(text, 8, brand); });
}

bool is_svg(std::string_view text) {
  std::string_view head = text.substr(0, kSvgHeadBytes);
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  const std::size_t first = head.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && head[first] == '<' && head.find("<svg") != std::string_view::npos;
}

std::string lower_ascii(std::string_view text) {
  std::string lower(text);
  std::ranges::transform(lower, lower.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return lower;
}

// Every `opening` (href=, url() must be followed by '#', after blanks and quotes.
bool points_inside(std::string_view svg, std::string_view opening, bool needs_equals) {
  for (std::size_t at = svg.find(opening); at != std::string_view::npos; at = svg.find(opening, at + 1)) {
    std::size_t next = svg.find_first_not_of(" \t\r\n", at + opening.size());
    if (needs_equals) {
      if (next == std::string_view::npos || svg[next] != '=') continue;
      ++next;
    }
    next = svg.find_first_not_of(" \t\r\n'\"", next);
    if (next == std::string_view::npos || svg[next] != '#') return false;
  }
  return true;
}

struct Forbidden {
  std::string_view part;  // lower case
  const char* zh;
  const char* en;
};

constexpr std::array<Forbidden, 9> kForbidden{{{"<script", "脚本", "a script"},
                                               {"<!entity", "实体定义", "an entity definition"},
                                               {"<!attlist", "文档类型定义", "a document type definition"},
                                               {"<?xml-stylesheet", "外部样式表", "an outside style sheet"},
                                               {"@import", "外部样式表", "an outside style sheet"},
                                               {"<foreignobject", "嵌入的网页", "an embedded web page"},
                                               {"<iframe", "嵌入的网页", "an embedded web page"},
                                               {"<image", "嵌入的图片", "an embedded picture"},
                                               {"xi:include", "对其他文件的引用", "a reference to another file"}}};

// PNG's check sum (ISO 3309), by bytes.
constexpr std::array<std::uint32_t, 256> kCrcSteps = [] {
  std::array<std::uint32_t, 256> steps{};
  for (std::uint32_t i = 0; i < steps.size(); ++i) {
    std::uint32_t value = i;
    for (int bit = 0; bit < 8; ++bit) value = (value & 1U) != 0 ? 0xEDB88320U ^ value >> 1U : value >> 1U;
    steps[i] = value;
  }
  return steps;
}();

std::uint32_t crc32(std::span<const std::byte> bytes) {
  std::uint32_t sum = ~0U;
  for (const std::byte byte : bytes) sum = kCrcSteps[(sum ^ std::to_integer<std::uint32_t>(byte)) & 0xFFU] ^ sum >> 8U;
  return ~sum;
}

}  // namespace

std::optional<PictureFormat> sniff_picture(std::span<const std::byte> bytes) {
  const std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  if (text.starts_with("\xFF\xD8\xFF")) return PictureFormat::Jpeg;
  if (text.starts_with("\x89PNG\r\n\x1A\n")) return PictureFormat::Png;
  if (text.starts_with("RIFF") && has_at(text, 8, "WEBP")) return PictureFormat::WebP;
  if (text.starts_with(std::string_view("II*\0", 4)) || text.starts_with(std::string_view("MM\0*", 4))) {
    return PictureFormat::Tiff;
  }
  if (is_heif(text)) return PictureFormat::Heif;
  if (is_svg(text)) return PictureFormat::Svg;
  return std::nullopt;
}

bool is_whole_png(std::span<const std::byte> bytes) {
  constexpr std::size_t kSignature = 8;
  constexpr std::size_t kFrame = 12;  // length, name and check sum
  const auto number_at = [&](std::size_t at) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i) value = value << 8U | std::to_integer<std::uint32_t>(bytes[at + i]);
    return value;
  };
  for (std::size_t at = kSignature; at + kFrame <= bytes.size();) {
    const std::size_t length = number_at(at);
    if (length > bytes.size() - at - kFrame) return false;
    if (crc32(bytes.subspan(at + 4, length + 4)) != number_at(at + 8 + length)) return false;
    const std::string_view name(reinterpret_cast<const char*>(bytes.data()) + at + 4, 4);
    if (name == "IEND") return true;
    at += length + kFrame;
  }
  return false;
}

std::optional<Text> find_svg_fault(std::string_view svg) {
  if (svg.find('\0') != std::string_view::npos) return Text{"不是 UTF-8 编码", "is not written in UTF-8"};
  const std::string lower = lower_ascii(svg);
  const std::size_t encoding = lower.find("encoding=");
  if (encoding < lower.find("?>") && !has_at(lower, encoding + 10, "utf-8") && !has_at(lower, encoding + 10, "us-ascii")) {
    return Text{"不是 UTF-8 编码", "is not written in UTF-8"};
  }
  for (const Forbidden& forbidden : kForbidden) {
    if (lower.find(forbidden.part) != std::string::npos) {
      return Text{std::string("含有") + forbidden.zh, std::string("contains ") + forbidden.en};
    }
  }
  const std::size_t type = lower.find("<!doctype");
  if (type != std::string::npos && lower.find('[', type) < lower.find('>', type)) {
    return Text{"含有文档类型定义", "contains a document type definition"};
  }
  if (!points_inside(lower, "href", true) || !points_inside(lower, "url(", false)) {
    return Text{"引用了文件以外的内容", "refers to something outside the file"};
  }
  return std::nullopt;
}

}  // namespace content
