#include "kiosk/app.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <utility>

#include "content/error.h"
#include "kiosk/config_keeping.h"
#include "kiosk/ui/picture_store.h"

namespace kiosk {
namespace {

using namespace std::chrono;

// How long the first frame waits for a release that is being loaded, rather than showing the standing picture for a blink.
constexpr milliseconds kPatienceForFirst{1500};

ui::WindowOptions window_options(const Options& options) {
  if (options.windowed) return {.mode = ui::WindowMode::Windowed, .size = *options.windowed};
  return {.mode = ui::WindowMode::FullScreen};
}

void make_state_folder(const std::filesystem::path& folder) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) {
    throw content::Error("The state folder " + folder.string() + " cannot be made: " + error.message() +
                         ". Make it writable or give --state another folder.");
  }
}

Options prepared(Options options) {
  make_state_folder(options.config.state);
  if (!options.config_file.empty()) keep_good_config(options.config_file, options.config.state);
  return options;
}

}  // namespace

// While this lives, the threads wake the main loop; afterwards none of them touches session or window again, though the
// watcher's works on until its own end.
class App::Wakers {
 public:
  explicit Wakers(App& app) : app_(app) {
    app_.watcher_.set_wake([&session = app.session_] { session.wake(); });
    app_.end_.set_wake([&session = app.session_] { session.wake(); });
  }
  ~Wakers() {
    app_.watcher_.set_wake({});
    app_.end_.set_wake({});
  }
  Wakers(const Wakers&) = delete;
  Wakers& operator=(const Wakers&) = delete;

 private:
  App& app_;
};

App::App(Options options)
    : options_(prepared(std::move(options))),
      highest_(read_highest_time(options_.config.state / "highest-time")),
      watcher_({.source = options_.config.release, .state = options_.config.state, .channel = options_.config.channel}),
      window_(window_options(options_)),
      turned_(window_),
      session_({.texture_limit_bytes = static_cast<std::int64_t>(options_.config.texture_mb) << 20, .fonts = {}, .panel = options_.config.panel},
               screen()),
      kiosk_(session_, {.place = options_.config.place,
                        .standing = options_.config.standing,
                        .idle = options_.config.idle,
                        .language = options_.config.language,
                        .state = options_.config.state}) {
  if (!options_.stats.empty()) stats_.emplace(options_.stats);
  if (!options_.item_log.empty()) item_report_.emplace(options_.item_log, session_);
  spdlog::info("drawing with {}", window_.renderer());
}

// The window as it is, or turned when kiosk.toml asks for the other orientation than the panel's.
ui::Backend& App::screen() {
  const ui::PixelSize size = window_.size();
  const bool landscape = size.w >= size.h;
  const bool turn = options_.config.orientation == (landscape ? Orientation::Portrait : Orientation::Landscape);
  if (turn) return turned_;
  return window_;
}

content::LocalMinute App::now() {
  if (options_.clock) return *options_.clock;
  const auto time = sane_time(floor<seconds>(system_clock::now()), highest_, made_);
  if (made_) {  // without a release there is nothing to hold the clock against, so its word is not kept
    highest_ = time;
    watcher_.note_time(time);
  }
  return city_minute(time);
}

milliseconds App::until_next_minute() const {
  if (options_.clock) return hours(1);
  const auto passed = duration_cast<milliseconds>(system_clock::now().time_since_epoch()) % minutes(1);
  return minutes(1) - passed;
}

void App::take_news() {
  if (auto news = watcher_.collect()) take(std::move(*news));
  mind_best_before();
}

void App::take(News news) {
  made_ = news.made;
  news_ = std::move(news);
  over_ = is_over(news_.best_before, utc_of(now()));
  kiosk_.show(over_ ? nullptr : news_.catalog);
}

void App::mind_best_before() {
  const bool over = is_over(news_.best_before, utc_of(now()));
  if (over == over_) return;
  over_ = over;
  kiosk_.show(over_ ? nullptr : news_.catalog);
}

void App::note_stats() {
  if (!stats_) return;
  const auto counters = session_.counters();
  stats_->set({.frames = counters.frames,
               .frame_ms_p50 = counters.frame_ms_p50,
               .frame_ms_p99 = counters.frame_ms_p99,
               .texture_bytes = session_.pictures().counters().bytes,
               .glyph_bytes = counters.glyph_texture_bytes,
               .release = kiosk_.catalog() != nullptr ? kiosk_.catalog()->sequence : 0,
               .first_frame_ms = first_frame_ms_,
               .screen = std::string(kiosk_.screen_name())});
}

// What goes wrong outside the pages (theirs the navigator catches) must not leave a dark screen: the visit ends, and when that
// does not help the release gives way to the standing picture, which needs no content.
void App::draw_frame() {
  try {
    kiosk_.frame(now());
    failed_frames_ = 0;
  } catch (const std::exception& error) {
    spdlog::error("a frame cannot be drawn: {}", error.what());
    constexpr int kPatience = 3;
    if (++failed_frames_ > 2 * kPatience) throw;
    kiosk_.leave();
    if (failed_frames_ == kPatience) kiosk_.show(nullptr);
  }
}

void App::run() {
  if (auto first = watcher_.wait_first(kPatienceForFirst)) take(std::move(*first));
  const Wakers wakers(*this);
  if (options_.start_at_home) kiosk_.open(ScreenKind::Home, {}, now());
  while (!window_.should_close() && !end_.arrived()) {
    take_news();
    draw_frame();
    if (first_frame_ms_ == 0) first_frame_ms_ = ms_since_process_start();
    note_stats();
    if (item_report_) item_report_->write(kiosk_);
    const auto due = kiosk_.due_in();
    window_.wait_events(due ? std::min(*due, until_next_minute()) : until_next_minute());
  }
}

}  // namespace kiosk
