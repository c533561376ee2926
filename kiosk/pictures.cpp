#include "kiosk/pictures.h"

#include <algorithm>

namespace kiosk {

ui::PictureSource picture_source(const content::Catalog& catalog, const content::MediaId& id, float box_px) {
  const content::Media* media = id.empty() ? nullptr : catalog.find_media(id);
  if (media == nullptr || media->files.empty()) return {};
  const auto fits = std::ranges::find_if(media->files, [box_px](const content::MediaFile& file) {
    return static_cast<float>(std::max(file.width, file.height)) >= box_px;
  });
  const content::MediaFile& file = fits == media->files.end() ? media->files.back() : *fits;
  return {.key = file.sha256,
          .file = catalog.blob_path(file),
          .width = file.width,
          .height = file.height,
          .focus_x = media->focus_x,
          .focus_y = media->focus_y};
}

}  // namespace kiosk
