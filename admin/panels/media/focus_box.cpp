#include "admin/panels/media/focus_box.h"

#include <algorithm>
#include <string>

#include "admin/desk/button.h"
#include "kiosk/ui/picture_fit.h"

namespace admin::media {
namespace {

namespace color = desk::color;

constexpr float kRing = 21;            // DESIGN-2.md §15: Ø 42
constexpr float kStep = 0.01F;         // of an arrow key; with Shift ten of them
constexpr float kScrim = 0.45F;
constexpr float kCorner = 20;
constexpr std::string_view kItem = "焦点";

ui::Rect part_of(ui::Rect picture, ui::Rect part) {
  return {picture.x + part.x * picture.w, picture.y + part.y * picture.h, part.w * picture.w, part.h * picture.h};
}

void draw_corners(ui::Canvas& canvas, ui::Rect box) {
  const float arm = std::min({kCorner, box.w / 3, box.h / 3});
  const auto corner = [&](ui::Point at, float dx, float dy) {
    const ui::Point arms[] = {{at.x, at.y + dy * arm}, at, {at.x + dx * arm, at.y}};
    canvas.polyline(arms, color::kPaper, 5);
  };
  corner({box.x, box.y}, 1, 1);
  corner({box.right(), box.y}, -1, 1);
  corner({box.x, box.bottom()}, 1, -1);
  corner({box.right(), box.bottom()}, -1, -1);
}

}  // namespace

void FocusBox::draw_frame(desk::Desk& desk, ui::Rect picture, ui::Rect part) const {
  ui::Canvas& canvas = desk.canvas();
  const ui::Rect kept = part_of(picture, part);
  const ui::Color scrim = color::kInk.with_alpha(kScrim);
  canvas.fill({picture.x, picture.y, picture.w, kept.y - picture.y}, scrim);
  canvas.fill({picture.x, kept.bottom(), picture.w, picture.bottom() - kept.bottom()}, scrim);
  canvas.fill({picture.x, kept.y, kept.x - picture.x, kept.h}, scrim);
  canvas.fill({kept.right(), kept.y, picture.right() - kept.right(), kept.h}, scrim);
  const ui::Color third = color::kPaper.with_alpha(0.55F);
  for (const float at : {1.0F / 3, 2.0F / 3}) {
    canvas.line({kept.x + kept.w * at, kept.y}, {kept.x + kept.w * at, kept.bottom()}, third, 1);
    canvas.line({kept.x, kept.y + kept.h * at}, {kept.right(), kept.y + kept.h * at}, third, 1);
  }
  canvas.outline(kept, color::kPaper, 1.5F);
  draw_corners(canvas, kept);
}

bool FocusBox::move_by_keys(desk::Desk& desk, ui::Point& focus) const {
  const ui::Point before = focus;
  for (const bool shift : {false, true}) {
    const float step = shift ? kStep * 10 : kStep;
    if (desk.shortcut({.key = ui::Key::Left, .shift = shift})) focus.x -= step;
    if (desk.shortcut({.key = ui::Key::Right, .shift = shift})) focus.x += step;
    if (desk.shortcut({.key = ui::Key::Up, .shift = shift})) focus.y -= step;
    if (desk.shortcut({.key = ui::Key::Down, .shift = shift})) focus.y += step;
  }
  focus = {std::clamp(focus.x, 0.0F, 1.0F), std::clamp(focus.y, 0.0F, 1.0F)};
  return !(focus == before);
}

bool FocusBox::draw(desk::Desk& desk, ui::Rect box, const ui::PictureSource& source, ui::Point& focus, const std::array<KioskCrop, 4>& crops) {
  ui::Canvas& canvas = desk.canvas();
  const ui::Size size{static_cast<float>(source.width), static_cast<float>(source.height)};
  canvas.fill(box, color::kInk3, 8);
  const ui::Rect picture = ui::fit_inside({.picture = size, .box = box}).box;
  canvas.picture(picture, source, {.radius = picture == box ? 8.0F : 0.0F, .fit_inside = true, .placeholder = color::kInk3});
  const ui::Touch touch = canvas.touch(kItem, picture);
  const ui::Pointer& pointer = canvas.pointer();
  const ui::Point before = focus;
  if (touch.pressed && pointer.pressed) dragging_ = true;
  if (dragging_ && (pointer.down || pointer.released)) {
    const ui::Rect shown = desk.on_screen(picture);
    focus.x = std::clamp((pointer.position.x - shown.x) / shown.w, 0.0F, 1.0F);
    focus.y = std::clamp((pointer.position.y - shown.y) / shown.h, 0.0F, 1.0F);
    canvas.request_frame();
  }
  if (!pointer.down) dragging_ = false;
  const bool keyed = touch.focused && move_by_keys(desk, focus);
  canvas.clip(box);
  draw_frame(desk, picture, crops.at(crop_).part(size, focus));
  const ui::Point at{picture.x + focus.x * picture.w, picture.y + focus.y * picture.h};
  canvas.ring(at, kRing, color::kPaper, 6);
  canvas.ring(at, kRing, color::kRed, 3);
  canvas.disc(at, 5, color::kRed);
  canvas.unclip();
  if (touch.focused) canvas.outline(box.inset(-3), color::kRed, 2, 10);
  const bool person = crops.front().shape->rule == kiosk::PictureRule::Person;
  const std::string_view hint = person ? "拖动红圈到眼睛之间，裁切跟着走" : "拖动红圈到要紧的地方，裁切跟着走";
  const ui::Rect chip{box.x + 10, box.bottom() - 34, canvas.measure(hint, desk::small(color::kPaper)) + 20, 24};
  canvas.fill(chip, color::kInk, 4);
  canvas.text(chip, hint, desk::centre(desk::small(color::kPaper)));
  const ui::Rect reset{box.right() - 62, box.bottom() - 40, 52, 30};
  canvas.fill(reset, color::kPaper, 6);
  if (desk::button(desk, "居中", reset, {.label = "焦点居中"})) focus = {0.5F, 0.5F};
  return keyed || !(focus == before);
}

float FocusBox::draw_crops(desk::Desk& desk, ui::Rect row, const ui::PictureSource& source, ui::Point focus, const std::array<KioskCrop, 4>& crops) {
  ui::Canvas& canvas = desk.canvas();
  const ui::Size size{static_cast<float>(source.width), static_cast<float>(source.height)};
  constexpr float kTallest = 116;
  constexpr float kGap = 14;
  constexpr float kLeastColumn = 74;
  // Wide shapes share the row's width; tall ones the row's height.
  std::array<ui::Size, 4> boxes{};
  float wide = 0, spare = 0;
  for (std::size_t i = 0; i < crops.size(); ++i) {
    const float shape = crops[i].aspect(size);
    const float height = shape < 1 ? kTallest : kTallest * 0.7F;
    boxes[i] = {height * shape, height};
    wide += boxes[i].w;
    spare += std::max(0.0F, kLeastColumn - boxes[i].w);
  }
  // Narrow ones keep room for their words.
  const float scale = std::min(1.0F, (row.w - 3 * kGap - spare) / wide);
  float x = row.x;
  float tallest = 0;
  for (const ui::Size& box : boxes) tallest = std::max(tallest, box.h * scale);
  for (std::size_t i = 0; i < crops.size(); ++i) {
    const ui::Size box_size{boxes[i].w * scale, boxes[i].h * scale};
    const ui::Rect box{x, row.y + tallest - box_size.h, box_size.w, box_size.h};
    const ui::Rect column{x, row.y, std::max(box_size.w, kLeastColumn) + kGap, tallest + 28};
    x += column.w;
    canvas.picture(box, source, {.radius = 4, .crop = crops[i].part(size, focus)});
    const ui::Touch touch = canvas.touch("裁切 " + std::string(crops[i].words), {box.x, box.y, box.w, box.h + 28});
    if (touch.tapped) crop_ = i;
    const bool on = i == crop_;
    if (on) canvas.outline(box.inset(-4), color::kRed, 2, 6);
    if (touch.focused) canvas.outline(box.inset(-7), color::kRed, 2, 8);
    canvas.text({column.x, row.y + tallest + 6, column.w, 20}, crops[i].words, on ? desk::bold(desk::size::kSmall) : desk::small(color::kInk2));
  }
  return tallest + kCropRow - kTallest;
}

}  // namespace admin::media
