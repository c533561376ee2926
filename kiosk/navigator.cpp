#include "kiosk/navigator.h"

#include <spdlog/spdlog.h>

#include <exception>
#include <utility>

#include "kiosk/context.h"

namespace kiosk {

std::unique_ptr<Screen> Navigator::made(ScreenKind kind, Target target, const Context& context) {
  auto page = factory_(kind, std::move(target));
  return page->enter(context) ? std::move(page) : nullptr;
}

Turned Navigator::start(const Context& context) {
  pages_.clear();
  try {
    if (auto home = made(ScreenKind::Home, {}, context)) pages_.push_back(std::move(home));
  } catch (const std::exception& error) {
    spdlog::error("home cannot be opened: {}", error.what());
    return Turned::Failed;
  }
  return pages_.empty() ? Turned::Failed : Turned::Page;
}

Turned Navigator::apply(Action action, const Context& context) {
  try {
    if (stays(action) || std::holds_alternative<SetModes>(action)) return Turned::Nothing;
    if (std::holds_alternative<GoHome>(action) || (std::holds_alternative<Back>(action) && pages_.size() <= 2)) {
      return start(context);
    }
    if (std::holds_alternative<Back>(action)) {
      pages_.pop_back();
      return Turned::Page;
    }
    auto* open = std::get_if<Open>(&action);
    auto* replace = std::get_if<Replace>(&action);
    auto page = open != nullptr ? made(open->screen, std::move(open->target), context)
                                : made(replace->screen, std::move(replace->target), context);
    if (!page) return Turned::Nothing;
    if (replace != nullptr && pages_.size() > 1) pages_.pop_back();
    if (pages_.size() >= kDeepest) pages_.erase(pages_.begin() + 1);
    pages_.push_back(std::move(page));
    return Turned::Page;
  } catch (const std::exception& error) {
    spdlog::error("a page cannot be opened: {}", error.what());
    start(context);
    return Turned::Failed;
  }
}

Turned Navigator::refresh(const Context& context) {
  if (pages_.empty()) return Turned::Nothing;
  const Screen* before = pages_.back().get();
  try {
    std::erase_if(pages_, [&](const std::unique_ptr<Screen>& page) { return !page->enter(context); });
  } catch (const std::exception& error) {
    spdlog::error("a page cannot be shown with the new content: {}", error.what());
    start(context);
    return Turned::Failed;
  }
  if (pages_.empty()) return start(context);
  return pages_.back().get() == before ? Turned::Nothing : Turned::Page;
}

Action Navigator::draw(ui::Canvas& canvas, const Context& context, bool& failed) {
  try {
    return top().draw(canvas, context);
  } catch (const std::exception& error) {
    spdlog::error("{} cannot be drawn: {}", top().name(), error.what());
    failed = true;
    return Stay{};
  }
}

}  // namespace kiosk
