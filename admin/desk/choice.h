// Choosing: checkboxes, switches, tabs, drop-downs.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "admin/desk/desk.h"
#include "admin/desk/scroll.h"

namespace admin::desk {

// Box 18 with its words; `box` is the whole row that can be clicked. True when clicked (the caller changes the value).
bool checkbox(Desk& desk, std::string_view words, ui::Rect box, bool on, std::string_view label = {}, bool enabled = true);
float checkbox_width(Desk& desk, std::string_view words);
bool radio(Desk& desk, std::string_view words, ui::Rect box, bool on, std::string_view label = {});
// Track 34 × 20 at the box's right or left middle. True when clicked.
bool switch_box(Desk& desk, std::string_view label, ui::Rect box, bool on, bool enabled = true);

struct Tab {
  std::string words;
  int count = -1;
};
// Underlined tabs along `row`; the clicked one.
std::optional<std::size_t> tabs(Desk& desk, ui::Rect row, std::span<const Tab> tabs, std::size_t selected);

struct Option {
  std::string words;
  std::string note{};             // at the right, grey
  bool enabled = true;
};
struct DropLook {
  std::string_view prefix{};      // grey words before the value: 街区 全部 ⌄
  std::string_view label{};       // item's name; empty: the prefix
  bool problem = false;
  bool enabled = true;
  bool searchable = false;        // a field to type in above the options; on by itself above 12 options
};
// A control 36 high that opens a list; the option chosen in this frame. `selected` −1: none, `hint` stands there.
std::optional<std::size_t> drop_down(Desk& desk, ui::Rect box, std::span<const Option> options, int selected, const DropLook& look,
                                     std::string_view hint = {});
float drop_down_width(Desk& desk, std::string_view prefix, std::string_view value);

// The open list of a drop-down: filter, highlighted row, what was chosen. Lives while it is open.
class DropList {
 public:
  void draw(Desk& desk, ui::Rect box, std::string_view label, std::span<const Option> options, int selected, bool searchable);
  std::optional<std::size_t> take_chosen() { return std::exchange(chosen_, std::nullopt); }

 private:
  void move(const std::vector<std::size_t>& shown, int selected);

  ScrollArea scroll_;
  std::string filter_;
  int lit_ = -1;                  // by the arrow keys
  bool asked_ = false;            // for the caret
  std::optional<std::size_t> chosen_;
};

}  // namespace admin::desk
