// One page of the kiosk, and what a page may ask for.
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "content/model.h"
#include "kiosk/ui/canvas.h"

namespace kiosk {

struct Context;

enum class ScreenKind { Home, Publicity, Article, HonourWall, Figure, Street, Merchant, Products, Product, Search, CanUse, Pictures };

// What a screen shows when it is opened. Fields that a screen has no use for stay empty.
struct Target {
  content::RecordId record;                   // the article, figure, street, merchant, product
  content::RecordId series;                   // publicity: only this series
  std::string filter;                         // a category of the list, as the chip's index in text; empty = all
  std::vector<content::RecordId> neighbours;  // the list it was opened from, in its order: for ‹ ›
  std::vector<content::MediaId> pictures{};   // picture viewer: what it shows
  std::size_t picture = 0;                    // … and which of them first
};

struct Stay {};
struct Back {};
struct GoHome {};
struct Open {
  ScreenKind screen = ScreenKind::Home;
  Target target;
};
// Like Open, but 返回 leads to where the replaced screen would have: the next figure, the shop next door.
struct Replace {
  ScreenKind screen = ScreenKind::Home;
  Target target;
};

// 大字 高对比 低位 EN: the same page stays, drawn anew.
struct SetModes {
  ui::Modes modes;
};

using Action = std::variant<Stay, Back, GoHome, Open, Replace, SetModes>;

inline bool stays(const Action& action) { return std::holds_alternative<Stay>(action); }
// `action` becomes `next` unless it already asks for something: the first wish of a frame counts.
inline void keep(Action& action, Action next) {
  if (stays(action)) action = std::move(next);
}

// A screen fetches in enter() and draws in draw(); see context.h for what it may use. All calls on the main thread.
class Screen {
 public:
  Screen() = default;
  Screen(const Screen&) = delete;
  Screen& operator=(const Screen&) = delete;
  virtual ~Screen() = default;

  // As in --shots and the log: "merchant".
  virtual std::string_view name() const = 0;

  // Fetches what it draws. Called before the first draw, after a new release and when the minute has turned; keeps the
  // visitor's place (page, filter, selection). False when its record is gone: the navigator then goes back.
  virtual bool enter(const Context& context) = 0;

  // One frame. Never queries, decodes, logs, sleeps or throws.
  virtual Action draw(ui::Canvas& canvas, const Context& context) = 0;

  // Pages that are read: a visitor may stand still there for longer before "还在吗？" is asked (kiosk.toml's ask_after_reading_s).
  virtual bool is_for_reading() const { return false; }
};

}  // namespace kiosk
