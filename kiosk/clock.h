// The city's wall clock, kept sane: a dead battery or a set-back clock must not bring expired content back, a clock forty
// years ahead must not empty the screen.
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>

#include "content/model.h"

namespace kiosk {

using UtcSeconds = std::chrono::sys_seconds;

// How far behind a release's making the clock may believably run ahead.
inline constexpr std::chrono::years kLongestShelfLife{5};

// The time to go by. `system`: what the machine says; `highest`: the latest believable time ever seen; `made`: when the
// release on screen was made, if known. A clock behind either of those stands at the later one; a time more than
// kLongestShelfLife after `made` is not believed, neither the machine's nor the one remembered.
UtcSeconds sane_time(UtcSeconds system, std::optional<UtcSeconds> highest, std::optional<UtcSeconds> made);

// Minutes of the city's clock (Asia/Shanghai is UTC+8 all year).
content::LocalMinute city_minute(UtcSeconds time);
UtcSeconds utc_of(content::LocalMinute minute);

// A release is not shown from its best-before on; without one it is never over.
inline bool is_over(std::optional<UtcSeconds> best_before, UtcSeconds now) { return best_before && now >= *best_before; }

// "2026-07-30T02:26:00Z"; nullopt when the text is not of that form.
std::optional<UtcSeconds> parse_utc(std::string_view text);

// The latest time ever seen, in a file of the state folder: one number, seconds since 1970. A missing or damaged file
// reads as nullopt; a disk that cannot be written costs the memory, nothing else.
std::optional<UtcSeconds> read_highest_time(const std::filesystem::path& file);
void write_highest_time(const std::filesystem::path& file, UtcSeconds time) noexcept;

}  // namespace kiosk
