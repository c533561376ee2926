#include "admin/editors/hours_editor.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "admin/desk/button.h"
#include "admin/desk/choice.h"
#include "content/days.h"
#include "content/error.h"
#include "content/hours_text.h"
#include "content/read_model.h"
#include "content/schedule.h"
#include "content/utf8.h"
#include "content/write_model.h"
#include "kiosk/merchant_words.h"

namespace admin::editors {

namespace {

namespace color = desk::color;
namespace size = desk::size;

constexpr std::array<std::string_view, 7> kDays{"周一", "周二", "周三", "周四", "周五", "周六", "周日"};
constexpr float kRow = 46;
constexpr float kBox = 104;
constexpr float kAxisWords = 18;
constexpr float kMostAxis = 480;
constexpr float kGap = 8;
constexpr float kSwitch = 52;

content::Hours hours_of(const nlohmann::json& value) {
  try {
    return value.is_object() ? content::read_hours(value) : content::Hours{};
  } catch (const content::Error&) {
    return {};
  }
}

content::LocalMinute minute_now(const Work& work) {
  constexpr std::int64_t kChina = 8LL * 3600 * 1000;   // the city's zone has no summer time
  return content::LocalMinute(std::chrono::minutes((work.desk.office().now_ms() + kChina) / 60000));
}

bool any_open(const content::Hours& hours) {
  return std::ranges::any_of(hours.week, [](const Spans& spans) { return !spans.empty(); }) || !hours.special.empty();
}

}  // namespace

FieldEdit edit_hours(Work& work) {
  auto* part = dynamic_cast<HoursPart*>(work.memory.part.get());
  if (part == nullptr) {
    work.memory.part = std::make_unique<HoursPart>();
    part = static_cast<HoursPart*>(work.memory.part.get());
  }
  return part->edit(work);
}

FieldEdit HoursPart::edit(Work& work) {
  hours_ = hours_of(work.value);
  changed_ = left_ = active_ = gained_ = false;
  ui::Rect row{work.area.x, work.area.y, work.area.w, 0};
  const auto down = [&row](float height) { row.y += height; };
  down(draw_head(work, row));
  down(draw_line(work, row));
  if (hours_.known || hours_.text.empty()) {
    down(kAxisWords);
    for (std::size_t day = 0; day < kDays.size(); ++day) down(draw_day(work, row, day));
    down(draw_special(work, row));
    down(draw_held(work, row.origin(), row.w, work.item + " 特别的日子"));
    down(draw_now(work, row));
  }
  FieldEdit edit{.left = left_, .active = active_ || grip_.has_value(), .gained = gained_};
  if (changed_) {
    if (hours_.known && !any_open(hours_)) hours_ = {};
    edit.changed = put(work.value, content::write_hours(hours_));
  }
  edit.height = row.y - work.area.y;
  return edit;
}

void HoursPart::set_known() {
  hours_.known = true;
  hours_.text.clear();
  changed_ = true;
}

float HoursPart::draw_head(Work& work, ui::Rect row) {
  row.h = 34;
  desk::Desk& desk = work.desk;
  float x = row.x + desk.canvas().text(row, work.field.zh, desk::bold(size::kPanelTitle));
  if (work.field.required) x += 2 + desk.canvas().text({x + 2, row.y, 10, row.h}, "*", desk::bold(size::kSecond, color::kError));
  if (!work.enabled()) return row.h + 4;
  float right = row.right() + 4;
  const desk::ButtonLook quiet{.kind = desk::ButtonKind::Quiet};
  if (desk::button_from_right(desk, "24 小时", right, row.y, quiet, row.h)) open_all_day(hours_), set_known(), left_ = true;
  if (desk::button_from_right(desk, "周一填到周五", right, row.y, quiet, row.h)) copy_monday(hours_), set_known(), left_ = true;
  return row.h + 4;
}

// "周一至周五 9:00–12:00, 14:00–18:00" in one line: what offices have in their tables.
float HoursPart::draw_line(Work& work, ui::Rect row) {
  // A sentence that was half written when the window went away is read as if it had been left.
  recall(line_, work.context.held, work.item);
  if (std::exchange(line_.unread, false)) {
    keep_held({}, work.context.held, work.item, true);
    hours_ = content::read_hours_text(line_.text);
    changed_ = left_ = true;
  }
  if (!line_.writing) line_.text = hours_.known ? content::hours_words_zh(hours_) : hours_.text;
  desk::FieldFrame frame{.help = "写一句话也行：周一至周五 9:00–12:00, 14:00–18:00；周日休息", .enabled = work.enabled()};
  if (!hours_.known && !hours_.text.empty() && !line_.writing) {
    frame.state = desk::FieldState::Warn;
    frame.sentence = "没看懂，屏上会照原文写出来，但算不出是否营业。可以写成：周一至周五 9:00–12:00, 14:00–18:00";
  } else if (hours_.known) {
    frame.help = {};
  }
  // An overlap is told at its day, with a way to mend it.
  const bool told = std::ranges::any_of(hours_.week, [](const Spans& spans) { return find_overlap(spans).has_value(); });
  if (!work.sentence.empty() && !told) frame.sentence = work.sentence, frame.state = desk::FieldState::Error;
  const desk::TextField field = desk::text_field(work.desk, row, line_.text, {.frame = frame, .item = work.item, .hint = "每天 6:30–21:30"});
  active_ = active_ || field.edit.active;
  gained_ = gained_ || field.edit.gained;
  if (field.edit.gained) line_.writing = true, line_edited_ = false;
  if (field.edit.changed) line_edited_ = true;
  keep_held(line_, work.context.held, work.item, !line_edited_ || !field.edit.active);
  if (line_.writing && (field.edit.lost || field.edit.entered || !field.edit.active)) {
    line_.writing = field.edit.active;
    left_ = true;
    // Words that nobody touched are not read again: they may say less than the hours do.
    if (!std::exchange(line_edited_, false)) return field.height + 10;
    const content::Hours read = content::read_hours_text(line_.text);
    if (content::write_hours(read) != content::write_hours(hours_)) {
      hours_ = read;
      changed_ = true;
    }
  }
  return field.height + 10;
}

float HoursPart::draw_day(Work& work, ui::Rect row, std::size_t day) {
  desk::Desk& desk = work.desk;
  ui::Canvas& canvas = desk.canvas();
  row.h = kRow;
  const Spans& spans = hours_.week.at(day);
  const auto today = static_cast<std::size_t>(content::weekday_of(work.today()));
  if (day == today) canvas.fill(row.inset(-8, 0), color::kHover);
  canvas.text(row.left(52), kDays.at(day), day == today ? desk::bold() : desk::words());
  const std::string item = work.item + " " + std::string(kDays.at(day));
  const bool open = !spans.empty();
  const ui::Rect toggle{row.right() - 36, row.y, 36, row.h};
  if (desk::switch_box(desk, item + " 营业", toggle, open, work.enabled())) {
    hours_.week.at(day) = open ? Spans{} : usual_spans(hours_, day);
    set_known();
    left_ = true;
  }
  const std::size_t most = std::max<std::size_t>(1, std::ranges::max_element(hours_.week, {}, &Spans::size)->size());
  const float boxes = static_cast<float>(most) * (kBox + kGap) + 32;
  const ui::Rect axis{row.x + 56, row.y, std::clamp(row.w - 56 - boxes - kSwitch - 24, 120.0F, kMostAxis), row.h};
  draw_bars(work, axis, day);
  draw_spans(work, row, day, row.right() - kSwitch - 4);
  const float told = draw_held(work, {row.x + 56, row.bottom() - 8}, row.w - 56, item + " ");
  const auto overlap = find_overlap(hours_.week.at(day));
  const auto end_row = [&](float height) {
    canvas.line({row.x, row.y + height}, {row.right(), row.y + height}, color::kTrack, 1);
    return height;
  };
  if (!overlap || told > 0) return end_row(kRow + told);
  const std::string sentence = overlap_words(*overlap);
  const std::string fix = "合成 " + span_words(overlap->merged);
  const desk::FieldFrame frame{.state = desk::FieldState::Error, .sentence = sentence, .fix = work.enabled() ? std::string_view(fix) : std::string_view(), .enabled = true};
  const desk::FieldBelow below = desk::field_below(desk, {row.x + 56, row.bottom() - 8}, row.w - 56, frame, item);
  if (below.fixed) {
    hours_.week.at(day) = merged(hours_.week.at(day), *overlap);
    typed_.clear();
    set_known();
    left_ = true;
  }
  return end_row(kRow + below.height);
}

void HoursPart::draw_spans(Work& work, ui::Rect row, std::size_t day, float right) {
  Spans spans = hours_.week.at(day);
  const std::string item = work.item + " " + std::string(kDays.at(day));
  const auto overlap = find_overlap(spans);
  bool changed = false;
  // Right-aligned, as they are read from the left.
  const float width = kBox;
  float x = right - static_cast<float>(spans.size()) * (width + kGap) + kGap;
  const bool more = work.enabled() && !spans.empty() && spans.size() < 4;
  if (more && desk::icon_button(work.desk, item + "：加一段", "plus", {x - 34, row.centre().y - 15, 28, 30})) {
    const int from = std::min(spans.back().to + 60, 1380);
    spans.push_back({from, std::min(from + 180, 1440)});
    ui::focus_text(work.desk.canvas(), item + " 第 " + std::to_string(spans.size()) + " 段");
    changed = true;
  }
  for (std::size_t i = 0; i < spans.size(); ++i) {
    const std::string name = item + " 第 " + std::to_string(i + 1) + " 段";
    const bool wrong = overlap && i == overlap->second;
    const std::size_t count = spans.size();
    changed = span_box(work, {x, row.y + 5, width, size::kControl}, name, spans, i, wrong, typed_[name]) || changed;
    if (spans.size() != count) break;
    x += width + kGap;
  }
  if (!changed) return;
  hours_.week.at(day) = spans;
  set_known();
}

bool HoursPart::span_box(Work& work, ui::Rect box, const std::string& item, Spans& spans, std::size_t index, bool wrong, Typed& typed) {
  recall(typed, work.context.held, item);
  if (!typed.writing && !typed.unread) typed.text = span_words(spans[index]);
  const bool bad = wrong || typed.unread;
  const desk::TextFieldLook look{.frame = {.state = bad ? desk::FieldState::Error : desk::FieldState::Rest, .enabled = work.enabled()}, .text = 14};
  const desk::TextField field = desk::text_box(work.desk, box, item, typed.text, look);
  active_ = active_ || field.edit.active;
  gained_ = gained_ || field.edit.gained;
  if (field.edit.gained) typed.writing = true;
  if (field.edit.changed) typed.unread = false;
  const bool leaving = typed.writing && (!field.edit.active || field.edit.entered || field.edit.lost);
  if (!leaving) keep_held(typed, work.context.held, item, typed.text == span_words(spans[index]));
  if (!typed.writing || (field.edit.active && !field.edit.entered && !field.edit.lost)) return false;
  typed.writing = field.edit.active;
  left_ = true;
  const bool empty = content::trim(typed.text).empty();
  const auto read = read_spans(typed.text);
  typed.unread = !read && !empty;
  keep_held(typed, work.context.held, item, read.has_value());
  if (typed.unread) return false;
  Spans next = spans;
  next.erase(next.begin() + static_cast<std::ptrdiff_t>(index));
  if (read) next.insert(next.begin() + static_cast<std::ptrdiff_t>(index), read->begin(), read->end());
  const bool same = std::ranges::equal(next, spans, [](const content::OpenSpan& a, const content::OpenSpan& b) { return a.from == b.from && a.to == b.to; });
  if (same) return false;
  spans = find_overlap(next) ? next : sorted(next);
  typed_.clear();
  return true;
}

float HoursPart::draw_now(Work& work, ui::Rect row) {
  ui::Canvas& canvas = work.desk.canvas();
  row.h = 40;
  const content::LocalMinute now = minute_now(work);
  const std::string words = kiosk::open_words(content::open_state(hours_, now), now, texts_);
  canvas.icon("eye", {row.x + 10, row.centre().y}, 18, color::kInk2);
  const float label = canvas.text(row.after(28), "屏上现在写：", desk::words(size::kText, color::kInk2));
  canvas.text(row.after(28 + label + 4), words.empty() ? "（不写营业时间）" : std::string_view(words), desk::bold(size::kText, color::kPine));
  return row.h;
}

}  // namespace admin::editors
