#include "content/media_import.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <fstream>
#include <string>
#include <vector>

#define STB_IMAGE_IMPLEMENTATION
#define STBI_FAILURE_USERMSG
#include <stb_image.h>
#define STB_IMAGE_WRITE_IMPLEMENTATION
#include <stb_image_write.h>

#include "content/error.h"
#include "content/media_confine.h"
#include "content/media_sniff.h"
#include "content/sha256.h"
#include "release_test_data.h"
#include "tests/support/temporary_folder.h"

namespace fs = std::filesystem;
using namespace content;
using tests::TemporaryFolder;

namespace {

const fs::path kPictures = fs::path(SHUANGYONG_TEST_DATA) / "pictures";

struct Pixels {
  int width = 0;
  int height = 0;
  int channels = 0;
  std::vector<unsigned char> bytes;

  std::array<int, 3> at(int x, int y) const {
    const std::size_t place = static_cast<std::size_t>((y * width + x) * channels);
    return {bytes[place], bytes[place + 1], bytes[place + 2]};
  }
};

// As the kiosk reads it.
Pixels decode(const ImportedFile& file) {
  Pixels pixels;
  const auto* data = reinterpret_cast<const stbi_uc*>(file.bytes.data());
  stbi_uc* decoded = stbi_load_from_memory(data, static_cast<int>(file.bytes.size()), &pixels.width, &pixels.height, &pixels.channels, 0);
  REQUIRE(decoded != nullptr);
  pixels.bytes.assign(decoded, decoded + pixels.width * pixels.height * pixels.channels);
  stbi_image_free(decoded);
  return pixels;
}

bool is_near(const std::array<int, 3>& a, const std::array<int, 3>& b, int tolerance) {
  return std::abs(a[0] - b[0]) <= tolerance && std::abs(a[1] - b[1]) <= tolerance && std::abs(a[2] - b[2]) <= tolerance;
}

void collect(void* text, void* data, int size) { static_cast<std::string*>(text)->append(static_cast<char*>(data), static_cast<std::size_t>(size)); }

// Left half red, right half blue.
std::string red_blue(int width, int height, int channels, bool is_jpeg, int alpha = 255) {
  std::vector<unsigned char> pixels;
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      const bool is_left = x < width / 2;
      for (const int value : {is_left ? 200 : 20, is_left ? 30 : 40, is_left ? 20 : 200}) pixels.push_back(static_cast<unsigned char>(value));
      if (channels == 4) pixels.push_back(static_cast<unsigned char>(alpha));
    }
  }
  std::string file;
  if (is_jpeg) {
    stbi_write_jpg_to_func(collect, &file, width, height, channels, pixels.data(), 95);
  } else {
    stbi_write_png_to_func(collect, &file, width, height, channels, pixels.data(), width * channels);
  }
  return file;
}

std::string segment(char marker, const std::string& payload) {
  const std::size_t length = payload.size() + 2;
  return std::string("\xFF") + marker + static_cast<char>(length >> 8U) + static_cast<char>(length & 255U) + payload;
}

// What a phone adds: turned sideways (orientation 6), a place (GPS), an XMP packet, a comment.
std::string with_metadata(const std::string& jpeg) {
  const std::string tiff("MM\0*\0\0\0\x08\0\x02"
                         "\x01\x12\0\x03\0\0\0\x01\0\x06\0\0"    // orientation
                         "\x88\x25\0\x04\0\0\0\x01\0\0\0\x26"    // GPS folder at 38
                         "\0\0\0\0"
                         "\0\x01\0\x01\0\x02\0\0\0\x02N\0\0\0\0\0\0\0", 56);
  const std::string exif = std::string("Exif\0\0", 6) + tiff;
  const std::string xmp = std::string("http://ns.adobe.com/xap/1.0/\0", 29) + "<x:xmpmeta>GPSLatitude 30.5</x:xmpmeta>";
  return jpeg.substr(0, 2) + segment('\xE1', exif) + segment('\xE1', xmp) + segment('\xFE', "secret comment") + jpeg.substr(2);
}

bool contains(const ImportedFile& file, std::string_view part) {
  return std::string_view(reinterpret_cast<const char*>(file.bytes.data()), file.bytes.size()).find(part) != std::string_view::npos;
}

constexpr const char* kSvg =
    R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect width="20" height="20" fill="#c81e14"/>)"
    R"(<rect x="20" width="20" height="20" fill="#1428c8"/></svg>)";

ImportedPicture import_text(const std::string& bytes, const ImportOptions& options = {}) {
  const TemporaryFolder folder;
  tests::spill(folder.path() / "picture", bytes);
  return import_picture_isolated(folder.path() / "picture", options);
}

}  // namespace

TEST_CASE("every format comes in as sRGB in three sizes that the kiosk can decode") {
  const TemporaryFolder folder;
  tests::spill(folder.path() / "two.png", red_blue(96, 32, 3, false));
  tests::spill(folder.path() / "two.jpg", red_blue(96, 32, 3, true));
  tests::spill(folder.path() / "two-opaque.png", red_blue(96, 32, 4, false));
  for (const fs::path& file : {folder.path() / "two.png", folder.path() / "two.jpg", folder.path() / "two-opaque.png", kPictures / "two.heic",
                               kPictures / "two.webp", kPictures / "two16.tiff", kPictures / "two-p3.png", kPictures / "two-cmyk.jpg"}) {
    CAPTURE(file.filename().string());
    const ImportedPicture picture = import_picture_isolated(file);
    REQUIRE(picture.files.size() == 3);
    for (const ImportedFile& size : picture.files) {
      const Pixels pixels = decode(size);
      CHECK(size.file.format == "jpeg");
      CHECK(pixels.width == 96);  // never enlarged
      CHECK(pixels.height == 32);
      CHECK(size.file.width == 96);
      const int tolerance = file.filename() == "two-cmyk.jpg" ? 60 : 14;  // its inks have no such blue
      CHECK(is_near(pixels.at(20, 16), {200, 30, 20}, tolerance));
      CHECK(is_near(pixels.at(76, 16), {20, 40, 200}, tolerance));
    }
  }
}

TEST_CASE("a large photograph is made smaller, its sides in proportion") {
  const ImportedPicture picture = import_text(red_blue(2400, 1200, 3, true));
  CHECK(picture.files[0].file.width == 256);
  CHECK(picture.files[0].file.height == 128);
  CHECK(picture.files[1].file.width == 768);
  CHECK(picture.files[2].file.width == 2160);
  CHECK(picture.files[2].file.height == 1080);
  CHECK(import_text(red_blue(2400, 1200, 3, true), {.use = PictureUse::Poster}).files[2].file.width == 2400);
}

TEST_CASE("a photograph taken sideways stands upright, and nothing says where it was taken") {
  const std::string phone = with_metadata(red_blue(96, 32, 3, true));
  const ImportedPicture picture = import_text(phone);
  const Pixels pixels = decode(picture.files[2]);
  CHECK(pixels.width == 32);
  CHECK(pixels.height == 96);
  CHECK(is_near(pixels.at(16, 20), {200, 30, 20}, 14));
  for (const ImportedFile& file : picture.files) {
    for (const char* part : {"Exif", "GPS", "xmpmeta", "ICC_PROFILE", "secret", "Photoshop"}) CHECK_FALSE(contains(file, part));
    CHECK_FALSE(contains(file, "\xFF\xE1"));
    CHECK_FALSE(contains(file, "\xFF\xC2"));  // not progressive
  }
}

TEST_CASE("a see-through picture stays see-through, as PNG without extra chunks") {
  const ImportedPicture picture = import_text(red_blue(96, 32, 4, false, 120));
  for (const ImportedFile& file : picture.files) {
    CHECK(file.file.format == "png");
    const Pixels pixels = decode(file);
    CHECK(pixels.channels == 4);
    CHECK(pixels.bytes[3] == 120);
    CHECK(is_near(pixels.at(20, 16), {200, 30, 20}, 3));
    for (const char* chunk : {"eXIf", "iCCP", "iTXt", "tEXt", "zTXt", "tIME"}) CHECK_FALSE(contains(file, chunk));
  }
}

TEST_CASE("a drawing is rendered sharp at each size") {
  const ImportedPicture picture = import_text(kSvg);
  const std::array<int, 3> widths{256, 768, 2160};
  for (std::size_t i = 0; i < widths.size(); ++i) {
    const Pixels pixels = decode(picture.files[i]);
    CHECK(picture.files[i].file.format == "png");
    CHECK(pixels.width == widths[i]);
    CHECK(pixels.height == widths[i] / 2);
    CHECK(pixels.channels == 3);
    CHECK(is_near(pixels.at(pixels.width / 2 - 1, 5), {200, 30, 20}, 1));
    CHECK(is_near(pixels.at(pixels.width / 2, 5), {20, 40, 200}, 1));
  }
  CHECK(import_text(kSvg, {.use = PictureUse::Poster}).files[2].file.width == 3840);
}

TEST_CASE("the same file always gives the same bytes") {
  for (const std::string& bytes : {std::string(kSvg), red_blue(300, 200, 3, true)}) {
    const ImportedPicture first = import_text(bytes);
    const ImportedPicture second = import_text(bytes);
    for (std::size_t i = 0; i < first.files.size(); ++i) CHECK(first.files[i].file.sha256 == second.files[i].file.sha256);
  }
}

TEST_CASE("what is not a whole, harmless picture is refused with a sentence") {
  const std::string png = red_blue(96, 32, 3, false);
  const std::string jpeg = red_blue(96, 32, 3, true);
  const TemporaryFolder folder;
  std::string bytes;
  SUBCASE("an empty file") {}
  SUBCASE("a text file") { bytes = "Dear all, the picture is attached.\n"; }
  SUBCASE("a GIF") { bytes = "GIF89a\x01\0\x01\0"; }
  SUBCASE("a PDF") { bytes = "%PDF-1.4\n"; }
  SUBCASE("a PNG's head alone") { bytes = png.substr(0, 8); }
  SUBCASE("a PNG cut off") { bytes = png.substr(0, png.size() / 2); }
  SUBCASE("a JPEG cut off") { bytes = jpeg.substr(0, jpeg.size() / 2); }
  SUBCASE("a JPEG's head before text") { bytes = "\xFF\xD8\xFF and so on"; }
  SUBCASE("a PNG with a wrong check sum") {
    bytes = png;
    bytes[png.size() / 2] = static_cast<char>(bytes[png.size() / 2] ^ 1);
  }
  SUBCASE("a PNG that declares 30,000 × 30,000 pixels") {
    bytes = png;
    bytes.replace(16, 8, std::string("\0\0\x75\x30\0\0\x75\x30", 8));
  }
  SUBCASE("an SVG that declares 1,000,000 pixels a side") {
    bytes = R"(<svg xmlns="http://www.w3.org/2000/svg" width="1000000" height="1000000"/>)";
  }
  SUBCASE("an SVG cut off") { bytes = std::string(kSvg).substr(0, 150); }
  CHECK_THROWS_AS(import_text(bytes), Error);
}

TEST_CASE("a folder, a missing file and a file that is too large are refused before they are read") {
  const TemporaryFolder folder;
  CHECK_THROWS_AS(import_picture_isolated(folder.path()), Error);
  CHECK_THROWS_AS(import_picture_isolated(folder.path() / "none.png"), Error);
  tests::spill(folder.path() / "large.png", red_blue(96, 32, 3, false));
  fs::resize_file(folder.path() / "large.png", 80'000'001);
  CHECK_THROWS_AS(import_picture_isolated(folder.path() / "large.png"), Error);
}

TEST_CASE("an SVG keeps to itself or stays out") {
  const std::string begin = R"(<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">)";
  const auto is_refused = [&](const std::string& inside) { return find_svg_fault(begin + inside + "</svg>").has_value(); };
  CHECK_FALSE(is_refused(R"x(<defs><linearGradient id="a"/></defs><rect fill="url(#a)"/><use href="#b"/><use xlink:href = '#c'/>)x"));
  CHECK_FALSE(is_refused(R"x(<style>.a { fill: url( "#a" ); }</style>)x"));
  CHECK(is_refused(R"x(<script>alert(1)</script>)x"));
  CHECK(is_refused(R"x(<SCRIPT/>)x"));
  CHECK(is_refused(R"x(<use href="other.svg#a"/>)x"));
  CHECK(is_refused(R"x(<use xlink:href="file:///etc/passwd"/>)x"));
  CHECK(is_refused(R"x(<use href="&#104;ttp://example.org/"/>)x"));
  CHECK(is_refused(R"x(<image href="data:image/png;base64,AAAA"/>)x"));
  CHECK(is_refused(R"x(<rect fill="url(http://example.org/a)"/>)x"));
  CHECK(is_refused(R"x(<style>@import "a.css";</style>)x"));
  CHECK(is_refused(R"x(<foreignObject/>)x"));
  CHECK(find_svg_fault(R"(<!DOCTYPE svg [<!ENTITY a "b">]><svg/>)").has_value());
  CHECK(find_svg_fault(R"(<?xml-stylesheet href="#a"?><svg/>)").has_value());
  CHECK(find_svg_fault(R"(<?xml version="1.0" encoding="UTF-16"?><svg/>)").has_value());
  CHECK_FALSE(find_svg_fault(R"(<?xml version="1.0" encoding="UTF-8"?><svg/>)").has_value());
}

TEST_CASE("a decoder that a file took over reaches no network, starts no program and writes no file") {
  const TemporaryFolder folder;
  const pid_t child = ::fork();
  if (child == 0) {
    confine_decoder({});
    const bool no_socket = ::socket(AF_INET, SOCK_STREAM, 0) < 0 && errno == EPERM && ::socket(AF_UNIX, SOCK_STREAM, 0) < 0;
    char* const arguments[] = {nullptr};
    const bool no_program = ::execve("/bin/true", arguments, arguments) < 0 && errno == EPERM;
    const bool no_signal = ::kill(::getppid(), 0) < 0 && errno == EPERM;
    const int file = ::open((folder.path() / "file").c_str(), O_WRONLY | O_CREAT, 0600);
    const bool no_write = file < 0 || ::write(file, "x", 1) < 0;
    ::_exit(no_socket && no_program && no_signal && no_write ? 0 : 1);
  }
  int status = -1;
  ::waitpid(child, &status, 0);
  CHECK(WIFEXITED(status));
  CHECK(WEXITSTATUS(status) == 0);
}

TEST_CASE("a picture that takes too long is given up") {
  CHECK_THROWS_AS(import_text(red_blue(96, 32, 3, true), {.limits = {.time = std::chrono::seconds(0)}}), Error);
}

TEST_CASE("imported pictures are kept by their hash beside the office database") {
  const TemporaryFolder folder;
  const MediaStore store(folder.path() / "office.db");
  const ImportedPicture picture = import_text(red_blue(300, 200, 3, true));
  const std::vector<MediaFile> files = store.keep(picture);
  REQUIRE(files.size() == 3);
  for (const MediaFile& file : files) {
    CHECK(store.blobs().path(file.sha256) == folder.path() / "media" / file.sha256.substr(0, 2) / file.sha256);
    CHECK(sha256_file(store.blobs().path(file.sha256)) == file.sha256);
  }
  CHECK(store.keep(picture).size() == 3);
  // Spoilt on the disk: bringing the same picture in once more, as one is told to, makes it whole.
  const auto spoilt = store.blobs().path(files.back().sha256);
  std::ofstream(spoilt, std::ios::trunc) << "x";
  store.keep(picture);
  CHECK(sha256_file(spoilt) == files.back().sha256);
}
