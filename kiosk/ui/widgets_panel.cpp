#include <algorithm>
#include <cmath>
#include <string>

#include "kiosk/ui/widgets.h"
#include "kiosk/ui/widgets_look.h"

namespace ui {
namespace {

struct TagColors {
  Color ground;
  Color words;
};

TagColors tag_colors(const Palette& color, TagKind kind) {
  switch (kind) {
    case TagKind::Pine: return {color.pine50, color.pine};
    case TagKind::Grey: return {color.paper2, color.ink2};
    case TagKind::Gold: return {color.gold50, color.gold_text};
    case TagKind::Red: return {color.red50, color.red_poster};
    case TagKind::Indigo: return {color.indigo50, color.indigo};
    case TagKind::Amber: return {color.amber50, color.amber};
  }
  return {};
}

struct TagParts {
  TextStyle words;
  float padding = 0;
  float icon = 0;
  float gap = 8;
};

// 44 u with words of 25; 50 u on detail pages with words of 28.
TagParts tag_parts(float height) {
  const bool large = height >= 48;
  return {.words = {.face = Face::SansMedium, .size = large ? 28.0F : 25.0F}, .padding = large ? 18.0F : 14.0F, .icon = large ? 32.0F : 29.0F};
}

}  // namespace

float pager(Canvas& canvas, Rect row, PageTurner& turner, int page_count, std::string_view note) {
  const bool landscape = canvas.landscape();
  const Size pill = landscape ? Size{96, 72} : Size{120, 84};
  const float gap = landscape ? 15 : 24;
  const Palette& color = canvas.color();
  const TextStyle words{.face = Face::SansMedium, .size = landscape ? 28.0F : 30.0F, .color = color.ink, .align = Align::Centre};
  const std::string count = std::to_string(turner.page() + 1) + " / " + std::to_string(std::max(1, page_count));
  const float count_width = canvas.measure(count, words);
  const float y = row.y + (row.h - pill.h) / 2;
  const Rect next{row.right() - pill.w, y, pill.w, pill.h};
  const Rect middle{next.x - gap - count_width, y, count_width, pill.h};
  const Rect previous{middle.x - gap - pill.w, y, pill.w, pill.h};
  if (arrow_pill(canvas, "‹", "left", previous, turner.page() > 0)) {
    turner.go_to(turner.page() - 1);
    canvas.request_frame();
  }
  canvas.text(middle.inset(-2, 0), count, words);
  if (arrow_pill(canvas, "›", "right", next, turner.page() + 1 < page_count)) {
    turner.go_to(turner.page() + 1);
    canvas.request_frame();
  }
  float left = previous.x;
  if (!note.empty() && landscape) {
    const TextStyle style{.face = Face::SansMedium, .size = 28, .color = color.ink};
    const float width = canvas.measure(note, style);
    left -= gap + width;
    canvas.text({left, y, width + 2, pill.h}, note, style);
  } else if (!note.empty()) {
    canvas.text({row.x, y, previous.x - gap - row.x, pill.h}, note, {.face = Face::Sans, .size = 29, .color = color.ink2});
  }
  return row.right() - left;
}

float tag_width(Canvas& canvas, std::string_view words, float height, std::string_view icon) {
  const TagParts parts = tag_parts(height);
  const float before = icon.empty() ? 0 : icon_size(canvas, parts.icon) + parts.gap;
  return std::ceil(2 * parts.padding + before + canvas.measure(words, parts.words));
}

float tag(Canvas& canvas, Point top_left, std::string_view words, TagKind kind, float height, std::string_view icon) {
  TagParts parts = tag_parts(height);
  const float width = tag_width(canvas, words, height, icon);
  const Rect box{top_left.x, top_left.y, width, height};
  const TagColors colors = tag_colors(canvas.color(), kind);
  const bool high_contrast = canvas.theme().modes.high_contrast;
  canvas.fill(box, colors.ground, radius::kTag);
  if (high_contrast) {
    canvas.outline(box, canvas.color().ink, 3, radius::kTag);
  }
  parts.words.color = high_contrast ? canvas.color().ink : colors.words;
  float x = box.x + parts.padding;
  if (!icon.empty()) {
    const float size = icon_size(canvas, parts.icon);
    canvas.icon(icon, {x + size / 2, box.centre().y}, size, parts.words.color);
    x += size + parts.gap;
  }
  canvas.text({x, box.y, box.right() - x, box.h}, words, parts.words);
  return width;
}

void coverage_meter(Canvas& canvas, Rect track, const Coverage& coverage) {
  const Palette& color = canvas.color();
  const float share = coverage.shops > 0 ? std::clamp(static_cast<float>(coverage.signed_shops) / static_cast<float>(coverage.shops), 0.0F, 1.0F) : 0.0F;
  const float target = std::clamp(static_cast<float>(coverage.target_percent) / 100, 0.0F, 1.0F);
  const bool reached = coverage.shops > 0 && coverage.signed_shops * 100 >= coverage.target_percent * coverage.shops;
  const float radius = track.h / 2;
  canvas.fill(track, color.paper3, radius);
  if (share > 0) {
    canvas.fill(track.left(std::max(track.h, track.w * share)), color.pine, radius);
  }
  const float x = track.x + track.w * target;
  const float reach = track.h * 10 / 28;   // the tick is 48 u high on a track of 28
  const Rect tick{x - 2, track.y - reach, 4, track.h + 2 * reach};
  canvas.fill(tick, reached ? color.pine : color.red, 2);
  if (reached) {
    canvas.fill({x - 1, track.y, 2, track.h}, color.white);
    canvas.icon("check", {x - 24, track.centre().y}, track.h, color.white, 1.2F);
  }
}

void toast(Canvas& canvas, std::string_view icon, std::string_view sentence, std::string_view right_note, float alpha) {
  if (!(alpha > 0)) {
    return;
  }
  constexpr float kHeight = 104;
  constexpr float kPadding = 36;
  constexpr float kGap = 24;
  constexpr float kLeastWidth = 320;
  const Palette& color = canvas.color();
  const Size screen = canvas.size();
  const float icon_u = icon.empty() ? 0 : icon_size(canvas, 44);
  const TextStyle words{.face = Face::Sans, .size = 31, .color = color.white};
  const TextStyle note{.face = Face::Sans, .size = 33, .color = color.gold_on_red, .align = Align::Right};
  const float note_width = right_note.empty() ? 0 : canvas.measure(right_note, note) + 2 * kGap;
  const float before = icon.empty() ? 0 : icon_u + kGap;
  const float wanted = 2 * kPadding + before + canvas.measure(sentence, words) + note_width;
  const float width = std::clamp(wanted, kLeastWidth, screen.w - 2 * space::kMargin);
  // Dock and shelf are higher with large text.
  const bool large = canvas.theme().modes.large_text;
  const float shelf = screen.h - (canvas.landscape() ? (large ? 264.0F : 208.0F) : (large ? 468.0F : 404.0F));
  const Rect box{(screen.w - width) / 2, shelf - 24 - kHeight, width, kHeight};
  canvas.push_alpha(alpha);
  canvas.shadow(box, Elevation::Selected, radius::kTile);
  const bool high_contrast = canvas.theme().modes.high_contrast;
  canvas.fill(box, high_contrast ? color.paper0 : color.ink, radius::kTile);
  if (high_contrast) {
    canvas.outline(box, color.ink, stroke::kHighContrast, radius::kTile);
  }
  canvas.icon(icon, {box.x + kPadding + icon_u / 2, box.centre().y}, icon_u, color.white);
  const Rect inner{box.x + kPadding + before, box.y, width - 2 * kPadding - before, kHeight};
  draw_words(canvas, inner.left(inner.w - note_width + 2), sentence, words);
  canvas.text(inner, right_note, note);
  canvas.pop_alpha();
}

}  // namespace ui
