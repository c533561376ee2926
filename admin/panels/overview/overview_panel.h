// 工作台: what waits for the clerk, what ends soon, how far the streets are, whom to visit, what was published, how the machine is.
#pragma once

#include <future>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "admin/panels/panel.h"
#include "admin/workspace/overview.h"

namespace admin {

// How the office's own files are: looked at when the panel is entered, the database in a thread of its own.
class MachineState {
 public:
  MachineState() = default;
  void look(Workspace& office);
  void check_database(Workspace& office);      // nothing while a check runs
  bool checking() const { return running_.valid(); }
  bool poll();                                 // true when a check ended
  // Writes a checked copy of the database beside it, in 备份. Throws Error.
  void back_up(Workspace& office);

  const std::string& outbox_words() const { return outbox_; }
  bool outbox_fine() const { return outbox_fine_; }
  const DiskRoom& disk() const { return disk_; }
  const std::string& check_words() const { return check_; }
  bool check_fine() const { return check_fine_; }
  const std::string& backup_words() const { return backup_; }

 private:
  std::string outbox_, check_ = "还没有检查", backup_;
  bool outbox_fine_ = true, check_fine_ = true;
  DiskRoom disk_;
  std::future<std::string> running_;           // empty: no fault
};

class OverviewPanel final : public Panel {
 public:
  void enter(desk::Desk& desk, const desk::Target& target) override;
  void draw(desk::Desk& desk, ui::Rect area) override;
  bool pending() const override { return machine_.checking(); }

 private:
  void read(desk::Desk& desk);
  void draw_head(desk::Desk& desk, ui::Rect row);
  void draw_new(desk::Desk& desk, float& right, float y);
  void draw_todos(desk::Desk& desk, ui::Rect box);
  bool draw_first_step(desk::Desk& desk, ui::Rect inside);   // false: there is none
  void draw_todo(desk::Desk& desk, ui::Rect row, const Todo& todo, bool last);
  void draw_coverage(desk::Desk& desk, ui::Rect box);
  void draw_endings(desk::Desk& desk, ui::Rect box);
  void draw_visits(desk::Desk& desk, ui::Rect box);
  void draw_machine(desk::Desk& desk, ui::Rect box);
  void draw_release(desk::Desk& desk, ui::Rect box);
  void draw_keys(desk::Desk& desk, ui::Rect box);

  std::optional<Overview> overview_;
  std::int64_t version_ = -1;                  // of the records that overview_ was made from
  std::int64_t day_ = 0;                       // days since 1970 in the city
  MachineState machine_;
};

std::unique_ptr<Panel> make_overview_panel(desk::Desk& desk);

}  // namespace admin
