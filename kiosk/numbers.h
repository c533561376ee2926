// Numbers as people read them.
#pragma once

#include <cstdint>
#include <string>

namespace kiosk {

// 12846 → "12,846".
std::string grouped(std::int64_t number);

// Money without its sign: 5800 → "58", 3980 → "39.8", 1205 → "12.05".
std::string yuan_words(std::int64_t fen);

}  // namespace kiosk
