// Opening hours (DESIGN-2.md §15): a line that takes words, seven days with bars and typed spans, special days, and what the
// screen says now.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "admin/editors/fields.h"
#include "admin/workspace/hours_edit.h"
#include "kiosk/texts.h"

namespace admin::editors {

class HoursPart final : public Part {
 public:
  HoursPart() : texts_(ui::Language::Chinese) {}
  FieldEdit edit(Work& work);

 private:
  // An end of a bar that the mouse has taken.
  struct Grip {
    std::size_t day = 0;
    std::size_t span = 0;
    bool end = false;
    content::OpenSpan now;
  };

  float draw_line(Work& work, ui::Rect row);
  float draw_head(Work& work, ui::Rect row);
  float draw_day(Work& work, ui::Rect row, std::size_t day);
  void draw_bars(Work& work, ui::Rect axis, std::size_t day);
  void drag(Work& work, ui::Rect axis, std::size_t day);
  void draw_spans(Work& work, ui::Rect row, std::size_t day, float right);
  bool span_box(Work& work, ui::Rect box, const std::string& item, Spans& spans, std::size_t index, bool wrong, Typed& typed);
  float draw_special(Work& work, ui::Rect row);
  void special_box(Work& work, ui::Rect box, const std::string& item, std::size_t index);
  float draw_now(Work& work, ui::Rect row);
  void set_known();

  kiosk::Texts texts_;
  content::Hours hours_;
  Typed line_;
  bool line_edited_ = false;
  std::map<std::string, Typed> typed_;       // of each span, by its item
  std::optional<Grip> grip_;
  bool changed_ = false;
  bool left_ = false;
  bool active_ = false;
  bool gained_ = false;
};

}  // namespace admin::editors
