#include "kiosk/numbers.h"

namespace kiosk {

std::string grouped(std::int64_t number) {
  std::string digits = std::to_string(number);
  const std::size_t sign = number < 0 ? 1 : 0;
  for (std::size_t at = digits.size(); at > sign + 3;) {
    at -= 3;
    digits.insert(at, ",");
  }
  return digits;
}

std::string yuan_words(std::int64_t fen) {
  std::string words = grouped(fen / 100);
  const std::int64_t rest = fen % 100;
  if (rest == 0) return words;
  words += '.';
  words += std::to_string(rest / 10);
  if (rest % 10 != 0) words += std::to_string(rest % 10);
  return words;
}

}  // namespace kiosk
