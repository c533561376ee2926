#include "admin/workspace/opening.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <chrono>
#include <fstream>
#include <iterator>

#include "tests/support/temporary_folder.h"

using admin::DoorTrouble;
using admin::OpenedOffice;
using content::OfficeStore;
namespace fs = std::filesystem;

namespace {

struct Place {
  tests::TemporaryFolder folder;
  fs::path db = folder / "office/office.db";

  // An office with one person in it.
  void make() const {
    const auto store = OfficeStore::create(db);
    store->add_person("梁秋", content::Role::Editor);
  }
  void backup() const {
    fs::create_directories(db.parent_path() / "备份");
    OfficeStore::open(db).store->backup(db.parent_path() / "备份" / "office-2026-07-30-1026.db");
  }
  void write(const fs::path& file, const std::string& bytes, std::streamoff at = 0) const {
    fs::create_directories(file.parent_path());
    std::fstream out(file, std::ios::binary | std::ios::in | std::ios::out | (fs::exists(file) ? std::ios::openmode{} : std::ios::trunc));
    out.seekp(at);
    out << bytes;
  }
  std::string bytes(const fs::path& file) const {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  }
};

bool says(const OpenedOffice& found, std::string_view part) { return found.sentence.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("where there is no office yet one is made, with its folder when that lies in one that is there") {
  const Place place;
  const OpenedOffice found = admin::open_office_at(place.db);
  CHECK(found.store != nullptr);
  CHECK(fs::exists(place.db));
}

TEST_CASE("a folder that is not there may be a disk that is not plugged in: nothing is made unasked") {
  const Place place;
  const fs::path db = place.folder / "away/office/office.db";
  const OpenedOffice found = admin::open_office_at(db);
  CHECK(found.store == nullptr);
  CHECK(found.trouble == DoorTrouble::NoFolder);
  CHECK(says(found, db.string()));
  CHECK(found.may_make);
  CHECK_FALSE(fs::exists(place.folder / "away"));
  CHECK(admin::make_office_at(db).store != nullptr);
  CHECK(fs::exists(db));
}

TEST_CASE("pictures or backups without their database: it was lost, and an empty one would hide that") {
  const Place place;
  place.make();
  place.backup();
  fs::remove(place.db);
  const OpenedOffice found = admin::open_office_at(place.db);
  CHECK(found.trouble == DoorTrouble::Lost);
  CHECK(found.may_make);
  CHECK(found.backup.filename() == "office-2026-07-30-1026.db");
  CHECK_FALSE(fs::exists(place.db));
  const OpenedOffice back = admin::set_aside_and_restore(place.db, found.backup);
  REQUIRE(back.store != nullptr);
  CHECK(back.store->find_person("梁秋"));

  const Place pictures;
  pictures.write(pictures.db.parent_path() / "media/one", "x");
  CHECK(admin::open_office_at(pictures.db).trouble == DoorTrouble::Lost);
}

TEST_CASE("a damaged database is left alone – its backup takes its place only when asked, and the old file stays") {
  const Place place;
  place.make();
  place.backup();
  place.write(place.db, std::string(3000, '\xAA'), 4096 * 2);
  const std::string broken = place.bytes(place.db);
  const OpenedOffice found = admin::open_office_at(place.db);
  CHECK(found.trouble == DoorTrouble::Damaged);
  CHECK_FALSE(found.may_make);
  CHECK(says(found, "已损坏"));
  CHECK(place.bytes(place.db) == broken);
  REQUIRE_FALSE(found.backup.empty());
  const OpenedOffice back = admin::set_aside_and_restore(place.db, found.backup);
  REQUIRE(back.store != nullptr);
  CHECK(back.store->find_person("梁秋"));
  CHECK(place.bytes(place.folder / "office/office.db.旧-1") == broken);
}

TEST_CASE("a backup that does not open changes nothing") {
  const Place place;
  place.make();
  place.write(place.db, std::string(3000, '\xAA'), 4096 * 2);
  const std::string broken = place.bytes(place.db);
  place.write(place.folder / "office/备份/office-2026-07-29-1000.db", "not a database");
  const OpenedOffice found = admin::set_aside_and_restore(place.db, place.folder / "office/备份/office-2026-07-29-1000.db");
  CHECK(found.store == nullptr);
  CHECK(says(found, "什么都没有动"));
  CHECK(place.bytes(place.db) == broken);
  CHECK_FALSE(fs::exists(place.folder / "office/office.db.旧-1"));
}

TEST_CASE("what is no office, or one of a newer program, is left alone and nothing is offered in its place") {
  const Place foreign;
  foreign.write(foreign.db, "账本，不是数据库");
  CHECK(admin::open_office_at(foreign.db).trouble == DoorTrouble::Foreign);
  CHECK_FALSE(admin::open_office_at(foreign.db).may_make);
  CHECK(foreign.bytes(foreign.db) == "账本，不是数据库");
  CHECK(admin::make_office_at(foreign.db).store == nullptr);

  const Place folder;
  fs::create_directories(folder.db);
  CHECK(admin::open_office_at(folder.db).trouble == DoorTrouble::Foreign);

  const Place newer;
  newer.make();
  newer.write(newer.db, std::string("\0\0\0\x63", 4), 60);   // PRAGMA user_version = 99
  const OpenedOffice found = admin::open_office_at(newer.db);
  CHECK(found.trouble == DoorTrouble::Newer);
  CHECK(says(found, "更新版本的程序"));
}

TEST_CASE("a database that another program holds keeps the window waiting for less than a second") {
  const Place place;
  place.make();
  const auto other = OfficeStore::open(place.db).store;
  {
    OfficeStore::Batch holds(*other);
    const auto start = std::chrono::steady_clock::now();
    const OpenedOffice found = admin::open_office_at(place.db);
    CHECK(std::chrono::steady_clock::now() - start < std::chrono::milliseconds(1500));
    CHECK(found.trouble == DoorTrouble::Busy);
    CHECK(says(found, "数据库正被别的程序占用"));
  }
  CHECK(admin::open_office_at(place.db).store != nullptr);
}

TEST_CASE("a folder that may not be read says so") {
  const Place place;
  place.make();
  fs::permissions(place.db, fs::perms::owner_read);
  const bool allowed = ::access(place.db.c_str(), W_OK) == 0;   // as root
  if (!allowed) {
    const OpenedOffice found = admin::open_office_at(place.db);
    CHECK(found.trouble == DoorTrouble::Other);
    CHECK(says(found, "权限"));
  }
  fs::permissions(place.db, fs::perms::owner_all);
}
