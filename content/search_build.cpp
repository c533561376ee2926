#include "content/search_build.h"

#include <algorithm>
#include <cstdint>
#include <tuple>
#include <unordered_map>

#include "content/error.h"
#include "content/pinyin.h"
#include "content/search_data.h"
#include "content/search_orders.h"
#include "content/search_text.h"

namespace content {
namespace {

constexpr std::size_t kMaxUnits = 0xFFFE;
constexpr const char* kNoReading = "\x7f";

// Units in the order in which they were met; the final numbers follow from sorting them.
class UnitTable {
 public:
  UnitId number(char32_t code_point, std::string_view reading) {
    const std::string_view syllable = strip_tone(reading);
    const auto [s, fresh_syllable] = syllables_.try_emplace(std::string(syllable), syllables_.size());
    const std::uint64_t key = (std::uint64_t{code_point} << 32) | s->second;
    const auto [unit, fresh] = numbers_.try_emplace(key, static_cast<UnitId>(units_.size()));
    if (fresh) {
      if (units_.size() >= kMaxUnits) {
        throw Error("The release has more than 65,000 different characters, more than search can index; look for a "
                    "record with text that is no text (name and address of the newest imports) and correct it.");
      }
      units_.push_back({.syllable = s->first, .code_point = code_point});
    }
    return unit->second;
  }

  // Fills the unit and syllable tables of `data`; answers the final number of each provisional one.
  std::vector<UnitId> finish(SearchData& data) const {
    std::vector<std::size_t> sorted(units_.size());
    for (std::size_t i = 0; i < sorted.size(); ++i) sorted[i] = i;
    std::sort(sorted.begin(), sorted.end(), [this](std::size_t a, std::size_t b) {
      return std::tie(units_[a].syllable, units_[a].code_point) < std::tie(units_[b].syllable, units_[b].code_point);
    });
    std::vector<UnitId> final_number(units_.size() + 1, 0);
    data.syllables = {""};
    data.unit_code_points = {0};
    data.unit_syllables = {0};
    for (const std::size_t unit : sorted) {
      if (data.syllables.back() != units_[unit].syllable) data.syllables.push_back(units_[unit].syllable);
      final_number[unit + 1] = static_cast<UnitId>(data.unit_code_points.size());
      data.unit_code_points.push_back(units_[unit].code_point);
      data.unit_syllables.push_back(static_cast<std::uint16_t>(data.syllables.size() - 1));
    }
    return final_number;
  }

 private:
  struct Unit {
    std::string syllable;
    char32_t code_point = 0;
  };

  static std::string_view strip_tone(std::string_view reading) {
    if (reading.size() > 1 && reading.back() >= '0' && reading.back() <= '9') reading.remove_suffix(1);
    return reading;
  }

  std::unordered_map<std::string, std::size_t> syllables_;
  std::unordered_map<std::uint64_t, UnitId> numbers_;
  std::vector<Unit> units_;
};

// Distinct texts one after the other, in provisional unit numbers + 1, and the rows that have them.
class TextTable {
 public:
  struct Text {
    Place place = 0;
    Place units = 0;
  };

  // Null when `key` is new.
  const std::size_t* find(const std::string& key) const {
    const auto found = numbers_.find(key);
    return found == numbers_.end() ? nullptr : &found->second;
  }

  std::size_t add(std::string key, const std::vector<UnitId>& units) {
    const std::size_t size = (units.size() / kPlaceStep + 1) * kPlaceStep;  // at least one 0 closes a text
    if (text_.size() + size >= std::size_t{Owner::kIndex} * 2) {
      throw Error("The release has more text than search can index; publish fewer records.");
    }
    const std::size_t number = texts_.size();
    texts_.push_back({.place = static_cast<Place>(text_.size()), .units = static_cast<Place>(units.size())});
    for (const UnitId unit : units) text_.push_back(static_cast<UnitId>(unit + 1));
    text_.resize(texts_.back().place + size, 0);
    numbers_.emplace(std::move(key), number);
    return number;
  }

  void use(std::size_t number, std::uint32_t row) {
    uses_.push_back({static_cast<std::uint32_t>(number), row});
  }

  Place place(std::size_t number) const { return texts_[number].place; }

  void append_to(SearchData& data, const std::vector<UnitId>& final_number) {
    const Place base = static_cast<Place>(data.text.size());
    data.text.reserve(base + text_.size());
    for (const UnitId unit : text_) data.text.push_back(final_number[unit]);
    data.owners.resize(data.text.size() / kPlaceStep, 0);
    std::sort(uses_.begin(), uses_.end());
    uses_.erase(std::unique(uses_.begin(), uses_.end()), uses_.end());
    for (std::size_t i = 0; i < uses_.size();) {
      std::size_t end = i;
      while (end < uses_.size() && uses_[end].first == uses_[i].first) ++end;
      own(data, base, i, end);
      i = end;
    }
  }

 private:
  void own(SearchData& data, Place base, std::size_t begin, std::size_t end) const {
    const Text& text = texts_[uses_[begin].first];
    std::uint32_t owner = uses_[begin].second;
    if (end - begin > 1) {
      owner = static_cast<std::uint32_t>(data.shared_begin.size() - 1) | Owner::kShared;
      for (std::size_t i = begin; i < end; ++i) data.shared_rows.push_back(uses_[i].second);
      data.shared_begin.push_back(static_cast<std::uint32_t>(data.shared_rows.size()));
    }
    const std::size_t first = (base + text.place) / kPlaceStep;
    for (std::size_t step = 0; step <= text.units / kPlaceStep; ++step) {
      data.owners[first + step] = owner | (step == 0 ? Owner::kFirst : 0U);
    }
  }

  std::unordered_map<std::string, std::size_t> numbers_;
  std::vector<Text> texts_;
  std::vector<UnitId> text_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> uses_;  // text, row
};

SQLite::Database& open_savepoint(SQLite::Database& db) {
  db.exec("SAVEPOINT search_build");
  try {
    for (const std::string& sql : search_schema()) db.exec(sql);
  } catch (...) {
    db.exec("ROLLBACK TO search_build; RELEASE search_build");
    throw;
  }
  return db;
}

}  // namespace

struct SearchBuilder::State {
  State(SQLite::Database& database, std::uint64_t common)
      : common_rows(common),
        db(open_savepoint(database)),
        insert_row(db, "INSERT INTO search_row (row, kind, id, name, name_place, rest_places) VALUES (?, ?, ?, ?, ?, ?)"),
        insert_text(db, "INSERT INTO search_text (place, text) VALUES (?, ?)") {}

  std::uint64_t common_rows;
  SQLite::Database& db;
  SQLite::Statement insert_row;
  SQLite::Statement insert_text;
  PinyinReader reader;
  UnitTable units;
  TextTable names;
  TextTable rest;
  std::vector<std::uint8_t> kinds;
  bool finished = false;

  std::vector<UnitId> to_units(std::string_view text, NameKind kind, std::string_view given) {
    const std::u32string folded = code_points(fold_text(text, kMaxTextUnits));
    const auto readings = reader.readings(folded, kind, given);
    std::vector<UnitId> numbers(folded.size());
    for (std::size_t i = 0; i < folded.size(); ++i) {
      const char key = static_cast<char>(folded[i]);
      numbers[i] = units.number(folded[i], is_key(folded[i])   ? std::string_view(&key, 1)
                                           : readings[i].empty() ? std::string_view(kNoReading)
                                                                 : std::string_view(readings[i]));
    }
    return numbers;
  }

  // Place of the name's text; kNoPlace when nothing of it can be searched.
  Place add_name(const SearchRow& row, std::uint32_t number) {
    const NameKind kind = row.kind == Kind::Figure ? NameKind::Person : NameKind::Other;
    std::string key = row.name;
    key.append(1, '\0').append(row.given_pinyin).append(1, kind == NameKind::Person ? 'p' : 'o');
    const std::size_t* known = names.find(key);
    std::size_t text = known != nullptr ? *known : 0;
    if (known == nullptr) {
      const auto name_units = to_units(row.name, kind, row.given_pinyin);
      if (name_units.empty()) return kNoPlace;
      text = names.add(std::move(key), name_units);
    }
    names.use(text, number);
    return names.place(text);
  }

  Place add_rest(const std::string& text, std::uint32_t number) {
    const std::size_t* known = rest.find(text);
    std::size_t found = known != nullptr ? *known : 0;
    if (known == nullptr) {
      const auto text_units = to_units(text, NameKind::Other, {});
      if (text_units.empty()) return kNoPlace;
      found = rest.add(text, text_units);
      insert_text.bind(1, static_cast<std::int64_t>(rest.place(found)));
      insert_text.bindNoCopy(2, text);
      insert_text.exec();
      insert_text.reset();
    }
    rest.use(found, number);
    return rest.place(found);
  }
};

SearchBuilder::SearchBuilder(SQLite::Database& db, std::uint64_t common_rows)
    : state_(std::make_unique<State>(db, common_rows)) {}

SearchBuilder::~SearchBuilder() {
  if (state_->finished) return;
  SQLite::Database& db = state_->db;
  state_.reset();  // its statements hold the savepoint open
  db.tryExec("ROLLBACK TO search_build; RELEASE search_build");
}

void SearchBuilder::add(const SearchRow& row) {
  State& state = *state_;
  if (state.kinds.size() >= Owner::kIndex) throw Error("The release has too many records for search.");
  const auto number = static_cast<std::uint32_t>(state.kinds.size());
  state.kinds.push_back(static_cast<std::uint8_t>(row.kind));
  const Place name_place = state.add_name(row, number);
  std::vector<Place> rest_places;
  for (const std::string& text : row.rest) {
    const Place place = state.add_rest(text, number);
    if (place != kNoPlace) rest_places.push_back(place);
  }
  SQLite::Statement& insert = state.insert_row;
  insert.bind(1, static_cast<std::int64_t>(number));
  insert.bind(2, static_cast<int>(row.kind));
  insert.bindNoCopy(3, row.id.text);
  insert.bindNoCopy(4, row.name);
  if (name_place == kNoPlace) {
    insert.bind(5);
  } else {
    insert.bind(5, static_cast<std::int64_t>(name_place));
  }
  const Place none = 0;  // an empty blob still wants an address, or it becomes NULL
  insert.bindNoCopy(6, rest_places.empty() ? &none : rest_places.data(), static_cast<int>(rest_places.size() * sizeof(Place)));
  insert.exec();
  insert.reset();
}

void SearchBuilder::finish() {
  State& state = *state_;
  SearchData data;
  data.rows = state.kinds.size();
  data.kinds = std::move(state.kinds);
  data.shared_begin = {0};
  const std::vector<UnitId> final_number = state.units.finish(data);
  state.names.append_to(data, final_number);
  data.names_end = static_cast<Place>(data.text.size());
  state.rest.append_to(data, final_number);
  data.derive();
  sort_orders(data);
  store_common(data, state.common_rows);
  write_search_data(state.db, data);
  state.db.exec("RELEASE search_build");
  state.finished = true;
}

void build_search(SQLite::Database& db, std::span<const SearchRow> rows) {
  SearchBuilder builder(db);
  for (const SearchRow& row : rows) builder.add(row);
  builder.finish();
}

}  // namespace content
