// The office database's schema as the list of its versions. A step, once released, is never edited.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <filesystem>
#include <span>
#include <string_view>

namespace content {

// "SYof": in the file's header, so that no other program's database is taken for ours.
inline constexpr std::int32_t kOfficeApplicationId = 0x53596F66;

// What opening a database came to. Ready: as it should be. Migrated: was older, is current now, a copy of the old file
// lies beside it. Newer: written by a later program. Damaged: pages or rows are wrong. Foreign: not our database.
enum class Opening { Ready, Migrated, Newer, Damaged, Foreign, Missing };

// SQL that takes the database from the version before to this one; the first step starts from an empty file.
struct SchemaStep {
  int version = 0;  // user_version afterwards; rises by one
  std::string_view sql;
};

std::span<const SchemaStep> office_schema();

// What a file's header says, without opening it as a database.
struct FileStamp {
  bool is_sqlite = false;
  std::int32_t application_id = 0;
  std::int32_t user_version = 0;
};

// Throws Error when the file cannot be read.
FileStamp read_stamp(const std::filesystem::path& path);

// Runs the steps after the database's user_version, all in one transaction. Throws SQLite::Exception.
void migrate(SQLite::Database& database, std::span<const SchemaStep> steps);

}  // namespace content
