#include "admin/workspace/publish_plan.h"

#include <spdlog/fmt/fmt.h>

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>

#include "admin/workspace/publish_blockers.h"
#include "admin/workspace/publish_changes.h"
#include "admin/workspace/records.h"
#include "admin/workspace/release_consents.h"
#include "admin/workspace/release_index.h"
#include "admin/workspace/screen_days.h"
#include "admin/workspace/where_shown.h"
#include "content/error.h"
#include "content/release_manifest.h"
#include "content/release_references.h"
#include "content/sha256.h"

namespace admin {
namespace {

using content::Day;
using content::ReleaseRecord;

// The city's day of "2026-07-30T16:30:00Z": its clock is eight hours ahead of UTC.
std::optional<Day> city_day_of(std::string_view utc) {
  const auto day = utc.size() >= 13 ? content::day_from_iso(utc.substr(0, 10)) : std::nullopt;
  if (!day || utc.substr(11, 2) < "16") return day;
  return Day(std::chrono::sys_days(*day) + std::chrono::days(1));
}

class Planner {
 public:
  Planner(content::OfficeStore& office, const content::MediaStore& library, const PlanQuestion& question)
      : office_(office),
        library_(library),
        question_(question),
        today_(city_day(question.now_ms)) {}

  PublishPlan make() {
    plan_.choice = question_.choice;
    read_before();
    approved_ = content::approved_content(office_);
    plan_.fingerprint = fingerprint(approved_);
    plan_.after = question_.choice.empty() ? approved_ : content::approved_content(office_, question_.choice, plan_.before);
    plan_.blockers = find_blockers({office_, library_, question_.outbox, today_, plan_.before, plan_.after});
    end_by_consents();
    plan_dropped();
    plan_.changes = find_changes({office_, today_, plan_.before, plan_.after, approved_, question_.choice, consent_ends_});
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

  // After the blockers: what was let pass goes by the hash of what was approved.
  void end_by_consents() {
    consent_ends_ = end_with_consents(office_, plan_.after);
    if (question_.choice.empty()) approved_ = plan_.after;
    else end_with_consents(office_, approved_);
  }

  void plan_dropped() {
    dropped_ = content::drop_lost_references(plan_.after);
    content::drop_lost_references(approved_);
  }

  // --- what the calendar does -----------------------------------------------------------------------------------
  void plan_dates() {
    const WhereShown where(plan_.after, today_);
    const auto made = city_day_of(made_);
    for (const ReleaseRecord& record : plan_.after.records) {
      const auto end = screen_end(record.kind, record.body);
      if (!end) continue;
      const bool ended = end->last < today_ && (!made || end->last >= *made);
      const bool ending = end->last >= today_ && content::days_between(today_, end->last) <= kEndingSoonDays;
      if (!ended && !ending) continue;
      const std::string why = consent_ends_.contains(record.id.text) ? "肖像授权到期" : end->why;
      plan_.dates.push_back({record.id, record.kind, ended ? ChangeSort::Ended : ChangeSort::Ending, title_of(record),
                             fmt::format("{} {}", why, short_day(end->last, today_)), where.of(record), true});
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
  PublishPlan plan_;
  content::ReleaseContent approved_;
  std::vector<content::Text> dropped_;
  std::unordered_map<std::string, Day> ends_;
  std::unordered_map<std::string, Day> consent_ends_;
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
  content::ReleaseContent content = content::approved_content(office, choice, before);
  end_with_consents(office, content);
  return content;
}

std::string approved_fingerprint(content::OfficeStore& office) { return Planner::fingerprint(content::approved_content(office)); }

}  // namespace admin
