#include "kiosk/widgets/page_frame.h"

#include <unicode/calendar.h>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <string>

#include "kiosk/clock.h"
#include "kiosk/ui/widgets.h"

namespace kiosk {
namespace {

using ui::Color;
using ui::Face;
using ui::Point;
using ui::Rect;

constexpr float kSpine = ui::space::kSpineWidth;
constexpr float kMargin = ui::space::kMargin;
constexpr float kLargeDock = 144, kLargePortraitDock = 160;   // with large text
constexpr float kSlimSpine = 16;
constexpr float kRule = 4;          // high contrast: the line that stands for the band's plane
constexpr float kReachGap = 16;
constexpr float kClockGap = 40, kNoteGap = 28;
constexpr float kLeastTitle = 34, kLeastNote = 25;

// The spine's width: large text takes its room and leaves a stripe of its colour, high contrast has no planes.
float spine_width(const ui::Canvas& canvas) {
  const auto& modes = canvas.theme().modes;
  if (modes.high_contrast) return 0;
  return modes.large_text ? kSlimSpine : kSpine;
}

// The style, smaller where the words need it, but never below `least`.
ui::TextStyle no_wider(const ui::Canvas& canvas, std::string_view words, ui::TextStyle style, float width, float least) {
  const float wide = canvas.measure(words, style);
  if (wide > width) style.size = std::max(least, style.size * width / wide * 0.995F);
  return style;
}

// Han characters stand in a column; Latin words lie, for a column of letters cannot be read.
void draw_spine_title(ui::Canvas& canvas, std::string_view title, Color color) {
  const bool latin = !title.empty() && static_cast<unsigned char>(title.front()) < 0x80;
  if (!latin) {
    canvas.column({kSpine / 2, 160}, title, {.face = Face::Serif, .size = 60, .color = color}, 1.16F);
    return;
  }
  const ui::TextStyle style{.face = Face::Serif, .size = 34, .color = color, .align = ui::Align::Centre};
  canvas.text({4, 148, kSpine - 8, 60}, title, no_wider(canvas, title, style, kSpine - 12, kLeastNote));
}

// Section colours lie deeper towards the foot, with the lattice fading in from the middle (DESIGN.md §6 Spine).
void draw_spine(ui::Canvas& canvas, const PageFrame& frame, const PageAreas& areas) {
  const auto colors = canvas.theme().section(frame.section);
  const Rect spine{0, 0, areas.page.x, areas.dock.y};
  canvas.gradient(spine, colors.top, colors.bottom);
  if (spine.w < kSpine) return;
  canvas.lattice(spine.below(spine.h * 0.4F), canvas.color().gold_on_red.with_alpha(0.16F), 64, ui::LatticeFade::Downwards);
  const Color cream = canvas.color().cream;
  canvas.icon(frame.section_icon, {kSpine / 2, 74}, 60, cream);
  canvas.fill({kSpine / 2 - 22, 130, 44, 2}, canvas.color().gold_line);
  draw_spine_title(canvas, frame.section_title, cream);
  const Rect mark = ui::centred({0, areas.dock.y - 96, kSpine, 56}, {56, 56});
  canvas.mark(mark, cream, canvas.color().gold_line, cream);
}

void draw_band(ui::Canvas& canvas, const Context& context, const PageFrame& frame) {
  const auto colors = canvas.theme().section(frame.section);
  const Rect band{0, 0, canvas.size().w, ui::space::kBandHeight};
  canvas.fill(band, colors.top);
  if (canvas.theme().modes.high_contrast) {
    canvas.fill({0, band.h - kRule, band.w, kRule}, canvas.color().line);
  } else {
    canvas.lattice(band, canvas.color().gold_on_red.with_alpha(0.10F), 64);
  }
  const Color cream = canvas.color().cream;
  canvas.icon(frame.section_icon, {kMargin + 32, 76}, 60, cream);
  const float clock = canvas.text({band.w - kMargin - 400, 0, 400, 156}, clock_text(context.now),
                                  {.face = Face::Sans, .size = 60, .color = cream, .align = ui::Align::Right});
  const float room = band.w - kMargin - clock - kClockGap - 146;
  canvas.text({146, 0, room, 156}, frame.section_title,
              no_wider(canvas, frame.section_title, {.face = Face::Serif, .size = 60, .color = cream}, room, kLeastTitle));
}

// The nth word, from 0, of words separated by single blanks.
std::string_view word(std::string_view words, int n) {
  for (; n > 0; --n) words.remove_prefix(std::min(words.find(' ') + 1, words.size()));
  return words.substr(0, words.find(' '));
}

// Low reach: what is touched begins below the line; the room above it is for the eye.
void keep_within_reach(const ui::Canvas& canvas, PageAreas& areas) {
  const float top = canvas.reach_top();
  areas.low = top > 0;
  if (!areas.low) return;
  areas.look = areas.landscape ? Rect{areas.content.x, areas.content.y, areas.content.w, top - kReachGap - areas.content.y}
                               : Rect{0, areas.page.y, areas.page.w, top - areas.page.y};
  const float bottom = areas.content.bottom();
  areas.content.y = top + kReachGap;
  areas.content.h = bottom - areas.content.y;
}

}  // namespace

PageAreas page_areas(const ui::Canvas& canvas) {
  const ui::Size size = canvas.size();
  const bool large = canvas.theme().modes.large_text;
  PageAreas areas;
  areas.landscape = canvas.landscape();
  if (areas.landscape) {
    // Past 2000 u the stage stops growing and stands in the middle of what is left beside the spine.
    const float dock = large ? kLargeDock : ui::space::kDockTop;
    const float shelf = large ? ui::touch::kButton : ui::touch::kChip;
    const float spine = spine_width(canvas);
    const float page_width = size.w - spine;
    const float margins = spine < kSpine ? 2 * kMargin - spine : 2 * kMargin;   // a slim spine lies in the margin
    const float stage = std::min(page_width - margins, 2000.0F);
    const float left = size.w - kMargin - stage - (page_width - margins - stage) / 2;
    areas.dock = {0, size.h - dock, size.w, dock};
    areas.page = {spine, 0, page_width, areas.dock.y};
    areas.header = {left, 30, stage, 98};
    areas.shelf = {left, areas.dock.y - 24 - shelf, stage, shelf};
    areas.content = {left, 140, stage, areas.shelf.y - 32 - 140};
  } else {
    const float dock = large ? kLargePortraitDock : ui::space::kPortraitDock;
    const float width = size.w - 2 * kMargin;
    areas.dock = {0, size.h - dock, size.w, dock};
    areas.page = {0, ui::space::kBandHeight, size.w, areas.dock.y - ui::space::kBandHeight};
    areas.header = {kMargin, 166, width, 98};
    const float tiles = large ? 124 : 104;
    const float pager = large ? 104 : 84;
    areas.shelf_b = {kMargin, areas.dock.y - 52 - tiles, width, tiles};
    areas.shelf = {kMargin, areas.shelf_b.y - 28 - pager, width, pager};
    areas.content = {kMargin, 276, width, areas.shelf.y - 16 - 276};
  }
  keep_within_reach(canvas, areas);
  return areas;
}

PageAreas draw_page_frame(ui::Canvas& canvas, const Context& context, const PageFrame& frame) {
  const PageAreas areas = page_areas(canvas);
  canvas.fill(canvas.bounds(), canvas.color().paper1);
  if (areas.landscape) {
    draw_spine(canvas, frame, areas);
  } else {
    draw_band(canvas, context, frame);
  }
  return areas;
}

// Title and note share the line while they fit; else the note stands below, and a long title gives way in size.
void draw_header(ui::Canvas& canvas, const Context& context, const PageAreas& areas, std::string_view title,
                 std::string_view note) {
  const auto& color = canvas.color();
  const Rect& row = areas.header;
  const float middle = row.y + 56;
  float room = row.w;
  if (areas.landscape) {
    room -= kClockGap + canvas.text({row.right() - 300, middle - 40, 300, 80}, clock_text(context.now),
                                    {.face = Face::Sans, .size = 56, .color = color.ink, .align = ui::Align::Right});
  }
  const ui::TextStyle title_style{.face = Face::Serif, .size = areas.landscape ? 50.0F : 56.0F, .color = color.ink};
  const ui::TextStyle note_style{.face = Face::Sans, .size = 28, .color = color.ink2};
  const float wide = canvas.measure(title, title_style);
  if (note.empty() || wide + kNoteGap + canvas.measure(note, note_style) <= room) {
    const float width = canvas.text({row.x, middle - 40, room, 80}, title, no_wider(canvas, title, title_style, room, kLeastTitle));
    canvas.text({row.x + width + kNoteGap, middle - 36, room - width - kNoteGap, 80}, note, note_style);
    return;
  }
  ui::TextStyle upper = title_style;
  upper.size -= 8;
  canvas.text({row.x, row.y - 8, room, 72}, title, no_wider(canvas, title, upper, room, kLeastTitle));
  canvas.text({row.x, row.y + 58, room, 48}, note, no_wider(canvas, note, note_style, room, kLeastNote));
}

std::string clock_text(content::LocalMinute now) {
  const auto of_day = now - std::chrono::floor<std::chrono::days>(now);
  const std::chrono::hh_mm_ss time{of_day};
  char text[8];
  std::snprintf(text, sizeof text, "%d:%02d", static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()));
  return text;
}

std::string date_text(content::LocalMinute now, const Texts& texts) {
  const auto day = std::chrono::floor<std::chrono::days>(now);
  const std::chrono::year_month_day date{day};
  const std::chrono::weekday weekday{day};
  const std::string key = "date.weekday." + std::to_string(weekday.iso_encoding());
  return texts.format("date.day", {month_name(date.month(), texts), std::to_string(static_cast<unsigned>(date.day())), texts(key)});
}

std::string month_name(std::chrono::month month, const Texts& texts) {
  return std::string(word(texts("date.months"), static_cast<int>(static_cast<unsigned>(month)) - 1));
}

std::string lunar_date_text(content::LocalMinute now, const Texts& texts) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale chinese("zh_CN@calendar=chinese");
  const std::unique_ptr<icu::Calendar> calendar(
      icu::Calendar::createInstance(icu::TimeZone::createTimeZone("Asia/Shanghai"), chinese, status));
  if (U_FAILURE(status) != 0) return {};
  calendar->setTime(static_cast<double>(utc_of(now).time_since_epoch().count()) * 1000.0, status);
  const int month = calendar->get(UCAL_MONTH, status);
  const int day = calendar->get(UCAL_DATE, status);
  const bool leap = calendar->get(UCAL_IS_LEAP_MONTH, status) != 0;
  if (U_FAILURE(status) != 0 || month < 0 || month > 11 || day < 1 || day > 30) return {};

  const std::string name = std::string(texts(leap ? "date.lunar.leap" : "date.lunar.plain")) +
                           std::string(word(texts("date.lunar.months"), month)) +
                           std::string(word(texts("date.lunar.days"), day - 1));
  return texts.format("date.lunar", {name});
}

}  // namespace kiosk
