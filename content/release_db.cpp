#include "content/release_db.h"

#include <SQLiteCpp/Backup.h>
#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "content/durable_file.h"
#include "content/fail.h"
#include "content/kinds.h"
#include "content/record.h"
#include "content/release_manifest.h"
#include "content/release_order.h"
#include "content/release_search.h"
#include "content/search_build.h"

namespace content {
namespace {

namespace fs = std::filesystem;

constexpr std::array<const char*, 4> kSchema{
    "CREATE TABLE meta(key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
    "CREATE TABLE record(rank INTEGER PRIMARY KEY, id TEXT NOT NULL, kind TEXT NOT NULL, revision INTEGER NOT NULL, "
    "body TEXT NOT NULL) STRICT",
    "CREATE TABLE media(id TEXT NOT NULL PRIMARY KEY, alt TEXT NOT NULL, focus_x REAL NOT NULL, focus_y REAL NOT NULL) "
    "STRICT, WITHOUT ROWID",
    "CREATE TABLE media_file(media TEXT NOT NULL, size INTEGER NOT NULL, sha256 TEXT NOT NULL, width INTEGER NOT NULL, "
    "height INTEGER NOT NULL, format TEXT NOT NULL, PRIMARY KEY(media, size)) STRICT, WITHOUT ROWID"};
constexpr const char* kStatistics = "CREATE TABLE sqlite_stat1(tbl,idx,stat)";

// What a release's database may ask of the program that reads it.
constexpr int kLongestValueBytes = 256 * 1024 * 1024;
constexpr int kLongestSqlBytes = 100'000;
constexpr int kColumns = 200;

std::vector<std::string> expected_schema() {
  std::vector<std::string> schema = search_schema();
  schema.insert(schema.end(), kSchema.begin(), kSchema.end());
  schema.emplace_back(kStatistics);
  std::ranges::sort(schema);
  return schema;
}

void insert_records(SQLite::Database& db, const std::vector<const ReleaseRecord*>& ordered) {
  SQLite::Statement insert(db, "INSERT INTO record(rank, id, kind, revision, body) VALUES(?, ?, ?, ?, ?)");
  std::int64_t rank = 0;
  for (const ReleaseRecord* record : ordered) {
    insert.bind(1, ++rank);
    insert.bind(2, record->id.text);
    insert.bind(3, std::string(kind_spec(record->kind).word));
    insert.bind(4, record->revision);
    insert.bind(5, canonical_json(record->body));
    insert.exec();
    insert.reset();
  }
}

void insert_media(SQLite::Database& db, const std::vector<Media>& media) {
  SQLite::Statement insert(db, "INSERT INTO media(id, alt, focus_x, focus_y) VALUES(?, ?, ?, ?)");
  SQLite::Statement insert_file(
      db, "INSERT INTO media_file(media, size, sha256, width, height, format) VALUES(?, ?, ?, ?, ?, ?)");
  for (const Media& picture : media) {
    insert.bind(1, picture.id.text);
    insert.bind(2, picture.alt);
    insert.bind(3, static_cast<double>(picture.focus_x));
    insert.bind(4, static_cast<double>(picture.focus_y));
    insert.exec();
    insert.reset();
    for (const MediaFile& file : picture.files) {
      insert_file.bind(1, picture.id.text);
      insert_file.bind(2, static_cast<int>(file.size));
      insert_file.bind(3, file.sha256);
      insert_file.bind(4, file.width);
      insert_file.bind(5, file.height);
      insert_file.bind(6, file.format);
      insert_file.exec();
      insert_file.reset();
    }
  }
}

void insert_meta(SQLite::Database& db, const ReleaseContent& content) {
  SQLite::Statement insert(db, "INSERT INTO meta(key, value) VALUES(?, ?)");
  for (const auto& [key, count] : {std::pair{"media", content.media.size()}, std::pair{"records", content.records.size()}}) {
    insert.bind(1, key);
    insert.bind(2, std::to_string(count));
    insert.exec();
    insert.reset();
  }
}

void write_tables(SQLite::Database& db, const ReleaseContent& content) {
  db.exec("PRAGMA page_size=4096");
  db.exec("PRAGMA journal_mode=OFF");
  db.exec("PRAGMA application_id=" + std::to_string(kReleaseApplicationId));
  db.exec("PRAGMA user_version=" + std::to_string(kContentVersion));
  db.exec("BEGIN");
  for (const char* table : kSchema) db.exec(table);
  PinyinReader reader;
  const std::vector<const ReleaseRecord*> ordered = in_pinyin_order(content.records, reader);
  insert_records(db, ordered);
  insert_media(db, content.media);
  insert_meta(db, content);
  build_search(db, searchable_rows(ordered));
  db.exec("COMMIT");
  db.exec("ANALYZE");
}

[[noreturn]] void refuse(const fs::path& file, const Text& why) {
  fail({"发布的数据库 " + file.string() + " " + why.zh + "。请重新发布。",
        "The release's database " + file.string() + " " + why.en + ". Publish it again."});
}

void confine(SQLite::Database& db) {
  sqlite3* handle = db.getHandle();
  int answer = 0;
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, &answer);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, &answer);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, &answer);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_VIEW, 0, &answer);
  sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, kLongestValueBytes);
  sqlite3_limit(handle, SQLITE_LIMIT_SQL_LENGTH, kLongestSqlBytes);
  sqlite3_limit(handle, SQLITE_LIMIT_COLUMN, kColumns);
  sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 0);
  sqlite3_limit(handle, SQLITE_LIMIT_WORKER_THREADS, 0);
  db.exec("PRAGMA cell_size_check=ON");
  db.exec("PRAGMA query_only=ON");
}

void check_identity(SQLite::Database& db, const fs::path& file) {
  if (db.execAndGet("PRAGMA application_id").getInt() != kReleaseApplicationId) {
    refuse(file, {"不是本程序的发布数据库", "is not a release of this program"});
  }
  const int version = db.execAndGet("PRAGMA user_version").getInt();
  if (version != kContentVersion) {
    const std::string number = std::to_string(version);
    refuse(file, {"版本为 " + number + "，本程序不能读取", "has version " + number + ", which this program does not read"});
  }
  std::vector<std::string> schema;
  SQLite::Statement query(db, "SELECT type, name, sql FROM sqlite_schema");
  while (query.executeStep()) {
    // The index that SQLite makes for a primary key has no text of its own.
    const bool is_own_index = query.getColumn(2).isNull() && query.getColumn(0).getString() == "index" &&
                              query.getColumn(1).getString().starts_with("sqlite_autoindex_");
    if (!is_own_index) schema.push_back(query.getColumn(2).getString());
  }
  std::ranges::sort(schema);
  if (schema != expected_schema()) refuse(file, {"的表结构不是应有的样子", "does not have the tables that it should have"});
}

std::string immutable_uri(const fs::path& file) {
  constexpr std::string_view kPlain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string uri = "file:";
  for (const char c : fs::absolute(file).string()) {
    const auto byte = static_cast<unsigned char>(c);
    if (kPlain.find(c) != std::string_view::npos) {
      uri += c;
    } else {
      uri += {'%', kHex[byte >> 4U], kHex[byte & 15U]};
    }
  }
  return uri + "?immutable=1";
}

}  // namespace

void write_release_db(const ReleaseContent& content, const fs::path& file) {
  try {
    SQLite::Database memory(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    write_tables(memory, content);
    SQLite::Database target(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    target.exec("PRAGMA journal_mode=OFF");
    SQLite::Backup backup(target, memory);
    backup.executeStep(-1);
  } catch (const SQLite::Exception& error) {
    if (error.getErrorCode() == SQLITE_FULL || error.getErrorCode() == SQLITE_IOERR) throw_file_error(FileDeed::Write, file, ENOSPC);
    fail({"无法写出发布的数据库 " + file.string() + "（" + error.what() + "）。请检查磁盘和权限。",
          "Cannot write the release's database " + file.string() + ": " + error.what() + ". Check the disk and who may use it."});
  }
  sync_path(file);
}

SQLite::Database open_release_db(const fs::path& file) {
  try {
    SQLite::Database db(immutable_uri(file), SQLite::OPEN_READONLY | SQLite::OPEN_URI);
    confine(db);
    check_identity(db, file);
    return db;
  } catch (const SQLite::Exception& error) {
    refuse(file, {std::string("不能读取（") + error.what() + "）", std::string("cannot be read (") + error.what() + ")"});
  }
}

}  // namespace content
