#include "admin/panels/list/column_choice.h"

#include <algorithm>

#include "admin/desk/button.h"
#include "admin/desk/choice.h"
#include "admin/desk/look.h"

namespace admin {

namespace {

constexpr std::string_view kPopup = "选择列";
constexpr float kRowHeight = 32;
constexpr std::size_t kInColumn = 16;
constexpr float kColumn = 190;

}  // namespace

void column_choice(desk::Desk& desk, ui::Rect box, RecordList& list) {
  if (desk::icon_button(desk, kPopup, "list", box)) desk.open_popup(kPopup);
  if (!desk.popup_open(kPopup)) return;
  const std::size_t count = list.possible().size();
  const std::size_t across = (count + kInColumn - 1) / kInColumn;
  const ui::Size size{static_cast<float>(across) * kColumn + 16, static_cast<float>(std::min(count, kInColumn)) * kRowHeight + 16};
  desk.popup(kPopup, {box.right() - size.w, box.y, size.w, box.h}, size, [&desk, &list](ui::Rect place) {
    const std::vector<ListColumn> possible = list.possible();
    for (std::size_t i = 0; i < possible.size(); ++i) {
      const ListColumn& column = possible[i];
      const bool on = std::ranges::any_of(list.columns(), [&column](const ListColumn& one) { return one.key == column.key; });
      const bool title = column.key == list.spec().title_key;
      const ui::Rect row{place.x + 8 + static_cast<float>(i / kInColumn) * kColumn, place.y + 8 + static_cast<float>(i % kInColumn) * kRowHeight, kColumn - 8, kRowHeight};
      if (desk::checkbox(desk, column.zh, row, on, "列 " + std::string(column.zh), !title)) desk.attempt([&] { list.turn_column(column.key); });
    }
  });
}

}  // namespace admin
