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

content::SearchPage Fixture::find(std::string text, std::vector<content::Kind> kinds, std::int64_t offset, int limit) {
  return index_->find({.text = std::move(text), .kinds = std::move(kinds), .offset = offset, .limit = limit});
}

std::vector<std::string> Fixture::titles(std::string text) {
  std::vector<std::string> titles;
  for (const auto& hit : find(std::move(text)).hits) titles.push_back(hit.title);
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
    made.push_back({units[i], reading});
  }
  return made;
}

// `reached` holds how much of `typed` may be used up before each unit.
bool Oracle::begins(const Text& text, std::size_t from, const std::u32string& typed) {
  std::set<std::size_t> reached = {0};
  for (std::size_t i = from; i < text.size() && !reached.empty(); ++i) {
    std::set<std::size_t> next;
    for (std::size_t at : reached) {
      if (typed[at] == U' ') ++at;
      const std::string& reading = text[i].reading;
      if (typed[at] == text[i].code_point) next.insert(at + 1);
      for (std::size_t length = 1; length <= reading.size() && at + length <= typed.size(); ++length) {
        const char32_t letter = static_cast<unsigned char>(reading[length - 1]);
        const bool umlaut = letter == U'v' && typed[at + length - 1] == U'u' && length == 2 &&
                            (reading[0] == 'l' || reading[0] == 'n');
        if (typed[at + length - 1] != letter && !umlaut) break;
        const bool end = at + length == typed.size();
        const bool initial = length == 1 || (length == 2 && reading[1] == 'h' && reading.size() > 2);
        if (end || initial || length == reading.size()) next.insert(at + length);
      }
    }
    if (next.contains(typed.size())) return true;
    reached = std::move(next);
  }
  return false;
}

bool Oracle::holds(const Text& text, const std::u32string& typed) {
  for (std::size_t from = 0; from < text.size(); ++from) {
    if (begins(text, from, typed)) return true;
  }
  return false;
}

std::vector<std::string> Oracle::find(const std::string& text, const std::vector<content::Kind>& kinds) const {
  const std::u32string typed = to_typed(text);
  std::vector<std::string> ranked[3];
  for (const Row& row : rows_) {
    if (typed.empty() || (!kinds.empty() && std::find(kinds.begin(), kinds.end(), row.kind) == kinds.end())) continue;
    if (begins(row.name, 0, typed)) {
      ranked[0].push_back(row.id);
    } else if (holds(row.name, typed)) {
      ranked[1].push_back(row.id);
    } else if (std::any_of(row.rest.begin(), row.rest.end(), [&](const Text& rest) { return holds(rest, typed); })) {
      ranked[2].push_back(row.id);
    }
  }
  std::vector<std::string> all = std::move(ranked[0]);
  for (const auto& more : {ranked[1], ranked[2]}) all.insert(all.end(), more.begin(), more.end());
  return all;
}

}  // namespace search_test
