#include "admin/workspace/overview.h"

#include <spdlog/fmt/fmt.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_map>
#include <unordered_set>

#include "admin/workspace/cell_words.h"
#include "admin/workspace/publishing.h"
#include "admin/workspace/records.h"
#include "admin/workspace/review_queue.h"
#include "admin/workspace/screen_days.h"
#include "content/days.h"
#include "content/error.h"
#include "content/read_model.h"
#include "content/schedule.h"

namespace admin {
namespace {

using content::Day;
using content::Kind;
using content::Record;

constexpr std::size_t kSummaries = 12;   // differences that are compared for the list; the rest is seen in the queue

content::LocalMinute city_minute_of(std::int64_t now_ms) {
  constexpr std::chrono::hours kCityZone{8};
  return std::chrono::floor<std::chrono::minutes>(std::chrono::local_time<std::chrono::milliseconds>(std::chrono::milliseconds(now_ms)) + kCityZone);
}

std::string text_at(const nlohmann::json& body, std::string_view key) {
  const nlohmann::json* value = content::value_at(body, key);
  return value != nullptr && value->is_string() ? value->get<std::string>() : std::string();
}

int number_at(const nlohmann::json& body, std::string_view key, int otherwise) {
  const nlohmann::json* value = content::value_at(body, key);
  return value != nullptr && value->is_number_integer() ? value->get<int>() : otherwise;
}

std::optional<Day> day_at(const nlohmann::json& body, std::string_view key) { return content::day_from_iso(text_at(body, key)); }

std::string_view part_of_day(int minute) {
  if (minute < 5 * 60) return "夜里好";
  if (minute < 11 * 60 + 30) return "上午好";
  if (minute < 13 * 60 + 30) return "中午好";
  return minute < 18 * 60 ? "下午好" : "晚上好";
}

class Maker {
 public:
  explicit Maker(Workspace& office) : office_(office), records_(office.records()), now_(city_minute_of(office.now_ms())), today_(content::day_of(now_)) {}

  Overview make() {
    add_todos();
    add_endings();
    add_coverage();
    add_visits();
    add_release();
    add_roles();
    overview_.today = today_words();
    overview_.greeting = greeting();
    return std::move(overview_);
  }

 private:
  // --- what waits -----------------------------------------------------------------------------------------------
  void add_todos() {
    if (office_.review_round() > 0) add_queue();
    add_returned();
    add_drafts();
  }

  void add_queue() {
    ReviewQueue queue(office_);
    queue.refresh();
    for (const QueueItem* item : queue.shown()) {
      if (!item->barrier.empty()) continue;
      const Record& record = item->waiting.record;
      const std::string note = overview_.todos.size() < kSummaries ? queue.summary(*item) : item->waiting.submitted_by + " 送审";
      overview_.todos.push_back(todo(record, note, item->waiting.arrived_at));
    }
    overview_.waiting = static_cast<int>(overview_.todos.size());
  }

  Todo todo(const Record& record, std::string note, std::int64_t at) const {
    const content::KindSpec& spec = content::kind_spec(record.kind);
    return {.id = record.id, .kind = record.kind, .state = record.state, .kind_words = std::string(spec.zh), .title = content::title_of(spec, record.body),
            .note = std::move(note), .when = moment_words(at, office_.now_ms()), .draft_left = false};
  }

  void add_returned() {
    std::vector<const Record*> mine;
    for (const content::KindSpec& spec : content::all_kinds()) {
      for (const Record* record : records_.of(spec.kind)) {
        const bool open = record->state == content::ReviewState::Returned || record->state == content::ReviewState::Draft;
        if (open && record->changed_by == office_.person().name) mine.push_back(record);
      }
    }
    std::ranges::sort(mine, [](const Record* a, const Record* b) {
      const bool a_back = a->state == content::ReviewState::Returned;
      const bool b_back = b->state == content::ReviewState::Returned;
      return a_back != b_back ? a_back : a->changed_at > b->changed_at;
    });
    for (const Record* record : mine) {
      const bool back = record->state == content::ReviewState::Returned;
      overview_.waiting += back ? 1 : 0;
      overview_.todos.push_back(todo(*record, back ? "退回：" + record->reason : "还没有送审", record->changed_at));
    }
  }

  void add_drafts() {
    for (const content::StoredDraft& draft : office_.store().drafts()) {
      if (draft.person != office_.person().name) continue;
      const content::KindSpec& spec = content::kind_spec(draft.kind);
      overview_.todos.push_back({.id = draft.record, .kind = draft.kind, .state = content::ReviewState::Draft, .kind_words = std::string(spec.zh),
                                 .title = content::title_of(spec, draft.body), .note = "写了一半，还没有保存",
                                 .when = moment_words(draft.at, office_.now_ms()), .draft_left = true});
    }
  }

  // --- what ends ------------------------------------------------------------------------------------------------
  void add_endings() {
    for (const content::KindSpec& spec : content::all_kinds()) {
      for (const Record* record : records_.of(spec.kind)) {
        if (record->approved_hash.empty()) continue;
        const auto end = last_day(spec, record->body);
        if (!end) continue;
        const int days = content::days_between(today_, *end);
        if (days < -kEndedBackDays || days > kEndingAheadDays) continue;
        overview_.endings.push_back({record->id, record->kind, content::title_of(spec, record->body), short_day(*end, today_), days});
      }
    }
    std::ranges::stable_sort(overview_.endings, {}, &Ending::days);
  }

  // --- streets and merchants ------------------------------------------------------------------------------------
  void add_coverage() {
    std::unordered_map<std::string, int> signed_on;
    for (const Record* merchant : records_.of(Kind::Merchant)) {
      const auto day = day_at(merchant->body, "pledge.signed_on");
      const auto until = day_at(merchant->body, "pledge.until");
      if (day && *day <= today_ && (!until || *until >= today_)) ++signed_on[text_at(merchant->body, "street")];
    }
    for (const Record* street : records_.of(Kind::Street)) {
      Coverage line{.street = street->id, .name = text_at(street->body, "short_name")};
      if (line.name.empty()) line.name = content::title_of(content::kind_spec(Kind::Street), street->body);
      line.shops = number_at(street->body, "shops", 0);
      line.target_percent = number_at(street->body, "target_percent", 80);
      line.signed_shops = signed_on[street->id.text];
      line.missing = std::max(0, (line.shops * line.target_percent + 99) / 100 - line.signed_shops);
      overview_.signed_shops += line.signed_shops;
      overview_.shops += line.shops;
      overview_.target_percent = line.target_percent;
      overview_.coverage.push_back(std::move(line));
    }
  }

  void add_visits() {
    for (const Record* merchant : records_.of(Kind::Merchant)) {
      const auto signed_on = day_at(merchant->body, "pledge.signed_on");
      const auto until = day_at(merchant->body, "pledge.until");
      if (!signed_on || (until && *until < today_)) continue;
      const Day since = std::max(*signed_on, day_at(merchant->body, "pledge.verified_on").value_or(*signed_on));
      const int days = content::days_between(today_, content::add_months(since, content::kPledgeHiddenAfterMonths));
      if (days > kVisitAheadDays) continue;
      const Record* street = records_.find(content::RecordId{text_at(merchant->body, "street")});
      std::string street_words = street != nullptr ? text_at(street->body, "short_name") : "";
      overview_.visits.push_back({merchant->id, content::title_of(content::kind_spec(Kind::Merchant), merchant->body), std::move(street_words), days});
      overview_.visits_this_week += days <= 7 ? 1 : 0;
    }
    std::ranges::stable_sort(overview_.visits, {}, &VisitDue::days);
  }

  // --- publishing -----------------------------------------------------------------------------------------------
  void add_release() {
    const auto log = release_log(office_.store(), office_.outbox());
    const auto newest = std::ranges::find_if(log, [](const LoggedRelease& line) { return line.newest; });
    overview_.prepared = changes_prepared(office_);
    if (newest == log.end()) return;
    const content::ReleaseEntry& entry = newest->entry;
    LastRelease& release = overview_.release;
    release.sequence = entry.sequence;
    release.by = entry.person;
    if (entry.at != 0) {
      const std::string day = short_day(city_day(entry.at), today_);
      release.when = day + " " + clock_words(entry.at);
    }
    release.added = entry.added;
    release.changed = entry.changed;
    release.removed = entry.removed;
    release.rolled_back_to = entry.rolled_back_to;
    for (auto line = std::next(newest); line != log.end(); ++line) {
      if (!line->here) continue;
      release.previous = line->entry.sequence;
      break;
    }
  }

  void add_roles() {
    const auto people = office_.store().people();
    const auto nobody = [&](content::Role role) { return std::ranges::none_of(people, [role](const content::Person& p) { return p.role == role && p.may_sign_in; }); };
    for (const content::Role role : {content::Role::Editor, content::Role::First, content::Role::Second, content::Role::Third}) {
      if (nobody(role)) overview_.missing_roles.emplace_back(content::word_of(role).zh);
    }
  }

  // --- words ----------------------------------------------------------------------------------------------------
  std::string greeting() const {
    std::string hello = fmt::format("{}，{}。", part_of_day(content::minute_of_day(now_)), office_.person().name);
    const int round = office_.review_round();
    if (round > 0) {
      return overview_.waiting > 0 ? hello + fmt::format("有 {} 件等您{}", overview_.waiting, round_words(round)) : hello + "都审完了";
    }
    if (office_.person().role == content::Role::Administrator) {
      std::string roles;
      for (const std::string& role : overview_.missing_roles) roles += (roles.empty() ? "" : "、") + role;
      return roles.empty() ? hello + "人员都齐了" : hello + "还没有" + roles + "的同事";
    }
    if (overview_.waiting > 0) return hello + fmt::format("有 {} 件退回给您改", overview_.waiting);
    return overview_.todos.empty() ? hello + "手上没有没办完的事" : hello + fmt::format("有 {} 件还没送审", overview_.todos.size());
  }

  std::string today_words() const {
    static constexpr std::array<std::string_view, 7> kWeek{"一", "二", "三", "四", "五", "六", "日"};
    std::string words = fmt::format("{} 月 {} 日 星期{}", static_cast<unsigned>(today_.month()), static_cast<unsigned>(today_.day()),
                                    kWeek.at(static_cast<std::size_t>(content::weekday_of(today_))));
    std::optional<std::pair<int, std::string>> feast;
    std::string stage_words;
    for (const Record* record : records_.of(Kind::Theme)) {
      const auto theme = readable([&] { return content::read_theme(record->id, record->revision, record->body); });
      const auto days = theme ? content::days_until_feast(*theme, now_) : std::nullopt;
      if (days && (!feast || *days < feast->first)) feast = std::pair(*days, theme->feast_name.empty() ? theme->name : theme->feast_name);
    }
    for (const Record* record : records_.of(Kind::Stage)) {
      const auto stage = readable([&] { return content::read_stage(record->id, record->revision, record->body); });
      if (stage && stage->first <= today_ && stage->last >= today_) stage_words = " · " + stage->name + "进行中";
    }
    if (feast) words += feast->first == 0 ? " · 今天是" + feast->second : fmt::format(" · 距{} {} 天", feast->second, feast->first);
    return words + stage_words;
  }

  // A draft may lack what the kiosk needs.
  template <typename Read>
  static auto readable(Read read) -> std::optional<decltype(read())> {
    try {
      return read();
    } catch (const content::Error&) {
      return std::nullopt;
    }
  }

  Workspace& office_;
  Records& records_;
  content::LocalMinute now_;
  Day today_;
  Overview overview_;
};

}  // namespace

Overview make_overview(Workspace& office) { return Maker(office).make(); }

int changes_prepared(Workspace& office) {
  std::int64_t since = 0;
  for (const content::ReleaseEntry& entry : office.store().releases()) since = std::max(since, entry.at);
  std::unordered_set<std::string> records;
  const auto gather = [&](std::string_view deed, auto counts) {
    for (const content::AuditEntry& entry : office.store().audit({.deed = std::string(deed), .since = since + 1, .limit = 1000})) {
      if (!entry.record.empty() && counts(entry)) records.insert(entry.record);
    }
  };
  gather("approve", [](const content::AuditEntry& entry) { return entry.note.starts_with('3'); });
  const auto was_approved = [&](const content::AuditEntry& entry) {
    const Record* record = office.records().find(content::RecordId{entry.record});
    return record != nullptr && !record->approved_hash.empty();
  };
  gather("trash", was_approved);
  gather("restore", was_approved);
  return static_cast<int>(records.size());
}

DiskRoom disk_room(const std::filesystem::path& path) {
  constexpr double kGigabyte = 1024.0 * 1024.0 * 1024.0;
  std::filesystem::path folder = std::filesystem::absolute(path);
  std::error_code fault;
  while (!std::filesystem::is_directory(folder, fault) && folder.has_relative_path()) folder = folder.parent_path();
  const std::filesystem::space_info space = std::filesystem::space(folder, fault);
  if (fault) return {"磁盘读不出来", true};
  const double free = static_cast<double>(space.available) / kGigabyte;
  const double all = static_cast<double>(space.capacity) / kGigabyte;
  return {fmt::format("还剩 {:.1f} GB，共 {:.0f} GB", free, all), free < 1 || free < all * 0.05};
}

}  // namespace admin
