#include "admin/workspace/drafts.h"

#include <doctest/doctest.h>

#include "tests/admin/workspace/office_of_many.h"
#include "tests/support/temporary_folder.h"

using admin::Draft;
using admin::Drafts;
using content::Kind;
using content::Record;
using nlohmann::json;

namespace {

struct Office {
  std::int64_t clock = tests::kNow;
  std::unique_ptr<admin::Workspace> desk = tests::office_with_people(&clock);
  content::OfficeStore& store = desk->store();
  Record shop = store.create(Kind::Merchant, {{"name", "渡口面馆"}, {"category", "餐饮"}, {"address", "江滩 12 号"}}, "周蓓");
  admin::Records records{*desk};
  admin::UndoStack stack{*desk};
  admin::Deeds deeds{*desk, records, stack};
  Drafts drafts{*desk, records, deeds};

  void type(Draft& draft, const char* key, const std::string& words) {
    for (std::size_t i = 1; i <= words.size(); ++i) {
      if (i < words.size() && (static_cast<unsigned char>(words[i]) & 0xC0) == 0x80) continue;
      draft.set(key, words.substr(0, i), clock);
      drafts.tick();
      clock += 100;
    }
  }
  void wait(std::int64_t ms) {
    clock += ms;
    drafts.tick();
  }
};

json with(json body, const char* key, const std::string& value) {
  content::set_value(body, key, value);
  return body;
}

}  // namespace

TEST_CASE("what is typed is in the database within a second, and saving takes it away") {
  Office office;
  Draft& draft = office.drafts.open(office.shop.id);
  CHECK_FALSE(office.drafts.due_in().has_value());
  office.type(draft, "phone", "5550 0112");
  REQUIRE(office.drafts.due_in().has_value());
  CHECK(office.drafts.due_in()->count() <= Drafts::kKeptAfterMs);
  office.wait(700);
  REQUIRE(office.store.drafts().size() == 1);
  CHECK(office.store.drafts().front().body["phone"] == "5550 0112");
  CHECK(office.drafts.kept_at(office.shop.id) == office.clock);
  CHECK(draft.dirty() == std::vector<std::string>{"phone"});

  const Record saved = office.drafts.save(office.shop.id);
  CHECK(saved.revision == 2);
  CHECK(saved.body["phone"] == "5550 0112");
  CHECK(office.store.drafts().empty());
  CHECK(office.stack.undo_words() == "修改商户“渡口面馆”");
  CHECK_FALSE(office.drafts.open(office.shop.id).any_dirty());
}

TEST_CASE("a draft that is typed back to what the record says is no draft") {
  Office office;
  Draft& draft = office.drafts.open(office.shop.id);
  office.type(draft, "address", "江滩 13 号");
  office.wait(1000);
  CHECK(office.store.drafts().size() == 1);
  office.type(draft, "address", "江滩 12 号");
  office.wait(1000);
  CHECK(office.store.drafts().empty());
}

TEST_CASE("undo in a draft goes back word by word, not letter by letter, and into the database too") {
  Office office;
  Draft& draft = office.drafts.open(office.shop.id);
  office.type(draft, "phone", "5550");
  draft.settle();
  office.type(draft, "address", "码头 1 号");
  office.wait(3000);
  office.type(draft, "address", "码头 2 号");
  CHECK(draft.undo() == "address");
  CHECK(draft.value("address") == "码头 1 号");
  CHECK(draft.undo() == "address");
  CHECK(draft.value("address") == "江滩 12 号");
  CHECK(draft.undo() == "phone");
  CHECK_FALSE(draft.any_dirty());
  CHECK(draft.undo().empty());
  CHECK(draft.redo() == "phone");
  CHECK(draft.value("phone") == "5550");
  office.wait(1000);
  CHECK(office.store.drafts().front().body["phone"] == "5550");
}

TEST_CASE("after a crash the draft is offered again and goes on from where it was") {
  Office office;
  office.type(office.drafts.open(office.shop.id), "phone", "5550");
  Draft& fresh = office.drafts.begin(Kind::Merchant);
  const content::RecordId provisional = fresh.record();
  office.type(fresh, "name", "春和大药房");
  office.wait(1000);

  Drafts later(*office.desk, office.records, office.deeds);
  const auto left = later.leftovers();
  REQUIRE(left.size() == 2);
  CHECK(left[0].title == "渡口面馆");
  CHECK(left[1].title == "春和大药房");
  CHECK(left[1].is_new);
  Draft& again = later.open(office.shop.id);
  CHECK(again.value("phone") == "5550");
  CHECK(again.dirty() == std::vector<std::string>{"phone"});
  later.open(provisional);
  CHECK(later.leftovers().empty());
  later.open(provisional).set("category", "医药", office.clock);
  const Record made = later.save(provisional);
  CHECK(made.id != provisional);
  CHECK(made.body["name"] == "春和大药房");
  later.give_up(office.shop.id);
  CHECK(office.store.drafts().empty());
  CHECK(office.store.get(office.shop.id)->revision == 1);
}

TEST_CASE("a colleague's change of another field is taken over, of the same field it must be decided") {
  Office office;
  Draft& draft = office.drafts.open(office.shop.id);
  office.type(draft, "phone", "5550");
  office.store.edit(office.shop.id, 1, with(with(office.shop.body, "phone", "6660"), "address", "码头 1 号"), "周蓓");
  office.records.refresh();
  office.drafts.tick();
  CHECK(draft.value("address") == "码头 1 号");
  REQUIRE(draft.clashes().size() == 1);
  CHECK(draft.clashes().front().mine == "5550");
  CHECK(draft.clashes().front().theirs == "6660");
  CHECK(tests::refusal([&] { office.drafts.save(office.shop.id); }).find("先选用哪一个") != std::string::npos);

  SUBCASE("mine") {
    draft.keep_mine("phone");
    CHECK(office.drafts.save(office.shop.id).body["phone"] == "5550");
  }
  SUBCASE("theirs") {
    draft.take_theirs("phone", office.clock);
    CHECK_FALSE(draft.any_dirty());
    CHECK(draft.undo() == "phone");
    CHECK(draft.value("phone") == "5550");
  }
  CHECK(office.store.get(office.shop.id)->body["address"] == "码头 1 号");
}

TEST_CASE("saving meets a colleague's change that no tick has seen yet") {
  Office office;
  Draft& draft = office.drafts.open(office.shop.id);
  draft.set("phone", "5550", office.clock);
  office.store.edit(office.shop.id, 1, with(office.shop.body, "transit", "8 路"), "周蓓");
  const Record saved = office.drafts.save(office.shop.id);
  CHECK(saved.body["phone"] == "5550");
  CHECK(saved.body["transit"] == "8 路");
  const Record trashed = office.store.trash(saved.id, saved.revision, "周蓓");
  office.drafts.open(saved.id).set("phone", "1", office.clock);
  CHECK(tests::refusal([&] { office.drafts.save(trashed.id); }).find("回收站") != std::string::npos);
}

TEST_CASE("who writes a record is told to others, who may go on with it after ten idle minutes") {
  Office office;
  office.store.put_draft({.record = office.shop.id, .person = "周蓓", .kind = Kind::Merchant, .revision = 1, .body = with(office.shop.body, "phone", "7770"), .at = office.clock});
  office.drafts.open(office.shop.id);
  auto writer = office.drafts.other_writer(office.shop.id);
  REQUIRE(writer.has_value());
  CHECK(writer->person == "周蓓");
  CHECK_FALSE(writer->idle);
  CHECK(tests::refusal([&] { office.drafts.take_over(office.shop.id); }).find("周蓓正在改") != std::string::npos);
  office.wait(10 * 60 * 1000);
  CHECK(office.drafts.other_writer(office.shop.id)->idle);
  Draft& mine = office.drafts.take_over(office.shop.id);
  CHECK(mine.value("phone") == "7770");
  CHECK(mine.any_dirty());
  REQUIRE(office.store.drafts().size() == 1);
  CHECK(office.store.drafts().front().person == "梁秋");
}

TEST_CASE("checks name the field of each problem, in the form's order") {
  Office office;
  admin::Checks checks(*office.desk, office.records);
  json body = {{"name", "渡口面馆"}, {"address", "江滩 12 号"}, {"phone", "abc"}};
  body["offers"] = {{{"kind", "pay_ratio"}, {"title", "全城最低价"}, {"pay_percent", 120}}};
  const auto found = checks.check(content::kind_spec(Kind::Merchant), {}, body);
  std::vector<std::string> fields;
  bool warned = false;
  for (const admin::FieldProblem& problem : found) {
    if (fields.empty() || fields.back() != problem.field) fields.push_back(problem.field);
    CHECK_FALSE(problem.sentence.empty());
    warned = warned || problem.weight == admin::Weight::Warning;
  }
  CHECK(fields == std::vector<std::string>{"name", "category", "phone", "offers"});
  CHECK(checks.check(content::kind_spec(Kind::Merchant), office.shop.id, office.shop.body).empty());
  body = office.shop.body;
  body["address"] = "国家级餐饮街 12 号";
  const auto linted = checks.check(content::kind_spec(Kind::Merchant), office.shop.id, body);
  REQUIRE(linted.size() == 1);
  CHECK(linted.front().field == "address");
  CHECK(linted.front().weight == admin::Weight::Warning);
}

TEST_CASE("a draft that is closed while the database is held is a leftover at once, and in the database when it is let go") {
  const tests::TemporaryFolder folder;
  std::int64_t clock = tests::kNow;
  admin::Workspace desk({.db = folder / "office.db", .now_ms = [&clock] { return clock; }}, content::OfficeStore::create(folder / "office.db"));
  desk.store().add_person("梁秋", content::Role::Editor);
  desk.store().set_patience(std::chrono::milliseconds(30));
  desk.sign_in(*desk.store().find_person("梁秋"));
  Drafts& drafts = desk.drafts();
  const auto other = content::OfficeStore::open(desk.db()).store;
  auto holds = std::make_unique<content::OfficeStore::Batch>(*other);
  drafts.begin(Kind::Merchant).set("name", "晨光书店", clock);
  Draft& closed = drafts.begin(Kind::Merchant);
  closed.set("name", "老街茶社", clock);
  const auto id = closed.record();
  CHECK_THROWS_AS(drafts.close(id), content::Busy);
  CHECK_THROWS_AS(drafts.keep_all(), content::Busy);
  CHECK_FALSE(drafts.trouble().empty());
  REQUIRE(drafts.leftovers().size() == 1);
  CHECK(drafts.leftovers().front().title == "老街茶社");
  desk.lock();
  holds.reset();
  clock += 2000;
  drafts.tick();
  CHECK(drafts.trouble().empty());
  CHECK(desk.store().drafts().size() == 2);
  CHECK(drafts.find(id) == nullptr);
}
