// What surrounds every page: spine or band, header, clock, dock. Screens draw their content into the areas given.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "kiosk/context.h"
#include "kiosk/screen.h"
#include "kiosk/ui/canvas.h"

namespace kiosk {

// All in u; y grows downwards. Landscape per DESIGN.md §5: spine 128, stage from x 184, header y 30–128, content y
// 140–840, shelf y 872–944, dock y 968–1080. Portrait: band 0–150, content margin 56, shelf A y 1516–1600 (pager), shelf B
// y 1628–1732 (tiles), dock y 1784–1920. A window of another ratio stretches the stage only. Large text raises shelf and dock.
// The spine in landscape: 128 u; with large text only a stripe of 16 u of the section's colour at the screen's edge, in high
// contrast none. The stage then begins at x 56, so a page measures from `page.x` and `content.x`, never from the spine's width.
// Portrait keeps its band, in high contrast black over a white rule.
struct PageAreas {
  bool landscape = true;
  bool low = false;   // low reach: `content` begins below the line above which nothing may be touched
  ui::Rect look;      // low reach: the room above that line, under header or band, to look at only; else empty
  ui::Rect page;      // everything but dock and spine/band
  ui::Rect header;    // title's row in landscape, right end is the clock's
  ui::Rect content;
  ui::Rect shelf;     // landscape: the one row; portrait: shelf A
  ui::Rect shelf_b;   // portrait only
  ui::Rect dock;
};

struct PageFrame {
  ui::Section section = ui::Section::Publicity;
  std::string_view section_icon;   // "horn"
  std::string_view section_title;  // 宣传
  std::string_view search_hint;    // in the dock's search field
};

PageAreas page_areas(const ui::Canvas& canvas);

// Paper, spine or band (with the clock in portrait). Call first.
PageAreas draw_page_frame(ui::Canvas& canvas, const Context& context, const PageFrame& frame);
// Serif page title and a quiet note beside it, clock right (landscape). A detail page passes an empty title for the clock
// alone, or does not call it.
void draw_header(ui::Canvas& canvas, const Context& context, const PageAreas& areas, std::string_view title,
                 std::string_view note = {});
// 返回 · 首页 · search · 大字 · 高对比 · 低位 · EN. Call last; returns what the visitor wants.
Action draw_dock(ui::Canvas& canvas, const Context& context, const PageAreas& areas, std::string_view search_hint);
// The search page's dock, in landscape: 返回 · 首页 · a hint instead of the field · the modes, on the keyboard's ground.
Action draw_search_dock(ui::Canvas& canvas, const Context& context, const PageAreas& areas, std::string_view hint);
// The home screen's dock: the search field and the four modes.
Action draw_home_dock(ui::Canvas& canvas, const Context& context, const PageAreas& areas);

// "10:26" of the context's minute, and its date lines.
std::string clock_text(content::LocalMinute now);
std::string date_text(content::LocalMinute now, const Texts& texts);         // 7月30日 星期四
std::string month_name(std::chrono::month month, const Texts& texts);        // 7, July
std::string lunar_date_text(content::LocalMinute now, const Texts& texts);   // 农历六月十七

}  // namespace kiosk
