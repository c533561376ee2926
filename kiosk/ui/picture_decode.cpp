#include "kiosk/ui/picture_decode.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <exception>
#include <fstream>
#include <memory>
#include <new>
#include <optional>
#include <span>
#include <system_error>
#include <vector>

#define STBI_ONLY_JPEG
#define STBI_ONLY_PNG
#define STBI_NO_STDIO
#define STBI_NO_LINEAR
#define STBI_NO_HDR
#include <stb_image.h>

namespace ui {
namespace {

constexpr int kChannels = 4;

struct StbFree {
  void operator()(stbi_uc* pixels) const { stbi_image_free(pixels); }
};

std::string fault_of(const PictureSource& source, std::string_view what) {
  return "Picture " + source.file.string() + " " + std::string(what) + "; its placeholder is shown instead.";
}

std::optional<std::vector<std::uint8_t>> read_file(const std::filesystem::path& file, std::int64_t limit, std::string& why) {
  std::error_code error;
  const auto size = std::filesystem::file_size(file, error);
  if (error) {
    why = "cannot be read: " + error.message();
    return std::nullopt;
  }
  if (size == 0 || static_cast<std::int64_t>(size) > limit) {
    why = size == 0 ? "is empty" : "is larger than a kiosk picture may be (" + std::to_string(size) + " bytes)";
    return std::nullopt;
  }
  std::vector<std::uint8_t> bytes(size);
  std::ifstream in(file, std::ios::binary);
  in.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
  if (!in || in.gcount() != static_cast<std::streamsize>(bytes.size())) {
    why = "could not be read to its end";
    return std::nullopt;
  }
  return bytes;
}

bool starts_with(std::span<const std::uint8_t> bytes, std::span<const std::uint8_t> start) {
  return bytes.size() >= start.size() && std::equal(start.begin(), start.end(), bytes.begin());
}

// stb_image fills the missing part of a JPEG that was cut short with grey, so the end marker is asked for here.
bool is_whole(std::span<const std::uint8_t> bytes) {
  constexpr std::array<std::uint8_t, 3> kJpeg{0xFF, 0xD8, 0xFF};
  constexpr std::array<std::uint8_t, 8> kPng{0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A};
  constexpr std::array<std::uint8_t, 12> kPngEnd{0, 0, 0, 0, 'I', 'E', 'N', 'D', 0xAE, 0x42, 0x60, 0x82};
  if (starts_with(bytes, kJpeg)) {
    return bytes.size() > 4 && bytes[bytes.size() - 2] == 0xFF && bytes[bytes.size() - 1] == 0xD9;
  }
  return starts_with(bytes, kPng) && bytes.size() > kPngEnd.size() && starts_with(bytes.last(kPngEnd.size()), kPngEnd);
}

// What the header promises, checked before a byte of pixels is made. Empty when all is well.
std::string header_fault(std::span<const std::uint8_t> bytes, const PictureSource& source, const DecodeLimits& limits) {
  int width = 0;
  int height = 0;
  int channels = 0;
  if (!is_whole(bytes)) {
    return "is not a whole JPEG or PNG file";
  }
  if (stbi_info_from_memory(bytes.data(), static_cast<int>(bytes.size()), &width, &height, &channels) == 0) {
    return std::string("has a broken header: ") + stbi_failure_reason();
  }
  if (static_cast<std::int64_t>(width) * height > limits.pixels) {
    return "has " + std::to_string(width) + " × " + std::to_string(height) + " pixels, more than a kiosk picture may have";
  }
  if (width != source.width || height != source.height) {
    return "has " + std::to_string(width) + " × " + std::to_string(height) + " pixels where the release says " +
           std::to_string(source.width) + " × " + std::to_string(source.height);
  }
  return {};
}

PixelSize result_size(PixelSize file, PixelSize want, int side) {
  PixelSize result = file;
  if (want.w < file.w && want.h < file.h) {
    result = {std::max(1, want.w), std::max(1, want.h)};
  }
  if (const int longest = std::max(result.w, result.h); longest > side) {
    const double shrink = static_cast<double>(side) / longest;
    result = {std::max(1, static_cast<int>(result.w * shrink)), std::max(1, static_cast<int>(result.h * shrink))};
  }
  return result;
}

Pixels decode_bytes(std::span<const std::uint8_t> bytes) {
  int width = 0;
  int height = 0;
  int channels = 0;
  const std::unique_ptr<stbi_uc, StbFree> decoded(
      stbi_load_from_memory(bytes.data(), static_cast<int>(bytes.size()), &width, &height, &channels, kChannels));
  if (decoded == nullptr) {
    return {};
  }
  const auto count = static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * kChannels;
  return {width, height, std::vector<std::uint8_t>(decoded.get(), decoded.get() + count)};
}

// How much of each source index falls into result index `i`: [first, first + weights.size()), weights sum to 1.
struct Span {
  int first = 0;
  std::vector<float> weights;
};

std::vector<Span> area_spans(int from, int to) {
  std::vector<Span> spans(static_cast<std::size_t>(to));
  const double ratio = static_cast<double>(from) / to;
  for (int i = 0; i < to; ++i) {
    const double begin = i * ratio;
    const double end = std::min<double>(from, (i + 1) * ratio);
    Span& span = spans[static_cast<std::size_t>(i)];
    span.first = std::min(from - 1, static_cast<int>(begin));
    for (int source = span.first; source < from && source < end; ++source) {
      const double covered = std::min<double>(end, source + 1) - std::max<double>(begin, source);
      span.weights.push_back(static_cast<float>(covered / ratio));
    }
  }
  return spans;
}

// One source row to the result's width, colours weighted by their alpha.
void reduce_row(const std::uint8_t* row, const std::vector<Span>& columns, std::vector<float>& out) {
  float* target = out.data();
  for (const Span& span : columns) {
    const std::uint8_t* pixel = row + static_cast<std::size_t>(span.first) * kChannels;
    std::array<float, kChannels> sum{};
    for (const float weight : span.weights) {
      const float alpha = weight * static_cast<float>(pixel[3]);
      sum[0] += alpha * static_cast<float>(pixel[0]);
      sum[1] += alpha * static_cast<float>(pixel[1]);
      sum[2] += alpha * static_cast<float>(pixel[2]);
      sum[3] += alpha;
      pixel += kChannels;
    }
    target = std::copy(sum.begin(), sum.end(), target);
  }
}

void store_row(const std::vector<float>& sums, std::uint8_t* out) {
  for (std::size_t i = 0; i < sums.size(); i += kChannels) {
    const float alpha = sums[i + 3];
    const float scale = alpha > 0 ? 1.0F / alpha : 0.0F;
    for (std::size_t channel = 0; channel < 3; ++channel) {
      out[i + channel] = static_cast<std::uint8_t>(std::clamp(sums[i + channel] * scale + 0.5F, 0.0F, 255.0F));
    }
    out[i + 3] = static_cast<std::uint8_t>(std::clamp(alpha + 0.5F, 0.0F, 255.0F));
  }
}

}  // namespace

Pixels scale_down(const Pixels& pixels, PixelSize size) {
  const auto columns = area_spans(pixels.width, size.w);
  const auto rows = area_spans(pixels.height, size.h);
  const std::size_t row_values = static_cast<std::size_t>(size.w) * kChannels;
  Pixels result{size.w, size.h, std::vector<std::uint8_t>(row_values * static_cast<std::size_t>(size.h))};
  std::vector<float> reduced(row_values);
  std::vector<float> sums(row_values);
  int reduced_index = -1;   // neighbouring result rows share a border row
  for (std::size_t y = 0; y < rows.size(); ++y) {
    std::fill(sums.begin(), sums.end(), 0.0F);
    for (std::size_t i = 0; i < rows[y].weights.size(); ++i) {
      const int source_row = rows[y].first + static_cast<int>(i);
      if (source_row != reduced_index) {
        const auto offset = static_cast<std::size_t>(source_row) * static_cast<std::size_t>(pixels.width) * kChannels;
        reduce_row(pixels.rgba.data() + offset, columns, reduced);
        reduced_index = source_row;
      }
      const float weight = rows[y].weights[i];
      for (std::size_t x = 0; x < row_values; ++x) {
        sums[x] += weight * reduced[x];
      }
    }
    store_row(sums, result.rgba.data() + y * row_values);
  }
  return result;
}

DecodedPicture decode_picture(const PictureSource& source, PixelSize want, const DecodeLimits& limits) {
  DecodedPicture result{.key = source.key, .pixels = {}, .full_size = true, .fault = {}};
  try {
    std::string why;
    const auto bytes = read_file(source.file, limits.file_bytes, why);
    if (bytes) {
      why = header_fault(*bytes, source, limits);
    }
    if (!why.empty()) {
      result.fault = fault_of(source, why);
      return result;
    }
    result.pixels = decode_bytes(*bytes);
    if (result.pixels.rgba.empty()) {
      result.fault = fault_of(source, std::string("cannot be decoded: ") + stbi_failure_reason());
      return result;
    }
    const PixelSize file{result.pixels.width, result.pixels.height};
    if (const PixelSize size = result_size(file, want, limits.side); size != file) {
      result.pixels = scale_down(result.pixels, size);
      result.full_size = false;
    }
  } catch (const std::exception& error) {   // no memory
    result.pixels = {};
    result.fault = fault_of(source, error.what());
  }
  return result;
}

}  // namespace ui
