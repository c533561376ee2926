#include <algorithm>
#include <cmath>
#include <utility>

#include "admin/desk/button.h"
#include "admin/preview/preview_card.h"

namespace admin {
namespace {

using ui::Rect;

constexpr float kBar = 56, kMargin = 24, kAir = 16;
constexpr std::string_view kPlace = "large";

// The kiosk at work: the mouse is the visitor's finger.
class LargePreview final : public desk::Layer {
 public:
  LargePreview(PreviewWish wish, std::shared_ptr<PreviewLook> look) : wish_(std::move(wish)), look_(std::move(look)) {}

  bool dims() const override { return true; }

  bool draw(desk::Desk& desk) override {
    ui::Canvas& canvas = desk.canvas();
    Preview& preview = desk.previews->get(kPlace);
    if (!began_) preview.play(false);   // whoever closed the last one by Escape left it where it was
    const bool stays = draw_bar(desk);
    preview.show(preview_now(desk));
    preview.play(stays);
    const Rect room = canvas.bounds().inset(kMargin, 0).below(kBar + kAir);
    const Rect box = middle(room.top(room.h - kAir), preview.aspect());
    canvas.shadow(box, ui::Elevation::Dialog, desk::size::kRadius);
    preview.draw(canvas, box, desk::size::kRadius);
    canvas.touch("预览的屏幕", box);
    follow_pointer(desk, preview, box);
    const bool space = began_ && ui::pressed({ui::Key::Space});
    began_ = true;
    if (stays && !space) return true;
    preview.play(false);
    return false;
  }

 private:
  static Rect middle(Rect room, float aspect) {
    const float width = std::floor(std::min(room.w, room.h * aspect));
    return ui::centred(room, {width, std::floor(width / aspect)});
  }

  PreviewWish preview_now(desk::Desk& desk) const {
    const PreviewSubject subject{.kind = wish_.kind, .record = wish_.record, .body = wish_.body ? &*wish_.body : nullptr, .field = wish_.field, .base = wish_.base};
    return preview_wish(subject, *look_, city_minute(desk.office()));
  }

  // False when it was closed.
  bool draw_bar(desk::Desk& desk) {
    ui::Canvas& canvas = desk.canvas();
    const Rect bar = canvas.bounds().top(kBar);
    canvas.fill(bar, desk::color::kPaper);
    canvas.line({0, bar.bottom()}, {bar.w, bar.bottom()}, desk::color::kLine, 1);
    const float x = bar.right() - kMargin - 34;
    const bool closed = desk::icon_button(desk, "关上预览", "close", {x, 11, 34, 34});
    const float left = chips_.draw(desk, {bar.x, 0, x - 16, kBar}, *look_);
    canvas.text({kMargin, 0, std::max(0.0F, left - kMargin), kBar}, "屏上的样子　可以像在大屏前一样点按，Esc 关上", desk::second());
    return !closed;
  }

  // Where the mouse is held outside the picture the finger is nowhere.
  static void follow_pointer(desk::Desk& desk, Preview& preview, Rect box) {
    const ui::Pointer& pointer = desk.canvas().pointer();
    const bool over = box.contains(pointer.position);
    const bool begun_inside = box.contains(pointer.press_position);
    const ui::Point at{(pointer.position.x - box.x) / box.w, (pointer.position.y - box.y) / box.h};
    preview.touch(over ? at : ui::Point{-1, -1}, pointer.down && over && begun_inside);
    if (over && pointer.wheel != 0) preview.wheel(pointer.wheel);
  }

  PreviewWish wish_;
  std::shared_ptr<PreviewLook> look_;
  PreviewChips chips_;
  bool began_ = false;
};

}  // namespace

std::unique_ptr<desk::Layer> make_large_preview(PreviewWish wish, std::shared_ptr<PreviewLook> look) {
  return std::make_unique<LargePreview>(std::move(wish), std::move(look));
}

}  // namespace admin
