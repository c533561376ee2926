// The office's window: opens the database, draws, waits. The order of the members is the order in which they need each other.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>

#include "admin/item_report.h"
#include "admin/shell/door.h"
#include "admin/shell/shell.h"
#include "admin/workspace/workspace.h"
#include "kiosk/ui/session.h"
#include "kiosk/ui/window.h"

namespace admin {

struct WindowOptions {
  std::filesystem::path db{};
  std::filesystem::path outbox{};            // empty: as Workspace says
  std::optional<ui::PixelSize> windowed{};   // not given: maximised
  std::optional<float> scale{};              // not given: the desktop's
  std::filesystem::path item_log{};          // for tests; empty: none
  std::filesystem::path shots{};             // draw every panel into this folder and end
  ui::PixelSize shot_size{1600, 900};
  std::vector<std::string> shots_only{};     // names; empty: all
};

class App {
 public:
  // Opens the window, then the office's database, or makes a new one where none is and nothing speaks against it. A database that does not
  // open is a page in the window. Throws ui::Error.
  explicit App(WindowOptions options);
  // Until the window is closed.
  void run();

 private:
  void enter(std::filesystem::path db, std::unique_ptr<content::OfficeStore> store);
  void frame();
  bool may_end();

  WindowOptions options_;
  ui::WindowBackend window_;
  ui::Session session_;
  std::unique_ptr<Door> door_;           // until the database is open
  std::unique_ptr<Workspace> office_;
  std::unique_ptr<Shell> shell_;
  std::optional<ItemReport> item_report_;
};

// The database at `db`, made when there is none. Throws Error with what is wrong and what to do.
std::unique_ptr<content::OfficeStore> open_or_make(const std::filesystem::path& db);

}  // namespace admin
