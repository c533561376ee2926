#include "tests/content/search_support.h"

#include <algorithm>
#include <set>

#include "content/search_text.h"

namespace search_test {
namespace {

std::filesystem::path make_folder() {
  std::string pattern = (std::filesystem::temp_directory_path() / "search-test-XXXXXX").string();
  if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder can be made");
  return pattern;
}

// Code points to be typed, a blank for everything that is none.
std::u32string to_typed(const std::string& text) {
  std::u32string typed;
  for (const auto& unit : content::fold_text(text, 64)) {
    if (unit.gap && !typed.empty()) typed.push_back(U' ');
    typed.push_back(unit.code_point);
  }
  return typed;
}

// Every way in which people who do not tell these sounds apart write a reading.
std::set<std::string> kind_spellings(const std::string& reading) {
  std::set<std::string> all = {reading};
  const std::pair<std::string, std::string> starts[] = {{"zh", "z"}, {"ch", "c"}, {"sh", "s"}, {"n", "l"}};
  const std::pair<std::string, std::string> ends[] = {{"ang", "an"}, {"eng", "en"}, {"ing", "in"}};
  for (bool grew = true; grew;) {
    std::set<std::string> more = all;
    for (const std::string& one : all) {
      for (const auto& [a, b] : starts) {
        if (one.starts_with(a)) more.insert(b + one.substr(a.size()));
        if (one.starts_with(b) && !one.starts_with(a)) more.insert(a + one.substr(b.size()));
      }
      for (const auto& [a, b] : ends) {
        if (one.ends_with(a)) more.insert(one.substr(0, one.size() - a.size()) + b);
        if (one.ends_with(b)) more.insert(one.substr(0, one.size() - b.size()) + a);
      }
    }
    grew = more.size() > all.size();
    all = std::move(more);
  }
  return all;
}

// How many typed units, from `at` on, one unit spelled `reading` may use up.
std::set<std::size_t> uses(const std::u32string& typed, std::size_t at, const std::string& reading) {
  std::set<std::size_t> next;
  for (std::size_t length = 1; length <= reading.size() && at + length <= typed.size(); ++length) {
    const char32_t letter = static_cast<unsigned char>(reading[length - 1]);
    const bool umlaut = letter == U'v' && typed[at + length - 1] == U'u' && length == 2 && (reading[0] == 'l' || reading[0] == 'n');
    if (typed[at + length - 1] != letter && !umlaut) break;
    const bool end = at + length == typed.size();
    const bool initial = length == 1 || (length == 2 && reading[1] == 'h' && reading.size() > 2);
    if (end || initial || length == reading.size()) next.insert(at + length);
  }
  return next;
}

}  // namespace

Fixture::Fixture(const std::vector<content::SearchRow>& rows, std::uint64_t common_rows)
    : folder_(make_folder()), file_(folder_ / "content.db") {
  SQLite::Database db(file_.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  content::SearchBuilder builder(db, common_rows);
  for (const auto& row : rows) builder.add(row);
  builder.finish();
  index_ = std::make_unique<content::SearchIndex>(file_);
}

Fixture::~Fixture() {
  index_.reset();
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

content::SearchPage Fixture::find(std::string text, std::vector<content::Kind> kinds, std::int64_t offset, int limit,
                                  content::Spelling spelling) {
  return index_->find({.text = std::move(text), .kinds = std::move(kinds), .offset = offset, .limit = limit, .spelling = spelling});
}

std::vector<std::string> Fixture::titles(std::string text, content::Spelling spelling) {
  std::vector<std::string> titles;
  for (const auto& hit : find(std::move(text), {}, 0, 50, spelling).hits) titles.push_back(hit.title);
  return titles;
}

Oracle::Oracle(const std::vector<content::SearchRow>& rows) {
  content::PinyinReader reader;
  for (const auto& row : rows) {
    const auto kind = row.kind == content::Kind::Figure ? content::NameKind::Person : content::NameKind::Other;
    Row made{row.kind, row.id.text, to_text(reader, row.name, kind, row.given_pinyin), {}};
    for (const auto& text : row.rest) made.rest.push_back(to_text(reader, text, content::NameKind::Other, {}));
    rows_.push_back(std::move(made));
  }
}

Oracle::Text Oracle::to_text(content::PinyinReader& reader, const std::string& text, content::NameKind kind,
                             const std::string& given) {
  const std::u32string units = content::code_points(content::fold_text(text, 4000));
  const auto readings = reader.readings(units, kind, given);
  Text made;
  for (std::size_t i = 0; i < units.size(); ++i) {
    std::string reading = readings[i];
    std::erase_if(reading, [](char c) { return c >= '0' && c <= '9'; });
    if (content::is_key(units[i])) reading = std::string(1, static_cast<char>(units[i]));
    if (!reading.empty() && !content::is_key(units[i])) readings_[units[i]].insert(reading);
    made.push_back({units[i], reading});
  }
  return made;
}

bool Oracle::same_character(const Unit& unit, char32_t typed, Ear ear) const {
  if (typed == unit.code_point) return true;
  if (ear == Ear::Strict || unit.reading.empty()) return false;
  const auto found = readings_.find(typed);
  if (found == readings_.end()) return false;
  const std::set<std::string> spellings = kind_spellings(unit.reading);
  return std::any_of(found->second.begin(), found->second.end(), [&](const std::string& reading) { return spellings.contains(reading); });
}

// `reached` holds how much of `typed` may be used up before each unit.
bool Oracle::begins(const Text& text, std::size_t from, const std::u32string& typed, Ear ear) const {
  std::set<std::size_t> reached = {0};
  for (std::size_t i = from; i < text.size() && !reached.empty(); ++i) {
    std::set<std::size_t> next;
    for (std::size_t at : reached) {
      if (typed[at] == U' ') ++at;
      if (same_character(text[i], typed[at], ear)) next.insert(at + 1);
      const std::string& reading = text[i].reading;
      for (const std::string& spelling : ear == Ear::Kind ? kind_spellings(reading) : std::set<std::string>{reading}) {
        next.merge(uses(typed, at, spelling));
      }
    }
    if (next.contains(typed.size())) return true;
    reached = std::move(next);
  }
  return false;
}

bool Oracle::holds(const Text& text, const std::u32string& typed, Ear ear) const {
  for (std::size_t from = 0; from < text.size(); ++from) {
    if (begins(text, from, typed, ear)) return true;
  }
  return false;
}

std::vector<std::string> Oracle::ranked(const std::u32string& typed, const std::vector<content::Kind>& kinds, Ear ear) const {
  std::vector<std::string> ranked[3];
  for (const Row& row : rows_) {
    if (typed.empty() || (!kinds.empty() && std::find(kinds.begin(), kinds.end(), row.kind) == kinds.end())) continue;
    if (begins(row.name, 0, typed, ear)) {
      ranked[0].push_back(row.id);
    } else if (holds(row.name, typed, ear)) {
      ranked[1].push_back(row.id);
    } else if (std::any_of(row.rest.begin(), row.rest.end(), [&](const Text& rest) { return holds(rest, typed, ear); })) {
      ranked[2].push_back(row.id);
    }
  }
  std::vector<std::string> all = std::move(ranked[0]);
  for (const auto& more : {ranked[1], ranked[2]}) all.insert(all.end(), more.begin(), more.end());
  return all;
}

std::vector<std::string> Oracle::find(const std::string& text, const std::vector<content::Kind>& kinds) const {
  return ranked(to_typed(text), kinds, Ear::Strict);
}

std::vector<std::string> Oracle::find_alike(const std::string& text) const {
  const std::u32string typed = to_typed(text);
  const std::vector<std::string> exact = ranked(typed, {}, Ear::Strict);
  std::vector<std::string> alike = ranked(typed, {}, Ear::Kind);
  std::erase_if(alike, [&](const std::string& id) { return std::find(exact.begin(), exact.end(), id) != exact.end(); });
  return alike;
}

}  // namespace search_test
