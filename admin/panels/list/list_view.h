// The list of one kind: title with counts, tabs of states, filters, table, bulk bar, pages; and its keys.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "admin/desk/choice.h"
#include "admin/desk/table.h"
#include "admin/workspace/record_list.h"

namespace admin {

// What the clerk asked for in this frame.
struct ListAnswer {
  enum class Wish { None, Show, Open, Preview, New, Import, Trash, Continue, Drop } wish = Wish::None;
  content::RecordId record{};       // Show, Open, Continue, Drop
};

class ListView {
 public:
  // `title`: the panel's. `single`: the kind has one record, nothing is made new.
  explicit ListView(std::string title, bool single) : title_(std::move(title)), single_(single) {}

  ListAnswer draw(desk::Desk& desk, ui::Rect area, RecordList& list);
  // Looks again for drafts that were left.
  void forget_leftovers() { leftovers_known_ = false; }

 private:
  void draw_title(desk::Desk& desk, ui::Rect row, RecordList& list);
  float draw_leftovers(desk::Desk& desk, ui::Rect area, RecordList& list);
  void draw_tabs(desk::Desk& desk, ui::Rect row, RecordList& list);
  void draw_filters(desk::Desk& desk, ui::Rect row, RecordList& list);
  bool draw_field_filter(desk::Desk& desk, float& x, float end, float y, RecordList& list, const content::Field& field);
  void draw_validity(desk::Desk& desk, float& x, float end, float y, RecordList& list);
  void draw_person(desk::Desk& desk, float& x, float end, float y, RecordList& list);
  void draw_table(desk::Desk& desk, ui::Rect area, RecordList& list);
  void draw_row(desk::Desk& desk, ui::Rect row, RecordList& list, const content::Record& record, std::span<const desk::Column> columns, const std::string& name);
  void draw_cells(desk::Desk& desk, ui::Rect row, RecordList& list, const content::Record& record, std::span<const desk::Column> columns, bool strong);
  void draw_nothing(desk::Desk& desk, ui::Rect area, RecordList& list);
  void draw_foot(desk::Desk& desk, ui::Rect row, RecordList& list);
  void keys(desk::Desk& desk, RecordList& list);
  std::vector<desk::Column> columns(const RecordList& list, float width) const;

  std::string title_;
  bool single_;
  std::string typed_;               // in the search field
  ListAnswer answer_;
  std::vector<content::RecordId> left_;
  std::vector<std::string> left_words_;
  bool leftovers_known_ = false;
};

}  // namespace admin
