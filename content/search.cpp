#include "content/search.h"

#include <algorithm>
#include <cstring>
#include <unordered_map>

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include "content/error.h"
#include "content/search_answer.h"
#include "content/search_data.h"
#include "content/search_matcher.h"
#include "content/search_order.h"
#include "content/search_page.h"
#include "content/search_plan.h"
#include "content/search_rows.h"
#include "content/search_text.h"

namespace content {
namespace {

constexpr int kMaxPage = 200;
constexpr std::uint32_t kNoRow = 0xFFFFFFFF;

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

// Rows of each kind that occurs.
class KindRows {
 public:
  explicit KindRows(const std::vector<std::uint8_t>& kinds) : rows_(256), all_((kinds.size() + 63) / 64, 0) {
    for (std::size_t row = 0; row < kinds.size(); ++row) {
      auto& bits = rows_[kinds[row]];
      if (bits.empty()) bits.resize(all_.size(), 0);
      bits[row / 64] |= std::uint64_t{1} << (row % 64);
      all_[row / 64] |= std::uint64_t{1} << (row % 64);
    }
  }

  const RowMask& all() const { return all_; }

  RowMask of(const std::vector<Kind>& kinds) const {
    RowMask wanted(all_.size(), 0);
    for (const Kind kind : kinds) {
      const auto& bits = rows_[static_cast<std::uint8_t>(kind)];
      for (std::size_t word = 0; word < bits.size(); ++word) wanted[word] |= bits[word];
    }
    return wanted;
  }

 private:
  std::vector<RowMask> rows_;
  RowMask all_;
};

}  // namespace

struct SearchIndex::State {
  explicit State(const std::filesystem::path& content_db)
      : file(content_db),
        db(open_release(content_db)),
        data(read_search_data(db)),
        common(data.common),
        kinds(data.kinds),
        answers(data, common),
        select_row(db, "SELECT kind, id, name, name_place, rest_places FROM search_row WHERE row = ?"),
        select_text(db, "SELECT text FROM search_text WHERE place = ?") {}

  std::filesystem::path file;
  SQLite::Database db;
  SearchData data;
  CommonSets common;
  KindRows kinds;
  Answers answers;
  std::vector<std::uint32_t> hidden;
  RowOrder order;
  RowMask mask;
  SQLite::Statement select_row;
  SQLite::Statement select_text;

  // By the records' order; those that the release does not hold are left out.
  std::vector<std::uint32_t> rows_of(std::span<const RecordId> records) {
    std::unordered_map<std::string_view, std::size_t> wanted;
    for (std::size_t i = 0; i < records.size(); ++i) wanted.emplace(records[i].text, i);
    std::vector<std::uint32_t> rows(records.size(), kNoRow);
    SQLite::Statement all(db, "SELECT row, id FROM search_row");
    while (!wanted.empty() && all.executeStep()) {
      const auto found = wanted.find(std::string_view(all.getColumn(1).getText()));
      const std::int64_t row = all.getColumn(0).getInt64();
      if (found == wanted.end() || row < 0 || row >= static_cast<std::int64_t>(data.rows)) continue;
      rows[found->second] = static_cast<std::uint32_t>(row);
    }
    std::erase(rows, kNoRow);
    return rows;
  }

  // Rows that may be shown. No kinds: all. Valid until the next call.
  const RowMask& mask_of(const std::vector<Kind>& wanted) {
    if (wanted.empty() && hidden.empty()) return kinds.all();
    mask = wanted.empty() ? kinds.all() : kinds.of(wanted);
    for (const std::uint32_t row : hidden) mask[row / 64] &= ~(std::uint64_t{1} << (row % 64));
    return mask;
  }

  // Marked as the first meaning that agrees has it; what stands in the name before all others.
  Hit read_hit(std::uint32_t row, const std::vector<Meaning>& meanings) {
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
        for (const Meaning& meaning : meanings) {
          hit.marks = find_marks(data, meaning.matcher(data), static_cast<Place>(place), hit.title);
          if (!hit.marks.empty()) return hit;
        }
      }
    }
    for (const Meaning& meaning : meanings) {
      if (add_detail(hit, meaning.matcher(data), select_row.getColumn(4))) break;
    }
    return hit;
  }

  // The first of the row's other texts that holds the query.
  bool add_detail(Hit& hit, const Matcher& matcher, const SQLite::Column& places) {
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
      return true;
    }
    return false;
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
  if (state.data.rows == 0) return page;
  try {
    const Answer& answer = state.answers.of(query.text, query.spelling);
    const RowMask& mask = state.mask_of(query.kinds);
    page.total = count_rows(answer.rows, mask);
    if (page.total == 0) return page;
    const std::int64_t offset = std::max<std::int64_t>(query.offset, 0);
    for (const std::uint32_t row : ranked_rows(answer.rows, mask, state.order, offset, std::clamp(query.limit, 1, kMaxPage))) {
      page.hits.push_back(state.read_hit(row, answer.meanings));
    }
  } catch (const SQLite::Exception& cause) {
    throw unreadable(state.file, cause);
  }
  return page;
}

std::vector<Loosened> SearchIndex::loosen(const std::string& text) {
  std::vector<Loosened> found;
  const std::vector<TextUnit> units = fold_text(text, kMaxQueryUnits);
  const auto try_part = [&](std::size_t begin, std::size_t end) {
    std::string part = text.substr(units[begin].begin, units[end - 1].end - units[begin].begin);
    const std::int64_t total = find({.text = part, .kinds = {}, .offset = 0, .limit = 1}).total;
    if (total > 0) found.push_back({.text = std::move(part), .total = total});
    return total > 0;
  };
  // A single letter out of many says nothing; a character does.
  const auto says_much = [&](std::size_t begin, std::size_t end) {
    return end - begin > 1 || !is_key(units[begin].code_point) || (begin == 0 && units.size() <= 3);
  };
  for (std::size_t end = units.size(); end-- > 1;) {
    if (!says_much(0, end) || try_part(0, end)) break;
  }
  for (std::size_t begin = 1; begin < units.size(); ++begin) {
    if (!says_much(begin, units.size()) || try_part(begin, units.size())) break;
  }
  return found;
}

void SearchIndex::hide(std::span<const RecordId> records) {
  try {
    state_->hidden = state_->rows_of(records);
  } catch (const SQLite::Exception& cause) {
    throw unreadable(state_->file, cause);
  }
}

void SearchIndex::prefer(std::span<const RecordId> nearest_first) {
  try {
    state_->order = RowOrder(state_->rows_of(nearest_first), state_->data.rows);
  } catch (const SQLite::Exception& cause) {
    throw unreadable(state_->file, cause);
  }
}

void SearchIndex::forget() { state_->answers.forget(); }

}  // namespace content
