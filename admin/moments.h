// Times of the office's records as people read them.
#pragma once

#include <cstdint>
#include <string>

namespace admin {

// Milliseconds since 1970 UTC to "2026-07-30 10:26", in the city's time (Asia/Shanghai, UTC+8 all year).
std::string moment_words(std::int64_t milliseconds);

}  // namespace admin
