// What a clerk wants to know on entering: what waits for them, what ends soon, how far the streets are, whom to visit, what was
// published last. Read from the records in memory; some milliseconds for 20,000 of them.
//
// Main thread only. Throws Error as the store does.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "admin/workspace/workspace.h"
#include "content/model.h"
#include "content/record.h"

namespace admin {

struct Todo {
  content::RecordId id;
  content::Kind kind = content::Kind::City;
  content::ReviewState state = content::ReviewState::Draft;
  std::string kind_words;  // 商户
  std::string title;
  std::string note;        // 改 2 处; 退回：日期不对
  std::string when;        // 今天 10:12
  bool draft_left = false; // words that were never saved as a revision
};

struct Ending {
  content::RecordId id;
  content::Kind kind = content::Kind::City;
  std::string title;
  std::string day;         // 8-02
  int days = 0;            // until its last day; negative: over for so long
};

struct Coverage {
  content::RecordId street;
  std::string name;
  int signed_shops = 0;    // whose pledge is in force
  int shops = 0;           // all on the street
  int target_percent = 80;
  int missing = 0;         // signatures until the target; 0: reached
  double share() const { return shops > 0 ? static_cast<double>(signed_shops) / shops : 0; }
};

// A merchant who is to be visited before the 18 months since the last look are over.
struct VisitDue {
  content::RecordId id;
  std::string title;
  std::string street;
  int days = 0;            // until the screens hide it; negative: hidden for so long
};

struct LastRelease {
  std::int64_t sequence = 0;   // 0: nothing was published yet
  std::string when;            // 7-28 18:05
  std::string by;
  std::int64_t added = 0, changed = 0, removed = 0;
  std::int64_t rolled_back_to = 0;
  std::int64_t previous = 0;   // the release before it in the outbox; 0: none
};

struct Overview {
  std::string greeting;            // 上午好，王敏。有 7 件等您二审
  std::string today;               // 7 月 30 日 星期四 · 距建军节 2 天 · 中期考评进行中
  std::vector<Todo> todos;         // newest first; for an editor what came back and what is not yet submitted
  int waiting = 0;                 // of todos: what waits for the person's own round, or came back
  std::vector<Ending> endings;     // soonest first; those over for at most 60 days come before
  std::vector<Coverage> coverage;  // as the streets stand in the office
  int signed_shops = 0;
  int shops = 0;
  int target_percent = 80;
  std::vector<VisitDue> visits;    // most urgent first
  int visits_this_week = 0;        // overdue or due within 7 days
  LastRelease release;
  int prepared = 0;                // changes decided since the last release
  std::vector<std::string> missing_roles;  // 初审 复审 终审: nobody can sign in for it
};

Overview make_overview(Workspace& office);

// Records whose approval or removal came after the newest logged release: the badge of publishing.
int changes_prepared(Workspace& office);

inline constexpr int kEndingAheadDays = 90;
inline constexpr int kEndedBackDays = 60;
inline constexpr int kVisitAheadDays = 90;

// Of the machine: room on the disk that holds `path`, in words: 还剩 38.2 GB, and whether that is low.
struct DiskRoom {
  std::string words;
  bool low = false;   // under 1 GB or 5 %
};
DiskRoom disk_room(const std::filesystem::path& path);

}  // namespace admin
