// Opening hours: words ⇄ Hours.
#pragma once

#include <string>
#include <string_view>

#include "content/model.h"

namespace content {

// Reads what offices write: 每天 6:30-21:30 · 周一至周五 9:00-12:00,14:00-18:00；周六 9:00-17:00；周日休息 ·
// 早8点至晚10点 · 24小时 · ０９：００—２１：３０ · 17:00-次日2:00 · 2026-10-01 休息. What it cannot read is kept as
// text: known = false. Empty text gives Hours with known = false and no text.
Hours read_hours_text(std::string_view text);

// Words that read_hours_text() reads back to the same hours: "每天 6:30 – 21:30", "周一至周五
// 9:00 – 12:00、14:00 – 18:00；周日休息".
std::string hours_words_zh(const Hours& hours);
// "Daily 6:30 – 21:30"
std::string hours_words_en(const Hours& hours);

// "6:30", "24:00", past midnight "次日 2:00" / "2:00 (next day)".
std::string minute_words_zh(int minute);
std::string minute_words_en(int minute);

}  // namespace content
