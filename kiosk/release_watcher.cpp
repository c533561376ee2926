#include "kiosk/release_watcher.h"

#include <spdlog/spdlog.h>

#include <utility>

#include "content/error.h"
#include "content/release_intake.h"
#include "content/release_manifest.h"

namespace kiosk {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds kPoll{400};
// One file is proven again every so many polls: a release of 400 files takes about an hour.
constexpr int kPollsPerScrub = 20;
constexpr int kPollsPerTimeNote = 1500;

// A machine that is short of memory or of open files for a moment must not cost a good release: what fails is tried again.
std::shared_ptr<const content::Catalog> load_catalog(const std::filesystem::path& release) {
  constexpr int kTries = 3;
  constexpr milliseconds kBetween{100};
  for (int tries_left = kTries - 1;; --tries_left) {
    try {
      return content::Catalog::load(release);
    } catch (const std::exception&) {
      if (tries_left == 0) throw;
    }
    std::this_thread::sleep_for(kBetween);
  }
}

}  // namespace

// The worker's own things; touched by its thread alone.
class ReleaseWatcher::Worker {
 public:
  explicit Worker(const WatcherOptions& options)
      : intake_({.source = options.source,
                 .state = options.state,
                 .channel = options.channel,
                 .prove = [](const std::filesystem::path& release) { (void)load_catalog(release); },
                 .log = [](const std::string& line) { spdlog::warn("{}", line); },
                 .before_step = {}}),
        time_file_(options.state / "highest-time") {}

  // What the state folder holds; a release that cannot be loaded gives way to the one before it.
  News first() {
    auto taken = intake_.current();
    while (taken) {
      try {
        News news = load(*taken);
        shows_something_ = true;
        return news;
      } catch (const std::exception& error) {
        taken = intake_.reject_current(error.what());
      }
    }
    shows_something_ = false;
    return {};
  }

  // Something else to show, if the source or the scrub brought it.
  std::optional<News> poll() {
    ++polls_;
    if (intake_.poll()) return first();
    if (polls_ % kPollsPerScrub != 0) return std::nullopt;
    switch (intake_.scrub_step()) {
      case content::ScrubResult::Working:
      case content::ScrubResult::Clean: return std::nullopt;
      case content::ScrubResult::Healed:
      case content::ScrubResult::FellBack: return first();
      case content::ScrubResult::NothingLeft: return shows_something_ ? std::optional(first()) : std::nullopt;
    }
    return std::nullopt;
  }

  void keep_time(std::int64_t seconds_since_1970) {
    if (seconds_since_1970 == 0 || polls_ % kPollsPerTimeNote != 1) return;
    write_highest_time(time_file_, UtcSeconds{std::chrono::seconds(seconds_since_1970)});
  }

 private:
  News load(const content::Taken& taken) {
    const auto manifest = content::read_manifest(taken.release_dir);
    return {load_catalog(taken.release_dir), parse_utc(manifest.made), parse_utc(manifest.best_before)};
  }

  content::Intake intake_;
  std::filesystem::path time_file_;
  std::int64_t polls_ = 0;
  bool shows_something_ = false;
};

ReleaseWatcher::ReleaseWatcher(WatcherOptions options)
    : options_(std::move(options)), work_(std::make_unique<Worker>(options_)), thread_([this] { run(); }) {}

ReleaseWatcher::~ReleaseWatcher() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  changed_.notify_all();
  thread_.join();
}

void ReleaseWatcher::tell(News news) {
  const std::lock_guard lock(mutex_);
  news_ = std::move(news);
  changed_.notify_all();
  if (wake_) wake_();
}

void ReleaseWatcher::set_wake(std::function<void()> wake) {
  const std::lock_guard lock(mutex_);
  wake_ = std::move(wake);
  if (news_ && wake_) wake_();
}

void ReleaseWatcher::run() {
  // The first answer comes even when it is "nothing": the main thread waits for it.
  News first;
  try {
    first = work_->first();
    if (!first.catalog) {
      if (auto taken = work_->poll()) first = std::move(*taken);
    }
  } catch (const std::exception& error) {
    spdlog::error("looking for a release: {}", error.what());
  }
  tell(std::move(first));
  for (;;) {
    {
      std::unique_lock lock(mutex_);
      if (changed_.wait_for(lock, kPoll, [this] { return stopping_; })) return;
    }
    try {
      work_->keep_time(newest_time_);
      if (auto news = work_->poll()) tell(std::move(*news));
    } catch (const std::exception& error) {
      spdlog::error("taking a release in: {}", error.what());
    }
  }
}

std::optional<News> ReleaseWatcher::collect() {
  const std::lock_guard lock(mutex_);
  return std::exchange(news_, std::nullopt);
}

std::optional<News> ReleaseWatcher::wait_first(std::chrono::milliseconds limit) {
  std::unique_lock lock(mutex_);
  changed_.wait_for(lock, limit, [this] { return news_.has_value(); });
  return std::exchange(news_, std::nullopt);
}

}  // namespace kiosk
