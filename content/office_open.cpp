#include <SQLiteCpp/Backup.h>
#include <sqlite3.h>

#include "content/durable_file.h"
#include "content/office_state.h"

namespace content {
namespace {

namespace fs = std::filesystem;

constexpr int kBusyTimeoutMs = 10'000;
constexpr int kMomentMs = 30;   // after a refusal

fs::path beside(const fs::path& path, std::string_view suffix) {
  fs::path other = path;
  other += suffix;
  return other;
}

// A file: URI for SQLite, with the three characters that end a path escaped.
std::string file_uri(const fs::path& path, std::string_view query) {
  std::string uri = "file:";
  for (const char c : fs::absolute(path).string()) {
    if (c == '%')
      uri += "%25";
    else if (c == '?')
      uri += "%3f";
    else if (c == '#')
      uri += "%23";
    else
      uri += c;
  }
  return uri + std::string(query);
}

void set_up_connection(SQLite::Database& database) {
  sqlite3_db_config(database.getHandle(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  database.setBusyTimeout(kBusyTimeoutMs);
  database.exec("PRAGMA foreign_keys = ON");
}

void set_up_writer(SQLite::Database& database) {
  set_up_connection(database);
  database.exec("PRAGMA synchronous = FULL");
}

void lay_schema(SQLite::Database& database, std::span<const SchemaStep> steps) {
  database.exec("PRAGMA application_id = " + std::to_string(kOfficeApplicationId));
  migrate(database, steps);
}

// What one look at the file finds, without changing a byte of it.
struct Inspection {
  int user_version = 0;
  std::vector<Text> faults;
};

Inspection inspect(const fs::path& path, int current_version, std::chrono::milliseconds patience) {
  // A file whose last writer closed it has no log beside it and can be read as it is; otherwise the log belongs to it.
  const bool has_log = fs::exists(beside(path, "-wal"));
  Inspection result;
  try {
    SQLite::Database database(file_uri(path, has_log ? "" : "?immutable=1"),
                              SQLite::OPEN_URI | (has_log ? SQLite::OPEN_READWRITE : SQLite::OPEN_READONLY));
    sqlite3_db_config(database.getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    set_up_connection(database);
    database.setBusyTimeout(static_cast<int>(patience.count()));
    // Whoever holds it is asked first: every page is read only when there is a chance that it opens.
    if (has_log) database.exec("BEGIN IMMEDIATE; ROLLBACK");
    database.exec("PRAGMA query_only = ON");
    result.user_version = database.execAndGet("PRAGMA user_version").getInt();
    if (result.user_version == current_version) result.faults = verify_database(database);
  } catch (const SQLite::Exception& fault) {
    const int code = fault.getErrorCode() & 0xFF;
    if (code != SQLITE_CORRUPT && code != SQLITE_NOTADB && code != SQLITE_ERROR && code != SQLITE_FORMAT) {
      throw_database_error(fault, path);
    }
    result.faults.push_back({fault.what(), fault.what()});
  }
  return result;
}

Text sentence_for(Opening outcome, const fs::path& path, const std::vector<Text>& faults) {
  const std::string name = path.string();
  const Text first = faults.empty() ? Text{} : faults.front();
  switch (outcome) {
    case Opening::Missing:
      return {"没有找到办公数据库“" + name + "”；请检查路径，或用 admin init 新建一个。",
              "There is no office database at " + name + "; check the path, or make one with admin init."};
    case Opening::Foreign:
      return {"“" + name + "”不是双拥之窗的办公数据库，没有动它；请检查路径，文件若被改坏请用备份恢复。",
              name +
                  " is not an office database of this program and was left alone; check the path, or restore a backup "
                  "if the file was spoilt."};
    case Opening::Newer:
      return {
          "“" + name + "”由更新版本的程序写成，没有动它；请升级本程序后再打开。",
          name +
              " was written by a newer version of this program and was left alone; update the program, then open it."};
    case Opening::Damaged:
      return {"办公数据库“" + name + "”已损坏，没有动它（" + first.zh +
                  "）；请用最近的备份恢复，损坏的文件请留着以便抢救。",
              "The office database " + name + " is damaged and was left alone (" + first.en +
                  "); restore the latest backup and keep the damaged file for rescue."};
    case Opening::Migrated:
      return {"办公数据库“" + name + "”已升级；升级前的副本在同一文件夹里。",
              "The office database " + name + " was brought up to date; a copy of the old one lies beside it."};
    case Opening::Ready:
      return {};
  }
  return {};
}

OfficeStore::Opened refused(Opening outcome, const fs::path& path, const std::vector<Text>& faults = {}) {
  return {.outcome = outcome, .sentence = sentence_for(outcome, path, faults), .store = nullptr};
}

// Whether the header alone already refuses the file.
std::optional<OfficeStore::Opened> refuse_by_header(const fs::path& path, int current_version) {
  std::error_code fault;
  const fs::file_status status = fs::status(path, fault);
  if (status.type() == fs::file_type::not_found) return refused(Opening::Missing, path);
  if (status.type() != fs::file_type::regular) return refused(Opening::Foreign, path);
  if (fs::file_size(path, fault) == 0 && !fault) {
    return refused(Opening::Damaged, path, {{"文件是空的", "the file is empty"}});
  }
  const FileStamp stamp = read_stamp(path);
  if (!stamp.is_sqlite || stamp.application_id != kOfficeApplicationId) return refused(Opening::Foreign, path);
  if (stamp.user_version > current_version) return refused(Opening::Newer, path);
  return std::nullopt;
}

// All of it, or an exception: SQLite answers a busy source without one.
void copy_whole(SQLite::Database& from, SQLite::Database& to) {
  SQLite::Backup backup(to, from);
  if (backup.executeStep(-1) != SQLITE_DONE) throw SQLite::Exception("the copy was not finished", SQLITE_BUSY);
}

// The old file's copy, kept under a name that says which version it is.
void keep_copy(SQLite::Database& database, const fs::path& path, int version) {
  const fs::path copy = beside(path, ".version-" + std::to_string(version));
  const fs::path part = temporary_beside(copy);
  {
    SQLite::Database target(part.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    copy_whole(database, target);
  }
  sync_path(part);
  rename_durably(part, copy);
}

}  // namespace

void Patience::set(SQLite::Database& database, std::chrono::milliseconds longest) {
  longest_ = longest;
  given_ = true;
  database.setBusyTimeout(static_cast<int>(longest.count()));
}

void Patience::before(SQLite::Database& database, bool writes) {
  if (!given_) return;
  const bool was_busy = writes ? writing_was_busy_ : reading_was_busy_;
  database.setBusyTimeout(was_busy ? kMomentMs : static_cast<int>(longest_.count()));
}

void OfficeStore::set_patience(std::chrono::milliseconds patience) { state_->patience.set(state_->database, patience); }

void OfficeStore::forget_refusals() { state_->patience.forget_refusals(); }

OfficeStore::Opened OfficeStore::open(const fs::path& path, std::span<const SchemaStep> steps, std::chrono::milliseconds patience) {
  const int current = steps.back().version;
  if (auto refusal = refuse_by_header(path, current)) return std::move(*refusal);
  const Inspection found = inspect(path, current, patience);
  if (!found.faults.empty()) return refused(Opening::Damaged, path, found.faults);
  if (found.user_version > current) return refused(Opening::Newer, path);

  try {
    auto state = std::make_unique<State>(path, path.string(), SQLite::OPEN_READWRITE);
    set_up_writer(state->database);
    state->database.setBusyTimeout(static_cast<int>(patience.count()));
    // Asks for the write lock once, so that a folder that cannot be written is told at the start and not at the first
    // save.
    state->database.exec("BEGIN IMMEDIATE; ROLLBACK");
    const bool older = found.user_version < current;
    if (older) {
      keep_copy(state->database, path, found.user_version);
      migrate(state->database, steps);
      state->database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
    }
    state->database.setBusyTimeout(kBusyTimeoutMs);
    const Opening outcome = older ? Opening::Migrated : Opening::Ready;
    return {.outcome = outcome,
            .sentence = sentence_for(outcome, path, {}),
            .store = std::unique_ptr<OfficeStore>(new OfficeStore(std::move(state)))};
  } catch (const SQLite::Exception& fault) {
    // A writer parses the schema's constraints, a reader does not: this damage shows only now.
    if ((fault.getErrorCode() & 0xFF) != SQLITE_CORRUPT) throw_database_error(fault, path);
    return refused(Opening::Damaged, path, {{fault.what(), fault.what()}});
  }
}

std::unique_ptr<OfficeStore> OfficeStore::create(const fs::path& path) {
  if (fs::exists(fs::symlink_status(path))) {
    throw Error("“" + path.string() + "”已经存在，没有动它；请换一个文件名，或直接使用它。",
                path.string() + " is there already and was left alone; choose another name, or use it as it is.");
  }
  if (path.has_parent_path()) make_folders(path.parent_path());
  const fs::path part = temporary_beside(path);
  guarded(path, [&] {
    SQLite::Database database(part.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    set_up_writer(database);
    lay_schema(database, office_schema());
    database.exec("PRAGMA journal_mode = WAL");
  });
  // A log left by somebody's file of the same name would be taken for this one's.
  std::error_code ignored;
  fs::remove(beside(path, "-wal"), ignored);
  fs::remove(beside(path, "-shm"), ignored);
  sync_path(part);
  rename_durably(part, path);
  Opened opened = open(path);
  if (!opened.store) throw Error(opened.sentence);
  return std::move(opened.store);
}

std::unique_ptr<OfficeStore> OfficeStore::in_memory() {
  return guarded({}, [] {
    auto state = std::make_unique<State>(fs::path(), ":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    set_up_writer(state->database);
    lay_schema(state->database, office_schema());
    return std::unique_ptr<OfficeStore>(new OfficeStore(std::move(state)));
  });
}

void OfficeStore::backup(const fs::path& target) const {
  const fs::path part = temporary_beside(target);
  guarded(target, [&] {
    SQLite::Database copy(part.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    copy_whole(state_->database, copy);
    const std::vector<Text> faults = verify_database(copy);
    if (!faults.empty()) throw Error(sentence_for(Opening::Damaged, part, faults));
  });
  sync_path(part);
  rename_durably(part, target);
}

}  // namespace content
