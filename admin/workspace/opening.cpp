#include "admin/workspace/opening.h"

#include <cstdlib>

#include "content/durable_file.h"
#include "content/error.h"

namespace admin {
namespace {

namespace fs = std::filesystem;
using content::Opening;

fs::path folder_of(const fs::path& db) { return fs::absolute(db).parent_path(); }

fs::path beside(const fs::path& db, std::string_view suffix) {
  fs::path other = db;
  other += suffix;
  return other;
}

bool anything_in(const fs::path& folder) {
  std::error_code ignored;
  return fs::directory_iterator(folder, ignored) != fs::directory_iterator();
}

fs::path newest_backup(const fs::path& db) {
  fs::path newest;
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(folder_of(db) / "备份", ignored)) {
    if (entry.path().extension() == ".db" && entry.path().filename() > newest.filename()) newest = entry.path();
  }
  return newest;
}

// Where programs keep their data of one's own account: a fresh one has none of these folders yet.
bool is_at_home(const fs::path& db) {
  const char* home = std::getenv("HOME");
  if (home == nullptr || *home == '\0') return false;
  const fs::path data = fs::path(home) / ".local";
  return folder_of(db).string().starts_with(data.string() + "/");
}

// Something of an office lies where its database should be: a new one would hide that the old one is gone.
bool looks_lost(const fs::path& db) {
  std::error_code ignored;
  return fs::exists(beside(db, "-wal"), ignored) || anything_in(folder_of(db) / "media") || !newest_backup(db).empty();
}

OpenedOffice refused(const fs::path& db, DoorTrouble trouble, std::string sentence) {
  OpenedOffice answer;
  answer.trouble = trouble;
  answer.sentence = std::move(sentence);
  answer.may_make = trouble == DoorTrouble::NoFolder || trouble == DoorTrouble::Lost;
  if (trouble == DoorTrouble::Damaged || trouble == DoorTrouble::Lost) answer.backup = newest_backup(db);
  return answer;
}

DoorTrouble trouble_of(Opening outcome) {
  switch (outcome) {
    case Opening::Newer: return DoorTrouble::Newer;
    case Opening::Foreign: return DoorTrouble::Foreign;
    case Opening::Damaged: return DoorTrouble::Damaged;
    case Opening::Missing: return DoorTrouble::Lost;
    case Opening::Ready:
    case Opening::Migrated: break;
  }
  return DoorTrouble::None;
}

template <typename Open>
OpenedOffice tried(const fs::path& db, Open open) {
  try {
    return open();
  } catch (const content::Busy&) {
    return refused(db, DoorTrouble::Busy, "数据库正被别的程序占用（“" + db.string() + "”）；可能有人在导入或备份。一空出来就会打开，也可以关掉那个程序。");
  } catch (const content::Error& error) {
    return refused(db, DoorTrouble::Other, error.text().zh);
  } catch (const std::exception& error) {
    return refused(db, DoorTrouble::Other, "“" + db.string() + "”打不开（" + error.what() + "）；请检查路径、权限和磁盘。");
  }
}

OpenedOffice open_there(const fs::path& db, std::chrono::milliseconds patience = kWindowPatience) {
  content::OfficeStore::Opened opened = content::OfficeStore::open(db, content::office_schema(), patience);
  if (opened.store == nullptr) return refused(db, trouble_of(opened.outcome), opened.sentence.zh);
  OpenedOffice answer;
  answer.store = std::move(opened.store);
  answer.store->set_patience(kWindowPatience);
  return answer;
}

OpenedOffice make_there(const fs::path& db) {
  OpenedOffice answer;
  answer.store = content::OfficeStore::create(db);
  answer.store->set_patience(kWindowPatience);
  return answer;
}

// Out of the way under a name that is free; the log goes with its file.
void set_aside(const fs::path& db) {
  std::error_code ignored;
  int number = 1;
  while (fs::exists(beside(db, ".旧-" + std::to_string(number)), ignored)) ++number;
  // The file first: without its log it would open as if its last hours had never been.
  for (const std::string_view suffix : {"", "-wal", "-shm"}) {
    const fs::path file = beside(db, suffix);
    if (!fs::exists(file, ignored)) continue;
    content::rename_durably(file, beside(db, ".旧-" + std::to_string(number) + std::string(suffix)));
  }
}

}  // namespace

OpenedOffice open_office_at(const fs::path& db, std::chrono::milliseconds patience) {
  return tried(db, [&] {
    if (fs::exists(fs::symlink_status(db))) return open_there(db, patience);
    if (!fs::exists(folder_of(db)) && !fs::exists(folder_of(db).parent_path()) && !is_at_home(db)) {
      return refused(db, DoorTrouble::NoFolder, "没有文件夹“" + folder_of(db).parent_path().string() + "”，办公数据库应当在“" + db.string() +
                                                    "”；硬盘或共享盘可能没有接上，接好再试，或改用别的位置。");
    }
    if (looks_lost(db)) {
      return refused(db, DoorTrouble::Lost, "“" + folder_of(db).string() + "”里还有图片、备份或日志，却没有“" + db.filename().string() +
                                                "”；它可能被移走、改名或删掉了。请放回原处再试，或用备份。");
    }
    return make_there(db);
  });
}

OpenedOffice make_office_at(const fs::path& db) {
  return tried(db, [&] { return make_there(db); });
}

OpenedOffice set_aside_and_restore(const fs::path& db, const fs::path& backup) {
  return tried(db, [&] {
    // Into a copy first: a backup that does not open leaves everything as it is.
    const fs::path copy = beside(db, ".从备份");
    std::error_code ignored;
    for (const std::string_view suffix : {"-wal", "-shm"}) fs::remove(beside(copy, suffix), ignored);   // of a try that was killed: SQLite would take it for this one's
    fs::copy_file(backup, copy, fs::copy_options::overwrite_existing);
    OpenedOffice checked = open_there(copy);
    const bool good = checked.store != nullptr;
    checked.store.reset();
    if (!good) {
      fs::remove(copy, ignored);
      return refused(db, DoorTrouble::Damaged, "备份“" + backup.string() + "”也打不开，什么都没有动；请换一份备份，或联系维护人员。");
    }
    content::sync_path(copy);
    set_aside(db);
    content::rename_durably(copy, db);
    return open_there(db);
  });
}

std::string_view heading_of(DoorTrouble trouble) {
  switch (trouble) {
    case DoorTrouble::None: break;
    case DoorTrouble::NoFolder: return "找不到放数据库的文件夹";
    case DoorTrouble::Lost: return "数据库不见了";
    case DoorTrouble::Damaged: return "数据库损坏了，没有动它";
    case DoorTrouble::Newer: return "数据库是更新的程序写的";
    case DoorTrouble::Foreign: return "这个文件不是办公数据库";
    case DoorTrouble::Busy: return "数据库正被别的程序占用";
    case DoorTrouble::Other: return "数据库打不开";
  }
  return "";
}

}  // namespace admin
