// What differs between two previews, as boxes to frame: the publish panel's "now" and "after".
#pragma once

#include <vector>

#include "kiosk/ui/backend.h"
#include "kiosk/ui/geometry.h"
#include "kiosk/ui/item_log.h"

namespace admin {

struct PreviewFrame {
  const std::vector<ui::LoggedText>& texts;
  const ui::Pixels& pixels;   // none without OpenGL: words alone are compared
};

// In u of `after`, `size_u` large; what lies close together is one box. Both frames show the same page in the same shape.
std::vector<ui::Rect> differences(const PreviewFrame& before, const PreviewFrame& after, ui::Size size_u);

}  // namespace admin
