#include "admin/panels/form/picture_picker.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "admin/desk/button.h"
#include "admin/desk/look.h"
#include "admin/desk/marks.h"
#include "admin/desk/scroll.h"
#include "admin/workspace/records.h"
#include "admin/workspace/search_keys.h"
#include "kiosk/ui/text_edit.h"

namespace admin {

using content::StoredMedia;
using namespace desk::color;

namespace {

constexpr float kTile = 176, kPicture = 112, kStep = 160, kGap = 12;

class PicturePicker : public desk::Layer {
 public:
  explicit PicturePicker(std::function<void(content::MediaId)> chosen) : chosen_(std::move(chosen)) {}

  bool dims() const override { return true; }

  bool draw(desk::Desk& desk) override {
    if (!read_) read(desk);
    ui::Canvas& canvas = desk.canvas();
    const ui::Size whole = canvas.size();
    const ui::Rect box = ui::centred(canvas.bounds(), {std::min(whole.w - 80, 1020.0F), std::min(whole.h - 80, 720.0F)});
    canvas.fill(box, kPaper, desk::size::kDialogRadius);
    canvas.text({box.x + 28, box.y + 16, 300, 40}, "选一张图片", desk::bold(19));
    draw_search(desk, {box.right() - 28 - 300, box.y + 18, 300, 36});
    const ui::Rect foot{box.x + 28, box.bottom() - 60, box.w - 56, desk::size::kBigButton};
    draw_tiles(desk, {box.x + 28, box.y + 70, box.w - 56, foot.y - box.y - 82});
    canvas.text(foot.left(foot.w - 140), fmt::format("{} 张；还没有的图片，先到素材库里导入", shown_.size()), desk::second());
    const bool closes = desk::button(desk, "先不选", {foot.right() - 110, foot.y, 110, foot.h});
    return !closes && !done_;
  }

 private:
  void read(desk::Desk& desk) {
    read_ = true;
    KeyMaker& maker = desk.office().records().key_maker();
    pictures_ = desk.office().store().all_media();
    for (const StoredMedia& picture : pictures_) {
      SearchKeys keys;
      maker.add_name(keys, picture.media.alt, content::NameKind::Other);
      maker.add_name(keys, picture.source, content::NameKind::Other);
      keys_.push_back(std::move(keys));
    }
    sift();
  }

  void sift() {
    const SearchQuery query(typed_);
    shown_.clear();
    for (std::size_t i = 0; i < pictures_.size(); ++i) {
      if (query.empty() || query.finds(keys_[i])) shown_.push_back(i);
    }
    scroll_.to_top();
  }

  void draw_search(desk::Desk& desk, ui::Rect box) {
    ui::Canvas& canvas = desk.canvas();
    canvas.outline(box, kField, 1, desk::size::kRadius);
    canvas.icon("search", {box.x + 20, box.centre().y}, 15, kInk2);
    const ui::Edited edited = ui::text_edit(canvas, "找图片", box.inset(4).after(32), typed_,
                                            {.text = desk::words(), .caret = kRed, .selection = kRedHalo, .hint = "画面说明、文件名或拼音", .hint_color = kHint});
    if (edited.changed) sift();
  }

  void draw_tiles(desk::Desk& desk, ui::Rect area) {
    if (shown_.empty()) return desk::empty_words(desk, area, "没有这样的图片", "换几个字再找，或先到素材库里导入。", "image");
    const ui::Rect inside = scroll_.begin(desk, area, "图片");
    const auto across = static_cast<std::size_t>(std::max(1.0F, std::floor((inside.w + kGap) / (kTile + kGap))));
    const float top = area.y + scroll_.offset();
    for (std::size_t i = 0; i < shown_.size(); ++i) {
      const ui::Rect tile{inside.x + static_cast<float>(i % across) * (kTile + kGap), inside.y + static_cast<float>(i / across) * kStep, kTile, kStep - kGap};
      const bool seen = tile.bottom() > top && tile.y < top + area.h;
      if (seen) draw_tile(desk, tile, pictures_[shown_[i]]);
    }
    scroll_.end(desk, inside.y + static_cast<float>((shown_.size() + across - 1) / across) * kStep);
  }

  void draw_tile(desk::Desk& desk, ui::Rect tile, const StoredMedia& picture) {
    ui::Canvas& canvas = desk.canvas();
    const ui::Touch touch = canvas.touch("图片 " + picture.source, tile);
    canvas.fill(tile, desk.hovers(tile) ? kWell : kHover, 8);
    // The smallest file that fills the tile.
    const float wanted = kTile * canvas.pixels_per_u();
    const auto& files = picture.media.files;
    auto file = std::ranges::find_if(files, [wanted](const content::MediaFile& one) { return static_cast<float>(one.width) >= wanted; });
    if (file == files.end() && !files.empty()) file = files.end() - 1;
    if (file != files.end()) {
      canvas.picture(tile.top(kPicture), {file->sha256, desk.office().library().blobs().path(file->sha256), file->width, file->height, picture.media.focus_x, picture.media.focus_y},
                     {.radius = 8, .round_top_only = true});
    }
    canvas.text({tile.x + 8, tile.y + kPicture, tile.w - 16, tile.h - kPicture}, picture.media.alt.empty() ? picture.source : picture.media.alt, desk::second(kInk));
    canvas.outline(tile, touch.focused ? kRed : kLine, touch.focused ? 2 : 1, 8);
    if (!touch.tapped || done_) return;
    done_ = true;
    chosen_(picture.media.id);
  }

  std::function<void(content::MediaId)> chosen_;
  std::vector<StoredMedia> pictures_;
  std::vector<SearchKeys> keys_;
  std::vector<std::size_t> shown_;
  std::string typed_;
  bool read_ = false;
  bool done_ = false;
  desk::ScrollArea scroll_;
};

}  // namespace

std::unique_ptr<desk::Layer> make_picture_picker(std::function<void(content::MediaId)> chosen) {
  return std::make_unique<PicturePicker>(std::move(chosen));
}

}  // namespace admin
