// A panel: one page of the office's window. All of them stand in one list, panels.cpp.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "admin/desk/desk.h"

namespace admin {

// Work that goes on beside the window; what the clerk is asked when the window shall close meanwhile.
struct UnderWay {
  std::string title;      // 正在发布，要关掉吗？
  std::string sentence;   // what becomes of it then
  std::string act;        // verb of closing all the same
  bool danger = true;     // something is cut off by it
};

UnderWay pictures_under_way(std::size_t left);

class Panel {
 public:
  virtual ~Panel() = default;
  // It is shown now, or shown again for another target.
  virtual void enter(desk::Desk& desk, const desk::Target& target) { (void)desk, (void)target; }
  // Draws in the work area (right of the navigation, below the top bar).
  virtual void draw(desk::Desk& desk, ui::Rect area) = 0;
  // Another panel comes, or the window closes or locks: what is being written must be safe when this returns.
  virtual void leave(desk::Desk& desk) { (void)desk; }
  // What is written here beside the drafts is kept, also while another panel shows; false: it could not be, the desk says why.
  virtual bool keep(desk::Desk& desk) { return (void)desk, true; }
  virtual std::optional<UnderWay> under_way() const { return {}; }
  // Pictures or previews are still on their way: shots wait.
  virtual bool pending() const { return false; }
};

enum class Group { Top, Content, Work, System };

struct PanelInfo {
  std::string_view id;
  std::string_view title;
  std::string_view icon;
  Group group = Group::Content;
  bool (*offered)(const Workspace& office) = nullptr;      // null: to everybody
  int (*badge)(Workspace& office) = nullptr;               // asked once a second; null or 0: none
  std::unique_ptr<Panel> (*make)(desk::Desk& desk) = nullptr;
};

// In the navigation's order.
std::span<const PanelInfo> panels();

}  // namespace admin
