#include "content/hours_text.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "content/days.h"
#include "content/hours_scan.h"
#include "content/utf8.h"

namespace content {
namespace {

using hours::Scanner;
using hours::take_span;
using hours::take_time;

constexpr int kMinutesPerDay = 1440;
constexpr int kMostSpecialDays = 31;  // in one range of dates
constexpr std::array<std::string_view, 7> kWeekdays{"一", "二", "三", "四", "五", "六", "日"};

using Spans = std::vector<OpenSpan>;

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
  Hours result;
  if (reader.read(hours::one_spelling(text))) {
    result = reader.take();
    result.known = true;
  } else {
    result.text = trim(text);
  }
  return result;
}

}  // namespace content
