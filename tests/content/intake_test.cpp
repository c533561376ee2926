#include "content/release_intake.h"

#include <doctest/doctest.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <random>

#include "content/error.h"
#include "content/release.h"
#include "content/release_manifest.h"
#include "content/sha256.h"
#include "release_test_data.h"
#include "tests/content/intake_support.h"

using namespace content;
using namespace tests;

TEST_CASE("a kiosk takes the newest release, once, and keeps the one before") {
  Place place;
  Intake intake = place.intake();
  CHECK_FALSE(intake.poll());
  CHECK_FALSE(intake.current());

  tests::copy_outbox(place.source, 1);
  CHECK(sequence_of(intake.poll()) == 1);
  CHECK_FALSE(intake.poll());
  tests::copy_outbox(place.source, 3);
  CHECK(sequence_of(intake.poll()) == 3);
  CHECK_FALSE(intake.poll());
  CHECK(is_whole(place.state, intake.current()));
  CHECK(intake.high_water() == 3);
  CHECK(list_releases(place.state) == std::vector<std::int64_t>{1, 3});
  // 4 pictures of 3 sizes, one of them in two editions, and two databases.
  CHECK(count_blobs(place.state) == 17);
  CHECK(fs::read_symlink(place.state / "current") == "releases/00000003");
  CHECK(place.log.empty());
}

TEST_CASE("releases that are neither current nor previous go, with their blobs") {
  Place place;
  Intake intake = place.intake();
  for (std::int64_t sequence = 1; sequence <= 3; ++sequence) {
    tests::copy_outbox(place.source, sequence);
    CHECK(sequence_of(intake.poll()) == sequence);
  }
  CHECK(count_blobs(place.state) == 9 + 3 * 4);  // the old one's pictures may still be on the screen
  intake.poll();
  CHECK(list_releases(place.state) == std::vector<std::int64_t>{2, 3});
  CHECK(count_blobs(place.state) == 9 + 2 * 4);
}

TEST_CASE("a start shows what was shown before, without the source") {
  Place place;
  tests::copy_outbox(place.source, 2);
  { CHECK(sequence_of(place.intake().poll()) == 2); }
  fs::remove_all(place.source);
  Intake intake = place.intake();
  CHECK(sequence_of(intake.current()) == 2);
  CHECK_FALSE(intake.poll());
  CHECK(intake.high_water() == 2);
  CHECK(scrub_until_told(intake) == ScrubResult::Clean);
}

TEST_CASE("files that arrive in any order show nothing until the last one is there") {
  std::mt19937 random(7);
  for (int round = 0; round < 12; ++round) {
    Place place;
    tests::copy_outbox(place.source, 1);
    Intake intake = place.intake();
    REQUIRE(sequence_of(intake.poll()) == 1);

    const fs::path sender = place.folder.path() / "sender";
    tests::copy_outbox(sender, 2);
    std::vector<fs::path> files = tests::release_files(sender, 2);
    std::erase_if(files, [&](const fs::path& file) { return fs::exists(place.source / file); });
    std::ranges::shuffle(files, random);
    for (std::size_t i = 0; i < files.size(); ++i) {
      const std::string bytes = tests::slurp(sender / files[i]);
      tests::spill(place.source / files[i], std::string_view(bytes).substr(0, random() % bytes.size()));
      REQUIRE_FALSE(intake.poll());
      tests::spill(place.source / files[i], bytes);
      REQUIRE(sequence_of(intake.poll()) == (i + 1 == files.size() ? 2 : 0));
    }
    CHECK(is_whole(place.state, intake.current()));
  }
}

TEST_CASE("a newer release that is not complete does not hold up an older new one") {
  Place place;
  tests::copy_outbox(place.source, 3);
  const fs::path manifest = place.source / "releases/00000003/manifest.txt";
  const std::string text = tests::slurp(manifest);
  SUBCASE("its manifest is cut off") { fs::resize_file(manifest, text.size() / 2); }
  SUBCASE("its manifest is missing") { fs::remove(manifest); }
  Intake intake = place.intake();
  CHECK(sequence_of(intake.poll()) == 2);
  CHECK_FALSE(intake.poll());
  tests::spill(manifest, text);
  CHECK(sequence_of(intake.poll()) == 3);
}

TEST_CASE("an older release does not come back, its content under a new number does") {
  Place place;
  tests::copy_outbox(place.source, 2);
  Intake intake = place.intake();
  REQUIRE(sequence_of(intake.poll()) == 2);
  fs::remove_all(place.source);
  tests::copy_outbox(place.source, 1);
  CHECK_FALSE(intake.poll());

  const Blobs pictures = tests::sample_pictures(place.folder.path() / "pictures");
  build_release(tests::sample_content(12, 1), pictures, 2, place.source, {});
  CHECK(sequence_of(intake.poll()) == 3);
  CHECK(read_manifest(intake.current()->release_dir).blobs == read_manifest(place.source / "releases/00000001").blobs);
}

TEST_CASE("another release under the number that was shown is refused") {
  Place place;
  tests::copy_outbox(place.source, 1);
  {
    Intake intake = place.intake();
    REQUIRE(sequence_of(intake.poll()) == 1);
    intake.reject_current("a test");
    CHECK_FALSE(intake.current());
  }
  Manifest manifest = read_manifest(place.source / "releases/00000001");
  manifest.made = "2026-08-01T00:00:00Z";
  tests::spill(place.source / "releases/00000001/manifest.txt", print_manifest(manifest));
  Intake intake = place.intake();
  CHECK_FALSE(intake.poll());
  CHECK(intake.high_water() == 1);
  CHECK(place.log.back().find("not the release that was shown") != std::string::npos);
}

TEST_CASE("releases for another channel or a newer program are left alone") {
  Place place;
  tests::copy_outbox(place.source, 2);
  Manifest manifest = read_manifest(place.source / "releases/00000002");
  IntakeOptions options = place.options();
  SUBCASE("another channel") {
    options.channel = "default";
    manifest.channel = "square";
  }
  SUBCASE("a newer program") { manifest.needs = kContentVersion + 1; }
  tests::spill(place.source / "releases/00000002/manifest.txt", print_manifest(manifest));
  Intake intake(options);
  CHECK(sequence_of(intake.poll()) == 1);
  CHECK_FALSE(intake.poll());
}
