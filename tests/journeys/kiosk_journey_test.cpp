// The real kiosk beside a real outbox: what a person in the park and the person who installs it would see.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

#include "content/release.h"
#include "tests/content/release_test_data.h"
#include "tests/journeys/kiosk_program.h"
#include "tests/support/temporary_folder.h"

namespace fs = std::filesystem;
using journeys::RunningKiosk;
using journeys::run_kiosk;

namespace {

std::vector<std::string> kiosk_arguments(const tests::TemporaryFolder& folder) {
  return {"--release", (folder / "outbox").string(), "--state", (folder / "state").string(), "--start-at-home"};
}

}  // namespace

TEST_CASE("a kiosk shows the standing picture until the first release comes, then that, then the next") {
  const tests::TemporaryFolder folder;
  fs::create_directories(folder / "outbox");
  tests::copy_outbox(folder / "source", 2);
  const RunningKiosk kiosk(folder.path(), kiosk_arguments(folder));
  REQUIRE(kiosk.wait_for("screen", "standing"));

  tests::copy_release(folder / "source", folder / "outbox", 1);
  CHECK(kiosk.wait_for("release", 1));
  tests::copy_release(folder / "source", folder / "outbox", 2);
  const auto took = kiosk.wait_for("release", 2);
  REQUIRE(took);
  MESSAGE("a release was on screen " << took->count() << " ms after it had been copied (statistics are a second apart)");
  CHECK(kiosk.alive());
}

TEST_CASE("a kiosk that was killed comes back with the last good release though the outbox is gone or damaged") {
  const tests::TemporaryFolder folder;
  tests::copy_outbox(folder / "outbox", 2);
  {
    RunningKiosk kiosk(folder.path(), kiosk_arguments(folder));
    REQUIRE(kiosk.wait_for("release", 2));
    kiosk.kill();
  }
  SUBCASE("the outbox is gone") { fs::remove_all(folder / "outbox"); }
  SUBCASE("every file of the outbox is damaged") {
    for (const auto& file : tests::release_files(folder / "outbox", 2)) tests::flip_bit(folder / "outbox" / file, 1000);
  }
  SUBCASE("the newest release is half copied") {
    fs::create_directories(folder / "outbox" / "releases" / "00000003");
    std::ofstream(folder / "outbox" / "releases" / "00000003" / "manifest.txt") << "# format 1\n";
  }
  SUBCASE("the state folder's own copy is damaged, the one before it is not") {
    const auto manifest = folder / "state" / "releases" / "00000002" / "manifest.txt";
    REQUIRE(fs::exists(manifest));
    fs::remove_all(folder / "outbox");
    tests::flip_bit(manifest, 200);
    RunningKiosk kiosk(folder.path(), kiosk_arguments(folder));
    CHECK(kiosk.wait_for("screen", "standing"));  // release 1 was never taken: nothing whole is left, and no error text
    CHECK(kiosk.alive());
    return;
  }
  const RunningKiosk kiosk(folder.path(), kiosk_arguments(folder));
  CHECK(kiosk.wait_for("release", 2));
}

TEST_CASE("a release whose best-before is over gives way to the standing picture, until another comes") {
  const tests::TemporaryFolder folder;
  const auto publish = [&](int edition, std::string channel, std::string best_before) {
    content::ReleaseOptions options{.channel = std::move(channel), .best_before = std::move(best_before)};
    content::build_release(tests::sample_content(3, edition), tests::sample_pictures(folder / "pictures"), 0, folder / "outbox", options);
  };
  publish(1, "parks", "");
  auto arguments = kiosk_arguments(folder);
  std::ofstream(folder / "kiosk.toml") << "channel = \"parks\"\n";
  for (const std::string& more : {std::string("--clock"), std::string("2030-07-30T10:26"), std::string("--config"), (folder / "kiosk.toml").string()}) {
    arguments.push_back(more);
  }
  const RunningKiosk kiosk(folder.path(), arguments);
  REQUIRE(kiosk.wait_for("release", 1));
  publish(2, "parks", "2030-07-30T02:00:00Z");
  CHECK(kiosk.wait_for("screen", "standing"));
  publish(3, "halls", "");                        // for other screens
  publish(4, "parks", "2030-07-30T03:00:00Z");
  CHECK(kiosk.wait_for("release", 4));
  CHECK(kiosk.alive());
}

TEST_CASE("a visitor who walked away is noticed on the real clock, though nothing is drawn meanwhile") {
  const tests::TemporaryFolder folder;
  tests::copy_outbox(folder / "outbox", 1);
  std::ofstream(folder / "kiosk.toml") << "[idle]\nask_after_s = 10\ncountdown_s = 5\n";
  auto arguments = kiosk_arguments(folder);
  arguments.insert(arguments.end(), {"--config", (folder / "kiosk.toml").string()});
  const RunningKiosk kiosk(folder.path(), arguments);
  REQUIRE(kiosk.wait_for("screen", "home"));
  // The small release has no poster, so the loop is its standing picture.
  const auto left = kiosk.wait_for("screen", "standing", std::chrono::seconds(30));
  REQUIRE(left);
  CHECK(*left >= std::chrono::seconds(12));
}

TEST_CASE("a kiosk whose kiosk.toml was broken shows its release all the same") {
  const tests::TemporaryFolder folder;
  tests::copy_outbox(folder / "outbox", 1);
  std::ofstream(folder / "kiosk.toml") << "[idle\nask_after_s = ten\n";
  auto arguments = kiosk_arguments(folder);
  arguments.insert(arguments.end(), {"--config", (folder / "kiosk.toml").string()});
  const RunningKiosk kiosk(folder.path(), arguments);
  CHECK(kiosk.wait_for("release", 1));
}

TEST_CASE("a kiosk that is told to end does so in order, with exit code 0") {
  const tests::TemporaryFolder folder;
  tests::copy_outbox(folder / "outbox", 1);
  auto arguments = kiosk_arguments(folder);
  arguments.insert(arguments.end(), {"--state", (folder / "other").string()});  // the last of an option wins
  RunningKiosk kiosk(folder.path(), arguments);
  REQUIRE(kiosk.wait_for("release", 1));
  CHECK(kiosk.end() == 0);
  CHECK(fs::exists(folder / "other" / "high-water"));
  CHECK_FALSE(fs::exists(folder / "state"));
}

TEST_CASE("wrong use is answered with a sentence and exit code 2") {
  const tests::TemporaryFolder folder;
  std::ofstream(folder / "bad.toml") << "[idle]\nask_after_s = 3\n";
  std::ofstream(folder / "file") << "not a folder";
  struct Row { std::vector<std::string> arguments; const char* says; };
  const Row rows[] = {
      {{"--colour", "red"}, "--colour"},
      {{"--windowed", "wide"}, "--windowed wide is not a size"},
      {{"--size", "10x10"}, "--size 10x10 is not a size"},
      {{"--clock", "noon"}, "--clock noon is not a time"},
      {{"--shots", (folder / "shots").string(), "--config", (folder / "missing.toml").string()}, "is not a file"},
      {{"--shots", (folder / "shots").string(), "--config", (folder / "bad.toml").string()}, "line 2: idle.ask_after_s must be a whole number from 10 to 600"},
      {{"--state", (folder / "file" / "below").string()}, "cannot be made"},
      {{"--log-level", "loud"}, "--log-level"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.says);
    const auto ran = run_kiosk(row.arguments);
    CHECK(ran.code == 2);
    CHECK(ran.words.find(row.says) != std::string::npos);
    CHECK(ran.words.find("terminate") == std::string::npos);
  }
}

TEST_CASE("without a display the kiosk says so and ends with 3") {
  const tests::TemporaryFolder folder;
  const auto ran = run_kiosk(kiosk_arguments(folder), false);
  CHECK(ran.code == 3);
  CHECK(ran.words.find("display") != std::string::npos);
}

TEST_CASE("--shots draws every screen of a release, and says when there is none" * doctest::test_suite("walks")) {
  const tests::TemporaryFolder folder;
  tests::copy_outbox(folder / "outbox", 1);
  const auto drawn = run_kiosk({"--release", (folder / "outbox").string(), "--state", (folder / "state").string(), "--shots",
                                (folder / "shots").string(), "--size", "640x360"});
  CHECK(drawn.code == 0);
  for (const auto* name : {"standing", "attract-landscape", "home-landscape", "publicity-list", "article", "honour-wall",
                           "honour-figure", "street-list-map", "merchant", "products", "product", "search-keyboard",
                           "idle-dialog"}) {
    CAPTURE(name);
    const auto file = folder / "shots" / (std::string(name) + ".png");
    REQUIRE(fs::exists(file));
    CHECK(fs::file_size(file) > 2000);
  }
  const auto nothing = run_kiosk({"--release", (folder / "empty").string(), "--state", (folder / "other").string(), "--shots",
                                  (folder / "none").string(), "--size", "640x360"});
  CHECK(nothing.code == 1);
  CHECK(nothing.words.find("There is no release in") != std::string::npos);
  CHECK(fs::exists(folder / "none" / "standing.png"));
}
