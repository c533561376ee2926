// The write side of search: fills the search tables of a release's content.db.
//
// Rows come in the order in which equal hits are to be listed (pinyin order, see PinyinReader::sort_key). The same rows
// always give the same bytes. All of the index is made in memory: about 1 GB for a million merchants.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <SQLiteCpp/SQLiteCpp.h>

#include "content/model.h"

namespace content {

struct SearchRow {
  Kind kind = Kind::Merchant;
  RecordId id;
  std::string name;               // what the hit list shows as the title
  std::string given_pinyin;       // of the name; empty = as PinyinReader reads it
  std::vector<std::string> rest;  // other texts to be found: category, address, offers …; a hit shows the one it lies in
};

// The tables' CREATE statements exactly as sqlite_schema holds them, for a check of a release's schema.
std::vector<std::string> search_schema();

inline constexpr std::uint64_t kCommonRows = 32768;

// Streaming: make, add every row, finish once. Works inside the caller's transaction or without one; without finish()
// the database is left as it was. Throws Error when a text cannot be indexed, SQLite::Exception as SQLiteCpp does.
class SearchBuilder {
 public:
  // Where more than `common_rows` rows share what may be typed, they are stored, not collected for each visitor: less
  // makes a larger index and a faster search.
  explicit SearchBuilder(SQLite::Database& db, std::uint64_t common_rows = kCommonRows);
  ~SearchBuilder();
  SearchBuilder(const SearchBuilder&) = delete;
  SearchBuilder& operator=(const SearchBuilder&) = delete;

  void add(const SearchRow& row);
  void finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

void build_search(SQLite::Database& db, std::span<const SearchRow> rows);

}  // namespace content
