#include "kiosk/widgets/chinese_mark.h"

#include <algorithm>

#include "kiosk/ui/widgets.h"

namespace kiosk {
namespace {

constexpr float kHeight = 44;
constexpr float kWordSize = 25;
constexpr float kAroundWord = 1.5F;  // the tag's height in sizes of its word

}  // namespace

float chinese_mark_height(const ui::Canvas& canvas) {
  return std::max(kHeight, canvas.theme().text_size(kWordSize) * kAroundWord);
}

float chinese_mark(ui::Canvas& canvas, const Texts& texts, ui::Point top_left) {
  return ui::tag(canvas, top_left, texts("said.chinese"), ui::TagKind::Grey, chinese_mark_height(canvas));
}

float chinese_mark_width(ui::Canvas& canvas, const Texts& texts) {
  return ui::tag_width(canvas, texts("said.chinese"), chinese_mark_height(canvas));
}

}  // namespace kiosk
