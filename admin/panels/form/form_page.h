// The full form of one record: tabs by groups of fields, the numbered problems, the history, the bar of what may be done.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "admin/desk/choice.h"
#include "admin/desk/scroll.h"
#include "admin/panels/form/history_tab.h"
#include "admin/panels/form/record_editor.h"
#include "admin/preview/preview_card.h"
#include "admin/workspace/field_groups.h"

namespace admin {

class FormPage {
 public:
  // Shows the editor's record from its first tab.
  void open(const content::KindSpec& spec);
  void close() { open_ = false; }
  bool is_open() const { return open_; }
  void show_history() { tab_ = groups_.size(); }
  // Turns to the field's tab and gives it the caret.
  void go_to(desk::Desk& desk, RecordEditor& editor, std::string_view key);

  bool pending(desk::Desk& desk) const { return preview_.pending(desk); }
  // False: the clerk went back to the list.
  bool draw(desk::Desk& desk, ui::Rect area, RecordEditor& editor);

 private:
  float draw_head(desk::Desk& desk, ui::Rect area, RecordEditor& editor, bool& back);
  void draw_fields(desk::Desk& desk, ui::Rect area, RecordEditor& editor);
  void draw_preview(desk::Desk& desk, ui::Rect area, RecordEditor& editor);
  std::vector<desk::Tab> tabs(RecordEditor& editor) const;

  const content::KindSpec* spec_ = nullptr;
  std::vector<FieldGroup> groups_;
  std::size_t tab_ = 0;           // groups_.size(): history
  bool open_ = false;
  desk::ScrollArea scroll_;
  HistoryTab history_;
  PreviewCard preview_{"整页"};
};

}  // namespace admin
