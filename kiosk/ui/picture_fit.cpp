#include "kiosk/ui/picture_fit.h"

#include <algorithm>
#include <cmath>

namespace ui {
namespace {

// A crop that lies in the picture and is not empty; the whole picture otherwise.
Rect sane_crop(Rect crop) {
  const float left = std::clamp(crop.x, 0.0F, 1.0F);
  const float top = std::clamp(crop.y, 0.0F, 1.0F);
  const float right = std::clamp(crop.right(), 0.0F, 1.0F);
  const float bottom = std::clamp(crop.bottom(), 0.0F, 1.0F);
  if (!(right > left && bottom > top)) {
    return {0, 0, 1, 1};
  }
  return {left, top, right - left, bottom - top};
}

}  // namespace

PictureFit cover(const FitRequest& request) {
  const Rect crop = sane_crop(request.crop);
  const float crop_width = crop.w * request.picture.w;
  const float crop_height = crop.h * request.picture.h;
  const float shape = request.box.w / request.box.h;
  Rect part = crop;
  if (crop_width > crop_height * shape) {
    part.w = crop_height * shape / request.picture.w;
  } else {
    part.h = crop_width / shape / request.picture.h;
  }
  part.x = std::clamp(request.focus.x - part.w / 2, crop.x, std::max(crop.x, crop.right() - part.w));
  part.y = std::clamp(request.focus.y - part.h / 2, crop.y, std::max(crop.y, crop.bottom() - part.h));
  if (request.zoom > 1) {
    const float keep = 1 / request.zoom;
    const float about_x = std::clamp(request.focus.x, part.x, part.right());
    const float about_y = std::clamp(request.focus.y, part.y, part.bottom());
    part = {about_x - (about_x - part.x) * keep, about_y - (about_y - part.y) * keep, part.w * keep, part.h * keep};
  }
  return {request.box, part};
}

PictureFit fit_inside(const FitRequest& request) {
  const Rect crop = sane_crop(request.crop);
  const float scale = std::min(request.box.w / (crop.w * request.picture.w), request.box.h / (crop.h * request.picture.h));
  const Size drawn{crop.w * request.picture.w * scale, crop.h * request.picture.h * scale};
  return {centred(request.box, drawn), crop};
}

PixelSize whole_picture_size(const PictureFit& fit, float scale) {
  const auto side = [scale](float drawn, float part) {
    // A hair less before rounding up, so that 100.00001 is 100.
    return std::max(1, static_cast<int>(std::ceil(drawn * scale / part - 0.01F)));
  };
  return {side(fit.box.w, fit.part.w), side(fit.box.h, fit.part.h)};
}

}  // namespace ui
