#include "content/office_store.h"

#include <doctest/doctest.h>

#include "content/error.h"
#include "tests/content/office_test_data.h"

using namespace content;
using nlohmann::json;
using tests::approve_wholly;
using tests::office_with_people;
using tests::series_body;

namespace {

// The sentence of the Error that `action` throws; fails the test when it throws none.
template <typename Action>
std::string refusal(Action action) {
  try {
    action();
  } catch (const Error& error) {
    CHECK_FALSE(error.text().zh.empty());
    CHECK_FALSE(error.text().en.empty());
    return error.text().zh;
  }
  FAIL("no Error was thrown");
  return {};
}

bool mentions(const std::string& sentence, std::string_view words) { return sentence.find(words) != std::string::npos; }

}  // namespace

TEST_CASE("a new record is a draft of revision 1 that can be read back") {
  auto store = office_with_people();
  const Record made = store->create(Kind::Series, series_body("什么是双拥"), "小林");
  const auto read = store->get(made.id);
  REQUIRE(read);
  CHECK(is_uuid_v7(read->id.text));
  CHECK(read->revision == 1);
  CHECK(read->state == ReviewState::Draft);
  CHECK(read->body == series_body("什么是双拥"));
  CHECK(read->hash == content_hash(Kind::Series, read->body));
  CHECK(read->changed_by == "小林");
  CHECK(read->changed_at > 1'700'000'000'000);
  CHECK(store->list(Kind::Series).size() == 1);
  CHECK(store->list(Kind::Merchant).empty());
  CHECK(store->find_by_title(Kind::Series, "什么是双拥").size() == 1);
}

TEST_CASE("nobody unknown can write") {
  auto store = office_with_people();
  CHECK(mentions(refusal([&] { store->create(Kind::Series, series_body("甲"), "路人"); }), "路人"));
  CHECK(store->list(Kind::Series).empty());
}

TEST_CASE("a person needs a name of their own") {
  auto store = office_with_people();
  CHECK(mentions(refusal([&] { store->add_person("小林", Role::First); }), "小林"));
  refusal([&] { store->add_person("  ", Role::First); });
  CHECK(store->people().size() == 4);
  CHECK(store->find_person("王初")->role == Role::First);
}

TEST_CASE("a body with a wrong type or an unknown field is refused, an incomplete draft is not") {
  auto store = office_with_people();
  CHECK(mentions(refusal([&] { store->create(Kind::Series, {{"name", "甲"}, {"number", "一"}}, "小林"); }), "序号"));
  CHECK(mentions(refusal([&] { store->create(Kind::Series, {{"name", "甲"}, {"nmae", "乙"}}, "小林"); }), "nmae"));
  CHECK_NOTHROW(store->create(Kind::Article, {{"title", "只有标题"}}, "小林"));
  CHECK_NOTHROW(store->create(Kind::Article, json::object(), "小林"));
  CHECK_NOTHROW(store->create(Kind::Article, json::object(), "小林"));
}

TEST_CASE("the same record is not entered twice, however its name is spaced or how wide its digits are") {
  auto store = office_with_people();
  store->create(Kind::Merchant, {{"name", "兰州拉面 1 店"}, {"category", "餐饮"}, {"address", "江滩路12号"}}, "小林");
  for (const char* name : {"兰州拉面1店", "兰州拉面１店", " 兰州拉面 １ 店 "}) {
    const json twin = {{"name", name}, {"category", "餐饮"}, {"address", "江滩路 １２ 号"}};
    CHECK(mentions(refusal([&] { store->create(Kind::Merchant, twin, "小林"); }), "兰州拉面"));
    CHECK(store->find_by_key(Kind::Merchant, twin));
  }
  CHECK_NOTHROW(store->create(Kind::Merchant,
                              {{"name", "兰州拉面 1 店"}, {"category", "餐饮"}, {"address", "解放街3号"}}, "小林"));
  CHECK(store->list(Kind::Merchant).size() == 2);
}

TEST_CASE("there is only one city") {
  auto store = office_with_people();
  store->create(Kind::City, {{"name", "江城市"}}, "小林");
  refusal([&] { store->create(Kind::City, {{"name", "河城市"}}, "小林"); });
}

TEST_CASE("an edit made on an old revision is refused and says who changed the record") {
  auto store = office_with_people();
  const Record first = store->create(Kind::Series, series_body("甲"), "小林");
  const Record second = store->edit(first.id, 1, series_body("乙"), "王初");
  CHECK(second.revision == 2);
  CHECK(mentions(refusal([&] { store->edit(first.id, 1, series_body("丙"), "小林"); }), "王初"));
  CHECK(store->get(first.id)->body == series_body("乙"));
}

TEST_CASE("an edit that changes nothing leaves revision and review as they were") {
  auto store = office_with_people();
  const Record made = store->create(Kind::Series, series_body("甲"), "小林");
  approve_wholly(*store, made);
  const Record same = store->edit(made.id, 1, series_body("甲"), "小林");
  CHECK(same.revision == 1);
  CHECK(same.state == ReviewState::Approved);
}

TEST_CASE("undo goes back step by step to the first entry, and an undone record can be changed on") {
  auto store = office_with_people();
  const RecordId id = store->create(Kind::Series, series_body("一"), "小林").id;
  store->edit(id, 1, series_body("二"), "小林");
  store->edit(id, 2, series_body("三"), "小林");
  CHECK(store->undo(id, 3, "小林").body == series_body("二"));
  CHECK(store->undo(id, 4, "小林").body == series_body("一"));
  CHECK(mentions(refusal([&] { store->undo(id, 5, "小林"); }), "没有可以撤销"));
  store->edit(id, 5, series_body("四"), "小林");
  CHECK(store->undo(id, 6, "小林").body == series_body("一"));
  CHECK(store->history(id).size() == 7);
}

TEST_CASE("the trash hides a record, undo and restore bring it back, and its name is free meanwhile") {
  auto store = office_with_people();
  const RecordId id = store->create(Kind::Series, series_body("甲"), "小林").id;
  store->trash(id, 1, "小林");
  CHECK(store->list(Kind::Series).empty());
  REQUIRE(store->list_trash().size() == 1);
  CHECK(store->get(id)->trashed);
  CHECK_FALSE(store->undo(id, 2, "小林").trashed);
  store->trash(id, 3, "小林");
  const Record twin = store->create(Kind::Series, series_body("甲"), "小林");
  CHECK(mentions(refusal([&] { store->restore(id, 4, "小林"); }), "甲"));
  store->trash(twin.id, 1, "小林");
  CHECK_FALSE(store->restore(id, 4, "小林").trashed);
}

TEST_CASE("an approved body stays published while a later draft is under way, and leaves with the trash") {
  auto store = office_with_people();
  const Record made = store->create(Kind::Series, series_body("甲"), "小林");
  CHECK(store->approved(Kind::Series).empty());
  CHECK(approve_wholly(*store, made).state == ReviewState::Approved);
  const Record draft = store->edit(made.id, 1, series_body("乙"), "小林");
  CHECK(draft.state == ReviewState::Draft);
  REQUIRE(store->approved(Kind::Series).size() == 1);
  CHECK(store->approved(Kind::Series).front().body == series_body("甲"));
  CHECK(store->approved(Kind::Series).front().revision == 1);
  CHECK(store->undo(made.id, 2, "小林").state == ReviewState::Approved);
  store->trash(made.id, 3, "小林");
  CHECK(store->approved(Kind::Series).empty());
}

TEST_CASE("an incomplete record cannot be submitted") {
  auto store = office_with_people();
  const Record made = store->create(Kind::Article, {{"title", "只有标题"}}, "小林");
  const std::string sentence = refusal([&] { store->submit(made.id, made.hash, "小林"); });
  CHECK(mentions(sentence, "栏目"));
  CHECK(mentions(sentence, "另有"));
}

TEST_CASE("the three reviews are three people's, each bound to what they saw") {
  auto store = office_with_people();
  const Record made = store->create(Kind::Series, series_body("甲"), "小林");
  refusal([&] { store->approve(made.id, made.hash, "王初"); });
  store->submit(made.id, made.hash, "小林");
  CHECK(mentions(refusal([&] { store->approve(made.id, std::string(64, '0'), "王初"); }), "改过"));
  refusal([&] { store->approve(made.id, made.hash, "小林"); });
  refusal([&] { store->approve(made.id, made.hash, "赵终"); });
  store->approve(made.id, made.hash, "王初");
  CHECK(mentions(refusal([&] { store->approve(made.id, made.hash, "王初"); }), "三个不同的人"));
  CHECK(store->approvals(made.id).size() == 1);
  store->edit(made.id, 1, series_body("乙"), "小林");
  CHECK(store->approvals(made.id).empty());
  CHECK(store->get(made.id)->state == ReviewState::Draft);
}

TEST_CASE("who edits while reviewing becomes an author and cannot approve") {
  auto store = office_with_people();
  const Record made = store->create(Kind::Series, series_body("甲"), "小林");
  const Record mended = store->edit(made.id, 1, series_body("乙"), "王初");
  store->submit(made.id, mended.hash, "小林");
  CHECK(mentions(refusal([&] { store->approve(made.id, mended.hash, "王初"); }), "换一个人"));
}

TEST_CASE("a returned record carries the reason and can be submitted again") {
  auto store = office_with_people();
  const Record made = store->create(Kind::Series, series_body("甲"), "小林");
  store->submit(made.id, made.hash, "小林");
  refusal([&] { store->send_back(made.id, made.hash, "  ", "王初"); });
  const Record back = store->send_back(made.id, made.hash, "一句话太空", "王初");
  CHECK(back.state == ReviewState::Returned);
  CHECK(back.reason == "一句话太空");
  CHECK(store->submit(made.id, made.hash, "小林").state == ReviewState::First);
  CHECK(store->get(made.id)->reason.empty());
}

TEST_CASE("the history names every deed, its person and its content") {
  auto store = office_with_people();
  const Record made = store->create(Kind::Series, series_body("甲"), "小林");
  approve_wholly(*store, made);
  const auto history = store->history(made.id);
  REQUIRE(history.size() == 5);
  CHECK(history[0].deed == Deed::Create);
  CHECK(history[0].body == series_body("甲"));
  CHECK(history[1].deed == Deed::Submit);
  CHECK(history[4].deed == Deed::Approve);
  CHECK(history[4].person == "赵终");
  CHECK(history[4].note == "3");
  CHECK(history[4].hash == made.hash);
}

TEST_CASE("a batch is all or nothing, and one bad row in it does not spoil the others") {
  auto store = office_with_people();
  {
    OfficeStore::Batch batch(*store);
    store->create(Kind::Series, series_body("甲"), "小林");
  }
  CHECK(store->list(Kind::Series).empty());
  {
    OfficeStore::Batch batch(*store);
    store->create(Kind::Series, series_body("甲"), "小林");
    refusal([&] { store->create(Kind::Series, series_body("甲"), "小林"); });
    store->create(Kind::Series, series_body("乙"), "小林");
    batch.commit();
  }
  CHECK(store->list(Kind::Series).size() == 2);
  CHECK(store->verify().empty());
}

TEST_CASE("a picture never changes under its id") {
  auto store = office_with_people();
  StoredMedia picture;
  picture.source = "portraits/a.svg";
  picture.source_hash = std::string(64, 'a');
  picture.media.alt = "笑脸";
  picture.media.files = {
      {.size = MediaSize::Thumb, .sha256 = std::string(64, 'b'), .width = 256, .height = 192, .format = "png"},
      {.size = MediaSize::Full, .sha256 = std::string(64, 'c'), .width = 800, .height = 600, .format = "jpeg"}};
  picture.file_bytes = {10, 20};
  const MediaId first = store->put_media(picture, "小林");
  CHECK(store->put_media(picture, "小林") == first);
  CHECK(store->find_media("portraits/a.svg")->media.files.size() == 2);
  CHECK(store->find_media("portraits/a.svg")->file_bytes == std::vector<std::int64_t>{10, 20});

  picture.media.files.back().sha256 = std::string(64, 'd');
  const MediaId second = store->put_media(picture, "小林");
  CHECK(second != first);
  CHECK(store->media(first)->media.files.back().sha256 == std::string(64, 'c'));
  CHECK(store->find_media("portraits/a.svg")->media.id == second);
  CHECK(store->all_media().size() == 1);

  picture.media.files.clear();
  picture.file_bytes.clear();
  CHECK(mentions(refusal([&] { store->put_media(picture, "小林"); }), "portraits/a.svg"));
}

TEST_CASE("settings, releases and overruled findings are kept with their person") {
  auto store = office_with_people();
  CHECK_FALSE(store->setting("channel"));
  store->set_setting("channel", "江城", "小林");
  store->set_setting("channel", "江城市", "小林");
  CHECK(store->setting("channel") == "江城市");

  store->log_release({.sequence = 7, .manifest_hash = std::string(64, 'a'), .records = 3, .person = "赵终"});
  REQUIRE(store->releases().size() == 1);
  CHECK(store->releases().front().person == "赵终");
  refusal([&] {
    store->log_release({.sequence = 7, .manifest_hash = std::string(64, 'a'), .records = 3, .person = "赵终"});
  });

  const Record made = store->create(Kind::Series, series_body("甲"), "小林");
  refusal([&] {
    store->overrule({.record = made.id, .hash = made.hash, .rule = "superlative", .reason = " ", .person = "赵终"});
  });
  store->overrule(
      {.record = made.id, .hash = made.hash, .rule = "superlative", .reason = "店名如此", .person = "赵终"});
  REQUIRE(store->overrules(made.id).size() == 1);
  CHECK(store->overrules(made.id).front().reason == "店名如此");
}
