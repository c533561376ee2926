// Right of the diagram: the chosen shop, its place as numbers, and the kiosk's own map of it.
#pragma once

#include <string>

#include "admin/desk/desk.h"
#include "admin/panels/street/street_canvas.h"
#include "admin/panels/street/street_work.h"
#include "admin/preview/preview_card.h"

namespace admin {

class StreetSide {
 public:
  void draw(desk::Desk& desk, ui::Rect side, StreetWork& work, const StreetCanvas& canvas);

 private:
  struct Typed {
    std::string text;
    bool writing = false;
  };

  void draw_numbers(desk::Desk& desk, ui::Rect row, StreetWork& work, std::optional<MapSpot> spot);
  std::optional<float> draw_number(desk::Desk& desk, ui::Rect area, std::string_view label, Typed& typed, std::optional<float> value) const;
  void draw_preview(desk::Desk& desk, ui::Rect area, const content::RecordId& shop, std::optional<MapSpot> spot);

  Typed across_;
  Typed down_;
  PreviewLook look_{.portrait = true};
};

}  // namespace admin
