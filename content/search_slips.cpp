#include "content/search_slips.h"

#include <array>
#include <cstdlib>
#include <string_view>
#include <utility>

namespace content {
namespace {

constexpr std::size_t kFewest = 3;
constexpr std::size_t kFirstMayBeWrong = 4;
constexpr std::array<std::string_view, 3> kKeys{"qwertyuiop", "asdfghjkl", "zxcvbnm"};

bool is_letter(const QueryUnit& unit) { return unit.code_point >= U'a' && unit.code_point <= U'z'; }

std::pair<int, int> key_place(char letter) {
  for (std::size_t row = 0; row < kKeys.size(); ++row) {
    const std::size_t column = kKeys[row].find(letter);
    if (column != std::string_view::npos) return {static_cast<int>(row), static_cast<int>(column)};
  }
  return {-9, -9};
}

bool are_neighbours(char a, char b) {
  const auto [row_a, column_a] = key_place(a);
  const auto [row_b, column_b] = key_place(b);
  return std::abs(row_a - row_b) <= 1 && std::abs(column_a - column_b) <= 1;
}

bool is_vowel(char letter) { return std::string_view("aeiou").find(letter) != std::string_view::npos; }

class Slipper {
 public:
  explicit Slipper(const std::vector<QueryUnit>& query)
      : query_(query), first_(query.size() < kFirstMayBeWrong ? 1 : 0) {}

  Slips run() {
    for (std::size_t at = first_; at < query_.size(); ++at) {
      swap_with_next(at);
      leave_out(at);
      change(at);
      put_before(at);
    }
    return std::move(slips_);
  }

 private:
  void swap_with_next(std::size_t at) {
    if (at + 1 >= query_.size()) return;
    const QueryUnit& a = query_[at];
    const QueryUnit& b = query_[at + 1];
    if (a.code_point == b.code_point || is_letter(a) != is_letter(b) || (a.key && !is_letter(a))) return;
    std::vector<QueryUnit> changed = query_;
    std::swap(changed[at].code_point, changed[at + 1].code_point);
    slips_.likely.push_back(std::move(changed));
  }

  void leave_out(std::size_t at) {
    if (query_[at].key && !is_letter(query_[at])) return;   // a digit is meant
    std::vector<QueryUnit> changed = query_;
    const bool joined = changed[at].joined;
    changed.erase(changed.begin() + static_cast<std::ptrdiff_t>(at));
    if (at < changed.size()) changed[at].joined = changed[at].joined && joined;
    slips_.likely.push_back(std::move(changed));
  }

  void change(std::size_t at) {
    if (!is_letter(query_[at])) return;
    const char typed = static_cast<char>(query_[at].code_point);
    for (char letter = 'a'; letter <= 'z'; ++letter) {
      if (letter == typed) continue;
      std::vector<QueryUnit> changed = query_;
      changed[at].code_point = static_cast<unsigned char>(letter);
      (are_neighbours(typed, letter) ? slips_.likely : slips_.others).push_back(std::move(changed));
    }
  }

  // What is typed behind the last letter would only narrow the search.
  void put_before(std::size_t at) {
    if (!is_letter(query_[at])) return;
    for (char letter = 'a'; letter <= 'z'; ++letter) {
      std::vector<QueryUnit> changed = query_;
      const QueryUnit added{.code_point = static_cast<char32_t>(static_cast<unsigned char>(letter)), .key = true, .joined = query_[at].joined};
      changed[at].joined = true;
      changed.insert(changed.begin() + static_cast<std::ptrdiff_t>(at), added);
      (is_vowel(letter) ? slips_.likely : slips_.others).push_back(std::move(changed));
    }
  }

  const std::vector<QueryUnit>& query_;
  std::size_t first_;   // letters before it are right
  Slips slips_;
};

}  // namespace

Slips slips(const std::vector<QueryUnit>& query) {
  if (query.size() < kFewest) return {};
  return Slipper(query).run();
}

}  // namespace content
