// The window's frame: who is in, the top bar, the navigation, the panel that shows, the lock.
//
//   Shell shell(office, session, {});
//   while (…) { shell.frame(); wait(shell.due_in()); }
//
// Main thread only.
#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <filesystem>
#include <string_view>
#include <vector>

#include "admin/desk/desk.h"
#include "admin/panels/panel.h"
#include "admin/shell/entry.h"
#include "admin/workspace/workspace.h"
#include "kiosk/ui/session.h"

namespace admin {

struct ShellOptions {
  std::chrono::seconds lock_after{600};      // without input
};

class Shell {
 public:
  // Both must outlive it.
  Shell(Workspace& office, ui::Session& session, ShellOptions options = {});
  ~Shell();

  // One frame. Nothing that goes wrong in it leaves: it becomes a sentence in the window.
  void frame();
  std::optional<std::chrono::milliseconds> due_in() const;

  // Signs a person in without asking for the password; for shots and tests.
  void enter_as(const content::Person& person);
  void go(desk::Target target) { desk_.go(std::move(target)); }
  void drop(std::vector<std::filesystem::path> files) { desk_.dropped = std::move(files); }
  // What is being written is made safe; before the window closes. False: it could not be, and the next frame asks.
  bool close();
  // The clerk answered that it may be lost.
  bool gives_up() const { return gives_up_; }
  void lock();

  desk::Desk& desk() { return desk_; }
  std::string_view panel_id() const { return showing_ == nullptr ? "entry" : showing_->id; }
  Panel* panel() { return panel_; }
  bool pending() const;

 private:
  void draw(ui::Canvas& canvas);
  void draw_office();
  void draw_top_bar(ui::Rect bar);
  void draw_person(float right, ui::Rect bar);
  void draw_navigation(ui::Rect side);
  float draw_entry(const PanelInfo& info, ui::Rect row);
  void shortcuts();
  void turn(const desk::Target& target);
  void welcome(const content::Person& person);
  void look_for_news();
  void count_badges();
  void keep_drafts();
  bool keep_everything();
  std::optional<UnderWay> under_way() const;
  bool all_safe();
  void ask_before_loss();
  void ask_before_cutting_off();
  void change_hands(const content::Person& person);
  void tell_what_stays(std::string_view panel);
  // What goes wrong in it becomes a sentence.
  void safely(const std::function<void()>& drawing);
  void send_files_to_library();
  void follow_dropped_pictures();
  bool offered(const PanelInfo& info) const;

  Workspace& office_;
  ui::Session& session_;
  ShellOptions options_;
  std::unique_ptr<Previews> previews_;
  desk::Desk desk_;
  Entry entry_;
  std::map<std::string_view, std::unique_ptr<Panel>> made_;   // panels keep their place while one is signed in
  // Of those who were in before and left something there that could not be kept: theirs again when they come back.
  struct LeftBehind {
    decltype(made_) panels;
    bool unsaved = false;                     // else work that went on when another sat down
  };
  std::map<std::string, LeftBehind> left_behind_;
  const PanelInfo* showing_ = nullptr;
  Panel* panel_ = nullptr;
  std::map<std::string_view, int> badges_;
  double news_at_ = -1;                     // session seconds
  bool touched_ = true;                       // since the badges were counted
  std::string city_;
  std::string told_trouble_;                  // why drafts are not kept, as it was told
  std::vector<std::filesystem::path> waiting_files_;   // dropped on another panel, on their way to the library
  std::string last_person_;                   // who was in before the lock
  double last_input_ = 0;                     // session seconds
  bool panels_kept_ = true;                   // at the last keep_everything()
  std::string unkept_;                        // why the window did not close, to be asked about
  std::weak_ptr<bool> asking_;                // good while that question is open
  std::optional<UnderWay> cut_off_;           // what the window did not close for, to be asked about
  bool gives_up_ = false;
};

}  // namespace admin
