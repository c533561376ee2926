#include "admin/editors/picture_parts.h"

#include <algorithm>

#include "admin/editors/picture_pick.h"
#include "admin/workspace/records.h"

namespace admin::editors {

namespace color = desk::color;

namespace {

constexpr std::chrono::milliseconds kLookAgain{50};

}  // namespace

void PictureDrop::take(Work& work, ui::Rect box) {
  desk::Desk& desk = work.desk;
  if (desk.dropped.empty() || !work.enabled() || busy() || !desk.hovers(box)) return;
  if (intake_ == nullptr) intake_ = std::make_unique<PictureIntake>(PictureIntake::Options{.office_db = desk.office().db()});
  refusal_.clear();
  settled_.clear();
  intake_->add(std::exchange(desk.dropped, {}));
  busy_ = true;
}

std::vector<content::MediaId> PictureDrop::settle(Work& work) {
  if (!busy()) return {};
  Workspace& office = work.desk.office();
  for (IntakeItem& item : intake_->settle(office.store(), office.person().name)) settled_.push_back(std::move(item));
  if (intake_->progress().busy) {
    work.desk.canvas().request_frame_in(kLookAgain);
    return {};
  }
  busy_ = false;
  intake_->forget_finished();
  office.records().refresh();
  std::ranges::sort(settled_, {}, &IntakeItem::number);
  std::vector<content::MediaId> ids;
  for (const IntakeItem& item : settled_) {
    if (!item.media.empty()) ids.push_back(item.media);
    else if (refusal_.empty()) refusal_ = item.reason.zh;
  }
  work.memory.pictures_until = 0;
  return ids;
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
  if (known != memory.pictures.end()) return &known->second;
  auto found = library_picture(work.desk.office(), id, kPictureWide * work.desk.canvas().pixels_per_u());
  return found ? &memory.pictures.emplace(id.text, std::move(*found)).first->second : nullptr;
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
  const std::string& refusal = picture_memory(work).drop.refusal();
  if (!refusal.empty()) complain(work, refusal);
  for (const content::MediaId& id : ids) {
    const LibraryPicture* found = look_up(work, id);
    if (found == nullptr) complain(work, "素材库里没有这张图了，请换一张。");
    else if (found->gone) complain(work, "“" + found->name + "”的图片文件不在了，屏上会是空的。请换一张，或在素材库里用“替换图片”补上原图。");
  }
}

FieldEdit edit_picture(Work& work) { return work.field.type == content::FieldType::Media ? edit_one_picture(work) : edit_gallery(work); }

}  // namespace admin::editors
