#include "content/release.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <random>

#include "content/catalog.h"
#include "content/error.h"
#include "content/release_db.h"
#include "content/release_manifest.h"
#include "content/sha256.h"
#include "release_test_data.h"
#include "tests/support/temporary_folder.h"

namespace fs = std::filesystem;
using namespace content;
using tests::TemporaryFolder;

namespace {

const ReleaseOptions kMade{.made = "2026-07-30T02:26:00Z"};

bool has_fault(const std::vector<ReleaseFault>& faults, FaultKind kind) {
  return std::ranges::any_of(faults, [&](const ReleaseFault& fault) { return fault.kind == kind && !fault.sentence.empty(); });
}

}  // namespace

TEST_CASE("a built release is whole, and sha256sum agrees") {
  const TemporaryFolder outbox;
  tests::copy_outbox(outbox.path(), 2);
  CHECK(list_releases(outbox.path()) == std::vector<std::int64_t>{1, 2});
  CHECK(verify_release(outbox.path(), 1).empty());
  CHECK(verify_release(outbox.path(), 2).empty());
  const std::string check = "cd '" + outbox.path().string() + "' && sha256sum --quiet -c releases/00000002/manifest.txt";
  CHECK(std::system(check.c_str()) == 0);
}

TEST_CASE("the same content gives the same database, byte for byte, and a release under the next number") {
  const TemporaryFolder folder;
  const Blobs pictures = tests::sample_pictures(folder.path() / "pictures");
  const BuiltRelease first = build_release(tests::sample_content(5, 1), pictures, 41, folder.path() / "out", kMade);
  const BuiltRelease second = build_release(tests::sample_content(5, 1), pictures, 0, folder.path() / "out", kMade);
  CHECK(first.sequence == 42);
  CHECK_FALSE(first.unchanged);
  CHECK(first.pictures == 4);
  CHECK(first.records == 12);
  CHECK(first.new_blobs == 13);
  CHECK(second.sequence == 43);
  CHECK(second.unchanged);
  CHECK(second.new_blobs == 0);
  CHECK(second.content_db == first.content_db);
  CHECK(verify_release(folder.path() / "out", 43).empty());
  CHECK_FALSE(fs::exists(folder.path() / "out" / ".publishing"));
}

TEST_CASE("only pictures that a record shows go out, and references to what is not there are left out") {
  const TemporaryFolder folder;
  const Blobs pictures = tests::sample_pictures(folder.path() / "pictures");
  ReleaseContent content = tests::sample_content(1, 1);
  std::erase_if(content.records, [](const ReleaseRecord& record) { return record.kind == Kind::Street; });
  const BuiltRelease built = build_release(content, pictures, 0, folder.path() / "out", kMade);
  CHECK(built.pictures == 2);  // the shop's and the figure's
  REQUIRE(built.dropped_references.size() == 1);
  CHECK(built.dropped_references[0].find("江滩小店 1") != std::string::npos);
}

TEST_CASE("what cannot be published is refused with a sentence and leaves no release") {
  const TemporaryFolder folder;
  const Blobs pictures = tests::sample_pictures(folder.path() / "pictures");
  ReleaseContent content = tests::sample_content(2, 1);
  SUBCASE("nothing approved") { content.records.clear(); }
  SUBCASE("no city") {
    std::erase_if(content.records, [](const ReleaseRecord& record) { return record.kind == Kind::City; });
  }
  SUBCASE("a picture that is not registered") { content.media.pop_back(); }
  SUBCASE("a picture that lacks a size") { content.media.back().files.pop_back(); }
  SUBCASE("a picture whose file is gone") { fs::remove(pictures.path(content.media.back().files[0].sha256)); }
  SUBCASE("a picture whose file is damaged") { tests::flip_bit(pictures.path(content.media.back().files[0].sha256), 9); }
  CHECK_THROWS_AS(build_release(content, pictures, 0, folder.path() / "out", kMade), Error);
  CHECK(list_releases(folder.path() / "out").empty());
}

TEST_CASE("every single flipped bit in any file of a release is found") {
  const TemporaryFolder outbox;
  tests::copy_outbox(outbox.path(), 1);
  const std::vector<fs::path> files = tests::release_files(outbox.path(), 1);
  std::mt19937 random(20260730);
  int missed = 0;
  for (int i = 0; i < 500; ++i) {
    const fs::path file = outbox.path() / files[random() % files.size()];
    const std::size_t bit = random() % (fs::file_size(file) * 8);
    tests::flip_bit(file, bit);
    if (verify_release(outbox.path(), 1).empty()) ++missed;
    tests::flip_bit(file, bit);
  }
  CHECK(missed == 0);
  CHECK(verify_release(outbox.path(), 1).empty());
}

TEST_CASE("a city of 10,000 merchants is published whole") {
  const TemporaryFolder folder;
  const Blobs pictures = tests::sample_pictures(folder.path() / "pictures");
  const BuiltRelease built = build_release(tests::sample_content(10'000, 1), pictures, 0, folder.path() / "out", kMade);
  CHECK(built.records == 10'007);
  CHECK(verify_release(folder.path() / "out", 1).empty());
  CHECK(Catalog::load(built.folder)->merchants.size() == 10'000);
}

TEST_CASE("verifying names what is wrong with a release") {
  const TemporaryFolder outbox;
  tests::copy_outbox(outbox.path(), 1);
  const fs::path manifest_file = outbox.path() / "releases" / "00000001" / "manifest.txt";
  const Manifest manifest = read_manifest(manifest_file.parent_path());
  const fs::path blob = outbox.path() / "blobs" / blob_name(manifest.blobs[0]);
  SUBCASE("a missing file") {
    fs::remove(blob);
    CHECK(has_fault(verify_release(outbox.path(), 1), FaultKind::Missing));
  }
  SUBCASE("a truncated file") {
    fs::resize_file(blob, fs::file_size(blob) - 1);
    CHECK(has_fault(verify_release(outbox.path(), 1), FaultKind::WrongHash));
  }
  SUBCASE("a truncated manifest") {
    fs::resize_file(manifest_file, fs::file_size(manifest_file) - 1);
    CHECK(has_fault(verify_release(outbox.path(), 1), FaultKind::BadManifest));
  }
  SUBCASE("a manifest of another release") {
    fs::create_directories(outbox.path() / "releases" / "00000009");
    fs::copy(manifest_file, outbox.path() / "releases" / "00000009" / "manifest.txt");
    CHECK(has_fault(verify_release(outbox.path(), 9), FaultKind::BadManifest));
  }
  SUBCASE("a need for a newer program") {
    Manifest newer = manifest;
    newer.needs = kContentVersion + 1;
    tests::spill(manifest_file, print_manifest(newer));
    CHECK(has_fault(verify_release(outbox.path(), 1), FaultKind::NeedsNewerProgram));
  }
  SUBCASE("a picture that the database names and the manifest does not") {
    Manifest shorter = manifest;
    std::erase_if(shorter.blobs, [&](const std::string& hash) { return hash != manifest.content_db; });
    tests::spill(manifest_file, print_manifest(shorter));
    CHECK(has_fault(verify_release(outbox.path(), 1), FaultKind::Unlisted));
  }
  SUBCASE("another file in the database's place") {
    Manifest other = manifest;
    other.content_db = manifest.blobs[manifest.blobs[0] == manifest.content_db ? 1 : 0];
    tests::spill(manifest_file, print_manifest(other));
    CHECK(has_fault(verify_release(outbox.path(), 1), FaultKind::BadDatabase));
  }
  SUBCASE("a release that is not there") { CHECK(has_fault(verify_release(outbox.path(), 7), FaultKind::BadManifest)); }
}

TEST_CASE("a manifest is read as it was printed, and only so") {
  Manifest manifest{.channel = "square-1", .sequence = 42, .made = "2026-07-30T02:26:00Z", .best_before = "2027-07-30T00:00:00Z",
                    .content_db = std::string(64, 'a'), .blobs = {std::string(64, 'a'), std::string(64, 'b')}};
  const std::string text = print_manifest(manifest);
  const Manifest read = parse_manifest(text);
  CHECK(read.sequence == 42);
  CHECK(read.channel == "square-1");
  CHECK(read.best_before == "2027-07-30T00:00:00Z");
  CHECK(read.blobs == manifest.blobs);

  for (std::size_t length = 0; length < text.size(); ++length) CHECK_THROWS_AS(parse_manifest(text.substr(0, length)), Error);
  CHECK_THROWS_AS(parse_manifest(text + "\n"), Error);
  CHECK_THROWS_AS(parse_manifest("\xEF\xBB\xBF" + text), Error);

  SUBCASE("a channel with a blank") { manifest.channel = "a b"; }
  SUBCASE("a channel with a line break") { manifest.channel = "a\n# sequence 99"; }
  SUBCASE("a local time") { manifest.made = "2026-07-30 10:26"; }
  SUBCASE("a day that no calendar has") { manifest.best_before = "2026-02-30T00:00:00Z"; }
  SUBCASE("an hour that no clock has") { manifest.best_before = "2026-07-30T24:00:00Z"; }
  SUBCASE("a number above all") { manifest.sequence = kLastSequence + 1; }
  CHECK_THROWS_AS(print_manifest(manifest), Error);
}

TEST_CASE("a manifest's path that leaves the blobs is refused even when its last line is right") {
  const std::string hash(64, 'a');
  Manifest manifest{.channel = "x", .sequence = 1, .made = "2026-07-30T02:26:00Z", .content_db = hash, .blobs = {hash}};
  const std::string good = print_manifest(manifest);
  for (const std::string path : {"../../etc/passwd", "/etc/passwd", "blobs/aa/../aa/x", "blobs//aa", "blobs/ab/", ""}) {
    std::string text = good.substr(0, good.find("# manifest "));
    const std::string right = "blobs/aa/" + hash;
    text.replace(text.find(right), right.size(), path);
    text += "# manifest " + sha256_hex(text) + "\n";
    CHECK_THROWS_AS(parse_manifest(text), Error);
  }
}

TEST_CASE("a release whose database was altered is not read, so that nothing of it goes out once more") {
  const TemporaryFolder folder;
  tests::copy_outbox(folder / "outbox", 1);
  CHECK_FALSE(read_release(folder / "outbox", 1).records.empty());
  const Manifest manifest = read_manifest(folder / "outbox" / "releases" / "00000001");
  // Behind the text of a record: SQLite alone does not see it.
  const fs::path database = folder / "outbox" / "blobs" / blob_name(manifest.content_db);
  std::string bytes = tests::slurp(database);
  const std::size_t at = bytes.find("江城市");
  REQUIRE(at != std::string::npos);
  bytes[at + 2] = static_cast<char>(bytes[at + 2] ^ 1);
  tests::spill(database, bytes);
  CHECK_THROWS_AS(read_release(folder / "outbox", 1), Error);
}

TEST_CASE("release numbers have eight digits or more") {
  CHECK(sequence_name(42) == "00000042");
  CHECK(sequence_name(123456789) == "123456789");
  CHECK(parse_sequence_name("00000042") == 42);
  CHECK(parse_sequence_name("123456789") == 123456789);
  for (const char* name : {"", "42", "0000004x", "00000000", "0123456789", "99999999999999999999", "9223372036854775807", ".incoming"}) {
    CHECK(parse_sequence_name(name) == 0);
  }
}
