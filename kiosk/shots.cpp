#include "kiosk/shots.h"

#include <algorithm>
#include <cstdio>
#include <memory>
#include <string>
#include <vector>

#include "content/error.h"
#include "kiosk/kiosk.h"
#include "kiosk/mode_words.h"
#include "kiosk/release_watcher.h"
#include "kiosk/stops.h"
#include "kiosk/ui/picture_store.h"
#include "kiosk/ui/png_write.h"
#include "kiosk/ui/window.h"

namespace kiosk {
namespace {

using content::Catalog;

// 30 July 2026 10:26, as on the design's pictures.
constexpr content::LocalMinute kDesignMinute{std::chrono::local_days(std::chrono::year(2026) / 7 / 30).time_since_epoch() +
                                             std::chrono::hours(10) + std::chrono::minutes(26)};

// Frames are 50 ms apart on the fixed clock; a page has settled after its fade. A picture that never comes ends the wait.
constexpr int kSettleFrames = 24;
constexpr int kMostFrames = 2000;
constexpr double kFrameSeconds = 0.05;

// One kiosk on a hidden window with a clock of its own.
class Studio {
 public:
  explicit Studio(const Options& options)
      : options_(options),
        now_(options.clock.value_or(kDesignMinute)),
        window_({.mode = ui::WindowMode::Hidden, .size = options.shot_size}),
        session_({.texture_limit_bytes = static_cast<std::int64_t>(options.config.texture_mb) << 20, .fonts = {}, .panel = options.config.panel}, window_),
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

// What is drawn of one visit: named pages in one set of modes.
class Round {
 public:
  Round(Studio& studio, const Options& options, const ui::Modes& modes)
      : studio_(studio), options_(options), modes_(modes), suffix_(mode_suffix(modes)) {}

  void draw(const Catalog& catalog) {
    for (const Stop& stop : stops(catalog)) draw(stop);
    if (const std::string name = studio_.landscape() ? "idle-dialog" : "idle-dialog-portrait"; wanted(name)) {
      visit(stops(catalog)[6]);
      studio_.kiosk().ask_now();
      save(name);
    }
  }

 private:
  bool wanted(const std::string& name) const {
    if (name.empty()) return false;
    return options_.shots_only.empty() || std::ranges::find(options_.shots_only, name) != options_.shots_only.end();
  }

  void visit(const Stop& stop) {
    studio_.kiosk().leave();
    if (!stop.typed.empty()) studio_.kiosk().type(stop.typed);
    studio_.kiosk().set_modes(modes_, studio_.now());
    studio_.kiosk().open(stop.screen, stop.target, studio_.now());
    studio_.settle();
  }

  void draw(const Stop& stop) {
    const std::string& name = studio_.landscape() ? stop.landscape : stop.portrait;
    if (!wanted(name)) return;
    visit(stop);
    save(name);
  }

  void save(const std::string& name) {
    studio_.settle();
    studio_.save(name + suffix_);
  }

  Studio& studio_;
  const Options& options_;
  ui::Modes modes_;
  std::string suffix_;
};

}  // namespace

int draw_shots(const Options& options) {
  make_folder(options.shots);
  make_folder(options.config.state);
  ReleaseWatcher watcher({.source = options.config.release, .state = options.config.state});
  const auto news = watcher.wait_first(std::chrono::seconds(120));
  const std::string side = options.shot_size.w >= options.shot_size.h ? "landscape" : "portrait";

  Studio studio(options);
  if (options.shots_only.empty()) {
    studio.settle();
    studio.save(studio.landscape() ? "standing" : "standing-portrait");
  }
  if (!news || !news->catalog) {
    std::fprintf(stderr, "There is no release in %s to draw: publish one there, or give --release another folder.\n",
                 options.config.release.c_str());
    return 1;
  }
  studio.kiosk().show(news->catalog);
  if (options.shots_only.empty()) {
    studio.settle();
    studio.save("attract-" + side);
  }
  for (const ui::Modes& modes : options.shot_modes) Round(studio, options, modes).draw(*news->catalog);
  return 0;
}

}  // namespace kiosk
