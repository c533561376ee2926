#include "admin/shots.h"

#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>
#include <thread>

#include "admin/door_shot.h"
#include "admin/shot_stage.h"
#include "content/error.h"
#include "kiosk/ui/picture_store.h"
#include "kiosk/ui/png_write.h"

namespace admin {

namespace {

// 30 July 2026 10:26 in China, as on the design's pictures.
constexpr std::int64_t kDesignMs = 1785378360000;
constexpr double kFrameSeconds = 0.05;
constexpr int kSettleFrames = 6;
constexpr int kMostFrames = 1200;
constexpr int kNewsFrames = 24;   // the window looks once a second at what others did

// An office in a folder of its own, gone with this: a copy, or with an empty database.
class OfficeCopy {
 public:
  OfficeCopy(const std::filesystem::path& db, bool bare) {
    const auto source = open_or_make(db);
    std::string name = (std::filesystem::temp_directory_path() / "admin-shots-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw content::Error("临时文件夹建不了；请检查 /tmp。", "No temporary folder can be made; check /tmp.");
    folder_ = name;
    std::filesystem::create_directories(folder_ / "office");
    if (bare) return;
    source->backup(this->db());
    const auto media = std::filesystem::absolute(db).parent_path() / "media";
    std::error_code ignored;
    std::filesystem::create_directory_symlink(media, folder_ / "office" / "media", ignored);
  }
  ~OfficeCopy() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }
  OfficeCopy(const OfficeCopy&) = delete;
  OfficeCopy& operator=(const OfficeCopy&) = delete;
  std::filesystem::path db() const { return folder_ / "office" / "office.db"; }
  std::filesystem::path outbox() const { return folder_ / "outbox"; }

 private:
  std::filesystem::path folder_;
};

class Studio {
 public:
  Studio(const WindowOptions& options, const std::filesystem::path& db, std::filesystem::path outbox)
      : options_(options),
        window_({.mode = ui::WindowMode::Hidden, .size = options.shot_size}),
        session_({.fonts = {}, .pixels_per_u = options.scale.value_or(1.0F), .arrows_move_focus = false}, window_),
        office_({.db = db, .outbox = std::move(outbox), .now_ms = [] { return kDesignMs; }}, open_or_make(db)),
        shell_(office_, session_, {.lock_after = std::chrono::hours(24)}) {
    session_.install(&items_);
  }
  ~Studio() { session_.install(static_cast<ui::ItemLog*>(nullptr)); }
  Studio(const Studio&) = delete;
  Studio& operator=(const Studio&) = delete;

  Workspace& office() { return office_; }

  void draw(const ShotStop& stop) {
    office_.lock();
    shell_.desk().forget();
    if (!stop.person.empty()) {
      if (const auto person = office_.store().find_person(stop.person)) shell_.enter_as(*person);
      shell_.go(stop.target);
    }
    settle();
    for (const std::string& label : stop.taps) {
      tap(label);
      settle();
    }
    if (!stop.words.empty()) {
      type(stop.words);
      settle();
    }
    for (const std::string& label : stop.then) {
      tap(label);
      settle();
    }
    if (stop.after) {
      stop.after(shell_);
      for (int frame = 0; frame < kNewsFrames; ++frame) step();
      settle();
    }
    const auto file = options_.shots / (stop.name + ".png");
    ui::write_png(file, session_.capture());
    std::printf("%s\n", file.c_str());
  }

 private:
  void step() {
    seconds_ += kFrameSeconds;
    session_.set_fixed_clock(seconds_);
    shell_.frame();
  }

  void settle() {
    for (int frame = 0; frame < kMostFrames; ++frame) {
      step();
      const bool busy = session_.pictures().pending() || shell_.pending();
      if (frame >= kSettleFrames && !busy) return;
      if (busy) std::this_thread::sleep_for(std::chrono::milliseconds(3));   // workers read pictures meanwhile
    }
  }

  void type(const std::string& words) {
    window_.play_words(words);
    step();
    step();
  }

  void tap(const std::string& label) {
    const auto box = items_.find(label);
    if (!box) {
      std::fprintf(stderr, "no item “%s” to touch\n", label.c_str());
      return;
    }
    const ui::Point at{box->centre().x * session_.pixels_per_u(), box->centre().y * session_.pixels_per_u()};
    window_.play_pointer(at, true);
    step();
    window_.play_pointer(at, false);
    step();
  }

  const WindowOptions& options_;
  double seconds_ = 1;
  ui::ItemLog items_;
  ui::WindowBackend window_;
  ui::Session session_;
  Workspace office_;
  Shell shell_;
};

// The office's own outbox: a copy's neighbours are not its.
std::filesystem::path outbox_of(const WindowOptions& options) {
  if (!options.outbox.empty()) return options.outbox;
  return Workspace({.db = options.db}, open_or_make(options.db)).outbox();
}

void draw_stage(const WindowOptions& options, const ShotStage& stage) {
  const OfficeCopy copy(options.db, stage.bare);
  // Only the first stage, which publishes nothing, looks at what the screens really show.
  Studio studio(options, copy.db(), &stage == shot_stages().data() ? outbox_of(options) : copy.outbox());
  const auto& only = options.shots_only;
  const auto wanted = [&only](const ShotStop& stop) { return only.empty() || std::ranges::find(only, stop.name) != only.end(); };
  if (std::ranges::none_of(stage.stops(studio.office()), wanted)) return;
  if (stage.set != nullptr) stage.set(studio.office());
  // What is staged may be what the stops are about: they are asked for again.
  for (const ShotStop& stop : stage.stops(studio.office())) {
    if (stop.before) stop.before(studio.office().store());
    if (wanted(stop)) studio.draw(stop);
  }
}

}  // namespace

void draw_shots(const WindowOptions& options) {
  std::error_code error;
  std::filesystem::create_directories(options.shots, error);
  if (error) {
    throw content::Error("文件夹“" + options.shots.string() + "”建不了；请换一个能写的地方。",
                         "The folder " + options.shots.string() + " cannot be made; name one that can be written.");
  }
  for (const ShotStage& stage : shot_stages()) draw_stage(options, stage);
  const auto& only = options.shots_only;
  if (only.empty() || std::ranges::find(only, "admin-door") != only.end()) draw_door_shot(options);
}

}  // namespace admin
