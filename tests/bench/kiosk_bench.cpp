// kiosk_bench OUTBOX STATE: frame times while the merchant list is dragged and its pages turn and a map of 500 pins is
// dragged, and memory after every picture
// of the release was on screen. 1920 × 1080, in a hidden window; prints, never fails on a figure.
#include <malloc.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "kiosk/kiosk.h"
#include "kiosk/release_watcher.h"
#include "kiosk/ui/item_log.h"
#include "kiosk/ui/picture_store.h"
#include "tests/bench/scripted_backend.h"

namespace {

using namespace std::chrono;

constexpr content::LocalMinute kMinute{local_days(year(2026) / 7 / 30).time_since_epoch() + hours(10) + minutes(26)};

double percentile(std::vector<double> values, double share) {
  if (values.empty()) return 0;
  std::ranges::sort(values);
  return values[std::min(values.size() - 1, static_cast<std::size_t>(share * static_cast<double>(values.size())))];
}

long kilobytes(const char* name) {
  std::ifstream in("/proc/self/smaps_rollup");
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with(name)) return std::strtol(line.c_str() + std::string(name).size(), nullptr, 10);
  }
  return 0;
}

class Bench {
 public:
  Bench(const std::filesystem::path& state, std::shared_ptr<const content::Catalog> catalog)
      : backend_({1920, 1080}), session_({}, backend_), kiosk_(session_, {.place = {}, .standing = {}, .idle = {}, .state = state}), catalog_(catalog) {
    std::printf("drawing with %s\n", backend_.renderer().c_str());
    kiosk_.show(std::move(catalog));
    frame();
  }

  double frame() {
    const auto begin = steady_clock::now();
    kiosk_.frame(kMinute);
    return duration<double, std::milli>(steady_clock::now() - begin).count();
  }

  void settle() {
    for (int i = 0; i < 400; ++i) {
      frame();
      if (i > 4 && !session_.pictures().pending()) return;
      backend_.wait_events(milliseconds(2));
    }
  }

  // Drags the list to the left and back, past the middle: a page turns each time.
  void drag_merchant_list() {
    open(kiosk::ScreenKind::Street, catalog_->streets.front().id);
    std::vector<double> times;
    for (int round = 0; round < 12; ++round) {
      const float direction = round % 4 < 2 ? -1.0F : 1.0F;
      backend_.touch_down({480, 500});
      times.push_back(frame());
      for (int step = 1; step <= 24; ++step) {
        backend_.touch_move({480 + direction * 14 * static_cast<float>(step), 500});
        times.push_back(frame());
      }
      backend_.touch_up();
      for (int step = 0; step < 24; ++step) times.push_back(frame());
    }
    std::printf("merchant list, dragging and turning pages, %zu frames: p50 %.1f ms, p99 %.1f ms\n", times.size(),
                percentile(times, 0.5), percentile(times, 0.99));
  }

  // The street's map with 500 shops on it: dragged at each zoom, and zoomed.
  void drag_map_of_500_pins() {
    auto crowded = std::make_shared<content::Catalog>(*catalog_);
    const content::Merchant model = crowded->merchants.front();
    crowded->merchants.clear();
    for (std::size_t i = 0; i < 500; ++i) {
      content::Merchant shop = model;
      shop.id = content::RecordId::make();
      shop.name = std::to_string(i + 1);
      shop.map_x = static_cast<float>(i * 37 % 100) / 100;
      shop.map_y = 0.2F + 0.6F * static_cast<float>(i * 53 % 71) / 71;
      crowded->merchants.push_back(std::move(shop));
    }
    crowded->build_lookup();
    kiosk_.show(crowded);
    open(kiosk::ScreenKind::Street, model.street);
    std::vector<double> drags;
    std::vector<double> zooms;
    for (int zoom = 0; zoom < 4; ++zoom) {
      for (int round = 0; round < 4; ++round) drag_map(round % 2 == 0 ? -1.0F : 1.0F, drags);
      // The map's + in landscape.
      backend_.touch_down({1800, 584});
      zooms.push_back(frame());
      backend_.touch_up();
      for (int step = 0; step < 4; ++step) zooms.push_back(frame());
    }
    std::printf("map of 500 pins, dragging, %zu frames: p50 %.1f ms, p99 %.1f ms; zooming, %zu frames: p99 %.1f ms\n", drags.size(),
                percentile(drags, 0.5), percentile(drags, 0.99), zooms.size(), percentile(zooms, 0.99));
    kiosk_.show(catalog_);
    settle();
  }

  void see_every_picture() {
    for (const auto& record : catalog_->articles) open(kiosk::ScreenKind::Article, record.id);
    for (const auto& record : catalog_->figures) open(kiosk::ScreenKind::Figure, record.id);
    for (const auto& record : catalog_->merchants) open(kiosk::ScreenKind::Merchant, record.id);
    for (const auto& record : catalog_->products) open(kiosk::ScreenKind::Product, record.id);
    for (const auto& record : catalog_->streets) open(kiosk::ScreenKind::Street, record.id);
    for (const auto kind : {kiosk::ScreenKind::Home, kiosk::ScreenKind::Publicity, kiosk::ScreenKind::HonourWall,
                            kiosk::ScreenKind::Products}) {
      open(kind, {});
    }
    const auto& pictures = session_.pictures().counters();
    std::printf("after every picture was seen: resident %ld MB, proportional %ld MB; picture textures %.1f MB in %lld, %lld decoded\n",
                kilobytes("Rss:") / 1024, kilobytes("Pss:") / 1024, static_cast<double>(pictures.bytes) / 1048576.0,
                static_cast<long long>(pictures.count), static_cast<long long>(pictures.decodes));
  }

 private:
  void drag_map(float direction, std::vector<double>& times) {
    backend_.touch_down({1300, 240});
    times.push_back(frame());
    for (int step = 1; step <= 24; ++step) {
      backend_.touch_move({1300 + direction * 12 * static_cast<float>(step), 240});
      times.push_back(frame());
    }
    backend_.touch_up();
    times.push_back(frame());
  }

  void open(kiosk::ScreenKind kind, const content::RecordId& record) {
    kiosk_.open(kind, {.record = record, .series = {}, .filter = {}, .neighbours = {}}, kMinute);
    settle();
  }

  bench::ScriptedBackend backend_;
  ui::Session session_;
  kiosk::Kiosk kiosk_;
  std::shared_ptr<const content::Catalog> catalog_;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fprintf(stderr, "kiosk_bench OUTBOX STATE\n");
    return 2;
  }
  mallopt(M_MMAP_THRESHOLD, 128 * 1024);  // as kiosk/main.cpp does
  mallopt(M_ARENA_MAX, 2);
  kiosk::ReleaseWatcher watcher({.source = argv[1], .state = argv[2]});
  const auto news = watcher.wait_first(seconds(120));
  if (!news || !news->catalog) {
    std::fprintf(stderr, "There is no release in %s.\n", argv[1]);
    return 2;
  }
  Bench bench(argv[2], news->catalog);
  bench.drag_merchant_list();
  bench.drag_map_of_500_pins();
  bench.see_every_picture();
  return 0;
}
