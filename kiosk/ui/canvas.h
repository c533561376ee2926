// What a screen draws with and asks for touches: one frame of the kiosk's single host window.
//
// Made anew for each frame by ui::Session::frame(); lives on the main thread; all coordinates in u from the top left.
// Nothing here throws, loads, waits or queries. Text is UTF-8; broken bytes are drawn as U+FFFD.
#pragma once

#include <chrono>
#include <cstdint>
#include <span>
#include <string_view>

#include "kiosk/ui/geometry.h"
#include "kiosk/ui/picture.h"
#include "kiosk/ui/text.h"
#include "kiosk/ui/theme.h"

struct ImDrawList;

namespace ui {

class Session;

enum class Elevation { Card, Selected, Dialog };   // e1, e2, e3

enum class LatticeFade { None, Downwards };

// What became of one touchable item in this frame.
struct Touch {
  bool tapped = false;    // released inside, no drag, not locked out
  bool pressed = false;   // finger is down on it now; draw it pressed in this very frame
  bool focused = false;   // keyboard focus: draw the ring
};

// The one finger (GLFW gives touch as a pointer). Positions in u.
struct Pointer {
  Point position;
  Point press_position;
  bool down = false;
  bool pressed = false;      // went down in this frame
  bool released = false;     // went up in this frame
  bool dragging = false;     // wandered further than touch::kSlop since it went down
  double down_seconds = 0;
  float wheel = 0;           // steps turned in this frame, away from the visitor is positive
};

class Canvas {
 public:
  explicit Canvas(Session& session) : session_(session) {}

  // The window in u: the short side is 1080, on a screen squarer than 4:3 the long one 1440.
  Size size() const;
  Rect bounds() const { return {0, 0, size().w, size().h}; }
  bool landscape() const { return size().w >= size().h; }
  const Theme& theme() const;
  const Palette& color() const { return theme().color; }
  float pixels_per_u() const;
  float mm_per_u() const;   // on the real panel
  // Low reach: nothing may be touchable above this y (u); 0 in the other modes.
  float reach_top() const;
  // Seconds on a steady clock that never runs backwards and never jumps (a frame counts at most 100 ms).
  double seconds() const;

  // --- shapes -------------------------------------------------------------------------------------------------
  void fill(Rect box, Color color, float radius = 0);
  void fill_top_round(Rect box, Color color, float radius);
  void outline(Rect box, Color color, float width, float radius = 0);   // drawn inside the box
  void gradient(Rect box, Color top, Color bottom);
  void gradient_across(Rect box, Color left, Color right);
  void line(Point from, Point to, Color color, float width);
  void disc(Point centre, float radius, Color color);
  void ring(Point centre, float radius, Color color, float width);
  void arc(Point centre, float radius, float from_deg, float to_deg, Color color, float width);  // 0 = east, clockwise
  void polyline(std::span<const Point> points, Color color, float width, bool closed = false);
  void polygon(std::span<const Point> convex, Color color);
  void shadow(Rect box, Elevation elevation, float radius);
  // The fangsheng hairline lattice, clipped to the box; the section's only ornament. Even, or appearing downwards: from
  // nothing at the box's top to the full colour at its foot.
  void lattice(Rect box, Color color, float tile = 96, LatticeFade fade = LatticeFade::None);
  // The product's mark: two interlocked lozenges with a star; `box` is square.
  void mark(Rect box, Color red, Color gold, Color star);
  // An icon of assets/icons/icons.json on its 24 grid; unknown names draw nothing (a test checks all names used).
  void icon(std::string_view name, Point centre, float size, Color color, float stroke_scale = 1);
  void clip(Rect box);      // push
  void unclip();            // pop
  // Everything drawn until pop_alpha() is multiplied by alpha; for cross-fades.
  void push_alpha(float alpha);
  void pop_alpha();
  // Everything drawn until pop_offset() is moved (page turns); touches inside move along.
  void push_offset(Point offset);
  void pop_offset();

  // --- text ---------------------------------------------------------------------------------------------------
  // One line, cut with "…" when it is longer than the box is wide. The capitals' and Han characters' optical middle is
  // on the box's middle; returns the width drawn in u.
  float text(Rect box, std::string_view text, const TextStyle& style);
  // One line with its baseline at `left_baseline.y`; aligned about x by style.align; never cut. Returns the width.
  float text_at(Point left_baseline, std::string_view text, const TextStyle& style);
  // Like text_at(), with the marked parts in bold and `mark_color`.
  float text_marked(Point left_baseline, float max_width, std::string_view text, std::span<const TextMark> marks,
                    const TextStyle& style, Color mark_color);
  // A paragraph from the box's top: the first line's em box starts at box.y. At most max_lines (0 = as many as fit the
  // box's height; if that is 0 too, all). Returns the height used in u.
  float paragraph(Rect box, std::string_view text, const TextStyle& style, int max_lines = 0);
  // A column of characters, top to bottom, each centred on x; `step` em from one to the next, half of it for a
  // blank. Returns the height.
  float column(Point top_centre, std::string_view text, const TextStyle& style, float step = 1.16F);
  float measure(std::string_view text, const TextStyle& style) const;       // width of one line in u
  TextBlock layout(std::string_view text, const TextStyle& style, float width, int max_lines = 0) const;
  void draw(const TextBlock& block, Point top_left);
  void draw_line(const TextBlock& block, std::size_t line, Point top_left);  // line's own top

  // --- pictures -----------------------------------------------------------------------------------------------
  // Draws the picture or, until it is decoded, its placeholder; asks for it once. Returns true when pixels were drawn.
  bool picture(Rect box, const PictureSource& source, const PictureStyle& style = {});
  // Asks for a picture that will be needed soon.
  void prefetch(const PictureSource& source, Size box);

  // --- touch --------------------------------------------------------------------------------------------------
  // A touchable item. `label` is what a person would call it and must be unique on the screen ("商户 渡口面馆"); tests
  // find items by it. Order matters: the item submitted last lies on top.
  Touch touch(std::string_view label, Rect hit);
  const Pointer& pointer() const;
  // From now until the finger goes up nothing can be tapped: a drag has taken over.
  void cancel_taps();
  // Swallows touches below a dialog: items submitted before the call do not answer in the following frames while
  // it is called each frame.
  void modal();
  // A dialog called modal() in the frame before: what lies below does not follow the finger.
  bool under_modal() const;
  void focus_ring(Rect box, float radius);

  // --- time ---------------------------------------------------------------------------------------------------
  // Another frame at once (an animation runs) or after a while (the minute turns, a toast ends).
  void request_frame();
  void request_frame_in(std::chrono::milliseconds delay);
  // A value 0–1 that moves towards `target` in `duration` (theme duration applied) and keeps frames coming while it
  // moves. `label` is unique on the screen. First call starts at `target`.
  float animate(std::string_view label, float target, std::chrono::milliseconds duration);

  ImDrawList* draw_list();
  Session& session() { return session_; }

 private:
  Session& session_;
};

}  // namespace ui
