#include "kiosk/shots.h"

#include <algorithm>
#include <cstdio>
#include <memory>
#include <string>
#include <vector>

#include "content/error.h"
#include "kiosk/kiosk.h"
#include "kiosk/release_watcher.h"
#include "kiosk/ui/picture_store.h"
#include "kiosk/ui/png_write.h"
#include "kiosk/ui/window.h"

namespace kiosk {
namespace {

using content::Catalog;
using content::RecordId;

// 30 July 2026 10:26, as on the design's pictures.
constexpr content::LocalMinute kDesignMinute{std::chrono::local_days(std::chrono::year(2026) / 7 / 30).time_since_epoch() +
                                             std::chrono::hours(10) + std::chrono::minutes(26)};

// Frames are 50 ms apart on the fixed clock; a page has settled after its fade. A picture that never comes ends the wait.
constexpr int kSettleFrames = 24;
constexpr int kMostFrames = 2000;
constexpr double kFrameSeconds = 0.05;

struct Shot {
  std::string landscape;  // file names without .png; empty: not in this orientation
  std::string portrait;
  ScreenKind screen = ScreenKind::Home;
  Target target;
  std::string typed;
};

// The record of that name, else the first one.
template <typename T>
RecordId pick(const std::vector<T>& records, std::string T::* name, std::string_view wanted) {
  const auto found = std::ranges::find_if(records, [&](const T& record) { return record.*name == wanted; });
  if (found != records.end()) return found->id;
  return records.empty() ? RecordId{} : records.front().id;
}

template <typename T>
std::vector<RecordId> ids(const std::vector<T>& records) {
  std::vector<RecordId> all;
  for (const auto& record : records) all.push_back(record.id);
  return all;
}

Target of(RecordId record, std::vector<RecordId> neighbours = {}) {
  return {.record = std::move(record), .series = {}, .filter = {}, .neighbours = std::move(neighbours)};
}

std::vector<Shot> shot_list(const Catalog& catalog) {
  const auto article = pick(catalog.articles, &content::Article::title, "一条街，怎样把“优待”变成日常");
  const auto figure = pick(catalog.figures, &content::Figure::name, "周念慈");
  const auto street = pick(catalog.streets, &content::Street::name, "江滩双拥街");
  const auto merchant = pick(catalog.merchants, &content::Merchant::name, "渡口面馆");
  const auto product = pick(catalog.products, &content::Product::name, "界碑百花蜜");
  return {
      {"home-landscape", "home-portrait", ScreenKind::Home, {}, {}},
      {"publicity-list", "publicity-list-portrait", ScreenKind::Publicity, {}, {}},
      {"article", "article-portrait", ScreenKind::Article, of(article, ids(catalog.articles)), {}},
      {"honour-wall", "honour-wall-portrait", ScreenKind::HonourWall, {}, {}},
      {"honour-figure", "honour-figure-portrait", ScreenKind::Figure, of(figure, ids(catalog.figures)), {}},
      {"street-list-map", "street-portrait", ScreenKind::Street, of(street), {}},
      {"merchant", "merchant-portrait", ScreenKind::Merchant, of(merchant, ids(catalog.merchants)), {}},
      {"products", "products-portrait", ScreenKind::Products, {}, {}},
      {"product", "product-portrait", ScreenKind::Product, of(product, ids(catalog.products)), {}},
      {"search-keyboard", "search-keyboard-portrait", ScreenKind::Search, {}, "hpl"},
  };
}

// One kiosk on a hidden window with a clock of its own.
class Studio {
 public:
  explicit Studio(const Options& options)
      : options_(options),
        now_(options.clock.value_or(kDesignMinute)),
        window_({.mode = ui::WindowMode::Hidden, .size = options.shot_size}),
        session_({.texture_limit_bytes = static_cast<std::int64_t>(options.config.texture_mb) << 20, .fonts = {}}, window_),
        kiosk_(session_, {.place = options.config.place,
                          .standing = options.config.standing,
                          .idle = options.config.idle,
                          .language = options.config.language,
                          .state = options.config.state}) {
    session_.set_fixed_clock(seconds_);
  }

  Kiosk& kiosk() { return kiosk_; }
  content::LocalMinute now() const { return now_; }
  bool landscape() const { return options_.shot_size.w >= options_.shot_size.h; }

  // Draws until the page has come to rest and every picture is there.
  void settle() {
    for (int frame = 0; frame < kMostFrames; ++frame) {
      step();
      const bool busy = session_.pictures().pending() || kiosk_.searcher().waiting();
      if (frame >= kSettleFrames && !busy) return;
      if (busy) window_.wait_events(std::chrono::milliseconds(5));
    }
  }

  void save(const std::string& name) {
    const auto file = options_.shots / (name + ".png");
    ui::write_png(file, session_.capture());
    std::printf("%s\n", file.c_str());
  }

 private:
  void step() {
    seconds_ += kFrameSeconds;
    session_.set_fixed_clock(seconds_);
    kiosk_.frame(now_);
  }

  const Options& options_;
  content::LocalMinute now_;
  double seconds_ = 1;
  ui::WindowBackend window_;
  ui::Session session_;
  Kiosk kiosk_;
};

void make_folder(const std::filesystem::path& folder) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) {
    throw content::Error("The folder " + folder.string() + " cannot be made: " + error.message() + ". Make it writable or name another.");
  }
}

void draw_pages(Studio& studio, const Catalog& catalog) {
  for (const Shot& shot : shot_list(catalog)) {
    const std::string& name = studio.landscape() ? shot.landscape : shot.portrait;
    if (name.empty()) continue;
    studio.kiosk().leave();
    if (!shot.typed.empty()) studio.kiosk().type(shot.typed);
    studio.kiosk().open(shot.screen, shot.target, studio.now());
    studio.settle();
    studio.save(name);
  }
}

}  // namespace

int draw_shots(const Options& options) {
  make_folder(options.shots);
  make_folder(options.config.state);
  ReleaseWatcher watcher({.source = options.config.release, .state = options.config.state});
  const auto news = watcher.wait_first(std::chrono::seconds(120));
  const std::string side = options.shot_size.w >= options.shot_size.h ? "landscape" : "portrait";

  Studio studio(options);
  studio.settle();
  studio.save(studio.landscape() ? "standing" : "standing-portrait");
  if (!news || !news->catalog) {
    std::fprintf(stderr, "There is no release in %s to draw: publish one there, or give --release another folder.\n",
                 options.config.release.c_str());
    return 1;
  }
  studio.kiosk().show(news->catalog);
  studio.settle();
  studio.save("attract-" + side);
  draw_pages(studio, *news->catalog);
  studio.kiosk().open(ScreenKind::Merchant, shot_list(*news->catalog)[6].target, studio.now());
  studio.settle();
  studio.kiosk().ask_now();
  studio.settle();
  studio.save(studio.landscape() ? "idle-dialog" : "idle-dialog-portrait");
  return 0;
}

}  // namespace kiosk
