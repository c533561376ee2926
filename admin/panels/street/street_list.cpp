#include "admin/panels/street/street_list.h"

#include <string>
#include <vector>

#include "admin/desk/choice.h"
#include "admin/desk/marks.h"
#include "content/kinds.h"

namespace admin {
namespace {

namespace color = desk::color;
namespace size = desk::size;
using ui::Rect;

constexpr float kRow = 38;

void draw_head(desk::Desk& desk, Rect row, const std::string& title, const std::string& note, bool warns) {
  desk.canvas().text(row, title, desk::bold(size::kText));
  if (!warns) desk.canvas().text(row, note, desk::right(desk::second()));
  else desk::chip(desk, {row.right() - desk::chip_width(desk, note), row.centre().y}, note, desk::Tone::Amber);
}

}  // namespace

std::optional<content::RecordId> StreetList::draw(desk::Desk& desk, Rect side, StreetWork& work) {
  ui::Canvas& canvas = desk.canvas();
  canvas.fill(side, color::kSide);
  canvas.line({side.right(), side.y}, {side.right(), side.bottom()}, color::kLine, 1);
  const Rect control{side.x + 16, side.y + 12, side.w - 32, size::kControl};
  draw_choice(desk, control, work);
  const float top = control.bottom() + 12;
  const Rect list = scroll_.begin(desk, {side.x, top, side.w, side.bottom() - top}, "街上的商户");
  std::optional<content::RecordId> carried;
  float y = list.y;
  const std::size_t on_map = work.on_map();
  const std::size_t all = work.shops().size();
  if (on_map < all) {
    draw_head(desk, {list.x + 16, y, list.w - 32, 34}, "还没放上去", std::to_string(all - on_map), true);
    y += 38;
    for (std::size_t i = on_map; i < all; ++i, y += kRow + 6) {
      if (draw_waiting(desk, {list.x + 12, y, list.w - 24, kRow}, work, i)) carried = work.shops()[i].id;
    }
    y += 10;
  }
  draw_head(desk, {list.x + 16, y, list.w - 32, 34}, "已放 " + std::to_string(on_map) + " 家", "从西到东", false);
  y += 36;
  for (std::size_t i = 0; i < on_map; ++i, y += kRow) draw_placed(desk, {list.x, y, list.w, kRow}, work, i);
  scroll_.end(desk, y + 8);
  return carried;
}

void StreetList::draw_choice(desk::Desk& desk, Rect control, StreetWork& work) const {
  std::vector<desk::Option> options;
  int selected = -1;
  for (const content::Record* street : work.streets()) {
    if (street->id == work.street()) selected = static_cast<int>(options.size());
    options.push_back({.words = content::title_of(content::kind_spec(content::Kind::Street), street->body)});
  }
  if (const auto chosen = desk::drop_down(desk, control, options, selected, {.prefix = "街区"})) {
    work.write_nudge(desk);
    work.open(work.streets()[*chosen]->id);
  }
}

bool StreetList::draw_waiting(desk::Desk& desk, Rect box, StreetWork& work, std::size_t shop) const {
  ui::Canvas& canvas = desk.canvas();
  const StreetShop& waiting = work.shops()[shop];
  canvas.fill(box, waiting.id == work.chosen() ? color::kSelected : color::kPaper, size::kRadius);
  canvas.outline(box, color::kField, 1, size::kRadius);
  for (int dot = 0; dot < 6; ++dot) {   // a grip
    canvas.disc({box.x + 12 + static_cast<float>(dot % 2) * 6, box.centre().y - 6 + static_cast<float>(dot / 2) * 6}, 1.6F, color::kField);
  }
  canvas.text({box.x + 28, box.y, box.w - 92, box.h}, waiting.name, desk::words());
  canvas.text({box.x, box.y, box.w - 12, box.h}, waiting.number, desk::right(desk::second()));
  const ui::Touch touch = canvas.touch("放 " + waiting.name + " " + waiting.number, box);
  const content::RecordId id = waiting.id;   // choosing may read the shops anew
  const ui::Pointer& pointer = canvas.pointer();
  const bool begun_here = desk.on_screen(box).contains(pointer.press_position) && !canvas.under_modal();
  const bool carried = pointer.down && pointer.dragging && begun_here && StreetWork::may_edit(desk);
  if (touch.tapped || carried) work.choose(desk, id);
  return carried;
}

void StreetList::draw_placed(desk::Desk& desk, Rect row, StreetWork& work, std::size_t shop) const {
  ui::Canvas& canvas = desk.canvas();
  const StreetShop& placed = work.shops()[shop];
  const bool selected = placed.id == work.chosen();
  if (selected) canvas.fill(row, color::kSelected), canvas.fill(row.left(3), color::kRed);
  else if (desk.hovers(row)) canvas.fill(row, color::kHover);
  canvas.disc({row.x + 30, row.centre().y}, 12, selected ? color::kRed : color::kPine);
  canvas.text({row.x + 16, row.y, 28, row.h}, std::to_string(shop + 1), desk::centre(desk::bold(shop > 98 ? 10.5F : size::kSmall, color::kPaper)));
  canvas.text({row.x + 52, row.y, row.w - 88, row.h}, placed.name, selected ? desk::bold() : desk::words());
  if (work.is_near(shop)) canvas.icon("info", {row.right() - 22, row.centre().y}, 16, color::kAmberLine);
  const content::RecordId id = placed.id;
  if (canvas.touch(placed.name + " " + placed.number, row).tapped) work.choose(desk, id);
}

}  // namespace admin
