// What the office store answers about records and people.
#include "content/office_audit.h"
#include "content/office_state.h"

namespace content {
namespace {

using nlohmann::json;

std::vector<Record> records_of(SQLite::Statement& row) {
  std::vector<Record> records;
  while (row.executeStep()) records.push_back(record_from(row));
  return records;
}

}  // namespace

json parse_body(const std::string& text, std::string_view record) {
  try {
    return json::parse(text);
  } catch (const json::exception&) {
    throw Error("记录 " + std::string(record) + " 的内容已损坏；请用最近的备份恢复。",
                "The body of record " + std::string(record) + " is damaged; restore the latest backup.");
  }
}

Record record_from(SQLite::Statement& row) {
  const std::string id = row.getColumn(0).getString();
  const KindSpec* spec = find_kind(row.getColumn(1).getString());
  if (spec == nullptr) {
    throw Error("记录 " + id + " 的种类不认识；请升级程序或用备份恢复。",
                "Record " + id + " is of an unknown kind; update the program or restore a backup.");
  }
  Record record;
  record.id = RecordId{id};
  record.kind = spec->kind;
  record.revision = row.getColumn(2).getInt64();
  record.state = review_state_from(row.getColumn(3).getString()).value_or(ReviewState::Draft);
  record.body = parse_body(row.getColumn(4).getString(), id);
  record.hash = row.getColumn(5).getString();
  record.changed_at = row.getColumn(6).getInt64();
  record.changed_by = row.getColumn(7).getString();
  record.approved_hash = row.getColumn(8).getString();
  record.reason = row.getColumn(9).getString();
  record.trashed = row.getColumn(10).getInt() != 0;
  return record;
}

Person OfficeStore::add_person(std::string_view name, Role role, std::string_view by) {
  if (name.find_first_not_of(" \t\r\n") == std::string_view::npos) {
    throw Error("人员要有姓名；请写上姓名。", "A person needs a name; give one.");
  }
  if (find_person(name)) {
    throw Error(
        "已经有名叫“" + std::string(name) + "”的人；重名的人请加上部门以示区别。",
        "There is somebody named \"" + std::string(name) + "\" already; add the department to tell them apart.");
  }
  return state_->write([&] {
    state_->refuse_unless_administrator(by);
    state_->refuse_left_name(name);
    SQLite::Statement add(state_->database, "INSERT INTO person (name, role, added_at) VALUES (?, ?, ?)");
    add.bind(1, std::string(name));
    add.bind(2, std::string(word_of(role).value));
    add.bind(3, now_ms());
    add.exec();
    const std::int64_t id = state_->database.getLastInsertRowid();   // before the log's own row
    state_->audit(by, "add_person", name, changes_between(nullptr, {{"role", word_of(role).value}}));
    return Person{.id = id, .name = std::string(name), .role = role};
  });
}

std::vector<Person> OfficeStore::people() const {
  return state_->read([&] {
    std::vector<Person> people;
    SQLite::Statement row(state_->database, "SELECT id, name, role, password <> '' FROM person WHERE left_at IS NULL ORDER BY name");
    while (row.executeStep()) {
      people.push_back({.id = row.getColumn(0).getInt64(),
                        .name = row.getColumn(1).getString(),
                        .role = role_from(row.getColumn(2).getString()).value_or(Role::Editor),
                        .may_sign_in = row.getColumn(3).getInt() != 0});
    }
    return people;
  });
}

std::optional<Person> OfficeStore::find_person(std::string_view name) const {
  for (Person& person : people()) {
    if (person.name == name) return std::move(person);
  }
  return std::nullopt;
}

std::vector<Record> OfficeStore::list(Kind kind) const {
  return state_->read([&] {
    SQLite::Statement row(state_->database,
                          std::string(kSelectRecord) + "WHERE r.kind = ? AND r.trashed_at IS NULL ORDER BY r.id");
    row.bind(1, std::string(kind_spec(kind).word));
    return records_of(row);
  });
}

std::vector<Record> OfficeStore::list_trash() const {
  return state_->read([&] {
    SQLite::Statement row(state_->database,
                          std::string(kSelectRecord) + "WHERE r.trashed_at IS NOT NULL ORDER BY r.id");
    return records_of(row);
  });
}

std::optional<Record> OfficeStore::get(const RecordId& id) const {
  return state_->read([&]() -> std::optional<Record> {
    SQLite::Statement row(state_->database, std::string(kSelectRecord) + "WHERE r.id = ?");
    row.bind(1, id.text);
    if (!row.executeStep()) return std::nullopt;
    return record_from(row);
  });
}

std::optional<Record> OfficeStore::find_by_key(Kind kind, const json& body) const {
  return state_->read([&]() -> std::optional<Record> {
    SQLite::Statement row(state_->database,
                          std::string(kSelectRecord) + "WHERE r.natural_key = ? AND r.trashed_at IS NULL");
    row.bind(1, stored_key(kind_spec(kind), body, {}));
    if (!row.executeStep()) return std::nullopt;
    return record_from(row);
  });
}

std::vector<Record> OfficeStore::find_by_title(Kind kind, std::string_view title) const {
  return state_->read([&] {
    SQLite::Statement row(
        state_->database,
        std::string(kSelectRecord) + "WHERE r.kind = ? AND r.title = ? AND r.trashed_at IS NULL ORDER BY r.id");
    row.bind(1, std::string(kind_spec(kind).word));
    row.bind(2, std::string(title));
    return records_of(row);
  });
}

std::vector<Record> OfficeStore::approved(Kind kind) const {
  return state_->read([&] {
    SQLite::Statement row(state_->database, R"sql(
        SELECT r.id, r.kind, r.approved_revision, 'approved', r.approved_body, r.approved_hash, r.changed_at, p.name,
               r.approved_hash, '', 0
          FROM record r JOIN person p ON p.id = r.changed_by
         WHERE r.kind = ? AND r.approved_body IS NOT NULL AND r.trashed_at IS NULL
         ORDER BY r.id
    )sql");
    row.bind(1, std::string(kind_spec(kind).word));
    return records_of(row);
  });
}

std::optional<Record> OfficeStore::approved_record(const RecordId& id) const {
  return state_->read([&]() -> std::optional<Record> {
    SQLite::Statement row(state_->database, R"sql(
        SELECT r.id, r.kind, r.approved_revision, 'approved', r.approved_body, r.approved_hash, r.changed_at, p.name,
               r.approved_hash, '', r.trashed_at IS NOT NULL
          FROM record r JOIN person p ON p.id = r.changed_by
         WHERE r.id = ? AND r.approved_body IS NOT NULL
    )sql");
    row.bind(1, id.text);
    if (!row.executeStep()) return std::nullopt;
    return record_from(row);
  });
}

std::vector<HistoryEntry> OfficeStore::history(const RecordId& id) const {
  return state_->read([&] {
    std::vector<HistoryEntry> entries;
    SQLite::Statement row(state_->database, R"sql(
        SELECT h.revision, h.deed, p.name, h.at, h.hash, h.body, h.note
          FROM history h JOIN person p ON p.id = h.person
         WHERE h.record = ? ORDER BY h.number
    )sql");
    row.bind(1, id.text);
    while (row.executeStep()) {
      HistoryEntry entry;
      entry.revision = row.getColumn(0).getInt64();
      entry.deed = deed_from(row.getColumn(1).getString()).value_or(Deed::Edit);
      entry.person = row.getColumn(2).getString();
      entry.at = row.getColumn(3).getInt64();
      entry.hash = row.getColumn(4).getString();
      if (!row.getColumn(5).isNull()) entry.body = parse_body(row.getColumn(5).getString(), id.text);
      entry.note = row.getColumn(6).getString();
      entries.push_back(std::move(entry));
    }
    return entries;
  });
}

std::vector<Text> OfficeStore::verify() const {
  return state_->read([&] {
    std::vector<Text> faults = verify_database(state_->database);
    if (const auto fault = check_audit(state_->database).fault) faults.push_back(*fault);
    return faults;
  });
}

}  // namespace content
