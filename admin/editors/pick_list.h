// A list of records to choose one from, found by words or pinyin: "jtgy" finds 江滩公园. Twenty thousand of them, too.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "admin/desk/desk.h"
#include "admin/desk/scroll.h"
#include "admin/workspace/records.h"

namespace admin::editors {

class PickList {
 public:
  // Reads the records of the kind now; `chosen` may be empty.
  PickList(Workspace& office, content::Kind kind, content::RecordId chosen);

  static ui::Size size(float width);
  void draw(desk::Desk& desk, ui::Rect box, std::string_view item);
  // Once; an empty id: 不填.
  std::optional<content::RecordId> take_chosen() { return std::exchange(taken_, std::nullopt); }

 private:
  struct Row {
    content::RecordId id;
    std::string words;
    std::string note;
    SearchKeys keys;
  };
  void sift();
  void take_keys();
  void draw_row(desk::Desk& desk, ui::Rect row, std::string_view item, std::size_t place);

  std::vector<Row> rows_;
  std::vector<std::size_t> hits_;
  content::RecordId chosen_;
  std::string filter_;
  std::string sifted_;
  desk::ScrollArea scroll_;
  std::size_t lit_ = 0;            // place in hits_
  bool asked_ = false;             // for the caret
  std::optional<content::RecordId> taken_;
};

}  // namespace admin::editors
