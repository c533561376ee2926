#include "content/hours_scan.h"

#include <utility>

#include "content/utf8.h"

namespace content::hours {
namespace {

constexpr int kMinutesPerDay = 1440;
constexpr int kMinutesPerHalfDay = 720;

// Without blanks, but one that parts two numbers stays: 2026-10-2 10:00.
std::string without_loose_blanks(const std::string& text) {
  std::string kept;
  for (const std::string& word : split_any(text, {" ", "\t", "\u00A0"})) {
    if (!kept.empty() && is_digit(kept.back()) && is_digit(word.front())) kept += ' ';
    kept += without_blanks(word);
  }
  return kept;
}

ClockTime::Half take_half(Scanner& text) {
  constexpr std::array<std::string_view, 6> kMorning{"早上", "早晨", "清晨", "上午", "凌晨", "早"};
  constexpr std::array<std::string_view, 6> kEvening{"下午", "晚上", "夜里", "傍晚", "夜间", "晚"};
  if (text.take_any(kMorning)) return ClockTime::Half::Morning;
  if (text.take("中午")) return ClockTime::Half::Noon;
  return text.take_any(kEvening) ? ClockTime::Half::Evening : ClockTime::Half::Unsaid;
}

// The minutes after the hour: ":30", "点", "点30分"; nullopt when what follows is no minute.
std::optional<int> take_minutes(Scanner& text, bool bare_hour_is_time) {
  if (text.take(":") || text.take(".")) return text.take_number();
  if (!text.take("点") && !text.take("时")) return bare_hour_is_time ? std::optional(0) : std::nullopt;
  if (!text.sees_digit()) return 0;
  const auto minutes = text.take_number();
  text.take("分");
  return minutes;
}

// The end's minute counted from the first day's midnight. An end before its beginning is the next morning's only where
// nothing else can be meant: 17:00-2:00, but neither 9:00-5:00 nor 上午9:00-5:00.
std::optional<int> end_after(const ClockTime& from, const ClockTime& to) {
  constexpr int kEvening = 15 * 60;
  constexpr int kMorning = 9 * 60;
  if (to.next_day || to.minute > from.minute) {
    const bool same_half = from.half == ClockTime::Half::Evening && to.half == ClockTime::Half::Unsaid;
    if (same_half && !to.next_day && to.minute < kMinutesPerHalfDay) return to.minute + kMinutesPerHalfDay;
    return to.minute;
  }
  if (from.half == ClockTime::Half::Evening && to.half == ClockTime::Half::Unsaid &&
      to.minute + kMinutesPerHalfDay > from.minute) {
    return to.minute + kMinutesPerHalfDay;
  }
  if (from.minute >= kEvening && to.minute <= kMorning) return to.minute + kMinutesPerDay;
  return std::nullopt;
}

}  // namespace

std::string one_spelling(std::string_view text) {
  using Pair = std::pair<std::string_view, std::string_view>;
  constexpr std::array<Pair, 30> kSpellings{
      {{"\r\n", ";"},        {"\n", ";"},       {"\r", ";"},          {"。", ";"},        {"——", "-"},
       {"—", "-"},           {"–", "-"},        {"−", "-"},           {"‐", "-"},         {"~", "-"},
       {"〜", "-"},          {"至", "-"},       {"到", "-"},          {"--", "-"},        {"、", ","},
       {"/", ","},           {"及", ","},       {"和", ","},          {"星期", "周"},     {"礼拜", "周"},
       {"周天", "周日"},     {"点半", ":30"},   {"点整", ":00"},      {"第二天", "次日"}, {"翌日", "次日"},
       {"次日凌晨", "次日"}, {"营业时间:", ""}, {"照常营业", "不休"}, {"营业", ""},       {"∶", ":"}}};
  std::string folded = fold_width(text);
  // A date's slashes are not separators: 2026/10/1 is spelt 2026.10.1 before they are taken for one.
  for (std::size_t i = 1; i + 1 < folded.size(); ++i) {
    if (folded[i] == '/' && is_digit(folded[i - 1]) && is_digit(folded[i + 1])) folded[i] = '.';
  }
  for (const auto& [from, to] : kSpellings) folded = replace_all(std::move(folded), from, to);
  return without_loose_blanks(folded);
}

std::optional<ClockTime> take_time(Scanner& text) {
  using Half = ClockTime::Half;
  ClockTime time;
  time.next_day = text.take("次日");
  time.half = take_half(text);
  const auto hour = text.take_number();
  if (!hour) return std::nullopt;
  const auto minutes = take_minutes(text, time.half != Half::Unsaid);
  if (!minutes || *minutes > 59 || *hour > 48) return std::nullopt;
  time.minute = *hour * 60 + *minutes;
  if (time.half == Half::Evening && *hour == 12) time.minute += kMinutesPerHalfDay;  // 晚12点 is midnight
  if (time.half == Half::Evening && *hour < 12) time.minute += kMinutesPerHalfDay;
  if (time.half == Half::Noon && *hour < 11) time.minute += kMinutesPerHalfDay;
  if (time.next_day) time.minute += kMinutesPerDay;
  return time;
}

std::optional<OpenSpan> take_span(Scanner& text) {
  const auto from = take_time(text);
  if (!from || from->minute >= kMinutesPerDay || !text.take("-")) return std::nullopt;
  const auto to = take_time(text);
  if (!to) return std::nullopt;
  const auto end = end_after(*from, *to);
  if (!end || *end > from->minute + kMinutesPerDay) return std::nullopt;
  return OpenSpan{.from = from->minute, .to = *end};
}

}  // namespace content::hours
