// The inside of OfficeStore, shared by its source files: the connection, the guard that turns the database's errors
// into sentences, and the steps that several writes have in common.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>

#include "content/error.h"
#include "content/office_store.h"
#include "content/rights.h"

namespace content {

// What went wrong, where and what to do, by SQLite's result code.
Text database_sentence(const SQLite::Exception& fault, const std::filesystem::path& path);

// Every page, constraint and row of an office database; one sentence for each fault, at most a hundred.
std::vector<Text> verify_database(SQLite::Database& database);

std::int64_t now_ms();
std::string_view word_of(Deed deed);
std::optional<Deed> deed_from(std::string_view word);

// Throws the Error that `fault` comes to, Busy when another program holds the database.
[[noreturn]] void throw_database_error(const SQLite::Exception& fault, const std::filesystem::path& path);

// Runs `action` and turns what SQLite throws into Error.
template <typename Action>
auto guarded(const std::filesystem::path& path, Action action) -> decltype(action()) {
  try {
    return action();
  } catch (const SQLite::Exception& fault) {
    throw_database_error(fault, path);
  }
}

// How long to wait for another program: long at first, a moment after it did not let go, long again when it did.
class Patience {
 public:
  void set(SQLite::Database& database, std::chrono::milliseconds longest);
  void forget_refusals() { writing_was_busy_ = reading_was_busy_ = false; }
  // Around one read or write.
  void before(SQLite::Database& database, bool writes);
  void was_busy(bool writes) { (writes ? writing_was_busy_ : reading_was_busy_) = true; }
  void went_through(bool writes) { (writes ? writing_was_busy_ : reading_was_busy_) = false; }

 private:
  std::chrono::milliseconds longest_{10'000};
  bool given_ = false;
  bool writing_was_busy_ = false;
  bool reading_was_busy_ = false;
};

struct OfficeStore::State {
  State(const std::filesystem::path& file, const std::string& name, int flags) : path(file), database(name, flags) {}

  std::filesystem::path path;  // for sentences; empty in memory
  SQLite::Database database;
  bool in_batch = false;
  Patience patience;

  template <typename Action>
  auto read(Action action) -> decltype(action()) {
    return patiently(false, std::move(action));
  }

  // One transaction, or one savepoint inside a batch.
  template <typename Action>
  auto write(Action action) -> decltype(action()) {
    return patiently(true, [&]() -> decltype(action()) {
      refuse_moved();
      Unit unit(*this);
      if constexpr (std::is_void_v<decltype(action())>) {
        action();
        unit.commit();
      } else {
        auto result = action();
        unit.commit();
        return result;
      }
    });
  }

  template <typename Action>
  auto patiently(bool writes, Action action) -> decltype(action()) {
    patience.before(database, writes);
    try {
      if constexpr (std::is_void_v<decltype(action())>) {
        guarded(path, std::move(action));
        patience.went_through(writes);
      } else {
        auto result = guarded(path, std::move(action));
        patience.went_through(writes);
        return result;
      }
    } catch (const Busy&) {
      patience.was_busy(writes);
      throw;
    }
  }

  // Throws Error when the file is no longer where it was opened: SQLite would go on writing into a file that nobody finds again.
  void refuse_moved();
  // A full disk may have made SQLite take the whole batch back: what came next would be written one by one.
  void refuse_lost_batch();
  // A line of the audit log about something else than a record's content.
  void audit(std::string_view person, std::string_view deed, std::string_view title, std::string change = {}, std::string_view note = {});
  // Throw Error when there is none.
  Person need_person(std::string_view name);
  Record need_record(const RecordId& id);
  // Also when `seen_revision` is not the record's.
  Record need_fresh(const RecordId& id, std::int64_t seen_revision);

  StoredMedia need_media(const MediaId& id);  // any version
  // Records and drafts that use one picture use the other from now on.
  void move_media(const MediaId& from, const MediaId& to, const Person& person);
  // `wanted`, by the id it had before or a new one, has the name of `old` from now on; answers that id.
  MediaId take_over(const StoredMedia& old, const StoredMedia& wanted, const Person& person);

  void store_password(const Person& person, const std::string& hash);
  std::string password_of(const std::string& name);  // empty: unknown, left, or without one
  std::string some_password();                       // anybody's; empty: nobody has one
  void refuse_last_administrator(const Person& person);
  void refuse_unless_administrator(std::string_view by);  // once there is one
  Person need_reviewer(std::string_view name);
  // Throws Error for one of those who wrote this content, and when it is neither the record's nor the one approved last.
  void refuse_author(const Record& record, const Person& person, std::string_view hash);
  void refuse_left_name(std::string_view name);

  Review load_review(const Record& record);
  std::vector<PastStep> load_past(const RecordId& id);
  void save_review(const Record& record, const Review& review);
  void refuse_double(const KindSpec& spec, const nlohmann::json& body, const RecordId& self);
  nlohmann::json logged_body(const RecordId& id);  // of the newest history entry; null when there is none
  void log(const Record& record, Deed deed, const Person& person, const std::string& note, std::int64_t restored = 0);
  // Gives the record its next revision with this content.
  Record rewrite(Record record, const nlohmann::json& body, bool trashed, const Person& person);

 private:
  class Unit {
   public:
    explicit Unit(State& state) : database_(&state.database), nested_(state.in_batch) {
      if (nested_) state.refuse_lost_batch();
      database_->exec(nested_ ? "SAVEPOINT one_write" : "BEGIN IMMEDIATE");
    }
    ~Unit() {
      if (!done_) database_->tryExec(nested_ ? "ROLLBACK TO one_write; RELEASE one_write" : "ROLLBACK");
    }
    Unit(const Unit&) = delete;
    Unit& operator=(const Unit&) = delete;
    void commit() {
      database_->exec(nested_ ? "RELEASE one_write" : "COMMIT");
      done_ = true;
    }

   private:
    SQLite::Database* database_;
    bool nested_;
    bool done_ = false;
  };
};

// SELECT … FROM record r JOIN person p, in the order that record_from() reads.
inline constexpr const char* kSelectRecord = R"sql(
    SELECT r.id, r.kind, r.revision, r.state, r.body, r.body_hash, r.changed_at, p.name,
           coalesce(r.approved_hash, ''), r.reason, r.trashed_at IS NOT NULL
      FROM record r JOIN person p ON p.id = r.changed_by
)sql";
Record record_from(SQLite::Statement& row);

// The unique text for record.natural_key: a record without a name yet is like no other.
std::string stored_key(const KindSpec& spec, const nlohmann::json& body, const RecordId& id);
// 商户“兰州拉面”, Merchant "…"
Text quoted(const Record& record);
// Throws for the first problem of a body, saying how many more there are.
void refuse_problems(const Record& record, const std::vector<Problem>& problems);
// A body from its column. Throws Error on damage.
nlohmann::json parse_body(const std::string& text, std::string_view record);

}  // namespace content
