// Passwords of the office tool: kept as argon2id hashes only (libsodium's crypto_pwhash, RFC 9106).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "content/language.h"

namespace content {

// How much work a hash is. Moderate: libsodium's own limits, 256 MB and about a second; Least is for tests.
enum class PasswordCost { Moderate, Least };

inline constexpr std::size_t kShortestPassword = 8;   // characters
inline constexpr std::size_t kLongestPassword = 128;

// What is wrong with a new password for this person: too short, too long, the name itself, one character or a row of keys
// only, one of the well-known ones. nullopt = it may be taken.
std::optional<Text> password_fault(std::string_view password, std::string_view name);

// The hash as text, with its salt and limits. Throws Error when there is no memory for it.
std::string hash_password(std::string_view password, PasswordCost cost);
// Throws Error when there is no memory to find out.
bool password_agrees(std::string_view password, const std::string& hash);

}  // namespace content
