// One visitor's screen at work: owns the ImGui context, the fonts, the pictures and everything that lasts longer than
// a frame, and says when the next frame is due.
//
//   WindowBackend window({.mode = WindowMode::FullScreen});
//   Session session({}, window);
//   while (!window.should_close()) {
//     session.frame([&](Canvas& canvas) { ... });
//     window.wait_events(session.due_in());
//   }
//
// Main thread only. Several sessions may live at once (each has its own ImGui context); frames do not nest.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string_view>

#include "kiosk/ui/backend.h"
#include "kiosk/ui/canvas.h"
#include "kiosk/ui/fonts.h"
#include "kiosk/ui/theme.h"

struct ImGuiContext;

namespace ui {

struct FrameTimes;
class ItemLog;
class Pen;
class PictureStore;
class TextEditor;
class TextEngine;
class TextLog;
class TouchTracker;

struct SessionOptions {
  std::int64_t texture_limit_bytes = 0;   // pictures; 0 = 24 MB, 128 MB on a 4K screen
  FontOptions fonts;
  Panel panel{};
  // Pixels of one u. Not given: the short side is 1080 u (squarer than 4:3: the long one 1440). The office's window gives its
  // desktop's scale: there 1 u is one pixel of a desktop that is not enlarged.
  std::optional<float> pixels_per_u{};
  bool arrows_move_focus = true;  // otherwise Tab alone does, and the arrow keys are the page's own
};

// Figures for the log and for tests; times in milliseconds over the last 256 frames.
struct SessionCounters {
  std::int64_t frames = 0;
  double frame_ms_p50 = 0;
  double frame_ms_p99 = 0;
  std::int64_t glyph_texture_bytes = 0;
  std::int64_t layouts = 0;               // texts broken into lines, not counting those found in the cache
};

class Session {
 public:
  // Throws ui::Error when no Chinese font is installed. `backend` must outlive the session.
  Session(const SessionOptions& options, Backend& backend);
  ~Session();
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  // Draws one frame and shows it. An exception of `draw` ends the frame cleanly (it is not shown) and goes on up.
  void frame(const std::function<void(Canvas&)>& draw);
  // Time until something asked for a frame; 0 = at once, nullopt = nothing will change without input or wake().
  std::optional<std::chrono::milliseconds> due_in() const;
  // A frame is wanted at once; from any thread.
  void wake() noexcept;

  void set_modes(const Modes& modes);
  const Modes& modes() const { return theme_.modes; }
  // Something was touched or typed in the last frame: the idle clock starts again.
  bool had_input() const { return had_input_; }
  // After a page change: taps are ignored for motion::kLockOut, a finger that is down must go up first.
  void lock_out();
  // Running animations jump to their ends and are forgotten; focus is dropped: a new page starts fresh.
  void forget_animations();
  // Within draw, after a part of it threw: takes off every clip, alpha and offset that is still on.
  void unwind();
  // What the last frame showed.
  Pixels capture() { return backend_.capture(); }
  // From now the clock reads `seconds` until the next call: shots and tests. nullopt = the real clock again.
  void set_fixed_clock(std::optional<double> seconds);
  SessionCounters counters() const;

  // Tests and the accessibility check: what was drawn and touchable. Not owned; nullptr takes it out again.
  void install(ItemLog* items);
  void install(TextLog* texts);

  Size size() const;                       // u
  float pixels_per_u() const { return pixels_per_u_; }
  double seconds() const { return seconds_; }
  const Theme& theme() const { return theme_; }
  const Panel& panel() const { return panel_; }
  Backend& backend() { return backend_; }
  Fonts& fonts() { return *fonts_; }
  PictureStore& pictures() { return *pictures_; }
  ImGuiContext* context() const { return context_; }

  // For the parts of Canvas. PictureStore is made with (backend, byte limit, [this] { wake(); }) and told of
  // begin_frame() and end_frame(); it uploads between the two.
  Pen& pen() { return *pen_; }
  TextEngine& text() { return *text_; }
  TouchTracker& touches() { return *touches_; }
  TextEditor& editor() { return *editor_; }
  ItemLog* item_log() const { return item_log_; }
  TextLog* text_log() const { return text_log_; }
  void request_frame_in(std::chrono::milliseconds delay);
  float animate(std::uint32_t id, float target, std::chrono::milliseconds duration);

 private:
  struct Animations;

  void close_context() noexcept;
  void begin_frame();
  void end_frame();
  void read_clock();
  void read_input();
  void measure_screen();

  Backend& backend_;
  ImGuiContext* context_ = nullptr;
  Theme theme_;
  Panel panel_;
  std::unique_ptr<Fonts> fonts_;
  std::unique_ptr<TextEngine> text_;
  std::unique_ptr<Pen> pen_;
  std::unique_ptr<TouchTracker> touches_;
  std::unique_ptr<TextEditor> editor_;
  std::unique_ptr<PictureStore> pictures_;
  std::unique_ptr<Animations> animations_;
  std::unique_ptr<FrameTimes> frame_times_;
  ItemLog* item_log_ = nullptr;
  TextLog* text_log_ = nullptr;

  PixelSize pixels_;
  float pixels_per_u_ = 1;
  const std::optional<float> fixed_scale_;
  bool arrows_move_focus_ = true;
  double seconds_ = 0;                      // since the start, of this frame's begin; never runs backwards
  double real_seconds_ = 0;                 // of the last frame's begin, steady clock
  std::optional<double> fixed_seconds_;
  std::optional<double> due_seconds_;       // real clock
  bool had_input_ = false;
  std::atomic<bool> woken_ = false;
};

}  // namespace ui
