// What is being written and not saved yet, going back to an earlier revision, and what changed since a look.
#include "content/office_state.h"

namespace content {

void OfficeStore::put_draft(const StoredDraft& draft) {
  state_->write([&] {
    const Person person = state_->need_person(draft.person);
    SQLite::Statement put(state_->database, R"sql(
        INSERT INTO draft (record, person, kind, revision, body, at) VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (record, person) DO UPDATE
          SET kind = excluded.kind, revision = excluded.revision, body = excluded.body, at = excluded.at
    )sql");
    put.bind(1, draft.record.text);
    put.bind(2, person.id);
    put.bind(3, std::string(kind_spec(draft.kind).word));
    put.bind(4, draft.revision);
    put.bind(5, canonical_json(draft.body));
    put.bind(6, draft.at);
    put.exec();
  });
}

void OfficeStore::drop_draft(const RecordId& record, std::string_view person) {
  state_->write([&] {
    SQLite::Statement drop(state_->database,
                           "DELETE FROM draft WHERE record = ? AND person IN (SELECT id FROM person WHERE name = ?)");
    drop.bind(1, record.text);
    drop.bind(2, std::string(person));
    drop.exec();
  });
}

std::vector<StoredDraft> OfficeStore::drafts() const {
  return state_->read([&] {
    std::vector<StoredDraft> drafts;
    SQLite::Statement row(state_->database, R"sql(
        SELECT d.record, p.name, d.kind, d.revision, d.body, d.at
          FROM draft d JOIN person p ON p.id = d.person ORDER BY d.at, d.record
    )sql");
    while (row.executeStep()) {
      const KindSpec* spec = find_kind(row.getColumn(2).getString());
      if (spec == nullptr) continue;  // of a later program; its owner finds it there
      const std::string id = row.getColumn(0).getString();
      drafts.push_back({.record = RecordId{id},
                        .person = row.getColumn(1).getString(),
                        .kind = spec->kind,
                        .revision = row.getColumn(3).getInt64(),
                        .body = parse_body(row.getColumn(4).getString(), id),
                        .at = row.getColumn(5).getInt64()});
    }
    return drafts;
  });
}

Record OfficeStore::revert(const RecordId& id, std::int64_t seen_revision, std::int64_t revision, std::string_view by) {
  return state_->write([&] {
    const Person person = state_->need_person(by);
    Record record = state_->need_fresh(id, seen_revision);
    SQLite::Statement row(state_->database,
                          "SELECT body, trashed FROM history WHERE record = ? AND revision = ? AND body IS NOT NULL");
    row.bind(1, id.text);
    row.bind(2, revision);
    if (!row.executeStep()) {
      const Text name = quoted(record);
      throw Error(name.zh + "没有第 " + std::to_string(revision) + " 版；请刷新历史。",
                  name.en + " has no revision " + std::to_string(revision) + "; refresh the history.");
    }
    const nlohmann::json body = parse_body(row.getColumn(0).getString(), id.text);
    const bool trashed = row.getColumn(1).getInt() != 0;
    if (record.body == body && record.trashed == trashed) return record;
    record = state_->rewrite(std::move(record), body, trashed, person);
    state_->log(record, Deed::Undo, person, std::to_string(revision), revision);
    return state_->need_record(id);
  });
}

Changes OfficeStore::changes_since(std::int64_t deed) const {
  return state_->read([&] {
    Changes changes;
    changes.last_deed = state_->database.execAndGet("SELECT coalesce(max(number), 0) FROM history").getInt64();
    if (changes.last_deed == deed) return changes;
    SQLite::Statement row(state_->database,
                          std::string(kSelectRecord) +
                              (deed == 0 ? "ORDER BY r.id"
                                         : "WHERE r.id IN (SELECT record FROM history WHERE number > ?) ORDER BY r.id"));
    if (deed != 0) row.bind(1, deed);
    while (row.executeStep()) changes.records.push_back(record_from(row));
    return changes;
  });
}

}  // namespace content
