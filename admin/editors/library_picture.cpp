#include "admin/editors/library_picture.h"

#include <algorithm>

namespace admin::editors {

std::optional<LibraryPicture> library_picture(const Workspace& office, const content::MediaId& id, float box_px) {
  const auto stored = id.empty() ? std::nullopt : office.store().media(id);
  if (!stored || stored->media.files.empty()) return std::nullopt;
  const content::Media& media = stored->media;
  const auto enough = std::ranges::find_if(media.files, [box_px](const content::MediaFile& file) { return static_cast<float>(std::max(file.width, file.height)) >= box_px; });
  const content::MediaFile& file = enough == media.files.end() ? media.files.back() : *enough;
  const content::MediaFile& full = media.files.back();
  return LibraryPicture{{file.sha256, office.library().blobs().path(file.sha256), file.width, file.height, media.focus_x, media.focus_y},
                        media.alt.empty() ? stored->source : media.alt,
                        std::to_string(full.width) + " × " + std::to_string(full.height),
                        !office.library().blobs().has(file.sha256)};
}

}  // namespace admin::editors
