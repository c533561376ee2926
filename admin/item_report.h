// --item-log FILE, for tests with a real window: after each frame, what can be clicked and where.
#pragma once

#include <cstdint>
#include <filesystem>

#include "admin/shell/shell.h"
#include "kiosk/ui/item_log.h"
#include "kiosk/ui/session.h"

namespace admin {

class ItemReport {
 public:
  // `session` must outlive this.
  ItemReport(std::filesystem::path file, ui::Session& session);
  ~ItemReport();
  ItemReport(const ItemReport&) = delete;
  ItemReport& operator=(const ItemReport&) = delete;

  // Replaces the file with one JSON object: frame, panel, typing, caret (label of the field that has it), window ([w, h]), items ([label, x, y, w, h, behind]) in pixels of
  // the window, texts (the words of the last frame, passwords are discs). A file that cannot be written is left out.
  void write(const Shell& shell);

 private:
  std::filesystem::path file_;
  ui::Session& session_;
  ui::ItemLog items_;
  ui::TextLog texts_;
  std::int64_t frame_ = 0;
};

}  // namespace admin
