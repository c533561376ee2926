// Release databases for search tests, in a folder that goes away, and a slow second opinion on what is a hit.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "content/pinyin.h"
#include "content/search.h"
#include "content/search_build.h"

namespace search_test {

class Fixture {
 public:
  explicit Fixture(const std::vector<content::SearchRow>& rows, std::uint64_t common_rows = content::kCommonRows);
  ~Fixture();
  Fixture(const Fixture&) = delete;
  Fixture& operator=(const Fixture&) = delete;

  content::SearchPage find(std::string text, std::vector<content::Kind> kinds = {}, std::int64_t offset = 0,
                           int limit = 50, content::Spelling spelling = content::Spelling::Exact);
  std::vector<std::string> titles(std::string text, content::Spelling spelling = content::Spelling::Exact);
  content::SearchIndex& index() { return *index_; }
  const std::filesystem::path& file() const { return file_; }

 private:
  std::filesystem::path folder_;
  std::filesystem::path file_;
  std::unique_ptr<content::SearchIndex> index_;
};

// Compares with every text of every row, by following all typed positions at once.
class Oracle {
 public:
  explicit Oracle(const std::vector<content::SearchRow>& rows);

  // Ids of all hits, in order.
  std::vector<std::string> find(const std::string& typed, const std::vector<content::Kind>& kinds) const;
  // Ids of all that sound alike, without those that are spelled so; in order.
  std::vector<std::string> find_alike(const std::string& typed) const;

 private:
  struct Unit {
    char32_t code_point;
    std::string reading;
  };
  using Text = std::vector<Unit>;
  struct Row {
    content::Kind kind;
    std::string id;
    Text name;
    std::vector<Text> rest;
  };

  enum class Ear { Strict, Kind };
  bool begins(const Text& text, std::size_t from, const std::u32string& typed, Ear ear) const;
  bool holds(const Text& text, const std::u32string& typed, Ear ear) const;
  bool same_character(const Unit& unit, char32_t typed, Ear ear) const;
  std::vector<std::string> ranked(const std::u32string& typed, const std::vector<content::Kind>& kinds, Ear ear) const;
  Text to_text(content::PinyinReader& reader, const std::string& text, content::NameKind kind, const std::string& given);

  std::vector<Row> rows_;
  std::map<char32_t, std::set<std::string>> readings_;  // of all characters that occur
};

}  // namespace search_test
