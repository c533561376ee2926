// The picture register's table, shared by the source files that work on it; inside of OfficeStore.
#pragma once

#include <string>
#include <vector>

#include "content/media_facts.h"
#include "content/office_state.h"

namespace content {

// Throws Error when the picture lacks a name, a file or a size.
void refuse_bad(const StoredMedia& picture);
bool same_picture(const StoredMedia& a, const StoredMedia& b);  // the same to visitors

// SELECT … FROM media, in the order that media_from() reads.
inline constexpr const char* kSelectMedia = "SELECT id, source, source_hash, alt, focus_x, focus_y FROM media ";
StoredMedia media_from(SQLite::Database& database, SQLite::Statement& row);
void insert_media(SQLite::Database& database, const StoredMedia& picture, const MediaId& id, const Person& person);

// Every version of a name, oldest first.
std::vector<StoredMedia> versions_of(SQLite::Database& database, const std::string& source);
// The name belongs to this version from now on.
void make_current(SQLite::Database& database, const std::string& source, const MediaId& id);

MediaFacts read_facts(SQLite::Database& database, const StoredMedia& picture);
void write_facts(SQLite::Database& database, const StoredMedia& picture, const MediaFacts& facts, const Person& person);
nlohmann::json facts_to_json(const MediaFacts& facts);
MediaFacts facts_from_json(const nlohmann::json& value);

}  // namespace content
