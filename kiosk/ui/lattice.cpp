#include "kiosk/ui/lattice.h"

#include <array>
#include <cmath>
#include <cstddef>

#include <imgui.h>

#include "kiosk/ui/canvas.h"
#include "kiosk/ui/pen.h"
#include "kiosk/ui/session.h"

namespace ui {
namespace {

// The sides of the large lozenges run on from tile to tile: x + y and x − y at odd halves of the tile.
void add_diagonals(std::vector<Hairline>& lines, Size size, float tile) {
  for (float at = tile / 2; at < size.w + size.h; at += tile) {
    const float top = std::min(at, size.w);
    const float left = std::min(at, size.h);
    lines.push_back({{top, at - top}, {at - left, left}});   // x + y = at
  }
  const float first = tile / 2 - tile * std::ceil(size.h / tile);
  for (float at = first; at < size.w; at += tile) {
    const float top = std::max(at, 0.0F);
    const float bottom = std::min(size.w, at + size.h);
    if (bottom > top) {
      lines.push_back({{top, top - at}, {bottom, bottom - at}});   // x − y = at
    }
  }
}

void add_lozenge(std::vector<Hairline>& lines, Point centre, float half) {
  const std::array<Point, 4> corner{{{centre.x, centre.y - half}, {centre.x + half, centre.y}, {centre.x, centre.y + half}, {centre.x - half, centre.y}}};
  for (std::size_t i = 0; i < corner.size(); ++i) {
    lines.push_back({corner[i], corner[(i + 1) % corner.size()]});
  }
}

}  // namespace

std::vector<Hairline> lattice_lines(Size size, float tile) {
  std::vector<Hairline> lines;
  if (!(tile >= 8) || !(size.w > 0) || !(size.h > 0)) {
    return lines;
  }
  add_diagonals(lines, size, tile);
  const float half = tile * kLatticeInner;
  const auto columns = static_cast<int>(std::ceil((size.w + half) / tile * 2));
  const auto rows = static_cast<int>(std::ceil((size.h + half) / tile * 2));
  for (int row = 0; row <= rows; ++row) {
    for (int column = row % 2; column <= columns; column += 2) {
      const Point centre{static_cast<float>(column) * tile / 2, static_cast<float>(row) * tile / 2};
      if (centre.x - half < size.w && centre.y - half < size.h) {
        add_lozenge(lines, centre, half);
      }
    }
  }
  return lines;
}

void Canvas::lattice(Rect box, Color color, float tile, LatticeFade fade) {
  Pen& pen = session_.pen();
  if (theme().modes.high_contrast || !pen.visible(box)) {
    return;
  }
  ImDrawList* list = pen.list();
  clip(box);
  const int first_vertex = list->VtxBuffer.Size;
  const float width = std::max(1.0F, kLatticeStroke * pen.px(tile));
  for (const Hairline& line : lattice_lines(box.size(), tile)) {
    list->AddLine(pen.px(line.from + box.origin()), pen.px(line.to + box.origin()), pen.ink(color), width);
  }
  if (fade == LatticeFade::Downwards) {
    const float top = pen.px(box.origin()).y;
    const float height = pen.px(box.h);
    for (int i = first_vertex; i < list->VtxBuffer.Size; ++i) {
      ImDrawVert& vertex = list->VtxBuffer[i];
      const float shown = std::clamp((vertex.pos.y - top) / height, 0.0F, 1.0F);
      const auto alpha = static_cast<float>(vertex.col >> IM_COL32_A_SHIFT);
      vertex.col = (vertex.col & ~IM_COL32_A_MASK) | (static_cast<ImU32>(alpha * shown + 0.5F) << IM_COL32_A_SHIFT);
    }
  }
  unclip();
}

}  // namespace ui
