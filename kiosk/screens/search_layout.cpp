#include "kiosk/screens/search_layout.h"

#include <algorithm>
#include <cmath>

namespace kiosk {
namespace {

using ui::Rect;

constexpr float kBelowLine = 12;
constexpr float kKeyGap = 14, kPortraitKeyGap = 12;

void stand_keys_landscape(SearchLayout& layout, float line, bool large) {
  const Rect& stage = layout.stage;
  const float top = std::max(514.0F, line);
  const bool roomy = top <= 514 && !large;
  const float height = roomy ? 104 : 88;
  layout.bed = {0, top - 26, layout.areas.dock.w, 0};
  layout.field = {stage.x, top, std::round(stage.w * (!layout.low ? 0.658F : stage.w < 1500 ? 0.4F : 0.46F)), height};
  float right = stage.right();
  if (layout.low) {
    const float width = std::max(stage.w * 0.2F, large ? 420.0F : 330.0F);
    layout.turn_over = {right - width, top, width, height};
    right = layout.turn_over.x - 18;
  }
  layout.candidates = {layout.field.right() + 18, top, right - layout.field.right() - 18, height};
  layout.keys = {stage.x, layout.field.bottom() + (roomy ? 27.0F : 16.0F), stage.w, 0};
  layout.keys.h = layout.areas.dock.y - 7 + kKeyGap - layout.keys.y;
}

void stand_keys_portrait(SearchLayout& layout, float height, float line) {
  const Rect& stage = layout.stage;
  const float top = std::max(height - 916, line);
  layout.bed = {0, top - 28, layout.areas.dock.w, 0};
  layout.field = {stage.x, top, stage.w, 112};
  if (layout.low) {
    layout.field.w = std::round(stage.w * 0.62F);
    layout.turn_over = {layout.field.right() + 18, top, stage.right() - layout.field.right() - 18, 112};
  }
  layout.candidates = {stage.x, top + 132, stage.w, 88};
  layout.keys = {stage.x, top + 244, stage.w, 0};
  layout.keys.h = std::min(496.0F, layout.areas.dock.y - 16 + kPortraitKeyGap - layout.keys.y);
}

// Low reach, looking through the results: they take the keyboard's place.
void stand_list(SearchLayout& layout, float line) {
  const Rect& stage = layout.stage;
  const Rect foot = layout.landscape ? layout.areas.shelf : layout.areas.shelf_b;
  layout.turn_over = {stage.x, foot.y, layout.landscape ? std::max(stage.w * 0.24F, 420.0F) : stage.w, foot.h};
  layout.results = {stage.x, line, stage.w, foot.y - 16 - line};
  layout.peek = {stage.x, layout.title.bottom(), stage.w, line - 40 - layout.title.bottom()};
}

}  // namespace

SearchLayout search_layout(const ui::Canvas& canvas, bool listing) {
  const ui::Size size = canvas.size();
  const bool large = canvas.theme().modes.large_text;
  SearchLayout layout;
  layout.areas = page_areas(canvas);
  layout.landscape = canvas.landscape();
  layout.low = layout.areas.low;
  layout.listing = layout.low && listing;
  layout.row = large ? 128 : 116;
  layout.head = large ? 72 : 56;
  const float width = std::min(size.w - 2 * ui::space::kMargin, 2000.0F);
  layout.stage = {(size.w - width) / 2, 0, width, size.h};
  layout.title = layout.landscape ? Rect{layout.stage.x, 28, width, 88} : Rect{layout.stage.x, 28, width, 122};
  const float line = layout.low ? canvas.reach_top() + kBelowLine : 0;
  if (layout.listing) {
    stand_list(layout, line);
    return layout;
  }
  layout.landscape ? stand_keys_landscape(layout, line, large) : stand_keys_portrait(layout, size.h, line);
  layout.bed.h = size.h - layout.bed.y;
  layout.results = {layout.stage.x, layout.title.bottom(), width, layout.bed.y - (layout.landscape ? 8.0F : 16.0F) - layout.title.bottom()};
  return layout;
}

}  // namespace kiosk
