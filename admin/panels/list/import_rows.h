// The trial of a table: counts that sift, and every row with what would become of it; bad cells are put right on the spot.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "admin/desk/scroll.h"
#include "admin/desk/table.h"
#include "admin/panels/list/import_cell.h"
#include "admin/workspace/import_session.h"

namespace admin {

class ImportRows {
 public:
  void open();
  void draw(desk::Desk& desk, ui::Rect area, ImportSession& session);
  // The rows with faults as a table beside the file; a toast says where.
  static void save_bad_rows(desk::Desk& desk, const ImportSession& session);

 private:
  // A column of the table and where its words come from.
  struct Shown {
    std::size_t index = 0;                   // of the file's column
    const content::Field* field = nullptr;
  };
  float draw_counts(desk::Desk& desk, ui::Rect row, ImportSession& session);
  void draw_tools(desk::Desk& desk, ui::Rect row, ImportSession& session);
  void draw_rows(desk::Desk& desk, ui::Rect area, ImportSession& session);
  void draw_row(desk::Desk& desk, ui::Rect row, ImportSession& session, std::size_t place);
  void draw_cell(desk::Desk& desk, ui::Rect box, ImportSession& session, std::size_t place, const Shown& shown);
  void offer_repair(desk::Desk& desk, ui::Rect box, ImportSession& session, std::size_t place);
  void draw_why(desk::Desk& desk, ui::Rect box, ImportSession& session, std::size_t place);
  void draw_asides(desk::Desk& desk, ui::Rect area, float y, const ImportSession& session);
  void lay_out(const ImportSession& session, float width);
  void choose_columns(const ImportSession& session, float width);

  desk::ScrollArea columns_scroll_, rows_scroll_;
  ImportCell cell_;
  // Of the rows that are shown, worked out when they or the width change.
  std::uint64_t version_ = 0;
  float width_ = 0;
  std::vector<float> tops_;                  // one more than rows: the last is where they end
  std::vector<Shown> shown_;
  std::vector<desk::Column> table_;
};

}  // namespace admin
