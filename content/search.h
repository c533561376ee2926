// Search over one release: characters, full pinyin, initials and mixtures of them, without typing skill.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
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
  std::vector<Hit> hits;   // ranked: name start, name, rest; ties nearest first (see prefer()), then by pinyin order
  std::int64_t total = 0;  // exact number of hits
};

// How far what was typed may lie from what is written.
enum class Spelling {
  Exact,
  Alike,  // zh z, ch c, sh s, n l, ang an, eng en, ing in sound the same; a character may be any other of its reading
  Slip,   // one letter wrong, missing, too many, or swapped with its neighbour; the first of fewer than four is right
};

struct SearchQuery {
  std::string text;          // what the visitor typed: 和平, heping, hpl, 和pl, 12
  std::vector<Kind> kinds;   // empty = every kind that is indexed
  std::int64_t offset = 0;
  int limit = 50;            // 1–200
  Spelling spelling = Spelling::Exact;  // Alike and Slip find only what no stricter spelling finds
};

// Something like it that does find.
struct Loosened {
  std::string text;
  std::int64_t total = 0;  // its exact hits, never 0
};

// One connection to one release's content.db; one thread at a time. find() answers in well under a millisecond at a
// million merchants (tests/bench). Throws Error when the database cannot be opened or read.
class SearchIndex {
 public:
  explicit SearchIndex(const std::filesystem::path& content_db);
  ~SearchIndex();
  SearchIndex(SearchIndex&&) noexcept;
  SearchIndex& operator=(SearchIndex&&) noexcept;

  // Exact spelling keeps to that time; Alike and Slip take some milliseconds more. The same text asked again, for other
  // kinds or another page, is answered from what was found.
  SearchPage find(const SearchQuery& query);

  // For a text that finds nothing: its longest beginning and its longest end that find something. Up to two, or none.
  std::vector<Loosened> loosen(const std::string& text);

  // These records are left out of hits and counts from now on: what may not be shown today. Unknown ones are ignored.
  void hide(std::span<const RecordId> records);
  // Among hits of one rank these come first from now on, in this order.
  void prefer(std::span<const RecordId> nearest_first);

  // Drops all that was typed.
  void forget();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace content
