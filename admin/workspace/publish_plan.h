// What publishing now will change on the screens, against the newest release in the outbox; what stands in its way; what is worth
// knowing. The plan holds exactly the content that would go out: who publishes it publishes what was looked at.
//
// Pure reading of the database and the outbox; works in any thread with a store of its own.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "content/media_store.h"
#include "content/office_store.h"
#include "content/release.h"

namespace admin {

// Added, Changed, Removed: what this release does. Ended, Ending: what the calendar does by itself since the last release, or soon.
enum class ChangeSort { Added, Changed, Removed, Ended, Ending };
std::string_view word_of(ChangeSort sort);  // 新增 修改 下架 到期 快到期

struct PlannedChange {
  content::RecordId id;
  content::Kind kind = content::Kind::City;
  ChangeSort sort = ChangeSort::Changed;
  std::string title;
  std::string words;      // 优惠 九折 → 八折
  std::string where;      // 商户页、首页“今日商户”
  bool goes_out = true;   // false: this time it stays as it was
  bool taken_off = false; // chosen to be taken off this time, though it is approved
};

// What stands in the way, and the two ways out.
struct Blocker {
  content::RecordId record;  // empty: about the whole release
  content::Kind kind = content::Kind::City;
  std::string field;         // key that the fix goes to; may be empty
  content::MediaId media;    // the picture to go to instead; may be empty
  std::string title;         // 何守诚的照片没有肖像授权
  std::string advice;        // 补上授权书，或这一期先不发它。
  std::string fix;           // 去补授权书; empty: nothing to open
  std::string leave_out;     // 这期先不发它; empty: it cannot be left out
  std::string rule;          // a reviewer may let it pass, with a reason; empty: nobody may
  std::string hash;          // of the content that it was found in; with a rule
  bool takes_off = false;    // leaving it out takes it off the screens: what is published of it has the same fault
};

struct PublishPlan {
  std::int64_t base = 0;               // the newest release in the outbox; 0: there is none
  std::int64_t number = 1;             // of the release to come
  std::vector<PlannedChange> changes;  // Added, Changed, Removed: in the order of the kinds
  std::vector<PlannedChange> dates;    // Ended, Ending
  std::vector<Blocker> blockers;
  std::vector<std::string> notes;      // they never block
  content::ReleaseChoice choice;
  content::ReleaseContent before;      // empty when base is 0 or cannot be read
  content::ReleaseContent after;
  std::string fingerprint;             // of what was approved when the plan was made

  // How many of the changes go out.
  std::int64_t count(ChangeSort sort) const;
  bool changes_anything() const;
};

struct PlanQuestion {
  std::filesystem::path outbox;
  std::int64_t now_ms = 0;
  content::ReleaseChoice choice{};
};

// Throws Error when the database cannot be read. An outbox that is not there is an empty one; a newest release that is damaged is
// told in the notes, and everything counts as added.
PublishPlan make_publish_plan(content::OfficeStore& office, const content::MediaStore& library, const PlanQuestion& question);

// The release as it would go out for this choice, and the fingerprint of what is approved.
content::ReleaseContent content_to_publish(content::OfficeStore& office, const content::ReleaseChoice& choice,
                                           const content::ReleaseContent& before);
std::string approved_fingerprint(content::OfficeStore& office);

// How many days ahead an end counts as soon.
inline constexpr int kEndingSoonDays = 30;

}  // namespace admin
