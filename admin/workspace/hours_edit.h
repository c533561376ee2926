// Opening hours under a clerk's hands: spans typed and dragged, overlaps found and merged, days copied. No drawing.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/model.h"

namespace admin {

using Spans = std::vector<content::OpenSpan>;

// "6:30-14:00", "6：30 至 14:00", "9-12,14-18", "全天", "17:00–次日2:00"; "休息" gives none. Nullopt: not understood.
std::optional<Spans> read_spans(std::string_view typed);
// "6:30 – 14:00"
std::string span_words(const content::OpenSpan& span);
// All of a day: "6:30 – 14:00、16:30 – 21:30", "24 小时", "休息".
std::string spans_words(const Spans& spans);

// Two spans of a day that share minutes, in the order of the clock.
struct Overlap {
  std::size_t first = 0;    // places in the day's spans
  std::size_t second = 0;
  content::OpenSpan both;   // the minutes written twice
  content::OpenSpan merged; // one span instead of the two
};
std::optional<Overlap> find_overlap(const Spans& spans);
// "13:30 到 14:00 写了两遍。"
std::string overlap_words(const Overlap& overlap);
// The two become one; the others stay. Sorted by the clock.
Spans merged(const Spans& spans, const Overlap& overlap);
// By the clock, none empty.
Spans sorted(Spans spans);

// Monday's hours on Tuesday to Friday.
void copy_monday(content::Hours& hours);
void open_all_day(content::Hours& hours);    // 24 小时, every day
// What a day that is opened again begins with: the day before it that is open, else 9:00 – 18:00.
Spans usual_spans(const content::Hours& hours, std::size_t day);

// An end of a span is moved to `minute`, by quarters of an hour; the other end and midnight limit it.
content::OpenSpan drag_end(content::OpenSpan span, bool end, int minute);

}  // namespace admin
