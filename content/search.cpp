#include "content/search.h"

#include <algorithm>
#include <cstring>

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include "content/error.h"
#include "content/search_data.h"
#include "content/search_matcher.h"
#include "content/search_page.h"
#include "content/search_plan.h"
#include "content/search_rows.h"

namespace content {
namespace {

constexpr int kMaxPage = 200;

std::string immutable_uri(const std::filesystem::path& file) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string uri = "file:";
  for (const char c : std::filesystem::absolute(file).string()) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '%' || c == '?' || c == '#') {
      uri.append(1, '%').append(1, kHex[byte >> 4U]).append(1, kHex[byte & 15U]);
    } else {
      uri.push_back(c);
    }
  }
  return uri + "?immutable=1";
}

SQLite::Database open_release(const std::filesystem::path& file) {
  SQLite::Database db(immutable_uri(file), SQLite::OPEN_READONLY | SQLite::OPEN_URI);
  sqlite3_db_config(db.getHandle(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(db.getHandle(), SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  db.exec("PRAGMA mmap_size = 1073741824");
  return db;
}

Error unreadable(const std::filesystem::path& file, const SQLite::Exception& cause) {
  return Error("The search index in " + file.string() + " cannot be read (" + cause.what() +
               "); take the release in again.");
}

// Row sets of each kind that occurs.
class KindRows {
 public:
  explicit KindRows(const std::vector<std::uint8_t>& kinds) : rows_(256) {
    for (std::size_t row = 0; row < kinds.size(); ++row) {
      auto& bits = rows_[kinds[row]];
      if (bits.empty()) bits.resize((kinds.size() + 63) / 64, 0);
      bits[row / 64] |= std::uint64_t{1} << (row % 64);
    }
  }

  void keep(const std::vector<Kind>& kinds, RowSets& sets) const {
    for (std::size_t word = 0; word < sets.name.size(); ++word) {
      std::uint64_t wanted = 0;
      for (const Kind kind : kinds) {
        const auto& bits = rows_[static_cast<std::uint8_t>(kind)];
        if (!bits.empty()) wanted |= bits[word];
      }
      sets.name_start[word] &= wanted;
      sets.name[word] &= wanted;
      sets.rest[word] &= wanted;
    }
  }

 private:
  std::vector<std::vector<std::uint64_t>> rows_;
};

}  // namespace

struct SearchIndex::State {
  explicit State(const std::filesystem::path& content_db)
      : file(content_db),
        db(open_release(content_db)),
        data(read_search_data(db)),
        common(data.common),
        kinds(data.kinds),
        select_row(db, "SELECT kind, id, name, name_place, rest_places FROM search_row WHERE row = ?"),
        select_text(db, "SELECT text FROM search_text WHERE place = ?") {}

  std::filesystem::path file;
  SQLite::Database db;
  SearchData data;
  CommonSets common;
  KindRows kinds;
  SQLite::Statement select_row;
  SQLite::Statement select_text;
  RowSets rows;

  Hit read_hit(std::uint32_t row, const Matcher& matcher) {
    select_row.reset();
    select_row.bind(1, static_cast<std::int64_t>(row));
    if (!select_row.executeStep()) {
      throw Error("The search index in " + file.string() + " lacks row " + std::to_string(row) +
                  "; publish the release again.");
    }
    Hit hit;
    hit.kind = static_cast<Kind>(select_row.getColumn(0).getInt());
    hit.id = RecordId{select_row.getColumn(1).getString()};
    hit.title = select_row.getColumn(2).getString();
    if (!select_row.getColumn(3).isNull()) {
      const std::int64_t place = select_row.getColumn(3).getInt64();
      if (place >= 0 && place < data.names_end) {
        hit.marks = find_marks(data, matcher, static_cast<Place>(place), hit.title);
      }
    }
    if (hit.marks.empty()) add_detail(hit, matcher, select_row.getColumn(4));
    return hit;
  }

  // The first of the row's other texts that holds the query.
  void add_detail(Hit& hit, const Matcher& matcher, const SQLite::Column& places) {
    const auto* bytes = static_cast<const char*>(places.getBlob());
    for (int at = 0; at + static_cast<int>(sizeof(Place)) <= places.getBytes(); at += sizeof(Place)) {
      Place place = 0;
      std::memcpy(&place, bytes + at, sizeof(place));
      if (place >= data.text.size() - data.names_end || !holds(data, matcher, data.names_end + place)) continue;
      select_text.reset();
      select_text.bind(1, static_cast<std::int64_t>(place));
      if (!select_text.executeStep()) continue;
      hit.detail = select_text.getColumn(0).getString();
      hit.detail_marks = find_marks(data, matcher, data.names_end + place, hit.detail);
      return;
    }
  }
};

SearchIndex::SearchIndex(const std::filesystem::path& content_db) {
  try {
    state_ = std::make_unique<State>(content_db);
  } catch (const SQLite::Exception& cause) {
    throw unreadable(content_db, cause);
  }
}

SearchIndex::~SearchIndex() = default;
SearchIndex::SearchIndex(SearchIndex&&) noexcept = default;
SearchIndex& SearchIndex::operator=(SearchIndex&&) noexcept = default;

SearchPage SearchIndex::find(const SearchQuery& query) {
  State& state = *state_;
  SearchPage page;
  const std::vector<QueryUnit> units = parse_query(query.text);
  if (units.empty() || state.data.rows == 0) return page;
  try {
    state.rows.reset(state.data.rows);
    SearchPlan(state.data, state.common, units, state.rows).run();
    if (!query.kinds.empty()) state.kinds.keep(query.kinds, state.rows);
    page.total = count_rows(state.rows);
    const Matcher matcher(state.data, units);
    const int limit = std::clamp(query.limit, 1, kMaxPage);
    for (const std::uint32_t row : ranked_rows(state.rows, std::max<std::int64_t>(query.offset, 0), limit)) {
      page.hits.push_back(state.read_hit(row, matcher));
    }
  } catch (const SQLite::Exception& cause) {
    throw unreadable(state.file, cause);
  }
  return page;
}

}  // namespace content
