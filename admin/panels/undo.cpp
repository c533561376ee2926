#include "admin/panels/undo.h"

#include <fmt/format.h>

#include "admin/workspace/deeds.h"
#include "admin/workspace/undo_stack.h"

namespace admin {

namespace {

constexpr std::size_t kMany = 300;   // records in one step that take longer than the eye takes for at once

}  // namespace

void undo_last(desk::Desk& desk, const std::function<void()>& then) {
  const auto act = [&desk, then] {
    desk.attempt([&] {
      desk.toast(desk.office().deeds().undo());
      if (then) then();
    });
  };
  const UndoStack& stack = desk.office().undo_stack();
  if (stack.undo_size() < kMany) return act();
  desk.toast(fmt::format("正在撤销：{}……", stack.undo_words()));
  desk.soon(act);
}

void redo_last(desk::Desk& desk) {
  const auto act = [&desk] { desk.attempt([&] { desk.toast(desk.office().deeds().redo()); }); };
  const UndoStack& stack = desk.office().undo_stack();
  if (stack.redo_size() < kMany) return act();
  desk.toast(fmt::format("正在重做：{}……", stack.redo_words()));
  desk.soon(act);
}

}  // namespace admin
