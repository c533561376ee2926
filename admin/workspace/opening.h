// Opening the office's database at the start, and what can be done when it does not open: the page before the office asks here.
//
// Nothing here changes a file that is there, except set_aside_and_restore(), which keeps the old one beside the new.
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "content/office_store.h"

namespace admin {

// NoFolder: the folder's own folder is not there either, as when a disk is not plugged in. Lost: pictures, backups or a log lie there,
// but no database. Other: it cannot be read or written.
enum class DoorTrouble { None, NoFolder, Lost, Damaged, Newer, Foreign, Busy, Other };

struct OpenedOffice {
  std::unique_ptr<content::OfficeStore> store;   // null: it did not open
  DoorTrouble trouble = DoorTrouble::None;
  std::string sentence;                          // what, where, what to do
  bool may_make = false;                         // nothing lies there: a new office takes nothing away
  std::filesystem::path backup{};                // Damaged, Lost: the newest backup beside it; empty: none
};

// How long the window stands still for another program.
inline constexpr std::chrono::milliseconds kWindowPatience{700};

// Opens it; where there is none and nothing speaks against it (the folder is there, can be made in one that is, or lies where an
// account's programs keep their data), makes a new one.
// Waits for another program as long as `patience`. Never throws.
OpenedOffice open_office_at(const std::filesystem::path& db, std::chrono::milliseconds patience = kWindowPatience);
// Makes a new one where nothing is, with its folders. Never throws.
OpenedOffice make_office_at(const std::filesystem::path& db);
// Puts the backup in the place of a database that is damaged or lost; what was there stays beside it under another name
// (office.db.旧-1). Never throws.
OpenedOffice set_aside_and_restore(const std::filesystem::path& db, const std::filesystem::path& backup);

// 数据库损坏了，没有动它
std::string_view heading_of(DoorTrouble trouble);

}  // namespace admin
