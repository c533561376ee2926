// Pictures of the library: one with its name, or several as tiles in their order.
#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "admin/desk/button.h"
#include "admin/editors/fields.h"
#include "admin/editors/library_picture.h"
#include "admin/editors/picture_pick.h"

namespace admin::editors {

namespace {

using nlohmann::json;
namespace color = desk::color;
namespace size = desk::size;

constexpr float kTileWidth = 128;
constexpr float kTileHeight = 84;

// The form may be gone when the answer comes: the answer goes to the memory only while that lives.
void ask_for_picture(Work& work, std::size_t place) {
  const std::shared_ptr<PictureWish> wish = std::make_shared<PictureWish>();
  wish->place = place;
  work.memory.wish = wish;
  const auto answer = [weak = std::weak_ptr<PictureWish>(wish)](content::MediaId id) {
    if (const auto alive = weak.lock()) alive->chosen = std::move(id);
  };
  if (work.context.pick_picture) work.context.pick_picture(answer);
  else work.desk.show(make_picture_pick(work.desk, std::string(work.field.zh), answer));
}

// The register is asked once a second, not in every frame; nullptr: there is no such picture.
const LibraryPicture* look_up(Work& work, const content::MediaId& id) {
  FieldMemory& memory = work.memory;
  const double now = work.desk.canvas().seconds();
  if (now >= memory.pictures_until) {
    memory.pictures.clear();
    memory.pictures_until = now + 1;
  }
  const auto known = memory.pictures.find(id.text);
  if (known != memory.pictures.end()) return &known->second;
  auto found = library_picture(work.desk.office(), id, kTileWidth * work.desk.canvas().pixels_per_u());
  return found ? &memory.pictures.emplace(id.text, std::move(*found)).first->second : nullptr;
}

void draw_picture(Work& work, ui::Rect box, const content::MediaId& id) {
  ui::Canvas& canvas = work.desk.canvas();
  const LibraryPicture* found = look_up(work, id);
  if (found != nullptr) {
    canvas.picture(box, found->source, {.radius = 4});
  } else {
    canvas.fill(box, color::kRed50, 4);
    canvas.outline(box, color::kError, 1, 4);
    canvas.text(box, "图没有了", desk::centre(desk::small(color::kError)));
  }
}

void draw_empty(Work& work, ui::Rect box) {
  ui::Canvas& canvas = work.desk.canvas();
  canvas.fill(box, color::kGround, 4);
  canvas.outline(box, work.frame.state == desk::FieldState::Error ? color::kError : color::kLine, 1, 4);
  canvas.icon("image", box.centre(), 26, color::kDisabledInk);
}

FieldEdit edit_one(Work& work) {
  desk::Desk& desk = work.desk;
  ui::Canvas& canvas = desk.canvas();
  FieldEdit edit;
  if (work.memory.wish != nullptr && work.memory.wish->chosen) {
    edit.changed = edit.left = put(work.value, work.memory.wish->chosen->text);
    work.memory.wish.reset();
  }
  const content::MediaId id{text_of(work.value)};
  desk::field_label(desk, work.area, work.frame);
  const ui::Rect tile{work.area.x, work.area.y + size::kFieldLabel, kTileWidth, kTileHeight};
  const LibraryPicture* found = id.empty() ? nullptr : look_up(work, id);
  id.empty() ? draw_empty(work, tile) : draw_picture(work, tile, id);
  const ui::Rect side{tile.right() + 12, tile.y, work.area.right() - tile.right() - 12, tile.h};
  if (found != nullptr) {
    canvas.text({side.x, side.y, side.w, 22}, found->name, desk::words(size::kSecond));
    canvas.text({side.x, side.y + 22, side.w, 20}, found->size, desk::small());
  } else {
    canvas.text({side.x, side.y, side.w, 22}, id.empty() ? "还没有选图" : "图库里没有这张图了", desk::second());
  }
  if (work.enabled()) {
    const std::string_view words = id.empty() ? "选图片" : "换一张";
    const float width = desk::button_width(desk, words);
    const float y = tile.bottom() - 34;
    if (desk::button(desk, words, {side.x, y, width, 34}, {.label = work.item + "：" + std::string(words)})) ask_for_picture(work, 0);
    if (!id.empty() && desk::button(desk, "不用图", {side.x + width + 8, y, 84, 34}, {.kind = desk::ButtonKind::Quiet, .label = work.item + "：不用图"})) {
      edit.changed = edit.left = put(work.value, json());
    }
  }
  const desk::FieldBelow below = desk::field_below(desk, {tile.x, tile.bottom()}, work.area.w, work.frame, work.item);
  edit.height = size::kFieldLabel + kTileHeight + below.height;
  return edit;
}

struct TileTool {
  std::optional<std::size_t> off;
  std::optional<std::size_t> left;
};

void draw_tile(Work& work, ui::Rect tile, const std::vector<content::MediaId>& ids, std::size_t index, TileTool& tool) {
  const std::string item = work.item + " 第 " + std::to_string(index + 1) + " 张";
  draw_picture(work, tile, ids[index]);
  if (!work.enabled()) return;
  const ui::Touch touch = work.desk.canvas().touch(item, tile);
  if (touch.focused) work.desk.canvas().outline(tile.inset(-3), color::kRed, 2, 6);
  if (touch.tapped) ask_for_picture(work, index);
  const ui::Rect bar{tile.x, tile.bottom() + 2, tile.w, 28};
  if (index > 0 && desk::icon_button(work.desk, item + "：前移", "left", bar.left(28))) tool.left = index;
  if (desk::icon_button(work.desk, item + "：去掉", "close", {bar.right() - 28, bar.y, 28, 28})) tool.off = index;
  work.desk.canvas().text(bar, std::to_string(index + 1), desk::centre(desk::small()));
}

FieldEdit edit_many(Work& work) {
  desk::Desk& desk = work.desk;
  FieldEdit edit;
  std::vector<content::MediaId> ids;
  if (work.value.is_array()) {
    for (const json& one : work.value) ids.push_back({text_of(one)});
  }
  if (work.memory.wish != nullptr && work.memory.wish->chosen) {
    const std::size_t place = std::min(work.memory.wish->place, ids.size());
    if (place == ids.size()) ids.push_back(*work.memory.wish->chosen);
    else ids[place] = *work.memory.wish->chosen;
    work.memory.wish.reset();
    edit.changed = true;
  }
  desk::field_label(desk, work.area, work.frame);
  TileTool tool;
  float x = work.area.x;
  float y = work.area.y + size::kFieldLabel;
  constexpr float kStepX = kTileWidth + 12;
  constexpr float kStepY = kTileHeight + 36;
  const bool room = work.field.count == 0 || ids.size() < static_cast<std::size_t>(work.field.count);
  const std::size_t tiles = ids.size() + (work.enabled() && room ? 1 : 0);
  for (std::size_t i = 0; i < tiles; ++i) {
    if (x + kTileWidth > work.area.right() && x > work.area.x) x = work.area.x, y += kStepY;
    const ui::Rect tile{x, y, kTileWidth, kTileHeight};
    x += kStepX;
    if (i < ids.size()) {
      draw_tile(work, tile, ids, i, tool);
      continue;
    }
    if (desk::button(desk, "加一张", tile, {.icon = "plus", .label = work.item + "：加一张"})) ask_for_picture(work, ids.size());
  }
  if (tool.off) ids.erase(ids.begin() + static_cast<std::ptrdiff_t>(*tool.off));
  if (tool.left) std::swap(ids[*tool.left], ids[*tool.left - 1]);
  if (tool.off || tool.left || edit.changed) {
    json next = json::array();
    for (const content::MediaId& id : ids) next.push_back(id.text);
    edit.changed = edit.left = put(work.value, std::move(next));
  }
  const float control = y + kStepY - work.area.y - size::kFieldLabel;
  const desk::FieldBelow below = desk::field_below(desk, {work.area.x, work.area.y + size::kFieldLabel + control - 6}, work.area.w, work.frame, work.item);
  edit.height = size::kFieldLabel + control + below.height;
  return edit;
}

}  // namespace

FieldEdit edit_picture(Work& work) { return work.field.type == content::FieldType::Media ? edit_one(work) : edit_many(work); }

}  // namespace admin::editors
