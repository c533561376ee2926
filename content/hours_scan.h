// The words of opening hours, eaten from the front: spelling, times of day, spans.
#pragma once

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "content/model.h"

namespace content::hours {

inline bool is_digit(char c) { return c >= '0' && c <= '9'; }

// One spelling for each thing: half-width, '-' for every dash and 至, ',' between spans, ';' between clauses.
std::string one_spelling(std::string_view text);

// A text that is eaten from the front.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : rest_(text) {}
  bool done() const { return rest_.empty(); }
  bool take(std::string_view word) {
    if (!rest_.starts_with(word)) return false;
    rest_.remove_prefix(word.size());
    return true;
  }
  template <std::size_t N>
  bool take_any(const std::array<std::string_view, N>& words) {
    return std::ranges::any_of(words, [this](std::string_view word) { return take(word); });
  }
  bool sees_digit() const { return !rest_.empty() && is_digit(rest_[0]); }
  // One or two digits.
  std::optional<int> take_number() {
    std::size_t digits = 0;
    int value = 0;
    while (digits < rest_.size() && digits < 3 && rest_[digits] >= '0' && rest_[digits] <= '9') {
      value = value * 10 + (rest_[digits++] - '0');
    }
    if (digits == 0 || digits > 2) return std::nullopt;
    rest_.remove_prefix(digits);
    return value;
  }
  std::string_view rest() const { return rest_; }
  void skip(std::size_t bytes) { rest_.remove_prefix(bytes); }

 private:
  std::string_view rest_;
};

struct ClockTime {
  int minute = 0;  // from midnight; 次日 adds a day
  enum class Half { Unsaid, Morning, Noon, Evening } half = Half::Unsaid;
  bool next_day = false;
};

// 8:30, 早8点, 晚10点半, 次日2:00; nullopt when there is no time here.
std::optional<ClockTime> take_time(Scanner& text);
// 9:00-12:00
std::optional<OpenSpan> take_span(Scanner& text);

}  // namespace content::hours
