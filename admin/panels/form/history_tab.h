// What happened to a record, newest first, with the fields that each revision changed, and the way back to any of them.
#pragma once

#include <vector>

#include "admin/desk/scroll.h"
#include "admin/panels/form/record_editor.h"

namespace admin {

class HistoryTab {
 public:
  void draw(desk::Desk& desk, ui::Rect area, RecordEditor& editor);

 private:
  struct Change {
    std::string field, before, after;
  };
  struct Line {
    std::int64_t revision = 0;
    std::int64_t at = 0;
    std::string person;
    std::string deed;
    std::string note;
    std::vector<Change> changes;
    bool restorable = false;
  };
  void read(desk::Desk& desk, const content::Record& record);
  float draw_line(desk::Desk& desk, ui::Rect row, const Line& line, RecordEditor& editor);

  content::RecordId record_;
  std::int64_t version_ = 0;      // of the records when it was read
  std::vector<Line> lines_;
  desk::ScrollArea scroll_;
};

}  // namespace admin
