#include "admin/workspace/publish_plan.h"

#include <fcntl.h>
#include <spdlog/fmt/fmt.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>
#include <unordered_set>

#include "admin/workspace/change_words.h"
#include "admin/workspace/publish_faults.h"
#include "admin/workspace/records.h"
#include "admin/workspace/screen_days.h"
#include "admin/workspace/where_shown.h"
#include "content/error.h"
#include "content/release_manifest.h"
#include "content/release_references.h"
#include "content/sha256.h"

namespace admin {
namespace {

namespace fs = std::filesystem;
using content::Day;
using content::Kind;
using content::ReleaseRecord;
using ById = std::unordered_map<std::string, const ReleaseRecord*>;

ById by_id(const content::ReleaseContent& content) {
  ById found;
  for (const ReleaseRecord& record : content.records) found.emplace(record.id.text, &record);
  return found;
}

const ReleaseRecord* find(const ById& records, const std::string& id) {
  const auto found = records.find(id);
  return found == records.end() ? nullptr : found->second;
}

std::string title_of(const ReleaseRecord& record) { return content::title_of(content::kind_spec(record.kind), record.body); }

std::unordered_set<std::string> ids_of(const std::vector<content::RecordId>& records) {
  std::unordered_set<std::string> ids;
  for (const content::RecordId& id : records) ids.insert(id.text);
  return ids;
}

// The first folder on the way up that is there.
fs::path standing_folder(fs::path folder) {
  std::error_code fault;
  while (!folder.empty() && !fs::is_directory(folder, fault) && folder.has_relative_path()) folder = folder.parent_path();
  return folder;
}

class Planner {
 public:
  Planner(content::OfficeStore& office, const content::MediaStore& library, const PlanQuestion& question)
      : office_(office),
        library_(library),
        question_(question),
        today_(city_day(question.now_ms)),
        pictures_(std::vector<content::Blobs>{library.blobs(), content::Blobs(question.outbox / "blobs")}) {}

  PublishPlan make() {
    plan_.choice = question_.choice;
    read_before();
    approved_ = content::approved_content(office_);
    plan_.fingerprint = fingerprint(approved_);
    plan_.after = question_.choice.empty() ? approved_ : content::approved_content(office_, question_.choice, plan_.before);
    find_blockers();
    plan_dropped();
    plan_changes();
    plan_dates();
    plan_notes();
    return std::move(plan_);
  }

  static std::string fingerprint(const content::ReleaseContent& approved) {
    std::string all;
    for (const ReleaseRecord& record : approved.records) all += record.id.text + content::content_hash(record.kind, record.body);
    return content::sha256_hex(all);
  }

 private:
  void read_before() {
    const std::vector<std::int64_t> earlier = content::list_releases(question_.outbox);
    std::int64_t last = earlier.empty() ? 0 : earlier.back();
    plan_.base = last;
    for (const content::ReleaseEntry& entry : office_.releases()) {
      last = std::max(last, entry.sequence);
      if (entry.sequence == plan_.base) rolled_back_to_ = entry.rolled_back_to;
    }
    plan_.number = last + 1;
    if (plan_.base == 0) return;
    try {
      made_ = content::read_manifest(question_.outbox / "releases" / content::sequence_name(plan_.base)).made;
      plan_.before = content::read_release(question_.outbox, plan_.base);
    } catch (const content::Error& error) {
      plan_.notes.push_back(error.text().zh + "下面把所有内容都算作新增。");
    }
  }

  // --- what stands in the way -----------------------------------------------------------------------------------
  void find_blockers() {
    check_whole();
    const PublishFaults faults(office_, library_, plan_.after, pictures_, today_);
    content::ReleaseContent earlier_media;
    earlier_media.media = plan_.before.media;
    const PublishFaults faults_before(office_, library_, earlier_media, pictures_, today_);
    const ById before = by_id(plan_.before);
    for (const ReleaseRecord& record : plan_.after.records) {
      const std::vector<PublishFault> found = faults.of(record);
      if (found.empty()) continue;
      const ReleaseRecord* shown = find(before, record.id.text);
      plan_.blockers.push_back(blocker(record, found, shown != nullptr && !faults_before.of(*shown).empty(), shown != nullptr));
    }
  }

  static Blocker blocker(const ReleaseRecord& record, const std::vector<PublishFault>& faults, bool takes_off, bool shown) {
    const PublishFault& first = faults.front();
    Blocker blocker{.record = record.id, .kind = record.kind, .field = first.field, .media = first.media, .title = first.title, .advice = {}, .fix = first.fix, .leave_out = {}};
    blocker.takes_off = takes_off;
    if (record.kind != Kind::City || (shown && !takes_off)) blocker.leave_out = takes_off ? "这期先撤下它" : "这期先不发它";
    const std::string more = faults.size() > 1 ? fmt::format("这一条另有 {} 处要改。", faults.size() - 1) : "";
    const std::string otherwise = blocker.leave_out.empty() ? first.way + "再发。"
                                  : takes_off               ? first.way + "，或这一期先把它从屏上撤下。"
                                  : shown                   ? first.way + "，或这一期先不发它，屏上留着上一期的样子。"
                                                            : first.way + "，或这一期先拿掉这一条。";
    blocker.advice = more + otherwise;
    return blocker;
  }

  void whole(std::string title, std::string advice, std::string fix = {}, Kind kind = Kind::City) {
    plan_.blockers.push_back({.record = {}, .kind = kind, .field = {}, .media = {}, .title = std::move(title), .advice = std::move(advice), .fix = std::move(fix), .leave_out = {}});
  }

  void check_whole() {
    const auto cities = std::ranges::count(plan_.after.records, Kind::City, &ReleaseRecord::kind);
    if (plan_.after.records.empty()) {
      whole("还没有三审通过的内容", "先录入、送审，三个人审过再来发布。");
    } else if (cities != 1) {
      whole(cities == 0 ? "“城市”还没有三审通过" : fmt::format("“城市”有 {} 条，只能有一条", cities),
            cities == 0 ? "屏上的城市名和各页标题都在那里；审完再发。" : "把多的移到回收站再发。", "去看城市");
    }
    check_outbox();
  }

  void check_outbox() {
    const fs::path folder = standing_folder(question_.outbox);
    if (::faccessat(AT_FDCWD, folder.c_str(), W_OK | X_OK, AT_EACCESS) != 0) {
      whole(fmt::format("发布目录“{}”不能写", question_.outbox.string()), "请检查这个文件夹的权限，或换一个发布目录。");
      return;
    }
    std::error_code fault;
    const fs::space_info space = fs::space(folder, fault);
    const std::uintmax_t needed = bytes_to_write();
    if (fault || space.available >= needed) return;
    constexpr double kMegabyte = 1024 * 1024;
    whole(fmt::format("发布目录所在的磁盘不够：要 {:.1f} MB，只剩 {:.1f} MB", static_cast<double>(needed) / kMegabyte, static_cast<double>(space.available) / kMegabyte),
          fmt::format("清出空间再发（{}）。", question_.outbox.string()));
  }

  // The pictures that the outbox does not have yet, and the database about as large as its texts three times.
  std::uintmax_t bytes_to_write() const {
    std::uintmax_t bytes = 256U * 1024U;
    const content::Blobs there(question_.outbox / "blobs");
    for (const content::Media& media : plan_.after.media) {
      for (const content::MediaFile& file : media.files) {
        std::error_code fault;
        if (there.has(file.sha256)) continue;
        const std::uintmax_t size = fs::file_size(library_.blobs().path(file.sha256), fault);
        bytes += fault ? 0 : size;
      }
    }
    for (const ReleaseRecord& record : plan_.after.records) bytes += 3U * record.body.dump().size();
    return bytes;
  }

  // --- what changes ---------------------------------------------------------------------------------------------
  void plan_dropped() {
    dropped_ = content::drop_lost_references(plan_.after);
    content::drop_lost_references(approved_);
  }

  void plan_changes() {
    const ById before = by_id(plan_.before);
    const ById approved = by_id(approved_);
    const auto title = [&](const std::string& id) {
      const ReleaseRecord* record = find(approved, id) != nullptr ? find(approved, id) : find(before, id);
      return record == nullptr ? std::string() : title_of(*record);
    };
    const WhereShown where(plan_.after, today_);
    const WhereShown where_before(plan_.before, today_);
    const std::unordered_set<std::string> kept_back = ids_of(question_.choice.kept_back);
    const std::unordered_set<std::string> taken_off = ids_of(question_.choice.taken_off);
    for (const ReleaseRecord& record : approved_.records) {
      const ReleaseRecord* shown = find(before, record.id.text);
      const bool off = taken_off.contains(record.id.text);
      const bool out = !off && !kept_back.contains(record.id.text);
      if (shown == nullptr) {
        add({record.id, record.kind, ChangeSort::Added, title_of(record), added_words(record, title), where.of(record), out, off});
      } else if (off) {
        add({record.id, record.kind, ChangeSort::Removed, title_of(record), "这一期先撤下", where_before.of(*shown), true, true});
      } else if (shown->body != record.body) {
        std::string words = change_words(content::kind_spec(record.kind), shown->body, record.body, title);
        add({record.id, record.kind, ChangeSort::Changed, title_of(record), std::move(words), where.of(record), out});
      }
    }
    for (const ReleaseRecord& record : plan_.before.records) {
      if (find(approved, record.id.text) != nullptr) continue;
      const bool out = !kept_back.contains(record.id.text);
      add({record.id, record.kind, ChangeSort::Removed, title_of(record), gone_words(record), where_before.of(record), out});
    }
    std::ranges::stable_sort(plan_.changes, {}, [](const PlannedChange& change) { return kind_order(change.kind); });
  }

  void add(PlannedChange change) { plan_.changes.push_back(std::move(change)); }

  std::string added_words(const ReleaseRecord& record, const TitleOf& title) const {
    const auto start = screen_start(record.body);
    std::string words = summary_words(content::kind_spec(record.kind), record.body, title);
    if (start && *start > today_) words += fmt::format("{}{} 起显示", words.empty() ? "" : "，", short_day(*start, today_));
    return words;
  }

  std::string gone_words(const ReleaseRecord& record) const {
    const auto now = office_.get(record.id);
    return now && now->trashed ? "已移入回收站" : "办公库里没有这一条";
  }

  // As the navigation lists them.
  static std::size_t kind_order(Kind kind) {
    static constexpr std::array kOrder{Kind::Article, Kind::Series, Kind::Figure, Kind::Merchant, Kind::Product, Kind::Street,
                                       Kind::Theme,   Kind::Stage,  Kind::Poster, Kind::Film,     Kind::City};
    return static_cast<std::size_t>(std::ranges::find(kOrder, kind) - kOrder.begin());
  }

  // --- what the calendar does -----------------------------------------------------------------------------------
  void plan_dates() {
    const WhereShown where(plan_.after, today_);
    const auto made = made_.size() >= 10 ? content::day_from_iso(made_.substr(0, 10)) : std::nullopt;
    for (const ReleaseRecord& record : plan_.after.records) {
      const auto end = screen_end(record.kind, record.body);
      if (!end) continue;
      const bool ended = end->last < today_ && (!made || end->last >= *made);
      const bool ending = end->last >= today_ && content::days_between(today_, end->last) <= kEndingSoonDays;
      if (!ended && !ending) continue;
      plan_.dates.push_back({record.id, record.kind, ended ? ChangeSort::Ended : ChangeSort::Ending, title_of(record),
                             fmt::format("{} {}", end->why, short_day(end->last, today_)), where.of(record), true});
      ends_.emplace(record.id.text, end->last);
    }
    std::ranges::stable_sort(plan_.dates, {}, [&](const PlannedChange& change) { return ends_.at(change.id.text); });
  }

  // --- worth knowing --------------------------------------------------------------------------------------------
  void plan_notes() {
    constexpr std::size_t kNamed = 3;
    if (rolled_back_to_ != 0) {
      plan_.notes.push_back(fmt::format("屏上现在是退回到第 {} 期的内容；这次发布会换成审核通过的最新内容。", rolled_back_to_));
    }
    if (!dropped_.empty()) {
      std::string names;
      for (std::size_t i = 0; i < std::min(kNamed, dropped_.size()); ++i) names += (i == 0 ? "" : "；") + dropped_[i].zh;
      if (dropped_.size() > kNamed) names += fmt::format(" 等 {} 处", dropped_.size());
      plan_.notes.push_back(names + "：指向的内容这一期没有，屏上不显示这个链接。");
    }
    std::int64_t waiting = 0;
    for (const content::KindSpec& spec : content::all_kinds()) {
      waiting += std::ranges::count_if(office_.list(spec.kind), [](const content::Record& record) { return content::round_of(record.state) > 0; });
    }
    if (waiting > 0) plan_.notes.push_back(fmt::format("还有 {} 条在审核，这一期不带它们。", waiting));
  }

  content::OfficeStore& office_;
  const content::MediaStore& library_;
  const PlanQuestion& question_;
  Day today_;
  content::PictureSources pictures_;
  PublishPlan plan_;
  content::ReleaseContent approved_;
  std::vector<content::Text> dropped_;
  std::unordered_map<std::string, Day> ends_;
  std::string made_;
  std::int64_t rolled_back_to_ = 0;
};

}  // namespace

std::string_view word_of(ChangeSort sort) {
  static constexpr std::array<std::string_view, 5> kWords{"新增", "修改", "下架", "到期", "快到期"};
  return kWords.at(static_cast<std::size_t>(sort));
}

std::int64_t PublishPlan::count(ChangeSort sort) const {
  return std::ranges::count_if(changes, [sort](const PlannedChange& change) { return change.sort == sort && change.goes_out; });
}

bool PublishPlan::changes_anything() const {
  return std::ranges::any_of(changes, &PlannedChange::goes_out);
}

PublishPlan make_publish_plan(content::OfficeStore& office, const content::MediaStore& library, const PlanQuestion& question) {
  return Planner(office, library, question).make();
}

content::ReleaseContent content_to_publish(content::OfficeStore& office, const content::ReleaseChoice& choice,
                                           const content::ReleaseContent& before) {
  return content::approved_content(office, choice, before);
}

std::string approved_fingerprint(content::OfficeStore& office) { return Planner::fingerprint(content::approved_content(office)); }

}  // namespace admin
