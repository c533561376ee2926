// A bad night, short in every run and long with SHUANGYONG_LONG (tests/run --long).
#include <doctest/doctest.h>
#include <spdlog/sinks/base_sink.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "content/release.h"
#include "content/release_manifest.h"
#include "kiosk/mode_words.h"
#include "tests/kiosk/storm.h"
#include "tests/support/published_city.h"

using tests::Footprint;
using tests::Storm;

namespace {

constexpr std::int64_t kMegabyte = 1024 * 1024;
constexpr std::int64_t kMostLetterBytes = 24 * kMegabyte;   // a texture of 2048 × 2048 pixels and tables

// What is logged as an error while it lives.
class ErrorsLogged : public spdlog::sinks::base_sink<std::mutex> {
 public:
  const std::vector<std::string>& lines() const { return lines_; }

 protected:
  void sink_it_(const spdlog::details::log_msg& message) override {
    if (message.level >= spdlog::level::err) lines_.emplace_back(message.payload.data(), message.payload.size());
  }
  void flush_() override {}

 private:
  std::vector<std::string> lines_;
};

class LogWatch {
 public:
  LogWatch() : before_(spdlog::default_logger()) { spdlog::set_default_logger(std::make_shared<spdlog::logger>("storm", sink_)); }
  ~LogWatch() { spdlog::set_default_logger(before_); }
  LogWatch(const LogWatch&) = delete;
  LogWatch& operator=(const LogWatch&) = delete;
  const std::vector<std::string>& errors() const { return sink_->lines(); }

 private:
  std::shared_ptr<ErrorsLogged> sink_ = std::make_shared<ErrorsLogged>();
  std::shared_ptr<spdlog::logger> before_;
};

std::vector<std::filesystem::path> published(const std::filesystem::path& outbox, int editions) {
  std::vector<std::filesystem::path> folders;
  for (int edition = 1; edition <= editions; ++edition) {
    folders.push_back(outbox / "releases" / content::sequence_name(tests::publish_city(outbox, edition)));
  }
  return folders;
}

struct Night {
  int rounds = 1;
  int touches = 0;         // in each round
  int releases = 0;        // changes in each round
  int home_checks = 0;     // in each round
};

void report(const char* what, Storm& storm, const Night& night, std::chrono::steady_clock::time_point begin) {
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  MESSAGE(std::string(what) << ": " << night.rounds << " x " << night.touches << " touches, " << night.rounds * night.releases << " releases, "
               << storm.hours() << " hours of the kiosk's clock in " << seconds << " s; " << storm.screens().size() << " screens, "
               << storm.modes().size() << " modes");
}

void play(Storm& storm, const Night& night, int round) {
  const auto modes = kiosk::all_modes();
  const int change_every = std::max(1, night.touches / std::max(1, night.releases));
  const int check_every = std::max(1, night.touches / std::max(1, night.home_checks));
  const int begin_every = std::max(1, night.touches / static_cast<int>(modes.size() * storm.stops()));
  std::size_t begun = static_cast<std::size_t>(round);
  for (int touch = 0; touch < night.touches; ++touch) {
    if (touch % begin_every == 0) {
      storm.begin_at(begun, modes[(begun / storm.stops() + begun) % modes.size()]);
      ++begun;
    }
    if (touch % change_every == change_every - 1) storm.change_release();
    storm.act();
    if (touch % check_every == check_every - 1) {
      const std::string from = storm.where();
      INFO("from " << from);
      CHECK(storm.go_home());
    }
  }
}

// By how much two moments differ because caches hold other things.
struct Noise {
  std::int64_t heap_bytes = 0;
  int textures = 0;                 // icons of pages and modes that were not seen before
  std::int64_t texture_bytes = 0;
};
constexpr Noise kFullCaches{kMegabyte, 40, kMegabyte / 2};        // of long forms, after nearly everything was seen
constexpr Noise kFillingCaches{4 * kMegabyte, 24, kMegabyte / 2};

// A moment of rest. What is held then also depends on what was shown last; of several such moments the smallest one tells what
// cannot be given back.
struct Rest {
  Footprint print;
  double hours = 0;                 // of the kiosk's clock
};

Rest rest(Storm& storm) {
  const Footprint print = storm.at_rest();
  return {print, storm.hours()};
}

const Rest& smallest(const std::vector<Rest>& rests) {
  return *std::ranges::min_element(rests, {}, [](const Rest& one) { return one.print.heap_bytes; });
}

void check_no_growth(const std::vector<Rest>& early, const std::vector<Rest>& late, const Noise& noise) {
  std::string heaps;
  for (const auto* rests : {&early, &late}) {
    for (const Rest& one : *rests) heaps += std::to_string(one.print.heap_bytes / 1024) + " ";
    heaps += rests == &early ? "-> " : "kB";
  }
  const Footprint& before = smallest(early).print;
  const Footprint& after = smallest(late).print;
  const double hours = smallest(late).hours - smallest(early).hours;
  CHECK(after.textures <= before.textures + noise.textures);
  CHECK(after.texture_bytes <= before.texture_bytes + noise.texture_bytes);
  CHECK(after.picture_bytes <= Storm::kPictureBytes);
  CHECK(after.letter_bytes <= kMostLetterBytes);
  CHECK(after.imgui_windows == before.imgui_windows);
  CHECK(after.open_files == before.open_files);
  MESSAGE("textures " << before.textures << " -> " << after.textures << ", " << before.texture_bytes / 1024 << " -> "
                      << after.texture_bytes / 1024 << " kB; pictures " << before.picture_bytes / 1024 << " -> " << after.picture_bytes / 1024
                      << " kB; heap " << before.heap_bytes / 1024 << " -> " << after.heap_bytes / 1024 << " kB in "
                      << hours << " h, of " << heaps << "; letters " << after.letter_bytes / 1024 << " kB");
  CHECK(after.heap_bytes - before.heap_bytes <= static_cast<std::int64_t>(hours * 512 * 1024) + noise.heap_bytes);
}

void check_everywhere(const Storm& storm) {
  CHECK(storm.modes().size() == kiosk::all_modes().size());
  for (const auto* screen : {"home", "publicity", "article", "honour-wall", "honour-figure", "street", "merchant",
                             "products", "product", "search", "what-can-i-use", "picture-viewer"}) {
    CAPTURE(screen);
    CHECK(storm.screens().contains(screen));
  }
}

void check_storm(const char* name, ui::PixelSize size, int number, const Night& night) {
  const tests::TemporaryFolder folder;
  const auto releases = published(folder / "outbox", 3);
  const LogWatch log;
  const auto begin = std::chrono::steady_clock::now();
  Storm storm(releases, size, static_cast<std::uint32_t>(20260730 + number));
  const Night warm_up{.rounds = 1, .touches = night.touches / 4, .releases = night.releases / 4, .home_checks = 4};
  play(storm, warm_up, number * 37);
  std::vector<Rest> early, late;
  if (night.rounds == 1) early.push_back(rest(storm));
  for (int round = 0; round < night.rounds; ++round) {
    play(storm, night, number * 37 + 1 + round);
    (round < night.rounds / 2 ? early : late).push_back(rest(storm));
  }
  report(name, storm, night, begin);
  if (night.rounds * night.touches >= 400) {   // else caches are still filling, and not every page was met
    check_no_growth(early, late, night.rounds > 1 ? kFullCaches : kFillingCaches);
    check_everywhere(storm);
  }
  for (const auto& [screen, labels] : storm.duplicates()) {
    for (const auto& label : labels) MESSAGE("two items bear one label on " << screen << ": " << label);
  }
  for (const std::string& line : log.errors()) FAIL_CHECK("logged: " << line);
}

// Ten nights that differ by their seed, so that they can be spent side by side; the long form of each is 100,000 touches.
void spend_night(int number) {
  if (std::getenv("SHUANGYONG_LONG") != nullptr) {
    const char* touches = std::getenv("SHUANGYONG_TOUCHES");   // in each of ten rounds
    check_storm("a bad night", {1920, 1080}, number, {.rounds = 10, .touches = touches != nullptr ? std::atoi(touches) : 10'000, .releases = 2, .home_checks = 50});
  } else if (number == 1) {
    check_storm("a bad minute", {1920, 1080}, number, {.rounds = 1, .touches = 700, .releases = 5, .home_checks = 20});
  } else {
    check_storm("a bad moment", {1920, 1080}, number, {.rounds = 1, .touches = 40, .releases = 2, .home_checks = 2});
  }
}

}  // namespace

#define NIGHT(number) \
  TEST_CASE("senseless fingers through every page and mode leave a kiosk that works and has not grown – night " #number) { spend_night(number); }
NIGHT(1)
NIGHT(2)
NIGHT(3)
NIGHT(4)
NIGHT(5)
NIGHT(6)
NIGHT(7)
NIGHT(8)
NIGHT(9)
NIGHT(10)
#undef NIGHT

TEST_CASE("senseless fingers on an upright kiosk leave one that works and has not grown") {
  const bool all = std::getenv("SHUANGYONG_LONG") != nullptr;
  if (all) check_storm("a bad night, portrait", {1080, 1920}, 11, {.rounds = 10, .touches = 10'000, .releases = 2, .home_checks = 50});
  else check_storm("a bad minute, portrait", {1080, 1920}, 11, {.rounds = 1, .touches = 400, .releases = 3, .home_checks = 10});
}

TEST_CASE("a day of visits in compressed time grows by at most half a megabyte an hour") {
  const bool all = std::getenv("SHUANGYONG_LONG") != nullptr;
  const tests::TemporaryFolder folder;
  const auto releases = published(folder / "outbox", 2);
  Storm storm(releases, {1280, 720}, 7);
  const auto rest_after = [&](double hours) {
    const double end = storm.hours() + hours;
    for (int visit = 0; storm.hours() < end; ++visit) {
      storm.visit_and_leave(all ? 12 : 4, all ? 150 : 600);
      if (visit % 20 == 19) storm.change_release();
    }
    return rest(storm);
  };
  std::vector<Rest> early, late;
  early.push_back(rest_after(all ? 6 : 0.5));   // until every page was seen: caches are full
  if (all) {
    for (int i = 0; i < 4; ++i) early.push_back(rest_after(0.5));
    for (int i = 0; i < 4; ++i) late.push_back(rest_after(5.5));
  }
  late.push_back(rest_after(0.5));
  check_no_growth(early, late, all ? kFullCaches : kFillingCaches);
}
