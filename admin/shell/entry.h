// Before the office: signing in, or on the very first start making the first administrator.
#pragma once

#include <optional>
#include <string>

#include "admin/desk/desk.h"
#include "content/office_store.h"

namespace admin {

class Entry {
 public:
  // Draws the whole window; the person once they are in.
  std::optional<content::Person> draw(desk::Desk& desk);
  // Locked: the name stands there already.
  void expect(std::string name);

 private:
  void draw_sign_in(desk::Desk& desk, ui::Rect area);
  void draw_first_start(desk::Desk& desk, ui::Rect area);
  float draw_field(desk::Desk& desk, ui::Rect row, std::string_view label, std::string& value, bool secret, bool& entered);
  void try_sign_in(desk::Desk& desk);
  void make_administrator(desk::Desk& desk);
  bool waiting(desk::Desk& desk) const;

  std::string name_;
  std::string password_;
  std::string again_;
  bool visible_ = false;             // the password's characters
  bool busy_ = false;                // the password is being looked at
  bool asked_ = false;               // for the caret
  std::string answer_;               // why not
  double wait_until_ = 0;            // session seconds
  std::optional<content::Person> person_;
};

}  // namespace admin
