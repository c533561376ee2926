// The three reviews in the office store.
#include <map>

#include "content/office_state.h"

namespace content {
namespace {

using nlohmann::json;

void refuse(std::optional<Refusal> refusal, const Record& record, std::string_view person) {
  if (refusal) throw Error(sentence(*refusal, title_of(kind_spec(record.kind), record.body), person));
}

bool was_opened(SQLite::Database& database, const RecordId& id, const Person& person, std::string_view hash) {
  SQLite::Statement row(database, "SELECT 1 FROM opened WHERE record = ? AND person = ? AND hash = ?");
  row.bind(1, id.text);
  row.bind(2, person.id);
  row.bind(3, std::string(hash));
  return row.executeStep();
}

void refuse_reviewed(const Record& record, const Approval& approval) {
  const Text name = quoted(record);
  throw Error(name.zh + approval.person + "已经审过，提交撤不回来了；要改，直接改好再提交，三审从头来。",
              name.en + " was reviewed by " + approval.person + " already, so its submission stays; change it and submit it again.");
}

// Why it was returned, when nothing was changed between that and its last submission; else empty.
std::string reason_before_submission(SQLite::Database& database, const RecordId& id) {
  SQLite::Statement row(database, R"sql(
      SELECT deed, note FROM history
       WHERE record = ?1 AND deed NOT IN ('overrule', 'submit', 'withdraw')
         AND number < (SELECT max(number) FROM history WHERE record = ?1 AND deed = 'submit')
       ORDER BY number DESC LIMIT 1
  )sql");
  row.bind(1, id.text);
  return row.executeStep() && row.getColumn(0).getString() == "send_back" ? row.getColumn(1).getString() : std::string();
}

void refuse_unopened(SQLite::Database& database, const Record& record, const Person& person, std::string_view hash) {
  if (was_opened(database, record.id, person, hash)) return;
  const Text name = quoted(record);
  throw Error(name.zh + "您还没有打开看过；请先打开，看过再通过。",
              name.en + " was not opened by " + person.name + "; open it before you approve it.");
}

// The names of those who may not review, by record.
std::multimap<std::string, std::string> authors_of_waiting(SQLite::Database& database, const std::string& state) {
  std::multimap<std::string, std::string> authors;
  SQLite::Statement row(database, R"sql(
      SELECT a.record, p.name
        FROM record r JOIN author a ON a.record = r.id JOIN person p ON p.id = a.person
       WHERE r.state = ? AND r.trashed_at IS NULL
  )sql");
  row.bind(1, state);
  while (row.executeStep()) authors.emplace(row.getColumn(0).getString(), row.getColumn(1).getString());
  return authors;
}

std::multimap<std::string, Approval> approvals_of_waiting(SQLite::Database& database, const std::string& state) {
  std::multimap<std::string, Approval> approvals;
  SQLite::Statement row(database, R"sql(
      SELECT a.record, a.round, p.name, a.hash, a.at, a.remark
        FROM record r JOIN approval a ON a.record = r.id JOIN person p ON p.id = a.person
       WHERE r.state = ? AND r.trashed_at IS NULL ORDER BY a.record, a.round
  )sql");
  row.bind(1, state);
  while (row.executeStep()) {
    approvals.emplace(row.getColumn(0).getString(), Approval{.round = row.getColumn(1).getInt(),
                                                             .person = row.getColumn(2).getString(),
                                                             .hash = row.getColumn(3).getString(),
                                                             .at = row.getColumn(4).getInt64(),
                                                             .remark = row.getColumn(5).getString()});
  }
  return approvals;
}

// Behind the columns of record_from().
AwaitingRecord awaiting_from(SQLite::Statement& row) {
  AwaitingRecord waiting{.record = record_from(row), .approved_body = nullptr};
  if (!row.getColumn(11).isNull()) waiting.approved_body = parse_body(row.getColumn(11).getString(), waiting.record.id.text);
  waiting.opened = row.getColumn(12).getInt() != 0;
  waiting.submitted_by = row.getColumn(13).getString();
  waiting.submitted_at = row.getColumn(14).getInt64();
  waiting.arrived_at = waiting.submitted_at;
  return waiting;
}

constexpr const char* kSelectAwaiting = R"sql(
    SELECT r.id, r.kind, r.revision, r.state, r.body, r.body_hash, r.changed_at, p.name,
           coalesce(r.approved_hash, ''), r.reason, r.trashed_at IS NOT NULL,
           r.approved_body, o.record IS NOT NULL, coalesce(s.name, ''), coalesce(h.at, r.changed_at)
      FROM record r
      JOIN person p ON p.id = r.changed_by
      LEFT JOIN opened o ON o.record = r.id AND o.hash = r.body_hash AND o.person = (SELECT id FROM person WHERE name = ?2)
      LEFT JOIN history h ON h.number = (SELECT max(number) FROM history WHERE record = r.id AND deed = 'submit')
      LEFT JOIN person s ON s.id = h.person
     WHERE r.state = ?1 AND r.trashed_at IS NULL
     ORDER BY r.id
)sql";

}  // namespace

Record OfficeStore::submit(const RecordId& id, std::string_view seen_hash, std::string_view by) {
  return state_->write([&] {
    const Person person = state_->need_person(by);
    const Record record = state_->need_record(id);
    Review review = state_->load_review(record);
    if (seen_hash != record.hash) refuse(Refusal::ContentChanged, record, by);
    refuse_problems(record, validate(kind_spec(record.kind), record.body));
    refuse(content::submit(review), record, by);
    state_->save_review(record, review);
    state_->log(record, Deed::Submit, person, "");
    return state_->need_record(id);
  });
}

Record OfficeStore::withdraw(const RecordId& id, std::string_view seen_hash, std::string_view by) {
  return state_->write([&] {
    const Person person = state_->need_person(by);
    const Record record = state_->need_record(id);
    Review review = state_->load_review(record);
    if (!review.approvals.empty()) refuse_reviewed(record, review.approvals.back());
    refuse(content::withdraw(review, seen_hash, reason_before_submission(state_->database, id)), record, by);
    state_->save_review(record, review);
    state_->log(record, Deed::Withdraw, person, "");
    return state_->need_record(id);
  });
}

Record OfficeStore::approve(const RecordId& id, std::string_view seen_hash, std::string_view by, std::string_view remark) {
  return state_->write([&] {
    const Person person = state_->need_person(by);
    const Record record = state_->need_record(id);
    Review review = state_->load_review(record);
    const int round = round_of(review.state);
    refuse(content::approve(review, person.name, person.role, seen_hash), record, by);
    review.approvals.back().remark = remark;
    state_->save_review(record, review);
    if (review.state == ReviewState::Approved) {
      SQLite::Statement keep(state_->database, R"sql(
          UPDATE record SET approved_body = body, approved_hash = body_hash, approved_revision = revision WHERE id = ?
      )sql");
      keep.bind(1, id.text);
      keep.exec();
    }
    state_->log(record, Deed::Approve, person, std::to_string(round) + (remark.empty() ? "" : "\n" + std::string(remark)));
    return state_->need_record(id);
  });
}

Record OfficeStore::send_back(const RecordId& id, std::string_view seen_hash, std::string_view reason,
                              std::string_view by) {
  return state_->write([&] {
    const Person person = state_->need_person(by);
    const Record record = state_->need_record(id);
    Review review = state_->load_review(record);
    refuse(content::send_back(review, person.name, person.role, seen_hash, reason), record, by);
    state_->save_review(record, review);
    state_->log(record, Deed::SendBack, person, std::string(reason));
    return state_->need_record(id);
  });
}

std::vector<Approval> OfficeStore::approvals(const RecordId& id) const { return review(id).approvals; }

Review OfficeStore::review(const RecordId& id) const {
  return state_->read([&] { return state_->load_review(state_->need_record(id)); });
}

std::vector<BulkOutcome> OfficeStore::approve_opened(std::span<const SeenContent> seen, std::string_view by) {
  std::vector<BulkOutcome> outcomes;
  Batch batch(*this);
  for (const SeenContent& one : seen) {
    outcomes.push_back({.id = one.id});
    try {
      const Person person = state_->need_person(by);
      const Record record = state_->need_record(one.id);
      state_->read([&] { refuse_unopened(state_->database, record, person, one.hash); });
      approve(one.id, one.hash, by);
    } catch (const Error& refusal) {
      outcomes.back().refusal = refusal.text();
    }
  }
  batch.commit();
  return outcomes;
}

void OfficeStore::note_opened(const RecordId& id, std::string_view seen_hash, std::string_view by) {
  const Person person = state_->read([&] { return state_->need_reviewer(by); });
  if (state_->read([&] { return was_opened(state_->database, id, person, seen_hash); })) return;
  state_->write([&] {
    if (state_->need_record(id).hash != seen_hash) return;  // shown a moment too late; what is there now is not seen
    SQLite::Statement put(state_->database, R"sql(
        INSERT INTO opened (record, person, hash, at) VALUES (?, ?, ?, ?)
        ON CONFLICT (record, person) DO UPDATE SET hash = excluded.hash, at = excluded.at
    )sql");
    put.bind(1, id.text);
    put.bind(2, person.id);
    put.bind(3, std::string(seen_hash));
    put.bind(4, now_ms());
    put.exec();
  });
}

std::vector<AwaitingRecord> OfficeStore::awaiting(int round, std::string_view reader) const {
  if (round < 1 || round > 3) return {};
  const std::string state(word_of(static_cast<ReviewState>(round)).value);
  return state_->read([&] {
    const auto authors = authors_of_waiting(state_->database, state);
    const auto approvals = approvals_of_waiting(state_->database, state);
    std::vector<AwaitingRecord> all;
    SQLite::Statement row(state_->database, kSelectAwaiting);
    row.bind(1, state);
    row.bind(2, std::string(reader));
    while (row.executeStep()) {
      AwaitingRecord& waiting = all.emplace_back(awaiting_from(row));
      const std::string& id = waiting.record.id.text;
      for (auto [at, end] = authors.equal_range(id); at != end; ++at) waiting.authors.push_back(at->second);
      for (auto [at, end] = approvals.equal_range(id); at != end; ++at) {
        waiting.approvals.push_back(at->second);
        waiting.arrived_at = std::max(waiting.arrived_at, at->second.at);
      }
    }
    return all;
  });
}

}  // namespace content
