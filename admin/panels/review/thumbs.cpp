#include "admin/panels/review/thumbs.h"

namespace admin {
namespace {

namespace color = desk::color;

ui::PictureSource source_of(const Workspace& office, const content::Media& media, content::MediaSize size) {
  const content::MediaFile* best = nullptr;
  for (const content::MediaFile& file : media.files) {
    if (best == nullptr || file.size <= size) best = &file;
  }
  if (best == nullptr) return {};
  return {.key = best->sha256, .file = office.library().blobs().path(best->sha256), .width = best->width, .height = best->height,
          .focus_x = media.focus_x, .focus_y = media.focus_y};
}

// One picture over the whole window; any click or Escape closes it.
class LargePicture final : public desk::Layer {
 public:
  LargePicture(ui::PictureSource source, std::string alt) : source_(std::move(source)), alt_(std::move(alt)) {}
  bool dims() const override { return true; }
  bool draw(desk::Desk& desk) override {
    ui::Canvas& canvas = desk.canvas();
    const ui::Rect box = canvas.bounds().inset(72, 56);
    canvas.picture(box, source_, {.fit_inside = true, .placeholder = color::kScrim});
    canvas.text({box.x, box.bottom() + 12, box.w, 28}, alt_, desk::centre(desk::words(desk::size::kText, color::kCream)));
    return !canvas.touch("关掉大图", canvas.bounds()).tapped;
  }

 private:
  ui::PictureSource source_;
  std::string alt_;
};

}  // namespace

const std::optional<content::StoredMedia>& Thumbs::find(const content::MediaId& id) {
  const auto known = known_.find(id.text);
  if (known != known_.end()) return known->second;
  return known_.emplace(id.text, office_.store().media(id)).first->second;
}

std::string Thumbs::alt(const content::MediaId& id) {
  const auto& stored = find(id);
  return stored && !stored->media.alt.empty() ? stored->media.alt : "（没有说明）";
}

void Thumbs::draw(desk::Desk& desk, ui::Rect box, const content::MediaId& id, std::string_view label, ui::Color frame, float width) {
  ui::Canvas& canvas = desk.canvas();
  std::optional<content::Media> media;
  desk.attempt([&] {
    if (const auto& stored = find(id)) media = stored->media;
  });
  if (media) {
    canvas.picture(box.inset(width), source_of(office_, *media, content::MediaSize::Card), {.radius = desk::size::kRadius});
  } else {
    canvas.fill(box, color::kWell, desk::size::kRadius);
    canvas.text(box, "图片不在", desk::centre(desk::small()));
  }
  canvas.outline(box, frame, width, desk::size::kRadius);
  if (canvas.touch(label, box).tapped && media) {
    desk.show(std::make_unique<LargePicture>(source_of(office_, *media, content::MediaSize::Full), alt(id)));
  }
}

}  // namespace admin
