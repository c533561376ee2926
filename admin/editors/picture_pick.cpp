#include "admin/editors/picture_pick.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "admin/desk/button.h"
#include "admin/desk/field.h"
#include "admin/desk/scroll.h"
#include "admin/editors/library_picture.h"

namespace admin::editors {

namespace {

namespace color = desk::color;

constexpr float kTile = 150;
constexpr float kStep = 166;
constexpr float kStepDown = 150;
constexpr std::string_view kFilter = "在图库里找";

class PicturePick final : public desk::Layer {
 public:
  PicturePick(Workspace& office, std::string title, std::function<void(content::MediaId)> chosen)
      : title_(std::move(title)), chosen_(std::move(chosen)), pictures_(office.store().all_media()) {
    std::ranges::reverse(pictures_);
  }
  bool dims() const override { return true; }
  bool draw(desk::Desk& desk) override;

 private:
  bool matches(const content::StoredMedia& media) const;
  bool draw_tiles(desk::Desk& desk, ui::Rect area);
  bool draw_tile(desk::Desk& desk, ui::Rect tile, const content::StoredMedia& media);

  std::string title_;
  std::function<void(content::MediaId)> chosen_;
  std::vector<content::StoredMedia> pictures_;
  std::string filter_;
  desk::ScrollArea scroll_;
};

bool PicturePick::matches(const content::StoredMedia& media) const {
  return filter_.empty() || media.media.alt.find(filter_) != std::string::npos || media.source.find(filter_) != std::string::npos;
}

bool PicturePick::draw(desk::Desk& desk) {
  ui::Canvas& canvas = desk.canvas();
  const ui::Size whole = canvas.size();
  const ui::Rect box = ui::centred(canvas.bounds(), {std::min(1080.0F, whole.w - 80), std::min(740.0F, whole.h - 60)});
  canvas.shadow(box, ui::Elevation::Dialog, desk::size::kDialogRadius);
  canvas.fill(box, color::kPaper, desk::size::kDialogRadius);
  const ui::Rect head = box.inset(24, 0).top(68);
  canvas.text(head, "选图片 · " + title_, desk::bold(18));
  desk::text_box(desk, {head.right() - 330, head.y + 16, 280, 36}, kFilter, filter_, {.hint = kFilter});
  if (desk::icon_button(desk, "不选了", "close", {head.right() - 36, head.y + 16, 36, 36})) return false;
  canvas.line({box.x, head.bottom()}, {box.right(), head.bottom()}, color::kLine, 1);
  return draw_tiles(desk, box.below(68).inset(24, 12));
}

bool PicturePick::draw_tiles(desk::Desk& desk, ui::Rect view) {
  std::vector<const content::StoredMedia*> shown;
  for (const content::StoredMedia& media : pictures_) {
    if (!media.media.files.empty() && matches(media)) shown.push_back(&media);
  }
  if (shown.empty()) {
    const bool none = pictures_.empty();
    desk.canvas().text(view.top(80), none ? "图库里还没有图片，先到素材库里加几张" : "没有找到，换几个字试试", desk::centre(desk::second()));
    return true;
  }
  const ui::Rect area = scroll_.begin(desk, view, "图库");
  const auto across = static_cast<std::size_t>(std::max(1.0F, std::floor((area.w + kStep - kTile) / kStep)));
  const std::size_t rows = (shown.size() + across - 1) / across;
  const auto first = static_cast<std::size_t>(std::max(0.0F, scroll_.offset() / kStepDown));
  const std::size_t last = std::min(rows, first + static_cast<std::size_t>(view.h / kStepDown) + 2);
  bool open = true;
  for (std::size_t i = first * across; i < std::min(shown.size(), last * across); ++i) {
    const ui::Rect tile{area.x + kStep * static_cast<float>(i % across), area.y + kStepDown * static_cast<float>(i / across), kTile, kStepDown - 12};
    open = draw_tile(desk, tile, *shown[i]) && open;
  }
  scroll_.end(desk, area.y + kStepDown * static_cast<float>(rows));
  return open;
}

bool PicturePick::draw_tile(desk::Desk& desk, ui::Rect tile, const content::StoredMedia& media) {
  ui::Canvas& canvas = desk.canvas();
  const std::string name = media.media.alt.empty() ? media.source : media.media.alt;
  const ui::Touch touch = canvas.touch("图片 " + media.source, tile);
  if (touch.pressed || desk.hovers(tile)) canvas.fill(tile.inset(-4), color::kWell, 6);
  const ui::Rect picture = tile.top(102);
  if (const auto found = library_picture(desk.office(), media.media.id, kTile * canvas.pixels_per_u())) canvas.picture(picture, found->source, {.radius = 4});
  if (touch.focused) canvas.outline(picture.inset(-3), color::kRed, 2, 6);
  canvas.text({tile.x, picture.bottom() + 6, tile.w, 22}, name, desk::small(color::kInk2));
  if (!touch.tapped) return true;
  chosen_(media.media.id);
  return false;
}

}  // namespace

std::unique_ptr<desk::Layer> make_picture_pick(desk::Desk& desk, std::string title, std::function<void(content::MediaId)> chosen) {
  return std::make_unique<PicturePick>(desk.office(), std::move(title), std::move(chosen));
}

}  // namespace admin::editors
