#include "content/catalog.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <doctest/doctest.h>

#include "content/error.h"
#include "content/release.h"
#include "content/release_db.h"
#include "content/release_manifest.h"
#include "content/search.h"
#include "content/sha256.h"
#include "release_test_data.h"
#include "tests/support/temporary_folder.h"

namespace fs = std::filesystem;
using namespace content;
using tests::TemporaryFolder;

namespace {

// Release 1 with its database changed by `sql` and a manifest that says so: what a forger, not an accident, makes.
void tamper(const fs::path& outbox, const std::string& sql) {
  const fs::path folder = outbox / "releases/00000001";
  Manifest manifest = read_manifest(folder);
  const fs::path work = outbox / "work.db";
  fs::copy_file(outbox / "blobs" / blob_name(manifest.content_db), work);
  {
    SQLite::Database db(work.string(), SQLite::OPEN_READWRITE);
    db.exec(sql);
  }
  manifest.content_db = Blobs(outbox / "blobs").adopt(work);
  manifest.blobs = {manifest.content_db};
  tests::spill(folder / "manifest.txt", print_manifest(manifest));
}

void replace_database(const fs::path& outbox, std::string_view bytes) {
  const fs::path folder = outbox / "releases/00000001";
  Manifest manifest = read_manifest(folder);
  manifest.content_db = Blobs(outbox / "blobs").put(std::as_bytes(std::span(bytes.data(), bytes.size())));
  manifest.blobs = {manifest.content_db};
  tests::spill(folder / "manifest.txt", print_manifest(manifest));
}

}  // namespace

TEST_CASE("a release's records come in the order in which the screens list them") {
  const TemporaryFolder outbox;
  tests::copy_outbox(outbox.path(), 1);
  const std::shared_ptr<const Catalog> catalog = Catalog::load(outbox.path() / "releases/00000001");
  CHECK(catalog->sequence == 1);
  CHECK(catalog->city.name == "江城市");
  CHECK(catalog->merchants.size() == 12);
  REQUIRE(catalog->figures.size() == 3);
  // A surname is read as a surname: 白 Bái, 单 Shàn, 曾 Zēng.
  CHECK(catalog->figures[0].name == "白丽");
  CHECK(catalog->figures[1].name == "单雄");
  CHECK(catalog->figures[2].name == "曾勇");
  REQUIRE(catalog->articles.size() == 2);
  CHECK(catalog->articles[0].title == "八一慰问");
  CHECK(catalog->media.size() == 4);
}

TEST_CASE("records and pictures are found by their ids, and what is not there is not") {
  const TemporaryFolder outbox;
  tests::copy_outbox(outbox.path(), 1);
  const std::shared_ptr<const Catalog> catalog = Catalog::load(outbox.path() / "releases/00000001");
  const Merchant& merchant = catalog->merchants[3];
  CHECK(catalog->find_merchant(merchant.id) == &merchant);
  CHECK(catalog->find_figure(merchant.id) == nullptr);
  CHECK(catalog->find_street(merchant.street) == &catalog->streets[0]);
  CHECK(catalog->find_product(RecordId{}) == nullptr);
  const Media* media = catalog->find_media(merchant.picture);
  REQUIRE(media != nullptr);
  REQUIRE(media->files.size() == 3);
  CHECK(media->files[0].size == MediaSize::Thumb);
  CHECK(sha256_file(catalog->blob_path(media->files[2])) == media->files[2].sha256);
  CHECK(catalog->find_media(MediaId{"none"}) == nullptr);
}

TEST_CASE("the search of a release finds its records") {
  const TemporaryFolder outbox;
  tests::copy_outbox(outbox.path(), 1);
  const std::shared_ptr<const Catalog> catalog = Catalog::load(outbox.path() / "releases/00000001");
  SearchIndex index(catalog->content_db);
  CHECK(index.find({.text = "江滩小店", .kinds = {}}).total == 12);
  CHECK(index.find({.text = "全单八折", .kinds = {}}).total == 12);
  const SearchPage page = index.find({.text = "shanxiong", .kinds = {}});
  REQUIRE(page.hits.size() == 1);
  CHECK(page.hits[0].title == "单雄");
}

TEST_CASE("a link to the release folder serves as well as the folder") {
  const TemporaryFolder outbox;
  tests::copy_outbox(outbox.path(), 1);
  fs::create_symlink("releases/00000001", outbox.path() / "current");
  CHECK(Catalog::load(outbox.path() / "current")->sequence == 1);
}

TEST_CASE("a database that is not exactly a release's is refused, though its hash is right") {
  const TemporaryFolder outbox;
  tests::copy_outbox(outbox.path(), 1);
  SUBCASE("a table more") { tamper(outbox.path(), "CREATE TABLE extra(x)"); }
  SUBCASE("a view") { tamper(outbox.path(), "CREATE VIEW extra AS SELECT * FROM record"); }
  SUBCASE("a trigger") { tamper(outbox.path(), "CREATE TRIGGER t AFTER INSERT ON record BEGIN DELETE FROM media; END"); }
  SUBCASE("an index more") { tamper(outbox.path(), "CREATE INDEX extra ON record(kind)"); }
  SUBCASE("a column more") { tamper(outbox.path(), "ALTER TABLE media ADD COLUMN extra TEXT"); }
  SUBCASE("a table less") { tamper(outbox.path(), "DROP TABLE media_file"); }
  SUBCASE("another application") { tamper(outbox.path(), "PRAGMA application_id=1"); }
  SUBCASE("a newer version") { tamper(outbox.path(), "PRAGMA user_version=99"); }
  SUBCASE("a record less") { tamper(outbox.path(), "DELETE FROM record WHERE kind='merchant' AND rank % 2"); }
  SUBCASE("no city") { tamper(outbox.path(), "UPDATE record SET kind='street' WHERE kind='city'"); }
  SUBCASE("an unknown kind") { tamper(outbox.path(), "UPDATE record SET kind='tank' WHERE kind='street'"); }
  SUBCASE("a body that is no object") { tamper(outbox.path(), "UPDATE record SET body='[]' WHERE kind='street'"); }
  SUBCASE("a body that is no JSON") { tamper(outbox.path(), "UPDATE record SET body='{' WHERE kind='street'"); }
  SUBCASE("a body of a wrong type") { tamper(outbox.path(), "UPDATE record SET body='{\"name\":5}' WHERE kind='street'"); }
  SUBCASE("a path instead of a hash") { tamper(outbox.path(), "UPDATE media_file SET sha256='../../etc/passwd'"); }
  SUBCASE("a size that is none") { tamper(outbox.path(), "UPDATE media_file SET size=7 WHERE size=2"); }
  SUBCASE("another program's database") {
    const fs::path foreign = outbox.path() / "foreign.db";
    SQLite::Database(foreign.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE).exec("CREATE TABLE t(x)");
    replace_database(outbox.path(), tests::slurp(foreign));
  }
  SUBCASE("a text file") { replace_database(outbox.path(), "Hello, this is no database at all.\n"); }
  SUBCASE("an empty file") { replace_database(outbox.path(), ""); }
  CHECK_THROWS_AS(Catalog::load(outbox.path() / "releases/00000001"), Error);
}

TEST_CASE("a release that is not there or needs a newer program is refused with a sentence") {
  const TemporaryFolder outbox;
  CHECK_THROWS_AS(Catalog::load(outbox.path() / "releases/00000001"), Error);
  tests::copy_outbox(outbox.path(), 1);
  Manifest manifest = read_manifest(outbox.path() / "releases/00000001");
  manifest.needs = kContentVersion + 1;
  tests::spill(outbox.path() / "releases/00000001/manifest.txt", print_manifest(manifest));
  CHECK_THROWS_AS(Catalog::load(outbox.path() / "releases/00000001"), Error);
}

TEST_CASE("a release's database cannot be written through its connection") {
  const TemporaryFolder outbox;
  tests::copy_outbox(outbox.path(), 1);
  const Manifest manifest = read_manifest(outbox.path() / "releases/00000001");
  SQLite::Database db = open_release_db(outbox.path() / "blobs" / blob_name(manifest.content_db));
  CHECK_THROWS_AS(db.exec("DELETE FROM record"), SQLite::Exception);
  CHECK_THROWS_AS(db.exec("PRAGMA writable_schema=ON; UPDATE sqlite_schema SET sql=''"), SQLite::Exception);
  CHECK_THROWS_AS(db.exec("ATTACH ':memory:' AS other"), SQLite::Exception);
}
