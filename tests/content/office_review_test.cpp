#include <doctest/doctest.h>

#include <filesystem>

#include "content/error.h"
#include "content/office_store.h"
#include "tests/content/office_test_data.h"
#include "tests/support/temporary_folder.h"

using namespace content;
using tests::approve_wholly;
using tests::office_with_people;
using tests::series_body;

namespace {

Record submitted(OfficeStore& store, const std::string& name) {
  const Record made = store.create(Kind::Series, series_body(name), "小林");
  return store.submit(made.id, made.hash, "小林");
}

}  // namespace

TEST_CASE("who brings another's words back with an undo does not let them approve their own") {
  auto store = office_with_people();
  Record record = approve_wholly(*store, store->create(Kind::Series, series_body("甲"), "小林"));
  record = store->edit(record.id, record.revision, series_body("乙"), "王初");  // the first reviewer writes …
  record = store->undo(record.id, record.revision, "王初");                     // … takes it back: approved as before …
  CHECK(record.state == ReviewState::Approved);
  record = store->revert(record.id, record.revision, 2, "小林");                // … and somebody else brings it back
  store->submit(record.id, record.hash, "小林");
  CHECK_THROWS_AS(store->approve(record.id, record.hash, "王初"), Error);
  store->add_person("孙初", Role::First);
  CHECK_NOTHROW(store->approve(record.id, record.hash, "孙初"));
}

TEST_CASE("earlier authors of a content are all who changed the record from its last approval up to there") {
  const PastStep past[] = {{"a", "h1"}, {"b", "h2"}, {"z", "h2", true}, {"c", "h3"}, {"d", "h4"}, {"e", "h2"}, {"f", "h5"}};
  using Names = std::vector<std::string>;
  CHECK(earlier_authors(past, "h1") == Names{"a"});
  CHECK(earlier_authors(past, "h2") == Names{"a", "b"});
  CHECK(earlier_authors(past, "h3") == Names{"c"});
  CHECK(earlier_authors(past, "h4") == Names{"c", "d"});
  CHECK(earlier_authors(past, "h5") == Names{"f"});  // h2 in between was approved
  CHECK(earlier_authors(past, "h9").empty());
}

TEST_CASE("a bulk approval takes only what this person opened in exactly this form") {
  auto store = office_with_people();
  const Record seen = submitted(*store, "甲");
  const Record unseen = submitted(*store, "乙");
  Record changed = submitted(*store, "丙");
  for (const Record& record : {seen, changed}) store->note_opened(record.id, record.hash, "王初");
  store->note_opened(unseen.id, unseen.hash, "李复");  // somebody else's look does not count
  store->note_opened(unseen.id, std::string(64, '0'), "王初");
  changed = store->edit(changed.id, changed.revision, series_body("丙二"), "小林");
  store->submit(changed.id, changed.hash, "小林");

  const auto outcomes = store->approve_opened(
      std::vector<SeenContent>{{seen.id, seen.hash}, {unseen.id, unseen.hash}, {changed.id, changed.hash}}, "王初");
  REQUIRE(outcomes.size() == 3);
  CHECK_FALSE(outcomes[0].refusal);
  REQUIRE(outcomes[1].refusal);
  CHECK(outcomes[1].refusal->zh.find("没有打开看过") != std::string::npos);
  CHECK(outcomes[2].refusal);
  CHECK(store->get(seen.id)->state == ReviewState::Second);
  CHECK(store->get(unseen.id)->state == ReviewState::First);
  CHECK(store->get(changed.id)->state == ReviewState::First);
}

TEST_CASE("what was opened is remembered across a restart") {
  const tests::TemporaryFolder folder;
  const auto path = folder.path() / "office.db";
  Record record;
  {
    auto store = OfficeStore::create(path);
    tests::add_people(*store);
    record = submitted(*store, "甲");
    store->note_opened(record.id, record.hash, "王初");
  }
  auto opened = OfficeStore::open(path);
  REQUIRE(opened.store);
  CHECK_FALSE(opened.store->approve_opened(std::vector<SeenContent>{{record.id, record.hash}}, "王初").front().refusal);
}

TEST_CASE("a reviewer's list tells who submitted what and when, who may not judge it, and what was approved before") {
  auto store = office_with_people();
  Record record = approve_wholly(*store, store->create(Kind::Series, series_body("甲"), "小林"));
  record = store->edit(record.id, record.revision, series_body("乙"), "赵终");
  store->submit(record.id, record.hash, "赵终");
  store->approve(record.id, record.hash, "王初", "和编辑电话核过");
  store->note_opened(record.id, record.hash, "李复");
  const Record trashed = submitted(*store, "丁");
  store->trash(trashed.id, trashed.revision, "小林");

  CHECK(store->awaiting(1, "王初").empty());
  CHECK(store->awaiting(0, "王初").empty());
  const auto list = store->awaiting(2, "李复");
  REQUIRE(list.size() == 1);
  const AwaitingRecord& one = list.front();
  CHECK(one.record.hash == record.hash);
  CHECK(one.approved_body == series_body("甲"));
  CHECK(one.submitted_by == "赵终");
  CHECK(one.authors == std::vector<std::string>{"赵终"});
  REQUIRE(one.approvals.size() == 1);
  CHECK(one.approvals.front().remark == "和编辑电话核过");
  CHECK(one.arrived_at == one.approvals.front().at);
  CHECK(one.arrived_at >= one.submitted_at);
  CHECK(one.opened);
  CHECK_FALSE(store->awaiting(2, "王初").front().opened);
  CHECK(store->history(record.id).back().note == "1\n和编辑电话核过");
  CHECK(store->approved_record(record.id)->body == series_body("甲"));
  CHECK_FALSE(store->approved_record(trashed.id));
}

TEST_CASE("once there is an administrator, nobody else enters people, and the name of one who left is not given again") {
  auto store = OfficeStore::in_memory();
  store->add_person("小林", Role::Editor);
  store->make_first_administrator("管理", "江滩的灯 1937", PasswordCost::Least);
  CHECK_THROWS_AS(store->add_person("自封", Role::Third), Error);
  CHECK_THROWS_AS(store->add_person("自封", Role::Third, "小林"), Error);
  store->add_person("王初", Role::First, "管理");
  CHECK(store->audit({.deed = "add_person"}).front().person == "管理");
  store->let_go("王初", "管理");
  try {
    store->add_person("王初", Role::First, "管理");
    FAIL("the name was given again");
  } catch (const Error& error) {
    CHECK(error.text().zh.find("已经离开") != std::string::npos);
  }
}
