// 用户与权限: who works here and as what. Only for administrators.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "admin/desk/scroll.h"
#include "admin/panels/panel.h"
#include "content/office_store.h"

namespace admin {

class PeoplePanel final : public Panel {
 public:
  void enter(desk::Desk& desk, const desk::Target& target) override;
  void draw(desk::Desk& desk, ui::Rect area) override;
  void leave(desk::Desk& desk) override;

 private:
  void read(desk::Desk& desk);
  void choose(const std::string& name);
  void begin_new();
  float draw_hint(desk::Desk& desk, ui::Rect at);
  void draw_list(desk::Desk& desk, ui::Rect box);
  void draw_row(desk::Desk& desk, const content::Person& person, ui::Rect row);
  void draw_inspector(desk::Desk& desk, ui::Rect box);
  float draw_new(desk::Desk& desk, ui::Rect at);
  float draw_person(desk::Desk& desk, const content::Person& person, ui::Rect at);
  float draw_roles(desk::Desk& desk, ui::Rect at, content::Role& role);
  float draw_password(desk::Desk& desk, ui::Rect at, std::string_view name, std::string_view label);
  void add(desk::Desk& desk);
  void give_role(desk::Desk& desk, const content::Person& person, content::Role role);
  void give_password(desk::Desk& desk, const content::Person& person);
  void ask_to_let_go(desk::Desk& desk, const content::Person& person);
  void wipe();

  std::vector<content::Person> people_;
  std::map<std::string, std::int64_t> last_in_;   // ms since 1970 of the last sign-in, by name
  std::string chosen_;      // a name; empty: somebody new is entered
  std::string name_;
  std::string password_;
  std::string fault_;       // of the name
  std::string password_fault_;
  content::Role role_ = content::Role::Editor;
  desk::ScrollArea list_;
  desk::ScrollArea inspector_;
};

std::unique_ptr<Panel> make_people_panel(desk::Desk& desk);
bool may_administer(const Workspace& office);

}  // namespace admin
