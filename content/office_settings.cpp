// The office's settings, what people chose for themselves, and the findings that a reviewer let pass.
#include <algorithm>

#include "content/office_audit.h"
#include "content/office_state.h"

namespace content {
namespace {

// By number: a name is never used twice, but it may hold any character.
std::string preference_key(const Person& person, std::string_view key) { return "person/" + std::to_string(person.id) + "/" + std::string(key); }

void put_setting(SQLite::Database& database, const std::string& key, std::string_view value, const Person& person) {
  SQLite::Statement put(database, R"sql(
      INSERT INTO setting (key, value, changed_at, changed_by) VALUES (?, ?, ?, ?)
      ON CONFLICT (key) DO UPDATE SET value = excluded.value, changed_at = excluded.changed_at, changed_by = excluded.changed_by
  )sql");
  put.bind(1, key);
  put.bind(2, std::string(value));
  put.bind(3, now_ms());
  put.bind(4, person.id);
  put.exec();
}

}  // namespace

// Who wrote a content does not let its findings pass, just as they do not review it.
void OfficeStore::State::refuse_author(const Record& record, const Person& person, std::string_view hash) {
  const std::string title = title_of(kind_spec(record.kind), record.body);
  if (hash != record.hash && hash != record.approved_hash) throw Error(sentence(Refusal::ContentChanged, title, person.name));
  std::vector<std::string> authors = earlier_authors(load_past(record.id), hash);
  if (hash == record.hash) std::ranges::copy(load_review(record).authors, std::back_inserter(authors));
  if (std::ranges::find(authors, person.name) == authors.end()) return;
  throw Error(sentence(Refusal::IsAuthor, title, person.name));
}

std::optional<std::string> OfficeStore::setting(std::string_view key) const {
  return state_->read([&]() -> std::optional<std::string> {
    SQLite::Statement row(state_->database, "SELECT value FROM setting WHERE key = ?");
    row.bind(1, std::string(key));
    if (!row.executeStep()) return std::nullopt;
    return row.getColumn(0).getString();
  });
}

void OfficeStore::set_setting(std::string_view key, std::string_view value, std::string_view by) {
  state_->write([&] {
    const Person person = state_->need_person(by);
    state_->refuse_unless_administrator(by);
    const auto before = setting(key);
    state_->audit(by, "setting", key, changes_between(before ? nlohmann::json{{"value", *before}} : nlohmann::json(nullptr), {{"value", value}}));
    put_setting(state_->database, std::string(key), value, person);
  });
}

std::optional<std::string> OfficeStore::preference(std::string_view key, std::string_view person) const {
  const auto known = find_person(person);
  return known ? setting(preference_key(*known, key)) : std::nullopt;
}

void OfficeStore::set_preference(std::string_view key, std::string_view value, std::string_view person) {
  state_->write([&] {
    const Person owner = state_->need_person(person);
    put_setting(state_->database, preference_key(owner, key), value, owner);
  });
}

void OfficeStore::overrule(const Overrule& overrule) {
  if (overrule.reason.find_first_not_of(" \t\r\n") == std::string::npos) {
    throw Error("放行要写明理由；请写一句。", "Overruling a finding needs a reason; write a sentence.");
  }
  state_->write([&] {
    const Person person = state_->need_reviewer(overrule.person);
    const Record record = state_->need_record(overrule.record);
    state_->refuse_author(record, person, overrule.hash);
    SQLite::Statement add(state_->database, R"sql(
        INSERT INTO overrule (record, hash, rule, reason, person, at) VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET reason = excluded.reason, person = excluded.person, at = excluded.at
    )sql");
    add.bind(1, overrule.record.text);
    add.bind(2, overrule.hash);
    add.bind(3, overrule.rule);
    add.bind(4, overrule.reason);
    add.bind(5, person.id);
    add.bind(6, now_ms());
    add.exec();
    state_->log(record, Deed::Overrule, person, overrule.rule + ": " + overrule.reason);
  });
}

std::vector<Overrule> OfficeStore::overrules(const RecordId& id) const {
  return state_->read([&] {
    std::vector<Overrule> overrules;
    SQLite::Statement row(state_->database, R"sql(
        SELECT o.hash, o.rule, o.reason, p.name, o.at FROM overrule o JOIN person p ON p.id = o.person
         WHERE o.record = ? ORDER BY o.at, o.rule
    )sql");
    row.bind(1, id.text);
    while (row.executeStep()) {
      overrules.push_back({.record = id,
                           .hash = row.getColumn(0).getString(),
                           .rule = row.getColumn(1).getString(),
                           .reason = row.getColumn(2).getString(),
                           .person = row.getColumn(3).getString(),
                           .at = row.getColumn(4).getInt64()});
    }
    return overrules;
  });
}

}  // namespace content
