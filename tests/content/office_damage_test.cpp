// Strange and spoilt files in the place of the office's database: refused with a sentence, and every byte of them kept.
#include <SQLiteCpp/SQLiteCpp.h>
#include <doctest/doctest.h>

#include <functional>
#include <string>
#include <vector>

#include "content/office_store.h"
#include "tests/content/office_file_support.h"

using namespace content;
using tests::bytes_of;
using tests::office_with_records;
using tests::TemporaryFolder;
using tests::write_bytes;

namespace {

namespace fs = std::filesystem;

struct Refused {
  const char* name;
  Opening outcome;
  std::function<void(const fs::path&)> spoil;
};

}  // namespace

TEST_CASE("a missing database is not made by opening it") {
  const TemporaryFolder folder;
  const auto opened = OfficeStore::open(folder / "none.db");
  CHECK(opened.outcome == Opening::Missing);
  CHECK(opened.sentence.zh.find("admin init") != std::string::npos);
  CHECK_FALSE(fs::exists(folder / "none.db"));
}

TEST_CASE("a foreign, newer or damaged file is refused with a sentence and keeps every byte") {
  const Refused rows[] = {
      {"a text file", Opening::Foreign, [](const fs::path& path) { write_bytes(path, std::string(4000, 'x')); }},
      {"a short text file", Opening::Foreign, [](const fs::path& path) { write_bytes(path, "商户名称,电话\n"); }},
      {"an empty file", Opening::Damaged, [](const fs::path& path) { write_bytes(path, ""); }},
      {"another program's database", Opening::Foreign,
       [](const fs::path& path) {
         fs::remove(path);
         SQLite::Database other(path.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
         other.exec("CREATE TABLE note (text)");
       }},
      {"a newer version", Opening::Newer,
       [](const fs::path& path) {
         SQLite::Database newer(path.string(), SQLite::OPEN_READWRITE);
         newer.exec("PRAGMA user_version = 1000");
       }},
      {"half of a file", Opening::Damaged,
       [](const fs::path& path) { write_bytes(path, bytes_of(path).substr(0, bytes_of(path).size() / 2)); }},
      {"a page of noughts", Opening::Damaged,
       [](const fs::path& path) { write_bytes(path, bytes_of(path).replace(8192, 4096, std::string(4096, '\0'))); }},
  };
  for (const Refused& row : rows) {
    CAPTURE(row.name);
    const TemporaryFolder folder;
    const fs::path path = office_with_records(folder, 10);
    row.spoil(path);
    const std::string before = bytes_of(path);
    const auto opened = OfficeStore::open(path);
    CHECK(opened.outcome == row.outcome);
    CHECK(opened.store == nullptr);
    CHECK(opened.sentence.zh.find(path.string()) != std::string::npos);
    CHECK(opened.sentence.en.find(path.string()) != std::string::npos);
    CHECK(bytes_of(path) == before);
    CHECK_FALSE(fs::exists(path.string() + "-wal"));
  }
  const TemporaryFolder folder;
  CHECK(OfficeStore::open(folder.path()).outcome == Opening::Foreign);
}

TEST_CASE("a flipped bit in any record's text is found") {
  const TemporaryFolder folder;
  const fs::path path = office_with_records(folder, 20);
  const std::string good = bytes_of(path);
  int flips = 0;
  for (std::size_t at = good.find("系列 "); at != std::string::npos; at = good.find("系列 ", at + 1)) {
    std::string bad = good;
    bad[at + 7] = static_cast<char>(bad[at + 7] ^ 1);
    write_bytes(path, bad);
    const auto opened = OfficeStore::open(path);
    // A log that somebody changed does not stop the office from working; asked, it tells.
    if (opened.outcome == Opening::Ready) REQUIRE(opened.store->verify_audit().fault != std::nullopt);
    else REQUIRE(opened.outcome == Opening::Damaged);
    REQUIRE(bytes_of(path) == bad);
    ++flips;
  }
  CHECK(flips >= 80);
  write_bytes(path, good);
  CHECK(OfficeStore::open(path).outcome == Opening::Ready);
}

TEST_CASE("random flipped bits never crash the store nor change a stored record unseen") {
  const TemporaryFolder folder;
  const fs::path path = office_with_records(folder, 10);
  const std::string good = bytes_of(path);
  std::vector<nlohmann::json> bodies;
  for (const Record& record : OfficeStore::open(path).store->list(Kind::Series)) bodies.push_back(record.body);
  for (std::size_t i = 0; i < 200; ++i) {
    std::string bad = good;
    const std::size_t at = i * 7919 % bad.size();
    bad[at] = static_cast<char>(bad[at] ^ (1 << (i % 8)));
    fs::remove(path.string() + "-wal");
    fs::remove(path.string() + "-shm");
    write_bytes(path, bad);
    const auto opened = OfficeStore::open(path);
    if (opened.outcome != Opening::Ready) {
      REQUIRE(bytes_of(path) == bad);
      continue;
    }
    const auto records = opened.store->list(Kind::Series);
    REQUIRE(records.size() == bodies.size());
    for (std::size_t n = 0; n < bodies.size(); ++n) REQUIRE(records[n].body == bodies[n]);
  }
}
