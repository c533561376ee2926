#include <doctest/doctest.h>
#include <sqlite3.h>

#include <filesystem>
#include <fstream>

#include "admin/workspace/review_notes.h"
#include "admin/workspace/review_queue.h"
#include "admin/workspace/review_sheet.h"
#include "content/blobs.h"
#include "content/record.h"
#include "tests/support/temporary_folder.h"

using namespace content;
using nlohmann::json;

namespace {

void add_people(OfficeStore& store) {
  store.add_person("梁秋", Role::Editor);
  store.add_person("沈明", Role::First);
  store.add_person("陆初", Role::First);
  store.add_person("方晴", Role::Second);
  store.add_person("何川", Role::Third);
}

json shop(const std::string& name, const std::string& offer = "全单九折") {
  return {{"name", name}, {"category", "餐饮"}, {"address", name + "路 1 号"}, {"offers", json::array({{{"kind", "other"}, {"title", offer}}})}};
}

struct Office {
  Office() : desk({.db = folder.path() / "office.db"}, OfficeStore::create(folder.path() / "office.db")) { add_people(store()); }
  OfficeStore& store() { return desk.store(); }
  Record submitted(const json& body, const std::string& by = "梁秋", Kind kind = Kind::Merchant) {
    const Record made = store().create(kind, body, by);
    return store().submit(made.id, made.hash, by);
  }
  Record approved(const json& body) {
    const Record record = submitted(body);
    for (const char* person : {"沈明", "方晴", "何川"}) store().approve(record.id, record.hash, person);
    return *store().get(record.id);
  }
  void enter(const char* person) {
    desk.sign_in(*store().find_person(person));
    desk.records().refresh();
  }

  tests::TemporaryFolder folder;
  admin::Workspace desk;
};

std::vector<std::string> titles(const admin::ReviewQueue& queue) {
  std::vector<std::string> all;
  for (const admin::QueueItem* item : queue.shown()) all.push_back(item->title);
  return all;
}

std::size_t count(const std::string& text, std::string_view part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++found;
  return found;
}

}  // namespace

TEST_CASE("the queue holds what waits for this person's round, and last what they may not judge, with the reason") {
  Office office;
  office.submitted(shop("甲"));
  office.submitted(shop("乙"), "沈明");  // their own
  const Record second = office.submitted(shop("丙"));
  office.store().approve(second.id, second.hash, "沈明");
  office.submitted({{"name", "什么是双拥"}, {"summary", "一句话"}, {"icon", "star"}, {"number", 1}}, "梁秋", Kind::Series);

  admin::ReviewQueue queue(office.desk);
  office.enter("沈明");
  CHECK(queue.refresh());
  CHECK_FALSE(queue.refresh());
  CHECK(queue.round() == 1);
  CHECK(queue.mine() == 2);
  queue.show({}, admin::QueueOrder::ByKind);
  CHECK(titles(queue) == std::vector<std::string>{"什么是双拥", "甲", "乙"});
  CHECK(queue.shown().back()->barrier == "本人编写，不能审核；要由别人来审");
  CHECK(queue.shown()[1]->place == "商户 · 餐饮");
  CHECK(queue.summary(*queue.shown()[1]) == "新商户");
  CHECK(queue.kinds().size() == 2);
  queue.show(Kind::Merchant, admin::QueueOrder::LastFirst);
  CHECK(queue.shown().size() == 2);

  office.enter("方晴");
  CHECK(queue.refresh());
  CHECK(titles(queue) == std::vector<std::string>{"丙"});
  office.enter("梁秋");
  queue.refresh();
  CHECK(queue.shown().empty());
  CHECK(queue.round() == 0);
}

TEST_CASE("who approved the round before under another role cannot judge this one") {
  Office office;
  const Record record = office.submitted(shop("甲"));
  office.store().approve(record.id, record.hash, "沈明");
  office.store().add_person("许安", Role::Administrator);
  office.store().set_role("沈明", Role::Second, "许安");
  admin::ReviewQueue queue(office.desk);
  office.enter("沈明");
  queue.refresh();
  REQUIRE(queue.shown().size() == 1);
  CHECK(queue.shown().front()->barrier.find("审过前一审") != std::string::npos);
  CHECK(queue.mine() == 0);
}

TEST_CASE("all that was opened is approved at once, the rest stays") {
  Office office;
  for (const char* name : {"甲", "乙", "丙"}) office.submitted(shop(name));
  admin::ReviewQueue queue(office.desk);
  office.enter("沈明");
  queue.refresh();
  queue.open(*queue.shown()[0]);
  queue.open(*queue.shown()[2]);
  CHECK(queue.opened() == 2);
  CHECK(queue.approve_opened().empty());
  CHECK(queue.mine() == 1);
  CHECK(queue.opened() == 0);
}

TEST_CASE("a change is summed up against what was approved last") {
  Office office;
  const Record old = office.approved(shop("甲"));
  const Record now = office.store().edit(old.id, old.revision, shop("甲", "全单八折"), "梁秋");
  office.store().submit(now.id, now.hash, "梁秋");
  admin::ReviewQueue queue(office.desk);
  office.enter("沈明");
  queue.refresh();
  REQUIRE(queue.shown().size() == 1);
  CHECK(queue.summary(*queue.shown()[0]) == "改优惠");
  CHECK(queue.diff(*queue.shown()[0]).changed() == 1);
}

TEST_CASE("the program says what it checked before a person reads") {
  Office office;
  office.enter("沈明");
  json body = shop("甲", "全单八折");
  body["pledge"] = {{"words", "全单八折。"}, {"until", "2027-02-28"}};
  json changed = body;
  changed["pledge"]["words"] = "全单八折，春节免单一碗。";
  const Record record{.id = RecordId::make(), .kind = Kind::Merchant, .body = changed, .hash = content_hash(Kind::Merchant, changed),
                      .changed_by = {}, .approved_hash = {}, .reason = {}};
  const admin::Inspection inspection(office.store(), office.desk.library());
  struct NoNames : tables::Names {
    std::string title(const RecordId&) const override { return {}; }
    std::string source(const MediaId&) const override { return {}; }
  };
  const admin::RecordDiff diff = admin::diff_bodies(kind_spec(Kind::Merchant), body, changed, NoNames());
  const Day today{std::chrono::year{2026}, std::chrono::month{7}, std::chrono::day{30}};
  std::string all;
  for (const admin::ReviewNote& note : admin::review_notes(office.store(), inspection, record, diff, today)) all += note.words + "\n";
  CHECK(all.find("优惠 4 个字，大字显示放得下") != std::string::npos);
  CHECK(all.find("有效期到 2027-02-28") != std::string::npos);
  CHECK(all.find("请确认商户盖章的原件里有这句") != std::string::npos);
  CHECK_FALSE(admin::appearances(record, office.desk.records()).empty());
}

TEST_CASE("the review sheet holds the change, the approvals and the hash, and nothing that a record says becomes HTML") {
  Office office;
  const Record old = office.approved(shop("</title><script>alert(1)</script>"));
  json body = shop("</title><script>alert(1)</script>", "全单八折");
  body["phone"] = "5550 0112";
  body["category"] = "\"'><img x>";
  body["transit"] = "a\x01" "b & c";
  const Record now = office.store().edit(old.id, old.revision, body, "梁秋");
  office.store().submit(now.id, now.hash, "梁秋");
  office.store().approve(now.id, now.hash, "沈明", "<b>核过</b>");
  const std::string html =
      admin::review_sheet({.store = office.store(), .library = office.desk.library(), .now_ms = 1'785'378'360'000}, admin::waiting_records(office.store()));
  CHECK(count(html, "<article>") == 1);
  CHECK(count(html, "<script") == 0);
  CHECK(count(html, "<img") == 0);
  CHECK(count(html, "<b>") == 0);
  CHECK(count(html, "&lt;script&gt;") >= 1);
  CHECK(html.find("a\x01" "b") == std::string::npos);
  CHECK(html.find("<ins>") != std::string::npos);
  CHECK(html.find("<del>") != std::string::npos);
  CHECK(html.find("沈明 通过") != std::string::npos);
  CHECK(html.find(now.hash.substr(0, 16)) != std::string::npos);
  CHECK(html.find(now.hash + "</code>") != std::string::npos);
  CHECK(count(html, "签名") == 3);
  CHECK(html.find("default-src 'none'") != std::string::npos);
}

TEST_CASE("pictures lie inside the sheet, and a file that is gone is said to be") {
  Office office;
  const Blobs& blobs = office.desk.library().blobs();
  const std::string bytes = "\xFF\xD8 not really";
  const std::string hash = blobs.put(std::as_bytes(std::span(bytes)));
  const auto put = [&](const std::string& source, const std::string& sha) {
    return office.store().put_media({.media = {.id = MediaId::make(),
                                               .alt = "门头\"><script>",
                                               .files = {{.size = MediaSize::Card, .sha256 = sha, .width = 4, .height = 3, .format = "jpeg"}}},
                                     .source = source,
                                     .source_hash = sha,
                                     .file_bytes = {static_cast<std::int64_t>(bytes.size())}},
                                    "梁秋");
  };
  json body = shop("甲");
  body["picture"] = put("a.jpg", hash).text;
  const Record old = office.approved(body);
  body["picture"] = put("b.jpg", std::string(64, '1')).text;
  const Record now = office.store().edit(old.id, old.revision, body, "梁秋");
  office.store().submit(now.id, now.hash, "梁秋");
  const std::vector<RecordId> both{now.id, RecordId::make()};
  const auto file = office.folder.path() / "sheet.html";
  admin::write_review_sheet({.store = office.store(), .library = office.desk.library(), .now_ms = 0}, both, file);
  std::ifstream in(file, std::ios::binary);
  const std::string html{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  CHECK(count(html, "src=\"data:image/jpeg;base64,/9gg") == 1);
  CHECK(count(html, "图片文件不在") == 1);
  CHECK(count(html, "<script") == 0);
}

TEST_CASE("a queue that cannot be read anew stays as it was, and is read at the next look") {
  Office office;
  office.submitted(shop("甲"));
  office.enter("沈明");
  admin::ReviewQueue queue(office.desk);
  REQUIRE(queue.refresh());
  const admin::QueueItem* first = queue.shown().front();
  const int version = queue.version();
  office.submitted(shop("乙"));
  office.desk.records().refresh();

  sqlite3* other = nullptr;
  REQUIRE(sqlite3_open((office.folder.path() / "office.db").string().c_str(), &other) == SQLITE_OK);
  REQUIRE(sqlite3_exec(other, "ALTER TABLE opened RENAME TO opened_away", nullptr, nullptr, nullptr) == SQLITE_OK);
  for (int i = 0; i < 2; ++i) CHECK_THROWS_AS(queue.refresh(), Error);
  CHECK(queue.version() == version);
  REQUIRE(queue.shown().size() == 1);
  CHECK(queue.shown().front() == first);
  CHECK(first->title == "甲");
  CHECK(queue.mine() == 1);

  REQUIRE(sqlite3_exec(other, "ALTER TABLE opened_away RENAME TO opened", nullptr, nullptr, nullptr) == SQLITE_OK);
  sqlite3_close(other);
  CHECK(queue.refresh());
  CHECK(queue.shown().size() == 2);
}
