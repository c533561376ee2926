// content.db, the one database inside a release: written here, opened here.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <filesystem>
#include <vector>

#include "content/model.h"
#include "content/release.h"

namespace content {

inline constexpr std::int32_t kReleaseApplicationId = 0x53594357;  // "SYCW"

// Writes the database of `content` (media already cut down to those referenced) to `file`, synced: records in pinyin order
// with their search index, STRICT tables, SQLite's backup API last. The same content gives the same bytes. Throws Error.
void write_release_db(const ReleaseContent& content, const std::filesystem::path& file);

// Opens it for reading: immutable, defensive, untrusted schema, limits; application id, version and the exact text of the
// schema are checked before anything else is read. Throws Error.
SQLite::Database open_release_db(const std::filesystem::path& file);

}  // namespace content
