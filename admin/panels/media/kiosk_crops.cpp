#include "admin/panels/media/kiosk_crops.h"

#include <algorithm>

namespace admin::media {
namespace {

using kiosk::PicturePlace;

KioskCrop crop(std::string_view words, PicturePlace place) { return {words, &kiosk::shape_of(place)}; }

}  // namespace

float KioskCrop::aspect(ui::Size picture) const {
  const ui::Rect box = kiosk::picture_cut(shape->rule, picture, {0.5F, 0.5F}, {0, 0, shape->box.w, shape->box.h}).box;
  return box.w / std::max(1.0F, box.h);
}

ui::Rect KioskCrop::part(ui::Size picture, ui::Point focus) const { return kiosk::picture_part(*shape, picture, focus); }

std::array<KioskCrop, 4> crops_of(MediaTopic topic) {
  using enum PicturePlace;
  switch (topic) {
    case MediaTopic::People:
      return {crop("光荣榜卡片", HonourCard), crop("人物页横屏", FigureLandscape), crop("人物页竖屏", FigurePortrait), crop("搜索小图", SearchRow)};
    case MediaTopic::Merchants:
      return {crop("商户页横屏", ShopLandscape), crop("商户页竖屏", ShopPortrait), crop("街区卡片", ShopCard), crop("搜索小图", SearchRow)};
    case MediaTopic::Goods:
      return {crop("好物卡片", GoodsCard), crop("好物页横屏", GoodsLandscape), crop("好物页竖屏", GoodsPortrait), crop("搜索小图", SearchRow)};
    case MediaTopic::Publicity:
    case MediaTopic::Streets:
    case MediaTopic::Other: break;
  }
  return {crop("文章头条横屏", ArticleLeadLandscape), crop("文章头条竖屏", ArticleLeadPortrait), crop("列表小图", ArticleRow), crop("搜索小图", SearchRow)};
}

}  // namespace admin::media
