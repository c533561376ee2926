// What a clerk types into a field, read as the value that is meant. All take full-width characters and blanks as they come.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "content/model.h"

namespace admin {

// 2026-08-01, 2026年8月1日, 20260801 · without a year the next such day from `today` on: 8月1日, 8-1, 8/1, 8.1, 0801 · 今天, 明天,
// 后天, 月底, 年底. Nullopt: nothing of these, or a day that no month has.
std::optional<content::Day> read_typed_day(std::string_view typed, content::Day today);

// "12", "１２", "1,200", "12 家"; nullopt: not a whole number.
std::optional<std::int64_t> read_typed_number(std::string_view typed);
// "0.25", "25%"; "108.94°".
std::optional<double> read_typed_real(std::string_view typed);
// Whole fen: "39.8", "39.80 元", "¥39.8", "1,200".
std::optional<std::int64_t> read_typed_money(std::string_view typed);
// "39.8", "128": as short as it can be said.
std::string money_words(std::int64_t fen);
// At most six decimals, no zeros at the end.
std::string real_words(double value);
// "8e1719", "#8E1719", "＃8e1719" → "#8E1719".
std::optional<std::string> read_typed_colour(std::string_view typed);

}  // namespace admin
