#include "content/hours_text.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "content/days.h"
#include "content/utf8.h"

namespace content {
namespace {

constexpr int kMinutesPerDay = 1440;
constexpr int kMinutesPerHalfDay = 720;
constexpr int kMostSpecialDays = 31;  // in one range of dates
constexpr std::array<std::string_view, 7> kWeekdays{"一", "二", "三", "四", "五", "六", "日"};

using Spans = std::vector<OpenSpan>;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Without blanks, but one that parts two numbers stays: 2026-10-2 10:00.
std::string without_loose_blanks(const std::string& text) {
  std::string kept;
  for (const std::string& word : split_any(text, {" ", "\t", "\u00A0"})) {
    if (!kept.empty() && is_digit(kept.back()) && is_digit(word.front())) kept += ' ';
    kept += without_blanks(word);
  }
  return kept;
}

// One spelling for each thing: half-width, '-' for every dash and 至, ',' between spans, ';' between clauses.
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

// A text that is eaten from the front.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : rest_(text) {}
  bool done() const { return rest_.empty(); }
  bool take(std::string_view word) {
    if (!rest_.starts_with(word)) return false;
    rest_.remove_prefix(word.size());
    return true;
  }
  template <std::size_t N>
  bool take_any(const std::array<std::string_view, N>& words) {
    return std::ranges::any_of(words, [this](std::string_view word) { return take(word); });
  }
  bool sees_digit() const { return !rest_.empty() && is_digit(rest_[0]); }
  // One or two digits.
  std::optional<int> take_number() {
    std::size_t digits = 0;
    int value = 0;
    while (digits < rest_.size() && digits < 3 && rest_[digits] >= '0' && rest_[digits] <= '9') {
      value = value * 10 + (rest_[digits++] - '0');
    }
    if (digits == 0 || digits > 2) return std::nullopt;
    rest_.remove_prefix(digits);
    return value;
  }
  std::string_view rest() const { return rest_; }
  void skip(std::size_t bytes) { rest_.remove_prefix(bytes); }

 private:
  std::string_view rest_;
};

struct ClockTime {
  int minute = 0;  // from midnight; 次日 adds a day
  enum class Half { Unsaid, Morning, Noon, Evening } half = Half::Unsaid;
  bool next_day = false;
};

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

// 8:30, 早8点, 晚10点半, 次日2:00; nullopt when there is no time here. A bare number may be anything.
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

std::optional<OpenSpan> take_span(Scanner& text) {
  const auto from = take_time(text);
  if (!from || from->minute >= kMinutesPerDay || !text.take("-")) return std::nullopt;
  const auto to = take_time(text);
  if (!to) return std::nullopt;
  const auto end = end_after(*from, *to);
  if (!end || *end > from->minute + kMinutesPerDay) return std::nullopt;
  return OpenSpan{.from = from->minute, .to = *end};
}

std::optional<int> take_weekday(Scanner& text) {
  for (std::size_t i = 0; i < kWeekdays.size(); ++i) {
    if (text.take(kWeekdays[i])) return static_cast<int>(i);
  }
  return std::nullopt;
}

// The days that a clause speaks about.
struct Days {
  std::vector<int> weekdays;  // 0 = Monday
  std::vector<Day> dates;
  bool any() const { return !weekdays.empty() || !dates.empty(); }
};

void add_range(std::vector<int>& days, int from, int to) {
  for (int day = from;; day = (day + 1) % 7) {
    days.push_back(day);
    if (day == to) return;
  }
}

// 周一-周五 · 周一-五 · 周六,周日 · 周六日
std::optional<Days> take_weekdays(Scanner& text) {
  Days days;
  while (text.take("周")) {
    if (text.take("末")) {
      add_range(days.weekdays, 5, 6);
    } else {
      const auto from = take_weekday(text);
      if (!from) return std::nullopt;
      days.weekdays.push_back(*from);
      Scanner ahead = text;
      if (ahead.take("-") && (ahead.take("周") || true)) {
        if (const auto to = take_weekday(ahead)) {
          days.weekdays.pop_back();
          add_range(days.weekdays, *from, *to);
          text = ahead;
        }
      }
      while (const auto more = take_weekday(text)) days.weekdays.push_back(*more);
    }
    Scanner ahead = text;
    if (ahead.take(",") && ahead.rest().starts_with("周")) text = ahead;
  }
  return days;
}

// A date that starts here: 2026-10-01, 2026.10.1, 2026年10月1日.
std::optional<Day> take_date(Scanner& text) {
  const auto is_part = [](char c) { return (c >= '0' && c <= '9') || c == '-' || c == '.'; };
  if (text.rest().find("年") == 4) {
    const std::size_t end = text.rest().find("日");
    if (end == std::string_view::npos) return std::nullopt;
    const auto day = read_day(text.rest().substr(0, end + std::string_view("日").size()));
    if (day) text.skip(end + std::string_view("日").size());
    return day;
  }
  std::size_t longest = 0;
  while (longest < text.rest().size() && longest < 10 && is_part(text.rest()[longest])) ++longest;
  for (; longest >= 8; --longest) {
    if (const auto day = read_day(text.rest().substr(0, longest))) {
      text.skip(longest);
      return day;
    }
  }
  return std::nullopt;
}

std::optional<Days> take_dates(Scanner& text) {
  Days days;
  const auto first = take_date(text);
  if (!first) return Days{};
  days.dates.push_back(*first);
  Scanner ahead = text;
  if (!ahead.take("-")) return days;
  const auto last = take_date(ahead);
  if (!last || days_between(*first, *last) < 0 || days_between(*first, *last) >= kMostSpecialDays) return std::nullopt;
  for (Day day = add_days(*first, 1); day <= *last; day = add_days(day, 1)) days.dates.push_back(day);
  text = ahead;
  return days;
}

// Who opens when: nothing when the clause names no days, nullopt when it names days that no calendar here knows.
std::optional<Days> take_days(Scanner& text) {
  constexpr std::array<std::string_view, 5> kDaily{"每天", "每日", "天天", "全周", "周一-周日"};
  Days days;
  if (text.take_any(kDaily)) {
    add_range(days.weekdays, 0, 6);
  } else if (text.take("工作日")) {
    add_range(days.weekdays, 0, 4);
  } else if (text.take("双休日")) {
    add_range(days.weekdays, 5, 6);
  } else if (text.rest().starts_with("周")) {
    const auto weekdays = take_weekdays(text);
    if (!weekdays) return std::nullopt;
    days = *weekdays;
  } else if (text.sees_digit()) {
    const auto dates = take_dates(text);
    if (!dates) return std::nullopt;
    days = *dates;
  }
  if (!text.take(":")) text.take(" ");
  return days;
}

bool take_closed(Scanner& text) {
  constexpr std::array<std::string_view, 9> kClosed{"全天休息", "休息", "不",   "店休", "闭店",
                                                    "闭馆",     "关门", "停业", "休"};
  return text.take_any(kClosed);
}

bool take_whole_day(Scanner& text) {
  constexpr std::array<std::string_view, 5> kWholeDay{"全天24小时", "24小时全天", "24小时", "全天", "二十四小时"};
  return text.take_any(kWholeDay);
}

// Promises that say nothing about the clock: they neither add nor spoil anything beside real hours.
bool is_idle_talk(std::string_view clause) {
  constexpr std::array<std::string_view, 8> kIdle{"节假日不休",   "全年无休",       "无休",     "年中无休",
                                                  "节假日不休息", "法定节假日不休", "节日不休", "节假日正常"};
  return std::ranges::find(kIdle, clause) != kIdle.end();
}

// Reads clause after clause; gives up at the first one that it does not understand.
class HoursReader {
 public:
  bool read(std::string_view text) {
    Scanner rest(text);
    while (!rest.done()) {
      if (rest.take(";") || rest.take(",")) continue;
      const std::string_view clause = rest.rest().substr(0, rest.rest().find_first_of(";,"));
      if (is_idle_talk(clause)) {
        rest.skip(clause.size());
      } else if (!read_clause(rest)) {
        return false;
      }
    }
    return understood_ && in_order();
  }
  Hours take() { return std::move(hours_); }

 private:
  bool read_clause(Scanner& text) {
    auto days = take_days(text);
    if (!days) return false;
    const bool continues = !days->any() && current_.any();
    if (!days->any() && !continues) add_range(days->weekdays, 0, 6);
    if (!continues) current_ = *days;
    Spans spans;
    if (!take_closed(text)) {
      if (!take_spans(text, spans)) return false;
    } else if (continues) {
      return false;
    }
    if (!text.done() && !text.rest().starts_with(";") && !text.rest().starts_with(",")) return false;
    store(spans, continues);
    understood_ = true;
    return true;
  }

  static bool take_spans(Scanner& text, Spans& spans) {
    if (take_whole_day(text)) {
      spans.push_back({.from = 0, .to = kMinutesPerDay});
      return true;
    }
    while (true) {
      const auto span = take_span(text);
      if (!span) return false;
      spans.push_back(*span);
      Scanner ahead = text;
      if (!ahead.take(",") && !ahead.take(" ")) return true;
      Scanner probe = ahead;
      if (!take_time(probe) || !probe.rest().starts_with("-")) return true;  // a new clause after the comma
      text = ahead;
    }
  }

  void store(const Spans& spans, bool continues) {
    const auto put = [&](Spans& old) {
      if (!continues) old.clear();
      old.insert(old.end(), spans.begin(), spans.end());
    };
    for (const int day : current_.weekdays) put(hours_.week.at(static_cast<std::size_t>(day)));
    for (const Day day : current_.dates) {
      auto special = std::ranges::find(hours_.special, day, &SpecialDay::day);
      if (special == hours_.special.end())
        special = hours_.special.insert(special, SpecialDay{.day = day, .spans = {}});
      put(special->spans);
    }
  }

  // Sorts; false when two spans of a day overlap.
  bool in_order() {
    const auto sort = [](Spans& spans) {
      std::ranges::sort(spans, {}, &OpenSpan::from);
      return std::ranges::adjacent_find(spans, [](const OpenSpan& a, const OpenSpan& b) { return b.from < a.to; }) ==
             spans.end();
    };
    std::ranges::sort(hours_.special, {}, &SpecialDay::day);
    return std::ranges::all_of(hours_.week, sort) &&
           std::ranges::all_of(hours_.special, [&sort](SpecialDay& special) { return sort(special.spans); });
  }

  Hours hours_;
  Days current_;
  bool understood_ = false;
};

}  // namespace

Hours read_hours_text(std::string_view text) {
  HoursReader reader;
  Hours hours;
  if (reader.read(one_spelling(text))) {
    hours = reader.take();
    hours.known = true;
  } else {
    hours.text = trim(text);
  }
  return hours;
}

}  // namespace content
