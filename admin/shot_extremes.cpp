// Offices at their ends: nobody and nothing yet; and as long and as many as can be.
#include <algorithm>
#include <cstdint>
#include <fstream>
#include <string>

#include "admin/shot_stage.h"
#include "admin/workspace/publishing.h"
#include "content/kinds.h"
#include "content/utf8.h"

namespace admin {

namespace {

using content::Kind;
using content::Record;
using content::Role;
using nlohmann::json;

constexpr int kShops = 500;
constexpr std::size_t kPictures = 500;
// Forty characters, as many as a shop's name may have; twenty for a person.
constexpr const char* kLongShop = "江城市江滩双拥示范街拥军优属爱心联盟退役军人创业孵化基地渡口老字号手工面馆总店旗舰店";
constexpr const char* kLongPerson = "阿卜杜热西提·买买提托合提·艾合买提江";

std::string shop_name() { return std::string(content::first_chars(kLongShop, 40)); }
std::string person_name() { return std::string(content::first_chars(kLongPerson, 20)); }

void approve_all(content::OfficeStore& store, Record record, const Cast& cast, int rounds, std::string_view by) {
  record = store.submit(record.id, record.hash, by);
  for (const std::string& person : {cast.first, cast.second, cast.third}) {
    if (rounds-- > 0) record = store.approve(record.id, record.hash, person);
  }
}

void add_shops(content::OfficeStore& store, const Cast& cast) {
  content::OfficeStore::Batch batch(store);
  for (int i = 1; i <= kShops; ++i) {
    const std::string number = std::to_string(1000 + i).substr(1);
    store.create(Kind::Merchant, {{"name", "江滩小店 " + number}, {"category", i % 3 == 0 ? "餐饮" : i % 3 == 1 ? "百货" : "生鲜"}}, cast.editor);
  }
  batch.commit();
}

// The library's own pictures over and over under other names.
void add_pictures(content::OfficeStore& store, const Cast& cast) {
  const auto pictures = store.all_media();
  content::OfficeStore::Batch batch(store);
  for (std::size_t i = pictures.size(); !pictures.empty() && i < kPictures; ++i) {
    content::StoredMedia copy = pictures[i % pictures.size()];
    copy.media.id = {};
    copy.source = "走访照片/" + std::to_string(1000 + i).substr(1) + " " + content::name_of({}, copy.source) + ".jpg";
    store.put_media(copy, cast.editor);
  }
  batch.commit();
}

// A clerk's first picture comes in as a dropped file.
void drop_first_picture(Shell& shell, const std::filesystem::path& file) {
  std::ofstream(file) << R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1600 1000"><rect width="1600" height="1000" fill="#E6EDE9"/>
<rect x="240" y="300" width="1120" height="560" fill="#8B5E3C"/><rect x="240" y="300" width="1120" height="130" fill="#A01F24"/>
<rect x="640" y="520" width="320" height="340" fill="#F4E3C0"/></svg>)";
  shell.drop({file});
}

// By somebody with the longest name, a shop with the longest one: sent on to the second round.
void add_longest(content::OfficeStore& store, const Cast& cast) {
  store.add_person(person_name(), Role::Editor, cast.administrator);
  const json body{{"name", shop_name()}, {"category", "老字号手工面点与地方小吃"}, {"address", "江城市江滩区双拥示范街与拥军路交叉口东北角江滩公园东门外五十米 1288 号附 12 号一层"}};
  approve_all(store, store.create(Kind::Merchant, body, person_name()), cast, 1, person_name());
}

// The longest article, changed at its begin, in its middle and at its end.
void change_long_article(content::OfficeStore& store, const Cast& cast) {
  const auto articles = store.list(Kind::Article);
  const auto longest = std::ranges::max_element(articles, {}, [](const Record& one) { return one.body.value("body", std::string()).size(); });
  if (longest == articles.end() || longest->state != content::ReviewState::Approved) return;
  json body = longest->body;
  std::string words = body.value("body", std::string());
  const auto middle = words.find("\n\n", words.size() / 2);
  if (middle != std::string::npos) words.insert(middle + 2, "## 新的一节\n\n这一节是后来补上的，说清楚到哪里办、带什么、找谁。\n\n");
  body["body"] = "编者按：本文按最新口径改过。\n\n" + words + "\n\n（全文完）";
  body["caption"] = "图为活动现场，居民在服务点前排队咨询。";
  approve_all(store, store.edit(longest->id, longest->revision, body, cast.editor), cast, 1, cast.editor);
}

void fill_trash(content::OfficeStore& store, const Cast& cast) {
  for (const Kind kind : {Kind::Merchant, Kind::Product, Kind::Article}) {
    const auto records = store.list(kind);
    for (std::size_t i = 0; i < std::min<std::size_t>(3, records.size()); ++i) store.trash(records[records.size() - 1 - i].id, records[records.size() - 1 - i].revision, cast.editor);
  }
}

void agree_to_pictures(content::OfficeStore& store, const Cast& cast) {
  for (const content::StoredMedia& picture : store.all_media()) {
    content::MediaFacts facts = store.media_facts(picture.media.id);
    facts.consent = content::Consent::NotNeeded;
    store.set_media_facts(picture.media.id, facts, cast.editor);
  }
}

// Three releases and the way back to the first.
void publish_some(Workspace& office, const Cast& cast) {
  content::OfficeStore& store = office.store();
  const char* notes[] = {"第一批内容上屏", "八一主题更新，渡口面馆优惠调整；江滩双拥街新增九家商户，和平里片区的营业时间按物业通知统一改过一遍", ""};
  int turn = 0;
  for (const char* note : notes) {
    for (const Record& record : store.list(Kind::Product)) {
      if (record.state != content::ReviewState::Approved || !record.body.contains("story")) continue;
      json body = record.body;
      body["story"] = record.body.value("story", std::string()) + "（第 " + std::to_string(++turn) + " 次修改）";
      if (content::validate(content::kind_spec(Kind::Product), body).empty()) approve_all(store, store.edit(record.id, record.revision, body, cast.editor), cast, 3, cast.editor);
      break;
    }
    publish(store, office.library(), {.outbox = office.outbox(), .by = cast.third, .note = note});
  }
  // Newest first; those of the office's own outbox do not lie here.
  std::int64_t oldest = 0;
  for (const LoggedRelease& line : release_log(store, office.outbox())) {
    if (line.here) oldest = line.entry.sequence;
  }
  if (oldest > 0) roll_back(store, {.outbox = office.outbox(), .by = cast.third, .sequence = oldest, .note = "和平里的时间有误"});
}

}  // namespace

std::vector<ShotStop> bare_stops(Workspace& office) {
  const auto first_picture = office.db().parent_path() / "渡口面馆门头.svg";
  const auto with_people = [](content::OfficeStore& store) {
    const Cast cast = cast_of(store);
    for (const auto& [name, role] : {std::pair{"梁秋", Role::Editor}, {"沈明", Role::First}, {"何川", Role::Third}}) store.add_person(name, role, cast.administrator);
  };
  return {{.name = "admin-first-start", .person = ""},
          {.name = "admin-people-first", .person = "许安", .target = {.panel = "people"}, .before = [](content::OfficeStore& store) { cast_of(store); }},
          {.name = "admin-overview-empty", .person = "许安", .target = {.panel = "overview"}},
          {.name = "admin-list-empty", .person = "梁秋", .target = {.panel = "merchant"}, .before = with_people},
          {.name = "admin-media-empty", .person = "梁秋", .target = {.panel = "media"}},
          {.name = "admin-trash-empty", .person = "梁秋", .target = {.panel = "trash"}},
          {.name = "admin-overview-empty-editor", .person = "梁秋", .target = {.panel = "overview"}},
          {.name = "admin-review-empty", .person = "沈明", .target = {.panel = "review"}},
          {.name = "admin-publish-empty", .person = "何川", .target = {.panel = "publish"}},
          {.name = "admin-list-one", .person = "梁秋", .target = {.panel = "merchant"},
           .before = [](content::OfficeStore& store) { store.create(Kind::Merchant, {{"name", "渡口面馆"}, {"category", "餐饮"}}, "梁秋"); }},
          {.name = "admin-media-one", .person = "梁秋", .target = {.panel = "media"},
           .after = [first_picture](Shell& shell) { drop_first_picture(shell, first_picture); }}};
}

void stage_extremes(Workspace& office) {
  content::OfficeStore& store = office.store();
  const Cast cast = cast_of(store);
  if (cast.editor.empty() || cast.first.empty() || cast.second.empty() || cast.third.empty()) return;
  agree_to_pictures(store, cast);
  publish_some(office, cast);
  fill_trash(store, cast);
  change_long_article(store, cast);
  add_longest(store, cast);
  add_shops(store, cast);
  add_pictures(store, cast);
}

std::vector<ShotStop> extreme_stops(Workspace& office) {
  const Cast cast = cast_of(office.store());
  const auto found = office.store().find_by_title(Kind::Merchant, shop_name());
  const content::RecordId shop = found.empty() ? content::RecordId{} : found.front().id;
  return {{.name = "admin-release-log", .person = cast.third, .target = {.panel = "publish", .view = "log"}},
          {.name = "admin-roll-back", .person = cast.third, .target = {.panel = "publish", .view = "rollback 2"}},
          {.name = "admin-trash", .person = cast.editor, .target = {.panel = "trash"}},
          {.name = "admin-media-500", .person = cast.editor, .target = {.panel = "media"}},
          {.name = "admin-list-500", .person = person_name(), .target = {.panel = "merchant", .record = shop}},
          {.name = "admin-form-longest", .person = person_name(), .target = {.panel = "merchant", .record = shop, .view = "form"}},
          {.name = "admin-review-longest", .person = cast.second, .target = {.panel = "review", .record = shop}},
          {.name = "admin-review-article", .person = cast.second, .target = {.panel = "review"}, .taps = {"类型", "类型：文章"}},
          {.name = "admin-people-longest", .person = cast.administrator, .target = {.panel = "people"}, .taps = {"用户 " + person_name()}},
          {.name = "admin-overview-longest", .person = cast.second, .target = {.panel = "overview"}},
          {.name = "admin-audit-longest", .person = cast.administrator, .target = {.panel = "audit"}},
          {.name = "admin-publish-many", .person = cast.third, .target = {.panel = "publish"}}};
}

}  // namespace admin
