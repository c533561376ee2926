// What the office database's faults mean, and finding them.
#include <sqlite3.h>

#include "content/office_state.h"
#include "content/sha256.h"

namespace content {

Text database_sentence(const SQLite::Exception& fault, const std::filesystem::path& path) {
  const std::string name = path.empty() ? "（内存）" : path.string();
  const std::string detail = std::string("（") + fault.what() + "）";
  const std::string en_name = path.empty() ? "in memory" : path.string();
  const std::string en_detail = std::string(" (") + fault.what() + ")";
  switch (fault.getErrorCode() & 0xFF) {
    case SQLITE_FULL:
      return {"磁盘已满，“" + name + "”没有写入，原来的内容都在；请腾出空间再试。",
              "The disk is full; nothing was written to " + en_name + " and nothing is lost. Make room and try again."};
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN:
    case SQLITE_AUTH:
      return {"“" + name + "”或它所在的文件夹不能读写，内容没有变；请检查权限。" + detail,
              en_name + " or its folder cannot be read and written; nothing was changed. Check the permissions." +
                  en_detail};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {"数据库正被别的程序占用（“" + name + "”），这次没有写入；请稍后再试。",
              "Another program is using " + en_name + "; nothing was written. Try again in a moment."};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return {"数据库“" + name + "”已损坏，没有写入；请用最近的备份恢复。" + detail,
              "The database " + en_name + " is damaged; nothing was written. Restore the latest backup." + en_detail};
    case SQLITE_IOERR:
      return {"读写“" + name + "”时磁盘出错，这次没有写入；请检查磁盘和剩余空间再试。" + detail,
              "The disk failed while reading or writing " + en_name +
                  "; nothing was written. Check the disk and its free space, then try again." + en_detail};
    default:
      return {"数据库“" + name + "”不能完成这一步，这次没有写入；请再试一次，仍不行请联系维护人员。" + detail,
              "The database " + en_name +
                  " cannot do this; nothing was written. Try again, and ask for help if it fails again." + en_detail};
  }
}

void throw_database_error(const SQLite::Exception& fault, const std::filesystem::path& path) {
  const int code = fault.getErrorCode() & 0xFF;
  if (code == SQLITE_BUSY || code == SQLITE_LOCKED) throw Busy(database_sentence(fault, path));
  throw Error(database_sentence(fault, path));
}

namespace {

constexpr std::size_t kMostFaults = 100;

void verify_records(SQLite::Database& database, std::vector<Text>& faults) {
  SQLite::Statement row(
      database, "SELECT id, kind, title, natural_key, body, body_hash, approved_body, approved_hash FROM record");
  while (row.executeStep() && faults.size() < kMostFaults) {
    const std::string id = row.getColumn(0).getString();
    const std::string kind = row.getColumn(1).getString();
    const std::string title = row.getColumn(2).getString();
    const KindSpec* spec = find_kind(kind);
    const auto hash_of = [&kind](const std::string& body) { return sha256_hex(kind + "\n" + body); };
    bool good =
        spec != nullptr && is_uuid_v7(id) && hash_of(row.getColumn(4).getString()) == row.getColumn(5).getString();
    if (good && !row.getColumn(6).isNull())
      good = hash_of(row.getColumn(6).getString()) == row.getColumn(7).getString();
    if (good) {
      const nlohmann::json body = parse_body(row.getColumn(4).getString(), id);
      good = title_of(*spec, body) == title && stored_key(*spec, body, RecordId{id}) == row.getColumn(3).getString();
    }
    if (!good)
      faults.push_back({"记录“" + title + "”（" + id + "）与它的校验值不符",
                        "record \"" + title + "\" (" + id + ") does not match its checksum"});
  }
}

void verify_history(SQLite::Database& database, std::vector<Text>& faults) {
  SQLite::Statement row(database, R"sql(
      SELECT h.number, r.kind, h.body, h.hash, h.deed FROM history h LEFT JOIN record r ON r.id = h.record
  )sql");
  while (row.executeStep() && faults.size() < kMostFaults) {
    bool good = !row.getColumn(1).isNull() && deed_from(row.getColumn(4).getString()).has_value();
    if (good && !row.getColumn(2).isNull()) {
      good = sha256_hex(row.getColumn(1).getString() + "\n" + row.getColumn(2).getString()) ==
             row.getColumn(3).getString();
    }
    const std::string number = std::to_string(row.getColumn(0).getInt64());
    if (!good)
      faults.push_back(
          {"历史第 " + number + " 条与它的校验值不符", "history entry " + number + " does not match its checksum"});
  }
}

}  // namespace

std::vector<Text> verify_database(SQLite::Database& database) {
  std::vector<Text> faults;
  try {
    SQLite::Statement pages(database, "PRAGMA integrity_check");
    while (pages.executeStep()) {
      const std::string line = pages.getColumn(0).getString();
      if (line != "ok") faults.push_back({line, line});
    }
    SQLite::Statement references(database, "PRAGMA foreign_key_check");
    while (references.executeStep() && faults.size() < kMostFaults) {
      const std::string table = references.getColumn(0).getString();
      faults.push_back({"表 " + table + " 有一行指向不存在的记录", "a row of table " + table + " refers to nothing"});
    }
    if (!faults.empty()) return faults;
    verify_records(database, faults);
    verify_history(database, faults);
  } catch (const SQLite::Exception& fault) {
    const int code = fault.getErrorCode() & 0xFF;
    if (code == SQLITE_BUSY || code == SQLITE_CANTOPEN || code == SQLITE_PERM || code == SQLITE_READONLY) throw;
    faults.push_back({fault.what(), fault.what()});
  } catch (const Error& fault) {
    faults.push_back(fault.text());
  }
  return faults;
}

}  // namespace content
