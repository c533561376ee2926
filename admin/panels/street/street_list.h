// Left of the diagram: which street, its shops that do not stand on it yet, those that do.
#pragma once

#include <optional>

#include "admin/desk/desk.h"
#include "admin/desk/scroll.h"
#include "admin/panels/street/street_work.h"

namespace admin {

class StreetList {
 public:
  // Answers the shop that the mouse carries out of the list, from when it begins to.
  std::optional<content::RecordId> draw(desk::Desk& desk, ui::Rect side, StreetWork& work);

 private:
  void draw_choice(desk::Desk& desk, ui::Rect control, StreetWork& work) const;
  bool draw_waiting(desk::Desk& desk, ui::Rect box, StreetWork& work, std::size_t shop) const;
  void draw_placed(desk::Desk& desk, ui::Rect row, StreetWork& work, std::size_t shop) const;

  desk::ScrollArea scroll_;
};

}  // namespace admin
