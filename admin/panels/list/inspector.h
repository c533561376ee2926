// The record beside the list: how far it is, its main fields, what may be done with it.
#pragma once

#include <vector>

#include "admin/desk/scroll.h"
#include "admin/panels/form/record_editor.h"
#include "admin/preview/preview_card.h"

namespace admin {

class Inspector {
 public:
  enum class Wish { None, Close, Form, History };
  struct Answer {
    Wish wish = Wish::None;
    std::string field{};      // Form: the field to go to
  };
  Answer draw(desk::Desk& desk, ui::Rect area, RecordEditor& editor);
  void to_top() { scroll_.to_top(); }
  // The record as the kiosk shows it, over the window.
  void enlarge(desk::Desk& desk) { preview_.enlarge(desk); }
  bool pending(desk::Desk& desk) const { return preview_.pending(desk); }

 private:
  Answer draw_head(desk::Desk& desk, ui::Rect row, RecordEditor& editor);
  float draw_fields(desk::Desk& desk, ui::Rect inside, RecordEditor& editor, Answer& answer);

  const content::KindSpec* spec_ = nullptr;
  std::vector<const content::Field*> fields_;
  desk::ScrollArea scroll_;
  PreviewCard preview_{"检查器"};
};

}  // namespace admin
