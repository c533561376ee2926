// What a foreign picture file is, judged by its first bytes (never by its name), and whether an SVG keeps to itself.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

#include "content/language.h"

namespace content {

enum class PictureFormat { Jpeg, Png, WebP, Tiff, Heif, Svg };

// Nullopt: none of the formats that are taken in.
std::optional<PictureFormat> sniff_picture(std::span<const std::byte> bytes);

// Every chunk's check sum is right and the last one is there: decoders let a wrong one pass when the rest unpacks all the same.
bool is_whole_png(std::span<const std::byte> bytes);

// Why an SVG is refused; nullopt when it is fine. Refused are scripts, entities, style sheets, embedded pictures and every
// reference that does not point into the file itself: such a picture could read other files or look different elsewhere.
std::optional<Text> find_svg_fault(std::string_view svg);

}  // namespace content
