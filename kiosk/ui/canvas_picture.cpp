#include <algorithm>

#include <imgui.h>

#include "kiosk/ui/canvas.h"
#include "kiosk/ui/pen.h"
#include "kiosk/ui/picture_fit.h"
#include "kiosk/ui/picture_store.h"
#include "kiosk/ui/session.h"

namespace ui {
namespace {

// A slow zoom of a few percent is drawn from the pixels of its start: loading anew for it would be seen, it is not.
constexpr float kZoomWithoutReload = 1.25F;

Size size_of(const PictureSource& source) {
  return {static_cast<float>(std::max(1, source.width)), static_cast<float>(std::max(1, source.height))};
}

constexpr int kBackdropWidth = 16;   // pixels of the copy that a backdrop stretches

FitRequest request_for(Rect box, const PictureSource& source, const PictureStyle& style) {
  return {.picture = size_of(source), .box = box, .crop = style.crop, .focus = {source.focus_x, source.focus_y}, .zoom = style.zoom};
}

PictureFit fit_of(const FitRequest& request, const PictureStyle& style) {
  if (style.backdrop) return {request.box, style.crop};
  return style.fit_inside ? fit_inside(request) : cover(request);
}

PixelSize wanted_size(FitRequest request, const PictureStyle& style, float scale) {
  if (style.backdrop) {
    return {kBackdropWidth, std::max(1, static_cast<int>(kBackdropWidth * request.picture.h / request.picture.w))};
  }
  if (request.zoom < kZoomWithoutReload) {
    request.zoom = 1;
  }
  return whole_picture_size(fit_of(request, style), scale);
}

// On whole pixels, so that a picture of exactly that size is copied and not blurred.
Rect snapped_box(const Pen& pen, Rect box) {
  const ImVec2 low = pen.snapped(box.origin());
  const ImVec2 high = pen.snapped({box.right(), box.bottom()});
  return {low.x, low.y, std::max(1.0F, high.x - low.x), std::max(1.0F, high.y - low.y)};
}

}  // namespace

bool Canvas::picture(Rect box, const PictureSource& source, const PictureStyle& style) {
  Pen& pen = session_.pen();
  if (!pen.visible(box) || !(box.w > 0) || !(box.h > 0)) {
    return false;
  }
  const Rect pixels = snapped_box(pen, box);
  const FitRequest request = request_for(pixels, source, style);
  const auto ready = session_.pictures().use(source, wanted_size(request, style, 1));
  const PictureFit fit = fit_of(request, style);
  const Rect drawn = ready ? fit.box : pixels;
  const ImVec2 low{drawn.x, drawn.y};
  const ImVec2 high{drawn.right(), drawn.bottom()};
  const float rounding = pen.px(style.radius);
  const ImDrawFlags corners = style.round_top_only ? ImDrawFlags_RoundCornersTop : ImDrawFlags_RoundCornersAll;
  if (!ready) {
    pen.list()->AddRectFilled(low, high, pen.ink(style.placeholder.with_alpha(style.alpha)), rounding, corners);
    return false;
  }
  const Color tint = Color{255, 255, 255, 255}.with_alpha(style.alpha);
  pen.list()->AddImageRounded(ImTextureRef(ready->texture), low, high, {fit.part.x, fit.part.y}, {fit.part.right(), fit.part.bottom()},
                              pen.ink(tint), rounding, corners);
  return true;
}

void Canvas::prefetch(const PictureSource& source, Size box) {
  const float scale = session_.pen().scale();
  const FitRequest request = request_for({0, 0, std::max(1.0F, box.w), std::max(1.0F, box.h)}, source, {});
  session_.pictures().prefetch(source, wanted_size(request, {}, scale));
}

}  // namespace ui
