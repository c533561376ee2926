#include "admin/workspace/deeds.h"

#include <doctest/doctest.h>

#include "tests/admin/workspace/office_of_many.h"

using admin::Deeds;
using admin::Unfit;
using content::Error;
using content::Kind;
using content::Record;
using content::RecordId;
using nlohmann::json;

namespace {

struct Office {
  std::unique_ptr<admin::Workspace> desk = tests::office_with_people();
  admin::Records records{*desk};
  admin::UndoStack stack{*desk};
  Deeds deeds{*desk, records, stack};

  Record now(const RecordId& id) { return *desk->store().get(id); }
};

json named(const std::string& name) { return tests::merchant_body(name); }

}  // namespace

TEST_CASE("every deed can be undone and done again, each time as a new revision") {
  Office office;
  const Record made = office.deeds.create(Kind::Merchant, named("渡口面馆"));
  const Record edited = office.deeds.edit(made, named("渡口面馆二店"));
  office.deeds.trash(edited);
  CHECK(office.stack.undo_words() == "把商户“渡口面馆二店”放进回收站");
  CHECK(office.deeds.undo() == "已撤销：把商户“渡口面馆二店”放进回收站。");
  CHECK_FALSE(office.now(made.id).trashed);
  office.deeds.undo();
  CHECK(office.now(made.id).body == named("渡口面馆"));
  office.deeds.undo();
  CHECK(office.now(made.id).trashed);
  CHECK_FALSE(office.stack.can_undo());
  CHECK_THROWS_AS(office.deeds.undo(), Error);

  office.deeds.redo();
  CHECK_FALSE(office.now(made.id).trashed);
  CHECK(office.now(made.id).body == named("渡口面馆"));
  office.deeds.redo();
  CHECK(office.now(made.id).body == named("渡口面馆二店"));
  office.deeds.redo();
  CHECK(office.now(made.id).trashed);
  CHECK_FALSE(office.stack.can_redo());
  CHECK(office.now(made.id).revision == 9);
  CHECK(office.desk->store().history(made.id).size() == 9);
  CHECK(office.records.find(made.id)->revision == 9);
  CHECK(office.desk->store().verify().empty());
}

TEST_CASE("random deeds, undone to the beginning and done again, leave everything as it was") {
  Office office;
  std::mt19937 random(17);
  std::vector<RecordId> ids;
  for (int i = 0; i < 5; ++i) ids.push_back(office.desk->store().create(Kind::Merchant, named("店" + std::to_string(i)), "梁秋").id);
  office.records.refresh();
  const auto snapshot = [&] {
    std::string all;
    for (const RecordId& id : ids) all += office.now(id).body.dump() + (office.now(id).trashed ? "-" : "+");
    return all;
  };
  std::vector<std::string> states{snapshot()};
  for (int i = 0; i < 60; ++i) {
    const Record record = office.now(ids[random() % ids.size()]);
    json body = record.body;
    body["address"] = "地址" + std::to_string(i);
    const std::string words = office.stack.undo_words();
    switch (random() % 4) {
      case 0: record.trashed ? office.deeds.restore(record) : office.deeds.trash(record); break;
      case 1: office.deeds.set_field(std::vector{ids[0], ids[2], ids[4]}, "transit", std::to_string(i) + " 路", Unfit::Skip); break;
      default: office.deeds.edit(record, body); break;
    }
    states.push_back(snapshot());
  }
  for (std::size_t i = states.size() - 1; i > 0; --i) {
    office.deeds.undo();
    REQUIRE(snapshot() == states[i - 1]);
  }
  for (std::size_t i = 1; i < states.size(); ++i) {
    office.deeds.redo();
    REQUIRE(snapshot() == states[i]);
  }
  CHECK(office.desk->store().verify().empty());
}

TEST_CASE("what a colleague changed since is not undone, and does not stand in the way of earlier deeds") {
  Office office;
  const Record first = office.deeds.create(Kind::Merchant, named("甲店"));
  const Record second = office.deeds.create(Kind::Merchant, named("乙店"));
  office.desk->store().edit(second.id, 1, named("乙店改"), "周蓓");
  CHECK(tests::refusal([&] { office.deeds.undo(); }).find("周蓓又改过") != std::string::npos);
  CHECK(office.now(second.id).body == named("乙店改"));
  office.deeds.undo();
  CHECK(office.now(first.id).trashed);
}

TEST_CASE("a bulk edit is one step, and says of each record that it left out why") {
  Office office;
  std::vector<RecordId> ids;
  for (const char* name : {"甲店", "乙店", "丙店"}) ids.push_back(office.deeds.create(Kind::Merchant, named(name)).id);
  // 丙店 gets the key of a fourth one.
  json other = named("丙店");
  other["address"] = "新街 1 号";
  office.desk->store().create(Kind::Merchant, other, "周蓓");
  office.records.refresh();

  CHECK_THROWS_AS(office.deeds.set_field(ids, "address", "新街 1 号", Unfit::Refuse), Error);
  CHECK(office.now(ids[0]).revision == 1);

  const admin::BulkOutcome outcome = office.deeds.set_field(ids, "address", "新街 1 号", Unfit::Skip);
  CHECK(outcome.done == 2);
  REQUIRE(outcome.skipped.size() == 1);
  CHECK(outcome.skipped.front().title == "丙店");
  CHECK(outcome.skipped.front().reason.find("已经有商户") != std::string::npos);
  CHECK(office.now(ids[0]).body["address"] == "新街 1 号");
  CHECK(office.stack.undo_words() == "批量修改 2 条商户");
  office.desk->store().edit(ids[1], 2, named("乙店别名"), "周蓓");
  CHECK(office.deeds.undo() == "已撤销：批量修改 2 条商户。其中 1 条别人又改过，没有动。");
  CHECK_FALSE(office.now(ids[0]).body.contains("address"));
  CHECK(office.now(ids[1]).body == named("乙店别名"));
}

TEST_CASE("submitting many leaves out what is not ready") {
  Office office;
  const Record whole = office.deeds.create(Kind::Merchant, named("甲店"));
  const Record bare = office.deeds.create(Kind::Merchant, {{"name", "乙店"}});
  const admin::BulkOutcome outcome = office.deeds.submit_all(std::vector{whole.id, bare.id}, Unfit::Skip);
  CHECK(outcome.done == 1);
  CHECK(office.now(whole.id).state == content::ReviewState::First);
  REQUIRE(outcome.skipped.size() == 1);
  CHECK(outcome.skipped.front().reason.find("类别") != std::string::npos);
}

TEST_CASE("generic deeds take their turn, and another person finds nothing to undo") {
  Office office;
  int value = 1;
  office.stack.push({.words = "替换图片", .redo = [&] { value = 2; }, .undo = [&] { value = 1; }});
  value = 2;
  CHECK(office.deeds.undo() == "已撤销：替换图片。");
  CHECK(value == 1);
  office.deeds.redo();
  CHECK(value == 2);
  office.desk->sign_in(*office.desk->store().find_person("周蓓"));
  CHECK_FALSE(office.stack.can_undo());
  CHECK_THROWS_AS(office.deeds.undo(), Error);
}

TEST_CASE("a submission is a step to undo, until somebody has reviewed it") {
  Office office;
  content::OfficeStore& store = office.desk->store();
  const Record made = office.deeds.create(Kind::Merchant, named("渡口面馆"));
  office.deeds.submit(made);
  CHECK(office.stack.undo_words() == "提交商户“渡口面馆”");
  CHECK(office.deeds.undo() == "已撤销：提交商户“渡口面馆”。");
  CHECK(office.now(made.id).state == content::ReviewState::Draft);
  CHECK(office.records.find(made.id)->state == content::ReviewState::Draft);
  CHECK(office.deeds.redo() == "已重做：提交商户“渡口面馆”。");
  CHECK(office.now(made.id).state == content::ReviewState::First);
  CHECK(office.now(made.id).revision == made.revision);

  store.approve(made.id, made.hash, "沈明");
  CHECK(tests::refusal([&] { office.deeds.undo(); }).find("沈明已经审过，提交撤不回来了") != std::string::npos);
  CHECK(office.now(made.id).state == content::ReviewState::Second);
  // It has left the stack: what was done before can be reached.
  CHECK(office.stack.undo_words() == "新建商户“渡口面馆”");
}

TEST_CASE("of many submitted at once, those not yet reviewed come back") {
  Office office;
  content::OfficeStore& store = office.desk->store();
  std::vector<RecordId> ids;
  for (const char* name : {"一店", "二店", "三店"}) ids.push_back(office.deeds.create(Kind::Merchant, named(name)).id);
  CHECK(office.deeds.submit_all(ids, Unfit::Skip).done == 3);
  CHECK(office.stack.undo_words() == "提交 3 条商户");
  store.approve(ids[1], office.now(ids[1]).hash, "沈明");
  const std::string sentence = office.deeds.undo();
  CHECK(sentence.find("已撤销：提交 3 条商户。") == 0);
  CHECK(sentence.find("沈明已经审过") != std::string::npos);
  CHECK(office.now(ids[0]).state == content::ReviewState::Draft);
  CHECK(office.now(ids[1]).state == content::ReviewState::Second);
  CHECK(office.now(ids[2]).state == content::ReviewState::Draft);
  office.deeds.redo();
  CHECK(office.now(ids[0]).state == content::ReviewState::First);
  CHECK(office.now(ids[1]).state == content::ReviewState::Second);
}

TEST_CASE("a colleague's submission of the same content is not taken back by undoing one's own") {
  Office office;
  content::OfficeStore& store = office.desk->store();
  const Record made = office.deeds.create(Kind::Merchant, named("渡口面馆"));
  office.deeds.submit(made);
  store.send_back(made.id, made.hash, "照片不清", "沈明");
  store.submit(made.id, made.hash, "周蓓");
  const std::string sentence = tests::refusal([&] { office.deeds.undo(); });
  CHECK(sentence.find("“渡口面馆”之后周蓓又动过，这次提交不能撤销了") != std::string::npos);
  CHECK(office.now(made.id).state == content::ReviewState::First);
  CHECK(office.stack.undo_words() == "新建商户“渡口面馆”");
}

TEST_CASE("a submission is not done again over a reviewer's return, and the reason stays") {
  Office office;
  content::OfficeStore& store = office.desk->store();
  const Record made = office.deeds.create(Kind::Merchant, named("渡口面馆"));
  office.deeds.submit(made);
  office.deeds.undo();
  store.submit(made.id, made.hash, "周蓓");
  store.send_back(made.id, made.hash, "照片不清", "沈明");
  const std::string sentence = tests::refusal([&] { office.deeds.redo(); });
  CHECK(sentence.find("“渡口面馆”之后沈明退回了，不能重做这次提交") != std::string::npos);
  CHECK(office.now(made.id).state == content::ReviewState::Returned);
  CHECK(office.now(made.id).reason == "照片不清");
}

TEST_CASE("an edit and its submission are undone and done again together") {
  Office office;
  const Record made = office.deeds.create(Kind::Merchant, named("渡口面馆"));
  office.deeds.submit(office.deeds.edit(made, named("渡口面馆二店")));
  office.deeds.undo();
  office.deeds.undo();
  CHECK(office.now(made.id).body == named("渡口面馆"));
  office.deeds.redo();
  office.deeds.redo();
  CHECK(office.now(made.id).body == named("渡口面馆二店"));
  CHECK(office.now(made.id).state == content::ReviewState::First);
}
