#include "content/office_store.h"

#include "content/office_state.h"

namespace content {

using nlohmann::json;

OfficeStore::OfficeStore(std::unique_ptr<State> state) : state_(std::move(state)) {}
OfficeStore::~OfficeStore() = default;
OfficeStore::OfficeStore(OfficeStore&&) noexcept = default;
OfficeStore& OfficeStore::operator=(OfficeStore&&) noexcept = default;

OfficeStore::Batch::Batch(OfficeStore& store) : store_(&store) {
  if (store.state_->in_batch)
    throw Error("上一批还没有写完；请先提交它。", "Another batch is still being written; commit it first.");
  store.state_->patiently(true, [&] {
    store.state_->refuse_moved();
    store.state_->database.exec("BEGIN IMMEDIATE");
  });
  store.state_->in_batch = true;
}

OfficeStore::Batch::~Batch() {
  if (done_) return;
  store_->state_->database.tryExec("ROLLBACK");
  store_->state_->in_batch = false;
}

void OfficeStore::Batch::commit() {
  store_->state_->refuse_lost_batch();
  guarded(store_->state_->path, [&] { store_->state_->database.exec("COMMIT"); });
  store_->state_->in_batch = false;
  done_ = true;
}

Record OfficeStore::create(Kind kind, const json& body, std::string_view by) {
  return state_->write([&] {
    const KindSpec& spec = kind_spec(kind);
    const Person person = state_->need_person(by);
    Record record{.id = RecordId::make(),
                  .kind = kind,
                  .revision = 1,
                  .state = ReviewState::Draft,
                  .body = body,
                  .hash = content_hash(kind, body),
                  .changed_at = now_ms(),
                  .changed_by = person.name,
                  .approved_hash = {},
                  .reason = {}};
    refuse_problems(record, validate_draft(spec, body));
    state_->refuse_double(spec, body, record.id);
    SQLite::Statement insert(state_->database, R"sql(
        INSERT INTO record (id, kind, revision, state, title, natural_key, body, body_hash, changed_at, changed_by)
        VALUES (?, ?, 1, 'draft', ?, ?, ?, ?, ?, ?)
    )sql");
    insert.bind(1, record.id.text);
    insert.bind(2, std::string(spec.word));
    insert.bind(3, title_of(spec, body));
    insert.bind(4, stored_key(spec, body, record.id));
    insert.bind(5, canonical_json(body));
    insert.bind(6, record.hash);
    insert.bind(7, record.changed_at);
    insert.bind(8, person.id);
    insert.exec();
    SQLite::Statement author(state_->database, "INSERT INTO author (record, person) VALUES (?, ?)");
    author.bind(1, record.id.text);
    author.bind(2, person.id);
    author.exec();
    state_->log(record, Deed::Create, person, "");
    return record;
  });
}

Record OfficeStore::edit(const RecordId& id, std::int64_t seen_revision, const json& body, std::string_view by) {
  return state_->write([&] {
    const Person person = state_->need_person(by);
    Record record = state_->need_fresh(id, seen_revision);
    if (record.body == body) return record;
    Record draft = record;
    draft.body = body;
    refuse_problems(draft, validate_draft(kind_spec(record.kind), body));
    record = state_->rewrite(std::move(record), body, record.trashed, person);
    state_->log(record, Deed::Edit, person, "");
    return state_->need_record(id);
  });
}

Record OfficeStore::trash(const RecordId& id, std::int64_t seen_revision, std::string_view by) {
  return state_->write([&] {
    const Person person = state_->need_person(by);
    Record record = state_->need_fresh(id, seen_revision);
    if (record.trashed) return record;
    const json body = record.body;
    record = state_->rewrite(std::move(record), body, true, person);
    state_->log(record, Deed::Trash, person, "");
    return state_->need_record(id);
  });
}

Record OfficeStore::restore(const RecordId& id, std::int64_t seen_revision, std::string_view by) {
  return state_->write([&] {
    const Person person = state_->need_person(by);
    Record record = state_->need_fresh(id, seen_revision);
    if (!record.trashed) return record;
    const json body = record.body;
    record = state_->rewrite(std::move(record), body, false, person);
    state_->log(record, Deed::Restore, person, "");
    return state_->need_record(id);
  });
}

Record OfficeStore::undo(const RecordId& id, std::int64_t seen_revision, std::string_view by) {
  return state_->write([&] {
    const Person person = state_->need_person(by);
    Record record = state_->need_fresh(id, seen_revision);
    // An undo's content is that of the revision it went back to; the next one goes to the revision before that.
    SQLite::Statement row(state_->database, R"sql(
        SELECT before.revision, before.body, before.trashed
          FROM history now JOIN history before
            ON before.record = now.record AND before.body IS NOT NULL
           AND before.revision = coalesce(now.restored, now.revision) - 1
         WHERE now.record = ? AND now.revision = ? AND now.body IS NOT NULL
    )sql");
    row.bind(1, id.text);
    row.bind(2, record.revision);
    if (!row.executeStep()) {
      const Text name = quoted(record);
      throw Error(name.zh + "已经是最初的样子，没有可以撤销的改动。",
                  name.en + " is as it was first entered; there is nothing to undo.");
    }
    const std::int64_t restored = row.getColumn(0).getInt64();
    const json body = parse_body(row.getColumn(1).getString(), id.text);
    const bool trashed = row.getColumn(2).getInt() != 0;
    record = state_->rewrite(std::move(record), body, trashed, person);
    state_->log(record, Deed::Undo, person, std::to_string(restored), restored);
    return state_->need_record(id);
  });
}

}  // namespace content
