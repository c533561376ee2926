// The office's log of releases.
#include "content/office_audit.h"
#include "content/office_state.h"

namespace content {
namespace {

ReleaseEntry entry_from(SQLite::Statement& row) {
  ReleaseEntry entry;
  entry.sequence = row.getColumn(0).getInt64();
  entry.manifest_hash = row.getColumn(1).getString();
  entry.records = row.getColumn(2).getInt64();
  entry.person = row.getColumn(3).getString();
  entry.at = row.getColumn(4).getInt64();
  entry.added = row.getColumn(5).getInt64();
  entry.changed = row.getColumn(6).getInt64();
  entry.removed = row.getColumn(7).getInt64();
  entry.note = row.getColumn(8).getString();
  entry.rolled_back_to = row.getColumn(9).getInt64();
  entry.outbox = row.getColumn(10).getString();
  return entry;
}

std::vector<ReleaseEntry> entries_of(SQLite::Database& database, bool announced) {
  std::vector<ReleaseEntry> entries;
  SQLite::Statement row(database, R"sql(
      SELECT l.sequence, l.manifest_hash, l.records, p.name, l.at, l.added, l.changed, l.removed, l.note, l.rolled_back_to, l.outbox
        FROM release_log l JOIN person p ON p.id = l.person
       WHERE l.announced = ? ORDER BY l.sequence
  )sql");
  row.bind(1, announced ? 1 : 0);
  while (row.executeStep()) entries.push_back(entry_from(row));
  return entries;
}

void insert(SQLite::Database& database, const ReleaseEntry& release, const Person& person, bool announced) {
  SQLite::Statement add(database, R"sql(
      INSERT INTO release_log (sequence, manifest_hash, records, person, at, added, changed, removed, note, rolled_back_to, outbox, announced)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  )sql");
  add.bind(1, release.sequence);
  add.bind(2, release.manifest_hash);
  add.bind(3, release.records);
  add.bind(4, person.id);
  add.bind(5, now_ms());
  add.bind(6, release.added);
  add.bind(7, release.changed);
  add.bind(8, release.removed);
  add.bind(9, release.note);
  add.bind(10, release.rolled_back_to);
  add.bind(11, release.outbox);
  add.bind(12, announced ? 1 : 0);
  add.exec();
}

std::string change_of(const ReleaseEntry& release) {
  nlohmann::json values;
  if (!release.note.empty()) values["note"] = release.note;
  if (release.rolled_back_to != 0) values["rolled_back_to"] = release.rolled_back_to;
  return values.is_null() ? std::string() : changes_between(nullptr, values);
}

}  // namespace

void OfficeStore::log_release(const ReleaseEntry& release) {
  state_->write([&] {
    const Person person = state_->need_person(release.person);
    need_right(person.role, person.name, Right::Publish);
    insert(state_->database, release, person, false);
    state_->audit(person.name, "publish", std::to_string(release.sequence), change_of(release), release.manifest_hash);
  });
}

void OfficeStore::announce_release(const ReleaseEntry& release) {
  state_->write([&] {
    const Person person = state_->need_person(release.person);
    need_right(person.role, person.name, Right::Publish);
    insert(state_->database, release, person, true);
  });
}

void OfficeStore::settle_release(std::int64_t sequence, bool appeared) {
  state_->write([&] {
    const std::vector<ReleaseEntry> waiting = entries_of(state_->database, true);
    for (const ReleaseEntry& release : waiting) {
      if (release.sequence != sequence) continue;
      SQLite::Statement settle(state_->database, appeared ? "UPDATE release_log SET announced = 0 WHERE sequence = ?"
                                                          : "DELETE FROM release_log WHERE sequence = ?");
      settle.bind(1, sequence);
      settle.exec();
      if (!appeared) continue;
      state_->audit(release.person, "publish", std::to_string(sequence), change_of(release), release.manifest_hash);
    }
  });
}

std::vector<ReleaseEntry> OfficeStore::releases() const {
  return state_->read([&] { return entries_of(state_->database, false); });
}

std::vector<ReleaseEntry> OfficeStore::announced_releases() const {
  return state_->read([&] { return entries_of(state_->database, true); });
}

}  // namespace content
