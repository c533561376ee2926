// Numbers as the report writes them.
#pragma once

#include <cstdio>
#include <string>

namespace kiosk::lint {

inline std::string number(double value, int decimals = 0) {
  char words[48];
  std::snprintf(words, sizeof words, "%.*f", decimals, value);
  return words;
}

// "25.0 u (9.2 mm)"
inline std::string in_u_and_mm(double u, double mm_per_u) { return number(u, 1) + " u (" + number(u * mm_per_u, 1) + " mm)"; }

}  // namespace kiosk::lint
