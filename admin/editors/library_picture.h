// A picture of the office's library as the window draws it.
#pragma once

#include <optional>
#include <string>

#include "admin/workspace/workspace.h"
#include "kiosk/ui/picture.h"

namespace admin::editors {

// The smallest size of it that fills `box_px`; nullopt: there is no such picture in the register.
struct LibraryPicture {
  ui::PictureSource source;
  std::string name;       // its alt text, else the file it came from
  std::string size;       // 2160 × 1350
  bool gone = false;      // the register knows it, the file is not there
};
std::optional<LibraryPicture> library_picture(const Workspace& office, const content::MediaId& id, float box_px);

}  // namespace admin::editors
