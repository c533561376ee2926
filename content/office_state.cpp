// The steps that several writes have in common.
#include "content/office_state.h"

#include <sqlite3.h>

#include <array>
#include <chrono>

#include "content/days.h"
#include "content/office_audit.h"

namespace content {
namespace {

using nlohmann::json;

constexpr std::array<std::string_view, 10> kDeedWords{"create", "edit",    "undo",      "trash",    "restore",
                                                      "submit", "approve", "send_back", "overrule", "withdraw"};

// "2026-07-30 10:26" on the city's clock.
std::string clock_words(std::int64_t at_ms) {
  constexpr std::chrono::hours kCityZone{8};
  const auto minute = std::chrono::floor<std::chrono::minutes>(
      std::chrono::local_time<std::chrono::milliseconds>(std::chrono::milliseconds(at_ms)) + kCityZone);
  const std::string minutes = std::to_string(minute_of_day(minute) % 60);
  return day_to_iso(day_of(minute)) + " " + std::to_string(minute_of_day(minute) / 60) + ":" +
         (minutes.size() < 2 ? "0" : "") + minutes;
}

}  // namespace

std::int64_t now_ms() {
  using namespace std::chrono;
  return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

std::string_view word_of(Deed deed) { return kDeedWords.at(static_cast<std::size_t>(deed)); }

std::optional<Deed> deed_from(std::string_view word) {
  for (std::size_t i = 0; i < kDeedWords.size(); ++i) {
    if (kDeedWords[i] == word) return static_cast<Deed>(i);
  }
  return std::nullopt;
}

Text quoted(const Record& record) {
  const KindSpec& spec = kind_spec(record.kind);
  const std::string title = title_of(spec, record.body);
  return {std::string(spec.zh) + "“" + title + "”", std::string(spec.en) + " \"" + title + "\""};
}

void refuse_problems(const Record& record, const std::vector<Problem>& problems) {
  if (problems.empty()) return;
  const Text name = quoted(record);
  const Text first = problems.front().sentence();
  const std::size_t more = problems.size() - 1;
  throw Error(name.zh + "，" + first.zh + (more > 0 ? "（另有 " + std::to_string(more) + " 处）" : ""),
              name.en + ", " + first.en + (more > 0 ? " (" + std::to_string(more) + " more)" : ""));
}

std::string stored_key(const KindSpec& spec, const json& body, const RecordId& id) {
  const bool single = spec.key_fields.front().empty();
  const json* title = value_at(body, spec.title_key);
  if (!single && title == nullptr) return std::string(spec.word) + "\n\n" + id.text;
  return natural_key(spec, body);
}

Person OfficeStore::State::need_person(std::string_view name) {
  SQLite::Statement row(database, "SELECT id, name, role, password <> '' FROM person WHERE name = ? AND left_at IS NULL");
  row.bind(1, std::string(name));
  if (!row.executeStep()) {
    throw Error("没有名叫“" + std::string(name) + "”的人；请先用 admin person add 登记。",
                "There is nobody named \"" + std::string(name) + "\"; enter them first with admin person add.");
  }
  return {.id = row.getColumn(0).getInt64(),
          .name = row.getColumn(1).getString(),
          .role = role_from(row.getColumn(2).getString()).value_or(Role::Editor),
          .may_sign_in = row.getColumn(3).getInt() != 0};
}

Person OfficeStore::State::need_reviewer(std::string_view name) {
  Person person = need_person(name);
  need_right(person.role, person.name, Right::Review);
  return person;
}

Record OfficeStore::State::need_record(const RecordId& id) {
  SQLite::Statement row(database, std::string(kSelectRecord) + "WHERE r.id = ?");
  row.bind(1, id.text);
  if (!row.executeStep()) {
    throw Error("没有编号为 " + id.text + " 的记录；请刷新列表。",
                "There is no record " + id.text + "; refresh the list.");
  }
  return record_from(row);
}

Record OfficeStore::State::need_fresh(const RecordId& id, std::int64_t seen_revision) {
  Record record = need_record(id);
  if (record.revision == seen_revision) return record;
  const Text name = quoted(record);
  const std::string when = clock_words(record.changed_at);
  throw Error(
      name.zh + "已由" + record.changed_by + "在 " + when + " 改过；请重新打开，看过再改。",
      name.en + " was changed by " + record.changed_by + " at " + when + "; open it again before you change it.");
}

Review OfficeStore::State::load_review(const Record& record) {
  Review review{.state = record.state,
                .hash = record.hash,
                .authors = {},
                .approvals = {},
                .approved_hash = record.approved_hash,
                .reason = record.reason};
  SQLite::Statement authors(database,
                            "SELECT p.name FROM author a JOIN person p ON p.id = a.person WHERE a.record = ?");
  authors.bind(1, record.id.text);
  while (authors.executeStep()) review.authors.push_back(authors.getColumn(0).getString());
  SQLite::Statement approvals(database, R"sql(
      SELECT a.round, p.name, a.hash, a.at, a.remark FROM approval a JOIN person p ON p.id = a.person WHERE a.record = ? ORDER BY a.round
  )sql");
  approvals.bind(1, record.id.text);
  while (approvals.executeStep()) {
    review.approvals.push_back({.round = approvals.getColumn(0).getInt(),
                                .person = approvals.getColumn(1).getString(),
                                .hash = approvals.getColumn(2).getString(),
                                .at = approvals.getColumn(3).getInt64(),
                                .remark = approvals.getColumn(4).getString()});
  }
  return review;
}

std::vector<PastStep> OfficeStore::State::load_past(const RecordId& id) {
  std::vector<PastStep> past;
  SQLite::Statement row(database, R"sql(
      SELECT p.name, h.hash, h.deed = 'approve' AND substr(h.note, 1, 1) = '3'
        FROM history h JOIN person p ON p.id = h.person
       WHERE h.record = ? ORDER BY h.number
  )sql");
  row.bind(1, id.text);
  while (row.executeStep()) {
    past.push_back({.person = row.getColumn(0).getString(), .hash = row.getColumn(1).getString(), .approved = row.getColumn(2).getInt() != 0});
  }
  return past;
}

void OfficeStore::State::save_review(const Record& record, const Review& review) {
  SQLite::Statement update(database, "UPDATE record SET state = ?, reason = ? WHERE id = ?");
  update.bind(1, std::string(word_of(review.state).value));
  update.bind(2, review.reason);
  update.bind(3, record.id.text);
  update.exec();
  SQLite::Statement no_authors(database, "DELETE FROM author WHERE record = ?");
  no_authors.bind(1, record.id.text);
  no_authors.exec();
  if (review.approvals.empty()) {
    SQLite::Statement no_approvals(database, "DELETE FROM approval WHERE record = ?");
    no_approvals.bind(1, record.id.text);
    no_approvals.exec();
  }
  for (const std::string& author : review.authors) {
    SQLite::Statement add(database, "INSERT INTO author (record, person) SELECT ?, id FROM person WHERE name = ?");
    add.bind(1, record.id.text);
    add.bind(2, author);
    add.exec();
  }
  for (const Approval& approval : review.approvals) {
    SQLite::Statement add(database, R"sql(
        INSERT INTO approval (record, round, person, hash, at, remark) SELECT ?, ?, id, ?, ?, ? FROM person WHERE name = ?
        ON CONFLICT DO NOTHING
    )sql");
    add.bind(1, record.id.text);
    add.bind(2, approval.round);
    add.bind(3, approval.hash);
    add.bind(4, now_ms());
    add.bind(5, approval.remark);
    add.bind(6, approval.person);
    add.exec();
  }
}

void OfficeStore::State::refuse_double(const KindSpec& spec, const json& body, const RecordId& self) {
  SQLite::Statement row(database, "SELECT title FROM record WHERE natural_key = ? AND trashed_at IS NULL AND id <> ?");
  row.bind(1, stored_key(spec, body, self));
  row.bind(2, self.text);
  if (!row.executeStep()) return;
  const std::string title = row.getColumn(0).getString();
  throw Error("已经有" + std::string(spec.zh) + "“" + title + "”；请改那一条，不要重复录入。",
              "There already is the " + std::string(spec.word) + " \"" + title +
                  "\"; change that one instead of entering it twice.");
}

void OfficeStore::State::refuse_moved() {
  int moved = 0;
  const int answer = sqlite3_file_control(database.getHandle(), "main", SQLITE_FCNTL_HAS_MOVED, &moved);
  if (answer != SQLITE_OK || moved == 0) return;
  throw Error("办公数据库“" + path.string() + "”不在原处了（被移走、改名或删掉），这次没有写入；请先在工作台点“现在备份”留下一份，再把文件放回原处，重新打开。",
              "The office database " + path.string() + " is no longer there (moved, renamed or deleted); nothing was written. Make a backup first, put the file back, then open it again.");
}

void OfficeStore::State::refuse_lost_batch() {
  if (sqlite3_get_autocommit(database.getHandle()) == 0) return;
  throw Error("这一批已被数据库整个退回（多半是磁盘满了），什么都没有写入；请清出空间再做一次。",
              "The database took the whole batch back (most likely the disk is full); nothing was written. Make room and do it again.");
}

void OfficeStore::State::audit(std::string_view person, std::string_view deed, std::string_view title, std::string change,
                               std::string_view note) {
  append_audit(database, {.number = 0,
                          .at = 0,
                          .person = std::string(person),
                          .deed = std::string(deed),
                          .kind = {},
                          .record = {},
                          .title = std::string(title),
                          .change = std::move(change),
                          .note = std::string(note),
                          .hash = {}});
}

json OfficeStore::State::logged_body(const RecordId& id) {
  SQLite::Statement row(database, "SELECT body FROM history WHERE record = ? AND body IS NOT NULL ORDER BY revision DESC, number DESC LIMIT 1");
  row.bind(1, id.text);
  return row.executeStep() ? parse_body(row.getColumn(0).getString(), id.text) : json(nullptr);
}

void OfficeStore::State::log(const Record& record, Deed deed, const Person& person, const std::string& note,
                             std::int64_t restored) {
  const bool keeps_body = deed <= Deed::Restore;
  append_audit(database, {.number = 0,
                          .at = 0,
                          .person = person.name,
                          .deed = std::string(word_of(deed)),
                          .kind = std::string(kind_spec(record.kind).word),
                          .record = record.id.text,
                          .title = title_of(kind_spec(record.kind), record.body),
                          .change = keeps_body ? changes_between(logged_body(record.id), record.body) : std::string(),
                          .note = note,
                          .hash = {}});
  SQLite::Statement add(database, R"sql(
      INSERT INTO history (record, revision, deed, person, at, body, hash, trashed, restored, note)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  )sql");
  add.bind(1, record.id.text);
  add.bind(2, record.revision);
  add.bind(3, std::string(word_of(deed)));
  add.bind(4, person.id);
  add.bind(5, now_ms());
  if (keeps_body) add.bind(6, canonical_json(record.body));
  add.bind(7, record.hash);
  add.bind(8, record.trashed ? 1 : 0);
  if (restored != 0) add.bind(9, restored);
  add.bind(10, note);
  add.exec();
}

Record OfficeStore::State::rewrite(Record record, const json& body, bool trashed, const Person& person) {
  const KindSpec& spec = kind_spec(record.kind);
  if (!trashed) refuse_double(spec, body, record.id);
  Review review = load_review(record);
  record.body = body;
  record.hash = content_hash(record.kind, body);
  record.revision += 1;
  record.trashed = trashed;
  change_content(review, record.hash, person.name, earlier_authors(load_past(record.id), record.hash));
  SQLite::Statement update(database, R"sql(
      UPDATE record
         SET revision = ?, title = ?, natural_key = ?, body = ?, body_hash = ?, changed_at = ?, changed_by = ?, trashed_at = ?
       WHERE id = ?
  )sql");
  update.bind(1, record.revision);
  update.bind(2, title_of(spec, body));
  update.bind(3, stored_key(spec, body, record.id));
  update.bind(4, canonical_json(body));
  update.bind(5, record.hash);
  update.bind(6, now_ms());
  update.bind(7, person.id);
  if (trashed) update.bind(8, now_ms());
  update.bind(9, record.id.text);
  update.exec();
  save_review(record, review);
  return record;
}

}  // namespace content
