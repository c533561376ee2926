// Every record of the office in memory: read once at the start, then kept fresh by what was done since, by this window, by
// a colleague's or by the command line.
//
// Main thread only. Pointers to records stay good for the life of Records; what they point at changes in refresh() only.
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "admin/workspace/search_keys.h"
#include "admin/workspace/workspace.h"

namespace admin {

// The tabs above a list; each record that is not in the trash is in exactly one of them besides All. Expired: approved, and
// its last day is over.
enum class Tab { All, Draft, First, Second, Third, Approved, Expired, Returned };
inline constexpr std::size_t kTabs = 8;
std::string_view word_of(Tab tab);  // 全部 草稿 一审 二审 三审 已通过 已到期 已退回

using TabCounts = std::array<int, kTabs>;

// The city's calendar day at a moment.
content::Day city_day(std::int64_t now_ms);

// The last day on which the record holds, the earliest of its fields valid_until and ….until; nullopt: without end.
std::optional<content::Day> last_day(const content::KindSpec& spec, const nlohmann::json& body);

Tab tab_of(const content::Record& record, content::Day today);

// Filled of the three dots beside a state: how far its review has come. 已通过 has three.
int review_dots(content::ReviewState state);

class Records {
 public:
  // Reads all. `office` must outlive it. Throws Error.
  explicit Records(Workspace& office);

  // Reads what was done since; true when there was something. Call it after each own deed and a few times a second: it
  // takes some microseconds when nothing happened. Throws Error.
  bool refresh();
  // Rises with each refresh() that found something.
  std::int64_t version() const { return version_; }

  // Also trashed ones; null: there is none.
  const content::Record* find(const content::RecordId& id) const;
  // "（未命名）" for one without a name; empty for an unknown id.
  std::string title(const content::RecordId& id) const;

  // What a cell of another record calls it: its short name where it has one (江滩), else its title.
  std::string short_title(const content::RecordId& id) const;

  // Oldest first, without the trash.
  std::vector<const content::Record*> of(content::Kind kind) const;
  std::vector<const content::Record*> trashed() const;  // last thrown away first
  // Counted anew only when something changed or the day turned: a list's head asks in every frame.
  const TabCounts& counts(content::Kind kind) const;
  // Of the records of a kind that wait for the given round (1–3).
  int waiting(content::Kind kind, int round) const;

  // Records of the last refreshes that somebody else than `person` changed, until seen() is called for them.
  bool changed_by_other(const content::RecordId& id) const { return foreign_.contains(id); }
  void seen(const content::RecordId& id) { foreign_.erase(id); }

  // Reads pinyin; one for all lists, because the first one costs 0.2 s.
  KeyMaker& key_maker();

  // What the last refresh() brought; a list follows by these instead of reading all.
  struct Touched {
    std::int64_t version = 0;
    const content::Record* record = nullptr;
  };
  // Those after `version`, oldest first; nullopt: too long ago, read all again.
  std::optional<std::vector<const content::Record*>> touched_since(std::int64_t version) const;

 private:
  void take(content::Record record, bool first_time);

  Workspace& office_;
  std::deque<content::Record> records_;
  std::unordered_map<content::RecordId, content::Record*> by_id_;
  std::map<content::Kind, std::vector<const content::Record*>> by_kind_;  // with trashed ones
  std::unordered_set<content::RecordId> foreign_;
  struct Counted {
    std::int64_t version = 0;
    content::Day day{};
    TabCounts counts{};
  };
  mutable std::map<content::Kind, Counted> counted_;
  std::unique_ptr<KeyMaker> key_maker_;
  std::vector<Touched> touched_;
  std::int64_t last_deed_ = 0;
  std::int64_t version_ = 1;
  std::int64_t forgotten_ = 1;  // touched_ has all after this version
};

}  // namespace admin
