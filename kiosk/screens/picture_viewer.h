// The picture itself, as large as the screen allows: galleries and pledge letters, to look at closely.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/picture_view.h"
#include "kiosk/screen.h"
#include "kiosk/ui/page_turner.h"
#include "kiosk/widgets/page_frame.h"

namespace kiosk {

class PictureViewerScreen final : public Screen {
 public:
  explicit PictureViewerScreen(Target target) : target_(std::move(target)) {}

  std::string_view name() const override { return "picture-viewer"; }
  // False when the release has none of the pictures.
  bool enter(const Context& context) override;
  Action draw(ui::Canvas& canvas, const Context& context) override;
  bool is_for_reading() const override { return true; }

 private:
  struct Picture {
    content::MediaId id;
    std::string caption;
    ui::Size size;            // pixels of its largest file
  };
  // All in u, computed for one frame.
  struct Layout {
    PageAreas areas;
    ui::Rect picture;         // the dark plane
    ui::Rect panel;           // paper below it: caption and buttons
    ui::Rect caption;
    ui::Rect buttons;         // one row, or two where one is too narrow
    bool two_rows = false;
  };

  Layout lay_out(const ui::Canvas& canvas) const;
  const Picture& shown() const { return pictures_[static_cast<std::size_t>(turner_.page()) % pictures_.size()]; }
  void draw_plane(ui::Canvas& canvas, const Context& context, const Layout& layout);
  void draw_caption(ui::Canvas& canvas, const Context& context, const Layout& layout) const;
  void draw_picture(ui::Canvas& canvas, const Context& context, const Picture& picture, const PictureView& view, ui::Rect box) const;
  void prefetch_neighbours(ui::Canvas& canvas, const Context& context, ui::Rect box) const;
  void follow_finger(ui::Canvas& canvas, ui::Rect box);
  void draw_buttons(ui::Canvas& canvas, const Context& context, const Layout& layout);
  void draw_zoom_buttons(ui::Canvas& canvas, const Context& context, const Layout& layout, ui::Rect row);
  void draw_move_buttons(ui::Canvas& canvas, const Context& context, const Layout& layout, ui::Rect row);

  Target target_;
  std::vector<Picture> pictures_;
  bool entered_ = false;
  std::optional<int> first_;       // the page to begin with, until the turner knows how many there are
  int page_ = 0;
  PictureView view_;
  ui::PageTurner turner_;
  bool panning_ = false;
  ui::Point last_finger_;
  double last_tap_ = -10;          // seconds; a second tap soon after zooms
  ui::Point last_tap_at_;
};

}  // namespace kiosk
