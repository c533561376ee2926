#include "admin/app.h"

#include <utility>

#include "content/error.h"

namespace admin {

namespace {

ui::WindowOptions window_options(const WindowOptions& options) {
  ui::WindowOptions window{.mode = ui::WindowMode::Windowed, .title = "双拥之窗 · 管理台", .takes_files = true, .resizable = !options.windowed, .least_size = {1024, 640}};
  window.size = options.windowed.value_or(ui::PixelSize{1600, 900});
  return window;
}

}  // namespace

std::unique_ptr<content::OfficeStore> open_or_make(const std::filesystem::path& db) {
  std::error_code ignored;
  if (!std::filesystem::exists(db, ignored)) return content::OfficeStore::create(db);
  content::OfficeStore::Opened opened = content::OfficeStore::open(db);
  if (opened.store == nullptr) throw content::Error(opened.sentence);
  return std::move(opened.store);
}

App::App(WindowOptions options)
    : options_(std::move(options)),
      window_(window_options(options_)),
      session_({.fonts = {}, .pixels_per_u = options_.scale.value_or(window_.content_scale()), .arrows_move_focus = false}, window_) {
  if (!options_.item_log.empty()) item_report_.emplace(options_.item_log, session_);
  OpenedOffice found = open_office_at(options_.db);
  if (found.store != nullptr) enter(options_.db, std::move(found.store));
  else door_ = std::make_unique<Door>(session_, options_.db, std::move(found));
}

void App::enter(std::filesystem::path db, std::unique_ptr<content::OfficeStore> store) {
  office_ = std::make_unique<Workspace>(Workspace::Options{.db = std::move(db), .outbox = options_.outbox}, std::move(store));
  shell_ = std::make_unique<Shell>(*office_, session_);
}

void App::frame() {
  if (shell_ == nullptr) {
    door_->frame();
    auto opened = door_->take();
    if (!opened) return;
    enter(std::move(opened->db), std::move(opened->store));
    door_.reset();
    session_.wake();
    return;
  }
  if (auto dropped = window_.take_dropped(); !dropped.empty()) shell_->drop(std::move(dropped));
  shell_->frame();
  if (item_report_) item_report_->write(*shell_);
}

// The window is closed, and nothing that was written is lost by it unless the clerk said so.
bool App::may_end() {
  if (shell_ != nullptr && shell_->gives_up()) return true;
  if (!window_.should_close()) return false;
  if (shell_ == nullptr || shell_->close()) return true;
  window_.keep_open();
  return false;
}

void App::run() {
  while (!may_end()) {
    frame();
    window_.wait_events(session_.due_in());
  }
}

}  // namespace admin
