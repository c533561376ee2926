// One cell of a table that is being imported, put right on the spot: a small layer at the cell.
#pragma once

#include <string>
#include <vector>

#include "admin/workspace/import_session.h"
#include "admin/desk/desk.h"

namespace admin {

class ImportCell {
 public:
  // Opens at this cell; `words` as it stands, `reason` what is wrong with it (may be empty).
  void open(desk::Desk& desk, const ImportSession& session, int row, std::size_t column, std::string words, std::string reason);
  bool is_open_at(int row, std::size_t column) const { return row == row_ && column == column_; }
  // Call it for the cell's box while it is drawn.
  void draw(desk::Desk& desk, ui::Rect anchor, ImportSession& session);

 private:
  void draw_box(desk::Desk& desk, ui::Rect box, ImportSession& session);
  void take(desk::Desk& desk, ImportSession& session, const std::string& words);

  int row_ = 0;
  std::size_t column_ = 0;
  std::string title_;
  std::string words_;
  std::string reason_;
  std::vector<std::string> suggestions_;
};

}  // namespace admin
