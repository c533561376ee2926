// What happens to the office's database when things go wrong around it: killed programs, full disks, failed migrations.
#include <doctest/doctest.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <functional>

#include "content/error.h"
#include "content/office_store.h"
#include "content/schema.h"
#include "tests/content/office_file_support.h"

using namespace content;
using tests::bytes_of;
using tests::office_with_records;
using tests::series_body;
using tests::TemporaryFolder;
using tests::write_bytes;

namespace {

namespace fs = std::filesystem;

// Runs `work` in a child process and answers its exit status; 99 when it threw.
int in_child(const std::function<int()>& work) {
  const pid_t child = fork();
  if (child == 0) {
    int status = 99;
    try {
      status = work();
    } catch (...) {
    }
    _exit(status);
  }
  int status = 0;
  waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

// A child that edits one record over and over and says each revision on the pipe once it is acknowledged.
[[noreturn]] void write_for_ever(const fs::path& path, const RecordId& id, int pipe_end) {
  auto opened = OfficeStore::open(path);
  if (!opened.store) _exit(98);
  std::int64_t revision = opened.store->get(id)->revision;
  while (true) {
    const auto body = series_body("第 " + std::to_string(revision + 1) + " 版");
    revision = opened.store->edit(id, revision, body, "小林").revision;
    if (write(pipe_end, &revision, sizeof revision) != sizeof revision) _exit(97);
  }
}

// Kills the writer after `acknowledged` answers and some microseconds more; the last revision that it acknowledged.
std::int64_t kill_a_writer(const fs::path& path, const RecordId& id, int acknowledged, unsigned more_us) {
  int ends[2];
  REQUIRE(pipe(ends) == 0);
  const pid_t child = fork();
  if (child == 0) {
    close(ends[0]);
    try {
      write_for_ever(path, id, ends[1]);
    } catch (...) {
    }
    _exit(96);
  }
  close(ends[1]);
  std::int64_t last = 0;
  for (int i = 0; i < acknowledged; ++i) REQUIRE(read(ends[0], &last, sizeof last) == sizeof last);
  usleep(more_us);
  kill(child, SIGKILL);
  waitpid(child, nullptr, 0);
  std::int64_t later = 0;
  while (read(ends[0], &later, sizeof later) == sizeof later) last = later;
  close(ends[0]);
  return last;
}

}  // namespace

TEST_CASE("a writer killed at any moment loses nothing that it acknowledged") {
  const TemporaryFolder folder;
  const fs::path path = office_with_records(folder, 1);
  const RecordId id = OfficeStore::open(path).store->list(Kind::Series).front().id;
  const char* long_run = std::getenv("SHUANGYONG_LONG");
  const int kills = long_run != nullptr && std::string_view(long_run) == "1" ? 1000 : 20;
  for (int i = 0; i < kills; ++i) {
    const std::int64_t acknowledged = kill_a_writer(path, id, 1 + i % 4, static_cast<unsigned>(i * 137 % 3000));
    const auto opened = OfficeStore::open(path);
    REQUIRE_MESSAGE(opened.outcome == Opening::Ready, opened.sentence.en);
    const auto record = opened.store->get(id);
    REQUIRE(record->revision >= acknowledged);
    REQUIRE(record->revision <= acknowledged + 1);
    REQUIRE(record->body == series_body("第 " + std::to_string(record->revision) + " 版"));
    REQUIRE(static_cast<std::int64_t>(opened.store->history(id).size()) == record->revision);
  }
}

TEST_CASE("a database is not made over a file that is there") {
  const TemporaryFolder folder;
  write_bytes(folder / "office.db", "something");
  CHECK_THROWS_AS(OfficeStore::create(folder / "office.db"), Error);
  CHECK(bytes_of(folder / "office.db") == "something");
}

TEST_CASE("a folder that cannot be written is told at opening") {
  const TemporaryFolder folder;
  const fs::path path = office_with_records(folder, 1);
  const std::string before = bytes_of(path);
  fs::permissions(path, fs::perms::owner_read | fs::perms::group_read | fs::perms::others_read);
  fs::permissions(folder.path(), fs::perms(0555));
  // Root may write anywhere, so the child becomes nobody first.
  const int status = in_child([&] {
    if (geteuid() == 0 && seteuid(65534) != 0) return 2;
    try {
      OfficeStore::open(path);
    } catch (const Error& error) {
      return error.text().zh.find("权限") != std::string::npos ? 0 : 3;
    }
    return 4;
  });
  fs::permissions(folder.path(), fs::perms(0755));
  CHECK(status == 0);
  CHECK(bytes_of(path) == before);
}

TEST_CASE("a full disk refuses the write, says so and loses nothing") {
  const TemporaryFolder folder;
  const fs::path path = office_with_records(folder, 3);
  // The limit on a file's size stands in for the disk's end: it works without rights.
  const int status = in_child([&] {
    signal(SIGXFSZ, SIG_IGN);
    auto opened = OfficeStore::open(path);
    const rlimit limit{.rlim_cur = 64 * 1024, .rlim_max = RLIM_INFINITY};
    if (setrlimit(RLIMIT_FSIZE, &limit) != 0) return 2;
    try {
      for (int i = 0; i < 1000; ++i) opened.store->create(Kind::Series, series_body("新 " + std::to_string(i)), "小林");
    } catch (const Error& error) {
      return error.text().zh.find("空间") != std::string::npos ? 0 : 3;
    }
    return 4;
  });
  CHECK(status == 0);
  const auto opened = OfficeStore::open(path);
  REQUIRE(opened.outcome == Opening::Ready);
  CHECK(opened.store->list(Kind::Series).size() >= 3);
}

TEST_CASE("an older database is brought up to date and its old file is kept") {
  const TemporaryFolder folder;
  const fs::path path = office_with_records(folder, 2);
  std::vector<SchemaStep> steps(office_schema().begin(), office_schema().end());
  steps.push_back({.version = steps.back().version + 1, .sql = "CREATE TABLE later (text TEXT) STRICT"});
  {
    const auto opened = OfficeStore::open(path, steps);
    CHECK(opened.outcome == Opening::Migrated);
    CHECK(opened.store->list(Kind::Series).size() == 2);
  }
  CHECK(OfficeStore::open(path, steps).outcome == Opening::Ready);
  CHECK(OfficeStore::open(path).outcome == Opening::Newer);
  CHECK(OfficeStore::open(path.string() + ".version-" + std::to_string(office_schema().back().version)).outcome == Opening::Ready);
}

TEST_CASE("a migration that fails leaves the database as it was") {
  const TemporaryFolder folder;
  const fs::path path = office_with_records(folder, 2);
  std::vector<SchemaStep> steps(office_schema().begin(), office_schema().end());
  steps.push_back({.version = steps.back().version + 1, .sql = "CREATE TABLE later (text TEXT) STRICT; NONSENSE"});
  CHECK_THROWS_AS(OfficeStore::open(path, steps), Error);
  const auto opened = OfficeStore::open(path);
  CHECK(opened.outcome == Opening::Ready);
  CHECK(opened.store->list(Kind::Series).size() == 2);
}

TEST_CASE("a backup is a whole database of its own") {
  const TemporaryFolder folder;
  const fs::path path = office_with_records(folder, 5);
  OfficeStore::open(path).store->backup(folder / "copy.db");
  const auto copy = OfficeStore::open(folder / "copy.db");
  REQUIRE(copy.outcome == Opening::Ready);
  CHECK(copy.store->list(Kind::Series).size() == 5);
}

TEST_CASE("two programs may have the office open, and the second sees what the first wrote") {
  const TemporaryFolder folder;
  const fs::path path = office_with_records(folder, 1);
  const auto one = OfficeStore::open(path);
  const auto two = OfficeStore::open(path);
  const Record record = one.store->list(Kind::Series).front();
  one.store->edit(record.id, record.revision, series_body("改过"), "小林");
  CHECK_THROWS_AS(two.store->edit(record.id, record.revision, series_body("也改"), "王初"), Error);
  CHECK(two.store->get(record.id)->body == series_body("改过"));
}
