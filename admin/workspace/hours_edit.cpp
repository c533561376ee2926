#include "admin/workspace/hours_edit.h"

#include <algorithm>

#include "content/hours_text.h"
#include "content/utf8.h"

namespace admin {

namespace {

using content::Hours;
using content::OpenSpan;

constexpr int kDay = 1440;
constexpr int kSnap = 15;
constexpr int kLatest = 2 * kDay - kSnap;

bool whole_day(const Spans& spans) { return spans.size() == 1 && spans.front().from == 0 && spans.front().to == kDay; }

}  // namespace

std::optional<Spans> read_spans(std::string_view typed) {
  const std::string text = content::without_blanks(content::fold_width(typed));
  if (text.empty()) return std::nullopt;
  if (text == "休息" || text == "不营业" || text == "关门") return Spans{};
  // The reader of whole weeks wants minutes: 9-12 means 9:00-12:00.
  std::string clocks;
  for (std::size_t i = 0; i < text.size();) {
    if (text[i] < '0' || text[i] > '9') {
      clocks += text[i++];
      continue;
    }
    std::size_t end = i;
    while (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
    const std::string digits = text.substr(i, end - i);
    const bool bare = (end == text.size() || text[end] == '-' || text[end] == ',' || text.substr(end, 3) == "、" || text.substr(end, 3) == "至" ||
                       text.substr(end, 3) == "–" || text.substr(end, 3) == "—" || text.substr(end, 3) == "到") &&
                      (i == 0 || (text[i - 1] != ':' && text[i - 1] != '.'));
    if (bare && digits.size() <= 2) clocks += digits + ":00";
    else if (bare && (digits.size() == 3 || digits.size() == 4)) clocks += digits.substr(0, digits.size() - 2) + ":" + digits.substr(digits.size() - 2);
    else clocks += digits;
    i = end;
  }
  const Hours hours = content::read_hours_text("每天" + clocks);
  if (!hours.known || !hours.special.empty()) return std::nullopt;
  return hours.week[0];
}

std::string span_words(const OpenSpan& span) { return content::minute_words_zh(span.from) + " – " + content::minute_words_zh(span.to); }

std::string spans_words(const Spans& spans) {
  if (spans.empty()) return "休息";
  if (whole_day(spans)) return "24 小时";
  std::string words;
  for (const OpenSpan& span : spans) words += (words.empty() ? "" : "、") + span_words(span);
  return words;
}

std::optional<Overlap> find_overlap(const Spans& spans) {
  std::vector<std::size_t> order(spans.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) { return spans[a].from < spans[b].from; });
  for (std::size_t i = 0; i + 1 < order.size(); ++i) {
    const OpenSpan& early = spans[order[i]];
    const OpenSpan& late = spans[order[i + 1]];
    if (late.from >= early.to) continue;
    return Overlap{order[i], order[i + 1], {late.from, std::min(early.to, late.to)}, {early.from, std::max(early.to, late.to)}};
  }
  return std::nullopt;
}

std::string overlap_words(const Overlap& overlap) {
  return content::minute_words_zh(overlap.both.from) + " 到 " + content::minute_words_zh(overlap.both.to) + " 写了两遍。";
}

Spans merged(const Spans& spans, const Overlap& overlap) {
  Spans result;
  for (std::size_t i = 0; i < spans.size(); ++i) {
    if (i != overlap.first && i != overlap.second) result.push_back(spans[i]);
  }
  result.push_back(overlap.merged);
  return sorted(std::move(result));
}

Spans sorted(Spans spans) {
  std::erase_if(spans, [](const OpenSpan& span) { return span.to <= span.from; });
  std::ranges::stable_sort(spans, {}, &OpenSpan::from);
  return spans;
}

void copy_monday(Hours& hours) {
  for (std::size_t day = 1; day < 5; ++day) hours.week.at(day) = hours.week[0];
  hours.known = true;
}

void open_all_day(Hours& hours) {
  for (Spans& spans : hours.week) spans = {{0, kDay}};
  hours.known = true;
}

Spans usual_spans(const Hours& hours, std::size_t day) {
  for (std::size_t back = 1; back < hours.week.size(); ++back) {
    const Spans& spans = hours.week.at((day + hours.week.size() - back) % hours.week.size());
    if (!spans.empty()) return spans;
  }
  return {{9 * 60, 18 * 60}};
}

OpenSpan drag_end(OpenSpan span, bool end, int minute) {
  const int snapped = (minute + kSnap / 2) / kSnap * kSnap;
  if (end) span.to = std::clamp(snapped, span.from + kSnap, std::min(kLatest, span.from + kDay));
  else span.from = std::clamp(snapped, std::max(0, span.to - kDay), std::min(kDay - kSnap, span.to - kSnap));
  return span;
}

}  // namespace admin
