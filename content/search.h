// Search over one release: characters, full pinyin, initials and mixtures of them, without typing skill.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "content/model.h"

namespace content {

// Byte range of the hit in Hit::title or Hit::detail: [begin, end).
struct Mark {
  std::size_t begin = 0;
  std::size_t end = 0;
};

struct Hit {
  Kind kind = Kind::Merchant;
  RecordId id;
  std::string title;           // the record's name
  std::vector<Mark> marks;     // in title; empty when the hit lies elsewhere
  std::string detail;          // the text in which the hit lies (address, offer, category …) when not in the title
  std::vector<Mark> detail_marks;
};

struct SearchPage {
  std::vector<Hit> hits;   // ranked: name start, name, rest; ties by pinyin order
  std::int64_t total = 0;  // exact number of hits
};

struct SearchQuery {
  std::string text;          // what the visitor typed: 和平, heping, hpl, 和pl, 12
  std::vector<Kind> kinds;   // empty = every kind that is indexed
  std::int64_t offset = 0;
  int limit = 50;            // 1–200
};

// One connection to one release's content.db; one thread at a time. find() answers in well under a millisecond at a
// million merchants (tests/bench). Throws Error when the database cannot be opened or read.
class SearchIndex {
 public:
  explicit SearchIndex(const std::filesystem::path& content_db);
  ~SearchIndex();
  SearchIndex(SearchIndex&&) noexcept;
  SearchIndex& operator=(SearchIndex&&) noexcept;

  SearchPage find(const SearchQuery& query);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace content
