// The shapes in which the kiosk's screens show a picture, so that the office sees what a crop keeps.
#pragma once

#include <array>
#include <string_view>

#include "admin/workspace/media_list.h"
#include "kiosk/ui/picture_fit.h"

namespace admin::media {

struct KioskCrop {
  std::string_view words;
  float shape = 1;        // width / height
  bool is_person = false; // drawn by the kiosk's draw_portrait(): without a chosen height it keeps more of the upper part
};

// Of the kiosk at 1920 × 1080 and 1080 × 1920: figure.cpp (600 × 960, 1080 × 590), honour_wall.cpp (cards about 320 × 250),
// merchant_plan.cpp (16:10), products.cpp, publicity_lead.cpp (1.9:1), search_row.cpp (square).
std::array<KioskCrop, 4> crops_of(MediaTopic topic);

// The part of a picture that the kiosk shows in that shape, fractions of the picture.
ui::Rect kept_part(const KioskCrop& crop, ui::Size picture, ui::Point focus);

}  // namespace admin::media
