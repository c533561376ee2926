#include "kiosk/lint/lint.h"

#include <chrono>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <vector>

#include "content/error.h"
#include "kiosk/lint/report.h"
#include "kiosk/lint/rules.h"
#include "kiosk/lint/walk.h"
#include "kiosk/release_watcher.h"
#include "kiosk/ui/null_backend.h"
#include "kiosk/ui/window.h"

namespace kiosk::lint {
namespace {

// 30 July 2026 10:26, as on the design's pictures.
constexpr content::LocalMinute kDesignMinute{std::chrono::local_days(std::chrono::year(2026) / 7 / 30).time_since_epoch() +
                                             std::chrono::hours(10) + std::chrono::minutes(26)};

std::unique_ptr<ui::Backend> backend_for(const Options& options, ui::PixelSize size) {
  if (!options.lint_contrast) return std::make_unique<ui::NullBackend>(size);
  return std::make_unique<ui::WindowBackend>(ui::WindowOptions{.mode = ui::WindowMode::Hidden, .size = size});
}

StageOptions stage_options(const Options& options) {
  return {.kiosk = {.place = options.config.place,
                    .standing = options.config.standing,
                    .idle = options.config.idle,
                    .language = options.config.language,
                    .state = options.config.state},
          .panel = options.config.panel,
          .now = options.clock.value_or(kDesignMinute),
          .pixels = options.lint_contrast};
}

// One orientation; returns how many frames were looked at.
int walk(const Options& options, ui::PixelSize size, const std::shared_ptr<const content::Catalog>& catalog, std::vector<Fault>& faults) {
  const auto backend = backend_for(options, size);
  Stage stage(*backend, stage_options(options));
  const std::string standing = size.w >= size.h ? "standing" : "standing-portrait";
  stage.leave();
  if (options.shots_only.empty()) {
    for (Finding& finding : check(stage.look())) faults.push_back({{standing, {}, size.w >= size.h}, std::move(finding)});
  }
  stage.show(catalog);
  Walk way(stage, *catalog, {options.shot_modes, options.shots_only});
  way.run([&](const Fault& fault) { faults.push_back(fault); });
  return way.frames_looked_at();
}

}  // namespace

int run_lint(const Options& options) {
  const auto begin = std::chrono::steady_clock::now();
  std::filesystem::create_directories(options.config.state);
  ReleaseWatcher watcher({.source = options.config.release, .state = options.config.state});
  const auto news = watcher.wait_first(std::chrono::seconds(120));
  if (!news || !news->catalog) {
    std::fprintf(stderr, "There is no release in %s to look at: publish one there, or give --release another folder.\n",
                 options.config.release.c_str());
    return 1;
  }
  std::vector<Fault> faults;
  const ui::PixelSize size = options.shot_size;
  int frames = walk(options, size, news->catalog, faults);
  frames += walk(options, {size.h, size.w}, news->catalog, faults);
  std::fputs((options.lint_json ? json(faults) : table(faults)).c_str(), stdout);
  const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(std::chrono::steady_clock::now() - begin).count();
  std::fprintf(stderr, "%zu faults on %d pages in %zu modes, %s contrast, %lld s\n", faults.size(), frames, options.shot_modes.size(),
               options.lint_contrast ? "with" : "without", static_cast<long long>(seconds));
  return faults.empty() ? 0 : 1;
}

}  // namespace kiosk::lint
