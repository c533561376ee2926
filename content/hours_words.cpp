// Hours as words: days with the same spans are said together.
#include <algorithm>
#include <utility>
#include <vector>

#include "content/days.h"
#include "content/hours_text.h"

namespace content {
namespace {

constexpr int kMinutesPerDay = 1440;
constexpr std::array<std::string_view, 7> kDaysZh{"周一", "周二", "周三", "周四", "周五", "周六", "周日"};
constexpr std::array<std::string_view, 7> kDaysEn{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};

using Spans = std::vector<OpenSpan>;

// The words of one language.
struct Vocabulary {
  const std::array<std::string_view, 7>& days;
  std::string_view daily;
  std::string_view day_range;  // between the ends of a run of days
  std::string_view day_comma;
  std::string_view span_comma;
  std::string_view clause_end;
  std::string_view closed;  // with its leading blank, if it has one
  std::string_view whole_day;
  std::string (*minute)(int);
};

constexpr Vocabulary kZh{kDaysZh, "每天", "至", "、", "、", "；", "休息", "24 小时", minute_words_zh};
constexpr Vocabulary kEn{kDaysEn, "Daily", "–", ", ", ", ", "; ", " closed", "24 hours", minute_words_en};

bool same(const Spans& a, const Spans& b) {
  return std::ranges::equal(a, b,
                            [](const OpenSpan& x, const OpenSpan& y) { return x.from == y.from && x.to == y.to; });
}

std::string clock(int minute) {
  const std::string minutes = std::to_string(minute % 60);
  return std::to_string(minute / 60) + ":" + (minutes.size() < 2 ? "0" : "") + minutes;
}

std::string spans_words(const Spans& spans, const Vocabulary& words) {
  if (spans.empty()) return std::string(words.closed);
  if (spans.size() == 1 && spans.front().from == 0 && spans.front().to == kMinutesPerDay)
    return " " + std::string(words.whole_day);
  std::string text;
  for (const OpenSpan& span : spans) {
    text += text.empty() ? " " : std::string(words.span_comma);
    text += words.minute(span.from) + " – " + words.minute(span.to);
  }
  return text;
}

// 周一至周五、周日
std::string days_words(const std::vector<std::size_t>& days, const Vocabulary& words) {
  if (days.size() == 7) return std::string(words.daily);
  std::string text;
  for (std::size_t i = 0; i < days.size();) {
    std::size_t run = i;
    while (run + 1 < days.size() && days[run + 1] == days[run] + 1) ++run;
    if (!text.empty()) text += words.day_comma;
    text += words.days.at(days[i]);
    if (run >= i + 2) {
      text += std::string(words.day_range) + std::string(words.days.at(days[run]));
    } else if (run == i + 1) {
      text += std::string(words.day_comma) + std::string(words.days.at(days[run]));
    }
    i = run + 1;
  }
  return text;
}

std::string hours_words(const Hours& hours, const Vocabulary& words) {
  if (!hours.known) return hours.text;
  std::vector<std::pair<Spans, std::vector<std::size_t>>> groups;
  for (std::size_t day = 0; day < hours.week.size(); ++day) {
    const auto group =
        std::ranges::find_if(groups, [&](const auto& known) { return same(known.first, hours.week[day]); });
    if (group == groups.end()) {
      groups.push_back({hours.week[day], {day}});
    } else {
      group->second.push_back(day);
    }
  }
  std::string text;
  const auto add = [&](const std::string& clause) {
    text += (text.empty() ? "" : std::string(words.clause_end)) + clause;
  };
  for (const auto& [spans, days] : groups) add(days_words(days, words) + spans_words(spans, words));
  for (const SpecialDay& special : hours.special) {
    add(day_to_iso(special.day) + (special.spans.empty() && words.closed.front() != ' ' ? " " : "") +
        spans_words(special.spans, words));
  }
  return text;
}

}  // namespace

std::string minute_words_zh(int minute) {
  return minute > kMinutesPerDay ? "次日 " + clock(minute - kMinutesPerDay) : clock(minute);
}

std::string minute_words_en(int minute) {
  return minute > kMinutesPerDay ? clock(minute - kMinutesPerDay) + " (next day)" : clock(minute);
}

std::string hours_words_zh(const Hours& hours) { return hours_words(hours, kZh); }
std::string hours_words_en(const Hours& hours) { return hours_words(hours, kEn); }

}  // namespace content
