#include <doctest/doctest.h>

#include <functional>
#include <map>

#include "content/error.h"
#include "content/office_store.h"
#include "content/rights.h"
#include "tests/content/office_test_data.h"

using namespace content;

namespace {

constexpr auto kLeast = PasswordCost::Least;
const std::string kHash(64, 'a');

// An office with everything that somebody might lay hands on. Everything in it was written by 小林.
struct Office {
  std::unique_ptr<OfficeStore> store = OfficeStore::in_memory();
  Record draft, other, waiting, trashed;
  MediaId picture, thrown;
  std::string me;

  explicit Office(Role role) {
    store->make_first_administrator("管理", "江滩的灯 1937", kLeast);
    tests::add_people(*store, "管理");
    me = "某人" + std::string(word_of(role).value);
    store->add_person(me, role, "管理");
    store->add_person("要走的人", Role::Editor, "管理");
    draft = make("草稿");
    other = make("另一条");
    other = store->edit(other.id, other.revision, tests::series_body("另一条新的"), "小林");
    waiting = make("在审");
    waiting = store->submit(waiting.id, waiting.hash, "小林");
    if (role == Role::Second || role == Role::Third) waiting = store->approve(waiting.id, waiting.hash, "王初");
    if (role == Role::Third) waiting = store->approve(waiting.id, waiting.hash, "李复");
    trashed = make("扔掉的");
    trashed = store->trash(trashed.id, trashed.revision, "小林");
    picture = put("a.png");
    thrown = put("b.png");
    store->trash_media(thrown, "小林");
    store->announce_release(release(1, "赵终"));
  }

  Record make(const std::string& name) { return store->create(Kind::Series, tests::series_body(name), "小林"); }
  StoredMedia stored(const std::string& source) {
    StoredMedia one;
    one.media.alt = "图";
    one.source = source;
    one.source_hash = kHash;
    for (int size = 0; size < 3; ++size) {
      one.media.files.push_back({static_cast<MediaSize>(size), std::string(64, static_cast<char>('b' + size)), 256, 256, "png"});
      one.file_bytes.push_back(10);
    }
    return one;
  }
  MediaId put(const std::string& source) { return store->put_media(stored(source), "小林"); }
  static ReleaseEntry release(std::int64_t number, const std::string& person) {
    return {.sequence = number, .manifest_hash = kHash, .records = 1, .person = person, .outbox = "/srv/outbox"};
  }
};

struct Act {
  const char* name;
  Right right;
  std::function<void(Office&)> deed;
};

// Every function of the store that changes something for a person. sign_in() is for everybody; make_first_administrator() is once for
// nobody in particular; drop_draft() and settle_release() tidy up after what these were allowed to do.
std::vector<Act> acts() {
  return {
      {"create", Right::Edit, [](Office& o) { o.store->create(Kind::Series, tests::series_body("新的"), o.me); }},
      {"edit", Right::Edit, [](Office& o) { o.store->edit(o.draft.id, o.draft.revision, tests::series_body("改过"), o.me); }},
      {"undo", Right::Edit, [](Office& o) { o.store->undo(o.other.id, o.other.revision, o.me); }},
      {"revert", Right::Edit, [](Office& o) { o.store->revert(o.other.id, o.other.revision, 1, o.me); }},
      {"trash", Right::Edit, [](Office& o) { o.store->trash(o.draft.id, o.draft.revision, o.me); }},
      {"restore", Right::Edit, [](Office& o) { o.store->restore(o.trashed.id, o.trashed.revision, o.me); }},
      {"put_draft", Right::Edit, [](Office& o) { o.store->put_draft({.record = o.draft.id, .person = o.me, .kind = Kind::Series, .revision = 1, .body = tests::series_body("写着"), .at = 1}); }},
      {"submit", Right::Edit, [](Office& o) { o.store->submit(o.draft.id, o.draft.hash, o.me); }},
      {"withdraw", Right::Edit, [](Office& o) { const Record sent = o.store->submit(o.draft.id, o.draft.hash, "小林"); o.store->withdraw(sent.id, sent.hash, o.me); }},
      {"put_media", Right::Edit, [](Office& o) { o.store->put_media(o.stored("c.png"), o.me); }},
      {"describe_media", Right::Edit, [](Office& o) { o.store->describe_media(o.picture, {.alt = "新图注"}, o.me); }},
      {"replace_media", Right::Edit, [](Office& o) { StoredMedia next = o.stored("a.png"); next.source_hash = std::string(64, 'e'); next.media.files[0].sha256 = std::string(64, 'f'); o.store->replace_media(o.picture, next, o.me); }},
      {"set_media_facts", Right::Edit, [](Office& o) { o.store->set_media_facts(o.picture, {.title = "江滩"}, o.me); }},
      {"trash_media", Right::Edit, [](Office& o) { o.store->trash_media(o.picture, o.me); }},
      {"restore_media", Right::Edit, [](Office& o) { o.store->restore_media(o.thrown, o.me); }},
      {"undo_media", Right::Edit, [](Office& o) { o.store->undo_media(o.thrown, o.me); }},
      {"set_preference", Right::Edit, [](Office& o) { o.store->set_preference("columns/series", "[]", o.me); }},
      {"set_password of oneself", Right::Edit, [](Office& o) { o.store->set_password(o.me, "八个汉字也可以的", o.me, kLeast); }},
      {"approve", Right::Review, [](Office& o) { o.store->approve(o.waiting.id, o.waiting.hash, o.me); }},
      {"send_back", Right::Review, [](Office& o) { o.store->send_back(o.waiting.id, o.waiting.hash, "日期不对", o.me); }},
      {"note_opened", Right::Review, [](Office& o) { o.store->note_opened(o.waiting.id, o.waiting.hash, o.me); }},
      {"approve_opened", Right::Review, [](Office& o) {
         o.store->note_opened(o.waiting.id, o.waiting.hash, o.me);
         const SeenContent seen[] = {{o.waiting.id, o.waiting.hash}};
         if (const auto refusal = o.store->approve_opened(seen, o.me).front().refusal) throw Error(*refusal);
       }},
      {"overrule", Right::Review, [](Office& o) { o.store->overrule({.record = o.waiting.id, .hash = o.waiting.hash, .rule = "superlative", .reason = "店名如此", .person = o.me}); }},
      {"log_release", Right::Publish, [](Office& o) { o.store->log_release(Office::release(2, o.me)); }},
      {"announce_release", Right::Publish, [](Office& o) { o.store->announce_release(Office::release(2, o.me)); }},
      {"add_person", Right::Administer, [](Office& o) { o.store->add_person("新来的人", Role::Editor, o.me); }},
      {"set_password of another", Right::Administer, [](Office& o) { o.store->set_password("小林", "八个汉字也可以的", o.me, kLeast); }},
      {"set_role", Right::Administer, [](Office& o) { o.store->set_role("小林", Role::First, o.me); }},
      {"let_go", Right::Administer, [](Office& o) { o.store->let_go("要走的人", o.me); }},
      {"set_setting", Right::Administer, [](Office& o) { o.store->set_setting("outbox", "/srv/outbox", o.me); }},
  };
}

constexpr Role kRoles[] = {Role::Editor, Role::First, Role::Second, Role::Third, Role::Administrator};

}  // namespace

TEST_CASE("the table of rights") {
  struct Row {
    Role role;
    bool review, publish, administer;
  };
  for (const Row& row : {Row{Role::Editor, false, false, false}, Row{Role::First, true, false, false}, Row{Role::Second, true, false, false},
                         Row{Role::Third, true, true, false}, Row{Role::Administrator, false, false, true}}) {
    CAPTURE(word_of(row.role).zh);
    CHECK(may(row.role, Right::Edit));
    CHECK(may(row.role, Right::Review) == row.review);
    CHECK(may(row.role, Right::Publish) == row.publish);
    CHECK(may(row.role, Right::Administer) == row.administer);
  }
}

TEST_CASE("role by role and deed by deed, the store does what the role may and refuses the rest without a trace") {
  for (const Role role : kRoles) {
    for (const Act& act : acts()) {
      CAPTURE(word_of(role).zh);
      CAPTURE(act.name);
      Office office(role);
      const std::int64_t lines = office.store->verify_audit().lines;
      std::string refusal;
      try {
        act.deed(office);
      } catch (const Error& error) {
        refusal = error.text().zh;
      }
      CAPTURE(refusal);
      CHECK(refusal.empty() == may(role, act.right));
      if (!refusal.empty()) CHECK(office.store->verify_audit().lines == lines);
    }
  }
}

TEST_CASE("nobody who is unknown or has left does anything") {
  for (const char* name : {"", "陌生人", "要走的人"}) {
    for (const Act& act : acts()) {
      CAPTURE(name);
      CAPTURE(act.name);
      Office office(Role::Third);
      office.store->let_go("要走的人", "管理");
      office.me = name;
      CHECK_THROWS_AS(act.deed(office), Error);
    }
  }
}

TEST_CASE("who wrote a content does not let its findings pass, also after it was approved") {
  auto store = tests::office_with_people();
  Record made = store->create(Kind::Series, tests::series_body("甲"), "王初");
  const auto pass = [&](const Record& record, const std::string& hash, const char* by) {
    store->overrule({.record = record.id, .hash = hash, .rule = "superlative", .reason = "店名如此", .person = by});
  };
  CHECK_THROWS_AS(pass(made, made.hash, "王初"), Error);
  CHECK_THROWS_AS(pass(made, std::string(64, 'c'), "李复"), Error);   // content that it never was
  pass(made, made.hash, "李复");
  const Record mine = store->create(Kind::Series, tests::series_body("乙"), "小林");
  const Record approved = tests::approve_wholly(*store, mine);
  const Record next = store->edit(approved.id, approved.revision, tests::series_body("乙二"), "赵终");
  pass(next, approved.hash, "赵终");               // what is on the screens: not written by them
  CHECK_THROWS_AS(pass(next, next.hash, "赵终"), Error);
}

TEST_CASE("a submission that nobody has reviewed is withdrawn – later ones stay") {
  auto store = tests::office_with_people();
  const Record made = store->create(Kind::Series, tests::series_body("甲"), "小林");
  Record sent = store->submit(made.id, made.hash, "小林");
  Record back = store->withdraw(made.id, sent.hash, "小林");
  CHECK(back.state == ReviewState::Draft);
  CHECK(back.revision == made.revision);
  CHECK(back.hash == made.hash);
  CHECK_THROWS_AS(store->withdraw(made.id, made.hash, "小林"), Error);   // a draft
  sent = store->submit(made.id, made.hash, "小林");
  store->send_back(made.id, made.hash, "少一句", "王初");
  store->submit(made.id, made.hash, "小林");
  back = store->withdraw(made.id, made.hash, "小林");                    // as it was: returned, with its reason
  CHECK(back.state == ReviewState::Returned);
  CHECK(back.reason == "少一句");
  store->submit(made.id, made.hash, "小林");
  store->approve(made.id, made.hash, "王初");
  try {
    store->withdraw(made.id, made.hash, "小林");
    FAIL("withdrawn after a review");
  } catch (const Error& error) {
    CHECK(error.text().zh.find("王初已经审过") != std::string::npos);
  }
  CHECK(store->get(made.id)->state == ReviewState::Second);
  CHECK(store->history(made.id)[2].deed == Deed::Withdraw);
  CHECK(store->audit({.deed = "withdraw"}).size() == 2);
  CHECK(store->verify().empty());
}

TEST_CASE("what people chose for themselves is theirs, stays, and is no line in the audit log") {
  auto store = tests::office_with_people();
  const std::int64_t lines = store->verify_audit().lines;
  store->set_preference("columns/merchant", "[1]", "小林");
  store->set_preference("columns/merchant", "[2]", "小林");
  CHECK(store->preference("columns/merchant", "小林") == "[2]");
  CHECK_FALSE(store->preference("columns/merchant", "王初"));
  CHECK_FALSE(store->preference("columns/merchant", "陌生人"));
  CHECK(store->verify_audit().lines == lines);
}
