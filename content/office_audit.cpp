#include "content/office_audit.h"

#include <algorithm>
#include <array>
#include <vector>

#include "content/office_state.h"
#include "content/sha256.h"

namespace content {
namespace {

using nlohmann::json;

constexpr std::string_view kColumns = "number, at, person, deed, kind, record, title, change, note, hash";
const std::string kBeforeFirst(64, '0');

AuditEntry entry_from(SQLite::Statement& row) {
  return {.number = row.getColumn(0).getInt64(),
          .at = row.getColumn(1).getInt64(),
          .person = row.getColumn(2).getString(),
          .deed = row.getColumn(3).getString(),
          .kind = row.getColumn(4).getString(),
          .record = row.getColumn(5).getString(),
          .title = row.getColumn(6).getString(),
          .change = row.getColumn(7).getString(),
          .note = row.getColumn(8).getString(),
          .hash = row.getColumn(9).getString()};
}

struct Head {
  std::int64_t number = 0;
  std::string hash = kBeforeFirst;
};

Head read_head(SQLite::Database& database) {
  SQLite::Statement row(database, "SELECT number, hash FROM audit_head");
  if (!row.executeStep()) return {};
  return {.number = row.getColumn(0).getInt64(), .hash = row.getColumn(1).getString()};
}

void write_head(SQLite::Database& database, const AuditEntry& last) {
  SQLite::Statement put(database, R"sql(
      INSERT INTO audit_head (one, number, hash) VALUES (1, ?, ?)
      ON CONFLICT (one) DO UPDATE SET number = excluded.number, hash = excluded.hash
  )sql");
  put.bind(1, last.number);
  put.bind(2, last.hash);
  put.exec();
}

Text line_fault(std::int64_t number, std::string_view zh, std::string_view en) {
  const std::string which = std::to_string(number);
  return {"操作日志第 " + which + " 条" + std::string(zh) + "；从这一条起不能再作凭证，请用更早的备份核对。",
          "Line " + which + " of the audit log " + std::string(en) +
              "; from there on it proves nothing. Compare it with an earlier backup."};
}

}  // namespace

std::string audit_hash(const AuditEntry& entry, std::string_view previous) {
  Sha256 sha;
  const auto add = [&sha](std::string_view field) {
    std::array<char, 8> length{};
    for (std::size_t i = 0; i < length.size(); ++i) length[i] = static_cast<char>(field.size() >> (8 * i) & 0xFF);
    sha.update(std::string_view(length.data(), length.size()));
    sha.update(field);
  };
  add(previous);
  add(std::to_string(entry.number));
  add(std::to_string(entry.at));
  for (const std::string* field : {&entry.person, &entry.deed, &entry.kind, &entry.record, &entry.title, &entry.change, &entry.note}) {
    add(*field);
  }
  return sha.hex();
}

void append_audit(SQLite::Database& database, AuditEntry entry) {
  const Head head = read_head(database);
  entry.number = head.number + 1;
  entry.at = now_ms();
  entry.hash = audit_hash(entry, head.hash);
  SQLite::Statement add(database,
                        "INSERT INTO audit (" + std::string(kColumns) + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  add.bind(1, entry.number);
  add.bind(2, entry.at);
  int column = 3;
  for (const std::string* field : {&entry.person, &entry.deed, &entry.kind, &entry.record, &entry.title, &entry.change,
                                   &entry.note, &entry.hash}) {
    add.bind(column++, *field);
  }
  add.exec();
  write_head(database, entry);
}

AuditCheck check_audit(SQLite::Database& database) {
  AuditCheck check{.lines = 0, .last_hash = kBeforeFirst, .fault = std::nullopt};
  SQLite::Statement row(database, "SELECT " + std::string(kColumns) + " FROM audit ORDER BY number");
  while (row.executeStep()) {
    const AuditEntry entry = entry_from(row);
    if (entry.number != check.lines + 1) {
      check.fault = line_fault(check.lines + 1, "不见了", "is missing");
      return check;
    }
    if (audit_hash(entry, check.last_hash) != entry.hash) {
      check.fault = line_fault(entry.number, "被改过、换过位置，或它前面少了内容", "was changed or moved, or something before it is gone");
      return check;
    }
    ++check.lines;
    check.last_hash = entry.hash;
  }
  const Head head = read_head(database);
  if (head.number > check.lines) {
    check.fault = line_fault(check.lines + 1, "以后被截掉了", "and what follows was cut off");
  } else if (head.number != check.lines || head.hash != check.last_hash) {
    check.fault = line_fault(check.lines, "不是程序写的最后一条", "is not the last one that the program wrote");
  }
  return check;
}

std::string changes_between(const json& before, const json& after) {
  json changes = json::object();
  const auto value = [](const json& body, const std::string& key) {
    return body.is_object() && body.contains(key) ? body.at(key) : json(nullptr);
  };
  const auto compare = [&](const std::string& key) {
    json old_value = value(before, key);
    json new_value = value(after, key);
    if (old_value != new_value) changes[key] = json::array({std::move(old_value), std::move(new_value)});
  };
  if (before.is_object()) {
    for (const auto& [key, unused] : before.items()) compare(key);
  }
  if (after.is_object()) {
    for (const auto& [key, unused] : after.items()) compare(key);
  }
  return changes.empty() ? std::string() : canonical_json(changes);
}

std::vector<AuditEntry> OfficeStore::audit(const AuditQuery& query) const {
  return state_->read([&] {
    // instr() on lower-cased text: a search reads the whole log, a hundred thousand lines in a fraction of a second.
    SQLite::Statement row(state_->database, "SELECT " + std::string(kColumns) + R"sql( FROM audit
        WHERE at BETWEEN ?1 AND ?2 AND (?3 = '' OR person = ?3) AND (?4 = '' OR deed = ?4) AND (?5 = '' OR record = ?5)
          AND (?6 = '' OR instr(lower(person || char(10) || title || char(10) || change || char(10) || note), lower(?6)) > 0)
        ORDER BY number DESC LIMIT ?7 OFFSET ?8
    )sql");
    row.bind(1, query.since);
    row.bind(2, query.until);
    row.bind(3, query.person);
    row.bind(4, query.deed);
    row.bind(5, query.record);
    row.bind(6, query.text);
    row.bind(7, std::clamp(query.limit, 1, 1000));
    row.bind(8, query.offset);
    std::vector<AuditEntry> found;
    while (row.executeStep()) found.push_back(entry_from(row));
    return found;
  });
}

AuditCheck OfficeStore::verify_audit() const {
  return state_->read([&] { return check_audit(state_->database); });
}

}  // namespace content
