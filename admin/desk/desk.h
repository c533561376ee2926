// The desktop that panels stand on: one frame's canvas, layers above the panel, toasts, dialogs, shortcuts, ways to other panels.
//
//   Panels draw with desk.canvas() and the functions beside this file. What opens above everything (a drop-down, a calendar, a
//   dialog) is a layer: it takes all touches while it is open, Escape closes the topmost one.
//
// Main thread only. One Desk lives as long as the window.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "admin/desk/look.h"
#include "admin/workspace/workspace.h"
#include "kiosk/ui/canvas.h"
#include "kiosk/ui/keys.h"

namespace admin {
class Previews;
}

namespace admin::desk {

class DropList;

// A way to a panel: what the clerk follows from a list, a problem, the overview.
struct Target {
  std::string panel;                        // PanelInfo::id: "overview", "merchant", "review", "publish", "media", "audit", "people" …
  content::RecordId record{};               // empty: the panel as it is
  std::string field{};                      // key of the field to go to
  std::string view{};                       // the panel's own word: "form", "new", "expired" …
};

// Something that lies above the panel until draw() answers false. Escape asks it to close().
class Layer {
 public:
  virtual ~Layer() = default;
  // In canvas coordinates of the whole window. False: it is closed from the next frame on.
  virtual bool draw(class Desk& desk) = 0;
  // Escape was pressed: false keeps it open.
  virtual bool close() { return true; }
  virtual bool dims() const { return false; }  // a scrim lies under it
};

// Asks before what cannot be undone or leaves the screen; buttons are verbs; Escape is the safe one.
struct Question {
  std::string title;                        // asks with the object's name: 把“梧桐路洗衣”从屏上拿下来？
  std::string sentence;                     // what will happen, and whether it can come back
  std::string safe = "先不";                // verb of doing nothing
  std::string act;                          // verb of doing it
  bool danger = false;                      // the act's button is red
  bool wants_reason = false;                // a field for one sentence, required
  std::string reason_label = "原因";
  std::function<void(const std::string& reason)> done{};
};

class Desk {
 public:
  Desk(Workspace& office, ui::Session& session);
  ~Desk();
  Desk(const Desk&) = delete;
  Desk& operator=(const Desk&) = delete;

  // --- one frame, called by the shell -------------------------------------------------------------------------
  void begin(ui::Canvas& canvas);
  // The failure as a band at the head of the area; returns what is left for the panel. What a layer told stays with the layer.
  ui::Rect tell_failure(ui::Rect area);
  void draw_layers();                       // after the panel: layers, then the toast
  void end();

  ui::Canvas& canvas() { return *canvas_; }
  bool draws() const { return canvas_ != nullptr; }   // between begin() and end(): only then there is a canvas
  Workspace& office() { return office_; }
  ui::Session& session() { return session_; }

  // --- pointer and keys ---------------------------------------------------------------------------------------
  // The mouse is over the box (offsets and clips applied) and no layer lies between.
  bool hovers(ui::Rect box) const;
  // Steps of the mouse wheel over the box in this frame, away from the clerk is positive; 0 below a layer.
  float wheel_over(ui::Rect box) const;
  bool double_tapped(std::string_view label, const ui::Touch& touch);   // the second tap on the same item within 0.4 s
  // Pressed in this frame, not below a layer; without Ctrl not while somebody types (F1, F5 and F8 always count).
  // Enter and Space belong to the button on which the keyboard's focus stands; on a row of a table they are the list's.
  bool shortcut(ui::Chord chord) const;
  // Said by a row of a table on which the focus stands.
  void row_has_focus() { row_focused_now_ = true; }
  ui::Rect on_screen(ui::Rect box) const;   // of a box drawn under the present offset

  // --- layers -------------------------------------------------------------------------------------------------
  void show(std::unique_ptr<Layer> layer);
  void ask(Question question);
  bool layered() const { return !layers_.empty(); }
  // A small layer that hangs on a control: open while `open_popup(id)` was called and nobody closed it. The control draws it by
  // popup(id, …) in every frame in which it is open; the call is carried out above the panel.
  void open_popup(std::string_view id);
  void close_popup();
  bool popup_open(std::string_view id) const { return popup_ == id; }
  // `draw` gets the box to draw in, below the anchor or above it where there is no room. Touching elsewhere closes it.
  void popup(std::string_view id, ui::Rect anchor, ui::Size size, std::function<void(ui::Rect box)> draw);

  // Of the drop-down that is open.
  std::shared_ptr<DropList>& drop_list() { return drop_list_; }

  // --- telling ------------------------------------------------------------------------------------------------
  // One sentence in ink at the foot of the window, for 8 s with `undo`, for 4 s without.
  void toast(std::string sentence, std::function<void()> undo = {});
  // A sentence of what did not work, stays until it is closed: above the panel, or over a layer in which it happened.
  void fail(const std::string& sentence);
  // Runs it; an Error becomes fail(). True when it went through.
  bool attempt(const std::function<void()>& action);
  const std::string& failure() const { return failure_; }
  const std::string& toasted() const { return toast_.sentence; }

  // Somebody else may sit down: layers, popups, toasts and ways of before are gone.
  void forget();

  // --- ways ---------------------------------------------------------------------------------------------------
  // From the next frame on the window shows this panel.
  void go(Target target) { wanted_ = std::move(target); }
  std::optional<Target> take_wanted() { return std::exchange(wanted_, std::nullopt); }
  // The window's previews (admin/preview/preview.h); the shell's.
  Previews* previews = nullptr;
  // Files dropped on the window, for the panel that shows.
  std::vector<std::filesystem::path> dropped;
  // After this frame something runs that takes a moment (sign-in, a large save); the frame before shows that it does.
  void soon(std::function<void()> action) { soon_ = std::move(action); }
  std::function<void()> take_soon() { return std::exchange(soon_, {}); }

 private:
  struct Toast {
    std::string sentence;
    std::function<void()> undo;
    double until = 0;                       // session seconds
  };
  void draw_popup();
  void draw_toast();
  float draw_failure(ui::Rect band, float radius);  // returns its height
  void draw_failure_box();

  Workspace& office_;
  ui::Session& session_;
  ui::Canvas* canvas_ = nullptr;
  std::vector<std::unique_ptr<Layer>> layers_;
  std::string popup_;
  bool popup_seen_ = false;
  ui::Rect popup_anchor_;
  ui::Size popup_size_;
  std::function<void(ui::Rect)> popup_draw_;
  std::shared_ptr<DropList> drop_list_;
  Toast toast_;
  std::string failure_;
  bool failure_of_layer_ = false;           // a layer told it while it drew
  bool drawing_layers_ = false;
  bool failure_drawn_ = false;              // in this frame, above the panel
  std::optional<Target> wanted_;
  std::function<void()> soon_;
  bool row_focused_ = false;                // in the last frame
  bool row_focused_now_ = false;
  std::string last_tap_;
  double last_tap_at_ = -1;
};

}  // namespace admin::desk
