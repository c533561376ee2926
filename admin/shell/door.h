// Before the office's database is open: what is wrong with it, where it is, and the ways on. Nothing else can be done in the window
// until it is open.
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "admin/desk/desk.h"
#include "admin/workspace/opening.h"
#include "kiosk/ui/session.h"

namespace admin {

class Door {
 public:
  // `found`: what became of opening `db`; without a store. `session` must outlive it.
  Door(ui::Session& session, std::filesystem::path db, OpenedOffice found);

  void frame();
  std::optional<std::chrono::milliseconds> due_in() const { return session_.due_in(); }

  // The office, once it is open, and where.
  struct Opened {
    std::filesystem::path db;
    std::unique_ptr<content::OfficeStore> store;
  };
  std::optional<Opened> take();

 private:
  void draw(ui::Canvas& canvas);
  float draw_trouble(ui::Rect area);
  void draw_ways(ui::Rect area);
  void draw_other_place(ui::Rect area);
  void ask_to_make(const std::filesystem::path& db);
  void ask_to_restore();
  void try_again(std::filesystem::path db, std::chrono::milliseconds patience = kWindowPatience);
  void settle(std::filesystem::path db, OpenedOffice found);
  std::filesystem::path typed_path() const;

  ui::Session& session_;
  Workspace nothing_;              // the toolkit stands on an office: an empty one that is never written
  desk::Desk desk_;
  std::filesystem::path db_;
  OpenedOffice found_;
  std::string other_;              // typed
  double retry_at_ = 0;            // session seconds; Busy
};

}  // namespace admin
