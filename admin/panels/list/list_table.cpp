// The table of a list.
#include <algorithm>
#include <set>

#include "admin/desk/button.h"
#include "admin/desk/look.h"
#include "admin/desk/marks.h"
#include "admin/panels/list/column_choice.h"
#include "admin/panels/list/list_view.h"
#include "admin/workspace/records.h"

namespace admin {

using content::Field;
using content::FieldType;
using content::Record;
using namespace desk::color;

namespace {

constexpr float kCheck = 58;          // with the left padding
constexpr float kEnd = 40;            // column choice, right padding
constexpr float kLeastTitle = 170;
constexpr float kMostTitle = 360;     // what is left beyond it widens the other columns
constexpr float kMostWiden = 2;       // of words
constexpr float kLittleWiden = 1.2F;  // of what is always as long: days, states, numbers

float usual_width(const ListColumn& column) {
  if (column.field == nullptr) return column.key == kStateColumn ? 100 : 84;
  switch (column.field->type) {
    case FieldType::Offers: return 190;
    case FieldType::Date: return 100;
    case FieldType::Ref: return 96;
    case FieldType::Enum: return 112;
    case FieldType::Year:
    case FieldType::YesNo: return 72;
    case FieldType::Number:
    case FieldType::Money: return 84;
    case FieldType::Text: return column.field->max_chars > 0 && column.field->max_chars <= 12 ? 84 : 130;
    default: return 130;
  }
}

// Whether its cells are all about as long, so that less room would cut them and more would stand empty.
bool is_stiff(const ListColumn& column) {
  if (column.field == nullptr) return true;
  const FieldType type = column.field->type;
  return type == FieldType::Date || type == FieldType::Year || type == FieldType::YesNo || column.number;
}

}  // namespace

std::vector<desk::Column> ListView::columns(const RecordList& list, float width) const {
  std::vector<desk::Column> columns;
  for (const ListColumn& column : list.columns()) {
    const bool title = column.key == list.spec().title_key;
    columns.push_back({.words = std::string(column.zh), .width = title ? 0 : usual_width(column), .right = column.number});
  }
  float stiff = 0;
  float soft = 0;
  for (std::size_t i = 0; i < columns.size(); ++i) (is_stiff(list.columns()[i]) ? stiff : soft) += columns[i].width;
  const float most = std::max(120.0F, width - kLeastTitle);
  const float spare = width - stiff - soft - kMostTitle;
  const auto scale = [&](float of_stiff, float of_soft) {
    for (std::size_t i = 0; i < columns.size(); ++i) columns[i].width = std::floor(columns[i].width * (is_stiff(list.columns()[i]) ? of_stiff : of_soft));
  };
  if (stiff + soft > most) {
    // Words give way first; with many columns all do.
    const float left = soft > 0 ? (most - stiff) / soft : 0;
    const float all = most / (stiff + soft);
    if (left > 0.6F) scale(1, left);
    else scale(all, all);
  } else if (spare > 0) {
    const float widen = 1 + spare / (stiff + soft);
    scale(std::min(kLittleWiden, widen), std::min(kMostWiden, widen * 1.2F));
  }
  return columns;
}

void ListView::draw_cells(desk::Desk& desk, ui::Rect row, RecordList& list, const Record& record, std::span<const desk::Column> columns, bool strong) {
  ui::Canvas& canvas = desk.canvas();
  const auto boxes = desk::column_boxes(columns, row);
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const ListColumn& column = list.columns()[i];
    const ui::Rect box = boxes[i];
    if (column.field == nullptr && column.key == kStateColumn) {
      canvas.clip(box);
      desk::state_chip(desk, {box.x, box.centre().y}, record.state, record.state == content::ReviewState::Approved && list.over(record));
      canvas.unclip();
      continue;
    }
    const std::string words = list.cell(record, column);
    if (column.key == list.spec().title_key) {
      const ui::TextStyle style = strong ? desk::bold() : desk::words(desk::size::kText, kInk, ui::Face::SansMedium);
      const float width = canvas.text(box.left(box.w - 12), words, style);
      const Field* number = number_field(list.spec());
      const nlohmann::json* value = number == nullptr ? nullptr : content::value_at(record.body, number->key);
      const float left = box.w - 12 - width - 8;
      if (value != nullptr && value->is_string() && left > 40) canvas.text({box.x + width + 8, box.y, left, box.h}, value->get<std::string>(), desk::small());
      continue;
    }
    const bool past = column.field != nullptr && column.field->type == FieldType::Date && list.over(record) &&
                      (column.key == "valid_until" || column.key.ends_with(".until"));
    ui::TextStyle style = desk::words(14.5F, past ? kRedDark : words.empty() ? kInk3 : kInk);
    if (column.number) style = desk::right(style);
    desk::cell(desk, box, words.empty() ? "—" : words, style);
  }
}

void ListView::draw_row(desk::Desk& desk, ui::Rect row, RecordList& list, const Record& record, std::span<const desk::Column> columns,
                        const std::string& name) {
  const bool current = list.current() == record.id;
  const std::string label = std::string(list.spec().zh) + " " + name;
  const desk::RowState state{.selected = current || list.selected(record.id), .changed = desk.office().records().changed_by_other(record.id)};
  const ui::Touch touch = desk::table_row(desk, label, row, state);
  const ui::Rect check{row.x + desk::size::kPad - 4, row.y, 30, row.h};
  if (desk::checkbox(desk, "", check, list.selected(record.id), "选中 " + name)) list.select(record.id, !list.selected(record.id));
  draw_cells(desk, row.after(desk::size::kPad + kCheck - 20).left(row.w - desk::size::kPad - kCheck + 20 - kEnd), list, record, columns, current);
  const bool on_check = check.contains(desk.canvas().pointer().position);
  if (on_check || !touch.tapped) return;
  list.set_current(record.id);
  answer_ = {desk.double_tapped(label, touch) ? ListAnswer::Wish::Open : ListAnswer::Wish::Show, record.id};
}

void ListView::draw_table(desk::Desk& desk, ui::Rect area, RecordList& list) {
  ui::Canvas& canvas = desk.canvas();
  const ui::Rect head = area.top(desk::size::kHeadRow);
  const float left = desk::size::kPad + kCheck - 20;
  const std::vector<desk::Column> columns = this->columns(list, area.w - left - kEnd);
  canvas.fill(head, kHead);
  std::optional<desk::Sort> sort;
  for (std::size_t i = 0; i < list.columns().size(); ++i) {
    if (list.columns()[i].key == list.order().column) sort = desk::Sort{i, list.order().descending};
  }
  canvas.line({head.x, head.y}, {head.right(), head.y}, kLine, 1);
  canvas.line({head.x, head.bottom()}, {head.right(), head.bottom()}, kLine, 1);
  if (const auto clicked = desk::table_head(desk, head.after(left).left(head.w - left - kEnd), columns, sort)) list.turn_order(list.columns()[*clicked].key);
  column_choice(desk, {head.right() - 36, head.y + 3, 30, 30}, list);
  if (list.size() == 0) {
    draw_nothing(desk, area.below(desk::size::kHeadRow), list);
    return;
  }
  bool all = true;
  for (std::size_t place = list.page_begin(); place < list.page_end(); ++place) all = all && list.selected(list.at(place).id);
  if (desk::checkbox(desk, "", {head.x + desk::size::kPad - 4, head.y, 30, head.h}, all, "选中这一页")) list.select_page(!all);
  float y = area.y + desk::size::kHeadRow;
  std::set<std::string> names;
  for (std::size_t place = list.page_begin(); place < list.page_end(); ++place) {
    const Record& record = list.at(place);
    std::string name = content::title_of(list.spec(), record.body);
    for (int again = 2; !names.insert(name).second; ++again) name = content::title_of(list.spec(), record.body) + "（" + std::to_string(again) + "）";
    draw_row(desk, {area.x, y, area.w, desk::size::kRow}, list, record, columns, name);
    y += desk::size::kRow;
  }
}

}  // namespace admin
