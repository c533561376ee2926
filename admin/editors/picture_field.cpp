// One picture of the library with its name.
#include <string>
#include <vector>

#include "admin/desk/button.h"
#include "admin/editors/picture_parts.h"

namespace admin::editors {

namespace {

namespace color = desk::color;
namespace size = desk::size;

void draw_empty(Work& work, ui::Rect box) {
  ui::Canvas& canvas = work.desk.canvas();
  canvas.fill(box, color::kGround, 4);
  canvas.outline(box, work.frame.state == desk::FieldState::Error ? color::kError : color::kLine, 1, 4);
  canvas.icon("image", box.centre(), 26, color::kDisabledInk);
}

// What was chosen or dropped since the last frame.
bool take_picture(Work& work, ui::Rect box) {
  take_files(work, box);
  bool changed = false;
  if (const auto dropped = dropped_pictures(work); !dropped.empty()) {
    changed = put(work.value, dropped.front().text);
    if (dropped.size() > 1) work.desk.toast("这里只放一张；另外 " + std::to_string(dropped.size() - 1) + " 张在素材库里。");
  }
  if (work.memory.wish != nullptr && work.memory.wish->chosen) {
    changed = put(work.value, work.memory.wish->chosen->text) || changed;
    work.memory.wish.reset();
  }
  return changed;
}

void draw_words(Work& work, ui::Rect side, const content::MediaId& id) {
  ui::Canvas& canvas = work.desk.canvas();
  if (files_on_the_way(work)) {
    canvas.text(side.top(22), "正在导入…", desk::second(color::kIndigo));
    return;
  }
  const LibraryPicture* found = id.empty() ? nullptr : look_up(work, id);
  if (found == nullptr) {
    canvas.text(side.top(22), id.empty() ? work.enabled() ? "还没有选图；可以把照片直接拖到这里" : "还没有选图" : "图库里没有这张图了", desk::second());
    return;
  }
  canvas.text(side.top(22), found->name, desk::words(size::kSecond));
  canvas.text({side.x, side.y + 22, side.w, 20}, found->size, desk::small());
}

}  // namespace

FieldEdit edit_one_picture(Work& work) {
  desk::Desk& desk = work.desk;
  FieldEdit edit;
  const ui::Rect tile{work.area.x, work.area.y + size::kFieldLabel, kPictureWide, kPictureHigh};
  edit.changed = edit.left = take_picture(work, {work.area.x, work.area.y, work.area.w, size::kFieldLabel + kPictureHigh});
  const content::MediaId id{text_of(work.value)};
  complain_of_pictures(work, id.empty() ? std::vector<content::MediaId>{} : std::vector{id});
  desk::field_label(desk, work.area, work.frame);
  id.empty() ? draw_empty(work, tile) : draw_picture_tile(work, tile, id);
  const ui::Rect side{tile.right() + 12, tile.y, work.area.right() - tile.right() - 12, tile.h};
  draw_words(work, side, id);
  if (work.enabled()) {
    const std::string_view words = id.empty() ? "选图片" : "换一张";
    const float width = desk::button_width(desk, words);
    const float y = tile.bottom() - 34;
    if (desk::button(desk, words, {side.x, y, width, 34}, {.label = work.item + "：" + std::string(words)})) ask_for_picture(work, 0);
    if (!id.empty() && desk::button(desk, "不用图", {side.x + width + 8, y, 84, 34}, {.kind = desk::ButtonKind::Quiet, .label = work.item + "：不用图"})) {
      edit.changed = edit.left = put(work.value, nlohmann::json());
    }
  }
  const desk::FieldBelow below = desk::field_below(desk, {tile.x, tile.bottom()}, work.area.w, work.frame, work.item);
  edit.height = size::kFieldLabel + kPictureHigh + below.height;
  return edit;
}

}  // namespace admin::editors
