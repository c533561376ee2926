// Publishing and rolling back, step by step, for the window's worker and for the command line.
//
// The database and the outbox stay whole whatever happens: the release is announced in the database, appears in the outbox by one
// rename, and is then settled in the log. A kill between leaves an announcement, which settle_announced() clears up.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "content/media_store.h"
#include "content/office_store.h"
#include "content/release.h"

namespace admin {

using GoOn = std::function<bool(const content::ReleaseStep&)>;

struct PublishOrder {
  std::filesystem::path outbox;
  std::string by;                 // 终审
  std::string note{};             // for the log
  content::ReleaseChoice choice{};
  // Of the plan that was looked at: when something else is approved by now, or another release came, nothing is published.
  // Empty: whatever is approved.
  std::string fingerprint{};
  std::int64_t base = 0;          // with a fingerprint: the newest release that the plan knew
  std::int64_t now_ms = 0;        // with a fingerprint: what stands in the way is looked for again at this moment; 0: by the clock
  std::string channel = "default";
  std::string best_before{};      // 2026-07-30T02:26:00Z
};

struct RollBackOrder {
  std::filesystem::path outbox;
  std::string by;
  std::int64_t sequence = 0;      // the release whose content comes back
  std::string note{};
  std::int64_t now_ms = 0;        // consents are looked at as of this moment; 0: by the clock
};

struct Published {
  content::BuiltRelease built;
  std::int64_t added = 0;
  std::int64_t changed = 0;
  std::int64_t removed = 0;
  std::string afterthought{};     // it is out, but something was left to do: a sentence
};

// Throw Error, or content::Stopped when `go_on` answered false; the outbox then has no new release.
Published publish(content::OfficeStore& office, const content::MediaStore& library, const PublishOrder& order, const GoOn& go_on = {});
// Refuses a release that is not there, is damaged in any byte, is the newest one, or would bring a person's picture back whose consent
// was taken back or has ended. When the release comes back, it ends when it was to end.
Published roll_back(content::OfficeStore& office, const RollBackOrder& order, const GoOn& go_on = {});

// Announcements of publishers that were killed: into the log when their release is in its outbox, forgotten when it is not. One whose
// outbox is away or in use waits. Answers how many came into the log.
int settle_announced(content::OfficeStore& office);

// A line of the log of releases.
struct LoggedRelease {
  content::ReleaseEntry entry;  // person empty: published elsewhere, known from the outbox alone
  bool here = false;            // still in the outbox: can be rolled back to
  bool newest = false;          // what the kiosks show
};

// The log together with what lies in the outbox; newest first.
std::vector<LoggedRelease> release_log(const content::OfficeStore& office, const std::filesystem::path& outbox);

}  // namespace admin
