// The shapes in which the kiosk's screens show a picture, so that the office sees what a crop keeps. Shapes and rules are the
// kiosk's own (kiosk/picture_places.h); here they get the names that clerks know.
#pragma once

#include <array>
#include <string_view>

#include "admin/workspace/media_list.h"
#include "kiosk/picture_places.h"

namespace admin::media {

struct KioskCrop {
  std::string_view words;
  const kiosk::PictureShape* shape = nullptr;

  // Width to height of the box in which a picture of that size is seen.
  float aspect(ui::Size picture) const;
  // The part of it that is seen there, fractions of the picture.
  ui::Rect part(ui::Size picture, ui::Point focus) const;
};

std::array<KioskCrop, 4> crops_of(MediaTopic topic);

}  // namespace admin::media
