// Everything the visitor set or typed. Lives in memory only and is replaced by a fresh one for the next visitor.
#pragma once

#include <optional>
#include <string>
#include <unordered_set>

#include "content/model.h"
#include "kiosk/ui/theme.h"

namespace kiosk {

enum class KeyboardLayout { Qwerty, Alphabet, Digits };

struct Visitor {
  ui::Modes modes;
  std::string typed;                               // the search field
  KeyboardLayout keyboard = KeyboardLayout::Qwerty;
  std::optional<content::Who> who;                 // 我是 …
  bool open_now_only = false;                      // 只看营业中
  std::unordered_set<content::RecordId> honoured;  // figures this visitor paid tribute to: once each
};

}  // namespace kiosk
