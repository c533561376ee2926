// A month to pick a day from: Monday first, today marked, arrow keys, Page keys turn months, Enter takes.
#pragma once

#include <optional>

#include "admin/desk/desk.h"
#include "content/model.h"

namespace admin::desk {

class Calendar {
 public:
  // `today` is marked; the month of `chosen`, else of today, is shown first.
  Calendar(std::optional<content::Day> chosen, content::Day today);

  static ui::Size size();
  void draw(Desk& desk, ui::Rect box);
  // The day that was taken in the last frame, once.
  std::optional<content::Day> take_chosen() { return std::exchange(taken_, std::nullopt); }
  bool take_cleared() { return std::exchange(cleared_, false); }

 private:
  void take_keys();
  void draw_head(Desk& desk, ui::Rect row);
  void draw_day(Desk& desk, ui::Rect cell, content::Day day);
  void draw_foot(Desk& desk, ui::Rect row);

  std::optional<content::Day> chosen_;
  content::Day today_;
  content::Day lit_;                        // by the arrow keys; its month is shown
  std::optional<content::Day> taken_;
  bool cleared_ = false;
};

}  // namespace admin::desk
