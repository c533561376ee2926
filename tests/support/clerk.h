// A clerk at the office's window without a window: a whole Shell headless, with a mouse that aims at items by their label, a
// keyboard, and a clock that the test turns.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "admin/shell/shell.h"
#include "admin/workspace/workspace.h"
#include "content/office_store.h"
#include "kiosk/ui/item_log.h"
#include "kiosk/ui/keys.h"
#include "kiosk/ui/null_backend.h"
#include "kiosk/ui/session.h"
#include "tests/support/temporary_folder.h"

namespace tests {

// 30 July 2026, 10:26 in China; milliseconds since 1970.
inline constexpr std::int64_t kDesignMs = 1785378360000;

// People of new_office(), each with the password "lvse-shan-7". 管理员 许安, 编辑 梁秋, 初审 沈明, 复审 方晴, 终审 何川.
inline constexpr std::string_view kPassword = "lvse-shan-7";

class Clerk {
 public:
  struct Options {
    ui::PixelSize size{1600, 900};
    bool people = true;                     // the five people above; otherwise an empty database
    std::filesystem::path office{};         // a folder with office.db and media to work in; empty: a new one
  };
  Clerk();
  explicit Clerk(Options options);
  ~Clerk();

  // Frames of 50 ms each.
  void frames(int count = 1);
  // Until nothing is pending.
  void settle();
  // Clicks in the middle of what is seen of the item; false when there is none or a layer lies over it.
  bool tap(std::string_view label);
  bool tap_at_once(std::string_view label);   // without waiting for what it sets going
  bool double_tap(std::string_view label);
  bool drag(std::string_view label, ui::Point by, int steps = 6);
  void wheel(std::string_view label, float steps);
  // What the keyboard or an input method writes where the caret is.
  void type(std::string_view utf8);
  void press(ui::Key key, bool ctrl = false, bool shift = false, bool alt = false);
  // Clicks the field, selects all of it and writes.
  bool fill(std::string_view label, std::string_view utf8);
  void drop(std::vector<std::filesystem::path> files);
  // Lets go of them in the middle of the item; false when there is none.
  bool drop_on(std::string_view label, std::vector<std::filesystem::path> files);
  void wait_seconds(int seconds);           // one frame a second
  // Signs in as one of the people above, without the password's second.
  void enter(std::string_view person);
  void go(admin::desk::Target target);

  bool has_item(std::string_view label) const;
  // On which the keyboard stands: the field with the caret, else the item with the visible focus; empty: none.
  std::string focused() const;
  bool shows(std::string_view part) const { return texts_.contains(part); }
  std::string words() const { return texts_.all(); }
  std::string panel() const { return std::string(shell_->panel_id()); }
  const std::string& failure() { return shell_->desk().failure(); }

  admin::Workspace& office() { return *office_; }
  content::OfficeStore& store() { return office_->store(); }
  admin::Shell& shell() { return *shell_; }
  ui::Session& session() { return *session_; }
  ui::NullBackend& backend() { return backend_; }
  const ui::ItemLog& items() const { return items_; }
  const ui::TextLog& texts() const { return texts_; }
  const std::filesystem::path& folder() const { return folder_.path(); }   // holds office/ and outbox/
  std::int64_t now_ms = kDesignMs;

 private:
  void step(double seconds);
  const ui::LoggedItem* item(std::string_view label) const;

  TemporaryFolder folder_;
  ui::NullBackend backend_;
  ui::ItemLog items_;
  ui::TextLog texts_;
  std::unique_ptr<ui::Session> session_;
  std::unique_ptr<admin::Workspace> office_;
  std::unique_ptr<admin::Shell> shell_;
  double seconds_ = 1;
};

// The people above in an office that has nobody.
void add_people(content::OfficeStore& store);

}  // namespace tests
