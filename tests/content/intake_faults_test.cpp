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

TEST_CASE("killed at any step, the kiosk shows the old release or the new one, and takes the new one next time") {
  const TemporaryFolder before;
  {
    Place place;
    tests::copy_outbox(place.source, 1);
    Intake intake = place.intake();
    REQUIRE(sequence_of(intake.poll()) == 1);
    tests::copy_outbox(place.source, 2);
    REQUIRE(sequence_of(intake.poll()) == 2);
    fs::copy(place.state, before.path() / "state", fs::copy_options::recursive | fs::copy_options::copy_symlinks);
  }
  bool was_killed = true;
  int kills = 0;
  for (; was_killed; ++kills) {
    Place place;
    fs::copy(before.path() / "state", place.state, fs::copy_options::recursive | fs::copy_options::copy_symlinks);
    tests::copy_outbox(place.source, 3);
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
      int steps_left = kills;
      IntakeOptions options = place.options();
      options.before_step = [&](std::string_view) {
        if (steps_left-- == 0) ::kill(::getpid(), SIGKILL);
      };
      Intake intake(options);
      intake.poll();
      intake.poll();  // removes what is no longer needed
      ::_exit(0);
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    was_killed = WIFSIGNALED(status);

    Intake intake = place.intake();
    const std::int64_t shown = sequence_of(intake.current());
    CHECK((shown == 2 || shown == 3));
    CHECK(is_whole(place.state, intake.current()));
    CHECK(intake.high_water() == shown);
    CHECK(sequence_of(intake.poll()) == (shown == 3 ? 0 : 3));
    CHECK(is_whole(place.state, intake.current()));
    CHECK(place.log.empty());
  }
  CHECK(kills > 10);
}

TEST_CASE("a damaged file is fetched again from the source") {
  Place place;
  tests::copy_outbox(place.source, 1);
  Intake intake = place.intake();
  REQUIRE(sequence_of(intake.poll()) == 1);
  std::mt19937 random(11);
  for (int i = 0; i < 20; ++i) {
    const fs::path blob = own_blob(place.state, 1, random() % 13);
    tests::flip_bit(blob, random() % (fs::file_size(blob) * 8));
    CHECK(scrub_until_told(intake) == ScrubResult::Healed);
    CHECK(is_whole(place.state, intake.current()));
    while (scrub_until_told(intake) != ScrubResult::Clean) {
    }
  }
}

TEST_CASE("a damaged release without its source gives way to the one before, and comes back with the source") {
  Place place;
  Intake intake = place.intake();
  for (const std::int64_t sequence : {1, 2}) {
    tests::copy_outbox(place.source, sequence);
    REQUIRE(sequence_of(intake.poll()) == sequence);
  }
  fs::remove_all(place.source);
  const std::string database = read_manifest(intake.current()->release_dir).content_db;
  tests::flip_bit(place.state / "blobs" / blob_name(database), 4000);
  CHECK(scrub_until_told(intake) == ScrubResult::FellBack);
  CHECK(sequence_of(intake.current()) == 1);
  CHECK(is_whole(place.state, intake.current()));
  CHECK(intake.high_water() == 2);

  tests::copy_outbox(place.source, 2);
  CHECK(sequence_of(intake.poll()) == 2);
  CHECK(is_whole(place.state, intake.current()));
}

TEST_CASE("a machine that is out of file handles for a while throws nothing away") {
  Place place;
  Intake intake = place.intake();
  tests::copy_outbox(place.source, 1);
  REQUIRE(sequence_of(intake.poll()) == 1);
  fs::remove_all(place.source);
  rlimit usual{};
  REQUIRE(::getrlimit(RLIMIT_NOFILE, &usual) == 0);
  const rlimit none{.rlim_cur = 3, .rlim_max = usual.rlim_max};
  REQUIRE(::setrlimit(RLIMIT_NOFILE, &none) == 0);
  const ScrubResult first = intake.scrub_step();
  const ScrubResult second = intake.scrub_step();
  REQUIRE(::setrlimit(RLIMIT_NOFILE, &usual) == 0);
  CHECK(first == ScrubResult::Working);
  CHECK(second == ScrubResult::Working);
  CHECK(scrub_until_told(intake) == ScrubResult::Clean);
  CHECK(sequence_of(intake.current()) == 1);
  CHECK(is_whole(place.state, intake.current()));
}

TEST_CASE("a start with damage in the state folder shows the last good release") {
  Place place;
  {
    Intake intake = place.intake();
    for (const std::int64_t sequence : {1, 2}) {
      tests::copy_outbox(place.source, sequence);
      REQUIRE(sequence_of(intake.poll()) == sequence);
    }
  }
  fs::remove_all(place.source);
  std::int64_t expected = 1;
  SUBCASE("the current manifest is cut off") { fs::resize_file(place.state / "releases/00000002/manifest.txt", 100); }
  SUBCASE("the current manifest is gone") { fs::remove_all(place.state / "releases/00000002"); }
  SUBCASE("a file of the current release is gone") {
    const Manifest manifest = read_manifest(place.state / "releases/00000002");
    fs::remove(place.state / "blobs" / blob_name(manifest.content_db));
  }
  SUBCASE("the link is gone") {
    fs::remove(place.state / "current");
    expected = 2;
  }
  SUBCASE("the link leads nowhere") {
    fs::remove(place.state / "current");
    fs::create_symlink("releases/00000007", place.state / "current");
    expected = 2;
  }
  SUBCASE("the high-water mark is damaged") {
    tests::flip_bit(place.state / "high-water", 3);
    expected = 2;
  }
  SUBCASE("everything is gone") {
    fs::remove_all(place.state / "blobs");
    expected = 0;
  }
  Intake intake = place.intake();
  CHECK(sequence_of(intake.current()) == expected);
  CHECK(intake.high_water() == 2);
  tests::copy_outbox(place.source, 2);
  intake.poll();
  CHECK(sequence_of(intake.current()) == 2);
  CHECK(is_whole(place.state, intake.current()));
}

TEST_CASE("a release that the program cannot show is refused before the switch") {
  Place place;
  tests::copy_outbox(place.source, 2);
  IntakeOptions options = place.options();
  options.prove = [](const fs::path& folder) {
    if (folder.filename() == "00000002") throw Error("No.");
  };
  Intake intake(options);
  CHECK(sequence_of(intake.poll()) == 1);
  CHECK_FALSE(intake.poll());
  CHECK(place.log.size() == 1);
}

TEST_CASE("a stick that is pulled out and put back is taken up again") {
  Place place;
  tests::copy_outbox(place.source, 1);
  Intake intake = place.intake();
  REQUIRE(sequence_of(intake.poll()) == 1);
  fs::rename(place.source, place.folder.path() / "elsewhere");
  CHECK_FALSE(intake.poll());
  CHECK(sequence_of(intake.current()) == 1);
  tests::copy_outbox(place.folder.path() / "elsewhere", 2);
  fs::rename(place.folder.path() / "elsewhere", place.source);
  CHECK(sequence_of(intake.poll()) == 2);
}

TEST_CASE("a full disk keeps the old release and says so once") {
  Place place;
  tests::copy_outbox(place.source, 1);
  {
    Intake intake = place.intake();
    REQUIRE(sequence_of(intake.poll()) == 1);
  }
  tests::copy_outbox(place.source, 2);
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    // No file may grow beyond this: the pictures fit, the database does not.
    ::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{4096, 4096};
    ::setrlimit(RLIMIT_FSIZE, &limit);
    Intake intake = place.intake();
    for (int i = 0; i < 3; ++i) intake.poll();
    ::_exit(place.log.size() == 1 && sequence_of(intake.current()) == 1 && is_whole(place.state, intake.current()) ? 0 : 1);
  }
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  CHECK(status == 0);
  Intake intake = place.intake();
  CHECK(sequence_of(intake.poll()) == 2);
}

TEST_CASE("an error half-way keeps the old release, and the next look takes the new one") {
  Place place;
  tests::copy_outbox(place.source, 1);
  IntakeOptions options = place.options();
  bool is_broken = false;
  options.before_step = [&](std::string_view step) {
    if (is_broken && step == "sync blobs") throw Error("The disk does not answer.");
  };
  Intake intake(options);
  REQUIRE(sequence_of(intake.poll()) == 1);
  tests::copy_outbox(place.source, 2);
  is_broken = true;
  for (int i = 0; i < 3; ++i) CHECK_FALSE(intake.poll());
  CHECK(place.log.size() == 1);
  CHECK(sequence_of(intake.current()) == 1);
  is_broken = false;
  CHECK(sequence_of(intake.poll()) == 2);
}

TEST_CASE("a release that cannot be copied is not copied again at each look") {
  Place place;
  tests::copy_outbox(place.source, 1);
  IntakeOptions options = place.options();
  int copies = 0;
  options.before_step = [&](std::string_view step) {
    if (step == "sync blobs") ++copies, throw Error("The disk does not answer.");
  };
  Intake intake(options);
  for (int i = 0; i < 100; ++i) CHECK_FALSE(intake.poll());
  CHECK(copies <= 5);
  // Another manifest is worth another try.
  const fs::path manifest = place.source / "releases" / "00000001" / "manifest.txt";
  fs::last_write_time(manifest, fs::last_write_time(manifest) + std::chrono::seconds(1));
  CHECK_FALSE(intake.poll());
  CHECK(copies > 5);
}

TEST_CASE("two programs do not share a state folder") {
  Place place;
  const Intake first = place.intake();
  CHECK_THROWS_AS(place.intake(), Error);
}

TEST_CASE("what lies in the source and is no release does no harm") {
  Place place;
  tests::copy_outbox(place.source, 1);
  fs::create_directories(place.source / "releases/.00000009");
  fs::create_directories(place.source / "releases/00000005/manifest.txt");
  tests::spill(place.source / "releases/00000006", "a file");
  tests::spill(place.source / "releases/00000007/manifest.txt", std::string(1000, '\0'));
  fs::create_directories(place.source / "releases/00000008");
  REQUIRE(::mkfifo((place.source / "releases/00000008/manifest.txt").c_str(), 0600) == 0);
  Intake intake = place.intake();
  CHECK(sequence_of(intake.poll()) == 1);
}
