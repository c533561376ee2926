// The pages a visitor has opened, the last on top. Actions are carried out between frames.
#pragma once

#include <functional>
#include <memory>
#include <string_view>
#include <vector>

#include "kiosk/screen.h"

namespace kiosk {

using ScreenFactory = std::function<std::unique_ptr<Screen>(ScreenKind kind, Target target)>;

// What apply() and refresh() did to the page on top.
enum class Turned {
  Nothing,
  Page,    // another page is on top
  Failed,  // a page threw: home is on top again and the cause is in the log
};

class Navigator {
 public:
  // A visit is never deeper than this; the oldest page above home gives way.
  static constexpr std::size_t kDeepest = 24;

  explicit Navigator(ScreenFactory factory) : factory_(std::move(factory)) {}

  // Home alone.
  Turned start(const Context& context);
  // Carries an action out. A page that has nothing to show (its record is gone) is not opened.
  Turned apply(Action action, const Context& context);
  // After a new release or a new minute: every page fetches again; pages whose record is gone fall away.
  Turned refresh(const Context& context);
  void clear() { pages_.clear(); }

  bool empty() const { return pages_.empty(); }
  std::size_t depth() const { return pages_.size(); }
  Screen& top() { return *pages_.back(); }
  const Screen& top() const { return *pages_.back(); }

  // Draws the page on top. Throws nothing: a page that throws is reported by `failed`.
  Action draw(ui::Canvas& canvas, const Context& context, bool& failed);

 private:
  std::unique_ptr<Screen> made(ScreenKind kind, Target target, const Context& context);

  ScreenFactory factory_;
  std::vector<std::unique_ptr<Screen>> pages_;
};

}  // namespace kiosk
