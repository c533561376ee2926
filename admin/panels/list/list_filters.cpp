// The row of filters above a list.
#include <cmath>

#include "admin/desk/button.h"
#include "admin/desk/field.h"
#include "admin/desk/look.h"
#include "admin/panels/list/list_view.h"
#include "kiosk/ui/text_edit.h"

namespace admin {

using namespace desk::color;

namespace {

constexpr float kSearch = 212;
constexpr float kGap = 10;
constexpr float kHeight = 36;
constexpr float kMostDrop = 240;

// Width for the choice as it stands; a long one is cut.
std::optional<ui::Rect> place(desk::Desk& desk, float& x, float end, float y, std::string_view prefix, std::string_view value) {
  const float width = std::min(kMostDrop, desk::drop_down_width(desk, prefix, value));
  if (x + width > end) return std::nullopt;
  const ui::Rect box{x, y, width, kHeight};
  x += width + kGap;
  return box;
}

}  // namespace

bool ListView::draw_field_filter(desk::Desk& desk, float& x, float end, float y, RecordList& list, const content::Field& field) {
  std::vector<desk::Option> options{{.words = "全部"}};
  int selected = 0;
  const auto chosen_value = list.filter().fields.find(field.key);
  const std::vector<RecordList::Choice> choices = list.choices(field.key);
  for (const RecordList::Choice& choice : choices) {
    if (chosen_value != list.filter().fields.end() && chosen_value->second == choice.value) selected = static_cast<int>(options.size());
    options.push_back({.words = choice.words});
  }
  const auto box = place(desk, x, end, y, field.zh, options[static_cast<std::size_t>(selected)].words);
  if (!box) return false;
  if (const auto chosen = desk::drop_down(desk, *box, options, selected, {.prefix = field.zh, .label = "筛选" + std::string(field.zh)})) {
    ListFilter filter = list.filter();
    filter.fields.erase(std::string(field.key));
    if (*chosen > 0) filter.fields[std::string(field.key)] = choices[*chosen - 1].value;
    list.set_filter(filter);
  }
  return true;
}

void ListView::draw_validity(desk::Desk& desk, float& x, float end, float y, RecordList& list) {
  const std::vector<desk::Option> options{{.words = "全部"}, {.words = "30 天内"}, {.words = "90 天内"}, {.words = "已过期"}};
  const int selected = static_cast<int>(list.filter().validity);
  const auto box = place(desk, x, end, y, "到期", options[static_cast<std::size_t>(selected)].words);
  if (!box) return;
  if (const auto chosen = desk::drop_down(desk, *box, options, selected, {.prefix = "到期", .label = "筛选到期"})) {
    ListFilter filter = list.filter();
    filter.validity = static_cast<Validity>(*chosen);
    list.set_filter(filter);
  }
}

void ListView::draw_person(desk::Desk& desk, float& x, float end, float y, RecordList& list) {
  const std::vector<std::string> people = list.people();
  if (people.size() < 2) return;
  std::vector<desk::Option> options{{.words = "全部"}};
  int selected = 0;
  for (const std::string& person : people) {
    if (person == list.filter().person) selected = static_cast<int>(options.size());
    options.push_back({.words = person});
  }
  const auto box = place(desk, x, end, y, "修改人", options[static_cast<std::size_t>(selected)].words);
  if (!box) return;
  if (const auto chosen = desk::drop_down(desk, *box, options, selected, {.prefix = "修改人", .label = "筛选修改人"})) {
    ListFilter filter = list.filter();
    filter.person = *chosen == 0 ? std::string() : people[*chosen - 1];
    list.set_filter(filter);
  }
}

void ListView::draw_filters(desk::Desk& desk, ui::Rect row, RecordList& list) {
  ui::Canvas& canvas = desk.canvas();
  const float y = row.y + (row.h - kHeight) / 2;
  const ui::Rect search{row.right() - desk::size::kPad - kSearch, y, kSearch, kHeight};
  float x = row.x + desk::size::kPad;
  const float end = search.x - kGap;
  for (const content::Field* field : list.filters()) {
    if (!draw_field_filter(desk, x, end, y, list, *field)) break;
  }
  draw_validity(desk, x, end, y, list);
  draw_person(desk, x, end, y, list);
  if (list.filter().any()) {
    const float width = desk::button_width(desk, "清除", {.kind = desk::ButtonKind::Quiet});
    if (x + width <= end && desk::button(desk, "清除", {x, y, width, kHeight}, {.kind = desk::ButtonKind::Quiet, .label = "清除全部筛选"})) {
      list.clear_filter();
      typed_.clear();
    }
  }
  desk::control_box(desk, search, desk::FieldState::Rest, ui::typing_in(canvas, "在列表里搜"));
  canvas.icon("search", {search.x + 20, search.centre().y}, 15, kInk2);
  const ui::Edited edited = ui::text_edit(canvas, "在列表里搜", {search.x + 36, search.y + 4, search.w - 44, search.h - 8}, typed_,
                                          {.text = desk::words(), .caret = kRed, .selection = kRedHalo, .hint = "名称或拼音首字母", .hint_color = kHint});
  if (edited.changed) {
    ListFilter filter = list.filter();
    filter.words = typed_;
    list.set_filter(filter);
  }
}

}  // namespace admin
