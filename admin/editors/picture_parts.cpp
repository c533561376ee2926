#include "admin/editors/picture_parts.h"

#include <algorithm>

#include "admin/editors/picture_pick.h"
#include "admin/workspace/picture_drops.h"

namespace admin::editors {

namespace color = desk::color;

namespace {

PictureDrops::Place place_of(const Work& work) { return {work.context.draft, std::string(work.field.key)}; }

}  // namespace

void take_files(Work& work, ui::Rect box) {
  desk::Desk& desk = work.desk;
  if (desk.dropped.empty() || !work.enabled() || !desk.hovers(box)) return;
  picture_memory(work).refusal.clear();
  desk.office().picture_drops().add(place_of(work), std::exchange(desk.dropped, {}));
}

bool files_on_the_way(const Work& work) { return work.desk.office().picture_drops().busy(place_of(work)); }

std::vector<content::MediaId> dropped_pictures(Work& work) {
  if (!work.enabled()) return {};
  auto lot = work.desk.office().picture_drops().take(place_of(work));
  if (!lot) return {};
  picture_memory(work).refusal = std::move(lot->refusal);
  work.memory.pictures_until = 0;
  return std::move(lot->pictures);
}

PictureMemory& picture_memory(Work& work) {
  if (work.memory.part == nullptr) work.memory.part = std::make_unique<PictureMemory>();
  return static_cast<PictureMemory&>(*work.memory.part);
}

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

const LibraryPicture* look_up(Work& work, const content::MediaId& id) {
  FieldMemory& memory = work.memory;
  const double now = work.desk.canvas().seconds();
  if (now >= memory.pictures_until) {
    memory.pictures.clear();
    memory.pictures_until = now + 1;
  }
  const auto known = memory.pictures.find(id.text);
  const auto place = known != memory.pictures.end()
                         ? known
                         : memory.pictures.emplace(id.text, library_picture(work.desk.office(), id, kPictureWide * work.desk.canvas().pixels_per_u())).first;
  return place->second ? &*place->second : nullptr;
}

void draw_picture_tile(Work& work, ui::Rect box, const content::MediaId& id) {
  ui::Canvas& canvas = work.desk.canvas();
  const LibraryPicture* found = look_up(work, id);
  if (found != nullptr && !found->gone) {
    canvas.picture(box, found->source, {.radius = 4});
    return;
  }
  canvas.fill(box, color::kRed50, 4);
  canvas.outline(box, color::kError, 1, 4);
  canvas.text(box, found == nullptr ? "图没有了" : "文件不在了", desk::centre(desk::small(color::kError)));
}

void complain_of_pictures(Work& work, const std::vector<content::MediaId>& ids) {
  const std::string& refusal = picture_memory(work).refusal;
  if (!refusal.empty()) complain(work, refusal);
  for (const content::MediaId& id : ids) {
    const LibraryPicture* found = look_up(work, id);
    if (found == nullptr) complain(work, "素材库里没有这张图了，请换一张。");
    else if (found->gone) complain(work, "“" + found->name + "”的图片文件不在了，屏上会是空的。请换一张，或在素材库里用“替换图片”补上原图。");
  }
}

FieldEdit edit_picture(Work& work) { return work.field.type == content::FieldType::Media ? edit_one_picture(work) : edit_gallery(work); }

}  // namespace admin::editors
