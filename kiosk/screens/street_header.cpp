// The street's name and how many of its shops have signed.
#include <algorithm>

#include "kiosk/screens/street.h"

namespace kiosk {
namespace {

using ui::Align;
using ui::Face;
using ui::Rect;

constexpr float kLeastTitle = 42;
constexpr float kTrack = 28;

}  // namespace

// One line that shrinks a little, then two.
void StreetScreen::draw_title(ui::Canvas& canvas, const Context& context, const Layout& layout) const {
  const PageAreas& areas = layout.areas;
  const auto& color = canvas.color();
  ui::TextStyle style{.face = Face::Serif, .size = areas.landscape ? 60.0F : 58.0F, .color = color.ink, .line = 1.12F};
  const float room = layout.title_room;
  const float wide = canvas.measure(street_name_, style);
  const float middle = areas.landscape ? 89.0F : 217.0F;
  if (wide > room) style.size = std::max(kLeastTitle, style.size * room / wide * 0.99F);
  if (canvas.measure(street_name_, style) <= room) {
    canvas.text({areas.header.x, middle - 50, room + 4, 100}, street_name_, style);
  } else {
    for (const float smaller : {42.0F, 38.0F, 34.0F, 30.0F, 27.0F}) {
      style.size = smaller;
      if (canvas.layout(street_name_, style, room).lines.size() <= 2) break;
    }
    const ui::TextBlock block = canvas.layout(street_name_, style, room, 2);
    canvas.draw(block, {areas.header.x, middle - 6 - block.height() / 2});
  }
  if (areas.landscape) {
    canvas.text({areas.header.right() - 300, middle - 44, 300, 88}, clock_text(context.now),
                {.face = Face::Sans, .size = 56, .color = color.ink, .align = Align::Right});
  }
}

// Words above the track: 64 / 86 家已签约 … 74% 目标 80%.
void StreetScreen::draw_coverage(ui::Canvas& canvas, const Context& context, const Layout& layout) const {
  draw_title(canvas, context, layout);
  if (coverage_.meter.shops <= 0) return;
  if (!layout.areas.landscape && !layout.stacked) {
    draw_coverage_apart(canvas, context, layout);
    return;
  }
  const auto& color = canvas.color();
  const Rect& box = layout.coverage;
  const float whole = coverage_width(canvas, context, 1);
  const float scale = std::min(1.0F, box.w / std::max(1.0F, whole));
  const ui::TextStyle bold{.face = Face::SansBold, .size = 34 * scale, .color = color.ink};
  const ui::TextStyle plain{.face = Face::Sans, .size = std::max(25.0F, 27 * scale), .color = color.ink};
  const float line = canvas.theme().text_size(34) + 12;
  const float top = layout.stacked ? box.y : 67 - line / 2;
  const float count = canvas.measure(coverage_.signed_count, bold);
  canvas.text({box.x, top, count + 4, line}, coverage_.signed_count, bold);
  canvas.text({box.x + count, top + 1, box.w, line}, coverage_.of_all, plain);

  ui::TextStyle style{.face = Face::SansBold, .size = std::max(25.0F, 28 * scale), .color = color.red};
  float x = box.right() - canvas.measure(coverage_.target, style);
  canvas.text({x, top + 1, 300, line}, coverage_.target, style);
  ui::TextStyle label = plain;
  label.color = color.ink2;
  x -= canvas.measure(context.texts("street.target"), label) + 8;
  canvas.text({x, top + 1, 300, line}, context.texts("street.target"), label);
  style = bold;
  style.color = color.pine;
  x -= canvas.measure(coverage_.percent, style) + 20;
  canvas.text({x, top, 300, line}, coverage_.percent, style);
  const float track = layout.stacked ? top + line + 8 : std::max(98.0F, top + line + 4);
  ui::coverage_meter(canvas, {box.x, track, box.w, kTrack}, coverage_.meter);
}

// Portrait: the count beside the title, the share beside the track.
void StreetScreen::draw_coverage_apart(ui::Canvas& canvas, const Context& context, const Layout& layout) const {
  const auto& color = canvas.color();
  const Rect& row = layout.areas.header;
  const ui::TextStyle bold{.face = Face::SansBold, .size = 36, .color = color.ink};
  const ui::TextStyle plain{.face = Face::Sans, .size = 29, .color = color.ink};
  const float count = canvas.measure(coverage_.signed_count, bold);
  const float all = canvas.measure(coverage_.of_all, plain);
  const float left = row.right() - count - all;
  canvas.text({left, 188, count + 4, 60}, coverage_.signed_count, bold);
  canvas.text({left + count, 189, all + 4, 60}, coverage_.of_all, plain);
  ui::TextStyle style{.face = Face::SansBold, .size = 30, .color = color.red};
  float x = row.right() - canvas.measure(coverage_.target, style);
  canvas.text({x, 272, 300, 60}, coverage_.target, style);
  ui::TextStyle label = plain;
  label.color = color.ink2;
  x -= canvas.measure(context.texts("street.target"), label) + 8;
  canvas.text({x, 272, 300, 60}, context.texts("street.target"), label);
  style.size = 37;
  style.color = color.pine;
  x -= canvas.measure(coverage_.percent, style) + 28;
  canvas.text({x, 271, 300, 60}, coverage_.percent, style);
  ui::coverage_meter(canvas, {row.x, 287, std::min(640.0F, x - 28 - row.x), kTrack}, coverage_.meter);
}

}  // namespace kiosk
