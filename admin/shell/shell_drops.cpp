// Files dropped on the window: to the panel, else to where such files belong.
#include <fmt/format.h>

#include <chrono>
#include <utility>

#include "admin/preview/preview.h"
#include "admin/shell/shell.h"
#include "admin/workspace/import_session.h"
#include "admin/workspace/picture_drops.h"
#include "admin/workspace/records.h"

namespace admin {

namespace {

// Of pictures whose field is not on the screen any more.
std::string words_of_waiting(const Records& records, const PictureDrops::Place& place, std::size_t pictures) {
  const std::string came = fmt::format("拖来的 {} 张图已进素材库", pictures);
  if (place.record.empty()) return came + "。";
  const content::Record* record = records.find(place.record);
  if (record == nullptr) return came + "；回到那条新的记录时就放进去。";
  const content::Field* field = content::kind_spec(record->kind).find_field(place.field);
  return fmt::format("{}；打开“{}”时就放进“{}”。", came, records.title(place.record), field == nullptr ? "图片" : field->zh);
}

}  // namespace

// What the panel had no use for are tables, or pictures: the library takes them in, or says why not.
void Shell::send_files_to_library() {
  if (desk_.dropped.empty() || (showing_ != nullptr && showing_->id == "media")) return;
  if (is_table(desk_.dropped.front())) {
    // Most tables list merchants; one that does not is sent on from there.
    const std::string file = std::exchange(desk_.dropped, {}).front().string();
    return desk_.go({.panel = "merchant", .record = {}, .field = file, .view = "import"});
  }
  waiting_files_ = std::exchange(desk_.dropped, {});
  desk_.go({.panel = "media"});
  desk_.toast("拖进来的文件交给素材库了；好了以后，回到表单里选它。");
}

void Shell::follow_dropped_pictures() {
  PictureDrops& drops = office_.picture_drops();
  for (const auto& [place, lot] : drops.settle()) {
    if (!lot.pictures.empty()) desk_.toast(words_of_waiting(office_.records(), place, lot.pictures.size()));
    if (!lot.refusal.empty()) desk_.fail(lot.refusal);
  }
  if (drops.any_busy()) desk_.canvas().request_frame_in(std::chrono::milliseconds(50));
}

}  // namespace admin
