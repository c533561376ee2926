#include "kiosk/ui/picture_store.h"

#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <string>
#include <thread>
#include <vector>

#include "kiosk/ui/null_backend.h"
#include "tests/support/temporary_folder.h"
#include "tests/ui/picture_files.h"

namespace {

using ui::PictureSource;
using ui::PixelSize;

constexpr auto kPatience = std::chrono::seconds(20);

class Screen {
 public:
  explicit Screen(const ui::PictureLimits& limits = {}) : store_(backend_, limits, [this] { ++woken_; }) {}

  // Draws the pictures in one frame; how many of them had pixels.
  int draw(const std::vector<PictureSource>& sources, PixelSize want) {
    int ready = 0;
    store_.begin_frame();
    for (const PictureSource& source : sources) {
      ready += store_.use(source, want) ? 1 : 0;
    }
    store_.end_frame();
    return ready;
  }
  // Frames until nothing more is on its way.
  int draw_until_done(const std::vector<PictureSource>& sources, PixelSize want) {
    const auto give_up = std::chrono::steady_clock::now() + kPatience;
    int ready = draw(sources, want);
    while (store_.pending() && std::chrono::steady_clock::now() < give_up) {
      std::this_thread::yield();
      ready = draw(sources, want);
    }
    return ready;
  }

  ui::NullBackend& backend() { return backend_; }
  ui::PictureStore& store() { return store_; }
  int woken() const { return woken_; }

 private:
  std::atomic<int> woken_ = 0;
  ui::NullBackend backend_;
  ui::PictureStore store_;
};

ui::PictureLimits bytes_limit(std::int64_t bytes) {
  ui::PictureLimits limits;
  limits.texture_bytes = bytes;
  return limits;
}

}  // namespace

TEST_CASE("a picture arrives a few frames after it was asked for, and wakes the screen") {
  const tests::TemporaryFolder folder;
  const auto source = tests::png_file(folder / "a.png", 40, 20);
  Screen screen;
  CHECK(screen.draw({source}, {40, 20}) == 0);
  CHECK(screen.store().pending());
  CHECK(screen.draw_until_done({source}, {40, 20}) == 1);
  CHECK(screen.woken() == 1);
  CHECK(screen.store().counters().decodes == 1);
  CHECK(screen.store().counters().bytes == 40 * 20 * 4);
  CHECK(screen.backend().live_textures() == 1);
  screen.draw({source}, {40, 20});
  CHECK(screen.store().counters().decodes == 1);
}

TEST_CASE("five hundred pictures never take more memory than the limit") {
  const tests::TemporaryFolder folder;
  auto source = tests::png_file(folder / "a.png", 50, 50);
  constexpr std::int64_t kLimit = 20 * 50 * 50 * 4;
  Screen screen(bytes_limit(kLimit));
  for (int page = 0; page < 50; ++page) {
    std::vector<PictureSource> pictures;
    for (int i = 0; i < 10; ++i) {
      source.key = "picture " + std::to_string(page * 10 + i);
      pictures.push_back(source);
    }
    CHECK(screen.draw_until_done(pictures, {50, 50}) == 10);
    CHECK(screen.store().counters().bytes <= kLimit);
    CHECK(screen.backend().texture_bytes() <= kLimit);
  }
  CHECK(screen.store().counters().decodes == 500);
  CHECK(screen.store().counters().evictions == 480);
}

TEST_CASE("what the screen shows is never thrown out, and more than fits waits as placeholders") {
  const tests::TemporaryFolder folder;
  auto source = tests::png_file(folder / "a.png", 50, 50);
  Screen screen(bytes_limit(5 * 50 * 50 * 4));
  std::vector<PictureSource> pictures;
  for (int i = 0; i < 8; ++i) {
    source.key = "picture " + std::to_string(i);
    pictures.push_back(source);
  }
  CHECK(screen.draw_until_done(pictures, {50, 50}) == 5);
  const auto decodes = screen.store().counters().decodes;
  for (int i = 0; i < 20; ++i) {
    CHECK(screen.draw(pictures, {50, 50}) == 5);
  }
  CHECK(screen.store().counters().decodes == decodes);   // nothing is loaded again and again
  CHECK(screen.store().counters().evictions == 0);
  // Others leave the screen: those that waited get their turn.
  const std::vector<PictureSource> last(pictures.begin() + 4, pictures.end());
  screen.draw(last, {50, 50});
  screen.draw(last, {50, 50});
  CHECK(screen.draw_until_done(last, {50, 50}) == 4);
}

TEST_CASE("a picture that cannot be read stays a placeholder and is tried once") {
  const tests::TemporaryFolder folder;
  tests::write_bytes(folder / "broken.jpg", "no picture");
  const PictureSource broken{.key = "broken", .file = folder / "broken.jpg", .width = 10, .height = 10};
  const PictureSource missing{.key = "missing", .file = folder / "missing.png", .width = 10, .height = 10};
  Screen screen;
  CHECK(screen.draw_until_done({broken, missing}, {10, 10}) == 0);
  CHECK(screen.draw_until_done({broken, missing}, {10, 10}) == 0);
  CHECK_FALSE(screen.store().pending());
  CHECK(screen.store().counters().failures == 2);
  CHECK(screen.backend().live_textures() == 0);
}

TEST_CASE("a picture whose file was put right appears after failures are forgotten") {
  const tests::TemporaryFolder folder;
  tests::write_bytes(folder / "p.png", "no picture");
  const PictureSource picture{.key = "p", .file = folder / "p.png", .width = 10, .height = 10};
  Screen screen;
  CHECK(screen.draw_until_done({picture}, {10, 10}) == 0);
  tests::png_file(folder / "p.png", 10, 10);
  CHECK(screen.draw_until_done({picture}, {10, 10}) == 0);
  screen.store().forget_failures();
  CHECK(screen.draw_until_done({picture}, {10, 10}) == 1);
}

TEST_CASE("a card's picture is small, and a poster of the same file is loaded large") {
  const tests::TemporaryFolder folder;
  const auto source = tests::png_file(folder / "a.png", 400, 200);
  Screen screen;
  CHECK(screen.draw_until_done({source}, {40, 20}) == 1);
  CHECK(screen.store().counters().bytes == 40 * 20 * 4);
  CHECK(screen.draw({source}, {300, 150}) == 1);   // the small one stands in
  CHECK(screen.store().pending());
  screen.draw_until_done({source}, {300, 150});
  CHECK(screen.store().counters().bytes == (40 * 20 + 300 * 150) * 4);
}

TEST_CASE("a frame uploads no more than its budget, but always one") {
  const tests::TemporaryFolder folder;
  auto source = tests::png_file(folder / "a.png", 50, 50);
  ui::PictureLimits limits;
  limits.upload_bytes_per_frame = 1;
  Screen screen(limits);
  std::vector<PictureSource> pictures;
  for (const char* key : {"a", "b", "c"}) {
    source.key = key;
    pictures.push_back(source);
  }
  screen.draw(pictures, {50, 50});
  const auto give_up = std::chrono::steady_clock::now() + kPatience;
  while (screen.woken() < 3 && std::chrono::steady_clock::now() < give_up) std::this_thread::yield();
  CHECK(screen.draw(pictures, {50, 50}) == 1);
  CHECK(screen.store().has_news());
  CHECK(screen.draw(pictures, {50, 50}) == 2);
  CHECK(screen.draw(pictures, {50, 50}) == 3);
  CHECK_FALSE(screen.store().has_news());
}

TEST_CASE("a prefetched picture is there when its page comes") {
  const tests::TemporaryFolder folder;
  const auto source = tests::png_file(folder / "a.png", 40, 20);
  Screen screen;
  screen.store().begin_frame();
  screen.store().prefetch(source, {40, 20});
  screen.store().end_frame();
  CHECK_FALSE(screen.store().pending());
  const auto give_up = std::chrono::steady_clock::now() + kPatience;
  while (!screen.store().has_news() && std::chrono::steady_clock::now() < give_up) std::this_thread::yield();
  CHECK(screen.draw({source}, {40, 20}) == 1);
}

TEST_CASE("closing the store in the middle of work waits for nothing but the running decodes") {
  const tests::TemporaryFolder folder;
  auto source = tests::png_file(folder / "a.png", 300, 300);
  ui::NullBackend backend;
  {
    ui::PictureStore store(backend, ui::PictureLimits{}, {});
    store.begin_frame();
    for (int i = 0; i < 200; ++i) {
      source.key = std::to_string(i);
      store.use(source, {300, 300});
    }
    store.end_frame();
  }
  CHECK(backend.live_textures() == 0);
}
