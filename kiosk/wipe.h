// What a visitor typed is wiped, not just freed. Three parts: the kiosk's program wipes all memory as it frees it (wiping_memory.cpp);
// what lives on is wiped by wipe(); what calls left behind on a thread's stack by wipe_stack().
#pragma once

#include <string>

namespace kiosk {

// Empty afterwards, and nothing of it left in the room it had.
void wipe(std::string& text) noexcept;

// Zeroes what calls of this thread, now over, left below the caller: 256 KB.
void wipe_stack() noexcept;

}  // namespace kiosk
