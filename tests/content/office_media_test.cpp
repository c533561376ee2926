// The picture register: what an approval covers, what the office knows besides, and going back.
#include <doctest/doctest.h>

#include <algorithm>

#include "content/error.h"
#include "content/release.h"
#include "office_test_data.h"

using namespace content;
using tests::approve_wholly;
using tests::office_with_people;

namespace {

StoredMedia picture_named(const std::string& source, char hash = 'a') {
  StoredMedia picture;
  picture.source = source;
  picture.source_hash = std::string(64, hash);
  picture.media.alt = "笑脸";
  for (const MediaSize size : {MediaSize::Thumb, MediaSize::Card, MediaSize::Full}) {
    picture.media.files.push_back({.size = size, .sha256 = std::string(64, hash), .width = 256, .height = 192, .format = "png"});
    picture.file_bytes.push_back(10);
  }
  return picture;
}

Record figure_with(OfficeStore& store, const std::string& name, const MediaId& portrait) {
  return store.create(Kind::Figure, {{"name", name}, {"category", "veteran"}, {"portrait", portrait.text}}, "小林");
}

std::string portrait_of(const OfficeStore& store, const Record& record) { return store.get(record.id)->body.at("portrait"); }

template <typename Action>
std::string refusal(Action action) {
  try {
    action();
  } catch (const Error& error) {
    return error.text().zh;
  }
  return {};
}

}  // namespace

TEST_CASE("another focus gives another id, and every record that shows the picture needs its reviews again") {
  auto store = office_with_people();
  const MediaId first = store->put_media(picture_named("a.jpg"), "小林");
  const Record made = approve_wholly(*store, figure_with(*store, "何守诚", first));
  const Record other = figure_with(*store, "周念慈", store->put_media(picture_named("b.jpg", 'b'), "小林"));

  const MediaId second = store->describe_media(first, {.alt = "笑脸", .focus_x = 0.3F, .focus_y = 0.2F}, "小林");
  CHECK(second != first);
  CHECK(portrait_of(*store, made) == second.text);
  CHECK(store->get(made.id)->state == ReviewState::Draft);
  CHECK(store->get(other.id)->revision == other.revision);
  // What three people approved still shows exactly what they saw.
  CHECK(store->approved(Kind::Figure).front().body.at("portrait") == first.text);
  CHECK(store->media(first)->media.focus_x == doctest::Approx(0.5F));
  const ReleaseContent content = approved_content(*store);
  CHECK(std::ranges::any_of(content.media, [&](const Media& media) { return media.id == first; }));
  CHECK(store->verify().empty());
}

TEST_CASE("going back to the focus that was approved restores the approval") {
  auto store = office_with_people();
  const MediaId first = store->put_media(picture_named("a.jpg"), "小林");
  const Record made = approve_wholly(*store, figure_with(*store, "何守诚", first));
  store->describe_media(first, {.alt = "一位老人", .focus_x = 0.3F, .focus_y = 0.2F}, "小林");

  SUBCASE("by undoing") { CHECK(store->undo_media(first, "小林") == first); }
  SUBCASE("by saying the same again") {
    const MediaId now = store->find_media("a.jpg")->media.id;
    CHECK(store->describe_media(now, {.alt = "笑脸", .focus_x = 0.5F, .focus_y = 0.5F}, "小林") == first);
  }
  CHECK(portrait_of(*store, made) == first.text);
  CHECK(store->get(made.id)->state == ReviewState::Approved);
  CHECK(store->all_media().size() == 1);
}

TEST_CASE("what is being written follows a picture's change without a conflict") {
  auto store = office_with_people();
  const MediaId first = store->put_media(picture_named("a.jpg"), "小林");
  const Record made = figure_with(*store, "何守诚", first);
  const MediaId second = store->describe_media(first, {.alt = "老人"}, "王初");
  const Record now = *store->get(made.id);
  CHECK(now.changed_by == "王初");
  CHECK(store->edit(made.id, now.revision, {{"name", "何守诚"}, {"category", "veteran"}, {"portrait", second.text}, {"year", 2025}}, "小林").revision == now.revision + 1);
}

TEST_CASE("facts change under the id, are in the audit log, and are taken back step by step") {
  auto store = office_with_people();
  const MediaId id = store->put_media(picture_named("portraits/a.jpg"), "小林");
  CHECK(name_of(store->media_facts(id), "portraits/a.jpg") == "a");
  MediaFacts facts{.title = "何守诚", .credit = "市融媒体中心", .taken = "2025 年 6 月"};
  store->set_media_facts(id, facts, "小林");
  facts.consent = Consent::Given;
  CHECK(refusal([&] { store->set_media_facts(id, facts, "小林"); }).find("授权人") != std::string::npos);
  facts.consent_by = "何守诚（本人）";
  facts.consent_until = Day(std::chrono::year(2027), std::chrono::month(2), std::chrono::day(28));
  store->set_media_facts(id, facts, "小林");
  CHECK(store->media_facts(id) == facts);
  const auto lines = store->audit([&] { AuditQuery query; query.deed = "media_facts"; return query; }());
  REQUIRE(lines.size() == 2);
  CHECK(lines.front().change.find("given") != std::string::npos);

  CHECK(store->undo_media(id, "小林") == id);
  CHECK(store->media_facts(id).consent == Consent::Missing);
  CHECK(store->media_facts(id).title == "何守诚");
  CHECK(store->undo_media(id, "小林") == id);
  CHECK(store->media_facts(id) == MediaFacts{});
  CHECK_FALSE(store->undo_media(id, "小林"));
  CHECK_FALSE(store->verify_audit().fault);
}

TEST_CASE("consent stays with a new crop and starts again with another photograph") {
  auto store = office_with_people();
  const MediaId first = store->put_media(picture_named("a.jpg"), "小林");
  store->set_media_facts(first, {.title = "何守诚", .credit = "李闻 摄", .consent = Consent::Given, .consent_by = "本人"}, "小林");
  const MediaId cropped = store->describe_media(first, {.alt = "老人", .focus_x = 0.1F}, "小林");
  CHECK(store->media_facts(cropped).consent == Consent::Given);

  const Record made = figure_with(*store, "何守诚", cropped);
  const MediaId replaced = store->replace_media(cropped, picture_named("whatever.jpg", 'c'), "小林");
  CHECK(store->media(replaced)->source == "a.jpg");
  CHECK(portrait_of(*store, made) == replaced.text);
  CHECK(store->media_facts(replaced).consent == Consent::Missing);
  CHECK(store->media_facts(replaced).title == "何守诚");
  CHECK(store->media_facts(cropped).consent == Consent::Given);
  CHECK(store->undo_media(replaced, "小林") == cropped);
  CHECK(portrait_of(*store, made) == cropped.text);
}

TEST_CASE("only a picture that nobody uses can be thrown away, and comes back") {
  auto store = office_with_people();
  const MediaId used = store->put_media(picture_named("a.jpg"), "小林");
  const Record made = figure_with(*store, "何守诚", used);
  CHECK(refusal([&] { store->trash_media(used, "小林"); }).find("何守诚") != std::string::npos);
  const MediaId spare = store->put_media(picture_named("b.jpg", 'b'), "小林");
  const auto trashed = [&] {
    return std::ranges::count_if(store->media_register(), [](const RegisteredMedia& picture) { return picture.trashed; });
  };
  store->trash_media(spare, "小林");
  CHECK(trashed() == 1);
  store->undo_media(spare, "小林");
  CHECK(trashed() == 0);
  store->trash_media(spare, "小林");
  CHECK(store->put_media(picture_named("b.jpg", 'b'), "小林") == spare);
  CHECK(trashed() == 0);

  const auto uses = store->media_uses();
  REQUIRE(uses.size() == 1);
  CHECK(uses.front().title == "何守诚");
  CHECK(uses.front().now);
  CHECK_FALSE(uses.front().published);
}

TEST_CASE("consent for a screen ends with its last day") {
  const Day last(std::chrono::year(2026), std::chrono::month(8), std::chrono::day(1));
  const Day next(std::chrono::year(2026), std::chrono::month(8), std::chrono::day(2));
  MediaFacts facts{.consent = Consent::Given, .consent_by = "本人", .consent_until = last};
  CHECK(consent_state(facts, last) == ConsentState::Fine);
  CHECK(consent_state(facts, next) == ConsentState::Expired);
  facts.for_screen = false;
  CHECK(consent_state(facts, last) == ConsentState::NotForScreens);
  CHECK(consent_state({}, last) == ConsentState::Missing);
  CHECK(consent_state({.consent = Consent::NotNeeded}, next) == ConsentState::Fine);
}
