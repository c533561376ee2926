// What a clerk meets every day and no stop of a finished day shows: things half right, open over others, in each other's way.
#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "admin/shot_stage.h"
#include "content/kinds.h"

namespace admin {

namespace {

using content::Kind;
using content::Record;
using nlohmann::json;

constexpr const char* kHalfRight = "老灶小馆";
constexpr const char* kWaiting = "明眸眼镜";

std::optional<Record> shop(const content::OfficeStore& store, std::string_view name) {
  const auto found = store.find_by_title(Kind::Merchant, name);
  return found.empty() ? std::nullopt : std::optional(found.front());
}

content::RecordId id_of(const content::OfficeStore& store, std::string_view name) {
  const auto found = shop(store, name);
  return found ? found->id : content::RecordId{};
}

// A day written twice over itself, an offer that no screen has room for, no category.
json half_right() {
  json week = json::array();
  for (int day = 0; day < 7; ++day) week.push_back(json::array({{{"from", 390}, {"to", 1290}}}));
  week[2] = json::array({{{"from", 390}, {"to", 840}}, {{"from", 810}, {"to", 1290}}});
  const json offer{{"title", "逢八一建军节春节免单一碗面"}, {"kind", "free"}, {"cards", "any_province"}, {"proofs", json::array({"benefit_card"})}, {"who", json::array({"serving", "veteran"})}};
  return {{"name", kHalfRight}, {"address", "江滩双拥街 21 号"}, {"phone", "5550 0121"}, {"hours", {{"known", true}, {"week", week}}}, {"offers", json::array({offer})}};
}

// The first picture that shows a person on the honour roll; empty: none.
content::RecordId portrait(const content::OfficeStore& store) {
  for (const Record& figure : store.list(Kind::Figure)) {
    if (const std::string id = figure.body.value("portrait", std::string()); !id.empty()) return content::RecordId{id};
  }
  return {};
}

// Another program writes, for as long as this holds.
class Elsewhere {
 public:
  void begin(const std::filesystem::path& db) {
    end();
    store_ = content::OfficeStore::open(db).store;
    if (store_ != nullptr) writes_ = std::make_unique<content::OfficeStore::Batch>(*store_);
  }
  void end() { writes_.reset(), store_.reset(); }

 private:
  std::unique_ptr<content::OfficeStore> store_;
  std::unique_ptr<content::OfficeStore::Batch> writes_;
};

}  // namespace

void stage_daily(Workspace& office) {
  content::OfficeStore& store = office.store();
  const Cast cast = cast_of(store);
  if (cast.editor.empty()) return;
  store.create(Kind::Merchant, half_right(), cast.editor);
  const auto waiting = shop(store, kWaiting);
  if (!waiting) return;
  json body = waiting->body;
  body["phone"] = "5550 0190";
  const Record edited = store.edit(waiting->id, waiting->revision, body, cast.editor);
  store.submit(edited.id, edited.hash, cast.editor);
}

std::vector<ShotStop> daily_stops(Workspace& office) {
  const content::OfficeStore& store = office.store();
  const Cast cast = cast_of(office.store());
  const content::RecordId half = id_of(store, kHalfRight);
  const content::RecordId noodles = id_of(store, "渡口面馆");
  const auto elsewhere = std::make_shared<Elsewhere>();
  const std::filesystem::path db = office.db();
  const auto in_the_way = [elsewhere, db](content::OfficeStore& mine) {
    mine.set_patience(std::chrono::milliseconds(50));
    elsewhere->begin(db);
  };
  const auto out_of_the_way = [elsewhere](content::OfficeStore& mine) {
    elsewhere->end();
    mine.set_patience(std::chrono::seconds(10));
  };
  return {{.name = "admin-drop-down", .person = cast.editor, .target = {.panel = "merchant"}, .taps = {"筛选类别"}},
          {.name = "admin-form-problems", .person = cast.editor, .target = {.panel = "merchant", .record = half, .view = "form"}, .taps = {"提交一审"}},
          {.name = "admin-hours-overlap", .person = cast.editor, .target = {.panel = "merchant", .record = half, .field = "hours", .view = "form"}},
          {.name = "admin-hours-error", .person = cast.editor, .target = {.panel = "merchant", .record = half, .field = "hours", .view = "form"}, .taps = {"营业时间 周一 第 1 段"}, .words = "25:70", .then = {"营业时间 周二 第 1 段"}},
          {.name = "admin-calendar", .person = cast.editor, .target = {.panel = "merchant", .record = noodles, .field = "pledge.until", .view = "form"}, .taps = {"日历 有效至"}},
          {.name = "admin-media-figure", .person = cast.editor, .target = {.panel = "media", .record = portrait(store)}},
          {.name = "admin-toast", .person = cast.editor, .target = {.panel = "merchant", .record = id_of(store, "江畔书屋")}, .taps = {"删除"}},
          {.name = "admin-closing", .person = cast.editor, .target = {.panel = "merchant", .record = noodles, .view = "form"}, .taps = {"商户名称"}, .words = "（江滩店）",
           .before = in_the_way, .after = [](Shell& shell) { shell.close(); }},
          {.name = "admin-review-unnoted", .person = cast.first, .target = {.panel = "review"}, .before = in_the_way},
          {.name = "admin-review-waiting", .person = cast.first, .target = {.panel = "review"}, .before = out_of_the_way}};
}

}  // namespace admin
