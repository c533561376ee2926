#include "admin/workspace/publishing.h"

#include <spdlog/fmt/fmt.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <unordered_map>
#include <unordered_set>

#include "admin/workspace/publish_blockers.h"
#include "admin/workspace/publish_plan.h"
#include "admin/workspace/records.h"
#include "admin/workspace/release_consents.h"
#include "content/kinds.h"
#include "content/error.h"
#include "content/outbox_lock.h"
#include "content/release_manifest.h"
#include "content/release_references.h"
#include "content/rights.h"
#include "content/sha256.h"

namespace admin {
namespace {

namespace fs = std::filesystem;
using content::Error;

fs::path release_folder(const fs::path& outbox, std::int64_t sequence) { return outbox / "releases" / content::sequence_name(sequence); }

std::int64_t newest_in(const fs::path& outbox) {
  const std::vector<std::int64_t> earlier = content::list_releases(outbox);
  return earlier.empty() ? 0 : earlier.back();
}

// A damaged release before counts as none: the new one does not depend on it, unless records are to stay as they are there.
content::ReleaseContent content_before(const fs::path& outbox, std::int64_t sequence, std::size_t kept_back = 0) {
  if (sequence == 0) return {};
  try {
    return content::read_release(outbox, sequence);
  } catch (const Error& error) {
    if (kept_back == 0) return {};
    throw Error(fmt::format("这一期没有发：有 {} 条这期先不发、要照第 {} 期的样子留在屏上，可是{}或者让它们这一期一起发。", kept_back, sequence, error.text().zh),
                fmt::format("Nothing was published: {} records are to stay as they are in release {}, which cannot be read. {} Or let them go out now.", kept_back, sequence, error.text().en));
  }
}

void count_changes(const content::ReleaseContent& before, content::ReleaseContent after, Published& published) {
  content::drop_lost_references(after);
  std::unordered_map<std::string, const nlohmann::json*> was;
  for (const content::ReleaseRecord& record : before.records) was.emplace(record.id.text, &record.body);
  for (const content::ReleaseRecord& record : after.records) {
    const auto found = was.find(record.id.text);
    if (found == was.end()) {
      ++published.added;
      continue;
    }
    if (*found->second != record.body) ++published.changed;
    was.erase(found);
  }
  published.removed = static_cast<std::int64_t>(was.size());
}

std::int64_t last_number(const content::OfficeStore& office) {
  std::int64_t last = 0;
  for (const content::ReleaseEntry& entry : office.releases()) last = std::max(last, entry.sequence);
  for (const content::ReleaseEntry& entry : office.announced_releases()) last = std::max(last, entry.sequence);
  return last;
}

bool appeared(const content::ReleaseEntry& entry) {
  try {
    return content::sha256_file(release_folder(entry.outbox, entry.sequence) / "manifest.txt") == entry.manifest_hash;
  } catch (const Error&) {
    return false;
  }
}

// Publishes `content`; what the log is to say stands in `entry`.
void bring_out(content::OfficeStore& office, const content::ReleaseContent& content, const content::PictureSources& pictures,
               content::ReleaseEntry entry, content::ReleaseOptions options, Published& published) {
  entry.added = published.added;
  entry.changed = published.changed;
  entry.removed = published.removed;
  entry.records = static_cast<std::int64_t>(content.records.size());
  options.before_appearing = [&](std::int64_t sequence, const std::string& manifest_hash) {
    entry.sequence = sequence;
    entry.manifest_hash = manifest_hash;
    office.announce_release(entry);
  };
  try {
    published.built = content::build_release(content, pictures, last_number(office), entry.outbox, options);
  } catch (...) {
    // Nothing else may hide why it failed; what stays announced is cleared up the next time.
    const bool out = entry.sequence != 0 && appeared(entry);
    try {
      if (entry.sequence != 0) office.settle_release(entry.sequence, out);
    } catch (const Error&) {
    }
    if (!out) throw;
    throw Error(fmt::format("第 {} 期已经在发布目录里，屏会收下它，但磁盘没有确认它写稳了；请检查磁盘，再看一次发布记录。", entry.sequence),
                fmt::format("Release {} is in the outbox and screens will take it, but the disk did not confirm that it is safe; look at the disk, then at the log of releases.", entry.sequence));
  }
  try {
    office.settle_release(entry.sequence, true);
  } catch (const Error& error) {
    published.afterthought = fmt::format("第 {} 期已经发出，但还没写进发布记录（{}）下次发布或打开时会自动补记。", entry.sequence, error.text().zh);
  }
}

void refuse_other_roles(const content::OfficeStore& office, const std::string& by) {
  const auto person = office.find_person(by);
  content::need_right(person ? person->role : content::Role::Editor, by, content::Right::Publish);
}

void refuse_stale(content::OfficeStore& office, const PublishOrder& order, std::int64_t base) {
  if (order.fingerprint.empty()) return;
  if (base != order.base) {
    throw Error(fmt::format("刚才有人发布了第 {} 期；请再看一遍改动，再发。", base), fmt::format("Release {} came in the meantime; look at the changes again, then publish.", base));
  }
  if (approved_fingerprint(office) != order.fingerprint) {
    throw Error("审核通过的内容刚刚有变化，这一期没有发；请再看一遍改动，再发。",
                "What is approved changed in the meantime, so nothing was published; look at the changes again, then publish.");
  }
}

content::Day day_of(std::int64_t now_ms) {
  using namespace std::chrono;
  return city_day(now_ms != 0 ? now_ms : duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count());
}

// The plan was looked at a while ago, and no fingerprint of the content knows of a consent that was taken back or has ended since.
void refuse_blocked(const PublishOrder& order, const BlockerQuestion& question) {
  if (order.fingerprint.empty()) return;
  const std::vector<Blocker> blockers = find_blockers(question);
  if (blockers.empty()) return;
  const std::string more = blockers.size() > 1 ? fmt::format("（另有 {} 件）", blockers.size() - 1) : "";
  throw Error(fmt::format("这一期没有发：{}{}。{}", blockers.front().title, more, blockers.front().advice),
              fmt::format("Nothing was published: {} matters stand in the way by now; look at the plan again.", blockers.size()));
}

// A person who took the consent back is not to come back with an earlier release. What the screens show already stays no reason.
void refuse_lost_consents(const content::OfficeStore& office, const content::ReleaseContent& shown, const content::ReleaseContent& after, const RollBackOrder& order) {
  std::unordered_set<std::string> on_screen;
  for_each_portrait(shown, [&](const content::ReleaseRecord&, const std::string& id) { on_screen.insert(id); });
  for_each_portrait(after, [&](const content::ReleaseRecord& record, const std::string& id) {
    if (on_screen.contains(id) || !office.media(content::MediaId{id})) return;
    if (content::consent_state(office.media_facts(content::MediaId{id}), day_of(order.now_ms)) == content::ConsentState::Fine) return;
    const std::string who = content::title_of(content::kind_spec(record.kind), record.body);
    throw Error(fmt::format("第 {} 期里{}的照片现在没有有效的肖像授权，不能退回到它；请选别的一期，或改好现在的内容再发。", order.sequence, who),
                fmt::format("Release {} shows {}, for whose picture there is no valid consent now; choose another one, or publish a corrected one.", order.sequence, who));
  });
}

}  // namespace

Published publish(content::OfficeStore& office, const content::MediaStore& library, const PublishOrder& order, const GoOn& go_on) {
  refuse_other_roles(office, order.by);
  settle_announced(office);
  const fs::path outbox = fs::absolute(order.outbox);
  const std::int64_t base = newest_in(outbox);
  const content::ReleaseContent before = content_before(outbox, base, order.choice.kept_back.size());
  content::ReleaseContent after = content::approved_content(office, order.choice, before);
  refuse_stale(office, order, base);   // only now: what is approved from here on is not in it
  refuse_blocked(order, {office, library, outbox, day_of(order.now_ms), before, after});
  end_with_consents(office, after);   // last: what was let pass goes by the hash of what was approved
  Published published;
  count_changes(before, after, published);
  content::ReleaseEntry entry;
  entry.person = order.by;
  entry.note = order.note;
  entry.outbox = outbox.string();
  content::ReleaseOptions options;
  options.channel = order.channel;
  options.best_before = order.best_before;
  options.go_on = go_on;
  const content::PictureSources pictures(std::vector<content::Blobs>{library.blobs(), content::Blobs(outbox / "blobs")});
  bring_out(office, after, pictures, std::move(entry), std::move(options), published);
  return published;
}

Published roll_back(content::OfficeStore& office, const RollBackOrder& order, const GoOn& go_on) {
  refuse_other_roles(office, order.by);
  settle_announced(office);
  const fs::path outbox = fs::absolute(order.outbox);
  const std::string number = std::to_string(order.sequence);
  const std::vector<std::int64_t> there = content::list_releases(outbox);
  if (!std::ranges::binary_search(there, order.sequence)) {
    throw Error("发布目录“" + outbox.string() + "”里没有第 " + number + " 期（可能清理掉了）；请选别的一期。",
                "There is no release " + number + " in " + outbox.string() + " (it may have been cleared away); choose another one.");
  }
  if (there.back() == order.sequence) {
    throw Error("屏上现在就是第 " + number + " 期，不用退回；请选更早的一期。", "Release " + number + " is what the screens show; choose an earlier one.");
  }
  if (go_on && !go_on({.stage = content::ReleaseStage::Check})) throw content::Stopped("已停止，屏上没有变化。", "Stopped; the screens are as they were.");
  const std::vector<content::ReleaseFault> faults = content::verify_release(outbox, order.sequence);
  if (!faults.empty()) {
    throw Error("第 " + number + " 期的文件已损坏，不能退回到它（" + faults.front().sentence + "）；请选别的一期。",
                "The files of release " + number + " are damaged, so it cannot come back (" + faults.front().sentence + "); choose another one.");
  }
  content::ReleaseContent after = content::read_release(outbox, order.sequence);
  const content::ReleaseContent shown = content_before(outbox, there.back());
  refuse_lost_consents(office, shown, after, order);
  end_with_consents(office, after);
  Published published;
  count_changes(shown, after, published);
  content::ReleaseEntry entry;
  entry.person = order.by;
  entry.note = order.note;
  entry.outbox = outbox.string();
  entry.rolled_back_to = order.sequence;
  content::ReleaseOptions options;
  const content::Manifest manifest = content::read_manifest(release_folder(outbox, order.sequence));
  options.channel = manifest.channel;
  options.best_before = manifest.best_before;
  options.go_on = go_on;
  bring_out(office, after, content::PictureSources(content::Blobs(outbox / "blobs")), std::move(entry), std::move(options), published);
  return published;
}

int settle_announced(content::OfficeStore& office) {
  int settled = 0;
  for (const content::ReleaseEntry& entry : office.announced_releases()) {
    try {
      const content::OutboxLock lock(entry.outbox);
      const bool out = appeared(entry);
      office.settle_release(entry.sequence, out);
      settled += out ? 1 : 0;
    } catch (const Error&) {
      continue;  // the outbox is away or somebody is at it: the next time
    }
  }
  return settled;
}

std::vector<LoggedRelease> release_log(const content::OfficeStore& office, const fs::path& outbox) {
  std::map<std::int64_t, LoggedRelease, std::greater<>> log;
  const std::string place = fs::absolute(outbox).string();
  for (content::ReleaseEntry& entry : office.releases()) {
    const std::int64_t sequence = entry.sequence;
    log[sequence].entry = std::move(entry);
  }
  const std::vector<std::int64_t> there = content::list_releases(outbox);
  for (const std::int64_t sequence : there) {
    LoggedRelease& line = log[sequence];
    line.entry.sequence = sequence;
    line.here = true;
    line.newest = sequence == there.back();
  }
  std::vector<LoggedRelease> lines;
  for (auto& [sequence, line] : log) lines.push_back(std::move(line));
  return lines;
}

}  // namespace admin
