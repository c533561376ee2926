#include "admin/panels/media/kiosk_crops.h"

#include <algorithm>

namespace admin::media {
namespace {

constexpr float kAbove = 0.3F;  // kiosk/widgets/portrait.cpp: of what a wide box hides, so much lies above it

}  // namespace

std::array<KioskCrop, 4> crops_of(MediaTopic topic) {
  switch (topic) {
    case MediaTopic::People:
      return {{{"光荣榜卡片", 1.28F, true}, {"人物页横屏", 0.625F, true}, {"人物页竖屏", 1.25F, true}, {"搜索小图", 1}}};
    case MediaTopic::Merchants:
      return {{{"商户页横屏", 1.6F}, {"商户页竖屏", 1.83F}, {"街区列表", 1.33F}, {"搜索小图", 1}}};
    case MediaTopic::Goods:
      return {{{"好物卡片", 1.25F}, {"好物页横屏", 0.9F}, {"好物页竖屏", 1.4F}, {"搜索小图", 1}}};
    case MediaTopic::Publicity:
    case MediaTopic::Streets:
    case MediaTopic::Other: break;
  }
  return {{{"文章头条", 1.9F}, {"文章页", 1.5F}, {"列表小图", 1.4F}, {"搜索小图", 1}}};
}

ui::Rect kept_part(const KioskCrop& crop, ui::Size picture, ui::Point focus) {
  if (picture.w <= 0 || picture.h <= 0) return {0, 0, 1, 1};
  ui::Rect within{0, 0, 1, 1};
  if (crop.is_person && focus.y == 0.5F) {
    const float shown = std::min(1.0F, picture.w / picture.h / crop.shape);
    within = {0, (1 - shown) * kAbove, 1, shown};
  }
  return ui::cover({.picture = picture, .box = {0, 0, crop.shape * 100, 100}, .crop = within, .focus = focus}).part;
}

}  // namespace admin::media
