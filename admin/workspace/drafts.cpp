#include "admin/workspace/drafts.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "content/error.h"

namespace admin {

using content::Record;
using content::RecordId;
using content::StoredDraft;
using nlohmann::json;

namespace {

constexpr std::int64_t kLookEveryMs = 2000;

}  // namespace

const std::string& Drafts::who() {
  const std::string& now = office_.person().name;
  if (now != person_) change_hands(now);
  return person_;
}

// What is kept can be read again; what is not stays until it is.
void Drafts::change_hands(const std::string& now) {
  for (auto& [id, open] : open_) {
    if (!open.kept()) behind_.push_back(std::move(open));
  }
  open_.clear();
  person_ = now;
  for (Open& open : std::exchange(behind_, {})) {
    const RecordId id = open.draft.record();
    if (open.person == now) open_.emplace(id, std::move(open));
    else behind_.push_back(std::move(open));
  }
}

Draft* Drafts::find(const RecordId& id) {
  const auto found = open_.find(id);
  return found == open_.end() ? nullptr : &found->second.draft;
}

Drafts::Open& Drafts::need(const RecordId& id) {
  const auto found = open_.find(id);
  if (found == open_.end()) throw content::Error("这一条没有打开；请从列表里再打开一次。", "This record is not open; open it again.");
  return found->second;
}

Draft& Drafts::adopt(const StoredDraft& stored, bool in_database) {
  const content::KindSpec& spec = content::kind_spec(stored.kind);
  json base = json::object();
  if (stored.revision > 0) {
    for (const content::HistoryEntry& entry : office_.store().history(stored.record)) {
      if (entry.revision == stored.revision && !entry.body.is_null()) base = entry.body;
    }
  }
  Open open{.draft = Draft(spec, stored.record, stored.revision, std::move(base), Draft::without_held(stored.body)),
            .person = stored.person,
            .kept_version = in_database ? 1 : 0,
            .in_database = in_database,
            .unkept_since = in_database ? 0 : office_.now_ms(),
            .kept_at = in_database ? stored.at : 0};
  Open& placed = open_.insert_or_assign(stored.record, std::move(open)).first->second;
  placed.draft.hold_from(stored.body);
  meet(placed);
  return placed.draft;
}

Draft& Drafts::open(const RecordId& id) {
  who();
  if (const auto found = open_.find(id); found != open_.end()) {
    found->second.shown = true;
    return found->second.draft;
  }
  look_at_writers();
  const auto left = std::ranges::find_if(stored_, [&](const StoredDraft& one) { return one.record == id && one.person == who(); });
  if (left != stored_.end()) return adopt(*left, true);
  records_.refresh();
  const Record* record = records_.find(id);
  if (record == nullptr) throw content::Error("没有这一条记录；请刷新列表。", "There is no such record; refresh the list.");
  Open open{.draft = Draft(content::kind_spec(record->kind), id, record->revision, record->body, record->body), .person = who()};
  return open_.emplace(id, std::move(open)).first->second.draft;
}

Draft& Drafts::begin(content::Kind kind, json body) {
  who();
  const RecordId id = RecordId::make();
  Open open{.draft = Draft(content::kind_spec(kind), id, 0, json::object(), std::move(body)), .person = who()};
  return open_.emplace(id, std::move(open)).first->second.draft;
}

void Drafts::keep(Open& open) {
  Draft& draft = open.draft;
  const std::int64_t now = office_.now_ms();
  if (draft.any_dirty()) {
    office_.store().put_draft({.record = draft.record(),
                               .person = open.person,
                               .kind = draft.spec().kind,
                               .revision = draft.revision(),
                               .body = draft.body_with_held(),
                               .at = now});
  } else if (open.in_database) {
    office_.store().drop_draft(draft.record(), open.person);
  }
  open.in_database = draft.any_dirty();
  open.kept_version = draft.version();
  open.kept_at = open.in_database ? now : 0;
  open.unkept_since = 0;
  open.trouble.clear();
}

void Drafts::close(const RecordId& id) {
  const auto found = open_.find(id);
  if (found == open_.end()) return;
  found->second.shown = false;
  if (!found->second.kept()) keep(found->second);
  open_.erase(found);
  looked_at_ = 0;  // a leftover now
}

void Drafts::meet(Open& open) {
  const Record* record = records_.find(open.draft.record());
  if (record != nullptr && record->revision > open.draft.revision()) open.draft.meet(*record);
}

void Drafts::look_at_writers() {
  stored_ = office_.store().drafts();
  looked_at_ = office_.now_ms();
}

void Drafts::tick() {
  if (office_.signed_in()) who();
  for (auto& [id, open] : open_) {
    if (office_.signed_in()) meet(open);
    keep_when_due(open);
  }
  for (Open& open : behind_) keep_when_due(open);
  std::erase_if(behind_, [](const Open& open) { return open.kept(); });
  std::erase_if(open_, [](const auto& one) { return !one.second.shown && one.second.kept(); });
  const std::int64_t now = office_.now_ms();
  if (!office_.signed_in() || (now - looked_at_ < kLookEveryMs && now >= looked_at_)) return;
  try {
    look_at_writers();
  } catch (const content::Busy&) {
    looked_at_ = now;  // who else writes is told a little later
  }
}

void Drafts::keep_when_due(Open& open) {
  if (open.kept()) return;
  const std::int64_t now = office_.now_ms();
  if (open.unkept_since == 0) open.unkept_since = now;
  // A clock that was set back must not put it off.
  const bool due = now - open.unkept_since >= kKeptAfterMs || now < open.unkept_since;
  const bool waits = now < open.again_at && now >= open.again_at - kAgainAfterMs;
  if (due && !waits) try_to_keep(open);
}

std::exception_ptr Drafts::try_to_keep(Open& open) {
  try {
    keep(open);
  } catch (const content::Error& error) {
    open.trouble = error.text().zh;
    open.again_at = office_.now_ms() + kAgainAfterMs;
    if (open.unkept_since == 0) open.unkept_since = office_.now_ms();
    return std::current_exception();
  }
  return nullptr;
}

std::string Drafts::trouble() const {
  for (const auto& [id, open] : open_) {
    if (!open.kept() && !open.trouble.empty()) return open.trouble;
  }
  const auto found = std::ranges::find_if(behind_, [](const Open& open) { return !open.trouble.empty(); });
  return found == behind_.end() ? std::string() : found->trouble;
}

std::optional<std::chrono::milliseconds> Drafts::due_in() const {
  std::optional<std::chrono::milliseconds> due;
  const auto count = [&](const Open& open) {
    if (open.kept()) return;
    const std::int64_t since = open.unkept_since == 0 ? 0 : office_.now_ms() - open.unkept_since;
    const std::int64_t again = open.trouble.empty() ? 0 : open.again_at - office_.now_ms();
    const std::chrono::milliseconds left(std::clamp<std::int64_t>(std::max(kKeptAfterMs - since, again), 0, kAgainAfterMs));
    if (!due || left < *due) due = left;
  };
  for (const auto& [id, open] : open_) count(open);
  for (const Open& open : behind_) count(open);
  return due;
}

void Drafts::keep_all() {
  if (office_.signed_in()) who();
  std::exception_ptr first;
  const auto keep_one = [&](Open& open) {
    const std::exception_ptr fault = open.kept() ? nullptr : try_to_keep(open);
    if (first == nullptr) first = fault;
  };
  for (auto& [id, open] : open_) keep_one(open);
  for (Open& open : behind_) keep_one(open);
  if (first != nullptr) std::rethrow_exception(first);
}

std::int64_t Drafts::kept_at(const RecordId& id) const {
  const auto found = open_.find(id);
  if (found == open_.end() || !found->second.kept()) return 0;
  return found->second.kept_at;
}

Record Drafts::save(const RecordId& id) {
  records_.refresh();
  Open& open = need(id);
  meet(open);
  Draft& draft = open.draft;
  if (!draft.clashes().empty()) {
    throw content::Error(fmt::format("{} 处和同事改的不一样；请先选用哪一个，再保存。", draft.clashes().size()),
                         "A colleague changed the same fields; choose which to keep, then save.");
  }
  if (const std::vector<FieldProblem> unread = held_problems(draft); !unread.empty()) {
    throw content::Error(unread.front().sentence + "；改好再保存，写的都还在草稿里。", "Some words cannot be read; correct them, then save. They stay in the draft.");
  }
  const Record* seen = records_.find(id);
  if (seen != nullptr && seen->trashed) {
    throw content::Error(quoted(*seen) + "已被" + seen->changed_by + "放进回收站；请先从回收站取回，再保存。",
                         "The record is in the trash; restore it, then save.");
  }
  content::OfficeStore& store = office_.store();
  const std::int64_t before = draft.revision();
  std::optional<Record> now;
  {
    content::OfficeStore::Batch batch(store);
    now = draft.is_new() ? store.create(draft.spec().kind, draft.body(), who()) : store.edit(id, before, draft.body(), who());
    store.drop_draft(id, who());
    batch.commit();
  }
  open_.erase(id);
  std::erase_if(stored_, [&](const StoredDraft& one) { return one.record == id && one.person == who(); });
  deeds_.done((before == 0 ? "新建" : "修改") + quoted(*now), {{.record = now->id, .before = before, .after = now->revision}});
  return *now;
}

void Drafts::give_up(const RecordId& id) {
  office_.store().drop_draft(id, who());
  open_.erase(id);
  std::erase_if(stored_, [&](const StoredDraft& one) { return one.record == id && one.person == who(); });
}

std::vector<Drafts::Leftover> Drafts::leftovers() {
  std::vector<Leftover> left;
  if (!office_.signed_in()) return left;
  who();
  for (const StoredDraft& one : office_.store().drafts()) {
    if (one.person != person_ || open_.contains(one.record)) continue;
    const std::string title = content::title_of(content::kind_spec(one.kind), one.body);
    left.push_back({.record = one.record, .kind = one.kind, .title = title, .at = one.at, .is_new = one.revision == 0});
  }
  for (const auto& [id, open] : open_) {
    if (open.shown || !open.draft.any_dirty()) continue;
    const std::int64_t at = open.unkept_since == 0 ? office_.now_ms() : open.unkept_since;
    left.push_back({.record = id, .kind = open.draft.spec().kind, .title = open.draft.title(), .at = at, .is_new = open.draft.is_new()});
  }
  return left;
}

std::optional<Drafts::Writer> Drafts::other_writer(const RecordId& id) const {
  if (!office_.signed_in()) return std::nullopt;
  const auto mine = open_.find(id);
  if (mine != open_.end() && mine->second.draft.any_dirty()) return std::nullopt;
  const auto found = std::ranges::find_if(stored_, [&](const StoredDraft& one) { return one.record == id && one.person != office_.person().name; });
  if (found == stored_.end()) return std::nullopt;
  return Writer{.person = found->person, .at = found->at, .idle = office_.now_ms() - found->at >= kIdleMs};
}

Draft& Drafts::take_over(const RecordId& id) {
  look_at_writers();
  const auto writer = other_writer(id);
  if (!writer) return open(id);
  if (!writer->idle) {
    throw content::Error(writer->person + "正在改这一条；对方停手 10 分钟后才能接着改。",
                         writer->person + " is writing this record; you may go on with it after ten idle minutes.");
  }
  StoredDraft draft = *std::ranges::find_if(stored_, [&](const StoredDraft& one) { return one.record == id && one.person == writer->person; });
  draft.person = who();
  draft.at = office_.now_ms();
  content::OfficeStore::Batch batch(office_.store());
  office_.store().put_draft(draft);
  office_.store().drop_draft(id, writer->person);
  batch.commit();
  open_.erase(id);
  look_at_writers();
  return adopt(draft, true);
}

}  // namespace admin
