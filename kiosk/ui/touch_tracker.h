// What one finger (or the keyboard) means for the items on the screen: taps, drags, focus. No clock, no ImGui.
//
// A press belongs to the topmost item that was on the screen when the finger came down, that is, of the frame before:
// the one the visitor saw. Coordinates in u on the screen, offsets applied.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "kiosk/ui/canvas.h"

namespace ui {

class TouchTracker {
 public:
  enum class Key { None, Next, Previous, Left, Right, Up, Down, Activate };

  struct Input {
    Point position;
    bool down = false;
    Key key = Key::None;
    float wheel = 0;
    double seconds = 0;   // never runs backwards
  };

  void begin_frame(const Input& input);
  void end_frame();

  // `hit` cut to what is visible of it (zero-sized = not touchable now).
  Touch touch(std::uint32_t id, Rect hit) { return touch(id, hit, hit); }
  // `whole`: the same with what is scrolled out of sight.
  Touch touch(std::uint32_t id, Rect hit, Rect whole);
  const Pointer& pointer() const { return pointer_; }
  void cancel_taps() { cancelled_ = true; }
  void modal();
  // What is submitted now lies below a dialog that called modal() in the frame before.
  bool under_modal() const { return modals_ < shown_modals_; }
  // Taps that begin before `until_seconds`, or with the finger already down, do nothing.
  void lock_out(double until_seconds);
  void drop_focus();
  // The next Tab goes on from this item; nothing is drawn for it.
  void focus_from(std::uint32_t id) { focused_ = id, focus_visible_ = false; }
  std::uint32_t focused() const { return focused_; }
  bool focus_visible() const { return focus_visible_ && focused_ != 0; }
  // Tab also goes to items that are scrolled out of sight; what scrolls brings them in by reached().
  void reach_unseen(bool reach) { reach_unseen_ = reach; }
  std::size_t submitted() const { return items_.size(); }   // so far in this frame
  // Where the item lies that the keyboard came to in this frame, if it was submitted since `first` were.
  std::optional<Rect> reached(std::size_t first) const;
  bool settled() const { return !pointer_.down && !pointer_.released; }

 private:
  struct Item {
    std::uint32_t id = 0;
    Rect hit;
    bool blocked = false;   // below a dialog
    Rect whole{};
  };

  const Item* topmost(Point point) const;
  const Item* find_shown(std::uint32_t id) const;
  void move_focus(Key key);
  bool open(const Item& item) const;

  Pointer pointer_;
  double down_since_ = 0;
  double locked_until_ = -1;
  bool cancelled_ = false;
  bool activate_ = false;          // Enter on the focused item, this frame
  bool focus_visible_ = false;     // the keyboard moved it last
  bool focus_moved_ = false;       // in this frame
  bool reach_unseen_ = false;
  std::uint32_t pressed_ = 0;      // item the finger went down on; 0 = none
  std::uint32_t focused_ = 0;
  int modals_ = 0;                 // calls of modal() so far in this frame
  int shown_modals_ = 0;           // and in all of the last one
  std::vector<Item> shown_;        // last frame's, bottom to top
  std::vector<Item> items_;        // this frame's
};

}  // namespace ui
