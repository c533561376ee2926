#include "content/audit.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <doctest/doctest.h>

#include <chrono>
#include <cstdlib>
#include <random>

#include "content/error.h"
#include "content/office_store.h"
#include "tests/content/office_test_data.h"
#include "tests/support/temporary_folder.h"

using namespace content;
using nlohmann::json;
using tests::series_body;

namespace {

// An office on disk whose log has at least `lines` lines.
std::filesystem::path busy_office(const tests::TemporaryFolder& folder, int lines) {
  const auto path = folder / "office.db";
  auto store = OfficeStore::create(path);
  tests::add_people(*store);
  OfficeStore::Batch batch(*store);
  for (int i = 0; i < lines; ++i) store->create(Kind::Series, series_body("系列 " + std::to_string(i)), "小林");
  batch.commit();
  return path;
}

AuditCheck check(const std::filesystem::path& path) { return OfficeStore::open(path).store->verify_audit(); }

}  // namespace

TEST_CASE("the log tells who changed what from which value to which, newest first") {
  auto store = tests::office_with_people();
  const Record made = store->create(Kind::Series, series_body("什么是双拥"), "小林");
  json body = made.body;
  body["summary"] = "两件事";
  const Record edited = store->edit(made.id, made.revision, body, "小林");
  tests::approve_wholly(*store, edited);
  store->trash(made.id, edited.revision, "王初");

  const auto lines = store->audit({.record = made.id.text});
  REQUIRE(lines.size() == 7);
  CHECK(lines[0].deed == "trash");
  CHECK(lines[0].person == "王初");
  CHECK(lines[1].deed == "approve");
  CHECK(lines[1].note == "3");
  CHECK(lines[5].deed == "edit");
  CHECK(json::parse(lines[5].change) == json{{"summary", {"一句话", "两件事"}}});
  CHECK(lines[6].deed == "create");
  CHECK(json::parse(lines[6].change).at("name") == json{nullptr, "什么是双拥"});
  CHECK(lines[6].title == "什么是双拥");
  CHECK(store->verify_audit().fault == std::nullopt);
}

TEST_CASE("a search finds lines by words, person, deed and time, page by page") {
  auto store = tests::office_with_people();
  for (int i = 0; i < 12; ++i) store->create(Kind::Series, series_body("Series " + std::to_string(i)), "小林");
  CHECK(store->audit({.text = "series 3"}).size() == 1);
  CHECK(store->audit({.deed = "add_person"}).size() == 4);
  CHECK(store->audit({.person = "小林"}).size() == 12);
  CHECK(store->audit({.person = "小林", .offset = 10}).size() == 2);
  CHECK(store->audit({.person = "小林", .limit = 5}).front().title == "Series 11");
  CHECK(store->audit({.since = INT64_MAX}).empty());
  CHECK(store->audit({.text = "100%"}).empty());
}

TEST_CASE("a refused deed leaves no line, and a batch that is not committed none either") {
  auto store = tests::office_with_people();
  const auto before = store->verify_audit();
  CHECK_THROWS_AS(store->create(Kind::Series, series_body("甲"), "没有的人"), Error);
  {
    OfficeStore::Batch batch(*store);
    store->create(Kind::Series, series_body("乙"), "小林");
  }
  const auto after = store->verify_audit();
  CHECK(after.lines == before.lines);
  CHECK(after.last_hash == before.last_hash);
}

TEST_CASE("any edit, cut, move or addition in the log is found") {
  const tests::TemporaryFolder folder;
  const auto path = busy_office(folder, 60);
  const auto whole = check(path);
  REQUIRE(whole.fault == std::nullopt);
  REQUIRE(whole.lines == 64);
  const int rounds = std::getenv("SHUANGYONG_LONG") != nullptr ? 1000 : 100;
  std::mt19937 random(7);
  const auto pick = [&](int most) { return std::to_string(1 + static_cast<int>(random() % static_cast<unsigned>(most))); };
  for (int round = 0; round < rounds; ++round) {
    const std::string a = pick(64);
    std::string b = pick(64);
    while (b == a) b = pick(64);
    static constexpr const char* kFields[] = {"person", "deed", "kind", "record", "title", "change", "note"};
    const std::string field = kFields[random() % 7];
    std::string attack;
    switch (round % 7) {
      case 0: attack = "UPDATE audit SET " + field + " = " + field + " || 'x' WHERE number = " + a; break;
      case 1: attack = "UPDATE audit SET at = at + 1 WHERE number = " + a; break;
      case 2: attack = "DELETE FROM audit WHERE number = " + a; break;
      case 3: attack = "DELETE FROM audit WHERE number >= " + a; break;
      case 4: attack = "UPDATE audit SET number = -1 WHERE number = " + a + "; UPDATE audit SET number = " + a + " WHERE number = " + b +
                       "; UPDATE audit SET number = " + b + " WHERE number = -1"; break;
      case 5: attack = "DELETE FROM audit WHERE number = " + a + "; UPDATE audit SET number = -number WHERE number > " + a +
                       "; UPDATE audit SET number = -number - 1 WHERE number < 0"; break;
      default: attack = "INSERT INTO audit SELECT 65, at, person, deed, kind, record, title, change, note, hash FROM audit WHERE number = " + a;
    }
    CAPTURE(attack);
    std::filesystem::copy_file(path, folder / "attacked.db", std::filesystem::copy_options::overwrite_existing);
    SQLite::Database(folder / "attacked.db", SQLite::OPEN_READWRITE).exec(attack);
    const auto found = check(folder / "attacked.db");
    REQUIRE(found.fault != std::nullopt);
    CHECK(found.fault->zh.find("操作日志") != std::string::npos);
  }
}

TEST_CASE("a hundred thousand lines are checked in little more than the time it takes to hash them") {
  auto store = tests::office_with_people();
  const int lines = std::getenv("SHUANGYONG_LONG") != nullptr ? 100'000 : 5'000;
  OfficeStore::Batch batch(*store);
  for (int i = 0; i < lines; ++i) store->set_setting("key", std::to_string(i), "小林");
  batch.commit();
  const auto begin = std::chrono::steady_clock::now();
  const auto checked = store->verify_audit();
  const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begin).count();
  MESSAGE(checked.lines << " lines checked in " << ms << " ms");
  CHECK(checked.lines == lines + 4);
  CHECK(checked.fault == std::nullopt);
}
