// The index's place in content.db: arrays in blobs of at most a mebibyte, numbers little-endian.
#include <algorithm>
#include <bit>
#include <cstring>
#include <span>

#include "content/error.h"
#include "content/search_build.h"
#include "content/search_data.h"

namespace content {
namespace {

static_assert(std::endian::native == std::endian::little, "the index's blobs are read as they lie in memory");

constexpr std::size_t kChunkBytes = std::size_t{1} << 20;
constexpr std::uint64_t kFormat = 1;
constexpr std::size_t kTextMargin = 128;  // more than kMaxQueryUnits

enum class Part {
  Head, CodePoints, UnitSyllables, Syllables, Text, Owners, SharedBegin, SharedRows, Orders, First = Orders + 3,
  LetterPairs = First + 3, Kinds, Common, CommonSets
};

Part part_of(Part base, Level level) { return static_cast<Part>(static_cast<int>(base) + static_cast<int>(level)); }

std::int64_t chunk_id(Part part, std::size_t chunk) {
  return (static_cast<std::int64_t>(part) << 32) + static_cast<std::int64_t>(chunk);
}

class Writer {
 public:
  explicit Writer(SQLite::Database& db) : insert_(db, "INSERT INTO search_part (id, data) VALUES (?, ?)") {}

  template <typename Item>
  void put(Part part, std::span<const Item> items) {
    const auto bytes = std::as_bytes(items);
    for (std::size_t at = 0, chunk = 0; at < bytes.size(); at += kChunkBytes, ++chunk) {
      insert_.bind(1, chunk_id(part, chunk));
      insert_.bindNoCopy(2, bytes.data() + at, static_cast<int>(std::min(kChunkBytes, bytes.size() - at)));
      insert_.exec();
      insert_.reset();
    }
  }
  template <typename Item>
  void put(Part part, const std::vector<Item>& items) { put(part, std::span<const Item>(items)); }

 private:
  SQLite::Statement insert_;
};

[[noreturn]] void damaged(const char* what) {
  throw Error(std::string("The search index of this release is damaged (") + what +
              "); publish the release again or take the previous one.");
}

class Reader {
 public:
  explicit Reader(SQLite::Database& db)
      : size_(db, "SELECT coalesce(sum(length(data)), 0) FROM search_part WHERE id BETWEEN ? AND ?"),
        read_(db, "SELECT data FROM search_part WHERE id BETWEEN ? AND ? ORDER BY id") {}

  template <typename Item>
  std::vector<Item> get(Part part) {
    bind(size_, part);
    size_.executeStep();
    const auto bytes = static_cast<std::size_t>(size_.getColumn(0).getInt64());
    size_.reset();
    if (bytes % sizeof(Item) != 0) damaged("a part has an odd length");
    std::vector<Item> items(bytes / sizeof(Item));
    bind(read_, part);
    std::size_t at = 0;
    while (read_.executeStep()) {
      const SQLite::Column data = read_.getColumn(0);
      const auto length = static_cast<std::size_t>(data.getBytes());
      if (length > bytes - at) damaged("a part is longer than it says");
      std::memcpy(std::as_writable_bytes(std::span(items)).data() + at, data.getBlob(), length);
      at += length;
    }
    read_.reset();
    return items;
  }

 private:
  static void bind(SQLite::Statement& statement, Part part) {
    statement.bind(1, chunk_id(part, 0));
    statement.bind(2, chunk_id(part, 0xFFFFFFFF));
  }
  SQLite::Statement size_;
  SQLite::Statement read_;
};

std::string join_lines(const std::vector<std::string>& lines) {
  std::string joined;
  for (const std::string& line : lines) joined.append(line).push_back('\n');
  return joined;
}

std::vector<std::string> split_lines(const std::vector<char>& joined) {
  std::vector<std::string> lines;
  for (auto begin = joined.begin(); begin != joined.end();) {
    const auto end = std::find(begin, joined.end(), '\n');
    if (end == joined.end()) damaged("the list of syllables is cut off");
    lines.emplace_back(begin, end);
    begin = end + 1;
  }
  return lines;
}

template <typename Item>
bool rises_to(const std::vector<Item>& items, std::uint64_t last) {
  return !items.empty() && items.front() == 0 && std::is_sorted(items.begin(), items.end()) && items.back() == last;
}

template <typename Item>
bool all_below(const std::vector<Item>& items, std::uint64_t bound) {
  return std::all_of(items.begin(), items.end(), [bound](Item item) { return item < bound; });
}

void check_units(const SearchData& data) {
  const std::size_t units = data.unit_code_points.size();
  if (units == 0 || units > 0xFFFF || data.unit_syllables.size() != units) damaged("units");
  if (data.syllables.empty() || !std::is_sorted(data.syllables.begin(), data.syllables.end())) damaged("syllables");
  if (!all_below(data.unit_syllables, data.syllables.size())) damaged("unit readings");
  if (!std::is_sorted(data.unit_syllables.begin(), data.unit_syllables.end())) damaged("unit order");
  if (!all_below(data.text, units) || data.text.size() % kPlaceStep != 0) damaged("texts");
  if (!data.text.empty() && data.text.back() != 0) damaged("texts' end");
  if (data.names_end > data.text.size() || data.kinds.size() != data.rows) damaged("sizes");
}

void check_owners(const SearchData& data) {
  if (data.owners.size() != data.text.size() / kPlaceStep) damaged("owners");
  if (!rises_to(data.shared_begin, data.shared_rows.size()) || !all_below(data.shared_rows, data.rows)) damaged("lists");
  for (const std::uint32_t owner : data.owners) {
    const bool shared = (owner & Owner::kShared) != 0;
    if ((owner & Owner::kIndex) >= (shared ? data.shared_begin.size() - 1 : data.rows)) damaged("an owner");
  }
}

void check_common(const SearchData& data) {
  for (const CommonInterval& entry : data.common) {
    if (static_cast<unsigned>(entry.level) >= kLevels.size() || entry.set >= data.common_sets.size()) damaged("common rows");
  }
}

void check_orders(const SearchData& data) {
  for (const Level level : kLevels) {
    const auto& places = data.order(level);
    const auto& first = data.first[static_cast<std::size_t>(level)];
    const std::size_t symbols = level == Level::Letter     ? kLetters
                                : level == Level::Syllable ? data.syllables.size()
                                                           : data.unit_code_points.size();
    if (!all_below(places, data.text.size()) || first.size() != symbols + 1 || !rises_to(first, places.size())) {
      damaged("an order");
    }
    for (const Place place : places) {
      if (data.text[place] == 0) damaged("an order's place");
    }
  }
  const auto& pairs = data.letter_pairs;
  if (pairs.size() != kLetters * kLetters + 1 || !rises_to(pairs, data.order(Level::Letter).size())) damaged("pairs");
}

}  // namespace

std::vector<std::string> search_schema() {
  return {
      "CREATE TABLE search_row (row INTEGER PRIMARY KEY, kind INTEGER NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL, "
      "name_place INTEGER, rest_places BLOB NOT NULL) STRICT",
      "CREATE TABLE search_text (place INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT",
      "CREATE TABLE search_part (id INTEGER PRIMARY KEY, data BLOB NOT NULL) STRICT",
  };
}

void write_search_data(SQLite::Database& db, const SearchData& data) {
  Writer writer(db);
  const std::array<std::uint64_t, 3> head = {kFormat, data.rows, data.names_end};
  writer.put(Part::Head, std::span<const std::uint64_t>(head));
  writer.put(Part::CodePoints, data.unit_code_points);
  writer.put(Part::UnitSyllables, data.unit_syllables);
  const std::string syllables = join_lines(data.syllables);
  writer.put(Part::Syllables, std::span<const char>(syllables));
  writer.put(Part::Text, data.text);
  writer.put(Part::Owners, data.owners);
  writer.put(Part::SharedBegin, data.shared_begin);
  writer.put(Part::SharedRows, data.shared_rows);
  for (const Level level : kLevels) {
    writer.put(part_of(Part::Orders, level), data.order(level));
    writer.put(part_of(Part::First, level), data.first[static_cast<std::size_t>(level)]);
  }
  writer.put(Part::LetterPairs, data.letter_pairs);
  writer.put(Part::Kinds, data.kinds);
  writer.put(Part::Common, data.common);
  writer.put(Part::CommonSets, data.common_sets);
}

SearchData read_search_data(SQLite::Database& db) {
  Reader reader(db);
  const auto head = reader.get<std::uint64_t>(Part::Head);
  if (head.size() != 3 || head[1] > Owner::kIndex || head[2] > kNoPlace) damaged("head");
  if (head[0] != kFormat) throw Error("The search index of this release was made by a newer program; update the kiosk.");
  SearchData data;
  data.rows = head[1];
  data.names_end = static_cast<Place>(head[2]);
  data.unit_code_points = reader.get<std::uint32_t>(Part::CodePoints);
  data.unit_syllables = reader.get<std::uint16_t>(Part::UnitSyllables);
  data.syllables = split_lines(reader.get<char>(Part::Syllables));
  data.text = reader.get<UnitId>(Part::Text);
  data.owners = reader.get<std::uint32_t>(Part::Owners);
  data.shared_begin = reader.get<std::uint32_t>(Part::SharedBegin);
  data.shared_rows = reader.get<std::uint32_t>(Part::SharedRows);
  for (const Level level : kLevels) {
    data.orders[static_cast<std::size_t>(level)] = reader.get<Place>(part_of(Part::Orders, level));
    data.first[static_cast<std::size_t>(level)] = reader.get<std::uint32_t>(part_of(Part::First, level));
  }
  data.letter_pairs = reader.get<std::uint32_t>(Part::LetterPairs);
  data.kinds = reader.get<std::uint8_t>(Part::Kinds);
  data.common = reader.get<CommonInterval>(Part::Common);
  data.common_sets = reader.get<std::uint16_t>(Part::CommonSets);
  check_units(data);
  check_owners(data);
  check_orders(data);
  check_common(data);
  data.text.resize(data.text.size() + kTextMargin, 0);  // no comparison can run past the end
  data.derive();
  return data;
}

}  // namespace content
