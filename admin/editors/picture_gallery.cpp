// Several pictures of the library as tiles in their order, which mouse and keyboard change.
#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <vector>

#include "admin/desk/button.h"
#include "admin/editors/picture_parts.h"

namespace admin::editors {

namespace {

using nlohmann::json;
namespace color = desk::color;
namespace size = desk::size;

constexpr float kStepX = kPictureWide + 12;
constexpr float kStepY = kPictureHigh + 36;

class Gallery {
 public:
  explicit Gallery(Work& work) : work_(work), move_(picture_memory(work).move) {
    if (!work.value.is_array()) return;
    for (const json& one : work.value) ids_.push_back({text_of(one)});
  }
  FieldEdit edit();

 private:
  std::size_t most() const { return work_.field.count > 0 ? static_cast<std::size_t>(work_.field.count) : 1000; }
  ui::Rect tile(std::size_t index) const;
  void take_new();
  void add(const content::MediaId& id);
  void draw_tile(std::size_t index);
  void draw_held();
  void follow_mouse(std::size_t index, ui::Rect box);
  void follow_keys(std::size_t index, bool focused);
  void put_down(std::size_t from, std::size_t to);
  std::size_t place_under(ui::Point pointer) const;

  Work& work_;
  TileMove& move_;
  std::vector<content::MediaId> ids_;
  std::size_t across_ = 1;
  bool changed_ = false;
};

ui::Rect Gallery::tile(std::size_t index) const {
  const float x = work_.area.x + kStepX * static_cast<float>(index % across_);
  const float y = work_.area.y + size::kFieldLabel + kStepY * static_cast<float>(index / across_);
  return {x, y, kPictureWide, kPictureHigh};
}

void Gallery::add(const content::MediaId& id) {
  if (ids_.size() >= most()) return;
  ids_.push_back(id);
  changed_ = true;
}

// What was chosen or dropped since the last frame.
void Gallery::take_new() {
  const std::size_t tiles = ids_.size() + (ids_.size() < most() ? 1 : 0);
  const float rows = static_cast<float>((std::max<std::size_t>(tiles, 1) + across_ - 1) / across_);
  take_files(work_, {work_.area.x, work_.area.y, work_.area.w, size::kFieldLabel + kStepY * rows});
  const auto dropped = dropped_pictures(work_);
  const std::size_t room = most() - std::min(most(), ids_.size());
  for (const content::MediaId& id : dropped) add(id);
  if (dropped.size() > room) work_.desk.toast("这里最多 " + std::to_string(most()) + " 张；另外 " + std::to_string(dropped.size() - room) + " 张在素材库里。");
  if (work_.memory.wish == nullptr || !work_.memory.wish->chosen) return;
  const std::size_t place = work_.memory.wish->place;
  if (place < ids_.size()) ids_[place] = *work_.memory.wish->chosen, changed_ = true;
  else add(*work_.memory.wish->chosen);
  work_.memory.wish.reset();
}

void Gallery::put_down(std::size_t from, std::size_t to) {
  if (from >= ids_.size() || to >= ids_.size() || from == to) return;
  const content::MediaId moved = ids_[from];
  ids_.erase(ids_.begin() + static_cast<std::ptrdiff_t>(from));
  ids_.insert(ids_.begin() + static_cast<std::ptrdiff_t>(to), moved);
  changed_ = true;
}

// The tile whose middle is nearest.
std::size_t Gallery::place_under(ui::Point pointer) const {
  std::size_t best = 0;
  float nearest = 1e9F;
  for (std::size_t i = 0; i < ids_.size(); ++i) {
    const ui::Point middle = work_.desk.on_screen(tile(i)).centre();
    const float away = std::hypot(pointer.x - middle.x, (pointer.y - middle.y) * 2);   // rows before columns
    if (away < nearest) nearest = away, best = i;
  }
  return best;
}

void Gallery::follow_mouse(std::size_t index, ui::Rect box) {
  ui::Canvas& canvas = work_.desk.canvas();
  const ui::Pointer& pointer = canvas.pointer();
  const bool taken = pointer.down && pointer.dragging && !canvas.under_modal() && work_.desk.on_screen(box).contains(pointer.press_position);
  if (taken && !move_.held && ids_.size() > 1) move_.held = index;
}

// Alt with the arrows takes the picture along; further presses go on from where it is now.
void Gallery::follow_keys(std::size_t index, bool focused) {
  if (!focused) {
    if (move_.focused == index) move_.focused.reset();
    return;
  }
  if (move_.focused != index) move_.focused = index, move_.carried = index;
  move_.carried = std::min(move_.carried, ids_.size() - 1);
  const bool left = work_.desk.shortcut({.key = ui::Key::Left, .alt = true}) && move_.carried > 0;
  const bool right = work_.desk.shortcut({.key = ui::Key::Right, .alt = true}) && move_.carried + 1 < ids_.size();
  if (!left && !right) return;
  const std::size_t to = left ? move_.carried - 1 : move_.carried + 1;
  put_down(move_.carried, to);
  move_.carried = to;
}

void Gallery::draw_tile(std::size_t index) {
  desk::Desk& desk = work_.desk;
  ui::Canvas& canvas = desk.canvas();
  const ui::Rect box = tile(index);
  const std::string item = work_.item + " 第 " + std::to_string(index + 1) + " 张";
  if (move_.held == index) canvas.fill(box, color::kWell, 4);
  else draw_picture_tile(work_, box, ids_[index]);
  if (!work_.enabled()) return;
  const ui::Touch touch = canvas.touch(item, box);
  if (touch.tapped) ask_for_picture(work_, index);
  follow_mouse(index, box);
  follow_keys(index, touch.focused);
  const ui::Rect bar{box.x, box.bottom() + 2, box.w, 28};
  if (index > 0 && desk::icon_button(desk, item + "：前移", "left", bar.left(28))) put_down(index, index - 1);
  if (desk::icon_button(desk, item + "：去掉", "close", {bar.right() - 28, bar.y, 28, 28})) {
    ids_.erase(ids_.begin() + static_cast<std::ptrdiff_t>(index));
    changed_ = true;
    return;
  }
  canvas.text(bar, std::to_string(index + 1), desk::centre(desk::small()));
}

// Under the mouse, with a bar where it would go.
void Gallery::draw_held() {
  if (!move_.held) return;
  desk::Desk& desk = work_.desk;
  ui::Canvas& canvas = desk.canvas();
  const ui::Pointer& pointer = canvas.pointer();
  const std::size_t held = *move_.held;
  if (held >= ids_.size() || !work_.enabled()) return move_.held.reset();
  move_.to = place_under(pointer.position);
  if (!pointer.down) {
    put_down(held, move_.to);
    return move_.held.reset();
  }
  canvas.cancel_taps();
  canvas.request_frame();
  const ui::Rect target = tile(move_.to);
  const float edge = move_.to > held ? target.right() + 4 : target.x - 8;
  canvas.fill({edge, target.y - 4, 4, target.h + 8}, color::kRed, 2);
  const ui::Point by{pointer.position.x - pointer.press_position.x, pointer.position.y - pointer.press_position.y};
  const ui::Rect box = tile(held);
  const ui::Rect floating{box.x + by.x, box.y + by.y, box.w, box.h};
  canvas.shadow(floating, ui::Elevation::Selected, 4);
  draw_picture_tile(work_, floating, ids_[held]);
  canvas.outline(floating.inset(-2), color::kRed, 2, 6);
}

FieldEdit Gallery::edit() {
  desk::Desk& desk = work_.desk;
  across_ = static_cast<std::size_t>(std::max(1.0F, std::floor((work_.area.w + 12) / kStepX)));
  take_new();
  complain_of_pictures(work_, ids_);
  if (work_.frame.help.empty() && work_.enabled()) {
    work_.frame.help = ids_.size() > 1 ? "拖动换顺序；用键盘选中后按 Alt ← →。照片可以直接拖到这里。" : "照片可以直接拖到这里。";
  }
  desk::field_label(desk, work_.area, work_.frame);
  const bool room = ids_.size() < most() && work_.enabled();
  const std::size_t tiles = std::max<std::size_t>(1, ids_.size() + (room ? 1 : 0));
  for (std::size_t i = 0; i < ids_.size(); ++i) draw_tile(i);
  if (room) {
    const bool busy = files_on_the_way(work_);
    const std::string words = busy ? "正在导入…" : "加一张";
    if (desk::button(desk, words, tile(tiles - 1), {.icon = busy ? "" : "plus", .enabled = !busy, .label = work_.item + "：加一张"}) && !busy) ask_for_picture(work_, ids_.size());
  } else if (ids_.empty()) {
    desk.canvas().text(tile(0).top(30), "没有填", desk::second());
  }
  if (move_.focused && *move_.focused < ids_.size() && move_.carried < ids_.size()) desk.canvas().outline(tile(move_.carried).inset(-3), color::kRed, 2, 6);
  draw_held();
  FieldEdit edit;
  if (changed_) {
    json next = json::array();
    for (const content::MediaId& id : ids_) next.push_back(id.text);
    edit.changed = edit.left = put(work_.value, std::move(next));
    desk.canvas().request_frame();
  }
  const float control = kStepY * static_cast<float>((tiles + across_ - 1) / across_);
  const desk::FieldBelow below = desk::field_below(desk, {work_.area.x, work_.area.y + size::kFieldLabel + control - 6}, work_.area.w, work_.frame, work_.item);
  edit.height = size::kFieldLabel + control + below.height;
  return edit;
}

}  // namespace

FieldEdit edit_gallery(Work& work) { return Gallery(work).edit(); }

}  // namespace admin::editors
