#include "kiosk/ui/qr_panel.h"

#include <algorithm>
#include <cmath>

#include <imgui.h>

#include "kiosk/ui/pen.h"
#include "kiosk/ui/picture_store.h"
#include "kiosk/ui/session.h"
#include "kiosk/ui/widgets.h"

namespace ui {
namespace {

constexpr float kLeastModuleMm = kReadingMm / 450;
constexpr float kLeastCodeMm = kReadingMm / 10;
constexpr float kLeastModulePixels = 3;
constexpr float kPanelShare = 1.2F;      // of a panel to its code: 8 quiet modules beside 41
constexpr float kMostGrowth = 1.5F;
constexpr float kEvenShare = 0.85F;      // modules of equal whole pixels when they stay at least this large

int modules_of(const QrMatrix& code) { return code.side + 2 * kQrQuietModules; }

bool reads_well(const Canvas& canvas, const QrMatrix& code, float side_u) {
  const float module_u = side_u / static_cast<float>(modules_of(code));
  return module_u * canvas.mm_per_u() >= kLeastModuleMm && module_u * canvas.pixels_per_u() >= kLeastModulePixels;
}

const QrMatrix* choose(Canvas& canvas, float side_u, std::span<const std::string> texts) {
  const QrMatrix* last = nullptr;
  for (const std::string& text : texts) {
    const QrMatrix* code = canvas.session().pictures().art().qr(text);
    if (code == nullptr) continue;
    if (reads_well(canvas, *code, side_u)) return code;
    last = code;
  }
  return last;
}

// Edges of modules on whole pixels, so that no grey seams trouble a phone's camera; all equally wide where that costs little.
void draw_modules(Pen& pen, const QrMatrix& code, ImVec2 low, float side_px, Color ink) {
  const auto modules = static_cast<float>(modules_of(code));
  float step = side_px / modules;
  if (std::floor(step) >= step * kEvenShare) {
    step = std::floor(step);
    const float margin = std::floor((side_px - step * modules) / 2);
    low.x += margin;
    low.y += margin;
  }
  const auto edge = [step](float origin, int module) {
    return origin + std::round(static_cast<float>(module + kQrQuietModules) * step);
  };
  for (int y = 0; y < code.side; ++y) {
    for (int x = 0; x < code.side; ++x) {
      int end = x;
      while (end < code.side && code.at(end, y)) {
        ++end;
      }
      if (end > x) {
        pen.list()->AddRectFilled({edge(low.x, x), edge(low.y, y)}, {edge(low.x, end), edge(low.y, y + 1)}, pen.ink(ink));
        x = end;
      }
    }
  }
}

}  // namespace

void qr_panel(Canvas& canvas, Rect box, std::span<const std::string> texts) {
  Pen& pen = canvas.session().pen();
  const float side = std::min(box.w, box.h);
  const QrMatrix* code = choose(canvas, side, texts);
  if (code == nullptr || !pen.visible(box)) {
    return;
  }
  const Theme paper = make_theme({});
  if (!canvas.theme().modes.high_contrast) {
    canvas.shadow(box, Elevation::Card, radius::kThumb);
  }
  canvas.fill(box, paper.color.white, radius::kThumb);
  draw_modules(pen, *code, pen.snapped(box.origin()), std::round(pen.px(side)), paper.color.ink);
}

void qr_code(Canvas& canvas, Rect box, std::string_view text) {
  const std::string one(text);
  qr_panel(canvas, box, {&one, 1});
}

float qr_side(const Canvas& canvas, float designed) {
  const float by_distance = kLeastCodeMm / canvas.mm_per_u() * kPanelShare;
  return std::clamp(std::max(designed, kLeastPanel), std::min(by_distance, designed * kMostGrowth), designed * kMostGrowth);
}

}  // namespace ui
