// A table of many records, in four steps: its file, its columns beside the fields, a trial that writes nothing, then the good rows
// as one step that can be undone.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "admin/desk/scroll.h"
#include "admin/panels/list/import_rows.h"
#include "admin/workspace/import_session.h"

namespace admin {

class ImportPage {
 public:
  // The page shows from the next frame on, at its first step.
  void open(Workspace& office, const content::KindSpec& spec);
  void close() { session_.reset(); }
  bool is_open() const { return session_ != nullptr; }
  // Reads a file.
  void take(const std::filesystem::path& file);
  // Does `then`; where it would throw away what was put right here, asks with `question` and `act` first; refuses with a sentence
  // while rows are written.
  void unless_lost(desk::Desk& desk, std::string question, std::string act, std::function<void()> then);
  bool writing() const { return session_ != nullptr && session_->writing(); }
  // Something is being read, tried or written.
  bool pending() const { return session_ != nullptr && session_->busy(); }

  // False: the clerk went back to the list.
  bool draw(desk::Desk& desk, ui::Rect area);

 private:
  void offer(desk::Desk& desk, std::filesystem::path file);
  bool draw_title(desk::Desk& desk, ui::Rect row);
  void draw_step(desk::Desk& desk, ui::Rect area);
  void draw_file(desk::Desk& desk, ui::Rect area);
  float draw_failure(desk::Desk& desk, ui::Rect row);
  void draw_done(desk::Desk& desk, ui::Rect area);
  bool draw_foot(desk::Desk& desk, ui::Rect bar);
  bool draw_busy(desk::Desk& desk, ui::Rect bar);
  void choose_file(desk::Desk& desk);
  void save_template(desk::Desk& desk);
  void finish(desk::Desk& desk);                            // what the worker brought
  void leave(desk::Desk& desk);                             // asks when something would be lost

  std::shared_ptr<ImportSession> session_;                  // a toast may take its writing back
  std::string path_;
  std::filesystem::path last_folder_;
  ImportRows rows_;
  desk::ScrollArea columns_scroll_;
  bool left_ = false;
  double busy_since_ = -1;                                  // session seconds; negative: nothing is under way
};

}  // namespace admin
