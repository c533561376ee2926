#include "kiosk/ui/touch_tracker.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace ui {

namespace {

float distance(Point a, Point b) { return std::hypot(a.x - b.x, a.y - b.y); }

// How far `to` lies from `from` in the key's direction; infinity when it lies elsewhere. Sideways counts twice.
float reach(Point from, Point to, TouchTracker::Key key) {
  const Point step = to - from;
  float ahead = 0;
  float aside = 0;
  switch (key) {
    case TouchTracker::Key::Left: ahead = -step.x, aside = step.y; break;
    case TouchTracker::Key::Right: ahead = step.x, aside = step.y; break;
    case TouchTracker::Key::Up: ahead = -step.y, aside = step.x; break;
    case TouchTracker::Key::Down: ahead = step.y, aside = step.x; break;
    default: break;
  }
  return ahead > 1 ? ahead + 2 * std::abs(aside) : std::numeric_limits<float>::infinity();
}

}  // namespace

void TouchTracker::begin_frame(const Input& input) {
  const bool was_down = pointer_.down;
  pointer_.position = input.position;
  pointer_.down = input.down;
  pointer_.wheel = input.wheel;
  pointer_.pressed = input.down && !was_down;
  pointer_.released = !input.down && was_down;
  if (pointer_.pressed) {
    pointer_.press_position = input.position;
    pointer_.dragging = false;
    down_since_ = input.seconds;
    focus_visible_ = false;
    cancelled_ = input.seconds < locked_until_;
    const Item* item = topmost(input.position);
    pressed_ = item != nullptr && !item->blocked ? item->id : 0;
  }
  if (pointer_.down || pointer_.released) {
    pointer_.down_seconds = input.seconds - down_since_;
    if (distance(pointer_.position, pointer_.press_position) > touch::kSlop) pointer_.dragging = true;
  }
  activate_ = input.key == Key::Activate && focus_visible_ && focused_ != 0 && input.seconds >= locked_until_;
  focus_moved_ = false;
  if (input.key != Key::None && input.key != Key::Activate) move_focus(input.key);
  items_.clear();
}

void TouchTracker::end_frame() {
  shown_.swap(items_);
  shown_modals_ = modals_;
  modals_ = 0;
  if (!pointer_.down) {
    pressed_ = 0;
    pointer_.dragging = false;
    pointer_.down_seconds = 0;
  }
  if (focused_ != 0 && find_shown(focused_) == nullptr) drop_focus();
}

Touch TouchTracker::touch(std::uint32_t id, Rect hit, Rect whole) {
  items_.push_back({id, hit, false, whole});
  Touch result;
  result.focused = focus_visible_ && focused_ == id;
  const bool held = pressed_ == id && !cancelled_ && !pointer_.dragging && hit.contains(pointer_.position);
  result.pressed = held && pointer_.down;
  result.tapped = (held && pointer_.released) || (activate_ && focused_ == id);
  return result;
}

void TouchTracker::modal() {
  ++modals_;
  for (Item& item : items_) item.blocked = true;
}

void TouchTracker::lock_out(double until_seconds) {
  locked_until_ = until_seconds;
  cancelled_ = true;
  pressed_ = 0;
}

void TouchTracker::drop_focus() {
  focused_ = 0;
  focus_visible_ = false;
}

const TouchTracker::Item* TouchTracker::topmost(Point point) const {
  const auto found = std::find_if(shown_.rbegin(), shown_.rend(), [&](const Item& item) { return item.hit.contains(point); });
  return found == shown_.rend() ? nullptr : &*found;
}

const TouchTracker::Item* TouchTracker::find_shown(std::uint32_t id) const {
  const auto found = std::find_if(shown_.begin(), shown_.end(), [&](const Item& item) {
    return item.id == id && open(item);
  });
  return found == shown_.end() ? nullptr : &*found;
}

bool TouchTracker::open(const Item& item) const {
  const Rect& box = reach_unseen_ ? item.whole : item.hit;
  return !item.blocked && box.w > 0 && box.h > 0;
}

std::optional<Rect> TouchTracker::reached(std::size_t first) const {
  if (!focus_moved_) return std::nullopt;
  const auto begin = items_.begin() + static_cast<std::ptrdiff_t>(std::min(first, items_.size()));
  const auto found = std::find_if(begin, items_.end(), [this](const Item& item) { return item.id == focused_; });
  return found == items_.end() ? std::nullopt : std::optional(found->whole);
}

void TouchTracker::move_focus(Key key) {
  std::vector<Item> open;
  std::copy_if(shown_.begin(), shown_.end(), std::back_inserter(open),
               [this](const Item& item) { return this->open(item); });
  if (open.empty()) return;
  focus_visible_ = focus_moved_ = true;
  const auto current = std::find_if(open.begin(), open.end(), [&](const Item& item) { return item.id == focused_; });
  if (current == open.end()) {
    focused_ = key == Key::Previous ? open.back().id : open.front().id;
    return;
  }
  const auto index = static_cast<std::size_t>(current - open.begin());
  if (key == Key::Next || key == Key::Previous) {
    focused_ = open[(index + (key == Key::Next ? 1 : open.size() - 1)) % open.size()].id;
    return;
  }
  const auto nearest = std::min_element(open.begin(), open.end(), [&](const Item& a, const Item& b) {
    return reach(current->hit.centre(), a.hit.centre(), key) < reach(current->hit.centre(), b.hit.centre(), key);
  });
  if (std::isfinite(reach(current->hit.centre(), nearest->hit.centre(), key))) focused_ = nearest->id;
}

}  // namespace ui
