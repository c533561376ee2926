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

// A colleague saves the same field while somebody is writing in it.
void colleague_writes(content::OfficeStore& store, const content::RecordId& shop) {
  const auto record = store.get(shop);
  if (!record) return;
  if (!store.find_person("周蓓")) store.add_person("周蓓", Role::Editor, cast_of(store).administrator);
  nlohmann::json body = record->body;
  body["name"] = "渡口面馆（双拥街总店）";
  store.edit(shop, record->revision, body, "周蓓");
}

// A person of whom there are several pictures; empty: nobody.
content::RecordId with_gallery(const content::OfficeStore& store) {
  for (const content::Record& figure : store.list(Kind::Figure)) {
    const nlohmann::json* gallery = content::value_at(figure.body, "gallery");
    if (gallery != nullptr && gallery->size() > 1) return figure.id;
  }
  return {};
}

}  // namespace

Cast cast_of(content::OfficeStore& store) {
  if (!store.has_administrator()) store.make_first_administrator("许安", "shots-only-2026", content::PasswordCost::Least);
  return {person_of(store, Role::Editor), person_of(store, Role::First), person_of(store, Role::Second), person_of(store, Role::Third),
          person_of(store, Role::Administrator)};
}

std::span<const ShotStage> shot_stages() {
  static constexpr ShotStage kStages[] = {{.set = stage_day, .stops = day_stops}, {.bare = true, .stops = bare_stops}, {.set = stage_daily, .stops = daily_stops}, {.stops = import_stops}, {.set = stage_extremes, .stops = extreme_stops}};
  return kStages;
}

void stage_day(Workspace& office) {
  content::OfficeStore& store = office.store();
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

std::vector<ShotStop> day_stops(Workspace& office) {
  const Cast cast = cast_of(office.store());
  const auto noodles = titled(office.store(), Kind::Merchant, "渡口面馆");
  const content::RecordId shop = noodles ? noodles->id : content::RecordId{};
  return {{.name = "admin-signin", .person = ""},
          {.name = "admin-overview", .person = cast.second, .target = {.panel = "overview"}},
          {.name = "admin-merchants", .person = cast.second, .target = {.panel = "merchant", .record = shop}},
          {.name = "admin-hours-offers", .person = cast.editor, .target = {.panel = "merchant", .record = shop, .field = "hours", .view = "form"}},
          {.name = "admin-review", .person = cast.second, .target = {.panel = "review", .record = shop}},
          {.name = "admin-publish", .person = cast.third, .target = {.panel = "publish"}},
          {.name = "admin-media", .person = cast.editor, .target = {.panel = "media"}},
          {.name = "admin-media-person", .person = cast.editor, .target = {.panel = "media", .view = "consent"}},
          {.name = "admin-form-pictures", .person = cast.editor, .target = {.panel = "figure", .record = with_gallery(office.store()), .field = "gallery", .view = "form"}},
          {.name = "admin-media-browser", .person = cast.editor, .target = {.panel = "media"}, .taps = {"上传"}},
          {.name = "admin-audit", .person = cast.administrator, .target = {.panel = "audit"}},
          {.name = "admin-people", .person = cast.administrator, .target = {.panel = "people"}},
          {.name = "admin-list-bulk", .person = cast.editor, .target = {.panel = "merchant"}, .taps = {"选中 渡口面馆", "选中 明眸眼镜"}},
          {.name = "admin-list-nothing", .person = cast.editor, .target = {.panel = "merchant", .view = "expired"}},
          {.name = "admin-list-columns", .person = cast.editor, .target = {.panel = "figure"}, .taps = {"选择列"}},
          {.name = "admin-list-articles", .person = cast.editor, .target = {.panel = "article"}},
          {.name = "admin-form-new", .person = cast.editor, .target = {.panel = "merchant", .view = "new"}, .taps = {"商户名称"}, .words = "渡口老面馆"},
          {.name = "admin-form-history", .person = cast.editor, .target = {.panel = "merchant", .record = shop, .view = "history"}},
          {.name = "admin-street", .person = cast.editor, .target = {.panel = "street-map", .record = shop}},
          {.name = "admin-street-close", .person = cast.editor, .target = {.panel = "street-map", .record = shop}, .taps = std::vector<std::string>(6, "放大示意图")},
          {.name = "admin-preview-portrait", .person = cast.editor, .target = {.panel = "merchant", .record = shop}, .taps = {"竖屏"}},
          {.name = "admin-preview-large", .person = cast.editor, .target = {.panel = "merchant", .record = shop}, .taps = {"横屏", "看大图"}},
          {.name = "admin-preview-day", .person = cast.editor, .target = {.panel = "merchant", .record = shop}, .taps = {"看哪一天的样子"}},
          {.name = "admin-bulk-edit", .person = cast.editor, .target = {.panel = "merchant"}, .taps = {"选中 江畔书屋", "选中 春和大药房", "批量修改", "要改的一项", "要改的一项：街区"}},
          {.name = "admin-search", .person = cast.editor, .target = {.panel = "overview"}, .taps = {"搜索一切"}, .words = "dk"},
          {.name = "admin-search-nothing", .person = cast.editor, .target = {.panel = "overview"}, .taps = {"搜索一切"}, .words = "没有这家"},
          {.name = "admin-keys", .person = cast.editor, .target = {.panel = "overview"}, .taps = {"我的菜单", "全部快捷键"}},
          {.name = "admin-error", .person = cast.third, .target = {.panel = "overview"},
           .after = [](Shell& shell) { shell.desk().fail("发布目录“/media/usb/outbox”写不进去：磁盘满了。屏上还是第 1 期；请清出至少 200 MB，或换一个目录再发。"); }},
          {.name = "admin-locked", .person = cast.second, .target = {.panel = "review"}, .after = [](Shell& shell) { shell.lock(); }},
          {.name = "admin-clash", .person = cast.editor, .target = {.panel = "merchant", .record = shop, .view = "form"}, .taps = {"商户名称"}, .words = "（江滩店）",
           .after = [shop](Shell& shell) { colleague_writes(shell.desk().office().store(), shop); }}};
}

}  // namespace admin
