#include "kiosk/screens/picture_viewer.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "kiosk/pictures.h"
#include "kiosk/ui/widgets.h"
#include "kiosk/ui/widgets_look.h"
#include "kiosk/widgets/chinese_mark.h"

namespace kiosk {
namespace {

using ui::Face;
using ui::Point;
using ui::Rect;

constexpr float kPanelPad = 24, kFrame = 24, kGap = 12;
constexpr float kMoveShare = 0.4F;            // of the box that an arrow moves the picture by
constexpr double kDoubleTapSeconds = 0.4;
constexpr float kDoubleTapReach = 60;         // u between both taps
constexpr float kDoubleTapZoom = 2.5F;

ui::Size pill_size(const ui::Canvas& canvas) { return canvas.landscape() ? ui::Size{96, 72} : ui::Size{104, 84}; }

float row_height(const PageAreas& areas) { return areas.landscape ? 72 : 84; }

ui::TextStyle caption_style(const ui::Canvas& canvas) { return {.face = Face::Sans, .size = 31, .color = canvas.color().ink, .line = 1.4F}; }

}  // namespace

bool PictureViewerScreen::enter(const Context& context) {
  const content::MediaId before = pictures_.empty() ? content::MediaId{} : shown().id;
  const content::MediaId wanted = entered_ ? before : target_.picture < target_.pictures.size() ? target_.pictures[target_.picture] : content::MediaId{};
  pictures_.clear();
  int first = 0;
  for (const content::MediaId& id : target_.pictures) {
    const content::Media* media = id.empty() ? nullptr : context.catalog.find_media(id);
    if (media == nullptr || media->files.empty()) continue;
    if (id == wanted && first == 0) first = static_cast<int>(pictures_.size());
    const content::MediaFile& file = media->files.back();
    pictures_.push_back({id, media->alt, {static_cast<float>(std::max(1, file.width)), static_cast<float>(std::max(1, file.height))}});
  }
  if (pictures_.empty()) return false;
  if (!entered_ || turner_.page() != first) first_ = first;
  entered_ = true;
  return true;
}

Action PictureViewerScreen::draw(ui::Canvas& canvas, const Context& context) {
  const Layout layout = lay_out(canvas);
  const auto& color = canvas.color();
  const bool high_contrast = canvas.theme().modes.high_contrast;
  canvas.fill(canvas.bounds(), high_contrast ? color.paper0 : color.ink);
  draw_plane(canvas, context, layout);
  canvas.fill(layout.panel, color.paper1);
  canvas.fill(layout.panel.top(2), color.line);
  draw_caption(canvas, context, layout);
  draw_buttons(canvas, context, layout);
  return draw_dock(canvas, context, layout.areas, context.texts("search.hint.all"));
}

void PictureViewerScreen::draw_caption(ui::Canvas& canvas, const Context& context, const Layout& layout) const {
  if (shown().caption.empty()) return;
  Rect words = layout.caption;
  // The pictures' words have no English.
  if (context.texts.language() == ui::Language::English) words = words.after(chinese_mark(canvas, context.texts, words.origin()) + 16);
  canvas.paragraph(words, shown().caption, caption_style(canvas));
}

// The panel is as high as the longest caption needs, so that turning pages moves nothing.
PictureViewerScreen::Layout PictureViewerScreen::lay_out(const ui::Canvas& canvas) const {
  Layout layout;
  layout.areas = page_areas(canvas);
  const ui::Size size = canvas.size();
  const float bottom = layout.areas.dock.y;
  const float margin = ui::space::kMargin;
  const float row = row_height(layout.areas);
  const ui::Size pill = pill_size(canvas);
  const bool many = pictures_.size() > 1;
  const float zoom = 3 * pill.w + 2 * kGap;
  const float moves = 4 * pill.w + 3 * kGap;
  const float pager = many ? 2 * pill.w + 150 * canvas.theme().text_size(10) / 10 : 0;
  const float one_row = zoom + moves + pager + 2 * 32;
  const float width = size.w - 2 * margin;
  layout.two_rows = one_row > width;
  const float beside = width - one_row - 48;
  const bool caption_beside = layout.areas.landscape && beside > 480;
  const float caption_width = caption_beside ? beside : width;
  float caption = 0;
  const float mark = canvas.theme().modes.language == ui::Language::English ? 140 : 0;
  for (const Picture& picture : pictures_) {
    if (picture.caption.empty()) continue;
    caption = std::max(caption, canvas.layout(picture.caption, caption_style(canvas), caption_width - mark).height());
  }
  const float buttons = layout.two_rows ? 2 * row + 16 : row;
  const float inner = caption_beside ? std::max(caption, buttons) : caption + (caption > 0 ? 16 : 0) + buttons;
  const float high = inner + 2 * kPanelPad;
  layout.panel = {0, bottom - high, size.w, high};
  layout.picture = {0, 0, size.w, layout.panel.y};
  layout.caption = {margin, layout.panel.y + kPanelPad, caption_width, caption};
  if (caption_beside) layout.caption.y += std::max(0.0F, (inner - caption) / 2);
  layout.buttons = {margin, bottom - kPanelPad - buttons, width, buttons};
  return layout;
}

void PictureViewerScreen::draw_plane(ui::Canvas& canvas, const Context& context, const Layout& layout) {
  const Rect box = layout.picture.inset(kFrame);
  canvas.clip(layout.picture);
  if (view_.zoomed()) {
    follow_finger(canvas, box);
    draw_picture(canvas, context, shown(), view_, box);
  } else {
    const auto turn = turner_.begin(canvas, "pictures", layout.picture, static_cast<int>(pictures_.size()));
    if (first_) turner_.go_to(*std::exchange(first_, std::nullopt));
    for (const auto& page : turn.pages) {
      canvas.push_offset(page.offset);
      draw_picture(canvas, context, pictures_[static_cast<std::size_t>(page.index)], {}, box);
      canvas.pop_offset();
    }
    turner_.end(canvas);
    follow_finger(canvas, box);
  }
  canvas.unclip();
  if (turner_.page() != page_) {
    page_ = turner_.page();
    view_ = {};
    canvas.request_frame();
  }
  prefetch_neighbours(canvas, context, box);
}

void PictureViewerScreen::draw_picture(ui::Canvas& canvas, const Context& context, const Picture& picture, const PictureView& view, Rect box) const {
  const Rect whole = placed({}, picture.size, box);
  const float scale = canvas.pixels_per_u();
  const auto fitting = picture_source(context.catalog, picture.id, std::max(whole.w, whole.h) * scale);
  const ui::Color ground = canvas.color().ink2.with_alpha(0.4F);
  const Rect drawn = placed(view, picture.size, box);
  if (view.zoomed()) {
    // The picture that was seen stays, larger, until the sharper one is there; the parts outside are cut off.
    canvas.clip(box);
    const auto sharp = picture_source(context.catalog, picture.id, std::max(drawn.w, drawn.h) * scale);
    if (sharp.key != fitting.key) canvas.picture(drawn, fitting, {.placeholder = ground});
    canvas.picture(drawn, sharp, {.placeholder = sharp.key != fitting.key ? ground.with_alpha(0) : ground});
    canvas.unclip();
  } else {
    canvas.picture(drawn, fitting, {.placeholder = ground});
  }
  if (!canvas.theme().modes.high_contrast) return;
  const float left = std::max(drawn.x, box.x), top = std::max(drawn.y, box.y);
  canvas.outline({left, top, std::min(drawn.right(), box.right()) - left, std::min(drawn.bottom(), box.bottom()) - top}, canvas.color().ink, 3);
}

void PictureViewerScreen::prefetch_neighbours(ui::Canvas& canvas, const Context& context, Rect box) const {
  for (const int step : {1, -1}) {
    const int index = turner_.page() + step;
    if (index < 0 || index >= static_cast<int>(pictures_.size())) continue;
    const Picture& picture = pictures_[static_cast<std::size_t>(index)];
    const Rect whole = placed({}, picture.size, box);
    canvas.prefetch(picture_source(context.catalog, picture.id, std::max(whole.w, whole.h) * canvas.pixels_per_u()), whole.size());
  }
}

// Zoomed: the picture goes with the finger. Twice on the same place: closer, or back to the whole.
void PictureViewerScreen::follow_finger(ui::Canvas& canvas, Rect box) {
  if (canvas.under_modal()) return;
  const ui::Pointer& finger = canvas.pointer();
  const ui::Size picture = shown().size;
  if (finger.pressed) {
    panning_ = view_.zoomed() && box.contains(finger.position);
    last_finger_ = finger.position;
  }
  if (panning_ && finger.down) {
    view_ = moved_by(view_, finger.position - last_finger_, picture, box);
    last_finger_ = finger.position;
    canvas.request_frame();
  }
  if (!finger.released) return;
  panning_ = false;
  if (finger.dragging || !box.contains(finger.press_position)) return;
  const Point apart = finger.position - last_tap_at_;
  const bool twice = canvas.seconds() - last_tap_ < kDoubleTapSeconds && std::hypot(apart.x, apart.y) < kDoubleTapReach;
  last_tap_ = twice ? -10 : canvas.seconds();
  last_tap_at_ = finger.position;
  if (!twice) return;
  view_ = view_.zoomed() ? PictureView{} : zoomed_by(view_, kDoubleTapZoom, finger.position, picture, box);
  canvas.request_frame();
}

void PictureViewerScreen::draw_buttons(ui::Canvas& canvas, const Context& context, const Layout& layout) {
  const float row = row_height(layout.areas);
  const ui::Size pill = pill_size(canvas);
  const Rect lower = {layout.buttons.x, layout.buttons.bottom() - row, layout.buttons.w, row};
  float right = lower.right();
  if (pictures_.size() > 1) {
    const int before = turner_.page();
    right -= ui::pager(canvas, lower, turner_, static_cast<int>(pictures_.size())) + 32;
    if (turner_.page() != before) view_ = {};
  }
  const float zoom = 3 * pill.w + 2 * kGap;
  draw_zoom_buttons(canvas, context, layout, {right - zoom, lower.y, zoom, row});
  if (!view_.zoomed()) return;
  const float moves = 4 * pill.w + 3 * kGap;
  const Rect beside{right - zoom - 32 - moves, lower.y, moves, row};
  const Rect above{lower.right() - moves, layout.buttons.y, moves, row};
  draw_move_buttons(canvas, context, layout, layout.two_rows ? above : beside);
}

void PictureViewerScreen::draw_zoom_buttons(ui::Canvas& canvas, const Context& context, const Layout& layout, Rect row) {
  const Texts& texts = context.texts;
  const Rect box = layout.picture.inset(kFrame);
  const ui::Size pill = pill_size(canvas);
  const auto place = [&](int i) { return Rect{row.x + static_cast<float>(i) * (pill.w + kGap), row.y, pill.w, row.h}; };
  const auto zoom = [&](float factor) {
    view_ = zoomed_by(view_, factor, box.centre(), shown().size, box);
    canvas.request_frame();
  };
  if (ui::arrow_pill(canvas, texts("pictures.smaller"), "minus", place(0), view_.zoomed())) zoom(1 / kZoomStep);
  if (ui::arrow_pill(canvas, texts("pictures.whole"), "locate", place(1), view_.zoomed())) {
    view_ = {};
    canvas.request_frame();
  }
  if (ui::arrow_pill(canvas, texts("pictures.larger"), "plus", place(2), view_.zoom < kMostZoom * 0.99F)) zoom(kZoomStep);
}

// So that nobody needs to drag.
void PictureViewerScreen::draw_move_buttons(ui::Canvas& canvas, const Context& context, const Layout& layout, Rect row) {
  const Texts& texts = context.texts;
  const Rect box = layout.picture.inset(kFrame);
  const ui::Size pill = pill_size(canvas);
  const More more = more_of(view_, shown().size, box);
  struct Move {
    std::string_view icon, key;
    Point by;
    bool any;
  };
  const std::array<Move, 4> moves{{{"left", "pictures.left", {box.w * kMoveShare, 0}, more.left},
                                   {"up", "pictures.up", {0, box.h * kMoveShare}, more.up},
                                   {"down", "pictures.down", {0, -box.h * kMoveShare}, more.down},
                                   {"right", "pictures.right", {-box.w * kMoveShare, 0}, more.right}}};
  float x = row.x;
  for (const Move& move : moves) {
    if (ui::arrow_pill(canvas, texts(move.key), move.icon, {x, row.y, pill.w, row.h}, move.any)) {
      view_ = moved_by(view_, move.by, shown().size, box);
      canvas.request_frame();
    }
    x += pill.w + kGap;
  }
}

}  // namespace kiosk
