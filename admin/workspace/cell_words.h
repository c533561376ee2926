// A field's value as people read it in a list, a history or a comparison.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "admin/workspace/records.h"

namespace admin {

// One line; empty for a value that is not there. References by their title, offers by their posters' words, hours in words,
// pictures counted ("2 张").
std::string cell_words(const content::Field& field, const nlohmann::json& value, const Records& records);

// The same with all that is there, line by line: what a comparison shows.
std::string full_words(const content::Field& field, const nlohmann::json& value, const Records& records);

// "2026-07-30" → the day as a list shows it: 今天 10:12, 昨天, 7-28, 2025-11-03.
std::string moment_words(std::int64_t at_ms, std::int64_t now_ms);
// "10:25"
std::string clock_words(std::int64_t at_ms);

}  // namespace admin
