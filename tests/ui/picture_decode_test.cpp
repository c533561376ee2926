#include "kiosk/ui/picture_decode.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "tests/support/temporary_folder.h"
#include "tests/ui/picture_files.h"

TEST_CASE("PNG and JPEG files decode to the size that is wanted") {
  const tests::TemporaryFolder folder;
  for (const auto& source : {tests::png_file(folder / "a.png", 64, 32), tests::jpeg_file(folder / "a.jpg", 64, 32)}) {
    CAPTURE(source.file.string());
    const auto whole = ui::decode_picture(source, {640, 320});
    REQUIRE(whole.fault.empty());
    CHECK(whole.full_size);
    CHECK(whole.pixels.width == 64);
    const auto small = ui::decode_picture(source, {20, 10});
    CHECK_FALSE(small.full_size);
    CHECK(small.pixels.width == 20);
    CHECK(small.pixels.height == 10);
    CHECK(small.pixels.rgba[0] > 240);   // red at the left
    CHECK(small.pixels.rgba[19 * 4 + 2] > 240);
  }
}

TEST_CASE("scaling down averages areas, colours weighted by their alpha") {
  const ui::Pixels row{4, 1, {255, 0, 0, 255, 0, 0, 255, 255, 10, 20, 30, 255, 200, 200, 200, 0}};
  const ui::Pixels half = ui::scale_down(row, {2, 1});
  CHECK(half.rgba[0] == 128);
  CHECK(half.rgba[2] == 128);
  CHECK(half.rgba[3] == 255);
  CHECK(half.rgba[4] == 10);   // the clear pixel's grey does not show
  CHECK(half.rgba[7] == 128);
}

TEST_CASE("a file that is not what the release promised gives a sentence and no pixels") {
  const tests::TemporaryFolder folder;
  const auto png = tests::png_file(folder / "good.png", 40, 30);
  const auto jpeg = tests::jpeg_file(folder / "good.jpg", 40, 30);
  const std::string png_bytes = tests::bytes_of(png.file);
  const std::string jpeg_bytes = tests::bytes_of(jpeg.file);
  struct Row {
    const char* what;
    std::string bytes;
  };
  std::string broken = png_bytes;
  std::fill(broken.begin() + 60, broken.end() - 20, 'x');
  for (const Row& row : {Row{"empty", ""}, Row{"text", "Hello, this is no picture."}, Row{"cut PNG", png_bytes.substr(0, png_bytes.size() / 2)},
                         Row{"PNG without its last byte", png_bytes.substr(0, png_bytes.size() - 1)},
                         Row{"cut JPEG", jpeg_bytes.substr(0, jpeg_bytes.size() - 40)}, Row{"broken PNG", broken}, Row{"GIF", "GIF89a          "}}) {
    CAPTURE(row.what);
    tests::write_bytes(folder / "bad", row.bytes);
    const auto result = ui::decode_picture({.key = "k", .file = folder / "bad", .width = 40, .height = 30}, {40, 30});
    CHECK(result.pixels.rgba.empty());
    CHECK(result.fault.find("bad") != std::string::npos);
  }
  CHECK_FALSE(ui::decode_picture({.key = "k", .file = folder / "missing", .width = 4, .height = 3}, {4, 3}).fault.empty());
  CHECK_FALSE(ui::decode_picture({.key = "k", .file = folder.path(), .width = 4, .height = 3}, {4, 3}).fault.empty());
  auto other_size = png;
  other_size.width = 41;
  CHECK(ui::decode_picture(other_size, {40, 30}).fault.find("40 × 30") != std::string::npos);
}

TEST_CASE("a picture too large for a kiosk is refused by what its header says") {
  const tests::TemporaryFolder folder;
  const auto source = tests::png_file(folder / "large.png", 200, 100);
  ui::DecodeLimits limits;
  limits.pixels = 200 * 100 - 1;
  CHECK_FALSE(ui::decode_picture(source, {200, 100}, limits).fault.empty());
  limits = {};
  limits.file_bytes = 10;
  CHECK_FALSE(ui::decode_picture(source, {200, 100}, limits).fault.empty());
  limits = {};
  limits.side = 50;
  CHECK(ui::decode_picture(source, {200, 100}, limits).pixels.width == 50);
}
