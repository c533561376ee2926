#include "content/media_import.h"

#include <glib.h>
#include <vips/vips.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "content/fail.h"
#include "content/media_sniff.h"
#include "content/sha256.h"

namespace content {
namespace {

// JPEG quality and the largest PNG that is kept for an opaque drawing, per size: above it JPEG is so much smaller that the
// drawing goes out as JPEG with full colour resolution.
constexpr int kPhotoQuality = 88;
constexpr int kDrawingQuality = 92;
constexpr std::array<std::size_t, 3> kDrawingPngBytes{96'000, 400'000, 1'500'000};
constexpr int kPngCompression = 6;
constexpr int kOpaque = 255;

constexpr std::array kSizes{MediaSize::Thumb, MediaSize::Card, MediaSize::Full};

constexpr int kThumbSide_px = 256;

int longest_side_px(MediaSize size, PictureUse use) {
  if (use == PictureUse::Glance) return kThumbSide_px;
  switch (size) {
    case MediaSize::Thumb: return kThumbSide_px;
    case MediaSize::Card: return 768;
    case MediaSize::Full: break;
  }
  return use == PictureUse::Poster ? 3840 : 2160;
}

class Importer {
 public:
  Importer(std::span<const std::byte> bytes, const std::string& name, const ImportOptions& options)
      : bytes_(bytes), name_(name), options_(options) {}

  ImportedPicture import();

 private:
  struct Unref {
    void operator()(VipsImage* image) const { g_object_unref(image); }
  };
  using Image = std::unique_ptr<VipsImage, Unref>;

  [[noreturn]] void refuse(const Text& why, const Text& advice) const {
    fail({"图片“" + name_ + "”" + why.zh + "。" + advice.zh + "。", "The picture " + name_ + " " + why.en + ". " + advice.en + "."});
  }
  [[noreturn]] void refuse_damaged() const {
    vips_error_clear();
    refuse({"已损坏或不完整", "is damaged or cut off"}, {"请换用原图或重新导出", "Use the original or export it again"});
  }
  // Runs one libvips call, which answers 0 and sets the image when it works.
  template <typename Call>
  Image run(Call call) const {
    VipsImage* out = nullptr;
    if (call(&out) != 0) refuse_damaged();
    return Image(out);
  }

  void sniff();
  Image load(double svg_scale, int jpeg_shrink = 1) const;
  Image load_for_use(Image declared) const;
  void check_declared_size(const VipsImage* image) const;
  Image make_full(Image image) const;
  Image to_srgb(Image image) const;
  Image render_svg(int longest_px) const;
  Image drop_opaque_alpha(Image image) const;
  Image shrink(VipsImage* image, int longest_px) const;
  ImportedFile encode(VipsImage* image, MediaSize size) const;
  std::vector<std::byte> encode_jpeg(VipsImage* image) const;
  std::vector<std::byte> encode_png(VipsImage* image) const;

  std::span<const std::byte> bytes_;
  const std::string& name_;
  const ImportOptions& options_;
  PictureFormat format_ = PictureFormat::Jpeg;
  double svg_side_px_ = 0;
};

void Importer::sniff() {
  if (bytes_.empty()) refuse({"是空文件", "is an empty file"}, {"请换用原图", "Use the original"});
  const std::optional<PictureFormat> format = sniff_picture(bytes_);
  if (!format) {
    refuse({"不是可用的图片格式", "is not in a format that can be used"},
           {"请换成 JPEG、PNG、HEIC、WebP、TIFF 或 SVG", "Save it as JPEG, PNG, HEIC, WebP, TIFF or SVG"});
  }
  format_ = *format;
  if (format_ == PictureFormat::Png && !is_whole_png(bytes_)) refuse_damaged();
  if (format_ != PictureFormat::Svg) return;
  const std::string_view svg(reinterpret_cast<const char*>(bytes_.data()), bytes_.size());
  if (const std::optional<Text> fault = find_svg_fault(svg)) {
    refuse(*fault, {"请在绘图软件中导出为 PNG", "Export it from the drawing program as PNG"});
  }
}

// Only the loader of the format that was recognised; a decoder's warning is an error.
Importer::Image Importer::load(double svg_scale, int jpeg_shrink) const {
  // libvips takes the buffer as mutable and does not write to it.
  void* data = const_cast<std::byte*>(bytes_.data());
  const std::size_t size = bytes_.size();
  return run([&](VipsImage** out) {
    const auto load_with = [&](auto* loader) { return loader(data, size, out, "fail_on", VIPS_FAIL_ON_WARNING, nullptr); };
    switch (format_) {
      case PictureFormat::Jpeg: return vips_jpegload_buffer(data, size, out, "fail_on", VIPS_FAIL_ON_WARNING, "shrink", jpeg_shrink, nullptr);
      case PictureFormat::Png: return load_with(vips_pngload_buffer);
      case PictureFormat::WebP: return load_with(vips_webpload_buffer);
      case PictureFormat::Tiff: return load_with(vips_tiffload_buffer);
      case PictureFormat::Heif: return load_with(vips_heifload_buffer);
      case PictureFormat::Svg: break;
    }
    return vips_svgload_buffer(data, size, out, "fail_on", VIPS_FAIL_ON_WARNING, "scale", svg_scale, nullptr);
  });
}

void Importer::check_declared_size(const VipsImage* image) const {
  const std::int64_t width = vips_image_get_width(image);
  const std::int64_t height = vips_image_get_height(image);
  if (std::max(width, height) <= options_.limits.side_px && width * height <= options_.limits.pixels) return;
  const std::string size = std::to_string(width) + " × " + std::to_string(height);
  refuse({"有 " + size + " 像素，太大了", "has " + size + " pixels, which is too large"},
         {"请先缩小到每边 " + std::to_string(options_.limits.side_px) + " 像素、共 " +
              std::to_string(options_.limits.pixels / 1'000'000) + " 百万像素以内",
          "Reduce it to at most " + std::to_string(options_.limits.side_px) + " px a side and " +
              std::to_string(options_.limits.pixels / 1'000'000) + " million pixels"});
}

// 8 bits, red green blue and perhaps alpha. A broken colour profile is read as viewers read it: as if it were not there.
Importer::Image Importer::to_srgb(Image image) const {
  const bool is_cmyk = vips_image_get_interpretation(image.get()) == VIPS_INTERPRETATION_CMYK;
  if (is_cmyk || vips_image_get_typeof(image.get(), VIPS_META_ICC_NAME) != 0) {
    VipsImage* out = nullptr;
    if (vips_icc_transform(image.get(), &out, "srgb", "embedded", TRUE, "input_profile", is_cmyk ? "cmyk" : "srgb",
                           "depth", 8, nullptr) == 0) {
      image.reset(out);
    } else {
      vips_error_clear();
    }
  }
  image = run([&](VipsImage** out) { return vips_colourspace(image.get(), out, VIPS_INTERPRETATION_sRGB, nullptr); });
  image = run([&](VipsImage** out) { return vips_cast_uchar(image.get(), out, nullptr); });
  const int bands = vips_image_get_bands(image.get());
  if (bands < 3) refuse_damaged();
  if (bands > 4) image = run([&](VipsImage** out) { return vips_extract_band(image.get(), out, 0, "n", 4, nullptr); });
  return image;
}

Importer::Image Importer::shrink(VipsImage* image, int longest_px) const {
  Image small = run([&](VipsImage** out) {
    return vips_thumbnail_image(image, out, longest_px, "height", longest_px, "size", VIPS_SIZE_DOWN, "no_rotate", TRUE,
                                nullptr);
  });
  return run([&](VipsImage** out) { *out = vips_image_copy_memory(small.get()); return *out == nullptr ? -1 : 0; });
}

// An SVG's last row or column may be half covered where its size does not come out whole: it does not count, and goes.
Importer::Image Importer::drop_opaque_alpha(Image image) const {
  if (vips_image_get_bands(image.get()) != 4) return image;
  const int spare_px = format_ == PictureFormat::Svg ? 1 : 0;
  const int width = std::max(vips_image_get_width(image.get()) - spare_px, 1);
  const int height = std::max(vips_image_get_height(image.get()) - spare_px, 1);
  const auto lowest_alpha = [&](int columns, int rows) {
    const Image alpha = run([&](VipsImage** out) { return vips_extract_band(image.get(), out, 3, nullptr); });
    const Image part = run([&](VipsImage** out) { return vips_crop(alpha.get(), out, 0, 0, columns, rows, nullptr); });
    double lowest = 0;
    if (vips_min(part.get(), &lowest, nullptr) != 0) refuse_damaged();
    return lowest;
  };
  if (lowest_alpha(width, height) < kOpaque) return image;
  const bool is_whole = lowest_alpha(vips_image_get_width(image.get()), vips_image_get_height(image.get())) >= kOpaque;
  if (!is_whole) {
    image = run([&](VipsImage** out) { return vips_crop(image.get(), out, 0, 0, width, height, nullptr); });
  }
  return run([&](VipsImage** out) { return vips_extract_band(image.get(), out, 0, "n", 3, nullptr); });
}

Importer::Image Importer::render_svg(int longest_px) const {
  // A hair less than the exact scale, so that rounding never makes it one pixel longer.
  Image image = to_srgb(load((longest_px - 0.01) / svg_side_px_));
  return drop_opaque_alpha(shrink(image.get(), longest_px));
}

Importer::Image Importer::make_full(Image image) const {
  const int longest_px = longest_side_px(MediaSize::Full, options_.use);
  if (format_ == PictureFormat::Svg) return render_svg(longest_px);
  image = run([&](VipsImage** out) { return vips_autorot(image.get(), out, nullptr); });
  return drop_opaque_alpha(shrink(to_srgb(std::move(image)).get(), longest_px));
}

std::vector<std::byte> take_buffer(void* data, std::size_t size) {
  const std::byte* begin = static_cast<const std::byte*>(data);
  std::vector<std::byte> bytes(begin, begin + size);
  g_free(data);
  return bytes;
}

std::vector<std::byte> Importer::encode_jpeg(VipsImage* image) const {
  const bool is_drawing = format_ == PictureFormat::Svg;
  void* data = nullptr;
  std::size_t size = 0;
  if (vips_jpegsave_buffer(image, &data, &size, "Q", is_drawing ? kDrawingQuality : kPhotoQuality, "strip", TRUE,
                           "optimize_coding", TRUE, "interlace", FALSE, "subsample_mode",
                           is_drawing ? VIPS_FOREIGN_SUBSAMPLE_OFF : VIPS_FOREIGN_SUBSAMPLE_ON, nullptr) != 0) {
    refuse_damaged();
  }
  return take_buffer(data, size);
}

std::vector<std::byte> Importer::encode_png(VipsImage* image) const {
  void* data = nullptr;
  std::size_t size = 0;
  if (vips_pngsave_buffer(image, &data, &size, "strip", TRUE, "interlace", FALSE, "bitdepth", 8, "compression",
                          kPngCompression, "filter", VIPS_FOREIGN_PNG_FILTER_ALL, nullptr) != 0) {
    refuse_damaged();
  }
  return take_buffer(data, size);
}

// See-through pictures and drawings are PNG, photographs JPEG.
ImportedFile Importer::encode(VipsImage* image, MediaSize size) const {
  const bool has_alpha = vips_image_get_bands(image) == 4;
  ImportedFile result;
  result.file.size = size;
  result.file.width = vips_image_get_width(image);
  result.file.height = vips_image_get_height(image);
  result.file.format = "png";
  if (has_alpha || format_ == PictureFormat::Svg) result.bytes = encode_png(image);
  if (!has_alpha && (result.bytes.empty() || result.bytes.size() > kDrawingPngBytes[static_cast<std::size_t>(size)])) {
    std::vector<std::byte> jpeg = encode_jpeg(image);
    if (result.bytes.empty() || jpeg.size() < result.bytes.size()) {
      result.bytes = std::move(jpeg);
      result.file.format = "jpeg";
    }
  }
  result.file.sha256 = sha256_hex(result.bytes);
  return result;
}

// For a glance a JPEG is decoded at a half, a quarter or an eighth: a phone's photograph in a tenth of the time.
Importer::Image Importer::load_for_use(Image declared) const {
  if (options_.use != PictureUse::Glance || format_ != PictureFormat::Jpeg) return declared;
  const int longest_px = std::max(vips_image_get_width(declared.get()), vips_image_get_height(declared.get()));
  int shrink = 8;
  while (shrink > 1 && longest_px / shrink < kThumbSide_px) shrink /= 2;
  return shrink == 1 ? std::move(declared) : load(1.0, shrink);
}

ImportedPicture Importer::import() {
  sniff();
  Image declared = load(1.0);
  check_declared_size(declared.get());
  svg_side_px_ = std::max(vips_image_get_width(declared.get()), vips_image_get_height(declared.get()));
  const Image full = make_full(load_for_use(std::move(declared)));
  ImportedPicture picture;
  if (options_.use == PictureUse::Glance) {
    picture.files.push_back(encode(full.get(), MediaSize::Thumb));
    return picture;
  }
  for (const MediaSize size : kSizes) {
    const int longest_px = longest_side_px(size, options_.use);
    if (size == MediaSize::Full) {
      picture.files.push_back(encode(full.get(), size));
    } else {
      const Image image = format_ == PictureFormat::Svg ? render_svg(longest_px) : shrink(full.get(), longest_px);
      picture.files.push_back(encode(image.get(), size));
    }
  }
  return picture;
}

}  // namespace

ImportedPicture import_picture(std::span<const std::byte> bytes, const std::string& name, const ImportOptions& options) {
  // Decoded pixels stay in memory: the child may write no file.
  g_setenv("VIPS_DISC_THRESHOLD", "4g", TRUE);
  if (VIPS_INIT("content_import") != 0) {
    fail({"图片程序库 libvips 无法启动。请重新安装 libvips42。", "The picture library libvips does not start. Reinstall libvips42."});
  }
  vips_cache_set_max(0);
  return Importer(bytes, name, options).import();
}

}  // namespace content
