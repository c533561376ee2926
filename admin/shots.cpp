#include "admin/shots.h"

#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>
#include <thread>

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

// A copy of the office in a folder of its own, gone with this.
class OfficeCopy {
 public:
  explicit OfficeCopy(const std::filesystem::path& db) {
    const auto source = open_or_make(db);
    std::string name = (std::filesystem::temp_directory_path() / "admin-shots-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw content::Error("临时文件夹建不了；请检查 /tmp。", "No temporary folder can be made; check /tmp.");
    folder_ = name;
    source->backup(folder_ / "office.db");
    const auto media = std::filesystem::absolute(db).parent_path() / "media";
    std::error_code ignored;
    std::filesystem::create_directory_symlink(media, folder_ / "media", ignored);
  }
  ~OfficeCopy() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }
  OfficeCopy(const OfficeCopy&) = delete;
  OfficeCopy& operator=(const OfficeCopy&) = delete;
  std::filesystem::path db() const { return folder_ / "office.db"; }

 private:
  std::filesystem::path folder_;
};

class Studio {
 public:
  Studio(const WindowOptions& options, const std::filesystem::path& db)
      : options_(options),
        window_({.mode = ui::WindowMode::Hidden, .size = options.shot_size}),
        session_({.fonts = {}, .pixels_per_u = options.scale.value_or(1.0F), .arrows_move_focus = false}, window_),
        office_({.db = db, .outbox = outbox(options), .now_ms = [] { return kDesignMs; }}, open_or_make(db)),
        shell_(office_, session_, {.lock_after = std::chrono::hours(24)}) {
    session_.install(&items_);
  }
  ~Studio() { session_.install(static_cast<ui::ItemLog*>(nullptr)); }
  Studio(const Studio&) = delete;
  Studio& operator=(const Studio&) = delete;

  Workspace& office() { return office_; }

  void draw(const ShotStop& stop) {
    office_.lock();
    if (!stop.person.empty()) {
      if (const auto person = office_.store().find_person(stop.person)) shell_.enter_as(*person);
      shell_.go(stop.target);
    }
    settle();
    for (const std::string& label : stop.taps) {
      tap(label);
      settle();
    }
    const auto file = options_.shots / (stop.name + ".png");
    ui::write_png(file, session_.capture());
    std::printf("%s\n", file.c_str());
  }

 private:
  // The copy's neighbours are not the office's.
  static std::filesystem::path outbox(const WindowOptions& options) {
    if (!options.outbox.empty()) return options.outbox;
    return Workspace({.db = options.db}, open_or_make(options.db)).outbox();
  }

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

}  // namespace

void draw_shots(const WindowOptions& options) {
  std::error_code error;
  std::filesystem::create_directories(options.shots, error);
  if (error) {
    throw content::Error("文件夹“" + options.shots.string() + "”建不了；请换一个能写的地方。",
                         "The folder " + options.shots.string() + " cannot be made; name one that can be written.");
  }
  const OfficeCopy copy(options.db);
  Studio studio(options, copy.db());
  stage_office(studio.office());
  for (const ShotStop& stop : shot_stops(studio.office())) {
    const auto& only = options.shots_only;
    if (only.empty() || std::find(only.begin(), only.end(), stop.name) != only.end()) studio.draw(stop);
  }
}

}  // namespace admin
