#include "admin/shot_stage.h"

#include <optional>
#include <string_view>

#include "content/kinds.h"

namespace admin {

namespace {

using content::Kind;
using content::Role;

std::string person_of(const content::OfficeStore& store, Role role) {
  for (const content::Person& person : store.people()) {
    if (person.role == role) return person.name;
  }
  return {};
}

struct Cast {
  std::string editor, first, second, third, administrator;
};

Cast cast_of(const content::OfficeStore& store) {
  return {person_of(store, Role::Editor), person_of(store, Role::First), person_of(store, Role::Second), person_of(store, Role::Third),
          person_of(store, Role::Administrator)};
}

std::optional<content::Record> titled(const content::OfficeStore& store, Kind kind, std::string_view title) {
  const auto found = store.find_by_title(kind, title);
  return found.empty() ? std::nullopt : std::optional(found.front());
}

// Writes `value` at `key` as the editor and sends it on through so many approvals (0: submitted only; −1: a draft).
void revise(content::OfficeStore& store, const Cast& cast, const content::Record& record, std::string_view key, nlohmann::json value, int approvals) {
  nlohmann::json body = record.body;
  content::set_value(body, key, std::move(value));
  content::Record now = store.edit(record.id, record.revision, body, cast.editor);
  if (approvals < 0) return;
  now = store.submit(now.id, now.hash, cast.editor);
  for (const std::string& person : {cast.first, cast.second, cast.third}) {
    if (approvals-- <= 0) return;
    now = store.approve(now.id, now.hash, person);
  }
}

// The sample's people are drawn, nobody has to agree; but one paper is missing, as on the design's picture.
void stage_consents(content::OfficeStore& store, const Cast& cast) {
  for (const content::Record& figure : store.list(Kind::Figure)) {
    if (content::title_of(content::kind_spec(Kind::Figure), figure.body) == "何守诚") continue;
    for (const std::string_view key : {"portrait", "gallery"}) {
      const nlohmann::json* value = content::value_at(figure.body, key);
      if (value == nullptr) continue;
      const nlohmann::json ids = value->is_array() ? *value : nlohmann::json::array({*value});
      for (const nlohmann::json& id : ids) {
        const content::MediaId media{id.get<std::string>()};
        content::MediaFacts facts = store.media_facts(media);
        facts.consent = content::Consent::NotNeeded;
        store.set_media_facts(media, facts, cast.editor);
      }
    }
  }
}

}  // namespace

void stage_office(Workspace& office) {
  content::OfficeStore& store = office.store();
  if (!store.has_administrator()) store.make_first_administrator("许安", "shots-only-2026", content::PasswordCost::Least);
  const Cast cast = cast_of(store);
  if (cast.editor.empty() || cast.first.empty() || cast.second.empty() || cast.third.empty()) return;
  if (const auto noodles = titled(store, Kind::Merchant, "渡口面馆")) {
    nlohmann::json body = noodles->body;
    if (body.contains("offers") && !body["offers"].empty()) {
      const bool already = body["offers"][0].value("pay_percent", 0) == 80;
      body["offers"][0]["kind"] = "pay_ratio";
      body["offers"][0]["pay_percent"] = already ? 75 : 80;
      body["offers"][0]["title"] = already ? "全单七五折" : "全单八折";
    }
    content::set_value(body, "pledge.until", "2027-03-31");
    if (content::validate(content::kind_spec(Kind::Merchant), body).empty()) {
      content::Record now = store.edit(noodles->id, noodles->revision, body, cast.editor);
      now = store.submit(now.id, now.hash, cast.editor);
      store.approve(now.id, now.hash, cast.first);
    }
  }
  stage_consents(store, cast);
  int turn = 0;
  for (const Kind kind : {Kind::Article, Kind::Figure, Kind::Product, Kind::Merchant}) {
    int done = 0;
    for (const content::Record& record : store.list(kind)) {
      if (record.state != content::ReviewState::Approved || done == 4) continue;
      for (const std::string_view key : {"summary", "pledge.words", "citation", "story", "maker.story"}) {
        const nlohmann::json* text = content::value_at(record.body, key);
        if (text == nullptr || !text->is_string()) continue;
        revise(store, cast, record, key, text->get<std::string>() + "欢迎常来坐坐。", turn++ % 5 - 1);
        ++done;
        break;
      }
    }
  }
}

std::vector<ShotStop> shot_stops(Workspace& office) {
  const Cast cast = cast_of(office.store());
  const auto noodles = titled(office.store(), Kind::Merchant, "渡口面馆");
  const content::RecordId shop = noodles ? noodles->id : content::RecordId{};
  return {{.name = "admin-signin", .person = ""},
          {.name = "admin-overview", .person = cast.second, .target = {.panel = "overview"}},
          {.name = "admin-merchants", .person = cast.second, .target = {.panel = "merchant", .record = shop}},
          {.name = "admin-hours-offers", .person = cast.editor, .target = {.panel = "merchant", .record = shop, .field = "hours", .view = "form"}},
          {.name = "admin-review", .person = cast.second, .target = {.panel = "review", .record = shop}},
          {.name = "admin-publish", .person = cast.third, .target = {.panel = "publish"}},
          {.name = "admin-release-log", .person = cast.third, .target = {.panel = "publish", .view = "log"}},
          {.name = "admin-media", .person = cast.editor, .target = {.panel = "media"}},
          {.name = "admin-audit", .person = cast.administrator, .target = {.panel = "audit"}},
          {.name = "admin-people", .person = cast.administrator, .target = {.panel = "people"}},
          {.name = "admin-list-bulk", .person = cast.editor, .target = {.panel = "merchant"}, .taps = {"选中 渡口面馆", "选中 明眸眼镜"}},
          {.name = "admin-list-nothing", .person = cast.editor, .target = {.panel = "merchant", .view = "expired"}},
          {.name = "admin-list-columns", .person = cast.editor, .target = {.panel = "figure"}, .taps = {"选择列"}},
          {.name = "admin-list-articles", .person = cast.editor, .target = {.panel = "article"}},
          {.name = "admin-form-new", .person = cast.editor, .target = {.panel = "merchant", .view = "new"}, .taps = {"保存并提交"}},
          {.name = "admin-form-history", .person = cast.editor, .target = {.panel = "merchant", .record = shop, .view = "history"}},
          {.name = "admin-street", .person = cast.editor, .target = {.panel = "street-map", .record = shop}},
          {.name = "admin-preview-portrait", .person = cast.editor, .target = {.panel = "merchant", .record = shop}, .taps = {"竖屏"}},
          {.name = "admin-preview-large", .person = cast.editor, .target = {.panel = "merchant", .record = shop}, .taps = {"横屏", "看大图"}},
          {.name = "admin-preview-day", .person = cast.editor, .target = {.panel = "merchant", .record = shop}, .taps = {"关上预览", "看哪一天的样子"}},
          {.name = "admin-trash", .person = cast.editor, .target = {.panel = "trash"}},
          {.name = "admin-search", .person = cast.editor, .target = {.panel = "overview"}, .taps = {"搜索一切"}}};
}

}  // namespace admin
